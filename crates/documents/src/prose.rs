// SPDX-License-Identifier: AGPL-3.0-or-later
//! Lines of text: headings open nodes, labels open sections, the rest is prose of what is open.

use crate::clean::clean_line;
use crate::headings::{Heading, chapter, code_heading, level_heading};
use crate::limits::{HEADING_BYTES_MAX, LABEL_BYTES_MAX};
use crate::reader::{Mark, PathStep, Pending, Reader, Section};
use crate::values::amounts::{Setting, amounts};
use crate::vocabulary::{LabelWords, Role};
use ambito_base::{fold, fold_into};
use ambito_domain::planning::{Amount, Family, Field, LineNo, Node, NodeId, NoteCode};

/// A list entry longer than this is prose, in bytes.
const TITLE_BYTES_MAX: usize = 300;

/// The rank of a chapter without a level: that of the highest level.
const CHAPTER_RANK: u32 = 10;

impl Reader<'_> {
    /// A line of text, with its depth where its form makes it a heading.
    pub(crate) fn text_line(&mut self, at: usize, raw: &str, depth: Option<u8>) {
        self.marks[at] = Mark::Unread;
        let bold = memchr::memmem::find_iter(raw.as_bytes(), b"**").count();
        self.text_pieces(at, raw, depth, bold);
        // A title in bold that is not closed on its line goes on in the next.
        self.bold_open = self.last_heading.is_some_and(|(line, _)| line == at) && self.bold_open != (bold % 2 == 1);
    }

    fn text_pieces(&mut self, at: usize, raw: &str, depth: Option<u8>, bold: usize) {
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

    /// The pieces of a glued line: headings and labels one by one, the rest of the line as one text.
    fn glued(&mut self, at: usize, pieces: Vec<String>) {
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
    fn opens_something(&mut self, piece: &str) -> bool {
        code_heading(piece, self.words).is_some()
            || self.label_of(piece).is_some()
            || level_heading(piece, self.words, &self.levels).is_some()
            || self.level_label(piece).is_some()
    }

    /// One thing that a line says.
    fn piece(&mut self, at: usize, text: &str, depth: Option<u8>) {
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
    fn label(&mut self, at: usize, text: &str, label: &LabelWords, value: &str, depth: Option<u8>) -> bool {
        let number = Self::number(at);
        if matches!(self.pending, Some(Pending::Title(_))) && label.role != Role::Title {
            self.pending = None;
        }
        self.section_label = None;
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
                self.section_label = Some((text.trim_end_matches([':', ' ']).to_owned(), None));
                if value.is_empty() {
                    let plural_with_colon =
                        text.trim_end().ends_with(':') && depth.is_none() && self.is_project_sheet();
                    let plural_with_colon =
                        plural_with_colon || (text.trim_end().ends_with(':') && self.bullet_follows(at));
                    self.section = if plural_with_colon { Section::IndicatorLines } else { Section::Indicators };
                    self.indicator_bullets = None;
                } else {
                    self.indicator_text(at, text);
                    self.keep_prose(at, number, text);
                    self.marks[at] = Mark::Read;
                    return true;
                }
            }
            Role::Activities => {
                self.leave_activities();
                self.section = Section::Activities;
            }
            Role::Timetable => {
                self.section_label = Some((text.trim_end_matches([':', ' ']).to_owned(), None));
                self.leave_activities();
                self.section = Section::Timetable;
                self.above = Some((number, text.to_owned()));
            }
            Role::Budget | Role::People | Role::Phases | Role::Resources => {
                if !value.is_empty() {
                    return false;
                }
                self.section_label = Some((text.trim_end_matches([':', ' ']).to_owned(), None));
                self.leave_activities();
                self.section = Section::Tables;
                self.above = Some((number, text.to_owned()));
            }
        }
        self.marks[at] = Mark::Read;
        true
    }

    /// Whether the next line of text is an item of a list.
    fn bullet_follows(&self, at: usize) -> bool {
        self.next_text(at).is_some_and(|next| {
            let text = self.blocks.str(self.blocks.lines[next].span).trim_start();
            text.starts_with("- ") || text.starts_with("• ") || text.starts_with("* ")
        })
    }

    /// Whether the open node is a sheet of labelled paragraphs.
    fn is_project_sheet(&self) -> bool {
        self.current().is_some_and(|node| self.draft.node(node).level.as_deref() == Some("scheda progetto"))
    }

    /// The description of a sheet; a second one means that the next sheet lost its heading.
    fn description(&mut self, at: usize, value: &str, depth: Option<u8>) -> bool {
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
    fn level_named(&mut self, at: usize, label: &LabelWords, value: &str) -> bool {
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

    /// After its level is known, a node may no longer hang from a sibling.
    fn settle_parent(&mut self, node: NodeId, rank: u32) {
        let parent = self.open.iter().rev().find(|open| open.node != node && open.rank < rank).map(|open| open.node);
        self.node_mut(node).parent = parent;
        self.open.retain(|open| open.node == node || open.rank < rank);
    }

    fn only_blank_between(&self, from: usize, to: usize) -> bool {
        self.marks[from + 1..to].iter().all(|mark| *mark == Mark::Blank)
    }

    /// A labelled paragraph of the open node.
    fn field_label(&mut self, at: usize, text: &str, role: Role, value: &str) -> bool {
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

    pub(crate) fn set_owner(&mut self, value: &str) {
        if let Some(node) = self.current() {
            let entry = self.node_mut(node);
            if entry.owner.is_none() {
                entry.owner = Some(value.to_owned());
            }
        }
    }

    /// "Obiettivo di miglioramento": the kind of the objective whose code follows.
    fn kind_line(&self, text: &str) -> Option<String> {
        if text.len() > 80 {
            return None;
        }
        let heading = level_heading(text, self.words, &self.levels)?;
        (heading.code.is_none() && heading.title.is_empty()).then_some(heading.kind).flatten()
    }

    /// What the line before waits for.
    fn take_pending(&mut self, at: usize, text: &str) -> bool {
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
            Pending::Path(level, label) => {
                self.path.push(PathStep { level, label, title: text.to_owned(), line: Self::number(at) });
            }
            Pending::Front(role) => self.front_value(role, text),
        }
        self.marks[at] = Mark::Read;
        true
    }

    /// A title in bold, or cut, that goes on in the next line.
    fn title_goes_on(&mut self, at: usize, text: &str) -> bool {
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
            (None, depth) => u32::from(depth.unwrap_or(1)).min(6),
        };
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

    /// Opens a numbered chapter; without a level it stands beside the areas, its parts below it.
    fn chapter_node(&mut self, at: usize, level: Option<&str>, code: String, title: &str, depth: Option<u8>) -> NodeId {
        let parts = code.matches('.').count();
        self.last_chapter = Some(code.clone());
        let node = self.new_node(at, level, Some(code), title, depth);
        if level.is_none() && depth.is_none() {
            let rank = CHAPTER_RANK + u32::try_from(parts).unwrap_or(0).min(5);
            if let Some(open) = self.open.iter_mut().find(|open| open.node == node) {
                open.rank = rank;
            }
            self.settle_parent(node, rank);
        }
        node
    }

    /// A heading that begins with a code of a known shape.
    fn code_node(&mut self, at: usize, level: &str, code: &str, rest: &str) {
        let kind = self.pending_kind.take();
        // "…(ASP)****Indirizzo Strategico di riferimento": pieces come one by one, so the rest is the title.
        let node = self.new_node(at, Some(level), Some(code.to_owned()), rest, None);
        if kind.is_some() {
            self.node_mut(node).kind = kind;
        }
        self.by_code.entry(code.to_owned()).or_insert(node);
    }

    /// Headings told by their words, by the index, by their form. Says whether it was one.
    fn heading(&mut self, at: usize, text: &str, depth: Option<u8>) -> bool {
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
        if let Some((code, title)) = self.listed.get(&folded).cloned() {
            let level = self.list_level.clone();
            self.new_node(at, level.as_deref(), Some(code), &title, None);
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
    fn plain_heading(&mut self, at: usize, text: &str, depth: u8) -> bool {
        if self.draft.nodes.is_empty() && (self.draft.title.is_none() || depth == 1) {
            if self.draft.title.is_none() {
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

    /// "Risorse dell'obiettivo 2 (in migliaia di euro)": a heading that begins with the label of a section.
    fn section_heading(&self, text: &str) -> Option<LabelWords> {
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
    fn titled_by_next_line(&mut self, at: usize, text: &str) -> bool {
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
    fn next_line_level(&mut self, at: usize) -> Option<String> {
        let next = self.next_text(at)?;
        let text = clean_line(self.blocks.str(self.blocks.lines[next].span)).into_owned();
        if text.len() > 40 {
            return None;
        }
        self.level_label(&text)
    }

    /// The level a text consists of.
    fn level_label(&self, text: &str) -> Option<String> {
        let label = self.words.label(&fold(text))?;
        (label.role == Role::Level).then(|| label.level.clone()).flatten().filter(|level| self.levels.contains(level))
    }

    fn next_text(&self, at: usize) -> Option<usize> {
        use crate::blocks::LineKind::{Blank, PageBreak};
        let lines = &self.blocks.lines;
        (at + 1..lines.len().min(at + 8)).find(|&next| !matches!(lines[next].kind, Blank | PageBreak))
    }

    /// Blank before and behind: a line of its own.
    fn stands_alone(&self, at: usize) -> bool {
        use crate::blocks::LineKind::{Prose, Row};
        let lines = &self.blocks.lines;
        let before = at == 0 || !matches!(lines[at - 1].kind, Prose);
        let behind = at + 1 >= lines.len() || !matches!(lines[at + 1].kind, Prose | Row);
        before && behind
    }

    fn level_node(&mut self, at: usize, heading: &Heading, depth: Option<u8>) -> bool {
        let Some(level) = &heading.level else { return false };
        if heading.code.is_none() {
            // "SCHEDA PROGETTO" alone opens a sheet whose title follows.
            let alone = heading.title.is_empty() && heading.kind.is_none() && level.starts_with("scheda");
            if alone {
                self.new_node(at, Some(level), None, "", None);
                self.pending = None;
                return true;
            }
            if depth.is_none() || heading.title.is_empty() {
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

    /// Whether a number and a title are a chapter of the body: the index has it, or it stands alone and is no
    /// sentence and no item of a list.
    fn is_chapter(&self, at: usize, code: &str, title: &str, depth: Option<u8>) -> bool {
        if depth.is_some() {
            return true;
        }
        if self.index.iter().any(|entry| entry.code.as_deref() == Some(code) && similar(&entry.title, title)) {
            return true;
        }
        if !self.index.is_empty() || self.sheet_rank.is_some() {
            return false;
        }
        if self.follows_numbering(code) {
            return self.stands_alone(at) && title.len() < 180;
        }
        self.stands_alone(at)
            && title.len() < 180
            && !title.ends_with(['.', ';', ',', ':'])
            && title.chars().next().is_some_and(char::is_uppercase)
            && !matches!(self.section, Section::Field(..) | Section::IndicatorLines)
    }

    /// Whether a number goes on where the open chapters stand: "2.2" after "2.1", "3" after "2.4", "1.1" after "1".
    fn follows_numbering(&self, code: &str) -> bool {
        let Some(last) = self.last_chapter.as_deref() else { return false };
        let number = |part: &str| part.parse::<u32>().ok();
        let (new, old): (Vec<&str>, Vec<&str>) = (code.split('.').collect(), last.split('.').collect());
        if new.len() == old.len() + 1 {
            return new[..old.len()] == old[..] && new.last().is_some_and(|part| *part == "1");
        }
        let depth = new.len();
        depth <= old.len()
            && new[..depth - 1] == old[..depth - 1]
            && number(new[depth - 1]).zip(number(old[depth - 1])).is_some_and(|(new, old)| new == old + 1)
    }

    /// The level of a numbered chapter.
    pub(crate) fn chapter_level(&self, code: &str, title: &str) -> Option<String> {
        let folded = fold(title);
        if self.draft.family == Some(Family::ZonePlan) {
            let names_area = folded.contains("obiettivi") || crate::values::words::has_phrase(&folded, "area");
            let whole_plan = crate::values::words::has_phrase(&folded, "piano di zona") || folded.contains("premessa");
            return (names_area && !whole_plan && !code.contains('.')).then(|| "area".to_owned());
        }
        let depth = code.matches('.').count();
        let first = self
            .list_level
            .clone()
            .or_else(|| (self.draft.family == Some(Family::ObjectivesPlan)).then(|| "obiettivo".to_owned()))?;
        if depth == 0 {
            return Some(first);
        }
        let place = self.levels.iter().position(|level| *level == first)?;
        let below =
            self.levels.iter().skip(place + 1).find(|level| level.contains("operativo") || level.contains("azione"));
        below.cloned().filter(|_| depth == 1)
    }

    /// "Contrasto alle disuguaglianze (3 milioni di euro)": a programme with its money.
    fn priced_heading(&mut self, at: usize, text: &str) -> bool {
        let fits = self.draft.family == Some(Family::TargetedProgrammes) && text.len() < 200;
        if !fits || !text.contains(|c: char| c.is_ascii_digit()) {
            return false;
        }
        let found = amounts(text, Setting::Prose, self.words);
        let [amount] = found.as_slice() else { return false };
        let before = text[..amount.start].trim_end();
        let behind = text[amount.end..].trim();
        let bracket = before.ends_with('(') && behind.starts_with(')') && behind.len() <= 2;
        let dashed = before.ends_with(['-', '–', '—', ':']) && matches!(behind, "" | "." | ";");
        let name = before.trim_end_matches(['(', '-', '–', '—', ':', ' ', '€']).trim();
        if !(bracket || dashed) || name.is_empty() || (dashed && name.len() > 120) {
            return false;
        }
        let (code, name) = match chapter(name) {
            Some((code, rest)) => (Some(code), rest),
            None => (None, name.trim_start_matches(['-', '•', ' '])),
        };
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
    fn without_level_word(&self, level: &str, name: &str) -> String {
        let words = self.level_words(level).map(|level| level.words.as_slice()).unwrap_or_default();
        let end = words.iter().filter_map(|word| crate::values::words::after_phrase(name, word)).max().unwrap_or(0);
        let rest = name[end..].trim_start_matches([' ', ':', '-', '–']).trim();
        if rest.is_empty() { name.to_owned() } else { rest.to_owned() }
    }

    /// "85 - SERVIZIO POLITICHE": an entry of the list of a level; the second time it is a heading.
    fn list_entry(&mut self, at: usize, text: &str) -> bool {
        let Some((code, title)) = listed_entry(text) else { return false };
        self.last_listed = Some((at, code.clone(), title.clone()));
        self.listed.insert(fold(text), (code, title));
        self.marks[at] = Mark::Read;
        true
    }

    /// A list of one entry is itself the heading of what follows.
    fn open_listed(&mut self) {
        if self.section != Section::List || !self.open.is_empty() {
            return;
        }
        if let Some((at, code, title)) = self.last_listed.take() {
            let level = self.list_level.clone();
            self.new_node(at, level.as_deref(), Some(code), &title, None);
            self.last_heading = None;
        }
    }

    /// Prose of what is open.
    fn prose(&mut self, at: usize, number: LineNo, text: &str) {
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
    fn text_node(&self) -> Option<NodeId> {
        let node = self.current()?;
        if self.after_sheet && self.section == Section::Text {
            return self.draft.node(node).parent.or(Some(node));
        }
        Some(node)
    }

    /// Prose below the label of a section of a project's sheet is the answer to that label.
    fn section_prose(&mut self, text: &str, line: LineNo) -> (Option<NodeId>, Option<String>) {
        let (Some(node), Some((label, field))) = (self.current(), self.section_label.clone()) else {
            return (None, None);
        };
        match field.and_then(|field| self.node_mut(node).fields.get_mut(field)) {
            Some(field) => {
                field.value.push('\n');
                field.value.push_str(text);
            }
            None => {
                let field = self.add_field(node, &label, text, line);
                self.section_label = Some((label.clone(), Some(field)));
            }
        }
        (Some(node), Some(label))
    }

    /// Keeps a line as text of the open field or node; says whether there was one.
    pub(crate) fn keep_prose(&mut self, at: usize, number: LineNo, text: &str) -> bool {
        self.above = Some((number, text.to_owned()));
        let (node, label) = match self.section {
            Section::Field(node, index) => {
                let field = &mut self.node_mut(node).fields[index];
                if !field.value.is_empty() {
                    field.value.push('\n');
                }
                field.value.push_str(text);
                let label = field.label.clone();
                (Some(node), Some(label))
            }
            _ if self.is_project_sheet() && self.section_label.is_some() => self.section_prose(text, number),
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

/// A heading that an index entry gives.
pub(crate) struct IndexHeading {
    pub(crate) level: Option<String>,
    pub(crate) code: Option<String>,
    pub(crate) title: String,
}

/// What prose of a field's role means for numbers.
pub(crate) fn setting_of(role: Role) -> Setting {
    if role == Role::Money { Setting::MoneyField } else { Setting::Prose }
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
fn listed_entry(text: &str) -> Option<(String, String)> {
    let (code, title) = text.split_once(" - ").or_else(|| text.split_once(" – "))?;
    let code = code.trim();
    let fits = !code.is_empty()
        && code.len() <= 12
        && code.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'/'))
        && code.bytes().any(|b| b.is_ascii_digit());
    (fits && !title.trim().is_empty()).then(|| (code.to_owned(), title.trim().to_owned()))
}

/// Up to eight words before an amount: what it is told of.
fn words_before(text: &str, at: usize) -> Option<String> {
    let before = text[..at].trim_end_matches([' ', '(', '€', ':', '-', '–']);
    let sentence = before.rfind(['.', ';', '\n']).map_or(before, |stop| &before[stop + 1..]);
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let from = words.len().saturating_sub(8);
    (!words.is_empty()).then(|| words[from..].join(" "))
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
