// SPDX-License-Identifier: AGPL-3.0-or-later
//! A server starts, serves, and leaves nothing behind, however its test program ends.

use ambito_testbed::{Durability, Postgres};
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Where this is set, the test program is the child that is to be killed.
const CHILD: &str = "AMBITO_TESTBED_CHILD";

#[test]
fn databases_are_empty_apart_and_removed() {
    let server = Postgres::start().unwrap();
    let (one, two) = (server.database().unwrap(), server.database().unwrap());
    one.sql("CREATE TABLE t (a text); INSERT INTO t VALUES ('perché')").unwrap();
    assert_eq!(one.sql("SELECT a, length(a) FROM t").unwrap(), "perché|6");
    let error = two.sql("SELECT a FROM t").unwrap_err().to_string();
    assert!(error.contains("\"t\" does not exist"), "{error}");
    let count = || one.sql("SELECT count(*) FROM pg_database WHERE datname = current_database()").unwrap();
    assert_eq!(count(), "1");
    let name = two.sql("SELECT current_database()").unwrap();
    drop(two);
    assert_eq!(one.sql(&format!("SELECT count(*) FROM pg_database WHERE datname = '{name}'")).unwrap(), "0");
}

#[test]
fn a_killed_program_leaves_no_server() {
    if std::env::var_os(CHILD).is_some() {
        let server = Postgres::start_own(Durability::Relaxed).unwrap();
        let folder = server.database().unwrap().sql("SHOW data_directory").unwrap();
        println!("folder={folder}");
        // Until it is killed.
        loop {
            std::thread::park();
        }
    }
    // This test program once more, in the role of the one to kill.
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "a_killed_program_leaves_no_server", "--nocapture"])
        .env(CHILD, "1")
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let output = BufReader::new(child.stdout.take().unwrap());
    let folder = output.lines().find_map(|line| line.unwrap().split_once("folder=").map(|(_, path)| path.to_owned()));
    let data = PathBuf::from(folder.unwrap());
    let process = |file: PathBuf| fs::read_to_string(file).unwrap().lines().next().unwrap().to_owned();
    let (keeper, server) = (process(data.parent().unwrap().join("keeper.pid")), process(data.join("postmaster.pid")));
    let running = |process: &str| Path::new("/proc").join(process).exists();
    assert!(running(&keeper) && running(&server));
    child.kill().unwrap();
    child.wait().unwrap();
    let end = Command::new("timeout").args(["60", "tail", "-f", "/dev/null", "--pid", &keeper]).status().unwrap();
    assert!(end.success(), "the keeper is still at work");
    assert!(!running(&server) && !data.exists(), "{} is still there", data.display());
}
