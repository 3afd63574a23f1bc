// SPDX-License-Identifier: AGPL-3.0-or-later
//! The plan's tree: levels, titles, money, and the findings at each node and below.

use super::places::Spot;
use super::{Page, cut, severity};
use crate::page::escaped;
use crate::people;
use ambito_domain::planning::{Node, NodeId};
use std::io::{self, Write};

/// Up to how many nodes a tree is open from the start.
const NODES_OPEN_MAX: usize = 40;
/// To what depth nodes with errors or warnings are open in a larger tree.
const DEPTH_OPEN_MAX: usize = 3;

/// The longest title in a table, in characters.
const TITLE_CHARS_MAX: usize = 100;

/// Writes the tree.
pub(super) fn write(out: &mut impl Write, page: &Page<'_>, source: usize) -> io::Result<()> {
    let outline = &page.outlines[source];
    let draft = page.draft(source);
    let hint = if outline.has_money {
        page.catalogue.text("page-tree-money", &[])
    } else {
        page.catalogue.text("page-tree-plain", &[])
    };
    writeln!(out, "<p class=\"quiet\">{}</p>", escaped(&hint))?;
    if outline.outside.sum() > 0 {
        let words = escaped(&page.catalogue.text("page-tree-outside", &[]));
        writeln!(out, "<p>{words}{}</p>", severity::badges(page, outline.outside))?;
    }
    out.write_all(b"<ul class=\"tree\">\n")?;
    let mut open = 0usize;
    for (id, depth) in &outline.order {
        while open > *depth {
            out.write_all(b"</ul></details></li>\n")?;
            open -= 1;
        }
        let Some(node) = draft.nodes.get(id.index()) else { continue };
        let row = row(page, source, *id, node);
        if outline.children.get(id.index()).is_none_or(Vec::is_empty) {
            writeln!(out, "<li>{row}</li>")?;
            continue;
        }
        let tally = outline.tallies[id.index()];
        let grave = tally.errors + tally.warnings > 0 && *depth < DEPTH_OPEN_MAX;
        let attribute = if *depth == 0 || grave || draft.nodes.len() <= NODES_OPEN_MAX { " open" } else { "" };
        writeln!(out, "<li><details{attribute}><summary>{row}</summary><ul>")?;
        open += 1;
    }
    for _ in 0..open {
        out.write_all(b"</ul></details></li>\n")?;
    }
    out.write_all(b"</ul>\n")
}

fn row(page: &Page<'_>, source: usize, id: NodeId, node: &Node) -> String {
    let outline = &page.outlines[source];
    let badges = severity::badges(page, outline.tallies[id.index()]);
    let amount = outline.money[id.index()].amount;
    let amount = amount.map_or_else(String::new, |amount| people::money(amount, page.catalogue.language()));
    let amount = if outline.has_money { format!("<span class=\"amount\">{amount}</span>") } else { String::new() };
    let link = page.line_link_here(Spot { source, line: node.line });
    format!(
        "<span class=\"node\"><span class=\"what\">{}{badges}</span>{amount}<span class=\"line\">{link}</span></span>",
        label(page, node, usize::MAX)
    )
}

/// The same label with a long title cut, for tables: the tree has the whole one.
pub(super) fn short_label(page: &Page<'_>, node: &Node) -> String {
    label(page, node, TITLE_CHARS_MAX)
}

/// `progetto 2027_PD_1101 Sportello sociale`, and what is odd about the node.
fn label(page: &Page<'_>, node: &Node, chars_max: usize) -> String {
    let catalogue = page.catalogue;
    let words: Vec<&str> = [&node.level, &node.code].into_iter().flatten().map(String::as_str).collect();
    let level = if words.is_empty() {
        String::new()
    } else {
        format!("<span class=\"level\">{}</span> ", page.said(&words.join(" ")))
    };
    let title = match (&node.title, &node.inferred_title) {
        (Some(title), _) => people::one_line(title),
        (None, Some(inferred)) => catalogue.text("node-inferred", &[("title", inferred.into())]),
        (None, None) => String::new(),
    };
    let only_index = if node.in_body {
        String::new()
    } else {
        format!(" <span class=\"level\">({})</span>", escaped(&catalogue.text("node-not-in-body", &[])))
    };
    format!("{level}{}{only_index}", page.said(&cut(&title, chars_max)))
}
