// SPDX-License-Identifier: AGPL-3.0-or-later
//! Filing and showing plans, as each role, on both databases.

#![expect(clippy::unwrap_used, reason = "what a test stands on is there, or the test fails")]

mod filing;
mod roles;

use ambito_app::office::{AreaOutline, BodyOutline, HeldOutline, PersonOutline, PositionOutline, RoleOutline};
use ambito_app::plans::Import;
use ambito_app::{App, Db, Viewer};
use ambito_base::{Clock, Random, Timestamp};
use ambito_documents::vocabulary::Vocabulary;
use ambito_domain::office::{AreaId, BodyId, Duty, Reach, Role, Seat};
use ambito_exchange::{Reading, Source};
use ambito_testbed::{Database, Postgres};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;
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

/// An office of an ambit and two towns.
struct Office {
    app: App,
    area: AreaId,
    /// The bodies by name.
    bodies: BTreeMap<String, BodyId>,
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
        let outline = AreaOutline {
            name: "Valdoro".into(),
            settings: BTreeMap::new(),
            body: vec![
                body("ambit", "", "ambit", "Ambito di Valdoro"),
                body("one", "ambit", "municipality", "Castelvento"),
                body("two", "ambit", "municipality", "Roccabruna"),
            ],
            person: vec![PersonOutline {
                name: "Bruno Sala".into(),
                login: "bruno".into(),
                ..PersonOutline::default()
            }],
            position: vec![PositionOutline {
                body: "ambit".into(),
                title: "Amministrazione".into(),
                role: vec![RoleOutline { role: "administrator".into(), reach: "subtree".into() }],
                held: vec![HeldOutline { by: "bruno".into(), from: "2020-01-01".into(), to: String::new() }],
            }],
        };
        let area = app.load_area(&outline, "test").await.unwrap().area;
        let bodies = app.list_bodies(&Viewer::keeper(area, "test".into())).await.unwrap();
        Self { app, area, bodies: bodies.into_iter().map(|body| (body.name, body.id)).collect() }
    }

    fn keeper(&self) -> Viewer {
        Viewer::keeper(self.area, "test".into())
    }

    /// Somebody with a role in a body, and in what is below it.
    fn somebody(&self, role: Role, name: &str) -> Viewer {
        let (body, reach) = (self.bodies[name], Reach::Subtree);
        let top = name == "Ambito di Valdoro";
        let bodies = if top { self.bodies.values().copied().collect() } else { [body].into() };
        let seat = if top { Seat::Top } else { Seat::Below };
        let mut viewer = Viewer::public(self.area, "test".into());
        viewer.standing.duties.push(Duty { role, body, reach, bodies, seat });
        viewer
    }

    /// The records of the audit with this act.
    async fn records(&self, act: &str) -> i64 {
        match self.app.database() {
            Db::Sqlite { read, .. } => {
                let text = "SELECT COUNT(*) FROM audit_record WHERE act = $1";
                sqlx::query_as::<_, (i64,)>(text).bind(act).fetch_one(read).await.unwrap().0
            }
            Db::Postgres(pool) => {
                let text = "SELECT COUNT(*) FROM audit_record WHERE act = $1";
                sqlx::query_as::<_, (i64,)>(text).bind(act).fetch_one(pool).await.unwrap().0
            }
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

/// A document that was read.
struct Read {
    name: String,
    content: Vec<u8>,
    source: Source,
}

impl Read {
    /// A document of the demonstration.
    fn demo(name: &str) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/documenti").join(name);
        Self::of(name, std::fs::read(path).unwrap())
    }

    fn of(name: &str, content: Vec<u8>) -> Self {
        let blocks = ambito_intake::blocks_from(&content, name).unwrap();
        let (draft, divided) = ambito_documents::read_divided(&blocks, &Vocabulary::builtin());
        let mut sha256 = String::new();
        Sha256::digest(&content).iter().for_each(|byte| write!(sha256, "{byte:02x}").unwrap());
        let blocks = divided.unwrap_or(blocks);
        let (path, format, places) = (name.into(), blocks.format, blocks.places.clone());
        let source = Source { reading: Reading { path, sha256, format, places, draft }, blocks };
        Self { name: name.into(), content, source }
    }

    fn import(&self, body: BodyId) -> Import<'_> {
        Import { body, name: &self.name, content: &self.content, source: Arc::new(self.source.clone()) }
    }
}
