// SPDX-License-Identifier: AGPL-3.0-or-later
//! The index against the body: titles that the body lost, nodes that only the index has.

use crate::nodes::similar;
use crate::reader::Reader;
use ambito_base::fold;
use ambito_domain::planning::{IndexEntry, Node, NodeId, NoteCode};
use rustc_hash::FxHashMap;

impl Reader<'_> {
    /// Finds the node of each entry, gives lost titles back, adds what only the index names.
    pub(super) fn resolve_index(&mut self) {
        if self.index.is_empty() {
            return;
        }
        self.match_entries();
        self.infer_titles();
        self.add_missing();
        for entry in std::mem::take(&mut self.index) {
            let Some(node) = entry.node else { continue };
            let differs = self.draft.node(node).title.as_deref().is_some_and(|title| fold(title) != fold(&entry.title));
            if differs {
                self.note(NoteCode::IndexTitleDiffers, &entry.title, Some(node), entry.line);
            }
            self.node_mut(node).index.push(IndexEntry { title: entry.title, reference: entry.page, line: entry.line });
        }
    }

    fn match_entries(&mut self) {
        let mut by_code: FxHashMap<(Option<String>, String), Vec<NodeId>> = FxHashMap::default();
        let mut by_title: FxHashMap<String, Vec<NodeId>> = FxHashMap::default();
        for id in self.ids() {
            let node = self.draft.node(id);
            if let Some(code) = &node.code {
                by_code.entry((node.level.clone(), code.clone())).or_default().push(id);
                if node.level.as_deref() == Some("area") {
                    by_code.entry((None, code.clone())).or_default().push(id);
                }
            }
            if let Some(title) = &node.title {
                by_title.entry(fold(title)).or_default().push(id);
            }
        }
        let mut taken: Vec<bool> = vec![false; self.draft.nodes.len()];
        for entry in &self.index {
            if let Some(node) = entry.node {
                taken[node.index()] = true;
            }
        }
        for place in 0..self.index.len() {
            if self.index[place].node.is_some() {
                continue;
            }
            let entry = &self.index[place];
            let coded = entry.code.as_ref().and_then(|code| by_code.get(&(entry.level.clone(), code.clone())));
            let titled = || by_title.get(&fold(&entry.title));
            let candidates = match (&entry.code, coded) {
                (Some(_), Some(found)) => found.clone(),
                (Some(_), None) => Vec::new(),
                (None, _) => titled().cloned().unwrap_or_default(),
            };
            let free = candidates.iter().copied().find(|id| !taken[id.index()]);
            let repeated = free.is_none().then(|| candidates.first().copied()).flatten();
            if let Some(node) = free.or(repeated) {
                taken[node.index()] = true;
                self.index[place].node = Some(node);
            }
        }
        self.match_similar(&mut taken);
    }

    /// Entries whose title differs a little from the body's ("bambini/e" and "bambini").
    fn match_similar(&mut self, taken: &mut [bool]) {
        for place in 0..self.index.len() {
            if self.index[place].node.is_some() || self.index[place].code.is_some() {
                continue;
            }
            let entry = &self.index[place];
            let mut fits = self.ids().filter(|&id| {
                let node = self.draft.node(id);
                !taken[id.index()] && node.title.as_deref().is_some_and(|title| similar(title, &entry.title))
            });
            let found = fits.next().filter(|_| fits.next().is_none());
            if let Some(node) = found {
                taken[node.index()] = true;
                self.index[place].node = Some(node);
            }
        }
    }

    /// Between two entries that have their nodes, as many entries without as nodes without title are theirs in order.
    fn infer_titles(&mut self) {
        let untitled: Vec<NodeId> = self
            .ids()
            .filter(|&id| self.draft.node(id).title.is_none() && self.draft.node(id).code.is_none())
            .collect();
        if untitled.is_empty() {
            return;
        }
        let mut place = 0;
        while place < self.index.len() {
            if self.index[place].node.is_some() {
                place += 1;
                continue;
            }
            let end = (place..self.index.len()).find(|&at| self.index[at].node.is_some()).unwrap_or(self.index.len());
            let line_of = |at: Option<usize>| {
                at.and_then(|at| self.index.get(at)).and_then(|entry| entry.node).map(|node| self.draft.node(node).line)
            };
            let from = line_of(place.checked_sub(1)).unwrap_or(0);
            let to = line_of(Some(end)).unwrap_or(u32::MAX);
            let nodes: Vec<NodeId> =
                untitled.iter().copied().filter(|&id| (from..to).contains(&self.draft.node(id).line)).collect();
            if nodes.len() == end - place {
                for (at, node) in (place..end).zip(nodes) {
                    let title = self.index[at].title.clone();
                    let entry = self.node_mut(node);
                    entry.inferred_title = Some(title.clone());
                    let line = entry.line;
                    for note in &mut self.draft.notes {
                        if note.code == NoteCode::HeadingLost && note.line == line {
                            note.subject.clone_from(&title);
                        }
                    }
                    self.index[at].node = Some(node);
                }
            }
            place = end;
        }
    }

    /// Entries that the body does not have are nodes of their own, below the entry they follow.
    fn add_missing(&mut self) {
        let mut above: Vec<(u32, NodeId)> = Vec::new();
        for place in 0..self.index.len() {
            let entry = self.index[place].clone();
            let rank = entry.level.as_deref().map_or(1, |level| self.rank(level));
            above.retain(|(upper, _)| *upper < rank);
            let node = entry.node.unwrap_or_else(|| {
                let node = self.add_node(Node {
                    parent: above.last().map(|(_, node)| *node),
                    level: entry.level.clone(),
                    code: entry.code.clone(),
                    title: Some(entry.title.clone()),
                    line: entry.line,
                    ..Node::default()
                });
                self.note(NoteCode::NotInBody, &entry.title, Some(node), entry.line);
                node
            });
            self.index[place].node = Some(node);
            above.push((rank, node));
        }
    }
}
