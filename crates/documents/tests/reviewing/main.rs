// SPDX-License-Identifier: AGPL-3.0-or-later
//! Readings in pieces, and corrections of what was read, on the demonstration and the real documents.
#![expect(clippy::unwrap_used, reason = "a test fails where it must not go on")]

mod applying;
mod laws;
mod pieces;
mod support;
