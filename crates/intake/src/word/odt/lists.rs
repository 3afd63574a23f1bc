// SPDX-License-Identifier: AGPL-3.0-or-later
//! The lists that are open in an OpenDocument text, and how far each has been counted.

use std::collections::HashMap;

use super::super::numbers::Counters;
use super::styles::Styles;

/// The open lists, with those that may be continued.
#[derive(Debug, Default)]
pub struct Lists {
    open: Vec<List>,
    /// How many were open where each cell, box or note began.
    bases: Vec<usize>,
    /// How far each list has been counted.
    counters: Vec<Counters>,
    by_identifier: HashMap<String, usize>,
    by_style: HashMap<String, usize>,
    headings: Counters,
}

#[derive(Debug)]
struct List {
    style: Option<String>,
    /// Its place in the counters.
    counted: usize,
    item: Option<Item>,
}

/// An item, until its first paragraph takes its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Item {
    is_header: bool,
    start: Option<u32>,
}

/// What a list says when it opens.
#[derive(Debug, Default)]
pub struct Opening {
    /// Its style.
    pub style: Option<String>,
    /// Its identifier.
    pub identifier: Option<String>,
    /// The identifier of the list that it continues.
    pub continues: Option<String>,
    /// Whether it counts on from the last list of its style.
    pub counts_on: bool,
}

impl Lists {
    /// Opens a list.
    pub fn open(&mut self, opening: Opening) {
        let Opening { style, identifier, continues, counts_on } = opening;
        let outer = self.open.get(self.base()..).and_then(|open| open.last());
        let style = style.or_else(|| outer.and_then(|list| list.style.clone()));
        let known = match (outer, &continues) {
            (Some(outer), _) => Some(outer.counted),
            (None, Some(identifier)) => self.by_identifier.get(identifier).copied(),
            (None, None) => None,
        };
        let known =
            known.or_else(|| style.as_ref().filter(|_| counts_on).and_then(|style| self.by_style.get(style).copied()));
        let counted = known.unwrap_or_else(|| {
            self.counters.push(Counters::default());
            self.counters.len() - 1
        });
        if let Some(identifier) = identifier {
            self.by_identifier.insert(identifier, counted);
        }
        if let Some(style) = &style {
            self.by_style.insert(style.clone(), counted);
        }
        self.open.push(List { style, counted, item: None });
    }

    /// Closes a list.
    pub fn close(&mut self) {
        if self.open.len() > self.base() {
            self.open.pop();
        }
    }

    /// Opens an item; a header has no number.
    pub fn open_item(&mut self, is_header: bool, start: Option<u32>) {
        if let Some(list) = self.open.last_mut() {
            list.item = Some(Item { is_header, start });
        }
    }

    /// Begins a cell, a box or a note: the lists around it do not go on inside.
    pub fn enter(&mut self) {
        self.bases.push(self.open.len());
    }

    /// Ends it.
    pub fn leave(&mut self) {
        let base = self.bases.pop().unwrap_or(0);
        self.open.truncate(base);
    }

    /// Whether a list is open here.
    #[must_use]
    pub fn is_inside(&self) -> bool {
        self.open.len() > self.base()
    }

    /// What stands before the paragraph that begins here: the number of its item, once.
    pub fn label(&mut self, styles: &Styles, of_paragraph: Option<&str>) -> String {
        let level = self.open.len().saturating_sub(self.base() + 1);
        if !self.is_inside() {
            return String::new();
        }
        let Some(list) = self.open.last_mut() else { return String::new() };
        let Some(Item { is_header: false, start }) = list.item.take() else { return String::new() };
        let Some(style) = list.style.as_deref().or(of_paragraph) else { return "-".to_owned() };
        let level_of = |at: usize| styles.list_level(style, at);
        let first = level_of(level).and_then(|level| level.start).unwrap_or(1);
        let Some(counters) = self.counters.get_mut(list.counted) else { return String::new() };
        counters.count(level, first, start);
        counters.label(level, level_of)
    }

    /// The number of a heading of this level (0-based) by the outline.
    pub fn heading_label(&mut self, styles: &Styles, level: usize, start: Option<u32>) -> String {
        let level_of = |at: usize| styles.outline_level(at);
        let first = level_of(level).and_then(|level| level.start).unwrap_or(1);
        self.headings.count(level, first, start);
        self.headings.label(level, level_of)
    }

    fn base(&self) -> usize {
        self.bases.last().copied().unwrap_or(0)
    }
}
