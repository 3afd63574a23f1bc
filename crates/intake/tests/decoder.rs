// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the reader of PDF makes of a decoder that hangs, breaks off or answers nonsense: small programs of the system
//! stand in for the decoder.
#![cfg(unix)]

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use ambito_documents::blocks::{Area, Blocks, Format, Line, LineKind, PageLine, PageSize, Pages, Places, Span};
use ambito_intake::pdf::{Decoder, read};
use ambito_pages::Answer;

const BYTES: usize = 1 << 20;

/// What a file of a MiB reads as when this program decodes it.
fn outcome(program: &str, arguments: &[&str], seconds_max: u64) -> Result<Blocks, &'static str> {
    let decoder = Decoder {
        program: program.into(),
        arguments: arguments.iter().map(|&argument| argument.to_owned()).collect(),
        seconds_max,
    };
    read(vec![b'%'; BYTES], Path::new("piano.pdf"), Some(&decoder)).map_err(|error| error.kind())
}

fn check_shell(script: &str, expected: &str) {
    assert_eq!(outcome("/bin/sh", &["-c", script], 20).err(), Some(expected), "{script}");
}

/// What the reader makes of an answer.
fn check_answer(answer: &[u8], expected: Result<(), &str>) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("answer");
    fs::write(&path, answer).expect("a file");
    let path = path.to_str().expect("a path of letters");
    assert_eq!(outcome("/bin/cat", &[path], 20).map(|_| ()), expected);
}

#[test]
fn a_decoder_that_breaks_off_is_told() {
    check_shell("exit 0", "decoder-failed");
    check_shell("exit 101", "decoder-failed");
    check_shell("cat", "decoder-failed");
    check_shell("kill -SEGV $$", "decoder-failed");
    assert_eq!(outcome("/nothing/here", &[], 20).err(), Some("no-decoder"));
}

#[test]
fn a_decoder_that_meets_its_limits_is_told() {
    check_shell("kill -ABRT $$", "too-much");
    check_shell("kill -XCPU $$", "too-much");
    check_shell("kill -KILL $$", "too-much");
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the test is about how long it takes")]
fn a_decoder_that_hangs_is_ended() {
    let begun = Instant::now();
    assert_eq!(outcome("/bin/sh", &["-c", "exec sleep 30"], 1).err(), Some("too-much"));
    // What it has started itself still holds its pipes.
    assert_eq!(outcome("/bin/sh", &["-c", "sleep 30 & exec sleep 30"], 1).err(), Some("too-much"));
    assert!(begun.elapsed() < Duration::from_secs(20));
}

#[test]
fn answers_are_taken_as_they_are() {
    check_answer(&Answer::Locked.to_bytes(), Err("locked"));
    check_answer(&Answer::Damaged.to_bytes(), Err("damaged"));
    check_answer(&Answer::TooMuch.to_bytes(), Err("too-much"));
    check_answer(&Answer::Pictures.to_bytes(), Err("pictures"));
    check_answer(&Answer::NoRecogniser.to_bytes(), Err("no-recogniser"));
    check_answer(&read_as(sound()), Ok(()));
    let whole = read_as(sound());
    check_answer(&whole[..whole.len() / 2], Err("decoder-failed"));
    check_answer(&[0xFF; 4_096], Err("decoder-failed"));
}

#[test]
fn answers_that_break_their_promises_are_refused() {
    let spoilt: [fn(&mut Blocks, &mut Pages); 12] = [
        |blocks, _| blocks.format = Format::Docx,
        |blocks, _| blocks.lines[0].span.end = 1_000,
        |blocks, _| blocks.lines[0].span = Span { start: 4, end: 2 },
        // In the middle of a letter.
        |blocks, _| blocks.lines[0].span.end = 1,
        |blocks, _| blocks.cells[0] = Span { start: 0, end: u32::MAX },
        |blocks, _| blocks.lines[1].cells_from = u32::MAX,
        |blocks, _| blocks.lines[1].cells_count = 3,
        |blocks, _| blocks.lines[1].kind = LineKind::Prose,
        |blocks, _| blocks.lines[0].kind = LineKind::Row,
        |_, pages| pages.lines[1].page = 2,
        |_, pages| pages.lines[1].page = 0,
        |_, pages| pages.cells.clear(),
    ];
    for spoil in spoilt {
        let mut blocks = sound();
        let Places::Pages(mut pages) = std::mem::take(&mut blocks.places) else { panic!("pages") };
        spoil(&mut blocks, &mut pages);
        blocks.places = Places::Pages(pages);
        check_answer(&read_as(blocks), Err("decoder-failed"));
    }
    let mut blocks = sound();
    blocks.places = Places::Lines;
    check_answer(&read_as(blocks), Err("decoder-failed"));
}

fn read_as(blocks: Blocks) -> Vec<u8> {
    Answer::Read { blocks: Box::new(blocks), cut: vec!["pages".to_owned(), "unheard".to_owned()] }.to_bytes()
}

/// A line and a row of two cells on one page.
fn sound() -> Blocks {
    let mut blocks = Blocks::new(Format::Pdf, "à b\nc\td".to_owned());
    blocks.lines.push(Line { span: Span::new(0, 4), kind: LineKind::Prose, cells_from: 0, cells_count: 0 });
    blocks.push_row(Span::new(5, 8), [Span::new(5, 6), Span::new(7, 8)]);
    let line = PageLine { page: 1, line: 1, area: Area::default(), confidence: None };
    blocks.places = Places::Pages(Pages {
        sizes: vec![PageSize { width: 59_500, height: 84_200 }],
        lines: vec![line, PageLine { line: 2, ..line }],
        cells: vec![Area::default(); 2],
        ..Pages::default()
    });
    blocks
}
