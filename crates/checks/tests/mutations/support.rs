// SPDX-License-Identifier: AGPL-3.0-or-later
//! How a case is proven, and the small tools with which documents are changed.

use ambito_checks::{Defect, Selection, Subject, run};
use ambito_documents::blocks::Blocks;
use ambito_documents::read_divided;
use ambito_documents::vocabulary::Vocabulary;
use ambito_intake::blocks_from;
use std::path::Path;
use std::sync::LazyLock;

/// The demonstration documents.
pub const DEMO: [&str; 5] =
    ["peg-2027.txt", "piano-di-zona.txt", "piano-obiettivi.md", "programma-fondi.txt", "programmi-finalizzati.txt"];

/// With how many beginnings of the random numbers each case is tried.
const SEEDS: u64 = 12;

static WORDS: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::builtin);

/// One way in which a document goes wrong.
pub struct Case {
    /// The check that finds it.
    pub code: &'static str,
    /// The document that is changed.
    pub document: &'static str,
    /// Changes it; the line that the finding must name, or `None` where this place cannot be changed.
    pub mutate: fn(&mut Lines, &mut Random) -> Option<u32>,
}

/// Tries every case: at least one random place can be changed, and each change gives its finding and no other.
pub fn prove(cases: &[Case]) {
    for Case { code, document, mutate } in cases {
        let clean = text(document);
        let mut tried = 0;
        for seed in 0..SEEDS {
            let mut lines = Lines::of(&clean);
            let Some(line) = mutate(&mut lines, &mut Random::new(seed)) else { continue };
            tried += 1;
            let changed = lines.text();
            assert_ne!(changed, clean, "{code}, seed {seed}: nothing was changed");
            let defects = check(document, &changed);
            let told: Vec<String> = defects.iter().map(told).collect();
            let names = |defect: &Defect| {
                defect.check.code == *code
                    && (defect.place.line == line || defect.related.iter().any(|other| other.line == line))
            };
            assert!(
                defects.len() == 1 && names(&defects[0]),
                "{code} was wanted on line {line} of {document}, seed {seed}: {told:#?}\n{}",
                lines.0[line as usize - 1],
            );
        }
        assert!(tried > 0, "{code}: {document} was never changed");
    }
}

/// A demonstration document.
pub fn text(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/documenti").join(name)).unwrap()
}

/// What all checks find in a document.
pub fn check(name: &str, text: &str) -> Vec<Defect> {
    check_blocks(name, blocks(name, text))
}

/// The blocks of a document.
pub fn blocks(name: &str, text: &str) -> Blocks {
    blocks_from(text.as_bytes(), name).unwrap()
}

/// What all checks find in these blocks.
pub fn check_blocks(name: &str, blocks: Blocks) -> Vec<Defect> {
    let (draft, divided) = read_divided(&blocks, &WORDS);
    let blocks = divided.unwrap_or(blocks);
    run(&[Subject::new(name, &blocks, &draft)], &Selection::default())
}

/// A defect in one line, for messages of failed tests.
pub fn told(defect: &Defect) -> String {
    let Defect { check, place, message, found, expected, related, .. } = defect;
    let related: Vec<u32> = related.iter().map(|other| other.line).collect();
    format!(
        "{} line {} {} {:?} {found:?} → {expected:?}, see {related:?}",
        check.code, place.line, message.key, message.args
    )
}

/// The lines of a document that is being changed; numbers are 1-based.
pub struct Lines(pub Vec<String>);

impl Lines {
    pub fn of(text: &str) -> Self {
        Self(text.split('\n').map(str::to_owned).collect())
    }

    pub fn text(&self) -> String {
        self.0.join("\n")
    }

    /// The numbers of the lines that fulfil a condition.
    pub fn that(&self, fulfils: impl Fn(&str) -> bool) -> Vec<u32> {
        (1..).zip(&self.0).filter(|(_, line)| fulfils(line)).map(|(number, _)| number).collect()
    }

    /// A line.
    pub fn line(&mut self, number: u32) -> &mut String {
        &mut self.0[number as usize - 1]
    }

    /// A line, to read.
    pub fn line_of(&self, number: u32) -> &str {
        &self.0[number as usize - 1]
    }

    /// The cells of a line.
    pub fn cells(&self, number: u32) -> Vec<String> {
        self.0[number as usize - 1].split('\t').map(str::to_owned).collect()
    }

    /// Writes another cell.
    pub fn set_cell(&mut self, number: u32, column: usize, cell: &str) {
        let mut cells = self.cells(number);
        cells[column] = cell.to_owned();
        *self.line(number) = cells.join("\t");
    }
}

/// Random numbers that are the same in every run (xorshift).
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0xD1B5_4A32_D192_ED03)
    }

    /// A number below another.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).unwrap()
    }

    /// One of several.
    pub fn one<T: Clone>(&mut self, of: &[T]) -> Option<T> {
        if of.is_empty() { None } else { Some(of[self.below(of.len())].clone()) }
    }
}

/// An amount in Italian notation, made larger by whole euro.
pub fn more(amount: &str, euro: usize) -> String {
    let cents: i64 = amount.replace(['.', ','], "").parse().unwrap();
    let cents = cents + i64::try_from(euro).unwrap() * 100;
    let (sign, cents) = if cents < 0 { ("-", -cents) } else { ("", cents) };
    let digits = (cents / 100).to_string();
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().map(|group| std::str::from_utf8(group).unwrap()).collect();
    format!("{sign}{},{:02}", groups.join("."), cents % 100)
}

/// Whether a cell is an amount in Italian notation with cents.
pub fn is_amount(cell: &str) -> bool {
    let body = cell.strip_prefix('-').unwrap_or(cell);
    body.len() > 3
        && body.as_bytes()[body.len() - 3] == b','
        && body.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
}
