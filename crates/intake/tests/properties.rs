// SPDX-License-Identifier: AGPL-3.0-or-later
//! Laws of all readers: no input panics, spans lie inside the text on character boundaries, nothing is lost.

use ambito_documents::blocks::{Blocks, LineKind, Places, Span};
use ambito_intake::blocks_from;
use ambito_intake::limits::ROW_CELLS_MAX;
use proptest::prelude::*;

const NAMES: [&str; 6] = ["a.txt", "a.md", "a.html", "a.csv", "a.tsv", "a"];

fn is_sound(blocks: &Blocks) {
    let inside = |span: Span| blocks.text.get(span.range()).is_some();
    for line in &blocks.lines {
        assert!(inside(line.span), "{line:?}");
        assert!(blocks.cells(line).len() == line.cells_count as usize && line.cells_count as usize <= ROW_CELLS_MAX);
        assert!((line.kind == LineKind::Row) == (line.cells_count > 0), "{line:?}");
    }
    assert!(blocks.cells.iter().all(|&cell| inside(cell)));
    match &blocks.places {
        Places::Lines => {}
        Places::Mapped(lines) => assert_eq!(lines.len(), blocks.lines.len()),
        Places::Sheets { rows, .. } => assert_eq!(rows.len(), blocks.lines.len()),
        Places::Pages(pages) => {
            assert_eq!((pages.lines.len(), pages.cells.len()), (blocks.lines.len(), blocks.cells.len()));
        }
        Places::Paragraphs(places) => assert_eq!(places.len(), blocks.lines.len()),
    }
}

const MARKS: [&str; 26] = [
    "\t", "\n", "\r\n", "\r", "\x0C", "|", "\\|", "  ", "    ", ";", ",", "\"", "\"\"", "#", "---", "è", "\u{A0}",
    "\u{2028}", "abc", "12,5", "1.234,56", "x", "A.1", "Servizio", "....", " ",
];
const TAGS: [&str; 22] = [
    "<table>",
    "<tr>",
    "<td>",
    "<td colspan=3 rowspan=2>",
    "</td>",
    "</tr>",
    "</table>",
    "\n<table>",
    "</table>\n",
    "<h2>",
    "</h2>",
    "<li>",
    "</li>",
    "<br>",
    "<p>",
    "<pre>",
    "</pre>",
    "&agrave;",
    "&#0;",
    "<script>",
    "</script>",
    "<!--",
];

/// Pieces that readers look for, in any order.
fn pieces(of: Vec<&'static str>) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(of), 0..120).prop_map(|pieces| pieces.concat())
}

/// The text without blanks and without what marks may take away.
fn bare(text: &str) -> String {
    text.chars().filter(|char| char.is_alphanumeric()).collect()
}

#[test]
fn a_pipe_alone_under_a_row_is_no_row() {
    let blocks = blocks_from(b"||</table>\n|", "a.txt").unwrap();
    is_sound(&blocks);
    assert!(blocks.lines.iter().any(|line| line.kind == LineKind::Row), "the first line is one");
}

proptest! {
    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), name in prop::sample::select(NAMES.to_vec())) {
        if let Ok(blocks) = blocks_from(&bytes, name) {
            is_sound(&blocks);
        }
    }

    #[test]
    fn no_archive_panics(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let mut archive = b"PK\x03\x04".to_vec();
        archive.extend(bytes);
        prop_assert!(blocks_from(&archive, "a.xlsx").is_err());
    }

    #[test]
    fn no_text_panics(text in pieces([&MARKS[..], &TAGS[..]].concat()), name in prop::sample::select(NAMES.to_vec())) {
        if let Ok(blocks) = blocks_from(text.as_bytes(), name) {
            is_sound(&blocks);
        }
    }

    #[test]
    fn every_line_of_a_text_appears(text in pieces(MARKS.to_vec())) {
        let Ok(blocks) = blocks_from(text.as_bytes(), "a.md") else { return Ok(()) };
        let read: String = blocks.lines.iter().map(|line| blocks.str(line.span)).collect();
        prop_assert_eq!(bare(&read), bare(&text));
        for line in &blocks.lines {
            let cells: String = blocks.cells(line).iter().map(|&cell| blocks.str(cell)).collect();
            prop_assert!(line.kind != LineKind::Row || bare(&cells).len() >= bare(blocks.str(line.span)).len());
        }
    }
}
