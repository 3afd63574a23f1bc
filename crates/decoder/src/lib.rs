// SPDX-License-Identifier: AGPL-3.0-or-later
//! From the bytes of a PDF to pages.
//!
//! Invariants: this crate alone names the PDF library; what it hands over is in hundredths of a point and whole
//! numbers, so that nothing behind it depends on floating point; a page that cannot be decoded is told and the others
//! are read.

mod device;
mod file;
mod forms;
mod glyphs;
mod measure;
mod outline;

pub use file::{Decoded, Refusal, decode};
