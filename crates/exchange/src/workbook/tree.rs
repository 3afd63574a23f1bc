// SPDX-License-Identifier: AGPL-3.0-or-later
//! The tree, the answers of the sheets, the notes and the lines that were not understood.

use super::kind::Kind;
use super::sheet::Cell;
use super::{Book, Record, WorkbookError};
use crate::{Reading, notes, people};
use ambito_domain::planning::{Field, IndexEntry, Node, NodeId, PlanDraft};
use ambito_i18n::Catalogue;

/// The deepest indent that the file format has.
const INDENT_MAX: u8 = 15;

pub(super) fn add(book: &mut Book<'_>, reading: &Reading) -> Result<(), WorkbookError> {
    let draft = Record::draft(reading);
    let catalogue = book.catalogue;
    for (index, node) in draft.nodes.iter().enumerate() {
        let depth = depth(node, draft);
        let id = NodeId(u32::try_from(index).unwrap_or(u32::MAX));
        book.row(Kind::Tree, Record::new(reading, node.line, Some(id)), node_cells(node, depth, draft, catalogue))?;
    }
    for (index, node) in draft.nodes.iter().enumerate() {
        let id = NodeId(u32::try_from(index).unwrap_or(u32::MAX));
        for Field { label, value, line } in &node.fields {
            let cells = [Cell::from(label), Cell::from(value)];
            book.row(Kind::Fields, Record::new(reading, *line, Some(id)), cells)?;
        }
    }
    for note in &draft.notes {
        let cells = [Cell::from(notes::message(note, catalogue)), Cell::from(note.code.word())];
        book.row(Kind::Notes, Record::new(reading, note.line, note.node), cells)?;
    }
    for unread in &draft.unread {
        book.row(Kind::Unread, Record::new(reading, unread.line, None), [Cell::from(&unread.text)])?;
    }
    Ok(())
}

fn node_cells<'a>(node: &'a Node, depth: u8, draft: &'a PlanDraft, catalogue: &Catalogue) -> [Cell<'a>; 10] {
    let Node {
        parent: _,
        also_under,
        level,
        code: _,
        title,
        inferred_title,
        kind,
        text,
        fields: _,
        in_body,
        summary,
        owner,
        index,
        line: _,
    } = node;
    let title = match (title, inferred_title) {
        (Some(title), _) => Cell::Indented(title, depth),
        (None, Some(inferred)) => Cell::from(catalogue.text("node-inferred", &[("title", inferred.into())])),
        (None, None) => Cell::Empty,
    };
    let also_under: Vec<String> = also_under.iter().map(|id| people::path(draft, Some(*id))).collect();
    let index: Vec<String> = index
        .iter()
        .map(|IndexEntry { title, reference, line: _ }| match reference {
            Some(reference) => format!("{title} ({reference})"),
            None => title.clone(),
        })
        .collect();
    [
        Cell::of(level.as_ref()),
        title,
        Cell::of(kind.as_ref()),
        Cell::of(owner.as_ref()),
        Cell::of(summary.and_then(|summary| summary.amount)),
        Cell::of(summary.and_then(|summary| summary.share)),
        Cell::from(if *in_body { catalogue.text("word-yes", &[]) } else { catalogue.text("word-no", &[]) }),
        not_empty(also_under.join("; ")),
        not_empty(index.join("; ")),
        not_empty(text.clone()),
    ]
}

/// How far down the tree a node stands, as far as cells can be indented.
fn depth(node: &Node, draft: &PlanDraft) -> u8 {
    let mut depth = 0;
    let mut above = node.parent;
    while let Some(parent) = above.and_then(|id| draft.nodes.get(id.index())).filter(|_| depth < INDENT_MAX) {
        depth += 1;
        above = parent.parent;
    }
    depth
}

/// A cell that is empty where the text is.
pub(super) fn not_empty(text: String) -> Cell<'static> {
    if text.is_empty() { Cell::Empty } else { Cell::from(text) }
}
