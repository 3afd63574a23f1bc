// SPDX-License-Identifier: AGPL-3.0-or-later
//! The checks on whole documents: the real ones, and what must not change their findings.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![expect(clippy::print_stderr, reason = "a test that is skipped says so")]

mod any_text;
mod laws;
mod one_number;
mod real;
mod recompute;
#[path = "../reading/sheets.rs"]
mod sheets;
mod support;
