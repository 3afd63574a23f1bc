// SPDX-License-Identifier: AGPL-3.0-or-later
//! Why a test has no database: one text for the person who runs the tests.

use std::fmt;

/// What went wrong, in words; shown the same by `unwrap` and by `{}`.
pub struct Error(String);

/// What the testbed gives, or why it cannot.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }
}

/// Names the step in which the system failed.
pub(crate) trait During<T> {
    /// Puts what was being done before what the system says.
    fn during(self, step: &str) -> Result<T>;
}

impl<T> During<T> for std::io::Result<T> {
    fn during(self, step: &str) -> Result<T> {
        self.map_err(|error| Error(format!("{step}: {error}")))
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Error {}
