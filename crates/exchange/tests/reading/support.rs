// SPDX-License-Identifier: AGPL-3.0-or-later
//! What these tests share: the documents, the reading as the binary does it, a generator of numbers.

use ambito_documents::read_divided;
use ambito_documents::vocabulary::Vocabulary;
use ambito_exchange::Reading;
use ambito_exchange::contract::ReadingsWriter;
use ambito_i18n::{Catalogue, Language};
use ambito_intake::blocks_from;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// The five real documents: number and name.
pub const REAL: [(&str, &str); 5] = [
    ("000", "000_001c6b2206c1c5f5.txt"),
    ("001", "001_51402a20550dfbf2.txt"),
    ("002", "002_686efbdb5aaf6e4c.txt"),
    ("003", "003_ef118c60c3d0db0d.txt"),
    ("004", "004_2a001d06365c8472.txt"),
];

/// The five demonstration documents.
pub const DEMO: [&str; 5] =
    ["peg-2027.txt", "piano-di-zona.txt", "piano-obiettivi.md", "programma-fondi.txt", "programmi-finalizzati.txt"];

static WORDS: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::builtin);

/// A document in memory.
pub struct Source {
    pub name: String,
    pub bytes: Vec<u8>,
}

impl Source {
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.bytes).unwrap()
    }

    /// The same document with other content.
    pub fn with(&self, text: &str) -> Self {
        Self { name: self.name.clone(), bytes: text.as_bytes().to_vec() }
    }

    /// The document of the JSON, as text; `None` where nothing can be read from the bytes. Path and sum are left
    /// empty, so that equal readings are equal texts.
    pub fn json(&self) -> Option<String> {
        let blocks = blocks_from(&self.bytes, &self.name).ok()?;
        let (draft, divided) = read_divided(&blocks, &WORDS);
        let blocks = divided.unwrap_or(blocks);
        let (format, places) = (blocks.format, blocks.places.clone());
        let reading = Reading { path: String::new(), sha256: String::new(), format, places, draft };
        let mut writer = ReadingsWriter::begin(Vec::new()).unwrap();
        writer.write(&ambito_exchange::Source { reading, blocks }, &Catalogue::new(Language::Italian)).unwrap();
        Some(String::from_utf8(writer.finish().unwrap()).unwrap())
    }

    /// The document of the JSON.
    pub fn read(&self) -> Value {
        let json = self.json().unwrap_or_else(|| panic!("{}: nothing can be read", self.name));
        serde_json::from_str::<Value>(&json).unwrap()["documents"][0].take()
    }
}

/// The project's root.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A real document, read in place; `None`, and a loud word, where the folder is not there.
pub fn real(number: &str) -> Option<Source> {
    let (_, name) = REAL.iter().find(|(known, _)| *known == number).unwrap();
    let path = root().join("../shared/documents").join(name);
    match fs::read(&path) {
        Ok(bytes) => Some(Source { name: (*name).to_owned(), bytes }),
        Err(error) => {
            eprintln!("\n!!! NOT TESTED: the real document {} is not here: {error}\n", path.display());
            None
        }
    }
}

/// A demonstration document.
pub fn demo(name: &str) -> Source {
    file(&root().join("demo/documenti").join(name))
}

pub fn file(path: &Path) -> Source {
    let bytes = fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    Source { name: path.file_name().unwrap().to_string_lossy().into_owned(), bytes }
}

/// The records of one kind.
pub fn list<'a>(document: &'a Value, kind: &str) -> &'a [Value] {
    document[kind].as_array().unwrap_or_else(|| panic!("{kind} is not a list"))
}

/// The node that a record's `node`, `parent`… names.
pub fn node_of<'a>(document: &'a Value, id: &Value) -> Option<&'a Value> {
    list(document, "nodes").iter().find(|node| !id.is_null() && node["id"] == *id)
}

/// Cents of an amount in the notation of the contract; nothing counts as zero.
pub fn cents(amount: &Value) -> i64 {
    amount.as_str().map_or(0, |text| text.replace('.', "").parse().unwrap())
}

/// A small generator of numbers (SplitMix64): the same ones for the same seed, on every machine.
pub struct Numbers(pub u64);

impl Numbers {
    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % end as u64).unwrap()
    }
}
