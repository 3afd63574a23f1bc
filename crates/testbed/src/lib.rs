// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the tests start for real: a PostgreSQL of their own.
//!
//! Invariants: the server listens on the loopback only, holds nothing but what the tests put there, and is stopped and
//! removed when the tests end, also when they panic or are killed. Where there is no PostgreSQL the tests fail and say
//! what to install; they are never skipped. Deliberately absent: a driver for the database (the tests bring their own)
//! and anything that the shipped program uses.

mod database;
mod error;
mod keeper;
mod postgres;
mod programs;

pub use database::Database;
pub use error::{Error, Result};
pub use postgres::{Durability, Postgres, SERVER_VARIABLE};
pub use programs::{PACKAGE, is_installed};
