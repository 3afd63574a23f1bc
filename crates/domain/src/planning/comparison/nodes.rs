// SPDX-License-Identifier: AGPL-3.0-or-later
//! Which node of one tree is which of the other.
//!
//! By code within the level, then by title, then by a title that is alike, then by what hangs from it, then by order
//! among siblings. A code that only numbers (`3`, `4.1`) comes after the title: numbers move when a node is inserted.

use super::codes;
use super::entries::{Entries, Sums};
use super::pairing::{Pairing, Several};
use super::records::mix;
use super::similarity::{RELATED_PERCENT, Titled, WordSet, pair_alike};
use super::text::letters_into;
use crate::planning::{Node, NodeId, PlanDraft};
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::Hasher as _;

/// How often the stages run again because a matched parent may help its children.
const ROUNDS_MAX: usize = 16;

/// How deep a tree is followed upwards; also what ends a tree that loops.
const DEPTH_MAX: usize = 64;

/// The key of the place above all nodes.
const TOP: u64 = u64::MAX;

/// What one node is recognised by: hashes of plain forms, 0 where there is none.
#[derive(Clone, Copy, Default)]
struct Signs {
    level: u64,
    code: u64,
    code_without_year: u64,
    identifies: bool,
    title: u64,
}

struct Tree<'a> {
    nodes: &'a [Node],
    signs: Vec<Signs>,
    /// A hash of the node and of all above it.
    paths: Vec<u64>,
}

impl<'a> Tree<'a> {
    fn new(draft: &'a PlanDraft) -> Self {
        let nodes = draft.nodes.as_slice();
        let mut buffer = String::new();
        let signs: Vec<Signs> = nodes.iter().map(|node| signs(node, &mut buffer)).collect();
        let mut tree = Self { nodes, signs, paths: Vec::new() };
        tree.paths = (0u32..).zip(nodes).map(|(at, _)| tree.path(at)).collect();
        tree
    }

    fn signs(&self, at: u32) -> Signs {
        self.signs.get(at as usize).copied().unwrap_or_default()
    }

    fn parent(&self, at: u32) -> Option<u32> {
        let parent = self.nodes.get(at as usize)?.parent?;
        (parent.index() < self.nodes.len()).then_some(parent.0)
    }

    fn path(&self, at: u32) -> u64 {
        let mut sum = TOP;
        let mut here = Some(at);
        for _ in 0..DEPTH_MAX {
            let Some(node) = here else { break };
            let signs = self.signs(node);
            sum = mix(&[sum, signs.level, signs.code, signs.title]);
            here = self.parent(node);
        }
        sum
    }

    fn titled(&self, at: u32) -> Option<Titled<'_>> {
        let title = name(self.nodes.get(at as usize)?)?;
        Some(Titled { at, group: self.signs(at).level, title })
    }
}

/// The title of a node, or what the index implies.
pub(super) fn name(node: &Node) -> Option<&str> {
    node.title.as_deref().or(node.inferred_title.as_deref()).filter(|title| !title.trim().is_empty())
}

fn signs(node: &Node, buffer: &mut String) -> Signs {
    let mut hash = |text: Option<&str>| {
        letters_into(text.unwrap_or_default(), buffer);
        if buffer.is_empty() {
            return 0;
        }
        let mut hasher = FxHasher::default();
        hasher.write(buffer.as_bytes());
        hasher.finish() | 1
    };
    let code = node.code.as_deref();
    Signs {
        level: hash(node.level.as_deref()),
        code: hash(code),
        code_without_year: hash(code.map(codes::without_year)),
        identifies: code.is_some_and(codes::identifies),
        title: hash(name(node)),
    }
}

/// Pairs the nodes of two readings; `records` are the records that hang from them.
pub(super) fn pair_nodes(drafts: [&PlanDraft; 2], records: [&[Entries<'_>]; 2]) -> Pairing {
    let [old, new] = drafts.map(Tree::new);
    let mut pairing = Pairing::new(old.nodes.len(), new.nodes.len());
    pairing.by_key(
        Several::InOrder,
        |at| old.paths.get(at as usize).copied(),
        |at| new.paths.get(at as usize).copied(),
    );
    by_code(&mut pairing, &old, &new, |signs| signs.code);
    by_code(&mut pairing, &old, &new, |signs| signs.code_without_year);
    let votes = twins(records);
    for _ in 0..ROUNDS_MAX {
        let before = pairing.count();
        by_title(&mut pairing, &old, &new);
        let old_titles: Vec<Titled<'_>> = pairing.free_old().filter_map(|at| old.titled(at)).collect();
        let new_titles: Vec<Titled<'_>> = pairing.free_new().filter_map(|at| new.titled(at)).collect();
        pair_alike(&mut pairing, &old_titles, &new_titles);
        by_number(&mut pairing, &old, &new);
        by_contents(&mut pairing, &old, &new, &votes);
        in_order(&mut pairing, &old, &new);
        if pairing.count() == before {
            break;
        }
    }
    pairing
}

/// Codes that identify, within the level; nodes of one code by title, then by order.
fn by_code(pairing: &mut Pairing, old: &Tree<'_>, new: &Tree<'_>, code: fn(&Signs) -> u64) {
    let key = |tree: &Tree<'_>, at: u32, titled: bool| {
        let signs = tree.signs(at);
        let title = if titled { signs.title } else { 0 };
        signs.identifies.then(|| mix(&[signs.level, code(&signs), title]))
    };
    pairing.by_key(Several::InOrder, |at| key(old, at, true), |at| key(new, at, true));
    pairing.by_key(Several::InOrder, |at| key(old, at, false), |at| key(new, at, false));
}

/// Where a node hangs, in the new tree's numbers; `None` where its parent is not matched.
fn place(pairing: &Pairing, tree: &Tree<'_>, at: u32, is_old: bool) -> Option<u64> {
    match tree.parent(at) {
        None => Some(TOP),
        Some(parent) if is_old => pairing.of_old(parent).map(u64::from),
        Some(parent) => pairing.of_new(parent).map(|_| u64::from(parent)),
    }
}

/// Equal titles: in the same place, then anywhere if there is no doubt which.
fn by_title(pairing: &mut Pairing, old: &Tree<'_>, new: &Tree<'_>) {
    stage_in_place(pairing, old, new, |signs| (signs.title != 0).then(|| mix(&[signs.level, signs.code, signs.title])));
    stage_in_place(pairing, old, new, |signs| (signs.title != 0).then(|| mix(&[signs.level, signs.title])));
    for sign in
        [(|signs| (signs.title != 0).then(|| mix(&[signs.level, signs.title]))) as fn(&Signs) -> Option<u64>, |signs| {
            (signs.title != 0).then_some(signs.title)
        }]
    {
        pairing.by_key(Several::Leave, |at| sign(&old.signs(at)), |at| sign(&new.signs(at)));
    }
}

/// Codes of any kind: in the same place, then anywhere if there is no doubt which.
fn by_number(pairing: &mut Pairing, old: &Tree<'_>, new: &Tree<'_>) {
    stage_in_place(pairing, old, new, |signs| (signs.code != 0).then(|| mix(&[signs.level, signs.code_without_year])));
    let sign = |signs: Signs| (signs.code != 0).then(|| mix(&[signs.level, signs.code_without_year]));
    pairing.by_key(Several::Leave, |at| sign(old.signs(at)), |at| sign(new.signs(at)));
    let sign = |signs: Signs| signs.identifies.then_some(signs.code_without_year);
    pairing.by_key(Several::Leave, |at| sign(old.signs(at)), |at| sign(new.signs(at)));
}

fn stage_in_place(pairing: &mut Pairing, old: &Tree<'_>, new: &Tree<'_>, sign: fn(&Signs) -> Option<u64>) {
    let key = |pairing: &Pairing, tree: &Tree<'_>, at: u32, is_old: bool| {
        Some(mix(&[place(pairing, tree, at, is_old)?, sign(&tree.signs(at))?]))
    };
    let old_keys: FxHashMap<u32, u64> =
        pairing.free_old().filter_map(|at| Some((at, key(pairing, old, at, true)?))).collect();
    let new_keys: FxHashMap<u32, u64> =
        pairing.free_new().filter_map(|at| Some((at, key(pairing, new, at, false)?))).collect();
    pairing.by_key(Several::InOrder, |at| old_keys.get(&at).copied(), |at| new_keys.get(&at).copied());
}

/// Pairs of nodes that hold a record which is the same in both readings and stands only once in each.
fn twins(records: [&[Entries<'_>]; 2]) -> Vec<(u32, u32)> {
    let mut votes = Vec::new();
    for (old, new) in records[0].iter().zip(records[1]) {
        let whole = |sums: &Sums| {
            let key = [sums.code_without_year, sums.number, sums.title, sums.qualifier, sums.data];
            (sums.count >= 2 && (sums.title | sums.code) != 0).then(|| mix(&key))
        };
        let mut pairing = Pairing::new(old.list.len(), new.list.len());
        let sign = |entries: &Entries<'_>, at: u32| entries.entry(at).and_then(|entry| whole(&entry.sums));
        pairing.by_key(Several::Leave, |at| sign(old, at), |at| sign(new, at));
        let node = |entries: &Entries<'_>, at: u32| entries.entry(at).and_then(|entry| entry.node).map(|node| node.0);
        votes.extend(pairing.pairs().filter_map(|(old_at, new_at)| Some((node(old, old_at)?, node(new, new_at)?))));
    }
    votes
}

/// Nodes of one level most of whose children and records are under one node of the other reading, and the reverse.
fn by_contents(pairing: &mut Pairing, old: &Tree<'_>, new: &Tree<'_>, twins: &[(u32, u32)]) {
    let children = pairing.pairs().filter_map(|(a, b)| Some((old.parent(a)?, new.parent(b)?)));
    let mut counts: FxHashMap<(u32, u32), usize> = FxHashMap::default();
    let mut of_old: FxHashMap<u32, usize> = FxHashMap::default();
    let mut of_new: FxHashMap<u32, usize> = FxHashMap::default();
    for (a, b) in children.chain(twins.iter().copied()) {
        *counts.entry((a, b)).or_default() += 1;
        *of_old.entry(a).or_default() += 1;
        *of_new.entry(b).or_default() += 1;
    }
    for ((a, b), count) in counts {
        let most = |total: Option<&usize>| total.is_some_and(|total| count * 2 > *total);
        if old.signs(a).level == new.signs(b).level && most(of_old.get(&a)) && most(of_new.get(&b)) {
            pairing.pair(a, b);
        }
    }
}

/// Siblings of one level that are left, first with first, if both sides have as many and the titles are related.
fn in_order(pairing: &mut Pairing, old: &Tree<'_>, new: &Tree<'_>) {
    let groups = pairing.free_groups(
        |at| Some(mix(&[place(pairing, old, at, true)?, old.signs(at).level])),
        |at| Some(mix(&[place(pairing, new, at, false)?, new.signs(at).level])),
    );
    let groups = groups.into_iter().filter(|(old, new)| old.len() == new.len());
    for (old_at, new_at) in groups.flat_map(|(old, new)| old.into_iter().zip(new)) {
        let words = |tree: &Tree<'_>, at: u32| WordSet::new(tree.titled(at).map_or("", |titled| titled.title));
        let contradict = old.signs(old_at).identifies && new.signs(new_at).identifies;
        if !contradict && words(old, old_at).percent_in_common(&words(new, new_at)) >= RELATED_PERCENT {
            pairing.pair(old_at, new_at);
        }
    }
}

/// The node of an id, where the draft has it.
pub(super) fn node(draft: &PlanDraft, id: Option<NodeId>) -> Option<&Node> {
    draft.nodes.get(id?.index())
}
