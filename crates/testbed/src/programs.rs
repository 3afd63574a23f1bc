// SPDX-License-Identifier: AGPL-3.0-or-later
//! The programs of PostgreSQL: Debian keeps those of the server out of the search path, in a folder of each version.

use crate::error::{Error, Result};
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The Debian package with the server and its programs.
pub const PACKAGE: &str = "postgresql";
/// Where Debian puts them, one folder a version.
const VERSIONS: &str = "/usr/lib/postgresql";
/// What makes and runs a server.
const SERVER: &[&str] = &["initdb", "pg_ctl", "postgres"];

/// Whether a server can be started here.
#[must_use]
pub fn is_installed() -> bool {
    server_folder().is_some()
}

/// The folder with the programs of the server, the newest version first.
pub(crate) fn find_server() -> Result<PathBuf> {
    server_folder().ok_or_else(|| {
        Error::new(format!(
            "these tests need a PostgreSQL server and there is none: install it (`apt-get install {PACKAGE}`), or put \
             `initdb` and `pg_ctl` in the PATH, or name a server in {}=postgres://…",
            crate::SERVER_VARIABLE
        ))
    })
}

/// The program that speaks SQL with a server: beside the server's, else in the search path.
pub(crate) fn psql() -> Command {
    let beside = server_folder().map(|folder| folder.join("psql")).filter(|program| program.is_file());
    let mut command = Command::new(beside.unwrap_or_else(|| "psql".into()));
    // Nothing of the user's own settings: the answers are read by a program.
    command.args(["--no-psqlrc", "--no-password", "--quiet", "--tuples-only", "--no-align", "--set=ON_ERROR_STOP=1"]);
    command
}

fn server_folder() -> Option<PathBuf> {
    let mut versions: Vec<(u32, PathBuf)> = std::fs::read_dir(VERSIONS)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin"))))
        .collect();
    versions.sort_unstable_by(|left, right| right.cmp(left));
    let search = env::var_os("PATH").unwrap_or_default();
    let searched: Vec<PathBuf> = env::split_paths(&search).collect();
    versions.into_iter().map(|(_, folder)| folder).chain(searched).find(|folder| has_all(folder))
}

fn has_all(folder: &Path) -> bool {
    SERVER.iter().all(|program| folder.join(program).is_file())
}
