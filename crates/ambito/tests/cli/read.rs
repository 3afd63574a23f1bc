// SPDX-License-Identifier: AGPL-3.0-or-later
//! Reading: for people, for programs, with several threads, into a pipe.

use crate::{PLAN, ambito, folder, run};
use std::io::Read as _;
use std::path::Path;
use std::process::Stdio;

#[test]
fn a_plan_for_people() {
    let folder = folder();
    let run = run(folder.path(), &["read", "piano.txt"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    assert!(run.out.starts_with("Piano Esecutivo di Gestione 2027\nComune di Castelvento\n"), "{}", run.out);
    assert!(run.out.contains("M_1101_1_1  N. incontri con i referenti dei Comuni"), "{}", run.out);
    assert!(run.out.lines().last().is_some_and(|line| line.starts_with("1 documento letto (")), "{}", run.out);
}

#[test]
fn what_is_read_from_the_demonstration_is_valid_for_the_schema() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let run = run(&root, &["read", "demo", "tests/shapes", "--format", "json"]);
    let whole: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let schema: serde_json::Value = serde_json::from_str(ambito_exchange::contract::SCHEMA).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let problems: Vec<String> =
        validator.iter_errors(&whole).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert_eq!(problems, Vec::<String>::new());
    assert!(whole["documents"].as_array().is_some_and(|documents| documents.len() >= 5), "{}", run.err);
}

#[test]
fn the_result_does_not_depend_on_the_threads() {
    let folder = tempfile::tempdir().unwrap();
    for index in 0..30 {
        let name = if index % 7 == 3 { format!("{index:02}.pdf") } else { format!("{index:02}.txt") };
        let text =
            if index % 7 == 3 { "%PDF-1.7\n".to_owned() } else { PLAN.replace("1101", &format!("11{index:02}")) };
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let paths: Vec<String> = (0..30)
        .rev()
        .map(|index| if index % 7 == 3 { format!("{index:02}.pdf") } else { format!("{index:02}.txt") })
        .collect();
    let with = |threads: &str| {
        let mut arguments = vec!["read", "--format", "json", "--threads", threads];
        arguments.extend(paths.iter().map(String::as_str));
        let run = run(folder.path(), &arguments);
        (run.code, run.out, run.err)
    };
    let one = with("1");
    assert_eq!(one.0, Some(2));
    let whole: serde_json::Value = serde_json::from_str(&one.1).unwrap();
    let read: Vec<&str> =
        whole["documents"].as_array().unwrap().iter().filter_map(|document| document["path"].as_str()).collect();
    assert_eq!(read, paths.iter().filter(|path| path.ends_with("txt")).map(String::as_str).collect::<Vec<_>>());
    assert_eq!(one, with("2"));
    assert_eq!(one, with("7"));
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("piano.txt"), PLAN.repeat(2_000)).unwrap();
    let mut child =
        ambito(folder.path(), &["read", "piano.txt"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // Dropping the pipe after the first bytes is what `head` does.
    let mut first = [0; 10];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let ended = child.wait_with_output().unwrap();
    assert_eq!((ended.status.code(), String::from_utf8(ended.stderr).unwrap().as_str()), (Some(0), ""));
}
