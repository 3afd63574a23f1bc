// SPDX-License-Identifier: AGPL-3.0-or-later
//! The database that a command works on: where it is, and the use cases over it.

use crate::global::Global;
use crate::outside::{SystemClock, SystemRandom};
use crate::problems::error_finding;
use crate::refusal::Refusal;
use ambito_app::{Address, App, Db};
use anyhow::Context as _;
use std::future::Future;
use std::sync::Arc;

/// The file where no database is named.
pub const DEFAULT: &str = "ambito.db";

/// The choice of the database.
#[derive(Debug, clap::Args)]
pub struct DatabaseArgs {
    /// A file, or `postgres://…`.
    #[arg(long, default_value = DEFAULT, value_name = "value-database", help = "help-database")]
    pub database: String,
}

/// The place that a text names.
///
/// # Errors
/// Where it is neither a file nor `postgres://…`; the text, which may hold a password, is not shown.
pub fn address(text: &str, global: &Global) -> anyhow::Result<Address> {
    text.parse().map_err(|_| {
        let finding = error_finding("DAT001", global.text("database-address", &[]));
        Refusal(vec![finding.hint(global.text("database-address-hint", &[]))]).into()
    })
}

/// The use cases over an open database, with the real time and real chance.
#[must_use]
pub fn app(db: Db) -> App {
    App::new(db, Arc::new(SystemClock), Arc::new(SystemRandom))
}

/// What the system calls the person at the console.
#[must_use]
pub fn keeper() -> String {
    let named = ["SUDO_USER", "LOGNAME", "USER"].into_iter().find_map(|name| std::env::var(name).ok());
    named.filter(|name| !name.is_empty()).unwrap_or_else(|| "console".to_owned())
}

/// Waits for work with a database.
///
/// # Errors
/// What the work says.
pub fn wait<T>(work: impl Future<Output = anyhow::Result<T>>) -> anyhow::Result<T> {
    tokio::runtime::Builder::new_current_thread().enable_all().build().context("tokio")?.block_on(work)
}
