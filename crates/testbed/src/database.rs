// SPDX-License-Identifier: AGPL-3.0-or-later
//! A database of one test, empty at first and gone afterwards.

use crate::error::{During as _, Error, Result};
use crate::postgres::Postgres;
use crate::programs::psql;
use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::process::Stdio;

/// A database, and what keeps its server running.
#[derive(Debug)]
pub struct Database {
    name: String,
    url: String,
    server: Postgres,
}

impl Database {
    pub(crate) fn create(server: Postgres) -> Result<Self> {
        let name = format!("ambito_test_{}_{:016x}", std::process::id(), RandomState::new().build_hasher().finish());
        run(server.url(), &format!("CREATE DATABASE {name}"))?;
        let url = with_database(server.url(), &name);
        Ok(Self { name, url, server })
    }

    /// Its address, as a client takes it.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Runs SQL as an outsider would, and gives what it answers: lines, with `|` between the columns.
    ///
    /// # Errors
    /// What the server says.
    pub fn sql(&self, text: &str) -> Result<String> {
        run(&self.url, text)
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        // A test that failed may have left connections; a server of our own goes away whole in any case.
        let _ = run(self.server.url(), &format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name));
    }
}

fn run(url: &str, text: &str) -> Result<String> {
    let mut command = psql();
    let output = command
        .args(["--dbname", url, "--command", text])
        .stdin(Stdio::null())
        .output()
        .during("`psql` cannot be started (Debian: postgresql-client)")?;
    if !output.status.success() {
        return Err(Error::new(format!("`{text}`: {}", String::from_utf8_lossy(&output.stderr).trim_end())));
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim_end().to_owned())
}

/// The same address with another database; what stands after `?` stays.
fn with_database(url: &str, name: &str) -> String {
    let (address, options) = url.split_once('?').map_or((url, None), |(address, options)| (address, Some(options)));
    let (scheme, rest) = address.split_once("://").unwrap_or(("postgres", address));
    let host = rest.split_once('/').map_or(rest, |(host, _)| host);
    let options = options.map(|options| format!("?{options}")).unwrap_or_default();
    format!("{scheme}://{host}/{name}{options}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_database_has_the_same_address() {
        let check = |url: &str, expected: &str| assert_eq!(with_database(url, "new"), expected);
        check("postgres://ambito@127.0.0.1:5433/postgres", "postgres://ambito@127.0.0.1:5433/new");
        check("postgres://a:b@host", "postgres://a:b@host/new");
        check("postgresql://a@host/old?sslmode=disable", "postgresql://a@host/new?sslmode=disable");
    }
}
