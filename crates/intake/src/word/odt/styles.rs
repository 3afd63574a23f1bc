// SPDX-License-Identifier: AGPL-3.0-or-later
//! The styles of an OpenDocument text: of paragraphs (headings by name, new pages), of lists, and of the outline's
//! numbers.

use std::collections::HashMap;
use std::rc::Rc;

use super::super::names::{Named, named};
use super::super::numbers::{LEVELS_MAX, Level, Numeral};
use super::super::signs;
use super::super::xml::{Step, Tag, Walker};
use crate::limits::{STYLE_CHAIN_MAX, STYLES_MAX};

/// The styles, by their names.
#[derive(Debug, Default)]
pub struct Styles {
    paragraphs: HashMap<String, Style>,
    lists: HashMap<String, HashMap<usize, Level>>,
    outline: HashMap<usize, Level>,
    given: HashMap<String, Given>,
    is_content: bool,
    open: Open,
}

/// What is being read.
#[derive(Debug, Default, PartialEq, Eq)]
enum Open {
    #[default]
    Nothing,
    Paragraph(String),
    List(String),
    Outline,
}

#[derive(Debug, Default)]
struct Style {
    shown_name: Option<String>,
    parent: Option<String>,
    list: Option<Rc<str>>,
    breaks_before: Option<bool>,
}

/// What a style gives a paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// It is an entry of an index.
    pub is_index: bool,
    /// It begins on a new page.
    pub breaks_before: bool,
    /// The style of its lists.
    pub list: Option<Rc<str>>,
}

impl Styles {
    /// Goes from the styles of the document to those of its content.
    pub fn begin_content(&mut self) {
        self.is_content = true;
    }

    /// Works out what each style of paragraphs gives, once and for all.
    pub fn settle(&mut self) {
        self.given = self.paragraphs.keys().map(|name| (name.clone(), self.worked_out(name))).collect();
    }

    /// What a style gives a paragraph.
    #[must_use]
    pub fn given(&self, name: Option<&str>) -> Given {
        name.and_then(|name| self.given.get(name)).cloned().unwrap_or_default()
    }

    /// From it or from those above it.
    fn worked_out(&self, name: &str) -> Given {
        let mut given = Given::default();
        let (mut is_decided, mut breaks) = (false, None);
        let mut next = Some(name);
        for _ in 0..STYLE_CHAIN_MAX {
            let Some((name, style)) = next.and_then(|name| self.paragraphs.get_key_value(name)) else { break };
            breaks = breaks.or(style.breaks_before);
            given.list = given.list.or_else(|| style.list.clone());
            if !is_decided {
                let said = named(style.shown_name.as_deref().unwrap_or(name));
                // Of headings the element tells, not the style.
                given.is_index = said == Some(Named::Index);
                is_decided = said.is_some();
            }
            next = style.parent.as_deref();
        }
        given.breaks_before = breaks.unwrap_or(false);
        given
    }

    /// A level (0-based) of a style of lists.
    #[must_use]
    pub fn list_level(&self, style: &str, level: usize) -> Option<&Level> {
        self.lists.get(style)?.get(&level)
    }

    /// A level (0-based) of the outline.
    #[must_use]
    pub fn outline_level(&self, level: usize) -> Option<&Level> {
        self.outline.get(&level)
    }

    fn level(&mut self, tag: &Tag<'_>) {
        let at = tag.number("level").map_or(0, |level| (level as usize).saturating_sub(1));
        let levels = match &self.open {
            Open::List(name) if self.lists.len() < STYLES_MAX => self.lists.entry(name.clone()).or_default(),
            Open::Outline => &mut self.outline,
            _ => return,
        };
        if at < LEVELS_MAX {
            levels.insert(at, level_of(tag, at));
        }
    }
}

impl Walker for Styles {
    fn start(&mut self, tag: &Tag<'_>) -> Step {
        match tag.name() {
            // Those of the document's own automatic styles belong to headers and footers, and share their names with the
            // content's.
            "automatic-styles" if !self.is_content => return Step::Over,
            "master-styles" | "body" | "font-face-decls" => return Step::Over,
            "style"
                if self.paragraphs.len() < STYLES_MAX
                    && tag.get("family").is_some_and(|family| family == "paragraph") =>
            {
                if let Some(name) = tag.get("name") {
                    let style = Style {
                        shown_name: tag.get("display-name"),
                        parent: tag.get("parent-style-name"),
                        list: tag.get("list-style-name").filter(|name| !name.is_empty()).map(Rc::from),
                        breaks_before: tag.get("master-page-name").filter(|name| !name.is_empty()).map(|_| true),
                    };
                    self.paragraphs.insert(name.clone(), style);
                    self.open = Open::Paragraph(name);
                }
            }
            "paragraph-properties" => {
                if let Open::Paragraph(name) = &self.open
                    && let Some(style) = self.paragraphs.get_mut(name)
                    && let Some(kind) = tag.get("break-before")
                {
                    style.breaks_before = Some(kind == "page");
                }
            }
            "list-style" => self.open = Open::List(tag.get("name").unwrap_or_default()),
            "outline-style" => self.open = Open::Outline,
            "list-level-style-number"
            | "list-level-style-bullet"
            | "list-level-style-image"
            | "outline-level-style" => {
                self.level(tag);
            }
            _ => {}
        }
        Step::In
    }

    fn end(&mut self, name: &str) {
        if matches!(name, "style" | "list-style" | "outline-style") {
            self.open = Open::Nothing;
        }
    }

    fn text(&mut self, _text: &str) {}
}

fn level_of(tag: &Tag<'_>, at: usize) -> Level {
    let mut level = Level::default();
    level.start = tag.number("start-value");
    match tag.name() {
        "list-level-style-bullet" => level.bullet = Some(signs::bullet(&tag.get("bullet-char").unwrap_or_default())),
        "list-level-style-image" => level.bullet = Some("-".to_owned()),
        _ => {
            level.numeral = match tag.get("num-format").as_deref().unwrap_or("") {
                "" => Numeral::Nothing,
                "a" => Numeral::LowerLetter,
                "A" => Numeral::UpperLetter,
                "i" => Numeral::LowerRoman,
                "I" => Numeral::UpperRoman,
                _ => Numeral::Decimal,
            };
            let shown = tag.number("display-levels").map_or(1, |shown| shown as usize);
            let around = |name: &str| tag.get(name).unwrap_or_default();
            match tag.get("num-list-format") {
                Some(pattern) => level.set_pattern(&pattern),
                None if level.numeral == Numeral::Nothing => level.set_pattern(&around("num-prefix")),
                None => level.set_joined(&around("num-prefix"), at, shown, &around("num-suffix")),
            }
        }
    }
    level
}
