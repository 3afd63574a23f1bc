// SPDX-License-Identifier: AGPL-3.0-or-later
//! The catalogues of both databases: every table is known, and every table that grows carries its area's key first, so
//! that a database spread over several machines can be cut by it.

use crate::{postgres, sqlite};
use ambito_store::Db;
use ambito_store::tables::TABLES;
use ambito_testbed::Postgres;
use std::collections::{BTreeMap, BTreeSet};

/// The tables that do not grow with the work, each with its reason.
const STILL: &[(&str, &str)] = &[("schema_version", "a row for each schema that the program ever had")];

/// Name of each table.
const SQLITE_TABLES: &str = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
const POSTGRES_TABLES: &str = "SELECT relname::text FROM pg_class WHERE relkind IN ('r', 'p') \
    AND relnamespace = current_schema()::regnamespace";

/// Table, index, column: in the order of the columns in the index; the primary key's index is called `key`.
const SQLITE_INDEXES: &str = "SELECT t.name, CASE i.origin WHEN 'pk' THEN 'key' ELSE i.name END, c.name \
    FROM sqlite_schema t, pragma_index_list(t.name) i, pragma_index_info(i.name) c WHERE t.type = 'table' \
    ORDER BY t.name, i.name, c.seqno";
const POSTGRES_INDEXES: &str = "SELECT t.relname::text, \
    CASE WHEN x.indisprimary THEN 'key' ELSE i.relname::text END, a.attname::text \
    FROM pg_index x JOIN pg_class t ON t.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid \
    CROSS JOIN unnest(x.indkey::int2[]) WITH ORDINALITY AS k (number, place) \
    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number \
    WHERE t.relnamespace = current_schema()::regnamespace ORDER BY t.relname, i.relname, k.place";

/// Table, the table that it points at, whether that is looked at on commit only (SQLite does not say it here).
const SQLITE_LINKS: &str = "SELECT t.name, f.\"table\", 1 FROM sqlite_schema t, pragma_foreign_key_list(t.name) f";
const POSTGRES_LINKS: &str = "SELECT t.relname::text, o.relname::text, condeferred::int::int8 FROM pg_constraint \
    JOIN pg_class t ON t.oid = conrelid JOIN pg_class o ON o.oid = confrelid \
    WHERE contype = 'f' AND connamespace = current_schema()::regnamespace";

/// What a catalogue answers.
async fn ask<Row>(db: &Db, sqlite: &'static str, postgres: &'static str) -> Vec<Row>
where
    Row: for<'r> sqlx::FromRow<'r, sqlx::sqlite::SqliteRow>
        + for<'r> sqlx::FromRow<'r, sqlx::postgres::PgRow>
        + Send
        + Unpin,
{
    match db {
        Db::Sqlite { read, .. } => sqlx::query_as(sqlite).fetch_all(read).await.unwrap(),
        Db::Postgres(pool) => sqlx::query_as(postgres).fetch_all(pool).await.unwrap(),
    }
}

async fn check(db: &Db) {
    let names: BTreeSet<String> =
        ask::<(String,)>(db, SQLITE_TABLES, POSTGRES_TABLES).await.into_iter().map(|it| it.0).collect();
    let known = TABLES.iter().map(|table| table.name).chain(STILL.iter().map(|(name, _)| *name));
    assert_eq!(names, known.map(str::to_owned).collect(), "`TABLES` in tables.rs and the database");

    let mut indexes: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    for (table, index, column) in ask::<(String, String, String)>(db, SQLITE_INDEXES, POSTGRES_INDEXES).await {
        indexes.entry((table, index)).or_default().push(column);
    }
    for table in TABLES {
        let key = indexes.get(&(table.name.to_owned(), "key".to_owned()));
        assert_eq!(key.map(Vec::as_slice).unwrap_or_default(), table.key, "the primary key of {}", table.name);
    }
    for ((table, index), columns) in &indexes {
        if STILL.iter().all(|(name, _)| name != table) {
            assert_eq!(columns[0], "area", "{table}: the index {index} has to begin with the area");
        }
    }

    // A copy is put in in the order of `TABLES`.
    let place = |name: &str| TABLES.iter().position(|table| table.name == name);
    for (table, other, on_commit) in ask::<(String, String, i64)>(db, SQLITE_LINKS, POSTGRES_LINKS).await {
        let fine = place(&other) < place(&table) || (table == other && on_commit == 1);
        assert!(
            fine,
            "{table} points at {other}: which stands before it, or is looked at on commit where they are one"
        );
    }
}

#[tokio::test]
async fn every_table_that_grows_begins_with_its_area() {
    let folder = tempfile::tempdir().unwrap();
    let database = Postgres::shared().unwrap().database().unwrap();
    check(&sqlite(folder.path(), "db").await).await;
    check(&postgres(&database).await).await;
}
