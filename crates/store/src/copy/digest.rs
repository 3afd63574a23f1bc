// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a table amounts to: its rows and the SHA-256 of their canonical bytes.

use super::shape::Shape;
use super::{Result, Sink};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

/// One table of a copy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableDigest {
    /// Its name.
    pub table: String,
    /// Its columns, in their order.
    pub columns: Vec<String>,
    /// How many rows it has.
    pub rows: u64,
    /// The SHA-256 of its rows, in hexadecimal digits.
    pub sha256: String,
}

/// All tables of a copy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The schema of the database that it was made from.
    pub schema: i64,
    /// The tables, in the order in which they can be put in.
    pub tables: Vec<TableDigest>,
}

impl Manifest {
    /// The first table that is not the same, where there is one.
    #[must_use]
    pub fn first_difference<'a>(&'a self, other: &'a [TableDigest]) -> Option<&'a str> {
        let pair = self.tables.iter().zip(other).find(|(here, there)| here != there).map(|(here, _)| here);
        let longer = if self.tables.len() > other.len() { &self.tables } else { other };
        let shorter = self.tables.len().min(other.len());
        pair.or_else(|| longer.get(shorter)).map(|table| table.table.as_str())
    }
}

/// The digest of a table while its rows pass.
pub(super) struct Tally {
    table: String,
    columns: Vec<String>,
    rows: u64,
    hash: Sha256,
}

impl Tally {
    pub(super) fn new(table: &str, columns: Vec<String>) -> Self {
        Self { table: table.to_owned(), columns, rows: 0, hash: Sha256::new() }
    }

    /// One more row; gives how many there were.
    pub(super) fn add(&mut self, row: &[u8]) -> u64 {
        self.rows += 1;
        self.hash.update(row);
        self.rows
    }

    pub(super) fn finish(self) -> TableDigest {
        let Self { table, columns, rows, hash } = self;
        let mut sha256 = String::new();
        for byte in hash.finalize() {
            let _ = write!(sha256, "{byte:02x}");
        }
        TableDigest { table, columns, rows, sha256 }
    }
}

/// Rows that go nowhere: only their digests are wanted.
pub(super) struct Digests;

impl Sink for Digests {
    async fn begin(&mut self, _: &Shape) -> Result<()> {
        Ok(())
    }

    async fn row(&mut self, _: &[u8]) -> Result<()> {
        Ok(())
    }

    async fn end(&mut self, _: &TableDigest) -> Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_table_that_differs_is_named() {
        let table = |name: &str, row: &[u8]| {
            let mut tally = Tally::new(name, vec!["a".to_owned()]);
            tally.add(row);
            tally.finish()
        };
        let manifest = Manifest { schema: 1, tables: vec![table("one", b"1"), table("two", b"2")] };
        let check = |other: &[TableDigest], expected: Option<&str>| {
            assert_eq!(manifest.first_difference(other), expected);
        };
        check(&manifest.tables, None);
        check(&[table("one", b"1"), table("two", b"3")], Some("two"));
        check(&[table("one", b"1")], Some("two"));
        check(&[table("one", b"1"), table("two", b"2"), table("three", b"3")], Some("three"));
    }
}
