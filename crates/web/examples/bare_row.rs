// SPDX-License-Identifier: AGPL-3.0-or-later
//! A server that does next to nothing: one row by its key, as text. `cargo xtask bench web` compares the pages with it,
//! because no page of the same libraries can be quicker.
//!
//! `bare_row DATABASE ADDRESS PLAN NODE` serves `/row`; the database is one of Ambito's, opened as Ambito opens it.

#![expect(clippy::unwrap_used, reason = "a program for measuring that cannot go on ends")]

use axum::Router;
use axum::extract::State;
use axum::routing::get;
use sqlx::postgres::PgPoolOptions;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions};
use sqlx::{PgPool, SqlitePool};
use std::path::Path;
use std::str::FromStr as _;
use uuid::Uuid;

/// Connections, as many as Ambito has.
const SQLITE_CONNECTIONS: u32 = 4;
const POSTGRES_CONNECTIONS: u32 = 10;

/// The row: its table has one key in both databases.
const ROW: &str = "SELECT plan_node.title FROM plan_node WHERE area = $1 AND plan = $2 AND version = $3 AND id = $4";
/// The area of the plan.
const AREA: &str = "SELECT area FROM plan WHERE id = $1";

#[derive(Clone)]
struct Asked<P> {
    pool: P,
    area: Uuid,
    plan: Uuid,
    node: i64,
}

#[tokio::main]
async fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [database, address, plan, node] = arguments.as_slice() else {
        panic!("bare_row DATABASE ADDRESS PLAN NODE");
    };
    let (plan, node) = (Uuid::from_str(plan).unwrap(), node.parse().unwrap());
    let router = if database.starts_with("postgres") {
        let pool = PgPoolOptions::new().max_connections(POSTGRES_CONNECTIONS).connect(database).await.unwrap();
        let (area,) = sqlx::query_as(AREA).bind(plan).fetch_one(&pool).await.unwrap();
        Router::new().route("/row", get(of_postgres)).with_state(Asked { pool, area, plan, node })
    } else {
        let options = SqliteConnectOptions::new().filename(Path::new(database)).journal_mode(SqliteJournalMode::Wal);
        let pool = SqlitePoolOptions::new().max_connections(SQLITE_CONNECTIONS).test_before_acquire(false);
        let pool = pool.connect_with(options).await.unwrap();
        let (area,) = sqlx::query_as(AREA).bind(plan).fetch_one(&pool).await.unwrap();
        Router::new().route("/row", get(of_sqlite)).with_state(Asked { pool, area, plan, node })
    };
    axum::serve(tokio::net::TcpListener::bind(address).await.unwrap(), router).await.unwrap();
}

async fn of_sqlite(State(asked): State<Asked<SqlitePool>>) -> String {
    let Asked { pool, area, plan, node } = asked;
    let row = sqlx::query_as(ROW).bind(area).bind(plan).bind(1_i64).bind(node).fetch_one(&pool).await;
    let (title,): (Option<String>,) = row.unwrap();
    title.unwrap_or_default()
}

async fn of_postgres(State(asked): State<Asked<PgPool>>) -> String {
    let Asked { pool, area, plan, node } = asked;
    let row = sqlx::query_as(ROW).bind(area).bind(plan).bind(1_i64).bind(node).fetch_one(&pool).await;
    let (title,): (Option<String>,) = row.unwrap();
    title.unwrap_or_default()
}
