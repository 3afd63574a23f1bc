// SPDX-License-Identifier: AGPL-3.0-or-later
//! Documents under review, from the file to the plan, on both databases.

#![expect(clippy::unwrap_used, reason = "what a test stands on is there, or the test fails")]

mod faults;
mod people;
mod walk;

use ambito_app::office::{AreaOutline, BodyOutline, HeldOutline, PersonOutline, PositionOutline, RoleOutline};
use ambito_app::reviews::{NewFile, Reader, ReviewPage, ShownRecord, Window};
use ambito_app::{App, Db, Viewer};
use ambito_base::{Clock, Random, Timestamp};
use ambito_documents::vocabulary::Vocabulary;
use ambito_domain::office::{AreaId, BodyId, DocumentId, Duty, Reach, Role, Seat, StaffId, keeper};
use ambito_domain::review::{ReadingFault, RecordKind};
use ambito_exchange::{Reading, Source};
use ambito_i18n::Language;
use ambito_store::audit;
use ambito_testbed::{Database, Postgres};
use std::collections::BTreeMap;
use std::path::Path;
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

/// Reads files as the program does, without PDFs; one name makes it break down.
struct Files;

impl Reader for Files {
    fn read(&self, name: &str, content: &[u8], words: &Vocabulary) -> Result<Source, ReadingFault> {
        assert_ne!(name, "guasto.txt", "a reader that breaks down");
        let input = ambito_intake::input_from(content, name, None).map_err(|error| ReadingFault {
            code: "FIL".to_owned(),
            it: format!("non si legge: {}", error.kind()),
            en: format!("not read: {}", error.kind()),
        })?;
        let (draft, divided) = ambito_documents::read_divided(&input.blocks, words);
        let blocks = divided.unwrap_or(input.blocks);
        let (path, sha256, format, places) = (name.to_owned(), input.sha256, blocks.format, blocks.places.clone());
        Ok(Source { reading: Reading { path, sha256, format, places, draft }, blocks })
    }
}

/// An office of an ambit and two towns, with two people.
struct Office {
    app: App,
    area: AreaId,
    /// The bodies by name.
    bodies: BTreeMap<String, BodyId>,
    /// The people by login.
    people: BTreeMap<String, StaffId>,
}

impl Office {
    async fn new(db: Db) -> Self {
        let counting = Arc::new(Counting::default());
        let app = App::new(db, counting.clone(), counting).with_reader(Arc::new(Files));
        let body = |key: &str, parent: &str, kind: &str, name: &str| BodyOutline {
            key: key.into(),
            parent: parent.into(),
            kind: kind.into(),
            name: name.into(),
            ..BodyOutline::default()
        };
        let person = |name: &str, login: &str| PersonOutline {
            name: name.into(),
            login: login.into(),
            ..PersonOutline::default()
        };
        let outline = AreaOutline {
            name: "Valdoro".into(),
            settings: BTreeMap::new(),
            body: vec![
                body("ambit", "", "ambit", "Ambito di Valdoro"),
                body("one", "ambit", "municipality", "Castelvento"),
                body("two", "ambit", "municipality", "Roccabruna"),
            ],
            person: vec![person("Bruno Sala", "bruno"), person("Ada Verri", "ada")],
            position: vec![PositionOutline {
                body: "ambit".into(),
                title: "Amministrazione".into(),
                role: vec![RoleOutline { role: "administrator".into(), reach: "subtree".into() }],
                held: vec![HeldOutline { by: "bruno".into(), from: "2020-01-01".into(), to: String::new() }],
            }],
        };
        let area = app.load_area(&outline, "test").await.unwrap().area;
        let keeper = Viewer::keeper(area, "test".into());
        let bodies = app.list_bodies(&keeper).await.unwrap();
        let people = app.list_staff(&keeper).await.unwrap();
        Self {
            app,
            area,
            bodies: bodies.into_iter().map(|body| (body.name, body.id)).collect(),
            people: people.into_iter().map(|one| (one.login, one.id)).collect(),
        }
    }

    /// A person with a role in a body.
    fn somebody(&self, login: &str, role: Role, name: &str) -> Viewer {
        let body = self.bodies[name];
        let mut viewer = Viewer::public(self.area, "test".into());
        viewer.staff = Some(self.people[login]);
        viewer.name = login.to_owned();
        let (reach, bodies, seat) = (Reach::Subtree, [body].into(), Seat::Below);
        viewer.standing.duties.push(Duty { role, body, reach, bodies, seat });
        viewer
    }

    fn programmer(&self, login: &str) -> Viewer {
        self.somebody(login, Role::Programmer, "Castelvento")
    }

    /// Works until there is nothing to do.
    async fn work(&self) {
        let mut times = 0;
        while self.app.work_once().await.unwrap() {
            times += 1;
            assert!(times < 50, "the worker finds no end");
        }
    }

    /// Brings a file in and has it read.
    async fn bring(&self, viewer: &Viewer, name: &str, content: Vec<u8>) -> DocumentId {
        let files = vec![NewFile { name: name.to_owned(), content }];
        let upload = self.app.upload(viewer, self.bodies["Castelvento"], files).await.unwrap();
        self.work().await;
        let page = self.app.get_upload(viewer, upload).await.unwrap();
        match &page.files[0].state {
            ambito_app::reviews::FileState::Taken { document, .. } => *document,
            refused => panic!("{refused:?}"),
        }
    }

    /// How many records of an act there are.
    async fn records(&self, act: &str) -> usize {
        let mut tx = self.app.database().read().await.unwrap();
        let rows = audit::list_after(&mut tx, &keeper(self.area), None, 10_000).await.unwrap();
        rows.iter().filter(|row| matches!(row, audit::Row::Record(record, _) if record.act == act)).count()
    }

    async fn look(&self, viewer: &Viewer, document: DocumentId, window: Window) -> ReviewPage {
        self.app.get_review(viewer, document, None, window, Language::Italian).await.unwrap()
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

/// The bytes of a document of the demonstration.
fn demo(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/documenti").join(name)).unwrap()
}

/// The first record of a kind in a window.
fn first(page: &ReviewPage, kind: RecordKind) -> &ShownRecord {
    page.records.iter().find(|record| record.key.kind == kind).unwrap()
}

/// What a field of a record says.
fn text(record: &ShownRecord, field: &str) -> String {
    record.values.iter().find(|value| value.field == field).unwrap().text.clone()
}
