// SPDX-License-Identifier: AGPL-3.0-or-later
//! A PostgreSQL server for tests: one that they start, or one that was started for all of them.

use crate::database::Database;
use crate::error::Result;
use crate::keeper::Keeper;
use std::env;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// The environment variable that names a server for the tests to use: the URL of a database in which they may say
/// `CREATE DATABASE`.
pub const SERVER_VARIABLE: &str = "AMBITO_TEST_POSTGRES";

/// How much a server does so that a power cut loses nothing. What a killed client can lose does not depend on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Durability {
    /// As in an office.
    #[default]
    Kept,
    /// Faster, for data that nobody misses.
    Relaxed,
}

/// A server in which tests make databases of their own; a clone is the same server.
#[derive(Clone, Debug)]
pub struct Postgres {
    maintenance: String,
    /// None where somebody else started the server.
    #[expect(dead_code, reason = "held: the last clone and the last database to go stop the server")]
    keeper: Option<Arc<Keeper>>,
}

impl Postgres {
    /// Gives the server that [`SERVER_VARIABLE`] names, else starts one.
    ///
    /// # Errors
    /// Where there is no PostgreSQL, or it does not start: the text says what to do.
    pub fn start() -> Result<Self> {
        match env::var(SERVER_VARIABLE) {
            Ok(url) if !url.trim().is_empty() => Ok(Self { maintenance: url.trim().to_owned(), keeper: None }),
            _ => Self::start_own(Durability::default()),
        }
    }

    /// Starts a server, whatever the environment says.
    ///
    /// # Errors
    /// Where there is no PostgreSQL, or it does not start: the text says what to do.
    pub fn start_own(durability: Durability) -> Result<Self> {
        let keeper = Keeper::start(durability)?;
        let maintenance = format!("postgres://ambito@127.0.0.1:{}/postgres", keeper.port);
        Ok(Self { maintenance, keeper: Some(Arc::new(keeper)) })
    }

    /// The one server of this test program: all its tests share it, and it ends with the program.
    ///
    /// # Errors
    /// Where there is no PostgreSQL, or it does not start: the text says what to do.
    pub fn shared() -> Result<Self> {
        static SHARED: OnceLock<Mutex<Option<Postgres>>> = OnceLock::new();
        let mut shared = SHARED.get_or_init(Mutex::default).lock().unwrap_or_else(PoisonError::into_inner);
        match &*shared {
            Some(server) => Ok(server.clone()),
            None => Ok(shared.insert(Self::start()?).clone()),
        }
    }

    /// Makes an empty database with a name that nobody has; it is removed with what this gives.
    ///
    /// # Errors
    /// Where the server refuses.
    pub fn database(&self) -> Result<Database> {
        Database::create(self.clone())
    }

    /// The address of the database in which databases are made.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.maintenance
    }
}
