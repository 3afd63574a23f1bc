// SPDX-License-Identifier: AGPL-3.0-or-later
//! The tables, in the order in which a copy can be put in: what is pointed at stands before what points.

/// A table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// Its primary key.
    pub key: &'static [&'static str],
}

const fn table(name: &'static str, key: &'static [&'static str]) -> Table {
    Table { name, key }
}

/// Every table but `schema_version`; a test holds the list to the catalogues of both databases.
pub const TABLES: &[Table] = &[
    table("area", &["area"]),
    table("setting", &["area", "name"]),
    table("body", &["area", "id"]),
    table("staff", &["area", "id"]),
    table("position", &["area", "id"]),
    table("position_role", &["area", "position", "role"]),
    table("tenure", &["area", "id"]),
    table("credential", &["area", "staff"]),
    table("recovery_code", &["area", "staff", "digest"]),
    table("one_time_link", &["area", "digest"]),
    table("session", &["area", "digest"]),
    table("api_token", &["area", "digest"]),
    table("audit_head", &["area"]),
    table("audit_record", &["area", "seq"]),
];
