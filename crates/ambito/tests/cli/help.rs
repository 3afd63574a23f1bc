// SPDX-License-Identifier: AGPL-3.0-or-later
//! The whole help, in both languages, and which language is chosen.

use crate::{ambito, folder, run};
use std::fmt::Write as _;
use std::path::Path;

fn whole_help(language: &str) -> String {
    let mut text = String::new();
    for command in [&[][..], &["read"], &["compare"]] {
        let arguments = [command, &["--lang", language, "--help"]].concat();
        let run = run(Path::new("."), &arguments);
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
        writeln!(text, "$ ambito {}\n{}", arguments.join(" "), run.out).unwrap();
    }
    text
}

#[test]
fn the_whole_help() {
    insta::assert_snapshot!(format!("{}{}", whole_help("it"), whole_help("en")));
}

#[test]
fn no_word_of_the_help_is_left_in_english() {
    let italian = whole_help("it").to_lowercase();
    for word in
        ["usage", "options", "arguments", "commands", "print", "default", "possible", "help-", "value-", "file to"]
    {
        assert!(!italian.contains(word), "{word} in\n{italian}");
    }
}

#[test]
fn the_language_comes_from_the_option_or_the_environment() {
    let first_line = |variables: &[(&str, &str)], arguments: &[&str]| {
        let mut command = ambito(Path::new("."), arguments);
        let output = command.envs(variables.iter().copied()).output().unwrap();
        String::from_utf8(output.stdout).unwrap().lines().nth(2).unwrap_or_default().to_owned()
    };
    let check = |variables: &[(&str, &str)], arguments: &[&str], expected: &str| {
        let line = first_line(variables, arguments);
        assert!(line.starts_with(expected), "{variables:?} {arguments:?}: {line}");
    };
    check(&[], &["--help"], "Uso:");
    check(&[("LANG", "C.UTF-8")], &["--help"], "Uso:");
    check(&[("LANG", "en_GB.UTF-8")], &["--help"], "Usage:");
    check(&[("LANG", "en_GB.UTF-8"), ("LC_ALL", "it_IT.UTF-8")], &["--help"], "Uso:");
    check(&[("LANG", "it_IT.UTF-8"), ("LC_MESSAGES", "en")], &["--help"], "Usage:");
    check(&[("LANG", "en_GB.UTF-8")], &["--lang", "it", "--help"], "Uso:");
    check(&[("LANG", "it")], &["--help", "--lang=en"], "Usage:");
}

#[test]
fn a_wrong_command_line_is_told_in_the_users_words() {
    let folder = folder();
    let mut text = String::new();
    let wrong: [&[&str]; 10] = [
        &["raed", "x"],
        &["read"],
        &["read", "x", "--fromat", "json"],
        &["read", "x", "--format", "pdf"],
        &["read", "x", "--format"],
        &["read", "x", "--format", "json", "--format", "xlsx"],
        &["read", "x", "--threads", "0"],
        &["read", "x", "--threads", "molti"],
        &["--lang", "fr", "read", "x"],
        &["--lang", "en", "read", "x", "-z"],
    ];
    for arguments in wrong {
        let run = run(folder.path(), arguments);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{arguments:?}");
        writeln!(text, "$ ambito {}\n{}", arguments.join(" "), run.err).unwrap();
    }
    insta::assert_snapshot!(text);
}

#[test]
fn without_a_command_the_help_is_shown() {
    let run = run(Path::new("."), &[]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    assert!(run.err.contains("Uso: ambito"), "{}", run.err);
}
