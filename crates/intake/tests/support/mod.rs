// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the tests of the readers share: blocks as a short text, one line a line.

use std::fmt::Write as _;

use ambito_documents::blocks::{Blocks, LineKind};
use ambito_intake::blocks_from;

/// Reads and compares with a dump; leading blanks of the expected lines do not count.
#[track_caller]
pub fn check(name: &str, bytes: impl AsRef<[u8]>, expected: &str) {
    let blocks = blocks_from(bytes.as_ref(), name).expect("the input can be read");
    let expected: String = expected.trim().lines().map(|line| format!("{}\n", line.trim())).collect();
    assert_eq!(dump(&blocks), expected, "\n--- got\n{}--- expected\n{expected}", dump(&blocks));
}

/// One line a line: place, kind, cells or text.
pub fn dump(blocks: &Blocks) -> String {
    let mut dump = String::new();
    for (number, line) in (1..).zip(&blocks.lines) {
        let place = blocks.places.of(number);
        if let Some(sheet) = place.sheet {
            write!(dump, "{sheet}!").expect("a string takes it");
        }
        if let Some((table, row)) = place.row {
            write!(dump, "T{table}!{row}:").expect("a string takes it");
        }
        write!(dump, "{} ", place.line).expect("a string takes it");
        let text = blocks.str(line.span);
        let line = match line.kind {
            LineKind::Blank => "blank".to_owned(),
            LineKind::PageBreak => "page".to_owned(),
            LineKind::Rule => "rule".to_owned(),
            LineKind::Joined => "joined".to_owned(),
            LineKind::Heading(level) => format!("h{level} {text}"),
            LineKind::Prose => format!("prose {text}"),
            LineKind::Row => {
                let cells: Vec<&str> = blocks.cells(line).iter().map(|&cell| blocks.str(cell)).collect();
                format!("row {}", cells.join(" | ")).trim_end().to_owned()
            }
        };
        dump.push_str(&line);
        dump.push('\n');
    }
    dump
}
