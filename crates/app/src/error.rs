// SPDX-License-Identifier: AGPL-3.0-or-later
//! Why a use case refuses. The words are in the catalogue; here are their keys.

use crate::signing::Outside;
use ambito_base::Timestamp;
use ambito_domain::office::Right;
use std::sync::Arc;

/// What a use case gives.
pub type Result<T> = std::result::Result<T, Error>;

/// Why not.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Nobody is signed in.
    #[error("nobody is signed in")]
    SignInFirst,
    /// The right is not there.
    #[error("the right {0:?} is not there")]
    Denied(Right),
    /// It is not there, or not in sight: the two are not told apart.
    #[error("there is no such {0}")]
    Absent(&'static str),
    /// Somebody else saved in between.
    #[error("saved by somebody else in between")]
    Stale,
    /// What was given cannot be taken.
    #[error("what was given cannot be taken: {0:?}")]
    Invalid(Vec<Fault>),
    /// Too many failures: no attempt is looked at until then.
    #[error("no attempt is looked at until {0}")]
    Locked(Timestamp),
    /// The name, the password or the code is wrong: which, is not told.
    #[error("the name, the password or the code is wrong")]
    WrongCredentials,
    /// Signing in with the outside identity provider did not succeed.
    #[error("signing in outside: {0:?}")]
    Outside(Outside),
    /// What the database says.
    #[error(transparent)]
    Store(ambito_store::Error),
    /// That somebody looked could not be put on record, so nothing is given; other pages failed with it.
    #[error("it could not be put on record: {0}")]
    Unrecorded(Arc<ambito_store::Error>),
    /// Something that cannot be was found.
    #[error("something that cannot be: {0}")]
    Broken(String),
}

/// One thing that is wrong with what was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The field.
    pub field: &'static str,
    /// The key of its message.
    pub key: &'static str,
}

impl Error {
    /// One fault of one field.
    #[must_use]
    pub fn invalid(field: &'static str, key: &'static str) -> Self {
        Self::Invalid(vec![Fault { field, key }])
    }
}

impl From<ambito_store::Error> for Error {
    fn from(error: ambito_store::Error) -> Self {
        match error {
            ambito_store::Error::Stale => Self::Stale,
            ambito_store::Error::Absent(what) => Self::Absent(what),
            error => Self::Store(error),
        }
    }
}
