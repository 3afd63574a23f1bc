// SPDX-License-Identifier: AGPL-3.0-or-later
//! The use cases of Ambito. Each is one method of [`App`] and has one shape: authorise, load, decide, save, audit,
//! commit; it is the only place with transactions.
//!
//! Invariants: nothing is read for a person without [`Viewer::sight`]; nothing is written without a record in the
//! chain, in the same transaction; time and chance are parameters. Deliberately absent: words for people (errors carry
//! keys of the catalogue), pages, SQL.

mod app;
mod check;
mod error;
mod taken;
mod viewer;

pub mod audit;
pub mod compare;
pub mod copies;
pub mod findings;
pub mod home;
pub mod office;
pub mod plans;
pub mod register;
pub mod retention;
pub mod reviews;
pub mod signing;
pub mod subjects;

pub use ambito_store::{Address, Db, Error as StoreError};
pub use app::{App, Change};
pub use error::{Error, Fault, Result};
pub use taken::{PRINT_ROWS_MAX, Taken};
pub use viewer::Viewer;
