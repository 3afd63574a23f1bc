// SPDX-License-Identifier: AGPL-3.0-or-later
//! Word documents (ISO/IEC 29500, transitional and strict): which parts there are, then the body with the styles,
//! numbers and notes that it names.

mod body;
mod form;
mod numbering;
mod properties;
mod relations;
mod styles;

use ambito_documents::blocks::Blocks;

use super::xml::Parts;
use crate::archive::Trouble;
use body::Body;
use numbering::Numbering;
use relations::Relations;
use styles::Styles;

/// Reads a Word document.
///
/// # Errors
///
/// It is broken or locked, or larger than the limit when unpacked.
pub fn read(bytes: &[u8]) -> Result<Blocks, Trouble> {
    let mut parts = Parts::open(bytes)?;
    let package = Relations::read(&mut parts, "")?;
    let document = package.target("officeDocument").unwrap_or("word/document.xml").to_owned();
    let relations = Relations::read(&mut parts, &document)?;
    let mut styles = Styles::default();
    parts.walk(relations.target("styles").unwrap_or("word/styles.xml"), &mut styles)?;
    let styles = styles.settle();
    let mut numbering = Numbering::default();
    parts.walk(relations.target("numbering").unwrap_or("word/numbering.xml"), &mut numbering)?;
    let mut body = Body::new(&styles, &mut numbering);
    for (kind, usual) in [("footnotes", "word/footnotes.xml"), ("endnotes", "word/endnotes.xml")] {
        parts.walk(relations.target(kind).unwrap_or(usual), &mut body)?;
    }
    body.begin_document();
    if parts.walk(&document, &mut body)? { Ok(body.finish()) } else { Err(Trouble::Damaged) }
}
