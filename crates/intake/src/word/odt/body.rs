// SPDX-License-Identifier: AGPL-3.0-or-later
//! The body of an OpenDocument text, element by element. Deleted text stands apart in it and is stepped over; inserted
//! text stands in its place.

use ambito_documents::blocks::{Blocks, Format};

use super::super::flow::{Cell, Flow, Form, Mark};
use super::super::signs;
use super::super::xml::{Step, Tag, Walker};
use super::controls::Controls;
use super::lists::{Lists, Opening};
use super::styles::Styles;

/// Goes along the body.
pub struct Body<'d> {
    styles: &'d Styles,
    controls: &'d Controls,
    flow: Flow,
    lists: Lists,
    /// What the open paragraphs are.
    forms: Vec<Form>,
    /// How many indexes of the document are open.
    indexes: usize,
    /// The sign of the note that is read, and whether its text comes now.
    sign: String,
    is_sign: bool,
    /// For each open content control, whether its content is muted.
    muted: Vec<bool>,
    field: Option<Field>,
}

/// A form field.
#[derive(Debug, Default)]
struct Field {
    is_box: bool,
    is_ticked: bool,
    choices: Vec<String>,
    choice: usize,
}

impl<'d> Body<'d> {
    /// Before the body.
    pub fn new(styles: &'d Styles, controls: &'d Controls) -> Self {
        Self {
            styles,
            controls,
            flow: Flow::new(Format::Odt),
            lists: Lists::default(),
            forms: Vec::new(),
            indexes: 0,
            sign: String::new(),
            is_sign: false,
            muted: Vec::new(),
            field: None,
        }
    }

    /// The blocks.
    pub fn finish(self) -> Blocks {
        self.flow.finish()
    }

    fn paragraph(&mut self, tag: &Tag<'_>) {
        let given = self.styles.given(tag.get("style-name").as_deref());
        let is_heading = tag.name() == "h";
        let level = tag.number("outline-level").unwrap_or(1).clamp(1, 10);
        let is_item = self.lists.is_inside();
        let mut label = self.lists.label(self.styles, given.list.as_deref());
        if is_heading && !is_item && tag.get("is-list-header").is_none_or(|value| value != "true") {
            let start = tag
                .number("start-value")
                .or_else(|| tag.get("restart-numbering").filter(|value| value == "true").map(|_| 1));
            label = self.lists.heading_label(self.styles, level as usize - 1, start);
        }
        let is_index = self.indexes > 0 || given.is_index;
        let heading = u8::try_from(level).ok().filter(|_| is_heading);
        self.forms.push(Form {
            heading: heading.filter(|_| !is_index),
            label,
            is_item: is_item && !is_heading,
            is_index,
            breaks_before: given.breaks_before,
            goes_on: false,
        });
        self.flow.open_paragraph();
    }

    fn inline(&mut self, tag: &Tag<'_>) -> Step {
        match tag.name() {
            "s" => self.flow.text(" "),
            "tab" => self.flow.mark(Mark::Tab),
            "line-break" => self.flow.mark(Mark::Line),
            "change" | "change-start" => {
                if tag.get("change-id").is_some_and(|id| self.controls.changes_words(&id)) {
                    self.flow.changed();
                }
            }
            "note-citation" => {
                self.is_sign = true;
                self.sign = String::new();
            }
            "note-body" => {
                self.flow.open_note();
                self.lists.enter();
            }
            "control" => {
                if let Some(is_ticked) = tag.get("control").and_then(|id| self.controls.is_ticked(&id)) {
                    self.flow.text(signs::tick_box(is_ticked));
                }
            }
            "content-control" => {
                let is_on = |name: &str| tag.get(name).is_some_and(|value| value == "true");
                if is_on("checkbox") {
                    self.flow.text(signs::tick_box(is_on("checked")));
                }
                let is_muted = is_on("checkbox") || is_on("showing-place-holder");
                if is_muted {
                    self.flow.mute();
                }
                self.muted.push(is_muted);
            }
            "fieldmark" => {
                let kind = tag.get("type").unwrap_or_default();
                self.field = Some(Field { is_box: kind.ends_with("FORMCHECKBOX"), ..Field::default() });
            }
            "param" => self.param(tag),
            "annotation" | "ruby-text" | "forms" | "tracked-changes" => return Step::Over,
            name if name.ends_with("-source") => return Step::Over,
            // What pictures show, in words.
            "title" | "desc" if tag.prefix() == "svg" => return Step::Over,
            _ => {}
        }
        Step::In
    }

    fn param(&mut self, tag: &Tag<'_>) {
        let Some(field) = &mut self.field else { return };
        let value = tag.get("value").unwrap_or_default();
        match tag.get("name").as_deref() {
            Some("Checkbox_Checked") => field.is_ticked = value == "true",
            Some("Dropdown_ListEntry") => field.choices.push(value),
            Some("Dropdown_Selected") => field.choice = value.parse().unwrap_or(0),
            _ => {}
        }
    }

    fn end_field(&mut self) {
        let Some(field) = self.field.take() else { return };
        if field.is_box {
            self.flow.text(signs::tick_box(field.is_ticked));
        } else if let Some(choice) = field.choices.get(field.choice) {
            self.flow.text(choice);
        }
    }

    fn repeats(tag: &Tag<'_>, name: &str) -> usize {
        tag.number(name).map_or(1, |repeats| repeats as usize)
    }
}

impl Walker for Body<'_> {
    fn start(&mut self, tag: &Tag<'_>) -> Step {
        match tag.name() {
            "automatic-styles" | "font-face-decls" | "scripts" => return Step::Over,
            "p" | "h" => self.paragraph(tag),
            "list" => self.lists.open(Opening {
                style: tag.get("style-name").filter(|name| !name.is_empty()),
                identifier: tag.get("id"),
                continues: tag.get("continue-list"),
                counts_on: tag.get("continue-numbering").is_some_and(|value| value == "true"),
            }),
            "list-item" => self.lists.open_item(false, tag.number("start-value")),
            "list-header" => self.lists.open_item(true, None),
            "table" => self.flow.open_table(),
            "table-row" => {
                self.flow.open_row();
                if let Some(row) = self.flow.row() {
                    row.repeats = Self::repeats(tag, "number-rows-repeated");
                }
            }
            "table-cell" | "covered-table-cell" => {
                let is_covered = tag.name() == "covered-table-cell";
                let repeats = Self::repeats(tag, "number-columns-repeated");
                self.flow.open_cell(Cell { columns: 1, repeats, is_covered });
                self.lists.enter();
            }
            "text-box" => {
                self.flow.open_box();
                self.lists.enter();
            }
            "table-of-content" | "illustration-index" | "table-index" | "object-index" | "user-index" => {
                self.indexes += 1
            }
            _ => return self.inline(tag),
        }
        Step::In
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" | "h" => {
                let form = self.forms.pop().unwrap_or_default();
                self.flow.close_paragraph(form);
            }
            "list" => self.lists.close(),
            "table" => self.flow.close_table(),
            "table-row" => self.flow.close_row(),
            "table-cell" | "covered-table-cell" => {
                self.lists.leave();
                self.flow.close_cell();
            }
            "text-box" => {
                self.lists.leave();
                self.flow.close_box();
            }
            "table-of-content" | "illustration-index" | "table-index" | "object-index" | "user-index" => {
                self.indexes = self.indexes.saturating_sub(1);
            }
            "note-citation" => self.is_sign = false,
            "note-body" => {
                self.lists.leave();
                let text = self.flow.close_note();
                let sign = std::mem::take(&mut self.sign);
                self.flow.note(&sign, &text);
            }
            "content-control" => {
                if self.muted.pop() == Some(true) {
                    self.flow.unmute();
                }
            }
            "fieldmark" => self.end_field(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.is_sign {
            self.sign.push_str(text);
        } else {
            self.flow.text(text);
        }
    }
}
