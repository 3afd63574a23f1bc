// SPDX-License-Identifier: AGPL-3.0-or-later
//! Nodes opened by headings: told by a code, the word of a level, the index, money in brackets, or their form.

use crate::blocks::LineKind;
use crate::clean::clean_line;
use crate::front::starts_title;
use crate::headings::{Heading, chapter, level_heading};
use crate::limits::{HEADING_BYTES_MAX, TITLE_BYTES_MAX};
use crate::reader::{Listed, Mark, Pending, Reader, Section};
use crate::values::amounts::{Setting, amounts};
use crate::vocabulary::{LabelWords, Role};
use ambito_base::fold;
use ambito_domain::planning::{Amount, Family, IndexEntry, Node, NodeId};

/// The lowest rank of a heading without a level: its depth.
const HEADING_RANK_MAX: u32 = 6;

impl Reader<'_> {
    /// After its level is known, a node may no longer hang from a sibling.
    pub(crate) fn settle_parent(&mut self, node: NodeId, rank: u32) {
        let parent = self.open.iter().rev().find(|open| open.node != node && open.rank < rank).map(|open| open.node);
        self.node_mut(node).parent = parent;
        self.open.retain(|open| open.node == node || open.rank < rank);
    }

    pub(crate) fn only_blank_between(&self, from: usize, to: usize) -> bool {
        self.marks[from + 1..to].iter().all(|mark| *mark == Mark::Blank)
    }

    /// Opens a node of a level (or of none) at a line.
    pub(crate) fn new_node(
        &mut self,
        at: usize,
        level: Option<&str>,
        code: Option<String>,
        title: &str,
        depth: Option<u8>,
    ) -> NodeId {
        let rank = match (level, depth) {
            (Some(level), _) => self.rank(level),
            (None, depth) => u32::from(depth.unwrap_or(1)).min(HEADING_RANK_MAX),
        };
        if let (Some(_), Some(depth)) = (level, depth) {
            self.close_headings(depth);
        }
        let title = title.trim().trim_end_matches('\t').trim();
        let kind = self.pending_kind.take();
        let node = self.open_node(
            rank,
            Node {
                level: level.map(str::to_owned),
                code,
                title: (!title.is_empty()).then(|| title.to_owned()),
                kind,
                line: Self::number(at),
                ..Node::default()
            },
        );
        self.pending = title.is_empty().then_some(Pending::Title(node));
        self.last_heading = Some((at, node));
        self.marks[at] = Mark::Read;
        node
    }

    /// Headings of the same depth stand beside each other, also where only the second has a level: what the first one
    /// opened is closed.
    fn close_headings(&mut self, depth: u8) {
        let is_level = |rank: u32| rank > HEADING_RANK_MAX;
        let above = |rank: u32| rank < u32::from(depth) || is_level(rank);
        if let Some(at) = self.open.iter().position(|open| !above(open.rank)) {
            self.open.truncate(at);
        }
    }

    /// A heading that begins with a code of a known shape.
    pub(crate) fn code_node(&mut self, at: usize, level: &str, code: &str, rest: &str) {
        let kind = self.pending_kind.take();
        // "…(ASP)****Indirizzo Strategico di riferimento": pieces come one by one, so the rest is the title.
        let node = self.new_node(at, Some(level), Some(code.to_owned()), rest, None);
        if kind.is_some() {
            self.node_mut(node).kind = kind;
        }
        self.by_code.entry(code.to_owned()).or_insert(node);
    }

    /// Headings told by their words, by the index, by their form. Says whether it was one.
    pub(crate) fn heading(&mut self, at: usize, text: &str, depth: Option<u8>) -> bool {
        if text.len() > HEADING_BYTES_MAX {
            return false;
        }
        if self.activity(at, text) || self.group_line(at, text) {
            return true;
        }
        if let Some(heading) = level_heading(text, self.words, &self.levels)
            && (text.len() < TITLE_BYTES_MAX || depth.is_some())
        {
            return self.level_node(at, &heading, depth);
        }
        // Only where something is waited for: lists, indexes, the plural of a level.
        let may_announce = (depth.is_some() || self.open.is_empty()) && !text.ends_with(':');
        let folded =
            if may_announce || !self.listed.is_empty() || !self.index.is_empty() { fold(text) } else { String::new() };
        if may_announce && let Some(level) = self.plural_level(&folded) {
            self.list_level = Some(level);
            if self.entry_follows(at) {
                self.section = Section::Index;
            }
            self.marks[at] = Mark::Read;
            return true;
        }
        if let Some(Listed { code, title, level, line, .. }) = self.listed.get(&folded).cloned() {
            let node = self.new_node(at, level.as_deref(), Some(code.clone()), &title, None);
            self.node_mut(node).index.push(IndexEntry { title, reference: Some(code), line });
            if let Some(entry) = self.listed.get_mut(&folded) {
                entry.node = Some(node);
            }
            return true;
        }
        if let Some(&entry) = self.index_titles.get(&folded)
            && (depth.is_some() || self.stands_alone(at))
        {
            let IndexHeading { level, code, title } = self.index_heading(entry, text);
            let node = match code {
                Some(code) if level.is_none() => self.chapter_node(at, None, code, &title, depth),
                code => self.new_node(at, level.as_deref(), code, &title, depth),
            };
            self.index[entry].node.get_or_insert(node);
            return true;
        }
        if self.priced_heading(at, text) {
            return true;
        }
        if let Some((code, title)) = chapter(text)
            && self.is_chapter(at, &code, title, depth)
        {
            let level = self.chapter_level(&code, title);
            let title = title.to_owned();
            self.chapter_node(at, level.as_deref(), code, &title, depth);
            return true;
        }
        if let Some(depth) = depth {
            return self.plain_heading(at, text, depth);
        }
        self.titled_by_next_line(at, text)
    }

    /// A heading by its form alone: the title of the document, or a node.
    pub(crate) fn plain_heading(&mut self, at: usize, text: &str, depth: u8) -> bool {
        if self.draft.nodes.is_empty() && (self.draft.title.is_none() || depth == 1) {
            if self.draft.title.is_none() && !self.title_follows(at, text) {
                self.draft.title = Some(text.to_owned());
                return self.used(at);
            }
            return self.front_line(at, text) || self.draft.title.as_deref() == Some(text);
        }
        if let Some(label) = self.section_heading(text) {
            return self.label(at, text, &label, "", Some(depth));
        }
        let level = self.next_line_level(at).or_else(|| {
            let open_level = self.list_level.clone()?;
            (depth <= 2 || self.open.is_empty()).then_some(open_level)
        });
        self.new_node(at, level.as_deref(), None, text, Some(depth));
        true
    }

    /// Whether one of the next headings has the words of a title, which this one has not: "ALLEGATO B", the name of the
    /// body, and then the title.
    fn title_follows(&self, at: usize, text: &str) -> bool {
        const LINES_MAX: usize = 12;
        let is_title = |text: &str| starts_title(text, self.words);
        !is_title(text)
            && self.blocks.lines.iter().skip(at + 1).take(LINES_MAX).any(|line| {
                matches!(line.kind, LineKind::Heading(_)) && is_title(&clean_line(self.blocks.str(line.span)))
            })
    }

    /// "Risorse dell'obiettivo 2 (in migliaia di euro)": a heading that begins with the label of a section.
    pub(crate) fn section_heading(&self, text: &str) -> Option<LabelWords> {
        self.current()?;
        let folded = fold(text);
        let ends = folded.match_indices(' ').map(|(at, _)| at).take(4).chain([folded.len()]);
        let known = |end: usize| {
            self.words.label(&folded[..end]).filter(|label| {
                matches!(
                    label.role,
                    Role::Indicators | Role::Budget | Role::People | Role::Phases | Role::Timetable | Role::Resources
                )
            })
        };
        ends.filter_map(known).last().cloned()
    }

    /// A paragraph whose next line is nothing but the word of a level ("Obiettivo operativo") is a heading.
    pub(crate) fn titled_by_next_line(&mut self, at: usize, text: &str) -> bool {
        if text.len() > HEADING_BYTES_MAX || text.starts_with("- ") {
            return false;
        }
        match self.next_line_level(at) {
            Some(level) if self.stands_alone(at) => {
                self.new_node(at, Some(&level), None, text, None);
                true
            }
            _ => false,
        }
    }

    /// The level whose word is all there is on the next line that is not blank.
    pub(crate) fn next_line_level(&mut self, at: usize) -> Option<String> {
        let next = self.next_text(at)?;
        let text = clean_line(self.blocks.str(self.blocks.lines[next].span)).into_owned();
        if text.len() > 40 {
            return None;
        }
        self.level_label(&text)
    }

    /// The level a text consists of.
    pub(crate) fn level_label(&self, text: &str) -> Option<String> {
        let label = self.words.label(&fold(text))?;
        (label.role == Role::Level).then(|| label.level.clone()).flatten().filter(|level| self.levels.contains(level))
    }

    pub(crate) fn next_text(&self, at: usize) -> Option<usize> {
        use crate::blocks::LineKind::{Blank, PageBreak};
        let lines = &self.blocks.lines;
        (at + 1..lines.len().min(at + 8)).find(|&next| !matches!(lines[next].kind, Blank | PageBreak))
    }

    /// Blank before and behind: a line of its own.
    pub(crate) fn stands_alone(&self, at: usize) -> bool {
        use crate::blocks::LineKind::{Prose, Row};
        let lines = &self.blocks.lines;
        let before = at == 0 || !matches!(lines[at - 1].kind, Prose);
        let behind = at + 1 >= lines.len() || !matches!(lines[at + 1].kind, Prose | Row);
        before && behind
    }

    pub(crate) fn level_node(&mut self, at: usize, heading: &Heading, depth: Option<u8>) -> bool {
        let Some(level) = &heading.level else { return false };
        if heading.code.is_none() {
            // "SCHEDA PROGETTO" alone opens a sheet whose title follows.
            let alone = heading.title.is_empty() && heading.kind.is_none() && level.starts_with("scheda");
            if alone {
                self.new_node(at, Some(level), None, "", None);
                self.pending = None;
                return true;
            }
            let named = heading.kind.is_none()
                && self.stands_alone(at)
                && heading.title.len() < 160
                && !heading.title.ends_with(['.', ';']);
            if heading.title.is_empty() || !(depth.is_some() || named) {
                return false;
            }
        }
        // A sentence that begins like a heading is none.
        let sentence = depth.is_none() && heading.title.len() > 160 && heading.title.ends_with('.');
        if sentence {
            return false;
        }
        self.new_node(at, Some(level), heading.code.clone(), &heading.title, None);
        if let Some(kind) = &heading.kind
            && let Some(node) = self.current()
        {
            self.node_mut(node).kind = Some(kind.clone());
        }
        true
    }

    /// "Contrasto alle disuguaglianze (3 milioni di euro)": a programme with its money.
    pub(crate) fn priced_heading(&mut self, at: usize, text: &str) -> bool {
        let fits = self.draft.family == Some(Family::TargetedProgrammes) && text.len() < 200;
        if !fits || !text.contains(|c: char| c.is_ascii_digit()) {
            return false;
        }
        let found = amounts(text, Setting::Prose, self.words);
        let [amount] = found.as_slice() else { return false };
        let before = text[..amount.start].trim_end();
        let behind = text[amount.end..].trim();
        let bracket = before.ends_with('(') && behind.starts_with(')') && behind.len() <= 2;
        let numbered = chapter(text).is_some();
        let dashed = (before.ends_with(['-', '–', '—']) || (numbered && before.ends_with(':')))
            && matches!(behind, "" | "." | ";");
        let name = before.trim_end_matches(['(', '-', '–', '—', ':', ' ', '€']).trim();
        if !(bracket || dashed) || name.is_empty() || (dashed && name.len() > 120) {
            return false;
        }
        let (code, name) = match chapter(name) {
            Some((code, rest)) => (Some(code), rest),
            None => (None, name.trim_start_matches(['-', '•', ' '])),
        };
        if let Some(code) = &code {
            self.last_chapter = Some(code.clone());
        }
        let level = "programma".to_owned();
        let title = self.without_level_word(&level, name);
        let node = self.new_node(at, Some(&level), code, &title, None);
        self.draft.amounts.push(Amount {
            node: Some(node),
            label: Some(title),
            raw: text[amount.start..amount.end].to_owned(),
            amount: amount.amount,
            approximate: amount.approximate,
            per: amount.per,
            line: Self::number(at),
        });
        true
    }

    /// "Programma finalizzato “Carcere”" without the words of its level.
    pub(crate) fn without_level_word(&self, level: &str, name: &str) -> String {
        let words = self.level_words(level).map(|level| level.words.as_slice()).unwrap_or_default();
        let end = words.iter().filter_map(|word| crate::values::words::after_phrase(name, word)).max().unwrap_or(0);
        let rest = name[end..].trim_start_matches([' ', ':', '-', '–']).trim();
        if rest.is_empty() { name.to_owned() } else { rest.to_owned() }
    }

    /// "85 - SERVIZIO POLITICHE": an entry of the list of a level; the second time it is a heading.
    pub(crate) fn list_entry(&mut self, at: usize, text: &str) -> bool {
        let Some((code, title)) = listed_entry(text) else { return false };
        self.last_listed = Some(fold(text));
        let entry = Listed { code, title, level: self.list_level.clone(), line: Self::number(at), node: None };
        self.listed.insert(fold(text), entry);
        self.marks[at] = Mark::Read;
        true
    }

    /// A list of one entry is itself the heading of what follows.
    pub(crate) fn open_listed(&mut self) {
        if self.section != Section::List || !self.open.is_empty() {
            return;
        }
        let Some(key) = self.last_listed.take() else { return };
        let Some(Listed { code, title, level, line, .. }) = self.listed.get(&key).cloned() else { return };
        let node = self.new_node(line.saturating_sub(1) as usize, level.as_deref(), Some(code), &title, None);
        self.last_heading = None;
        if let Some(entry) = self.listed.get_mut(&key) {
            entry.node = Some(node);
        }
    }
}

/// A heading that an index entry gives.
pub(crate) struct IndexHeading {
    pub(crate) level: Option<String>,
    pub(crate) code: Option<String>,
    pub(crate) title: String,
}

/// Two titles that differ at most in a few words.
pub(crate) fn similar(a: &str, b: &str) -> bool {
    let (a, b) = (fold(a), fold(b));
    if a == b {
        return true;
    }
    let (short, long): (Vec<&str>, Vec<&str>) = {
        let (a, b): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
        if a.len() <= b.len() { (a, b) } else { (b, a) }
    };
    let common = short.iter().filter(|word| long.contains(word)).count();
    common * 10 >= long.len() * 8
}

/// "85 - SERVIZIO POLITICHE DI WELFARE".
pub(crate) fn listed_entry(text: &str) -> Option<(String, String)> {
    let (code, title) = text.split_once(" - ").or_else(|| text.split_once(" – "))?;
    let code = code.trim();
    let fits = !code.is_empty()
        && code.len() <= 12
        && code.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'/'))
        && code.bytes().any(|b| b.is_ascii_digit());
    (fits && !title.trim().is_empty()).then(|| (code.to_owned(), title.trim().to_owned()))
}
