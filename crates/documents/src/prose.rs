// SPDX-License-Identifier: AGPL-3.0-or-later
//! Lines of text, piece by piece: what each one is, and prose kept as text of what is open.

use crate::clean::clean_line;
use crate::headings::{code_heading, level_heading};
use crate::limits::TITLE_BYTES_MAX;
use crate::reader::{Mark, PathStep, Pending, Reader, Section};
use crate::values::amounts::{Setting, amounts};
use crate::vocabulary::Role;
use ambito_base::fold;
use ambito_domain::planning::{Amount, LineNo, NodeId};

impl Reader<'_> {
    /// A line of text, with its depth where its form makes it a heading.
    pub(crate) fn text_line(&mut self, at: usize, raw: &str, depth: Option<u8>) {
        self.marks[at] = Mark::Unread;
        let bold = memchr::memmem::find_iter(raw.as_bytes(), b"**").count();
        self.text_pieces(at, raw, depth, bold);
        // A title in bold that is not closed on its line goes on in the next.
        self.bold_open = self.last_heading.is_some_and(|(line, _)| line == at) && self.bold_open != (bold % 2 == 1);
    }

    pub(crate) fn text_pieces(&mut self, at: usize, raw: &str, depth: Option<u8>, bold: usize) {
        if bold > 0 {
            let pieces = glued_pieces(raw);
            if pieces.len() > 1 && self.opens_something(&pieces[0]) {
                self.glued(at, pieces);
                return;
            }
        }
        let clean = clean_line(raw);
        if clean.is_empty() {
            self.marks[at] = Mark::Blank;
            return;
        }
        self.piece(at, &clean, depth);
    }

    /// "RISORSE STRUMENTALI: …": an unknown label in capitals closes the field before it and opens its own.
    fn capital_label(&mut self, at: usize, text: &str) -> bool {
        if !matches!(self.section, Section::Field(..)) {
            return false;
        }
        let Some((label, value)) = text.split_once(':') else { return false };
        let letters = label.chars().filter(|c| c.is_alphabetic()).count();
        if letters < 4 || label.len() > 60 || label.chars().any(char::is_lowercase) {
            return false;
        }
        let Some(node) = self.current() else { return false };
        let (label, value) = (label.trim().to_owned(), value.trim().to_owned());
        let index = self.add_field(node, &label, &value, Self::number(at));
        self.section = Section::Field(node, index);
        self.amounts_in(Some(node), Some(&label), &value, Setting::Prose, Self::number(at));
        self.used(at)
    }

    /// The pieces of a glued line: headings and labels one by one, the rest of the line as one text.
    pub(crate) fn glued(&mut self, at: usize, pieces: Vec<String>) {
        let mut pieces = pieces.into_iter().peekable();
        while let Some(piece) = pieces.next() {
            self.piece(at, &piece, None);
            if self.pending.is_none() && pieces.peek().is_some_and(|next| !self.opens_something(next)) {
                let rest = pieces.collect::<Vec<_>>().join(" ").replace(" :", ":");
                self.piece(at, &rest, None);
                return;
            }
        }
    }

    /// Whether a piece of a glued line is a code, a label or the word of a level.
    pub(crate) fn opens_something(&mut self, piece: &str) -> bool {
        code_heading(piece, self.words).is_some()
            || self.label_of(piece).is_some()
            || level_heading(piece, self.words, &self.levels).is_some()
            || self.level_label(piece).is_some()
    }

    /// One thing that a line says.
    pub(crate) fn piece(&mut self, at: usize, text: &str, depth: Option<u8>) {
        let number = Self::number(at);
        if self.section == Section::Index && self.index_line(at, text) {
            return;
        }
        if let Some((level, code, rest)) = code_heading(text, self.words)
            && level != "indicator"
        {
            let (level, code, rest) = (level.to_owned(), code.to_owned(), rest.to_owned());
            self.code_node(at, &level, &code, &rest);
            return;
        }
        if self.section == Section::Path && self.path_line(at, text) {
            return;
        }
        if self.title_goes_on(at, text) {
            return;
        }
        if let Some((label, value)) = self.label_of(text) {
            // The title that is waited for may have the words of a label, but not its colon.
            let waited = matches!(self.pending, Some(Pending::Title(_)))
                && value.is_empty()
                && !text.ends_with(':')
                && label.role == Role::Field;
            if !waited && self.label(at, text, &label, &value, depth) {
                return;
            }
        }
        if self.capital_label(at, text) {
            return;
        }
        if let Some(kind) = self.kind_line(text) {
            self.pending_kind = Some(kind);
            self.marks[at] = Mark::Read;
            return;
        }
        if self.take_pending(at, text) {
            return;
        }
        if self.heading(at, text, depth) {
            return;
        }
        if self.section == Section::List && self.list_entry(at, text) {
            return;
        }
        if self.section == Section::Tables && self.lone_money_head(at, text) {
            return;
        }
        if self.front_line(at, text) {
            return;
        }
        self.prose(at, number, text);
    }

    /// The money told in a text.
    pub(crate) fn amounts_in(
        &mut self,
        node: Option<NodeId>,
        label: Option<&str>,
        text: &str,
        setting: Setting,
        line: LineNo,
    ) -> bool {
        let found = amounts(text, setting, self.words);
        let any = !found.is_empty();
        for amount in found {
            let label = label.map_or_else(|| words_before(text, amount.start), |label| Some(label.to_owned()));
            self.draft.amounts.push(Amount {
                node,
                label,
                raw: text[amount.start..amount.end].to_owned(),
                amount: amount.amount,
                approximate: amount.approximate,
                per: amount.per,
                line,
            });
        }
        any
    }

    /// "Obiettivo di miglioramento": the kind of the objective whose code follows.
    pub(crate) fn kind_line(&self, text: &str) -> Option<String> {
        if text.len() > 80 {
            return None;
        }
        let heading = level_heading(text, self.words, &self.levels)?;
        (heading.code.is_none() && heading.title.is_empty()).then_some(heading.kind).flatten()
    }

    /// What the line before waits for.
    pub(crate) fn take_pending(&mut self, at: usize, text: &str) -> bool {
        let Some(pending) = self.pending.take() else { return false };
        match pending {
            Pending::Title(node) => {
                let entry = self.node_mut(node);
                entry.title = Some(text.to_owned());
                self.last_heading = Some((at, node));
            }
            Pending::LevelTitle(level, line) => {
                let (code, title) = crate::headings::number_after(text);
                let title = title.to_owned();
                let node = self.new_node(at, Some(&level), code, &title, None);
                self.node_mut(node).line = line;
            }
            Pending::Owner => self.set_owner(text),
            Pending::Path(level, label, line) => {
                self.path.push(PathStep { level, label, title: text.to_owned(), line });
            }
            Pending::Front(role) => self.front_value(role, text),
        }
        self.marks[at] = Mark::Read;
        true
    }

    /// A title in bold, or cut, that goes on in the next line.
    pub(crate) fn title_goes_on(&mut self, at: usize, text: &str) -> bool {
        let Some((line, node)) = self.last_heading else { return false };
        if line + 1 != at || self.section != Section::Text || self.pending.is_some() {
            return false;
        }
        let has_title = self.draft.node(node).title.is_some();
        let lower = text.chars().next().is_some_and(|c| c.is_lowercase() || c == '(');
        let cut = lower && self.draft.node(node).code.is_some() && text.len() < TITLE_BYTES_MAX;
        if !has_title || !(self.bold_open || cut) {
            return false;
        }
        if let Some(title) = &mut self.node_mut(node).title {
            title.push(' ');
            title.push_str(text);
        }
        self.last_heading = Some((at, node));
        self.marks[at] = Mark::Read;
        true
    }

    /// Prose of what is open.
    pub(crate) fn prose(&mut self, at: usize, number: LineNo, text: &str) {
        if self.section == Section::IndicatorLines {
            let bullet = text.starts_with("- ") || text.starts_with("• ");
            let bullets = *self.indicator_bullets.get_or_insert(bullet);
            if bullet != bullets || text.starts_with("Risultato") || crate::indicator_lines::starts_indicator(text) {
                self.section = Section::Indicators;
            } else {
                self.plain_indicator(at, text);
                self.keep_prose(at, number, text);
                self.marks[at] = Mark::Read;
                return;
            }
        }
        let took = memchr::memmem::find(text.as_bytes(), b"ndicator").is_some() && self.indicator_text(at, text);
        if self.keep_prose(at, number, text) {
            self.marks[at] = if took { Mark::Read } else { self.marks[at] };
        }
    }

    /// The node whose text a line of prose is: what follows a finished sheet speaks of the node above it.
    pub(crate) fn text_node(&self) -> Option<NodeId> {
        let node = self.current()?;
        if self.after_sheet && self.section == Section::Text {
            return self.draft.node(node).parent.or(Some(node));
        }
        Some(node)
    }

    /// Prose below the label of a section of a project's sheet is the answer to that label.
    pub(crate) fn section_prose(&mut self, text: &str) -> (Option<NodeId>, Option<String>) {
        let (Some(node), Some((label, from, field))) = (self.current(), self.section_label.clone()) else {
            return (None, None);
        };
        match field.and_then(|field| self.node_mut(node).fields.get_mut(field)) {
            Some(field) => {
                field.value.push('\n');
                field.value.push_str(text);
            }
            None => {
                let field = self.add_field(node, &label, text, from);
                self.section_label = Some((label.clone(), from, Some(field)));
            }
        }
        (Some(node), Some(label))
    }

    /// Keeps a line as text of the open field or node; says whether there was one.
    pub(crate) fn keep_prose(&mut self, at: usize, number: LineNo, text: &str) -> bool {
        self.above = Some((number, text.to_owned()));
        let answer = match self.section {
            Section::Field(node, index) => Some((node, index)),
            Section::IndicatorLines | Section::Indicators => self.answer,
            _ => None,
        };
        let (node, label) = match (self.section, answer) {
            (_, Some((node, index))) => {
                let field = &mut self.node_mut(node).fields[index];
                if !field.value.is_empty() {
                    field.value.push('\n');
                }
                field.value.push_str(text);
                let label = field.label.clone();
                (Some(node), Some(label))
            }
            _ if self.is_project_sheet() && self.section_label.is_some() => self.section_prose(text),
            _ => match self.text_node() {
                Some(node) => {
                    let entry = self.node_mut(node);
                    if !entry.text.is_empty() {
                        entry.text.push('\n');
                    }
                    entry.text.push_str(text);
                    (Some(node), None)
                }
                None => (None, None),
            },
        };
        let setting = match &label {
            Some(label) if self.words.label(&fold(label)).is_some_and(|label| label.role == Role::Money) => {
                Setting::MoneyField
            }
            _ => Setting::Prose,
        };
        let money = self.amounts_in(node, label.as_deref(), text, setting, number);
        self.marks[at] = match (money, node) {
            (true, _) => Mark::Read,
            (false, Some(_)) => Mark::Text,
            (false, None) => Mark::Unread,
        };
        node.is_some()
    }
}

/// What prose of a field's role means for numbers.
pub(crate) fn setting_of(role: Role) -> Setting {
    if role == Role::Money { Setting::MoneyField } else { Setting::Prose }
}

/// How many bytes before an amount can hold the words it is told of: a long line costs no more than many short ones.
const BEFORE_BYTES_MAX: usize = 1024;

/// Up to eight words before an amount: what it is told of.
fn words_before(text: &str, at: usize) -> Option<String> {
    let before = text[..at].trim_end_matches([' ', '(', '€', ':', '-', '–']);
    let before = &before[before.ceil_char_boundary(before.len().saturating_sub(BEFORE_BYTES_MAX))..];
    let stop = [". ", "; ", "\n"].iter().filter_map(|stop| before.rfind(stop)).max();
    let sentence = stop.map_or(before, |stop| &before[stop + 1..]);
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let from = words.len().saturating_sub(8);
    (words.len() >= 3).then(|| words[from..].join(" "))
}

/// "Obiettivo di miglioramento**2021_OB_1** **Titolo**" → its pieces, without marks.
fn glued_pieces(raw: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    for part in raw.split("**") {
        for piece in part.split('*') {
            let clean = clean_line(piece);
            if !clean.trim().is_empty() {
                pieces.push(clean.trim().to_owned());
            }
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::words_before;

    #[test]
    fn every_amount_of_a_long_line_has_its_words() {
        let rest: Vec<String> = (0..10_000).map(|at| format!("{at}.500,00 euro per azione {at}")).collect();
        let text = format!("Il totale di 1.000,00 euro è suddiviso in: {}", rest.join(", "));
        let first = text.find("1.000").unwrap_or_default();
        assert_eq!(words_before(&text, first).as_deref(), Some("Il totale di"));
        let last = text.rfind("9999.500").unwrap_or_default();
        let expected = "azione 9997, 9998.500,00 euro per azione 9998,";
        assert!(words_before(&text, last).is_some_and(|words| words.ends_with(expected)));
        let all = text.match_indices(".500,00").filter(|(at, _)| words_before(&text, *at).is_some()).count();
        assert_eq!(all, rest.len());
    }
}
