// SPDX-License-Identifier: AGPL-3.0-or-later
//! The database that a command works on: where it is, and the use cases over it.

use crate::global::Global;
use crate::outside::{SystemClock, SystemRandom};
use crate::problems::error_finding;
use crate::refusal::Refusal;
use ambito_app::{Address, App, Db, StoreError};
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

/// Opens a database, making the file where there is none, and says what is the matter where it cannot.
///
/// # Errors
/// Where the database does not answer, or was made by a newer Ambito.
pub async fn open(address: &Address, global: &Global) -> anyhow::Result<Db> {
    make_private(address);
    Db::open(address).await.map_err(|error| unopened(&error, address, global).into())
}

/// Makes a database file that only its owner can read, before anything is in it; the files that SQLite puts beside it follow it.
/// Where that cannot be done, opening says what is the matter.
pub fn make_private(address: &Address) {
    let Address::Sqlite(path) = address else { return };
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let _ = options.open(path);
}

/// Why a database could not be opened.
#[must_use]
pub fn unopened(error: &StoreError, address: &Address, global: &Global) -> Refusal {
    let shown = address.shown();
    let finding = match error {
        StoreError::Newer { found, known } => {
            let (found, known) = (found.to_string(), known.to_string());
            let message = global.text("database-newer", &[("found", (&found).into()), ("known", (&known).into())]);
            error_finding("DAT003", message).hint(global.text("database-newer-hint", &[]))
        }
        error => {
            let reason = error.to_string();
            error_finding("DAT002", global.text("database-closed", &[("reason", (&reason).into())]))
                .hint(global.text("database-closed-hint", &[]))
        }
    };
    Refusal(vec![finding.in_document(shown)])
}
