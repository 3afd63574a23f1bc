// SPDX-License-Identifier: AGPL-3.0-or-later
//! Sheets of named fields: a label in the first cell, the answer in the others; labels and answers that a page cut.

use super::Kind;
use crate::clean::{clean_line, clean_text};
use crate::headings::{code_heading, level_heading};
use crate::limits::LABEL_BYTES_MAX;
use crate::prose::setting_of;
use crate::reader::{Mark, Reader};
use crate::values::amounts::Setting;
use crate::vocabulary::Role;
use ambito_base::fold;
use ambito_domain::planning::NoteCode;

impl Reader<'_> {
    /// Whether a row with one filled cell is a label with an empty answer.
    pub(super) fn label_row(&self, cells: &[&str]) -> bool {
        cells.len() == 2
            && !cells[0].is_empty()
            && self.current().is_some()
            && self.field_role(&clean_line(cells[0])).is_some()
    }

    /// Whether a row begins a sheet: its first cell is a known label, or the sheet above goes on.
    pub(super) fn sheet_begins(&self, cells: &[&str], filled: usize) -> bool {
        if cells.len() < 2 || cells.len() > 3 || filled > 3 {
            return false;
        }
        if cells[0].is_empty() {
            return self.current().is_some_and(|node| !self.draft.node(node).fields.is_empty())
                && self.page_break_near();
        }
        let label = clean_line(cells[0]);
        let known = self.field_role(&label).is_some() || self.level_role(&label);
        known || (self.current().is_some_and(|node| self.continued_label(node.index(), &label).is_some()))
    }

    fn page_break_near(&self) -> bool {
        self.page_break || self.blanks >= 2
    }

    /// The role of a label that announces an answer.
    fn field_role(&self, label: &str) -> Option<Role> {
        let label = self.words.label(&fold(label))?;
        matches!(
            label.role,
            Role::Field
                | Role::Money
                | Role::Owner
                | Role::Description
                | Role::Title
                | Role::Indicators
                | Role::People
                | Role::Resources
                | Role::Phases
                | Role::Timetable
                | Role::Budget
                | Role::Activities
        )
        .then_some(label.role)
    }

    fn level_role(&self, label: &str) -> bool {
        self.words.label(&fold(label)).is_some_and(|label| label.role == Role::Level)
    }

    /// The whole label, where a page cut the last one and this cell is its rest.
    fn continued_label(&self, node: usize, rest: &str) -> Option<String> {
        let last = self.draft.nodes.get(node)?.fields.last()?;
        let whole = format!("{} {rest}", last.label);
        let folded = fold(&whole);
        let known = self.words.label(&folded).is_some()
            || self
                .draft
                .nodes
                .iter()
                .take(node)
                .rev()
                .take(40)
                .any(|other| other.fields.iter().any(|field| fold(&field.label) == folded));
        known.then_some(whole)
    }

    /// A row of a sheet.
    pub(super) fn sheet_row(&mut self, at: usize, cells: &[&str], filled: usize) -> bool {
        if cells.len() > 4 {
            return false;
        }
        let label = clean_line(cells[0]).into_owned();
        let value =
            clean_text(&cells[1..].iter().copied().filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" "))
                .into_owned();
        let new_node = filled == 1
            && !label.is_empty()
            && (code_heading(&label, self.words).is_some()
                || level_heading(&label, self.words, &self.levels).is_some_and(|heading| heading.code.is_some()));
        if new_node {
            return false;
        }
        if self.level_role(&label) && !value.is_empty() {
            let level = self.words.label(&fold(&label)).and_then(|label| label.level.clone());
            if let Some(level) = level.filter(|level| self.levels.contains(level)) {
                let (code, title) = crate::headings::number_after(&value);
                let title = title.to_owned();
                self.new_node(at, Some(&level), code, &title, None);
                self.last_heading = None;
                return true;
            }
        }
        let Some(node) = self.current() else { return false };
        if label.is_empty() {
            return self.answer_goes_on(at, &value);
        }
        if label.len() > LABEL_BYTES_MAX {
            return false;
        }
        let role = self.field_role(&label);
        if role.is_none()
            && let Some(whole) = self.continued_label(node.index(), &label)
        {
            if let Some(field) = self.node_mut(node).fields.last_mut() {
                field.label = whole.clone();
            }
            self.note(NoteCode::FieldJoined, &whole, Some(node), Self::number(at));
            return value.is_empty() && self.used(at) || self.answer_goes_on(at, &value);
        }
        // An unknown label in a sheet that is open is a label still; alone, it is text.
        if role.is_none() && (filled == 1 || self.draft.node(node).fields.is_empty() && self.last_heading.is_none()) {
            return false;
        }
        let index = self.add_field(node, label.trim_end_matches([':', ' ']), &value, Self::number(at));
        let setting = role.map_or(Setting::Prose, setting_of);
        self.amounts_in(Some(node), Some(&label), &value, setting, Self::number(at));
        if role == Some(Role::Owner) && !value.is_empty() {
            self.set_owner(&value);
        }
        if let Some(table) = &mut self.table {
            table.last = vec![index.to_string()];
        }
        self.marks[at] = Mark::Read;
        true
    }

    /// The rest of the last answer, below a page break.
    fn answer_goes_on(&mut self, at: usize, value: &str) -> bool {
        let Some(node) = self.current() else { return false };
        let Some(field) = self.node_mut(node).fields.last_mut() else { return false };
        if !field.value.is_empty() {
            field.value.push('\n');
        }
        field.value.push_str(value);
        let label = field.label.clone();
        let role = self.field_role(&label);
        self.amounts_in(Some(node), Some(&label), value, role.map_or(Setting::Prose, setting_of), Self::number(at));
        self.note(NoteCode::FieldJoined, &label, Some(node), Self::number(at));
        if self.table.as_ref().is_none_or(|table| table.kind != Kind::Sheet) {
            self.begin(Kind::Sheet);
        }
        self.marks[at] = Mark::Read;
        true
    }
}
