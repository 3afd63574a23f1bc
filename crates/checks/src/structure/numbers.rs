// SPDX-License-Identifier: AGPL-3.0-or-later
//! Numbers of nodes: which of them stand in one sequence, and which nodes carry the same one.
//!
//! A sequence is a level and what stands before the last number of its codes. It begins again under every parent
//! where most parents have its smallest number; else it goes through the whole document.

use crate::{Place, Subject};
use ambito_base::fold;
use ambito_domain::planning::{Node, NodeId};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::hash_map::Entry;

/// The longest number that counts something; longer ones are names ("1101").
const DIGITS_OF_A_COUNT_MAX: usize = 3;

/// What stands before the last number of a code, and that number.
pub(super) fn split(code: &str) -> Option<(&str, u32)> {
    let digits = code.bytes().rev().take_while(u8::is_ascii_digit).count();
    let (stem, number) = code.split_at(code.len() - digits);
    Some((stem, number.parse().ok()?))
}

/// Nodes whose numbers go on from each other, in the order of the document.
pub(super) struct Sequence<'a> {
    /// The word of the level; empty for the chapters at the top.
    pub level: &'a str,
    /// What the codes have before the number.
    pub stem: &'a str,
    /// The numbers.
    pub items: Vec<(u32, NodeId)>,
}

impl Sequence<'_> {
    /// Whether its numbers are short enough to count something.
    pub(super) fn counts(&self) -> bool {
        self.items.iter().all(|(value, _)| value.checked_ilog10().unwrap_or(0) < DIGITS_OF_A_COUNT_MAX as u32)
    }
}

/// The level that a node is counted with: chapters at the top are of one kind, whatever they are called.
fn counted_level(node: &Node) -> &str {
    if node.parent.is_none() { "" } else { node.level.as_deref().unwrap_or("") }
}

/// Every sequence of the document.
pub(super) fn sequences<'a>(subject: &Subject<'a>) -> Vec<Sequence<'a>> {
    let mut places: FxHashMap<(&str, &str), usize> = FxHashMap::default();
    let mut found: Vec<Sequence<'a>> = Vec::new();
    for (id, node) in subject.nodes() {
        let Some((stem, value)) = node.code.as_deref().and_then(split) else { continue };
        let level = counted_level(node);
        let place = *places.entry((level, stem)).or_insert_with(|| {
            found.push(Sequence { level, stem, items: Vec::new() });
            found.len() - 1
        });
        found[place].items.push((value, id));
    }
    found.into_iter().flat_map(|sequence| by_parent(subject, sequence)).collect()
}

/// Divides a sequence by parents where it begins again under most of them.
fn by_parent<'a>(subject: &Subject<'a>, sequence: Sequence<'a>) -> Vec<Sequence<'a>> {
    let Some(first) = sequence.items.iter().map(|(value, _)| *value).min() else { return Vec::new() };
    let mut order: Vec<Option<NodeId>> = Vec::new();
    let mut groups: FxHashMap<Option<NodeId>, Vec<(u32, NodeId)>> = FxHashMap::default();
    for &(value, id) in &sequence.items {
        let parent = subject.node(id).parent;
        groups
            .entry(parent)
            .or_insert_with(|| {
                order.push(parent);
                Vec::new()
            })
            .push((value, id));
    }
    let begin = groups.values().filter(|items| items.iter().any(|(value, _)| *value == first)).count();
    if begin < 2 || begin * 2 < order.len() {
        return vec![sequence];
    }
    let Sequence { level, stem, .. } = sequence;
    let mut parts = Vec::with_capacity(order.len());
    for parent in order {
        parts.push(Sequence { level, stem, items: groups.remove(&parent).unwrap_or_default() });
    }
    parts
}

/// Nodes that carry one number, where there are several.
pub(super) fn copies(subject: &Subject<'_>) -> Vec<Vec<NodeId>> {
    let mut groups = Groups::default();
    let mut numbered: FxHashSet<NodeId> = FxHashSet::default();
    for sequence in sequences(subject) {
        let mut first: FxHashMap<u32, Seat> = FxHashMap::default();
        for (value, id) in sequence.items {
            numbered.insert(id);
            groups.add(first.entry(value), id);
        }
    }
    let mut first: FxHashMap<(&str, &str), Seat> = FxHashMap::default();
    for (id, node) in subject.nodes().filter(|(id, _)| !numbered.contains(id)) {
        if let Some(code) = node.code.as_deref() {
            groups.add(first.entry((counted_level(node), code)), id);
        }
    }
    groups.0
}

/// Where the nodes of a number are: the first alone, or all in a group.
enum Seat {
    Alone(NodeId),
    Group(usize),
}

#[derive(Default)]
struct Groups(Vec<Vec<NodeId>>);

impl Groups {
    fn add<K>(&mut self, seat: Entry<'_, K, Seat>, id: NodeId) {
        match seat {
            Entry::Vacant(free) => {
                free.insert(Seat::Alone(id));
            }
            Entry::Occupied(mut taken) => match *taken.get() {
                Seat::Group(place) => self.0[place].push(id),
                Seat::Alone(first) => {
                    taken.insert(Seat::Group(self.0.len()));
                    self.0.push(vec![first, id]);
                }
            },
        }
    }
}

/// Whether two titles can be those of one thing: half the words of the shorter stand in the longer.
pub(super) fn kindred(one: &str, other: &str) -> bool {
    let (one, other) = (fold(one), fold(other));
    if one == other {
        return true;
    }
    let words = |text: &str| -> FxHashSet<String> {
        text.split(' ').filter(|word| word.len() > 2).map(str::to_owned).collect()
    };
    let (one, other) = (words(&one), words(&other));
    let common = one.intersection(&other).count();
    common > 0 && common * 2 >= one.len().min(other.len())
}

/// The title that a node has in the body.
pub(super) fn own_title(node: &Node) -> Option<&str> {
    node.title.as_deref().filter(|_| node.in_body)
}

/// Level and code, as people name a node that they look for; a chapter by its number and title.
pub(super) fn number_of(node: &Node) -> String {
    let title = node.title.as_deref().or(node.inferred_title.as_deref()).unwrap_or("");
    match (node.level.as_deref(), node.code.as_deref()) {
        (Some("area") | None, Some(code)) if node.parent.is_none() => format!("«{code} {title}»"),
        (Some(level), Some(code)) => format!("{level} {code}"),
        (None, Some(code)) => format!("«{code} {title}»"),
        (Some(level), None) => format!("{level} «{title}»"),
        (None, None) => format!("«{title}»"),
    }
}

/// The place of a node's code where it stands on the first line, else of that line.
pub(super) fn code_place(subject: &Subject<'_>, node: &Node) -> Place {
    subject.place(node.line, node.code.as_deref().unwrap_or(""))
}
