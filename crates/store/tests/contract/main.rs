// SPDX-License-Identifier: AGPL-3.0-or-later
//! The contract of the repositories: every method does the same on SQLite and on PostgreSQL. The methods of plans have
//! their own suite beside this one, `tests/plans`, and those of copies `tests/copies`; both run on both.

#![expect(clippy::unwrap_used, reason = "what a test stands on is there, or the test fails")]

mod access;
mod complete;
mod findings;
mod office;
mod records;
mod retention;
mod reviews;
mod transactions;

use ambito_base::{Date, Period, Timestamp, Uuid};
use ambito_domain::office::{
    AreaId, Body, BodyId, BodyKind, Position, PositionId, PositionRole, Reach, Role, Sight, Staff, StaffId, Tenure,
    TenureId, keeper,
};
use ambito_store::{Address, Db, areas, bodies, positions, staff};

/// Runs one contract on both databases: `on_both! { name, contract }`.
macro_rules! on_both {
    ($($contract:ident),* $(,)?) => {
        mod sqlite {
            $(#[tokio::test]
            async fn $contract() {
                let folder = tempfile::tempdir().unwrap();
                super::$contract(crate::Office::sqlite(folder.path()).await).await;
            })*
        }
        mod postgres {
            $(#[tokio::test]
            async fn $contract() {
                let server = ambito_testbed::Postgres::shared().unwrap();
                let database = server.database().unwrap();
                super::$contract(crate::Office::postgres(&database).await).await;
            })*
        }
    };
}
pub(crate) use on_both;

/// The area of the contracts.
const AREA: AreaId = AreaId(Uuid::from_u128(0xA0));
/// Another area in the same database, of which nothing may ever be seen.
const OTHER: AreaId = AreaId(Uuid::from_u128(0xB0));
/// The body at the top, and one below.
const TOP: BodyId = BodyId(Uuid::from_u128(1));
const TOWN: BodyId = BodyId(Uuid::from_u128(2));
/// A position at the top, one in the town.
const CHIEF: PositionId = PositionId(Uuid::from_u128(11));
const CLERK: PositionId = PositionId(Uuid::from_u128(12));
/// Two people.
const ADA: StaffId = StaffId(Uuid::from_u128(21));
const BRUNO: StaffId = StaffId(Uuid::from_u128(22));

/// A day of the contracts.
fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// A moment, in seconds after the first of the contracts.
fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_795_348_800 + seconds).unwrap()
}

/// A database with an office in it.
struct Office {
    db: Db,
}

impl Office {
    async fn sqlite(folder: &std::path::Path) -> Self {
        Self::fill(Db::open(&Address::Sqlite(folder.join("a.db"))).await.unwrap()).await
    }

    async fn postgres(database: &ambito_testbed::Database) -> Self {
        Self::fill(Db::open(&Address::Postgres(database.url().to_owned())).await.unwrap()).await
    }

    async fn fill(db: Db) -> Self {
        let mut tx = db.write().await.unwrap();
        for (area, name) in [(AREA, "Valdoro"), (OTHER, "Altrove")] {
            areas::insert(&mut tx, &areas::Area { id: area, name: name.to_owned(), version: 1 }, at(0)).await.unwrap();
            for body in [body(TOP, None, "Ambito"), body(TOWN, Some(TOP), "Comune à l’est")] {
                bodies::insert(&mut tx, area, &body).await.unwrap();
            }
            for (id, login) in [(ADA, "ada"), (BRUNO, "bruno")] {
                staff::insert(&mut tx, area, &person(id, login)).await.unwrap();
            }
            for position in [position(CHIEF, TOP, Role::Manager), position(CLERK, TOWN, Role::Programmer)] {
                positions::insert(&mut tx, area, &position).await.unwrap();
            }
            positions::insert_tenure(&mut tx, area, &tenure(31, CHIEF, ADA, "2026-01-01", None)).await.unwrap();
            let first = tenure(32, CLERK, BRUNO, "2025-01-01", Some("2026-06-30"));
            positions::insert_tenure(&mut tx, area, &first).await.unwrap();
        }
        tx.commit().await.unwrap();
        Self { db }
    }
}

fn body(id: BodyId, parent: Option<BodyId>, name: &str) -> Body {
    let valid = Period { from: Some(day("1999-12-31")), to: None };
    let (kind, name) = (BodyKind::Municipality, name.to_owned());
    Body { id, parent, kind, name, istat: Some("099001".to_owned()), ipa: None, valid, version: 1 }
}

fn person(id: StaffId, login: &str) -> Staff {
    let (name, login) = (format!("Persona {login}"), login.to_owned());
    Staff { id, name, login, email: None, left_on: None, version: 1 }
}

fn position(id: PositionId, body: BodyId, role: Role) -> Position {
    Position {
        id,
        body,
        title: format!("{role:?}"),
        roles: vec![PositionRole { role, reach: Reach::Subtree }],
        version: 1,
    }
}

fn tenure(id: u128, position: PositionId, staff: StaffId, from: &str, to: Option<&str>) -> Tenure {
    let id = TenureId(Uuid::from_u128(id));
    Tenure { id, position, staff, from: day(from), to: to.map(day), version: 1 }
}

/// All of the area.
fn all() -> Sight {
    keeper(AREA)
}

/// The sight of somebody who reaches the town only.
fn town() -> Sight {
    use ambito_domain::office::{Duty, Right, Seat, Standing, authorise};
    let duty = Duty { role: Role::Auditor, body: TOWN, reach: Reach::Body, bodies: [TOWN].into(), seat: Seat::Below };
    authorise(&Standing { area: AREA, duties: vec![duty], only: None }, Right::ReadStaff).unwrap()
}
