// SPDX-License-Identifier: AGPL-3.0-or-later
//! Parents that summaries and index tables give.

use crate::headings::code_heading;
use crate::reader::{Listed, Reader, SummaryRow, TreeRow};
use ambito_base::fold;
use ambito_domain::planning::{IndexEntry, Node, NodeId, NoteCode, Summary};
use rustc_hash::FxHashMap;

impl Reader<'_> {
    /// Gives each project its row of the summary, and the centre and path the summary puts it under.
    pub(super) fn resolve_summaries(&mut self) {
        let rows = std::mem::take(&mut self.summary_rows);
        self.settle_tops(&rows);
        for row in rows {
            let SummaryRow { code, title, amount, share, under, centre, line } = row;
            let node = match self.by_code.get(&code) {
                Some(&node) => node,
                None => {
                    let level = code_heading(&code, self.words)
                        .map_or_else(|| "progetto".to_owned(), |(level, ..)| level.to_owned());
                    let node = self.add_node(Node {
                        parent: under.or(centre),
                        level: Some(level),
                        code: Some(code.clone()),
                        title: title.clone(),
                        line,
                        ..Node::default()
                    });
                    self.by_code.insert(code.clone(), node);
                    self.note(NoteCode::NotInBody, &code, Some(node), line);
                    node
                }
            };
            if let Some(centre) = centre {
                self.only_centre(node, centre);
            }
            if let Some(under) = under {
                let stands = self.draft.node(node).parent;
                if stands.is_none() || stands == centre {
                    self.hang(node, under);
                } else {
                    self.put_under(node, under);
                }
            }
            let entry = self.node_mut(node);
            entry.summary = Some(Summary { amount, share, line });
            if let Some(title) = title
                && entry.in_body
                && entry.title.as_deref().is_some_and(|known| fold(known) != fold(&title))
            {
                entry.index.push(IndexEntry { title: title.clone(), reference: None, line });
                self.note(NoteCode::IndexTitleDiffers, &title, Some(node), line);
            }
        }
    }

    /// The summaries say which centres the top of each path stands under; the place of a sheet does not.
    fn settle_tops(&mut self, rows: &[SummaryRow]) {
        let mut tops: Vec<(NodeId, Vec<NodeId>)> = Vec::new();
        for row in rows {
            let (Some(under), Some(centre)) = (row.under, row.centre) else { continue };
            let Some(top) = self.top_below(under, centre) else { continue };
            match tops.iter_mut().find(|(known, _)| *known == top) {
                Some((_, centres)) if !centres.contains(&centre) => centres.push(centre),
                Some(_) => {}
                None => tops.push((top, vec![centre])),
            }
        }
        for (top, mut centres) in tops {
            centres.sort_by(|a, b| self.draft.node(*a).code.cmp(&self.draft.node(*b).code));
            let Some((&first, others)) = centres.split_first() else { continue };
            let level = self.draft.node(first).level.clone();
            let keep = self
                .draft
                .node(top)
                .also_under
                .iter()
                .copied()
                .filter(|upper| self.draft.node(*upper).level != level)
                .collect();
            self.node_mut(top).also_under = keep;
            self.node_mut(top).parent = None;
            self.hang(top, first);
            for &other in others {
                self.put_under(top, other);
            }
        }
    }

    /// The highest node of a path, below the centre it stands in now.
    fn top_below(&self, under: NodeId, centre: NodeId) -> Option<NodeId> {
        let level = &self.draft.node(centre).level;
        let mut at = under;
        for _ in 0..64 {
            match self.draft.node(at).parent {
                Some(parent) if self.draft.node(parent).level == *level => return Some(at),
                Some(parent) => at = parent,
                None => return (at != centre).then_some(at),
            }
        }
        None
    }

    /// Nodes that a list names and no heading opens.
    pub(super) fn resolve_listed(&mut self) {
        let mut entries: Vec<Listed> =
            std::mem::take(&mut self.listed).into_values().filter(|entry| entry.node.is_none()).collect();
        entries.sort_by_key(|entry| entry.line);
        for Listed { code, title, level, line, .. } in entries {
            let index = vec![IndexEntry { title: title.clone(), reference: Some(code.clone()), line }];
            let node = self.add_node(Node {
                level,
                code: Some(code),
                title: Some(title.clone()),
                index,
                line,
                ..Node::default()
            });
            self.note(NoteCode::NotInBody, &title, Some(node), line);
        }
    }

    /// Where sheets were moved, the centre above them is not theirs: the summary's is.
    fn only_centre(&mut self, node: NodeId, centre: NodeId) {
        let level = self.draft.node(centre).level.clone();
        let keep: Vec<NodeId> = self
            .draft
            .node(node)
            .also_under
            .iter()
            .copied()
            .filter(|upper| self.draft.node(*upper).level != level)
            .collect();
        self.node_mut(node).also_under = keep;
        if self.draft.node(node).parent != Some(centre) {
            self.put_under(node, centre);
        }
    }

    /// Puts the nodes of index tables under each other.
    pub(super) fn resolve_tree_rows(&mut self) {
        let rows = std::mem::take(&mut self.tree_rows);
        if rows.is_empty() {
            return;
        }
        let mut names = Names::of(self);
        for row in rows {
            let TreeRow { place, upper, upper_printed, lower, reference, line } = row;
            let upper_node = upper.map(|(level, code, title)| {
                let node = self.named_node(&mut names, (&level, &code, &title), place, place, line);
                if let Some(place) = place
                    && !self.is_under(node, place)
                {
                    self.put_under(node, place);
                }
                if upper_printed {
                    self.node_mut(node).index.push(IndexEntry { title, reference: None, line });
                }
                node
            });
            let Some((level, codes, title)) = lower else { continue };
            let under = upper_node.or(place);
            for code in &codes {
                let by_title = under.and_then(|under| self.child_titled(&names, under, &title, code));
                let node = match by_title {
                    Some(node) => {
                        self.note(NoteCode::IndexNumberDiffers, &format!("{code} {title}"), Some(node), line);
                        node
                    }
                    None => self.named_node(&mut names, (&level, code, &title), under, place, line),
                };
                if let Some(under) = under
                    && self.draft.node(node).parent != Some(under)
                {
                    self.put_under(node, under);
                }
                let printed = if codes.len() == 1 && reference.as_deref() != Some(code.as_str()) {
                    Some(format!("{} {code}", reference.clone().unwrap_or_default()).trim().to_owned())
                } else {
                    reference.clone()
                };
                self.node_mut(node).index.push(IndexEntry { title: title.clone(), reference: printed, line });
            }
        }
    }

    /// The child of a node that has this title and another code: the table's number is wrong.
    fn child_titled(&self, names: &Names, under: NodeId, title: &str, code: &str) -> Option<NodeId> {
        let wanted = fold(title);
        let children = names.children.get(&under)?;
        let same_code = children.iter().any(|&id| self.draft.node(id).code.as_deref() == Some(code));
        if same_code {
            return None;
        }
        children
            .iter()
            .copied()
            .find(|&id| self.draft.node(id).title.as_deref().is_some_and(|known| fold(known) == wanted))
    }

    /// The node of a level and code: below `under`, else below `place`, else anywhere; made where there is none.
    fn named_node(
        &mut self,
        names: &mut Names,
        name: (&str, &str, &str),
        under: Option<NodeId>,
        place: Option<NodeId>,
        line: u32,
    ) -> NodeId {
        let (level, code, title) = name;
        let key = (level.to_owned(), code.to_owned());
        let fits = names.coded.get(&key).map(Vec::as_slice).unwrap_or_default();
        let below =
            |upper: Option<NodeId>| upper.and_then(|upper| fits.iter().copied().find(|&id| self.is_under(id, upper)));
        if let Some(found) = below(under).or_else(|| below(place)).or_else(|| fits.first().copied()) {
            return found;
        }
        let parent = under.or(place);
        let node = self.add_node(Node {
            parent,
            level: Some(level.to_owned()),
            code: Some(code.to_owned()),
            title: Some(title.to_owned()).filter(|title| !title.is_empty()),
            line,
            ..Node::default()
        });
        names.coded.entry(key).or_default().push(node);
        if let Some(parent) = parent {
            names.children.entry(parent).or_default().push(node);
        }
        self.note(NoteCode::NotInBody, &format!("{level} {code}"), Some(node), line);
        node
    }

    pub(super) fn ids(&self) -> impl Iterator<Item = NodeId> + use<> {
        (0..u32::try_from(self.draft.nodes.len()).unwrap_or(u32::MAX)).map(NodeId)
    }

    /// Whether a node hangs somewhere below another, or is it.
    pub(super) fn is_under(&self, node: NodeId, upper: NodeId) -> bool {
        let mut at = Some(node);
        for _ in 0..64 {
            match at {
                Some(id) if id == upper => return true,
                Some(id) => at = self.draft.node(id).parent,
                None => return false,
            }
        }
        false
    }
}

/// The nodes by level and code, and by parent.
struct Names {
    coded: FxHashMap<(String, String), Vec<NodeId>>,
    children: FxHashMap<NodeId, Vec<NodeId>>,
}

impl Names {
    fn of(reader: &Reader<'_>) -> Self {
        let mut names = Self { coded: FxHashMap::default(), children: FxHashMap::default() };
        for id in reader.ids() {
            let node = reader.draft.node(id);
            if let (Some(level), Some(code)) = (&node.level, &node.code) {
                names.coded.entry((level.clone(), code.clone())).or_default().push(id);
            }
            if let Some(parent) = node.parent {
                names.children.entry(parent).or_default().push(id);
            }
        }
        names
    }
}
