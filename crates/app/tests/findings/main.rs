// SPDX-License-Identifier: AGPL-3.0-or-later
//! Findings of all documents, and errands from hand to hand, on both databases.

#![expect(clippy::unwrap_used, reason = "what a test stands on is there, or the test fails")]

mod comparing;
mod errands;

use ambito_app::findings::{FindingFilter, FindingOrder, FindingSort, FindingState};
use ambito_app::office::{AreaOutline, BodyOutline, HeldOutline, PersonOutline, PositionOutline, RoleOutline};
use ambito_app::{App, Db, Error, Viewer};
use ambito_base::{Clock, Random, Timestamp};
use ambito_domain::office::{AreaId, BodyId, DocumentId, Duty, Reach, Role, Seat, StaffId, keeper};
use ambito_store::plans::{self, NewDocument};
use ambito_store::reviews::{self, Checking, StoredFinding};
use ambito_testbed::{Database, Postgres};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// A clock that goes on by a second whenever it is looked at, and chance that counts.
#[derive(Debug, Default)]
struct Counting(AtomicU64);

impl Clock for Counting {
    fn now(&self) -> Timestamp {
        Timestamp::from_second(1_795_348_800 + i64::try_from(self.0.fetch_add(1, Ordering::Relaxed)).unwrap()).unwrap()
    }
}

impl Random for Counting {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            let next = self.0.fetch_add(1, Ordering::Relaxed).to_be_bytes();
            chunk.copy_from_slice(&next[8 - chunk.len()..]);
        }
    }
}

/// An office of an ambit and two towns, with a person in each.
struct Office {
    app: App,
    area: AreaId,
    bodies: BTreeMap<String, BodyId>,
    people: BTreeMap<String, StaffId>,
}

impl Office {
    async fn new(db: Db) -> Self {
        let counting = Arc::new(Counting::default());
        let app = App::new(db, counting.clone(), counting);
        let body = |key: &str, parent: &str, kind: &str, name: &str| BodyOutline {
            key: key.into(),
            parent: parent.into(),
            kind: kind.into(),
            name: name.into(),
            ..BodyOutline::default()
        };
        let person =
            |login: &str| PersonOutline { name: login.into(), login: login.into(), ..PersonOutline::default() };
        let position = |body: &str, role: &str, by: &str| PositionOutline {
            body: body.into(),
            title: format!("Ufficio di {by}"),
            role: vec![RoleOutline { role: role.into(), reach: "subtree".into() }],
            held: vec![HeldOutline { by: by.into(), from: "2020-01-01".into(), to: String::new() }],
        };
        let outline = AreaOutline {
            name: "Valdoro".into(),
            settings: BTreeMap::new(),
            body: vec![
                body("ambit", "", "ambit", "Ambito di Valdoro"),
                body("one", "ambit", "municipality", "Castelvento"),
                body("two", "ambit", "municipality", "Roccabruna"),
            ],
            person: ["ada", "bruno", "carla", "dario"].map(person).into(),
            position: vec![
                position("ambit", "programmer", "ada"),
                position("one", "node-owner", "bruno"),
                position("two", "evaluator", "bruno"),
                position("two", "programmer", "carla"),
                position("ambit", "administrator", "dario"),
            ],
        };
        let area = app.load_area(&outline, "test").await.unwrap().area;
        let all = Viewer::keeper(area, "test".into());
        let bodies = app.list_bodies(&all).await.unwrap().into_iter().map(|body| (body.name, body.id)).collect();
        let people = app.list_staff(&all).await.unwrap().into_iter().map(|one| (one.login, one.id)).collect();
        Self { app, area, bodies, people }
    }

    /// A person with the role of their position.
    fn person(&self, login: &str) -> Viewer {
        let (role, name) = match login {
            "ada" => (Role::Programmer, "Ambito di Valdoro"),
            "bruno" => (Role::NodeOwner, "Castelvento"),
            "carla" => (Role::Programmer, "Roccabruna"),
            _ => (Role::Administrator, "Ambito di Valdoro"),
        };
        let (body, reach) = (self.bodies[name], Reach::Subtree);
        let top = name == "Ambito di Valdoro";
        let bodies = if top { self.bodies.values().copied().collect() } else { [body].into() };
        let seat = if top { Seat::Top } else { Seat::Below };
        let mut viewer = Viewer::public(self.area, "test".into());
        viewer.standing.duties.push(Duty { role, body, reach, bodies, seat });
        viewer.staff = Some(self.people[login]);
        viewer.name = login.to_owned();
        viewer
    }

    /// A document of a body with two findings.
    async fn document(&self, number: u8, body: &str) -> DocumentId {
        let id = DocumentId(ambito_base::Uuid::from_u128(u128::from(number)));
        let mut tx = self.app.database().write().await.unwrap();
        let new = NewDocument {
            id,
            body: self.bodies[body],
            name: "piano.txt",
            sha256: &[number; 32],
            format: "text",
            content: b"piano",
            added: self.app.now(),
            added_by: None,
        };
        plans::insert_document(&mut tx, self.area, &new).await.unwrap();
        let key = reviews::find_document_key(&mut tx, &keeper(self.area), id).await.unwrap().unwrap();
        reviews::insert_reading(&mut tx, &key, self.app.now(), None).await.unwrap();
        let finding = |line: u32, code: &str, severity| StoredFinding {
            fingerprint: format!("{number}-{line}"),
            code: code.to_owned(),
            severity,
            line: Some(line),
            end_line: Some(line),
            node: None,
            message_it: format!("Non torna la riga {line}"),
            message_en: format!("Line {line} is wrong"),
            said: r#"{"it":{},"en":{}}"#.to_owned(),
        };
        let found = [finding(3, "SUM001", 2), finding(5, "EFF003", 0)];
        reviews::replace_findings(&mut tx, &key, &found).await.unwrap();
        let (checked, corrections) = (self.app.now(), 0);
        let checking = Checking { number: 0, reading: 1, checked, corrections, errors: 1, warnings: 0, notes: 1 };
        reviews::insert_checking(&mut tx, &key, &checking).await.unwrap();
        tx.commit().await.unwrap();
        id
    }

    /// The records of the audit with this act.
    async fn records(&self, act: &str) -> i64 {
        let text = "SELECT COUNT(*) FROM audit_record WHERE act = $1";
        match self.app.database() {
            Db::Sqlite { read, .. } => sqlx::query_as::<_, (i64,)>(text).bind(act).fetch_one(read).await.unwrap().0,
            Db::Postgres(pool) => sqlx::query_as::<_, (i64,)>(text).bind(act).fetch_one(pool).await.unwrap().0,
        }
    }
}

/// An office on each database, and what they stand on.
struct Both {
    each: Vec<Office>,
    _folder: tempfile::TempDir,
    _database: Database,
}

impl Both {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = Postgres::shared().unwrap().database().unwrap();
        let sqlite = folder.path().join("ambito.db").display().to_string();
        let mut each = Vec::new();
        for address in [sqlite.as_str(), database.url()] {
            each.push(Office::new(Db::open(&address.parse().unwrap()).await.unwrap()).await);
        }
        Self { each, _folder: folder, _database: database }
    }
}

#[tokio::test]
async fn findings_are_seen_where_plans_may_be_filed() {
    let both = Both::new().await;
    for office in &both.each {
        office.document(1, "Castelvento").await;
        office.document(2, "Roccabruna").await;
        let (app, all) = (&office.app, FindingFilter::default());
        let order = (FindingSort::Severity, FindingOrder::Falling);
        let page = app.list_findings(&office.person("ada"), &all, order, None).await.unwrap();
        assert_eq!(page.findings.len(), 4);
        assert_eq!(page.counts, [(FindingState::Open, [2, 0, 2])]);
        assert_eq!(page.findings[0].severity, 2, "the worst first");
        let page = app.list_findings(&office.person("carla"), &all, order, None).await.unwrap();
        let bodies: Vec<&str> = page.findings.iter().map(|one| one.body_name.as_str()).collect();
        assert_eq!(bodies, ["Roccabruna", "Roccabruna"]);
        for login in ["bruno", "dario"] {
            let refused = app.list_findings(&office.person(login), &all, order, None).await;
            assert!(matches!(refused, Err(Error::Denied(_))), "{login}");
            assert!(app.findings_over_time(&office.person(login), &all).await.is_err(), "{login}");
        }
        let figures = app.findings_in_figures(&office.person("ada"), &all).await.unwrap();
        assert_eq!((figures.bodies.len(), figures.documents.len(), figures.codes.len()), (2, 2, 2));
        let course = app.findings_over_time(&office.person("ada"), &all).await.unwrap();
        assert_eq!(course.iter().map(|day| (day.found, day.documents)).collect::<Vec<_>>(), [([2, 0, 2], 2)]);
        let home = app.home(&office.person("ada")).await.unwrap();
        assert_eq!(home.findings, Some(4));
    }
}
