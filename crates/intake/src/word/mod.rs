// SPDX-License-Identifier: AGPL-3.0-or-later
//! Word-processor files, DOCX and ODT: their XML is walked as it streams, and what it says flows into the same lines
//! as a text's: headings by their style, prose, rows with their cells, items with their numbers as printed.
//!
//! Left out on purpose, because it is no content of the plan: headers and footers, comments, deleted text, pictures.

mod docx;
mod flow;
mod names;
mod numbers;
mod odt;
mod signs;
mod xml;

pub use docx::read as read_docx;
pub use odt::read as read_odt;
