// SPDX-License-Identifier: AGPL-3.0-or-later
//! What these tests share: documents as they are read.

use ambito_base::{Timestamp, Uuid};
use ambito_documents::blocks::Blocks;
use ambito_documents::read_divided;
use ambito_documents::vocabulary::Vocabulary;
use ambito_domain::office::{DocumentId, StaffId};
use ambito_domain::planning::PlanDraft;
use ambito_domain::review::{Act, Correction, CorrectionId, RecordKey};
use ambito_intake::blocks_from;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

pub static WORDS: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::builtin);

/// A document as it was read.
pub struct Document {
    pub name: String,
    pub blocks: Blocks,
    pub draft: PlanDraft,
}

impl Document {
    pub fn read(name: &str, bytes: &[u8], words: &Vocabulary) -> Self {
        let blocks = blocks_from(bytes, name).unwrap_or_else(|error| panic!("{name}: {error:?}"));
        let (draft, divided) = read_divided(&blocks, words);
        Self { name: name.to_owned(), blocks: divided.unwrap_or(blocks), draft }
    }

    pub fn of(name: &str, text: &str) -> Self {
        Self::read(name, text.as_bytes(), &WORDS)
    }

    fn file(path: &Path) -> Self {
        let bytes = fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        Self::read(&path.file_name().unwrap().to_string_lossy(), &bytes, &WORDS)
    }
}

/// The demonstration documents in every form that is read without another process, the test shapes, and the real
/// documents where they are.
pub fn documents() -> Vec<Document> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut paths = Vec::new();
    for folder in ["demo/documenti", "demo/documenti/resi", "tests/shapes", "../shared/documents"] {
        let Ok(found) = fs::read_dir(root.join(folder)) else {
            eprintln!("\n!!! NOT TESTED: {folder} is not here\n");
            continue;
        };
        let known = ["txt", "md", "html", "csv", "xlsx", "ods", "docx", "odt"];
        let files = found.map(|entry| entry.unwrap().path());
        paths.extend(files.filter(|path| path.extension().is_some_and(|end| known.contains(&&*end.to_string_lossy()))));
    }
    paths.sort();
    assert!(paths.len() > 10, "{paths:?}");
    paths.iter().map(|path| Document::file(path)).collect()
}

/// A demonstration document.
pub fn demo(name: &str) -> Document {
    Document::file(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/documenti").join(name))
}

/// A correction made on a line that says `anchor`.
pub fn correction(number: u32, anchor: &str, act: Act) -> Correction {
    Correction {
        id: CorrectionId(Uuid::from_u128(u128::from(number))),
        document: DocumentId(Uuid::nil()),
        made: Timestamp::from_second(i64::from(number)).unwrap(),
        made_by: StaffId(Uuid::nil()),
        reading: 1,
        anchor: anchor.to_owned(),
        act,
        withdrawn: None,
        placed: None,
    }
}

/// The same, on the line of a record of a document.
pub fn on(document: &Document, number: u32, act: Act) -> Correction {
    use ambito_documents::corrections::Lines;
    correction(number, document.blocks.text(act.line()), act)
}

pub fn set(record: RecordKey, field: &str, old: &str, new: &str) -> Act {
    Act::Set { record, field: field.to_owned(), old: old.to_owned(), new: new.to_owned() }
}
