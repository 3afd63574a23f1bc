// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is filled in: content controls (`w:sdt`) and the older form fields (`w:ffData`). A box to tick gives its state,
//! a list to choose from its choice; the grey words of a control that nobody filled in are no answer.

use super::super::signs;
use super::super::xml::Tag;

/// A content control, as far as its properties have told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Control {
    /// For boxes to tick, their state.
    pub ticked: Option<bool>,
    /// It still shows what to write in it.
    pub is_placeholder: bool,
    /// It holds an index of the document.
    pub is_index: bool,
    /// Its content is muted.
    pub is_muted: bool,
}

impl Control {
    /// Takes one of the elements of its properties.
    pub fn take(&mut self, tag: &Tag<'_>) {
        match tag.name() {
            "checkbox" => self.ticked = Some(self.ticked.unwrap_or(false)),
            "checked" => self.ticked = Some(tag.is_on()),
            "showingPlcHdr" => self.is_placeholder = tag.is_on(),
            "docPartGallery" => self.is_index = tag.get("val").is_some_and(|gallery| gallery.starts_with("Table of")),
            _ => {}
        }
    }
}

/// A form field, as far as its data have told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Field {
    ticked: Option<bool>,
    choices: Vec<String>,
    choice: Option<usize>,
    /// How long its paragraph was when it began, in bytes: what is longer at its end shows its result.
    pub from: usize,
}

impl Field {
    /// A field that begins where its paragraph is so long.
    #[must_use]
    pub fn new(from: usize) -> Self {
        Self { from, ..Self::default() }
    }

    /// Takes one of the elements of its data.
    pub fn take(&mut self, tag: &Tag<'_>) {
        match tag.name() {
            "checkBox" => self.ticked = self.ticked.or(Some(false)),
            "checked" => self.ticked = Some(tag.is_on()),
            "default" if self.ticked == Some(false) => {
                self.ticked = Some(tag.is_on());
            }
            "listEntry" => self.choices.extend(tag.get("val")),
            "result" => self.choice = tag.number("val").map(|choice| choice as usize),
            _ => {}
        }
    }

    /// What it says where no text shows it.
    #[must_use]
    pub fn value(&self) -> &str {
        match self.ticked {
            Some(is_ticked) => signs::tick_box(is_ticked),
            None => self.choices.get(self.choice.unwrap_or(0)).map_or("", String::as_str),
        }
    }
}
