// SPDX-License-Identifier: AGPL-3.0-or-later
//! The process that keeps a server: it outlives the test program by the moment that the cleaning takes.
//!
//! Invariant: the keeper's standard input is a pipe that only this program holds, so that it ends with the program in
//! whichever way that ends: a test that panics, a runner that kills, a machine's memory that is over.

use crate::error::{During as _, Error, Result};
use crate::postgres::Durability;
use crate::programs;
use std::io::{BufRead as _, BufReader, Read as _};
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::process::CommandExt as _;
use std::process::{Child, Command, Stdio};

/// What the keeper does.
const SCRIPT: &str = include_str!("keeper.sh");
/// How often a port is tried that somebody else takes in the same moment.
const TRIES_MAX: usize = 5;
/// PostgreSQL refuses to run as the administrator: these are the users it can be instead, by preference.
const USERS: &[&str] = &["postgres", "nobody"];

/// A running server and the process that keeps it.
#[derive(Debug)]
pub(crate) struct Keeper {
    process: Child,
    /// Where the server listens, on the loopback.
    pub(crate) port: u16,
}

impl Keeper {
    /// Makes a cluster in a folder of its own and starts a server on it.
    pub(crate) fn start(durability: Durability) -> Result<Self> {
        let mut tried = 0;
        loop {
            tried += 1;
            match Self::try_start(durability, free_port()?) {
                Err(error) if tried < TRIES_MAX && error.to_string().contains("could not bind") => {}
                outcome => return outcome,
            }
        }
    }

    fn try_start(durability: Durability, port: u16) -> Result<Self> {
        let programs = programs::find_server()?;
        let folder = tempfile::Builder::new().prefix("ambito-postgres-").tempdir().during("a folder for PostgreSQL")?;
        let fsync = match durability {
            Durability::Kept => "on",
            Durability::Relaxed => "off",
        };
        let mut process = Command::new("sh")
            .args(["-c", SCRIPT, "keeper"])
            .args([folder.path(), &programs])
            .args([&port.to_string(), fsync, other_user()?])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            // A group of its own: what kills the tests as a group leaves the keeper its last work.
            .process_group(0)
            .spawn()
            .during("`sh`, which keeps PostgreSQL, cannot be started")?;
        // The keeper removes it from here on.
        let _ = folder.keep();
        let mut said = String::new();
        if let Some(output) = process.stdout.take() {
            BufReader::new(output).read_line(&mut said).during("what the keeper of PostgreSQL says")?;
        }
        if said.trim_end() == "ready" {
            return Ok(Self { process, port });
        }
        let mut why = String::new();
        if let Some(mut errors) = process.stderr.take() {
            errors.read_to_string(&mut why).during("what the keeper of PostgreSQL says")?;
        }
        let _ = process.wait();
        Err(Error::new(format!("PostgreSQL cannot be started from {}:\n{}", programs.display(), why.trim_end())))
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        // The end of its input is the keeper's sign.
        drop(self.process.stdin.take());
        let _ = self.process.wait();
    }
}

/// A port that nobody listens on; somebody may take it before the server does.
fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).during("a port for PostgreSQL")?;
    Ok(listener.local_addr().during("a port for PostgreSQL")?.port())
}

/// The user that the server is to be; empty where this one will do.
fn other_user() -> Result<&'static str> {
    if answer("id", &["-u"]).as_deref() != Some("0") {
        return Ok("");
    }
    if answer("setpriv", &["--version"]).is_none() {
        return Err(Error::new("PostgreSQL does not run as root, and `setpriv` (Debian: util-linux) is not here"));
    }
    let there = USERS.iter().find(|user| answer("id", &["-u", user]).is_some());
    there.copied().ok_or_else(|| Error::new("PostgreSQL does not run as root, and there is no user `postgres`"))
}

fn answer(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
