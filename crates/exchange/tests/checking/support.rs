// SPDX-License-Identifier: AGPL-3.0-or-later
//! What these tests share: documents, and what is found in them.

use ambito_checks::Selection;
use ambito_documents::read_divided;
use ambito_documents::vocabulary::Vocabulary;
use ambito_exchange::Reading;
use ambito_exchange::checks::{Source, check};
use ambito_findings::Finding;
use ambito_i18n::{Catalogue, Language};
use ambito_intake::blocks_from;
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

static WORDS: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::builtin);

/// The folder of this crate's tests.
pub fn tests_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

/// A demonstration document.
pub fn demo(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/documenti").join(name);
    std::fs::read_to_string(path).unwrap()
}

/// A real document, where it is beside the project; it is never in it.
pub fn real(number: &str) -> Option<String> {
    let name = REAL.iter().find(|(known, _)| *known == number).unwrap().1;
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/documents").join(name);
    let text = std::fs::read_to_string(&path).ok();
    if text.is_none() {
        eprintln!("SKIPPED: the real document {number} is not there ({})", path.display());
    }
    text
}

/// What is found in a document.
pub fn findings(name: &str, text: &str) -> Vec<Finding> {
    findings_of(&[(name, text)])
}

/// What is found in documents that are given together.
pub fn findings_of(documents: &[(&str, &str)]) -> Vec<Finding> {
    let sources: Vec<Source> = documents
        .iter()
        .map(|(name, text)| {
            let blocks = blocks_from(text.as_bytes(), name).unwrap();
            let (draft, divided) = read_divided(&blocks, &WORDS);
            let blocks = divided.unwrap_or(blocks);
            let reading = Reading {
                path: (*name).to_owned(),
                sha256: String::new(),
                format: blocks.format,
                places: blocks.places.clone(),
                draft,
            };
            Source { reading, blocks }
        })
        .collect();
    check(&sources, &Selection::default(), &Catalogue::new(Language::Italian))
}

/// The line of a finding.
pub fn line_of(finding: &Finding) -> usize {
    finding.span.map_or(0, |span| span.line)
}
