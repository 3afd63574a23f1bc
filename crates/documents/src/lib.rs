// SPDX-License-Identifier: AGPL-3.0-or-later
//! From the blocks of a published document to a plan draft. Never fails: what is not understood is listed.
//!
//! One walk over the lines (`reader`) opens nodes, sections and tables; `finish` resolves what pointed forward,
//! heals what pages and columns broke, and counts the coverage. Words come from the [`vocabulary`], never from code.
//!
//! Invariants: no I/O, no clock, no panic on any input; every line that is not blank is read, kept as text, or listed
//! in `unread`; the same bytes give the same draft.

pub mod blocks;
mod chapters;
mod clean;
pub mod corrections;
mod finish;
mod front;
mod headings;
mod healing;
mod index;
mod indicator_lines;
mod labels;
pub mod limits;
mod nodes;
mod path;
pub mod pieces;
mod prose;
mod reader;
mod tables;
mod unfold;
mod values;
pub mod vocabulary;

use ambito_domain::planning::PlanDraft;
use blocks::Blocks;
use vocabulary::Vocabulary;

/// Reads a document: every value with its line, every line that was not understood in `unread`.
#[must_use]
pub fn read(blocks: &Blocks, vocabulary: &Vocabulary) -> PlanDraft {
    read_divided(blocks, vocabulary).0
}

/// The same, with the blocks that the draft's line numbers speak of where the reading had to divide lines.
#[must_use]
pub fn read_divided(blocks: &Blocks, vocabulary: &Vocabulary) -> (PlanDraft, Option<Blocks>) {
    match unfold::unfold(blocks, vocabulary) {
        Some(divided) => {
            let mut reader = reader::Reader::new(&divided, vocabulary);
            reader.walk();
            (finish::finish(reader), Some(divided))
        }
        None => {
            let mut reader = reader::Reader::new(blocks, vocabulary);
            reader.walk();
            (finish::finish(reader), None)
        }
    }
}
