// SPDX-License-Identifier: AGPL-3.0-or-later
//! Repositories on SQLite and PostgreSQL with one SQL text, and the migrations.
//!
//! Invariants: only this room names sqlx; a text of SQL is one for both databases and its values are bound as the types
//! of each; every method that reads what people see asks for a [`Sight`](ambito_domain::office::Sight) and looks no
//! further; what changes anything takes the [`Tx`] of its use case, which the caller commits. Deliberately absent: an
//! ORM, a cache, the portable `Any` driver (it has no dates and breaks booleans).

mod asked;
mod batch;
mod cells;
mod columns;
mod db;
mod error;
mod json;
mod migrate;
mod rows;
mod select;
mod values;

mod answers;
pub mod areas;
pub mod attempts;
pub mod audit;
pub mod bodies;
pub mod copy;
pub mod credentials;
pub mod lists;
pub mod plans;
pub mod positions;
pub mod retention;
pub mod reviews;
pub mod sessions;
pub mod settings;
pub mod staff;
pub mod subjects;
pub mod tables;
pub mod tokens;

pub use asked::asked_by;
pub use db::{Address, Db, Tx};
pub use error::Error;
pub use migrate::{SCHEMA_VERSION, migrate, version};

/// What a method of a repository gives.
pub type Result<T> = std::result::Result<T, Error>;
