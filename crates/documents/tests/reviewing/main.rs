// SPDX-License-Identifier: AGPL-3.0-or-later
//! Readings in pieces, and corrections of what was read, on the demonstration and the real documents.
#![expect(clippy::unwrap_used, clippy::print_stderr, reason = "a test that cannot go on has failed, and says why")]

mod applying;
mod laws;
mod pieces;
mod support;
