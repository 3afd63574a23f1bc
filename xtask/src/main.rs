// SPDX-License-Identifier: AGPL-3.0-or-later
//! The upkeep of the house: one file per task, run as `cargo xtask TASK`.
//!
//! Invariant: a task does what its help says from a clean clone with Rust, Node and Debian, and installs what it
//! needs itself. Deliberately absent: anything that the shipped program needs at run time.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a task talks to the person who started it")]

mod bench;
mod clock;
mod demo;
mod docs;
mod e2e;
mod fixtures;
mod house;
mod shell;
mod test;
mod tidy;

use anyhow::{Result, bail};
use std::process::ExitCode;

/// One task: its name, what `cargo xtask` says of it, what it does with its arguments.
struct Task {
    name: &'static str,
    help: &'static str,
    run: fn(&[String]) -> Result<()>,
}

/// Every task. A new one is a file and a line here.
const TASKS: &[Task] = &[
    Task { name: "demo", help: "builds Ambito and opens the office of Valdoro [--fresh]", run: demo::run },
    Task { name: "test", help: "installs what the tests need and runs them all [--only STEP]", run: test::run },
    Task { name: "tidy", help: "checks the walls of the house and the generated files [--only RULE]", run: tidy::run },
    Task { name: "docs", help: "makes the generated pages of docs/ again [--check]", run: docs::run },
    Task {
        name: "fixtures",
        help: "renders the documents of Valdoro to PDF, DOCX, ODT [--bench FOLDER]",
        run: fixtures::run,
    },
    Task {
        name: "screenshots",
        help: "takes the pictures of the pages in docs/screenshots/ again",
        run: e2e::screenshots,
    },
    Task { name: "bench", help: "measures: bench read|check|pdf [--library] [--quick] [--no-report]", run: bench::run },
];

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(args: &[String]) -> Result<()> {
    let Some((name, rest)) = args.split_first() else {
        print!("{}", usage());
        return Ok(());
    };
    if matches!(name.as_str(), "help" | "--help" | "-h") {
        print!("{}", usage());
        return Ok(());
    }
    match TASKS.iter().find(|task| task.name == name) {
        Some(task) => (task.run)(rest),
        None => bail!("there is no task `{name}`\n{}", usage()),
    }
}

fn usage() -> String {
    let mut text = String::from("cargo xtask TASK\n\n");
    for task in TASKS {
        text.push_str(&format!("  {:<8} {}\n", task.name, task.help));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn help_lists_every_task_once() {
        for task in TASKS {
            assert_eq!(usage().matches(&format!("\n  {} ", task.name)).count(), 1, "{}", task.name);
        }
    }

    #[test]
    fn an_unknown_task_is_refused_with_the_list() {
        let error = dispatch(&["tets".to_owned()]).unwrap_err().to_string();
        assert!(error.contains("no task `tets`") && error.contains("demo"), "{error}");
    }
}
