// SPDX-License-Identifier: AGPL-3.0-or-later
//! `cargo xtask tidy`: the walls of the house, checked by a program. One rule is one function in a file of this
//! folder and one line in [`RULES`]; a fault names the place and what to do.

mod generated;
mod licences;
mod papers;
mod publiccode;
mod sources;
mod texts;
mod walls;

use crate::{house, shell};
use anyhow::{Context, Result, bail};
use serde_json::Value;

/// What the rules look at: the files that git knows or would add, and what cargo knows.
pub struct House {
    /// Every text file.
    files: Vec<SourceFile>,
    /// `cargo metadata`.
    metadata: Value,
}

/// A text file of the project.
pub struct SourceFile {
    /// From the root, with `/`.
    path: String,
    /// What is in it.
    text: String,
}

impl SourceFile {
    fn is_rust(&self) -> bool {
        self.path.ends_with(".rs")
    }

    /// The lines with their numbers, from 1.
    fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(index, line)| (index + 1, line))
    }

    /// A fault on a line of this file.
    fn fault(&self, line: usize, message: impl Into<String>) -> Fault {
        Fault { place: format!("{}:{line}", self.path), message: message.into(), weight: Weight::Error }
    }
}

impl House {
    fn file(&self, path: &str) -> Option<&SourceFile> {
        self.files.iter().find(|file| file.path == path)
    }
}

/// Whether a fault stops the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Weight {
    /// It is told.
    Warning,
    /// It fails.
    Error,
}

/// Something against the rules.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Fault {
    place: String,
    message: String,
    weight: Weight,
}

impl Fault {
    fn error(place: impl Into<String>, message: impl Into<String>) -> Self {
        Self { place: place.into(), message: message.into(), weight: Weight::Error }
    }
}

/// A rule: its name for `--only`, what it finds.
struct Rule {
    name: &'static str,
    check: fn(&House) -> Result<Vec<Fault>>,
}

const RULES: &[Rule] = &[
    Rule { name: "walls", check: walls::crates_depend_one_way },
    Rule { name: "owners", check: walls::one_crate_names_it },
    Rule { name: "licences", check: licences::dependencies_may_be_joined },
    Rule { name: "spdx", check: sources::opens_with_licence_and_doc },
    Rule { name: "length", check: sources::is_short },
    Rule { name: "promises", check: sources::promises_nothing },
    Rule { name: "files", check: sources::only_intake_reads_files },
    Rule { name: "clock", check: sources::time_is_a_parameter },
    Rule { name: "floats", check: sources::money_never_floats },
    Rule { name: "hosts", check: texts::names_no_registry },
    Rule { name: "paths", check: texts::names_no_machine_path },
    Rule { name: "publiccode", check: publiccode::is_valid },
    Rule { name: "readme", check: papers::readme_commands_exist },
    Rule { name: "changelog", check: papers::changelog_has_the_version },
    Rule { name: "decisions", check: papers::dependencies_have_a_reason },
    Rule { name: "generated", check: generated::pages_are_up_to_date },
    Rule { name: "rendered", check: generated::rendered_is_of_the_texts },
];

/// Checks all the rules, or the one after `--only`.
pub fn run(args: &[String]) -> Result<()> {
    let only = chosen(args)?;
    let house = look()?;
    let mut errors = 0usize;
    for rule in RULES.iter().filter(|rule| only.is_none_or(|name| name == rule.name)) {
        let faults =
            (rule.check)(&house).unwrap_or_else(|error| vec![Fault::error("xtask tidy", format!("{error:#}"))]);
        for fault in faults {
            let word = match fault.weight {
                Weight::Warning => "warning",
                Weight::Error => "error",
            };
            errors += usize::from(fault.weight == Weight::Error);
            println!("{word}[{}] {}: {}", rule.name, fault.place, fault.message);
        }
    }
    if errors > 0 {
        bail!("tidy found {errors} faults");
    }
    Ok(())
}

fn chosen(args: &[String]) -> Result<Option<&str>> {
    match args {
        [] => Ok(None),
        [flag, name] if flag == "--only" && RULES.iter().any(|rule| rule.name == name) => Ok(Some(name)),
        _ => {
            let names: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
            bail!("usage: cargo xtask tidy [--only RULE], where RULE is one of {}", names.join(", "))
        }
    }
}

/// Reads what the rules look at. Files that are no UTF-8 (the documents of the encoding tests) are left out.
fn look() -> Result<House> {
    let mut git = shell::command("git");
    let listed = shell::capture(git.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]))
        .context("tidy needs git to know which files belong to the project")?;
    let root = house::root();
    let mut files = Vec::new();
    for path in listed.split('\0').filter(|path| !path.is_empty()) {
        if let Some(text) = std::fs::read(root.join(path)).ok().and_then(|bytes| String::from_utf8(bytes).ok()) {
            files.push(SourceFile { path: path.to_owned(), text });
        }
    }
    Ok(House { files, metadata: house::metadata()? })
}

/// A house of a few files, for the tests of the rules.
#[cfg(test)]
fn sample(files: &[(&str, &str)]) -> House {
    let file = |&(path, text): &(&str, &str)| SourceFile { path: path.to_owned(), text: text.to_owned() };
    House { files: files.iter().map(file).collect(), metadata: Value::Null }
}

/// The places of the faults that a rule finds in a house.
#[cfg(test)]
fn places(check: fn(&House) -> Result<Vec<Fault>>, house: &House) -> Vec<String> {
    check(house).unwrap().into_iter().map(|fault| fault.place).collect()
}
