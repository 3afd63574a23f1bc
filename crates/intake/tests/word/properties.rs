// SPDX-License-Identifier: AGPL-3.0-or-later
//! Laws of word-processor files: elements in any order and any nesting never panic, and no word of theirs is lost.

use ambito_documents::blocks::{Blocks, LineKind, Places};
use ambito_intake::blocks_from;
use ambito_intake::limits::ROW_CELLS_MAX;
use proptest::prelude::*;

use crate::office::{docx, odt};

/// Elements that hold others, for each format, with what they need to open.
const DOCX: [(&str, &str); 14] = [
    ("w:p", ""),
    ("w:tbl", ""),
    ("w:tr", ""),
    ("w:tc", ""),
    ("w:txbxContent", ""),
    ("w:sdt", ""),
    ("w:sdtContent", ""),
    ("w:ins", ""),
    ("w:r", ""),
    ("w:tcPr", ""),
    ("w:pPr", ""),
    ("w:vMerge", ""),
    ("w:tab", ""),
    ("w:gridSpan", " w:val='3'"),
];
const ODT: [(&str, &str); 14] = [
    ("text:p", ""),
    ("text:h", " text:outline-level='12'"),
    ("text:list", ""),
    ("text:list-item", " text:start-value='4294967295'"),
    ("table:table", ""),
    ("table:table-row", ""),
    ("table:table-cell", " table:number-columns-repeated='3'"),
    ("table:covered-table-cell", ""),
    ("draw:text-box", ""),
    ("text:note", ""),
    ("text:note-body", ""),
    ("text:table-of-content", ""),
    ("text:span", ""),
    ("text:tab", ""),
];

/// Well-formed elements, nested and in a row; `None` closes one, each carries a word of its own.
fn markup(elements: &[(&str, &str)], steps: &[Option<usize>], word: impl Fn(usize) -> String) -> String {
    let mut out = String::new();
    let mut open: Vec<&str> = Vec::new();
    for (at, step) in steps.iter().enumerate() {
        if let Some((name, attributes)) = step.and_then(|pick| elements.get(pick % elements.len())) {
            out.push_str(&format!("<{name}{attributes}>{}", word(at)));
            open.push(name);
        } else if let Some(name) = open.pop() {
            out.push_str(&format!("</{name}>{}", word(at)));
        }
    }
    while let Some(name) = open.pop() {
        out.push_str(&format!("</{name}>"));
    }
    out
}

fn is_sound(blocks: &Blocks) {
    for line in &blocks.lines {
        assert!(blocks.text.get(line.span.range()).is_some(), "{line:?}");
        let cells = blocks.cells(line);
        assert!(cells.len() == line.cells_count as usize && cells.len() <= ROW_CELLS_MAX);
        assert_eq!(line.kind == LineKind::Row, !cells.is_empty(), "{line:?}");
        let inside = |span: ambito_documents::blocks::Span| span.start >= line.span.start && span.end <= line.span.end;
        assert!(cells.iter().all(|&cell| inside(cell) && !blocks.str(cell).contains('\t')));
    }
    let Places::Paragraphs(places) = &blocks.places else { panic!("places of paragraphs") };
    assert_eq!(places.len(), blocks.lines.len());
}

fn steps() -> impl Strategy<Value = Vec<Option<usize>>> {
    prop::collection::vec(prop::option::weighted(0.6, 0_usize..14), 1..160)
}

proptest! {
    #[test]
    fn no_docx_panics(steps in steps()) {
        let body = markup(&DOCX, &steps, |at| format!("<w:t>w{at}</w:t>"));
        if let Ok(blocks) = blocks_from(&docx(&body, &[]), "a.docx") {
            is_sound(&blocks);
        }
    }

    #[test]
    fn no_odt_panics(steps in steps()) {
        let body = markup(&ODT, &steps, |at| format!("w{at}"));
        if let Ok(blocks) = blocks_from(&odt(&body, "", ""), "a.odt") {
            is_sound(&blocks);
        }
    }

    #[test]
    fn no_part_panics(bytes in prop::collection::vec(any::<u8>(), 0..200), cut in 0_usize..2_000) {
        let text = String::from_utf8_lossy(&bytes);
        let parts = [("styles", &*text), ("numbering", &*text), ("footnotes", &*text)];
        let _ = blocks_from(&docx(&text, &parts), "a.docx");
        let _ = blocks_from(&odt(&text, &text, &text), "a.odt");
        let whole = docx("<w:p><w:r><w:t>testo</w:t></w:r></w:p>", &[]);
        let _ = blocks_from(whole.get(..cut.min(whole.len())).unwrap_or(&[]), "a.docx");
    }

    #[test]
    fn every_paragraph_is_read(words in prop::collection::vec("[a-z]{1,8}( [a-z0-9.,]{1,8}){0,3}", 1..20), rows in 0_usize..4) {
        let paragraphs: String = words.iter().map(|word| crate::office::p("", word)).collect();
        let cells: String = words.iter().map(|word| format!("<w:tc>{}</w:tc>", crate::office::p("", word))).collect();
        let table = format!("<w:tbl>{}</w:tbl>", format!("<w:tr>{cells}</w:tr>").repeat(rows));
        let blocks = blocks_from(&docx(&format!("{paragraphs}{table}"), &[]), "a.docx").expect("it can be read");
        let expected: Vec<&str> = std::iter::repeat_n(&words, rows + 1).flatten().flat_map(|word| word.split(' ')).collect();
        let found: String = blocks.text.split_whitespace().collect();
        prop_assert_eq!(found, expected.concat());
    }
}
