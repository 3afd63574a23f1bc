// SPDX-License-Identifier: AGPL-3.0-or-later
//! From the bytes of a PDF to pages.
//!
//! Invariants: this crate alone names the PDF library; what it hands over is in hundredths of a point and whole
//! numbers, so that nothing behind it depends on floating point; a page that cannot be decoded is told and the others
//! are read.

mod bold;
mod device;
mod file;
mod fonts;
mod forms;
mod glyphs;
pub mod limits;
mod measure;
mod outline;
mod scan;
mod twice;
mod worker;
mod writing;

pub use file::{Decoded, Refusal, decode};
pub use worker::{Pictures, answer, limit_process};
