// SPDX-License-Identifier: AGPL-3.0-or-later
//! Killed at any moment, Ambito loses nothing that it has confirmed and leaves nothing half done.
//!
//! A program works on a database and says on standard output what it has committed; after a random while it is killed
//! with SIGKILL. Then the database is opened as always: what was said is there, every whole thing is whole, and the
//! chain of records holds. `AMBITO_KILL_SEED` repeats the moments of a run that failed (it is printed).

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a test that cannot go on has failed, and says why")]

mod chance;
mod check;
mod saves;

use ambito_app::Address;
use ambito_testbed::Postgres;
use chance::Chance;
use check::Watched;
use std::io::{BufRead as _, BufReader, Read as _};
use std::os::unix::process::ExitStatusExt as _;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

/// How often a program is killed on SQLite; each tenth time on a new file, so that beginnings are cut short as well.
const SQLITE_ROUNDS: u64 = 170;
/// How often on PostgreSQL.
const POSTGRES_ROUNDS: u64 = 30;
/// How much a program says at most before it is killed: a whole area and all that is saved in it.
const LINES_MAX: u64 = 14;
/// For how long at most it goes on after that, in microseconds: a save or two.
const MOMENT_MICROSECONDS_MAX: u64 = 15_000;
/// After how long at most it is killed at its beginning, in microseconds.
const START_MICROSECONDS_MAX: u64 = 100_000;
/// One in how many is killed at its beginning.
const STARTS: u64 = 4;

#[test]
fn nothing_confirmed_is_lost_on_sqlite() {
    if saves::is_child() {
        return saves::work();
    }
    let folder = tempfile::tempdir().unwrap();
    let mut chance = Chance::from_environment();
    let mut confirmed = 0;
    for file in 0..SQLITE_ROUNDS / 10 {
        let address = Address::Sqlite(folder.path().join(format!("{file}.db")));
        let mut watched = Watched::new(address);
        for _ in 0..10 {
            confirmed += kill_once("nothing_confirmed_is_lost_on_sqlite", &mut watched, &mut chance);
        }
        watched.check_all();
    }
    assert!(confirmed > SQLITE_ROUNDS, "only {confirmed} saves were confirmed: the moments come too soon");
}

#[test]
fn nothing_confirmed_is_lost_on_postgresql() {
    if saves::is_child() {
        return saves::work();
    }
    let database = Postgres::shared().unwrap().database().unwrap();
    let mut chance = Chance::from_environment();
    let mut watched = Watched::new(Address::Postgres(database.url().to_owned()));
    let mut confirmed = 0;
    for _ in 0..POSTGRES_ROUNDS {
        confirmed += kill_once("nothing_confirmed_is_lost_on_postgresql", &mut watched, &mut chance);
    }
    watched.check_all();
    assert!(confirmed > POSTGRES_ROUNDS, "only {confirmed} saves were confirmed: the moments come too soon");
}

/// Lets this test program work as another process until it is killed, and looks at what is left; gives how much was
/// confirmed. The moment is counted from something that it says, so that a busy machine does not shift it.
fn kill_once(test: &str, watched: &mut Watched, chance: &mut Chance) -> u64 {
    let (lines, micros) = match chance.below(STARTS) {
        0 => (0, chance.below(START_MICROSECONDS_MAX)),
        _ => (1 + chance.below(LINES_MAX), chance.below(MOMENT_MICROSECONDS_MAX)),
    };
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture"])
        .env(saves::DATABASE_VARIABLE, saves::written(watched.address()))
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let mut said = String::new();
    let mut heard = 0;
    while heard < lines {
        let start = said.len();
        assert!(output.read_line(&mut said).unwrap() > 0, "it ended by itself: {said}");
        heard += u64::from(check::is_confirmation(&said[start..]));
    }
    // Nobody sends anything: only the while passes.
    let (_silent, silence) = mpsc::channel::<()>();
    let _ = silence.recv_timeout(Duration::from_micros(micros));
    child.kill().unwrap();
    output.read_to_string(&mut said).unwrap();
    assert_eq!(child.wait().unwrap().signal(), Some(9), "it ended by itself: {said}");
    watched.check(&said)
}
