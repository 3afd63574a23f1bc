// SPDX-License-Identifier: AGPL-3.0-or-later
//! Any bytes as a PDF, decoded and laid out: no panic that leaves the decoder, and an answer that keeps its promises.

#![no_main]

use ambito_decoder::{Pictures, answer};
use ambito_documents::blocks::Places;
use ambito_pages::Answer;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Answer::Read { blocks, .. } = answer(data.to_vec(), Pictures::Told) else { return };
    let Places::Pages(pages) = &blocks.places else { panic!("a PDF has pages") };
    assert_eq!(pages.lines.len(), blocks.lines.len());
    assert_eq!(pages.cells.len(), blocks.cells.len());
    assert!(blocks.lines.iter().all(|line| blocks.text.get(line.span.range()).is_some()));
    assert!(blocks.cells.iter().all(|cell| blocks.text.get(cell.range()).is_some()));
});
