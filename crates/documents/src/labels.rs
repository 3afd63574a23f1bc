// SPDX-License-Identifier: AGPL-3.0-or-later
//! Labels: words that announce what follows — a description, an owner, a field, a section, a new node.

use crate::limits::LABEL_BYTES_MAX;
use crate::nodes::listed_entry;
use crate::prose::setting_of;
use crate::reader::Mark;
use crate::reader::{Pending, Reader, Section};
use crate::vocabulary::{LabelWords, Role};
use ambito_base::fold_into;
use ambito_domain::planning::{Field, LineNo, Node, NodeId, NoteCode};

impl Reader<'_> {
    /// The label a line begins with, and the answer behind it.
    pub(crate) fn label_of(&mut self, text: &str) -> Option<(LabelWords, String)> {
        let words = self.words;
        if text.len() <= LABEL_BYTES_MAX {
            let mut scratch = std::mem::take(&mut self.scratch);
            fold_into(text, &mut scratch);
            let found = words.label(&scratch).cloned();
            self.scratch = scratch;
            if let Some(label) = found {
                return Some((label, String::new()));
            }
        }
        if let Some((before, after)) = text.split_once(':')
            && before.len() <= LABEL_BYTES_MAX
        {
            let mut scratch = std::mem::take(&mut self.scratch);
            fold_into(before, &mut scratch);
            let found = words.label(&scratch).cloned();
            self.scratch = scratch;
            if let Some(label) = found {
                return Some((label, after.trim().to_owned()));
            }
        }
        words.inline_labels.iter().find_map(|(word, label)| {
            let end = crate::values::words::after_phrase(text, word)?;
            let rest = text[end..].trim_start();
            let open = match label.role {
                // "Descrizione Ai sensi…" right below the heading of a sheet that has no description yet.
                Role::Description => {
                    rest.chars().next().is_some_and(|c| c.is_uppercase() || matches!(c, '"' | '“' | '«'))
                        && self.sheet().is_some_and(|sheet| !self.described.contains(&sheet))
                        && self.section == Section::Text
                }
                Role::Period => {
                    self.draft.nodes.is_empty() && rest.len() < 24 && crate::values::words::year_in(rest).is_some()
                }
                _ => {
                    self.draft.nodes.is_empty()
                        && ambito_base::find_date(rest, 0, None).is_some_and(|found| found.start == 0)
                }
            };
            open.then(|| (label.clone(), rest.to_owned()))
        })
    }

    /// A label and what it opens. Says whether it was one here.
    pub(crate) fn label(&mut self, at: usize, text: &str, label: &LabelWords, value: &str, depth: Option<u8>) -> bool {
        let number = Self::number(at);
        if matches!(self.pending, Some(Pending::Title(_))) {
            self.pending = None;
        }
        if label.role == Role::Indicators && self.nested_indicators(at, text, value) {
            return true;
        }
        self.section_label = None;
        self.answer = None;
        match label.role {
            Role::Version | Role::Status | Role::Issued | Role::Body | Role::Period => {
                if !self.draft.nodes.is_empty() {
                    return false;
                }
                if value.is_empty() {
                    self.pending = Some(Pending::Front(label.role));
                } else {
                    self.front_value(label.role, value);
                }
            }
            Role::Index => {
                if !value.is_empty() {
                    return false;
                }
                self.section = Section::Index;
            }
            Role::List => {
                if value.is_empty() {
                    self.section = Section::List;
                    self.list_level.clone_from(&label.level);
                } else if let Some((code, title)) = listed_entry(value) {
                    let level = label.level.clone().unwrap_or_default();
                    self.new_node(at, Some(&level), Some(code), &title, None);
                } else {
                    return false;
                }
            }
            Role::Description => return self.description(at, value, depth),
            Role::Path => {
                self.section = Section::Path;
                self.path.clear();
            }
            Role::Owner => {
                self.open_listed();
                if self.open.is_empty() {
                    return false;
                }
                if value.is_empty() {
                    self.pending = Some(Pending::Owner);
                } else {
                    self.set_owner(value);
                }
            }
            Role::Title => {
                let Some(node) = self.current() else { return false };
                if value.is_empty() {
                    self.pending = Some(Pending::Title(node));
                } else {
                    self.node_mut(node).title = Some(value.to_owned());
                }
            }
            Role::Kind => {
                let Some(node) = self.current().filter(|_| !value.is_empty()) else { return false };
                self.node_mut(node).kind = Some(value.to_lowercase());
            }
            Role::Level => return self.level_named(at, label, value),
            Role::Field | Role::Money => return self.field_label(at, text, label.role, value),
            Role::Products => {
                if let Some(rank) = self.sheet_rank {
                    self.flush_path();
                    self.close_to(rank);
                }
                self.section = Section::Text;
            }
            Role::Indicators => {
                self.leave_activities();
                self.section_label = Some((text.trim_end_matches([':', ' ']).to_owned(), number, None));
                let plural_with_colon = text.trim_end().ends_with(':')
                    && ((depth.is_none() && self.is_project_sheet()) || self.bullet_follows(at));
                self.section = if plural_with_colon { Section::IndicatorLines } else { Section::Indicators };
                self.indicator_bullets = None;
            }
            Role::Activities => {
                self.leave_activities();
                self.section = Section::Activities;
            }
            Role::Timetable => {
                self.section_label = Some((text.trim_end_matches([':', ' ']).to_owned(), number, None));
                self.leave_activities();
                self.section = Section::Timetable;
                self.above = Some((number, text.to_owned()));
            }
            Role::Budget | Role::People | Role::Phases | Role::Resources => {
                if !value.is_empty() {
                    return false;
                }
                self.section_label = Some((text.trim_end_matches([':', ' ']).to_owned(), number, None));
                self.leave_activities();
                self.section = Section::Tables;
                self.above = Some((number, text.to_owned()));
            }
        }
        self.marks[at] = Mark::Read;
        true
    }

    /// "Indicatori: …" inside an answer, and "Indicatori:" among indicators: what is open stays open.
    fn nested_indicators(&mut self, at: usize, text: &str, value: &str) -> bool {
        let inside = matches!(self.section, Section::Indicators | Section::IndicatorLines);
        if value.is_empty() {
            if inside && text.trim_end().ends_with(':') && self.is_project_sheet() {
                self.section = Section::IndicatorLines;
                self.indicator_bullets = None;
                return self.used(at);
            }
            return false;
        }
        if let Section::Field(node, index) = self.section {
            self.answer = Some((node, index));
        }
        self.indicator_text(at, text);
        self.keep_prose(at, Self::number(at), text);
        self.used(at)
    }

    /// Whether the next line of text is an item of a list.
    pub(crate) fn bullet_follows(&self, at: usize) -> bool {
        self.next_text(at).is_some_and(|next| {
            let text = self.blocks.str(self.blocks.lines[next].span).trim_start();
            text.starts_with("- ") || text.starts_with("• ") || text.starts_with("* ")
        })
    }

    /// Whether the open node is a sheet of labelled paragraphs.
    pub(crate) fn is_project_sheet(&self) -> bool {
        self.current().is_some_and(|node| self.draft.node(node).level.as_deref() == Some("scheda progetto"))
    }

    /// The description of a sheet; a second one means that the next sheet lost its heading.
    pub(crate) fn description(&mut self, at: usize, value: &str, depth: Option<u8>) -> bool {
        let number = Self::number(at);
        let owner = if self.sheet_rank.is_some() { self.sheet() } else { self.current() };
        let Some(node) = owner else {
            if depth.is_some() || value.is_empty() {
                self.marks[at] = Mark::Read;
                return true;
            }
            return false;
        };
        if self.described.contains(&node) {
            let rank = self.open.iter().find(|open| open.node == node).map_or(u32::MAX, |open| open.rank);
            let level = self.draft.node(node).level.clone();
            let lost = self.open_node(rank, Node { level, line: number, ..Node::default() });
            self.note(NoteCode::HeadingLost, value, Some(lost), number);
            self.described.insert(lost);
        } else {
            self.described.insert(node);
        }
        if let Some(rank) = self.sheet_rank {
            self.close_to(rank + 1);
        }
        self.section = Section::Text;
        if value.is_empty() {
            self.marks[at] = Mark::Read;
        } else {
            self.prose(at, number, value);
        }
        true
    }

    /// "Obiettivo operativo" alone below a heading names its level; before a title it opens a node.
    pub(crate) fn level_named(&mut self, at: usize, label: &LabelWords, value: &str) -> bool {
        let Some(level) = label.level.clone() else { return false };
        if !self.levels.contains(&level) || self.section == Section::Path {
            return false;
        }
        if value.is_empty()
            && let Some((_, node)) = self.last_heading.filter(|&(line, _)| self.only_blank_between(line, at))
        {
            let rank = self.rank(&level);
            let entry = self.node_mut(node);
            entry.level = Some(level);
            if let Some(open) = self.open.iter_mut().find(|open| open.node == node) {
                open.rank = rank;
            }
            self.settle_parent(node, rank);
            self.marks[at] = Mark::Read;
            return true;
        }
        if value.is_empty() {
            self.pending = Some(Pending::LevelTitle(level, Self::number(at)));
        } else {
            let (code, title) = crate::headings::number_after(value);
            let title = title.to_owned();
            self.new_node(at, Some(&level), code, &title, None);
        }
        self.marks[at] = Mark::Read;
        true
    }

    /// A labelled paragraph of the open node.
    pub(crate) fn field_label(&mut self, at: usize, text: &str, role: Role, value: &str) -> bool {
        if self.open.is_empty() || (self.section == Section::Path) {
            return false;
        }
        // In running prose only a label that stands alone, or has a colon, and not inside a list of activities.
        self.leave_activities();
        let Some(node) = self.current() else { return false };
        let label = text.split_once(':').filter(|_| !value.is_empty()).map_or(text, |(label, _)| label);
        let index = self.add_field(node, label.trim_end_matches([':', ' ']), value, Self::number(at));
        self.section = Section::Field(node, index);
        if !value.is_empty() {
            self.amounts_in(Some(node), Some(label), value, setting_of(role), Self::number(at));
        }
        self.marks[at] = Mark::Read;
        true
    }

    /// Adds a labelled answer and gives its place.
    pub(crate) fn add_field(&mut self, node: NodeId, label: &str, value: &str, line: LineNo) -> usize {
        let fields = &mut self.node_mut(node).fields;
        fields.push(Field { label: label.to_owned(), value: value.to_owned(), line });
        fields.len() - 1
    }

    pub(crate) fn set_owner(&mut self, value: &str) {
        if let Some(node) = self.current() {
            let entry = self.node_mut(node);
            if entry.owner.is_none() {
                entry.owner = Some(value.to_owned());
            }
        }
    }
}
