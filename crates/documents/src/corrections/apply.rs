// SPDX-License-Identifier: AGPL-3.0-or-later
//! Corrections applied to a draft: all are placed in the draft as it was read, then values, then lines, then what is to
//! leave. So the order in which corrections of different fields come does not matter.

use super::places::{Address, Anchors, Found, Lines, addresses, parts};
use super::records::{in_short, values};
use super::slot::{Setting, Slot};
use super::{fields, tree};
use crate::vocabulary::Vocabulary;
use ambito_domain::planning::{LineNo, NodeId, PlanDraft};
use ambito_domain::review::{Act, Correction, CorrectionId, Placement, RecordKey, RecordKind};
use rustc_hash::FxHashSet;
use std::collections::{BTreeMap, BTreeSet};

/// A draft with what people put right.
#[derive(Clone, Debug, PartialEq)]
pub struct Applied {
    /// The draft.
    pub draft: PlanDraft,
    /// What became of each correction, in the order in which they were given.
    pub placed: Vec<Placed>,
}

/// What became of a correction, and where in the reading it belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The correction.
    pub id: CorrectionId,
    /// What became of it.
    pub placement: Placement,
    /// The record it speaks of, as this reading names it.
    pub record: Option<RecordKey>,
    /// The line it speaks of in this reading; 0 for the document, or where it is lost.
    pub line: LineNo,
}

/// Applies corrections; those that were withdrawn are passed over.
#[must_use]
pub fn apply(draft: PlanDraft, lines: &dyn Lines, corrections: &[Correction], words: &Vocabulary) -> Applied {
    let standing: Vec<&Correction> = corrections.iter().filter(|one| one.withdrawn.is_none()).collect();
    if standing.is_empty() {
        return Applied { draft, placed: Vec::new() };
    }
    let mut work = Work::new(draft, lines, &standing, words);
    for (at, correction) in standing.iter().enumerate() {
        work.plan(at, correction);
    }
    work.set_values();
    work.move_records();
    work.settle_lines();
    work.remove();
    Applied { draft: work.draft, placed: work.placed }
}

/// A correction by its place in the list that was given: later ones count.
type Nth = usize;

struct Work<'a> {
    draft: PlanDraft,
    anchors: Anchors<'a>,
    found: Found,
    words: &'a Vocabulary,
    placed: Vec<Placed>,
    /// New values by record and field; the title of a record first, since other values are understood by it.
    sets: BTreeMap<(Address, bool, String), Vec<(Nth, String)>>,
    moves: BTreeMap<Address, Vec<(Nth, Option<usize>)>>,
    lines: BTreeMap<LineNo, Vec<(Nth, Option<usize>)>>,
    removals: BTreeMap<Address, Vec<Nth>>,
}

impl<'a> Work<'a> {
    fn new(draft: PlanDraft, lines: &'a dyn Lines, standing: &[&Correction], words: &'a Vocabulary) -> Self {
        let sought = standing.iter().flat_map(|correction| {
            let (own, node) = parts(&correction.anchor);
            let node = node.zip(node_of(&correction.act)).map(|(text, key)| (key.line, text));
            std::iter::once((correction.act.line(), own)).chain(node)
        });
        let anchors = Anchors::new(lines, sought.clone());
        let mut wanted: FxHashSet<LineNo> = FxHashSet::default();
        for (line, text) in sought {
            wanted.extend(anchors.candidates(line, text));
        }
        let found = addresses(&draft, &wanted);
        let (sets, moves, lines, removals) = Default::default();
        Self { draft, anchors, found, words, placed: Vec::new(), sets, moves, lines, removals }
    }

    /// Finds out what a correction does here.
    fn plan(&mut self, at: Nth, correction: &Correction) {
        let (own, node_anchor) = parts(&correction.anchor);
        let candidates = self.anchors.candidates(correction.act.line(), own);
        let mut placed = Placed { id: correction.id, placement: Placement::Lost, record: None, line: 0 };
        match &correction.act {
            Act::Set { record, field, old, new } => {
                let same = |found: &str| found == old || found == new;
                let field = field.as_str();
                let target = (field == "node").then(|| new.parse().ok()).flatten();
                let target = target.map(|key| self.node(key, node_anchor));
                if let Some((line, address)) = self.record(*record, &candidates, |work, address| {
                    work.text(address, field).is_some_and(|text| same(&text))
                }) {
                    (placed.line, placed.record) = (line, self.key_of(record.kind, line, address));
                    placed.placement = Placement::Applied;
                    match (field, target) {
                        ("node", Some(None)) => placed.placement = Placement::Lost,
                        ("node", target) => self.moves.entry(address).or_default().push((at, target.flatten())),
                        _ => {
                            let key = (address, field != "title", field.to_owned());
                            self.sets.entry(key).or_default().push((at, new.clone()));
                        }
                    }
                }
            }
            Act::Remove { record, old } => {
                let here = self.record(*record, &candidates, |work, address| work.short(address) == *old);
                if let Some((line, address)) = here {
                    (placed.line, placed.record) = (line, self.key_of(record.kind, line, address));
                    if record.kind != RecordKind::Document {
                        placed.placement = Placement::Applied;
                        self.removals.entry(address).or_default().push(at);
                    }
                } else if let Some(&line) = candidates.first()
                    && !self.found.contains_key(&(record.kind, line))
                {
                    (placed.line, placed.placement) = (line, Placement::Agreed);
                }
            }
            Act::Assign { node, .. } => {
                let target = self.node(*node, node_anchor);
                if let (Some(&line), Some(_)) = (candidates.first(), target) {
                    (placed.line, placed.placement) = (line, Placement::Applied);
                    self.lines.entry(line).or_default().push((at, target));
                }
            }
            Act::SetAside { .. } => {
                if let Some(&line) = candidates.first() {
                    (placed.line, placed.placement) = (line, Placement::Applied);
                    self.lines.entry(line).or_default().push((at, None));
                }
            }
        }
        self.placed.push(placed);
    }

    /// The record that is meant: on the likeliest line that has one of its kind, the one that says what is expected, else
    /// the one with its ordinal.
    fn record(
        &mut self,
        key: RecordKey,
        candidates: &[LineNo],
        mut fits: impl FnMut(&mut Self, Address) -> bool,
    ) -> Option<(LineNo, Address)> {
        for &line in candidates {
            let Some(there) = self.found.get(&(key.kind, line)).cloned() else { continue };
            let own = there.get(key.ordinal as usize).copied();
            if own.is_some_and(|own| fits(self, own)) {
                return own.map(|own| (line, own));
            }
            let fitting: Vec<Address> = there.iter().copied().filter(|&other| fits(self, other)).collect();
            let one = match (fitting.as_slice(), own, there.as_slice()) {
                ([one], ..) | (_, None, [one]) => Some(*one),
                (_, own, _) => own,
            };
            return one.map(|one| (line, one));
        }
        None
    }

    /// The node that is meant.
    fn node(&mut self, key: RecordKey, anchor: Option<&str>) -> Option<usize> {
        let candidates = match anchor {
            Some(text) => self.anchors.candidates(key.line, text),
            None => vec![key.line],
        };
        if anchor.is_none() {
            let wanted = std::iter::once(key.line).collect();
            for (place, found) in addresses(&self.draft, &wanted) {
                self.found.entry(place).or_insert(found);
            }
        }
        match self.record(key, &candidates, |_, _| false)? {
            (_, Address::Node(at)) => Some(at),
            _ => None,
        }
    }

    fn key_of(&self, kind: RecordKind, line: LineNo, address: Address) -> Option<RecordKey> {
        let ordinal = self.found.get(&(kind, line))?.iter().position(|other| *other == address)?;
        Some(RecordKey { kind, line, ordinal: u32::try_from(ordinal).ok()? })
    }

    /// What a field says.
    fn text(&mut self, address: Address, field: &str) -> Option<String> {
        let mut text = None;
        visit_at(&mut self.draft, address, &mut |name: &str, _: &str, slot: Slot<'_>| {
            if name == field {
                text = Some(slot.text());
            }
        });
        text
    }

    /// What a record says, in short.
    fn short(&mut self, address: Address) -> String {
        in_short(&values(|visit| visit_at(&mut self.draft, address, visit)))
    }

    fn set_values(&mut self) {
        let year = self.draft.period.to.map(|date| date.year());
        let setting = Setting { year, words: self.words };
        for ((address, _, field), wanted) in std::mem::take(&mut self.sets) {
            let Some((_, new)) = wanted.iter().max_by_key(|(at, _)| *at) else { continue };
            if self.removals.contains_key(&address) {
                continue;
            }
            let mut before = None;
            visit_at(&mut self.draft, address, &mut |name: &str, _: &str, mut slot: Slot<'_>| {
                if name == field {
                    let said = slot.text();
                    if said != *new {
                        slot.put(new, &setting);
                    }
                    before = Some(said);
                }
            });
            let placement = match before {
                None => Placement::Lost,
                Some(before) if before == *new => Placement::Agreed,
                // Where nothing is left of a value there may be no field for it any more.
                Some(_) if self.text(address, &field).unwrap_or_default() == *new => Placement::Applied,
                Some(_) => Placement::Lost,
            };
            self.tell(wanted.iter().map(|(at, _)| *at), placement);
        }
    }

    fn tell(&mut self, corrections: impl Iterator<Item = Nth>, placement: Placement) {
        for at in corrections {
            if let Some(placed) = self.placed.get_mut(at) {
                placed.placement = placement;
            }
        }
    }

    fn move_records(&mut self) {
        let mut fields: BTreeMap<Address, Option<NodeId>> = BTreeMap::new();
        let mut waiting: Vec<(Address, Option<NodeId>, Vec<Nth>)> = Vec::new();
        for (address, wanted) in std::mem::take(&mut self.moves) {
            let Some(&(_, target)) = wanted.iter().max_by_key(|(at, _)| *at) else { continue };
            if self.removals.contains_key(&address) {
                continue;
            }
            let target = target.and_then(|at| u32::try_from(at).ok()).map(NodeId);
            let corrections = wanted.iter().map(|(at, _)| *at);
            let placement = match (address, target) {
                (Address::Field(..), None) => Placement::Lost,
                (Address::Field(at, _), Some(target)) if target.index() == at => Placement::Agreed,
                (Address::Field(..), Some(_)) => {
                    fields.insert(address, target);
                    Placement::Applied
                }
                _ => {
                    waiting.push((address, target, corrections.collect()));
                    continue;
                }
            };
            self.tell(corrections, placement);
        }
        // A node may have to leave before another can hang from it.
        let mut left = usize::MAX;
        while waiting.len() < left {
            left = waiting.len();
            for (address, target, corrections) in std::mem::take(&mut waiting) {
                match tree::hang(&mut self.draft, address, target) {
                    Placement::Lost => waiting.push((address, target, corrections)),
                    placement => self.tell(corrections.into_iter(), placement),
                }
            }
        }
        for (_, _, corrections) in waiting {
            self.tell(corrections.into_iter(), Placement::Lost);
        }
        // Fields have no list of their own: those that leave go with those that move, so that no place shifts.
        let is_field = |address: &Address| matches!(address, Address::Field(..));
        fields.extend(self.removals.keys().filter(|address| is_field(address)).map(|address| (*address, None)));
        self.removals.retain(|address, _| !is_field(address));
        tree::move_fields(&mut self.draft, &fields);
    }

    /// Lines that were not read become text of a node, or are set aside.
    fn settle_lines(&mut self) {
        let mut settled: BTreeSet<LineNo> = BTreeSet::new();
        for (line, wanted) in std::mem::take(&mut self.lines) {
            let Some(&(_, target)) = wanted.iter().max_by_key(|(at, _)| *at) else { continue };
            let texts: Vec<String> =
                self.draft.unread.iter().filter(|one| one.line == line).map(|one| one.text.clone()).collect();
            if texts.is_empty() {
                // What was said to say nothing says something now: somebody has to look.
                let is_read = target.is_none() && self.found.keys().any(|(_, read)| *read == line);
                let placement = if is_read { Placement::Lost } else { Placement::Agreed };
                self.tell(wanted.iter().map(|(at, _)| *at), placement);
                continue;
            }
            settled.insert(line);
            // A part of a line that was read is listed too; the line itself is counted once.
            if texts.iter().any(|text| text == self.anchors.text(line)) {
                let coverage = &mut self.draft.coverage;
                coverage.unread = coverage.unread.saturating_sub(1);
                match target {
                    Some(_) => coverage.text += 1,
                    None => coverage.read += 1,
                }
            }
            if let Some(node) = target.and_then(|at| self.draft.nodes.get_mut(at)) {
                tree::append(&mut node.text, &texts.join("\n"));
            }
        }
        self.draft.unread.retain(|one| !settled.contains(&one.line));
    }

    fn remove(&mut self) {
        let removals: BTreeSet<Address> = std::mem::take(&mut self.removals).into_keys().collect();
        if !removals.is_empty() {
            tree::remove(&mut self.draft, &removals);
        }
    }
}

/// The node that an act names.
fn node_of(act: &Act) -> Option<RecordKey> {
    match act {
        Act::Assign { node, .. } => Some(*node),
        Act::Set { field, new, .. } if field == "node" => new.parse().ok(),
        Act::Set { .. } | Act::Remove { .. } | Act::SetAside { .. } => None,
    }
}

/// Visits the values of the record at an address.
fn visit_at(draft: &mut PlanDraft, address: Address, visit: fields::Visit<'_>) {
    macro_rules! visit {
        ($list:ident $at:ident $kind:ident) => {
            if let Some(record) = draft.$list.get_mut($at) {
                fields::$kind(record, visit);
            }
        };
    }
    match address {
        Address::Document => fields::document(draft, visit),
        Address::Node(at) => visit!(nodes at node),
        Address::Field(at, place) => {
            if let Some(field) = draft.nodes.get_mut(at).and_then(|node| node.fields.get_mut(place)) {
                fields::field(field, visit);
            }
        }
        Address::Summary(at) => {
            if let Some(summary) = draft.nodes.get_mut(at).and_then(|node| node.summary.as_mut()) {
                fields::summary(summary, visit);
            }
        }
        Address::Indicator(at) => visit!(indicators at indicator),
        Address::Phase(at) => visit!(phases at phase),
        Address::BudgetLine(at) => visit!(budget_lines at budget_line),
        Address::Effort(at) => visit!(efforts at effort),
        Address::Allocation(at) => visit!(allocations at allocation),
        Address::Resource(at) => visit!(resources at resource),
        Address::TimetableRow(at, place) => {
            if let Some(row) = draft.timetables.get_mut(at).and_then(|table| table.rows.get_mut(place)) {
                fields::timetable_row(row, visit);
            }
        }
        Address::Total(at) => visit!(totals at total),
        Address::Amount(at) => visit!(amounts at amount),
        Address::TableRow(at, place) => {
            if let Some(table) = draft.tables.get_mut(at)
                && let Some(row) = table.rows.get_mut(place)
            {
                fields::table_row(row, &table.headers, visit);
            }
        }
    }
}
