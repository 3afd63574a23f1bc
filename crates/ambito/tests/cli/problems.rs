// SPDX-License-Identifier: AGPL-3.0-or-later
//! What cannot be read is told, by name and with what to do; the rest is still read.

use crate::{folder, run};
use std::fmt::Write as _;

#[test]
fn every_bad_file_is_named_and_the_others_are_read() {
    let folder = folder();
    let run = run(folder.path(), &["read", "manca.txt", "piano.txt", "vuoto.txt", "piano.pdf", "--format", "json"]);
    assert_eq!(run.code, Some(2));
    insta::assert_snapshot!(run.err);
    let whole: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let paths: Vec<&str> =
        whole["documents"].as_array().unwrap().iter().filter_map(|document| document["path"].as_str()).collect();
    assert_eq!(paths, ["piano.txt"]);
}

#[test]
fn the_same_in_english() {
    let folder = folder();
    let run = run(folder.path(), &["--lang", "en", "read", "manca.txt", "vuoto.txt", "piano.pdf"]);
    assert_eq!(run.code, Some(2));
    insta::assert_snapshot!(run.err + &run.out);
}

#[test]
fn a_wrong_vocabulary_is_quoted() {
    let folder = folder();
    let toml = "# parole nostre\n[[indicatori\nnome = \"costo\"\n";
    std::fs::write(folder.path().join("parole.toml"), toml).unwrap();
    std::fs::write(folder.path().join("latino.toml"), b"# citt\xe0\n").unwrap();
    let mut text = String::new();
    for vocabulary in ["parole.toml", "latino.toml", "manca.toml"] {
        let run = run(folder.path(), &["read", "piano.txt", "--vocabulary", vocabulary]);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
        writeln!(text, "{}", run.err).unwrap();
    }
    assert!(text.contains("parole.toml:2") && text.contains("2 |  [[indicatori"), "{text}");
    insta::assert_snapshot!(text);
}

#[test]
fn an_empty_folder_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let run = run(folder.path(), &["read", "."]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    assert!(run.err.starts_with("errore FIL012"), "{}", run.err);
}

#[test]
fn documents_that_a_folder_holds_and_nobody_reads_are_told() {
    let folder = folder();
    std::fs::write(folder.path().join("note.zip"), "x").unwrap();
    std::fs::write(folder.path().join("firmato.pdf.p7m"), "x").unwrap();
    let run = run(folder.path(), &["read", "."]);
    assert!(run.err.starts_with("avviso FIL013") && run.err.contains("firmato.pdf.p7m"), "{}", run.err);
    assert!(!run.err.contains("note.zip"), "{}", run.err);
    assert_eq!(run.code, Some(2), "the empty file: {}", run.err);
}
