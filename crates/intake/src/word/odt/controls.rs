// SPDX-License-Identifier: AGPL-3.0-or-later
//! What stands apart from the text but speaks of it: the boxes to tick of forms, and which tracked changes changed
//! words and not only their looks.

use std::collections::{HashMap, HashSet};

use super::super::xml::{Step, Tag, Walker};

/// The controls and changes of a document, by their identifiers.
#[derive(Debug, Default)]
pub struct Controls {
    boxes: HashMap<String, bool>,
    changes: HashSet<String>,
    change: Option<String>,
}

impl Controls {
    /// Whether a box is ticked; `None` where this is no box.
    #[must_use]
    pub fn is_ticked(&self, identifier: &str) -> Option<bool> {
        self.boxes.get(identifier).copied()
    }

    /// Whether a tracked change put words in or took them out.
    #[must_use]
    pub fn changes_words(&self, identifier: &str) -> bool {
        self.changes.contains(identifier)
    }
}

impl Walker for Controls {
    fn start(&mut self, tag: &Tag<'_>) -> Step {
        match tag.name() {
            "checkbox" | "radio" => {
                let state = tag.get("current-state").or_else(|| tag.get("state"));
                let is_ticked = state.is_some_and(|state| state == "checked")
                    || tag.get("current-selected").or_else(|| tag.get("selected")).is_some_and(|value| value == "true");
                if let Some(id) = tag.get("id") {
                    self.boxes.insert(id, is_ticked);
                }
            }
            "changed-region" => self.change = tag.get("id"),
            "insertion" | "deletion" => {
                self.changes.extend(self.change.take());
                return Step::Over;
            }
            "automatic-styles" | "p" | "h" => return Step::Over,
            _ => {}
        }
        Step::In
    }

    fn end(&mut self, _name: &str) {}

    fn text(&mut self, _text: &str) {}
}
