// SPDX-License-Identifier: AGPL-3.0-or-later
//! Plans on both databases: what comes back is what was read, and nothing is given outside the sight.

#![expect(clippy::unwrap_used, reason = "what a test stands on is there, or the test fails")]

mod equal;
mod large;
mod lists;
mod sides;
mod sight;

use ambito_base::{Date, Period, Timestamp, Uuid};
use ambito_documents::read_divided;
use ambito_documents::vocabulary::Vocabulary;
use ambito_domain::office::{AreaId, Body, BodyId, BodyKind, DocumentId, PlanId};
use ambito_domain::planning::PlanDraft;
use ambito_exchange::contract::ReadingsWriter;
use ambito_exchange::{Reading, Source};
use ambito_i18n::{Catalogue, Language};
use ambito_store::areas::Area;
use ambito_store::plans::{self, Filing, NewDocument, Plan, VersionKey};
use ambito_store::{Address, Db, areas, bodies};
use ambito_testbed::{Database, Postgres};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

static WORDS: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::builtin);

const AREA: AreaId = AreaId(Uuid::from_u128(1));
const AMBIT: BodyId = BodyId(Uuid::from_u128(2));
const TOWN: BodyId = BodyId(Uuid::from_u128(3));

/// Both databases, each with an area of two bodies, and what they stand on.
struct Both {
    each: Vec<Db>,
    _folder: tempfile::TempDir,
    database: Database,
}

impl Both {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = Postgres::shared().unwrap().database().unwrap();
        let sqlite = Db::open(&Address::Sqlite(folder.path().join("ambito.db"))).await.unwrap();
        let postgres = Db::open(&database.url().parse().unwrap()).await.unwrap();
        for db in [&sqlite, &postgres] {
            begin(db).await;
        }
        Self { each: vec![sqlite, postgres], _folder: folder, database }
    }
}

async fn begin(db: &Db) {
    let mut tx = db.write().await.unwrap();
    let area = Area { id: AREA, name: "Valdoro".into(), version: 1 };
    areas::insert(&mut tx, &area, Timestamp::UNIX_EPOCH).await.unwrap();
    for (id, parent, kind, name) in [
        (AMBIT, None, BodyKind::Ambit, "Ambito di Valdoro"),
        (TOWN, Some(AMBIT), BodyKind::Municipality, "Castelvento"),
    ] {
        let name = name.to_owned();
        let body = Body { id, parent, kind, name, istat: None, ipa: None, valid: Period::default(), version: 1 };
        bodies::insert(&mut tx, AREA, &body).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// Files a draft as the first version of a plan of its own.
async fn file(db: &Db, body: BodyId, number: u128, draft: &PlanDraft) -> VersionKey {
    let mut tx = db.write().await.unwrap();
    let (document, at) = (DocumentId(Uuid::from_u128(number)), Timestamp::UNIX_EPOCH);
    let sha256 = [u8::try_from(number).unwrap(); 32];
    let new = NewDocument {
        id: document,
        body,
        name: "piano.txt",
        sha256: &sha256,
        format: "text",
        content: b"piano",
        added: at,
        added_by: None,
    };
    plans::insert_document(&mut tx, AREA, &new).await.unwrap();
    let title = draft.title.clone().unwrap_or_default();
    let (family, period) = (draft.family, draft.period);
    let plan =
        Plan { id: PlanId(Uuid::from_u128(number)), body, title, family, period, latest: 1, filed: at, version: 1 };
    let key = plans::insert_plan(&mut tx, AREA, &plan).await.unwrap();
    let filing = Filing { document, at, by: None, reading: None, corrections: 0, draft, places: &[] };
    plans::insert_version(&mut tx, key, &filing).await.unwrap();
    tx.commit().await.unwrap();
    key
}

/// A document read as the program does it.
fn read(path: &Path) -> Source {
    let (bytes, name) = (std::fs::read(path).unwrap(), path.file_name().unwrap().to_str().unwrap());
    let blocks = ambito_intake::blocks_from(&bytes, name).unwrap();
    let (draft, divided) = read_divided(&blocks, &WORDS);
    let blocks = divided.unwrap_or(blocks);
    let (format, places) = (blocks.format, blocks.places.clone());
    Source { reading: Reading { path: name.to_owned(), sha256: String::new(), format, places, draft }, blocks }
}

/// The pinned JSON of a reading.
fn json(source: &Source) -> String {
    let mut writer = ReadingsWriter::begin(Vec::new()).unwrap();
    writer.write(source, &Catalogue::new(Language::Italian)).unwrap();
    String::from_utf8(writer.finish().unwrap()).unwrap()
}

/// The files of a folder of the project; `None`, and said so, where it is not there.
fn files(folder: &str, ends: &[&str]) -> Option<Vec<PathBuf>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(folder);
    let Ok(entries) = std::fs::read_dir(&folder) else {
        writeln_loud(&format!("!! {} is not here: what stands there is not tried", folder.display()));
        return None;
    };
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| ends.iter().any(|end| path.extension().is_some_and(|is| is == *end)))
        .collect();
    paths.sort();
    Some(paths)
}

fn writeln_loud(text: &str) {
    use std::io::Write as _;
    let _ = writeln!(std::io::stderr(), "{text}");
}

fn day(text: &str) -> Date {
    ambito_base::parse_date(text, None).unwrap()
}
