// SPDX-License-Identifier: AGPL-3.0-or-later
//! Tables without upright lines: columns are where a strip of white runs down over many lines of writing.
//!
//! A zone begins at a line with a wide gap and takes in the lines below it as long as the white strips hold. Words of
//! one line may cross a strip where a heading covers several columns.
//!
//! Deliberately not here: columns of newspaper prose ([`crate::columns`]), which look alike and are told apart first.

mod fill;
mod growth;
mod runs;

use ambito_documents::blocks::Area;

use crate::join::Lexicon;
use crate::limits::POINT;
use crate::lines::Line;
use crate::page::Rule;
use crate::table::Table;

pub use fill::{Known, table_of};
pub use growth::gutters_over;
pub use runs::{figures_share, is_amount, is_marker};

use growth::Zone;
use runs::has_wide_gap;

/// The narrowest strip between two columns.
pub const GUTTER_MIN: i32 = 4 * POINT;

/// A stretch of the lines of a column of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stretch {
    /// A table.
    Table(Table),
    /// Prose.
    Prose(Vec<Line>),
}

/// A white strip between two columns of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gutter {
    /// Its left edge.
    pub from: i32,
    /// Its right edge.
    pub to: i32,
}

/// What is drawn where the lines stand: level lines and the edges of coloured stripes.
#[derive(Clone, Copy, Debug)]
pub struct Drawn<'a> {
    /// Level lines.
    pub rules: &'a [Rule],
    /// Coloured areas.
    pub fills: &'a [Area],
}

/// Divides lines, from top to bottom, into tables and prose.
#[must_use]
pub fn stretches(lines: Vec<Line>, drawn: Drawn<'_>, lexicon: &Lexicon) -> Vec<Stretch> {
    let mut out: Vec<Stretch> = Vec::new();
    let mut at = 0;
    // The first line that no table has taken.
    let mut free = 0;
    while at < lines.len() {
        if has_wide_gap(&lines[at])
            && let Some(zone) = Zone::grown(&lines, at, free, drawn)
        {
            let (from, to) = (zone.from, zone.to);
            if let Some(table) = table_of(&lines[from..to], &zone.gutters(), drawn, None, lexicon) {
                // Lines taken back from the prose above: the rest of a heading row.
                let taken = at - from;
                if taken > 0
                    && let Some(Stretch::Prose(above)) = out.last_mut()
                {
                    above.truncate(above.len().saturating_sub(taken));
                    if above.is_empty() {
                        out.pop();
                    }
                }
                out.push(Stretch::Table(table));
                at = to;
                free = to;
                continue;
            }
        }
        match out.last_mut() {
            Some(Stretch::Prose(prose)) => prose.push(lines[at].clone()),
            _ => out.push(Stretch::Prose(vec![lines[at].clone()])),
        }
        at += 1;
    }
    out
}
