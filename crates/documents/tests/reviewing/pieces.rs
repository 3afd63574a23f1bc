// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is cut and put together again is what it was.

use crate::support::{Document, documents};
use ambito_documents::blocks::{Blocks, Line, Part, Places};
use ambito_documents::corrections::{node_keys, records};
use ambito_documents::pieces::{self, Piece};

#[test]
fn the_pieces_of_a_draft_are_the_draft() {
    for document in documents() {
        for lines_each in [1, 7, 500] {
            let count = document.blocks.lines.len().div_ceil(lines_each as usize);
            let cut = pieces::cut(document.draft.clone(), count, lines_each);
            let kept: Vec<String> = cut.iter().map(|piece| serde_json::to_string(piece).unwrap()).collect();
            let read: Vec<Piece> = kept.iter().map(|kept| serde_json::from_str(kept).unwrap()).collect();
            assert!(pieces::join(read) == document.draft, "{} in pieces of {lines_each}", document.name);
        }
    }
}

#[test]
fn the_records_of_the_pieces_are_those_of_the_draft() {
    for document in documents() {
        let keys = node_keys(&document.draft);
        let mut whole = records(&document.draft);
        whole.sort_by_key(|record| record.key);
        let count = document.blocks.lines.len().div_ceil(40);
        let cut = pieces::cut(document.draft.clone(), count, 40);
        let mut found: Vec<_> =
            cut.iter().flat_map(|piece| piece.records(&|id| keys.get(id.index()).copied())).collect();
        found.sort_by_key(|record| record.key);
        assert!(found == whole, "{}", document.name);
    }
}

#[test]
fn the_parts_of_the_blocks_are_the_blocks() {
    for document in documents() {
        for lines_each in [1, 13, 500_u32] {
            let last = u32::try_from(document.blocks.lines.len()).unwrap();
            let parts: Vec<Part> = (0..last.div_ceil(lines_each))
                .map(|at| document.blocks.part(at * lines_each + 1, (at + 1) * lines_each))
                .map(|part| serde_json::from_str(&serde_json::to_string(&part).unwrap()).unwrap())
                .collect();
            for part in &parts {
                let from = part.first_line as usize - 1;
                same_lines(&document, &part.blocks, from);
            }
            let joined = Part::join(parts).unwrap();
            assert_eq!(joined.lines.len(), document.blocks.lines.len());
            same_lines(&document, &joined, 0);
            assert!(joined.places == document.blocks.places, "{}: places", document.name);
            assert_eq!((joined.format, &joined.told), (document.blocks.format, &document.blocks.told));
            if document.blocks.places == Places::Lines && document.blocks.format.word() != "html" {
                // A heading is quoted with its marks, a row with what stands around it.
                for (line, own) in joined.lines.iter().zip(&document.blocks.lines) {
                    assert_eq!(around(&joined, line), around(&document.blocks, own), "{}", document.name);
                }
            }
        }
    }
}

/// A line of the file, whole.
fn around<'a>(blocks: &'a Blocks, line: &Line) -> &'a str {
    let span = line.span.range();
    let start = blocks.text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let end = blocks.text[span.end..].find('\n').map_or(blocks.text.len(), |at| span.end + at);
    &blocks.text[start..end]
}

fn same_lines(document: &Document, blocks: &Blocks, from: usize) {
    let whole = &document.blocks;
    for (at, line) in blocks.lines.iter().enumerate() {
        let own = &whole.lines[from + at];
        assert_eq!((line.kind, blocks.str(line.span)), (own.kind, whole.str(own.span)), "{}", document.name);
        let cells: Vec<&str> = blocks.cells(line).iter().map(|cell| blocks.str(*cell)).collect();
        let own_cells: Vec<&str> = whole.cells(own).iter().map(|cell| whole.str(*cell)).collect();
        assert_eq!(cells, own_cells, "{}", document.name);
        let number = u32::try_from(from + at + 1).unwrap();
        assert_eq!(blocks.places.of(u32::try_from(at + 1).unwrap()), whole.places.of(number), "{}", document.name);
    }
}
