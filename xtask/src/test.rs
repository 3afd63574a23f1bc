// SPDX-License-Identifier: AGPL-3.0-or-later
//! `cargo xtask test`: installs what the tests need, then form, walls, tests and documentation, in the order in which
//! a mistake is found soonest. Stops at the first step that fails; the closing line counts the tests.

use crate::fixtures::debian;
use crate::{clock, e2e, shell, tidy};
use ambito_testbed::{Durability, Postgres};
use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Duration;

/// How many tests did what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tally {
    passed: u64,
    failed: u64,
    skipped: u64,
}

/// One step: its name for `--only`, what it does.
struct Step {
    name: &'static str,
    run: fn(&mut Tally) -> Result<()>,
}

const STEPS: &[Step] = &[
    Step { name: "fmt", run: fmt },
    Step { name: "clippy", run: clippy },
    Step { name: "tidy", run: |_| tidy::run(&[]) },
    Step { name: "tests", run: tests },
    Step { name: "e2e", run: |tally| counted(&mut e2e::prepare()?, tally) },
    Step { name: "doctests", run: doctests },
    Step { name: "doc", run: doc },
];

/// Runs all the steps, or the one after `--only`.
pub fn run(args: &[String]) -> Result<()> {
    let only = chosen(args)?;
    let mut tally = Tally::default();
    let mut times: Vec<(&str, Duration, bool)> = Vec::new();
    let mut failure = None;
    for step in STEPS.iter().filter(|step| only.is_none_or(|name| name == step.name)) {
        eprintln!("\n== {}", step.name);
        let start = clock::now();
        let outcome = (step.run)(&mut tally);
        times.push((step.name, start.elapsed(), outcome.is_ok()));
        if let Err(error) = outcome {
            failure = Some(error.context(format!("the step `{}` failed", step.name)));
            break;
        }
    }
    println!("\n{}", table(&times));
    if tally != Tally::default() {
        println!("{} passed, {} failed, {} skipped", tally.passed, tally.failed, tally.skipped);
    }
    failure.map_or(Ok(()), Err)
}

fn chosen(args: &[String]) -> Result<Option<&str>> {
    let names = || STEPS.iter().map(|step| step.name).collect::<Vec<_>>().join(", ");
    match args {
        [] => Ok(None),
        [flag, name] if flag == "--only" && STEPS.iter().any(|step| step.name == name) => Ok(Some(name)),
        _ => bail!("usage: cargo xtask test [--only STEP], where STEP is one of {}", names()),
    }
}

fn fmt(_: &mut Tally) -> Result<()> {
    shell::run(shell::cargo().args(["fmt", "--all", "--check"])).context("`cargo fmt --all` puts it right")
}

fn clippy(_: &mut Tally) -> Result<()> {
    let arguments = ["clippy", "--workspace", "--all-targets", "--all-features", "--", "-D", "warnings"];
    shell::run(shell::cargo().args(arguments))
}

fn tests(tally: &mut Tally) -> Result<()> {
    // nextest runs every test in a process of its own: one server for all of them, not one each.
    let postgres = postgres()?;
    let server = (ambito_testbed::SERVER_VARIABLE, postgres.url());
    if has_nextest() {
        let arguments = ["nextest", "run", "--workspace", "--all-features", "--no-fail-fast"];
        return counted(shell::cargo().args(arguments).env(server.0, server.1), tally);
    }
    eprintln!("!! cargo-nextest is not here and could not be installed: the tests run with `cargo test` instead,");
    eprintln!("!! which is slower and tells less. `cargo install --locked cargo-nextest` shows why.");
    let arguments = ["test", "--workspace", "--all-targets", "--all-features", "--no-fail-fast"];
    counted(shell::cargo().args(arguments).env(server.0, server.1), tally)
}

/// A PostgreSQL for the tests, installed where it is missing: the one that the environment names, else one of our own.
fn postgres() -> Result<Postgres> {
    let named = std::env::var_os(ambito_testbed::SERVER_VARIABLE).is_some_and(|url| !url.is_empty());
    if named {
        return Ok(Postgres::start()?);
    }
    if !ambito_testbed::is_installed() {
        debian(ambito_testbed::PACKAGE)?;
    }
    Ok(Postgres::start_own(Durability::Relaxed)?)
}

fn has_nextest() -> bool {
    let there = || shell::succeeds(shell::cargo().args(["nextest", "--version"]));
    there() || {
        eprintln!("cargo-nextest is missing: it is installed once (some minutes)");
        shell::run(shell::cargo().args(["install", "--locked", "cargo-nextest"])).is_ok() && there()
    }
}

fn doctests(tally: &mut Tally) -> Result<()> {
    counted(shell::cargo().args(["test", "--workspace", "--doc", "--quiet"]), tally)
}

fn doc(_: &mut Tally) -> Result<()> {
    let mut cargo = shell::cargo();
    cargo.args(["doc", "--workspace", "--no-deps", "--document-private-items", "--quiet"]);
    shell::run(cargo.env("RUSTDOCFLAGS", "-D warnings"))
}

/// Runs a test runner, shows what it says as it says it, and adds up its closing lines.
fn counted(command: &mut Command, tally: &mut Tally) -> Result<()> {
    let name = shell::describe(command);
    eprintln!("$ {name}");
    let (reader, writer) = std::io::pipe().context("no pipe for the runner's words")?;
    let both = writer.try_clone().context("no pipe for the runner's words")?;
    let mut child = command
        .stdin(Stdio::null())
        .stdout(writer)
        .stderr(both)
        .spawn()
        .with_context(|| format!("`{name}` cannot be started"))?;
    // The command keeps the writing ends, and the reading below ends only when they are closed.
    command.stdout(Stdio::null()).stderr(Stdio::null());
    for line in BufReader::new(reader).lines() {
        let line = line.with_context(|| format!("`{name}` wrote something that is not UTF-8"))?;
        println!("{line}");
        if let Some(found) = closing_line(&line) {
            tally.passed += found.passed;
            tally.failed += found.failed;
            tally.skipped += found.skipped;
        }
    }
    let status = child.wait().with_context(|| format!("`{name}` was lost"))?;
    if !status.success() {
        bail!("`{name}` failed ({status})");
    }
    Ok(())
}

/// Reads the closing line of nextest (`Summary […] 3 tests run: 2 passed, 1 failed, 0 skipped`) or of the built-in
/// runner (`test result: ok. 3 passed; 0 failed; 0 ignored; …`), or one of those of Node (`# pass 3`).
fn closing_line(line: &str) -> Option<Tally> {
    if let Some((word, count)) = line.strip_prefix("# ").and_then(|rest| rest.split_once(' ')) {
        let count = count.parse().ok()?;
        return match word {
            "pass" => Some(Tally { passed: count, ..Tally::default() }),
            "fail" | "cancelled" => Some(Tally { failed: count, ..Tally::default() }),
            "skipped" | "todo" => Some(Tally { skipped: count, ..Tally::default() }),
            _ => None,
        };
    }
    let line = line.trim_start();
    let counts = if let Some(rest) = line.strip_prefix("Summary [") {
        rest.split_once(" run: ")?.1
    } else {
        line.strip_prefix("test result: ")?.split_once(". ")?.1
    };
    let number = |words: &[&str]| -> u64 {
        let part = counts
            .split([',', ';'])
            .map(str::trim)
            .find(|part| part.split(' ').nth(1).is_some_and(|word| words.contains(&word)));
        part.and_then(|part| part.split(' ').next()).and_then(|digits| digits.parse().ok()).unwrap_or(0)
    };
    Some(Tally {
        passed: number(&["passed"]),
        failed: number(&["failed"]) + number(&["timed"]),
        skipped: number(&["skipped", "ignored"]),
    })
}

fn table(times: &[(&str, Duration, bool)]) -> String {
    let mut text = String::from("step          seconds\n");
    for (name, time, passed) in times {
        let mark = if *passed { "" } else { "  FAILED" };
        text.push_str(&format!("{name:<10} {:>6}.{:02}{mark}\n", time.as_secs(), time.subsec_millis() / 10));
    }
    let total: Duration = times.iter().map(|(_, time, _)| *time).sum();
    text.push_str(&format!("{:<10} {:>6}.{:02}\n", "all", total.as_secs(), total.subsec_millis() / 10));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_the_closing_lines() {
        let check = |line: &str, expected: Option<(u64, u64, u64)>| {
            let expected = expected.map(|(passed, failed, skipped)| Tally { passed, failed, skipped });
            assert_eq!(closing_line(line), expected, "{line}");
        };
        check("     Summary [   0.004s] 12 tests run: 11 passed, 1 failed, 2 skipped", Some((11, 1, 2)));
        check("     Summary [   9.1s] 1 test run: 1 passed (1 slow), 0 skipped", Some((1, 0, 0)));
        check("     Summary [   9.1s] 3 tests run: 2 passed, 1 timed out, 0 skipped", Some((2, 1, 0)));
        check("test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out", Some((3, 0, 1)));
        check("# pass 12", Some((12, 0, 0)));
        check("# cancelled 1", Some((0, 1, 0)));
        check("# tests 13", None);
        check("    # pass 12", None);
        check("        PASS [   0.004s] xtask tests::counts", None);
    }

    #[test]
    fn refuses_a_step_that_does_not_exist() {
        assert!(chosen(&["--only".to_owned(), "fmt".to_owned()]).is_ok());
        assert!(chosen(&["--only".to_owned(), "form".to_owned()]).is_err());
    }
}
