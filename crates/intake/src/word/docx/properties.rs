// SPDX-License-Identifier: AGPL-3.0-or-later
//! The properties of a paragraph (`w:pPr`), where they stand in the body and where they stand in a style.

use super::super::xml::Tag;

/// What a paragraph, or a style, says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Properties {
    /// The identifier of its style.
    pub style: Option<String>,
    /// Its level in the outline, 0-based; 9 is body text.
    pub outline: Option<u32>,
    /// Its list; 0 is none.
    pub list: Option<u32>,
    /// Its level in the list, 0-based.
    pub list_level: Option<u32>,
    /// Whether it begins on a new page.
    pub breaks_before: Option<bool>,
    /// Whether its end is deleted.
    pub is_end_deleted: bool,
}

impl Properties {
    /// Takes one of the elements inside; says whether it was one of those that count here.
    pub fn take(&mut self, tag: &Tag<'_>) -> bool {
        match tag.name() {
            "pStyle" => self.style = tag.get("val"),
            "outlineLvl" => self.outline = tag.number("val"),
            "numId" => self.list = tag.number("val"),
            "ilvl" => self.list_level = tag.number("val"),
            "pageBreakBefore" => self.breaks_before = Some(tag.is_on()),
            _ => return false,
        }
        true
    }
}
