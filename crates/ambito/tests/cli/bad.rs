// SPDX-License-Identifier: AGPL-3.0-or-later
//! PDFs that are damaged, locked, hostile or not text (`tests/bad/`): each is read or told, in both languages, with
//! what to do next, and never keeps the others from being read.

use crate::{Run, ambito, run};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// What the plan of these files says, where it can be read.
const OBJECTIVE: &str = "Rendere piu rapida la rendicontazione";

fn bad() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/bad")
}

/// It is refused with these words, and the next line says what to do.
fn check_refused(arguments: &[&str], italian: &[&str], english: &[&str]) {
    let languages = [("it", "cosa fare: ", italian), ("en", "what to do: ", english)];
    for (language, next, words) in languages {
        let run = run(&bad(), &[&["--lang", language], arguments].concat());
        assert_eq!(run.code, Some(2), "{arguments:?}: {run:?}");
        check_told(&run, next, words);
    }
}

fn check_told(run: &Run, next: &str, words: &[&str]) {
    for word in words.iter().chain([&next]) {
        assert!(run.err.contains(word), "{word:?} is not in: {}", run.err);
    }
}

/// What a file reads as.
fn document(name: &str) -> Value {
    let run = run(&bad(), &["read", name, "--format", "json"]);
    assert_eq!(run.code, Some(0), "{name}: {}", run.err);
    serde_json::from_str::<Value>(&run.out).unwrap()["documents"][0].clone()
}

/// Its objective is read.
fn check_read(name: &str) -> Value {
    let document = document(name);
    let titles: Vec<&str> =
        document["nodes"].as_array().unwrap().iter().filter_map(|node| node["title"].as_str()).collect();
    assert!(titles.contains(&OBJECTIVE), "{name}: {titles:?}");
    document
}

#[test]
fn a_cut_file_is_told() {
    check_refused(
        &["read", "tagliato.pdf"],
        &["tagliato.pdf", "nel file non c'è nulla da leggere", "salvato per intero"],
        &["tagliato.pdf", "there is nothing to read in the file", "saved whole"],
    );
}

#[test]
fn a_password_is_told() {
    check_refused(
        &["read", "password.pdf"],
        &["è chiuso da una password", "aprirlo con la password, toglierla"],
        &["it is locked with a password", "remove the password"],
    );
}

#[test]
fn a_file_that_unpacks_to_more_than_the_memory_is_told() {
    check_refused(
        &["read", "bomba.pdf"],
        &["bomba.pdf", "stamparlo di nuovo in PDF"],
        &["bomba.pdf", "print it to PDF again"],
    );
}

#[test]
fn a_picture_names_the_packages() {
    check_refused(
        &["read", "immagine.pdf"],
        &["immagini di pagine", "--ocr", "tesseract-ocr e tesseract-ocr-ita"],
        &["pictures of pages", "--ocr", "tesseract-ocr and tesseract-ocr-ita"],
    );
}

#[test]
fn a_missing_recogniser_names_the_packages() {
    let nowhere = tempfile::tempdir().unwrap();
    let words = [("it", "cosa fare: "), ("en", "what to do: ")];
    for (language, next) in words {
        let arguments = ["--lang", language, "read", "--ocr", "immagine.pdf"];
        let run: Run = ambito(&bad(), &arguments).env("PATH", nowhere.path()).output().unwrap().into();
        assert_eq!(run.code, Some(2), "{run:?}");
        check_told(&run, next, &["apt install tesseract-ocr tesseract-ocr-ita"]);
    }
}

#[test]
fn wrong_cross_references_and_recursion_are_read_all_the_same() {
    check_read("piano.pdf");
    check_read("riferimenti-sbagliati.pdf");
    check_read("ricorsione.pdf");
}

#[test]
fn the_values_of_a_form_are_read() {
    let document = check_read("modulo.pdf");
    let objective = document["nodes"].as_array().unwrap().iter().find(|node| node["title"] == OBJECTIVE).unwrap();
    // The value stands beside its label, and so does the tick.
    assert_eq!(objective["owner"], "Zufolanti Elio", "{document}");
    let approved = objective["fields"].as_array().unwrap().iter().find(|field| field["label"] == "Approvato").unwrap();
    assert_eq!(approved["value"], "☒", "{document}");
}

#[test]
fn an_attachment_is_a_note() {
    let document = check_read("allegato.pdf");
    assert_eq!(document["notes"][0]["code"], "files-attached");
    let run = run(&bad(), &["check", "allegato.pdf", "--fail-on", "note"]);
    assert_eq!(run.code, Some(1), "{run:?}");
    assert!(run.out.contains("STR086") && run.out.contains("budget-2027.csv"), "{}", run.out);
}

#[test]
fn a_page_without_text_is_a_warning() {
    let document = check_read("testo-e-immagine.pdf");
    assert_eq!(document["notes"][0]["code"], "pages-without-text");
    let run = run(&bad(), &["check", "testo-e-immagine.pdf", "--fail-on", "warning"]);
    assert_eq!(run.code, Some(1), "{run:?}");
    assert!(run.out.contains("STR083") && run.out.contains("--ocr"), "{}", run.out);
}

#[test]
fn the_good_files_of_a_folder_are_read() {
    let run = run(&bad(), &["read", ".", "--format", "json"]);
    assert_eq!(run.code, Some(2), "{}", run.err);
    let whole: Value = serde_json::from_str(&run.out).unwrap();
    let read: Vec<&str> =
        whole["documents"].as_array().unwrap().iter().filter_map(|document| document["path"].as_str()).collect();
    let read: Vec<&str> = read.into_iter().filter(|path| path.ends_with(".pdf")).collect();
    let expected = ["allegato", "modulo", "piano", "ricorsione", "riferimenti-sbagliati", "testo-e-immagine"];
    assert_eq!(read.len(), expected.len(), "{read:?}");
    for name in expected {
        assert!(read.iter().any(|path| path.ends_with(&format!("{name}.pdf"))), "{name}: {read:?}");
    }
    for name in ["bomba", "immagine", "password", "tagliato"] {
        assert!(run.err.contains(&format!("{name}.pdf")), "{name}: {}", run.err);
    }
}
