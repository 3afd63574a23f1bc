// SPDX-License-Identifier: AGPL-3.0-or-later
//! Entries of an index without a number whose title is so different that the reading took them for another thing.

use super::numbers::own_title;
use crate::Subject;
use ambito_base::fold;
use ambito_domain::planning::{NodeId, NoteCode};
use rustc_hash::FxHashSet;

/// More entries without a sheet are another index, not titles that changed.
const ENTRIES_MAX: usize = 40;
/// So much of the words of two titles, in percent, must be the same.
const SAME_PERCENT_MIN: usize = 60;

/// Nodes that only the index has, each with the sheet that nothing in the index names and whose title is nearest.
pub(super) fn renamed(subject: &Subject<'_>) -> Vec<(NodeId, NodeId)> {
    let notes = subject.draft.notes.iter().filter(|note| note.code == NoteCode::NotInBody);
    let mut lost: Vec<NodeId> = notes.filter_map(|note| note.node).collect();
    lost.retain(|id| subject.node(*id).code.is_none());
    if lost.is_empty() || lost.len() > ENTRIES_MAX {
        return Vec::new();
    }
    let words = |title: &str| fold(title).split(' ').map(str::to_owned).collect::<FxHashSet<String>>();
    let mut free: Vec<(NodeId, FxHashSet<String>)> = subject
        .nodes()
        .filter(|(_, node)| node.code.is_none() && node.index.is_empty() && node.summary.is_none())
        .filter_map(|(id, node)| Some((id, words(own_title(node)?))))
        .collect();
    let mut found = Vec::new();
    for id in lost {
        let node = subject.node(id);
        let title = words(node.title.as_deref().unwrap_or(""));
        let near = free.iter().position(|(other, words)| {
            let common = title.intersection(words).count();
            subject.node(*other).level == node.level && common * 100 >= title.len().max(words.len()) * SAME_PERCENT_MIN
        });
        if let Some(at) = near {
            found.push((id, free.swap_remove(at).0));
        }
    }
    found
}
