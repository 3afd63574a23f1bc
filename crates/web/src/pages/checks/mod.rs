// SPDX-License-Identifier: AGPL-3.0-or-later
//! The manual of the checks, as pages: every check by family, and each with what it finds, why it matters, how to mend it.
//!
//! Invariant: the words are those of `ambito explain`. Deliberately absent: switching a check off for an area.

pub mod list;
pub mod one;

use crate::render::Label;
use crate::server::{Needs, Route};

/// The routes.
pub fn routes() -> Vec<Route> {
    vec![Route::get("/checks", Needs::Person, list::show), Route::get("/checks/{code}", Needs::Person, one::show)]
}

/// The stable words of how bad something is, the worst first.
pub(crate) const SEVERITIES: [&str; 3] = ["error", "warning", "note"];

/// The word for how bad something is, by its stable word.
pub(crate) fn severity(word: &str) -> Label {
    Label::key(match word {
        "error" => "severity-error",
        "warning" => "severity-warning",
        _ => "severity-note",
    })
}
