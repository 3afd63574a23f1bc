// SPDX-License-Identifier: AGPL-3.0-or-later
//! The parts of an archive as they stream: elements by their local names (so that the strict and the transitional
//! namespaces of OOXML are one), text with its entities decoded. Never builds a tree and never recurses.
//!
//! Absent on purpose: entities that a document declares itself; they are left out, so none can grow.

use std::io::{BufReader, Cursor, Read};

use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;

use crate::archive::{self, Trouble};
use crate::limits::{ATTRIBUTE_BYTES_MAX, ELEMENT_DEPTH_MAX, UNPACKED_BYTES_MAX};

/// Whether the inside of an element is walked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Its text and children come, then its end.
    In,
    /// Nothing of it comes, not even its end.
    Over,
}

/// What goes along the elements of a part.
pub trait Walker {
    /// An element begins.
    fn start(&mut self, tag: &Tag<'_>) -> Step;
    /// An element that was walked ends.
    fn end(&mut self, name: &str);
    /// Text between tags.
    fn text(&mut self, text: &str);
}

/// The start of an element.
pub struct Tag<'t> {
    tag: &'t BytesStart<'t>,
}

impl Tag<'_> {
    /// Its name without the prefix.
    #[must_use]
    pub fn name(&self) -> &str {
        self.tag.local_name().into_inner()
    }

    /// Its prefix, as the file writes it.
    #[must_use]
    pub fn prefix(&self) -> &str {
        self.tag.name().into_inner().split_once(':').map_or("", |(prefix, _)| prefix)
    }

    /// An attribute by its name without the prefix; one that is too long is none.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<String> {
        // Whether one comes twice is not checked: that would compare each with each.
        let mut attributes = self.tag.attributes();
        let found =
            attributes.with_checks(false).flatten().find(|found| found.key.local_name().into_inner() == name)?;
        if found.value.len() > ATTRIBUTE_BYTES_MAX {
            return None;
        }
        Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
    }

    /// An attribute that is a number.
    #[must_use]
    pub fn number(&self, name: &str) -> Option<u32> {
        self.get(name)?.trim().parse().ok()
    }

    /// Whether a property that is there by its element is switched on: `<w:b/>`, not `<w:b w:val="0"/>`.
    #[must_use]
    pub fn is_on(&self) -> bool {
        self.get("val").is_none_or(|value| is_true(&value))
    }
}

/// Whether a switch says yes.
#[must_use]
pub fn is_true(value: &str) -> bool {
    matches!(value, "1" | "true" | "on")
}

/// The parts of an archive, with what may still be unpacked.
pub struct Parts<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    left: u64,
}

impl<'b> Parts<'b> {
    /// Opens an archive.
    ///
    /// # Errors
    ///
    /// It is broken, or has too many parts.
    pub fn open(bytes: &'b [u8]) -> Result<Self, Trouble> {
        Ok(Self { archive: archive::open(bytes)?, left: UNPACKED_BYTES_MAX })
    }

    /// Walks along a part; says whether there is one of this name.
    ///
    /// # Errors
    ///
    /// The part is broken or locked, or larger than the limit when unpacked.
    pub fn walk(&mut self, name: &str, walker: &mut impl Walker) -> Result<bool, Trouble> {
        let Some(index) = self.archive.index_for_name(name) else { return Ok(false) };
        let part = self.archive.by_index(index).map_err(|error| archive::trouble_of(&error))?;
        if part.size() > self.left {
            return Err(Trouble::TooLarge);
        }
        let mut xml = Reader::from_reader(BufReader::new(part.take(self.left)));
        xml.config_mut().expand_empty_elements = true;
        let walked = walk(&mut xml, walker);
        self.left = self.left.saturating_sub(xml.buffer_position());
        if self.left == 0 { Err(Trouble::TooLarge) } else { walked.map(|()| true) }
    }
}

fn walk<R: std::io::BufRead>(xml: &mut Reader<R>, walker: &mut impl Walker) -> Result<(), Trouble> {
    let mut buffer = Vec::new();
    let (mut depth, mut over) = (0_usize, 0_usize);
    loop {
        match xml.read_event_into(&mut buffer).map_err(|_| Trouble::Damaged)? {
            Event::Start(tag) => {
                depth += 1;
                if depth > ELEMENT_DEPTH_MAX {
                    return Err(Trouble::Damaged);
                }
                if over > 0 || walker.start(&Tag { tag: &tag }) == Step::Over {
                    over += 1;
                }
            }
            Event::End(tag) => {
                depth = depth.saturating_sub(1);
                match over {
                    0 => walker.end(tag.local_name().into_inner()),
                    _ => over -= 1,
                }
            }
            Event::Text(text) if over == 0 => walker.text(&text.xml10_content()),
            Event::CData(text) if over == 0 => walker.text(&text.xml10_content()),
            Event::GeneralRef(entity) if over == 0 => {
                if let Ok(Some(char)) = entity.resolve_char_ref() {
                    walker.text(char.encode_utf8(&mut [0; 4]));
                } else {
                    walker.text(resolve_xml_entity(&entity).unwrap_or(""));
                }
            }
            Event::Eof => return if depth == 0 { Ok(()) } else { Err(Trouble::Damaged) },
            _ => {}
        }
        buffer.clear();
    }
}
