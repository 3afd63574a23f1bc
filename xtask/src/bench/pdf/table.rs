// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the benchmark of PDF found, as tables: the measures, then how many times Ambito's time the others take.

use super::turns::Turn;
use crate::bench::measure::{milliseconds, ratio};
use std::fmt::Write as _;
use std::time::Duration;

/// How many cells of the truth were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cells {
    /// Those that are right.
    pub right: u64,
    /// Those that there are.
    pub all: u64,
}

/// One document, by all programs; Ambito is the first.
pub struct Measured {
    /// Its name.
    pub name: String,
    /// How many pages it has.
    pub pages: u64,
    /// Each program, what it took, and the cells it found, if it finds tables.
    pub rows: Vec<(&'static str, Turn, Option<Cells>)>,
}

/// Both tables.
pub fn whole(all: &[Measured], versions: &str) -> String {
    let mut text = format!(
        "{versions}.\n\n\
         | document | pages | program | ms | pages/s | ms of processors | peak memory, MB | cells right |\n\
         | --- | ---: | --- | ---: | ---: | ---: | ---: | ---: |\n"
    );
    text.extend(all.iter().map(rows));
    text.push_str("\nHow many times Ambito's time and memory the others take; below 1 they take less:\n\n| document |");
    let others: Vec<&str> = all.first().into_iter().flat_map(|one| &one.rows).skip(1).map(|row| row.0).collect();
    others.iter().for_each(|name| _ = write!(text, " {name}, time | {name}, memory |"));
    text.push_str("\n| --- |");
    text.extend(others.iter().map(|_| " ---: | ---: |"));
    text.push('\n');
    text.extend(all.iter().map(ratios));
    text
}

/// The measures of one document.
pub fn rows(one: &Measured) -> String {
    let mut text = String::new();
    for (program, turn, cells) in &one.rows {
        let _ = writeln!(
            text,
            "| {} | {} | {program} | {} | {} | {} | {} | {} |",
            one.name,
            one.pages,
            milliseconds(turn.time),
            per_second(one.pages, turn.time),
            milliseconds(turn.processor),
            megabytes(turn.peak_bytes),
            cells.map_or_else(|| "finds no tables".to_owned(), shown),
        );
    }
    text
}

fn ratios(one: &Measured) -> String {
    let mut text = format!("| {} |", one.name);
    if let Some(((_, ours, _), others)) = one.rows.split_first() {
        for (_, theirs, _) in others {
            let memory = theirs.peak_bytes * 100 / ours.peak_bytes.max(1);
            let _ = write!(text, " {} | {}.{:02} |", ratio(theirs.time, ours.time), memory / 100, memory % 100);
        }
    }
    text.push('\n');
    text
}

fn per_second(pages: u64, time: Duration) -> String {
    let tenths = u128::from(pages) * 10_000_000 / time.as_micros().max(1);
    format!("{}.{}", tenths / 10, tenths % 10)
}

fn megabytes(bytes: u64) -> String {
    format!("{}.{}", bytes / 1_000_000, bytes % 1_000_000 / 100_000)
}

/// All of them, or the share in hundredths, never rounded up to all.
fn shown(cells: Cells) -> String {
    let Cells { right, all } = cells;
    if right == all {
        return format!("all {all}");
    }
    let hundredths = right * 10_000 / all.max(1);
    format!("{}.{:02} % ({right} of {all})", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_measures_and_ratios() {
        let turn = |millis: u64, megabytes: u64| Turn {
            time: Duration::from_millis(millis),
            processor: Duration::from_millis(2 * millis),
            peak_bytes: megabytes * 1_000_000,
        };
        let some = |right: u64| Some(Cells { right, all: 20_000 });
        let rows = vec![
            ("ambito", turn(100, 40), some(20_000)),
            ("quick", turn(50, 10), None),
            ("slow", turn(2_500, 60), some(19_999)),
        ];
        let text = whole(&[Measured { name: "x".to_owned(), pages: 30, rows }], "quick 1.0");
        let expected = "quick 1.0.\n\n\
            | document | pages | program | ms | pages/s | ms of processors | peak memory, MB | cells right |\n\
            | --- | ---: | --- | ---: | ---: | ---: | ---: | ---: |\n\
            | x | 30 | ambito | 100.0 | 300.0 | 200.0 | 40.0 | all 20000 |\n\
            | x | 30 | quick | 50.0 | 600.0 | 100.0 | 10.0 | finds no tables |\n\
            | x | 30 | slow | 2500.0 | 12.0 | 5000.0 | 60.0 | 99.99 % (19999 of 20000) |\n\n\
            How many times Ambito's time and memory the others take; below 1 they take less:\n\n\
            | document | quick, time | quick, memory | slow, time | slow, memory |\n\
            | --- | ---: | ---: | ---: | ---: |\n\
            | x | 0.50 | 0.25 | 25.00 | 1.50 |\n";
        assert_eq!(text, expected);
    }
}
