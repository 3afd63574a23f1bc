// SPDX-License-Identifier: AGPL-3.0-or-later
//! Where the result goes: an input is never overwritten, and a file appears whole or not at all.

use crate::{PLAN, folder, run};
use std::fs;
use std::path::Path;

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_result_is_written_whole_and_told() {
    let folder = folder();
    let run = run(folder.path(), &["read", "piano.txt", "--format", "json", "-o", "piano.json"]);
    assert_eq!((run.code, run.out.as_str()), (Some(0), ""));
    assert!(
        run.err.starts_with("1 documento letto (") && run.err.ends_with("· scritto in piano.json\n"),
        "{}",
        run.err
    );
    let text = fs::read_to_string(folder.path().join("piano.json")).unwrap();
    let whole: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(whole["schema"], "ambito.read/1");
    assert_eq!(names(folder.path()), ["piano.json", "piano.pdf", "piano.txt", "vuoto.txt"]);
}

#[cfg(unix)]
#[test]
fn an_input_is_never_overwritten_under_any_name() {
    let folder = folder();
    let path = |name: &str| folder.path().join(name);
    fs::hard_link(path("piano.txt"), path("duro.txt")).unwrap();
    std::os::unix::fs::symlink("piano.txt", path("molle.txt")).unwrap();
    fs::write(path("parole.toml"), "").unwrap();
    for output in ["piano.txt", "./piano.txt", "duro.txt", "molle.txt", "parole.toml"] {
        let arguments = ["read", "piano.txt", "--vocabulary", "parole.toml", "--format", "json", "-o", output];
        let run = run(folder.path(), &arguments);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{output}: {}", run.err);
        assert!(run.err.starts_with("errore USC001") || output == "parole.toml", "{}", run.err);
    }
    assert_eq!(fs::read_to_string(path("piano.txt")).unwrap(), PLAN);
    assert_eq!(fs::read_to_string(path("parole.toml")).unwrap(), "");
}

#[test]
fn an_input_of_a_folder_is_never_overwritten() {
    let folder = folder();
    let run = run(folder.path(), &["read", ".", "--format", "json", "-o", "piano.txt"]);
    assert_eq!(run.code, Some(2));
    assert_eq!(fs::read_to_string(folder.path().join("piano.txt")).unwrap(), PLAN);
}

#[test]
fn a_result_that_nothing_was_read_for_does_not_replace_an_older_one() {
    let folder = folder();
    fs::write(folder.path().join("piano.json"), "di ieri").unwrap();
    let run = run(folder.path(), &["read", "vuoto.txt", "--format", "json", "-o", "piano.json"]);
    assert_eq!(run.code, Some(2));
    assert_eq!(fs::read_to_string(folder.path().join("piano.json")).unwrap(), "di ieri");
    assert_eq!(names(folder.path()), ["piano.json", "piano.pdf", "piano.txt", "vuoto.txt"]);
}

#[test]
fn a_workbook_wants_a_file() {
    let folder = folder();
    let refused = run(folder.path(), &["read", "piano.txt", "--format", "xlsx"]);
    assert_eq!((refused.code, refused.out.as_str()), (Some(2), ""));
    assert!(refused.err.contains("-o piano.xlsx"), "{}", refused.err);
    let written = run(folder.path(), &["read", "piano.txt", "--format", "xlsx", "-o", "piano.xlsx"]);
    assert_eq!((written.code, written.out.as_str()), (Some(0), ""));
    assert!(fs::read(folder.path().join("piano.xlsx")).unwrap().starts_with(b"PK"));
}

#[test]
fn a_place_that_cannot_be_written_is_told() {
    let folder = folder();
    let mut text = String::new();
    for output in [".", "manca/piano.json"] {
        let run = run(folder.path(), &["read", "piano.txt", "--format", "json", "-o", output]);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
        text.push_str(&run.err);
    }
    insta::assert_snapshot!(text);
}

#[test]
fn the_name_of_the_file_says_the_form_unless_it_is_said() {
    let folder = folder();
    let written = |arguments: &[&str], name: &str| {
        let run = run(folder.path(), &[&["read", "piano.txt", "-o", name], arguments].concat());
        assert_eq!(run.code, Some(0), "{}", run.err);
        fs::read(folder.path().join(name)).unwrap()
    };
    assert!(written(&[], "piano.XLSX").starts_with(b"PK"));
    assert!(written(&[], "piano.json").starts_with(b"{\"schema\""));
    assert!(written(&["--format", "json"], "piano.xlsx").starts_with(b"{\"schema\""));
    assert_eq!(written(&[], "piano.txt.md"), written(&["--format", "table"], "piano.md"));
}
