// SPDX-License-Identifier: AGPL-3.0-or-later
//! The styles of a Word document: whether one makes a heading, by its outline level or by its name, and which list it
//! belongs to; a style inherits from the one that it is based on.

use std::collections::HashMap;

use super::super::names::{Named, named};
use super::super::xml::{Step, Tag, Walker, is_true};
use super::properties::Properties;
use crate::limits::STYLE_CHAIN_MAX;

/// The outline level of body text.
const BODY_LEVEL: u32 = 9;

/// The styles, by their identifiers.
#[derive(Debug, Default)]
pub struct Styles {
    styles: HashMap<String, Style>,
    /// The style of paragraphs that name none.
    usual: Option<String>,
    open: Option<(String, Style)>,
}

#[derive(Debug, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    properties: Properties,
    is_usual: bool,
}

/// What a style gives a paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// Its level as a heading, 1 the highest.
    pub heading: Option<u8>,
    /// It is an entry of an index.
    pub is_index: bool,
    /// Its list and its level in it, with the style that says so.
    pub list: Option<(u32, Option<u32>)>,
    /// The styles from this one up.
    pub chain: Vec<String>,
    /// It begins on a new page.
    pub breaks_before: bool,
}

impl Styles {
    /// What a style gives, from it or from those that it is based on.
    #[must_use]
    pub fn given(&self, identifier: Option<&str>) -> Given {
        let mut given = Given::default();
        let (mut outline, mut is_decided, mut breaks) = (None, false, None);
        let mut next = identifier.or(self.usual.as_deref());
        for _ in 0..STYLE_CHAIN_MAX {
            let Some((id, style)) = next.and_then(|id| self.styles.get_key_value(id)) else { break };
            if given.list.is_none()
                && let Some(list) = style.properties.list
            {
                given.list = Some((list, style.properties.list_level));
            }
            breaks = breaks.or(style.properties.breaks_before);
            outline = outline.or(style.properties.outline);
            if !is_decided {
                match named(&style.name).or_else(|| named(id)) {
                    Some(Named::Index) => (given.is_index, is_decided) = (true, true),
                    Some(Named::Heading(level)) => (given.heading, is_decided) = (Some(level), true),
                    Some(Named::Body) => is_decided = true,
                    None => {}
                }
            }
            given.chain.push(id.clone());
            next = style.based_on.as_deref();
        }
        // The outline level is what the program itself goes by; the name is for styles without one.
        match outline {
            Some(BODY_LEVEL..) => given.heading = None,
            Some(level) if !given.is_index => given.heading = u8::try_from(level + 1).ok(),
            _ => {}
        }
        given.breaks_before = breaks.unwrap_or(false);
        given
    }

    /// The list that a style of lists names.
    #[must_use]
    pub fn list_of(&self, identifier: &str) -> Option<u32> {
        self.styles.get(identifier)?.properties.list
    }
}

impl Walker for Styles {
    fn start(&mut self, tag: &Tag<'_>) -> Step {
        match (tag.name(), &mut self.open) {
            ("style", None) => {
                let is_paragraph = tag.get("type").is_none_or(|kind| kind == "paragraph");
                let is_usual = is_paragraph && tag.get("default").is_some_and(|value| is_true(&value));
                self.open = tag.get("styleId").map(|id| (id, Style { is_usual, ..Style::default() }));
            }
            ("name", Some((_, style))) => style.name = tag.get("val").unwrap_or_default(),
            ("basedOn", Some((_, style))) => style.based_on = tag.get("val"),
            ("pPrChange" | "rPr" | "tblStylePr", _) => return Step::Over,
            (_, Some((_, style))) => {
                style.properties.take(tag);
            }
            _ => {}
        }
        Step::In
    }

    fn end(&mut self, name: &str) {
        if name == "style"
            && let Some((id, style)) = self.open.take()
        {
            if style.is_usual {
                self.usual = Some(id.clone());
            }
            self.styles.entry(id).or_insert(style);
        }
    }

    fn text(&mut self, _text: &str) {}
}
