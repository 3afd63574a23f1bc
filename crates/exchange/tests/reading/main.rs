// SPDX-License-Identifier: AGPL-3.0-or-later
//! The whole reading, from bytes to the pinned JSON: the five real documents, the demonstration documents and the
//! documents of other shapes.
//!
//! The real documents are not part of this project. They are read in place where they are at hand; elsewhere their
//! tests say loudly that they did nothing, and pass.

#![expect(clippy::unwrap_used, clippy::print_stderr, reason = "a test that cannot go on has failed, and says why")]

mod figures;
mod honest;
mod laws;
mod peg;
mod real;
mod shapes;
mod sheets;
mod shuffled;
mod support;
mod truth;
