// SPDX-License-Identifier: AGPL-3.0-or-later
//! The styles of a Word document: whether one makes a heading, by its outline level or by its name, and which list it
//! belongs to; a style inherits from the one that it is based on.

use std::collections::HashMap;
use std::rc::Rc;

use super::super::names::{Named, named};
use super::super::xml::{Step, Tag, Walker, is_true};
use super::properties::Properties;
use crate::limits::{STYLE_CHAIN_MAX, STYLES_MAX};

/// The outline level of body text.
const BODY_LEVEL: u32 = 9;

/// The styles, by their identifiers.
#[derive(Debug, Default)]
pub struct Styles {
    styles: HashMap<String, Style>,
    open: Option<(String, Style)>,
}

#[derive(Debug, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    properties: Properties,
    is_usual: bool,
}

/// What each style gives, once and for all.
#[derive(Debug, Default)]
pub struct Settled {
    given: HashMap<String, Given>,
    /// What paragraphs without a style are given.
    usual: Given,
}

/// What a style gives a paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// Its level as a heading, 1 the highest.
    pub heading: Option<u8>,
    /// It is an entry of an index.
    pub is_index: bool,
    /// Its list and its level in it.
    pub list: Option<(u32, Option<u32>)>,
    /// The style that says which list: a level of the list may name it.
    pub list_style: Option<Rc<str>>,
    /// It begins on a new page.
    pub breaks_before: bool,
}

impl Styles {
    /// Works out what each style gives, from it or from those that it is based on.
    #[must_use]
    pub fn settle(self) -> Settled {
        let given = self.styles.keys().map(|id| (id.clone(), self.given(id))).collect();
        // The first one, whatever the order of the map.
        let usual = self.styles.iter().filter(|(_, style)| style.is_usual).map(|(id, _)| id).min();
        let usual = usual.map_or_else(Given::default, |id| self.given(id));
        Settled { given, usual }
    }

    fn given(&self, identifier: &str) -> Given {
        let mut given = Given::default();
        let (mut outline, mut is_decided, mut breaks) = (None, false, None);
        let mut next = Some(identifier);
        for _ in 0..STYLE_CHAIN_MAX {
            let Some((id, style)) = next.and_then(|id| self.styles.get_key_value(id)) else { break };
            if given.list.is_none()
                && let Some(list) = style.properties.list
            {
                given.list = Some((list, style.properties.list_level));
                given.list_style = Some(Rc::from(id.as_str()));
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
}

impl Settled {
    /// What a style gives; paragraphs that name none, or none that there is, have the usual one.
    #[must_use]
    pub fn given(&self, identifier: Option<&str>) -> &Given {
        identifier.and_then(|id| self.given.get(id)).unwrap_or(&self.usual)
    }

    /// The list that a style of lists names.
    #[must_use]
    pub fn list_of(&self, identifier: &str) -> Option<u32> {
        self.given.get(identifier)?.list.map(|(list, _)| list)
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
            if self.styles.len() < STYLES_MAX {
                self.styles.entry(id).or_insert(style);
            }
        }
    }

    fn text(&mut self, _text: &str) {}
}
