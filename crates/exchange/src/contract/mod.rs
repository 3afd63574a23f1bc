// SPDX-License-Identifier: AGPL-3.0-or-later
//! The pinned JSON of `ambito read`: `{"schema": "ambito.read/1", "documents": […]}`.
//!
//! The shapes borrow from the readings and are made while they are written: no second tree of the document ever
//! stands in memory. Keys are always present, but for those beside `line` that only some formats have: `sheet` in
//! workbooks, `page` and `box` in PDF, `cell` in tables of word-processor files.

mod document;
mod money;
mod node;
mod results;
mod shape;
mod tables;

use crate::Source;
use ambito_i18n::Catalogue;
use document::Document;
pub(crate) use shape::{Points, WhereShape};
use std::io::{self, Write};

/// The name and version of the format.
pub const SCHEMA_NAME: &str = "ambito.read/1";

/// The JSON Schema of the format.
pub const SCHEMA: &str = include_str!("../../../../docs/schema/read.schema.json");

/// Writes readings one after the other, as they come.
#[derive(Debug)]
pub struct ReadingsWriter<W> {
    out: W,
    written: usize,
}

impl<W: Write> ReadingsWriter<W> {
    /// Begins the result.
    ///
    /// # Errors
    /// What the output says.
    pub fn begin(mut out: W) -> io::Result<Self> {
        write!(out, "{{\"schema\":\"{SCHEMA_NAME}\",\"documents\":[")?;
        Ok(Self { out, written: 0 })
    }

    /// Writes one reading, whose cells are looked up in its blocks; only the messages of its notes are in the language of the catalogue.
    ///
    /// # Errors
    /// What the output says.
    pub fn write(&mut self, source: &Source, catalogue: &Catalogue) -> io::Result<()> {
        self.out.write_all(if self.written == 0 { b"\n" } else { b",\n" })?;
        self.written += 1;
        Ok(serde_json::to_writer(&mut self.out, &Document::of(source, catalogue))?)
    }

    /// Ends the result and gives the output back.
    ///
    /// # Errors
    /// What the output says.
    pub fn finish(mut self) -> io::Result<W> {
        self.out.write_all(b"\n]}\n")?;
        Ok(self.out)
    }
}
