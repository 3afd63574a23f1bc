// SPDX-License-Identifier: AGPL-3.0-or-later
//! The page that says what went wrong and what to do next.

use crate::render::{Content, Label};
use serde::Serialize;

/// Its content.
#[derive(Clone, Debug, Serialize)]
pub struct Problem {
    text: Label,
}

impl Problem {
    /// The problem of a key.
    #[must_use]
    pub fn new(key: &'static str) -> Self {
        Self { text: Label::key(key) }
    }
}

impl Content for Problem {
    const TEMPLATE: &'static str = "problem.html";

    fn samples() -> Vec<Self> {
        vec![Self::new("problem-denied-text")]
    }
}
