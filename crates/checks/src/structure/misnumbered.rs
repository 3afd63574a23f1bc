// SPDX-License-Identifier: AGPL-3.0-or-later
//! Sheets that lists give another number than they have, and sheets that share a number with another thing.
//!
//! One number typed wrongly shows in many places; here they are brought together, so that it is told once.

use super::duplicate_code::strangers;
use super::numbers::{copies, own_title};
use crate::Subject;
use ambito_base::fold;
use ambito_domain::planning::{LineNo, Node, NodeId, NoteCode};
use rustc_hash::{FxHashMap, FxHashSet};

/// A place where a list gives a sheet another number.
pub(super) struct Misnumbered<'a> {
    /// The sheet.
    pub sheet: NodeId,
    /// The number in the list.
    pub written: &'a str,
    /// The line of the list.
    pub line: LineNo,
    /// The node that the reading made of the entry, where it made one.
    pub entry: Option<NodeId>,
}

/// The places where lists number sheets otherwise than the sheets do.
pub(super) fn misnumbered<'a>(subject: &Subject<'a>) -> Vec<Misnumbered<'a>> {
    let notes = &subject.draft.notes;
    let mut found: Vec<Misnumbered<'a>> = Vec::new();
    for note in notes.iter().filter(|note| note.code == NoteCode::IndexNumberDiffers) {
        if let (Some(sheet), Some((written, _))) = (note.node, note.subject.split_once(' ')) {
            found.push(Misnumbered { sheet, written, line: note.line, entry: None });
        }
    }
    let lost: Vec<NodeId> =
        notes.iter().filter(|note| note.code == NoteCode::NotInBody).filter_map(|note| note.node).collect();
    let mut wanted: FxHashMap<(&str, String), NodeId> = FxHashMap::default();
    for id in lost {
        if let Some(key) = key(subject.node(id)) {
            wanted.insert(key, id);
        }
    }
    if !wanted.is_empty() {
        for (sheet, node) in subject.nodes().filter(|(_, node)| own_title(node).is_some()) {
            let Some(&entry) = key(node).and_then(|key| wanted.get(&key)) else { continue };
            let other = subject.node(entry);
            let written = other.code.as_deref().unwrap_or("");
            found.extend(other.index.iter().map(|listed| Misnumbered {
                sheet,
                written,
                line: listed.line,
                entry: Some(entry),
            }));
            found.extend(other.summary.map(|row| Misnumbered { sheet, written, line: row.line, entry: Some(entry) }));
        }
    }
    found.sort_by_key(|place| (place.sheet, place.line));
    found.dedup_by_key(|place| (place.sheet, place.line));
    found
}

fn key(node: &Node) -> Option<(&str, String)> {
    node.code.as_ref()?;
    Some((node.level.as_deref()?, fold(node.title.as_deref()?)))
}

/// The nodes whose number is that of another thing too.
pub(super) fn doubled(subject: &Subject<'_>) -> FxHashSet<NodeId> {
    copies(subject).iter().filter_map(|group| strangers(subject, group)).flatten().collect()
}
