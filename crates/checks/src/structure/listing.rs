// SPDX-License-Identifier: AGPL-3.0-or-later
//! Where indexes and tables name the nodes, and what they put them under.

use crate::Subject;
use ambito_domain::planning::{IndexEntry, LineNo, NodeId};
use rustc_hash::FxHashMap;

/// The two kinds of lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum List {
    /// The index, before the body.
    Contents,
    /// Tables in the body.
    Table,
}

/// An entry of a list.
pub(super) struct Entry<'a> {
    /// What it names.
    pub node: NodeId,
    /// As it stands there.
    pub entry: &'a IndexEntry,
    /// In which kind of list.
    pub list: List,
}

/// Every entry, in the order of the lines.
pub(super) struct Listing<'a> {
    /// The line where the body begins.
    body: LineNo,
    /// The entries.
    pub entries: Vec<Entry<'a>>,
    /// By kind of list and level: the lines that name a node of it.
    levels: FxHashMap<(List, &'a str), Vec<(LineNo, NodeId)>>,
}

impl<'a> Listing<'a> {
    pub(super) fn of(subject: &Subject<'a>) -> Self {
        let body = subject.nodes().filter(|(_, node)| node.in_body).map(|(_, node)| node.line).min().unwrap_or(0);
        let mut entries: Vec<Entry<'a>> = Vec::new();
        let mut levels: FxHashMap<(List, &str), Vec<(LineNo, NodeId)>> = FxHashMap::default();
        for (id, node) in subject.nodes() {
            for entry in &node.index {
                let list = if entry.line < body { List::Contents } else { List::Table };
                entries.push(Entry { node: id, entry, list });
                if let Some(level) = node.level.as_deref() {
                    levels.entry((list, level)).or_default().push((entry.line, id));
                }
            }
        }
        entries.sort_by_key(|entry| (entry.entry.line, entry.node));
        levels.values_mut().for_each(|lines| lines.sort_unstable());
        Self { body, entries, levels }
    }

    /// The kind of list that a line belongs to.
    pub(super) fn list_of(&self, line: LineNo) -> List {
        if line < self.body { List::Contents } else { List::Table }
    }

    /// The node of a level that a line of a list stands under.
    pub(super) fn upper(&self, list: List, level: &str, line: LineNo) -> Option<NodeId> {
        let lines = self.levels.get(&(list, level))?;
        let place = lines.partition_point(|(at, _)| *at <= line).checked_sub(1)?;
        lines.get(place).map(|(_, node)| *node)
    }
}

/// A node that a kind of list names only under another parent than that of its sheet.
pub(super) struct Misplaced {
    /// The node.
    pub node: NodeId,
    /// The line of the list.
    pub line: LineNo,
    /// What the list puts it under.
    pub under: NodeId,
}

/// The nodes whose sheet stands elsewhere than a kind of list says.
pub(super) fn misplaced(subject: &Subject<'_>, listing: &Listing<'_>) -> Vec<Misplaced> {
    // By node and list: where it stands wrong first; nothing where some entry is right.
    let mut seen: FxHashMap<(NodeId, List), Option<(LineNo, NodeId)>> = FxHashMap::default();
    let mut order: Vec<(NodeId, List)> = Vec::new();
    for Entry { node: id, entry, list } in &listing.entries {
        let node = subject.node(*id);
        let Some(parent) = node.parent.filter(|_| node.in_body) else { continue };
        let upper = subject.node(parent);
        let Some(level) = upper.level.as_deref() else { continue };
        let Some(under) = listing.upper(*list, level, entry.line) else { continue };
        let same = under == parent || subject.node(under).code == upper.code;
        let state = seen.entry((*id, *list)).or_insert_with(|| {
            order.push((*id, *list));
            Some((entry.line, under))
        });
        if same {
            *state = None;
        }
    }
    let mut found: Vec<Misplaced> = order
        .into_iter()
        .filter_map(|key| seen.get(&key).copied().flatten().map(|(line, under)| Misplaced { node: key.0, line, under }))
        .collect();
    found.extend(by_summary(subject));
    found
}

/// Projects whose row in the summary stands under another node than their sheet names.
fn by_summary<'a>(subject: &'a Subject<'_>) -> impl Iterator<Item = Misplaced> + 'a {
    subject.nodes().filter_map(|(id, node)| {
        let summary = node.summary.filter(|_| node.in_body)?;
        let level = &subject.node(node.parent?).level;
        let under = *node.also_under.iter().find(|upper| subject.node(**upper).level == *level)?;
        Some(Misplaced { node: id, line: summary.line, under })
    })
}
