// SPDX-License-Identifier: AGPL-3.0-or-later
//! The tree: levels, codes, titles, money, and how many records hang from each node.

use super::Page;
use super::grid::{Align, Grid};
use crate::nodes::{Counts, Own, in_order};
use crate::people;
use ambito_domain::planning::Node;
use ambito_i18n::Catalogue;
use std::io::{self, Write};

/// The deepest indent; nodes below it stand at the same place.
const DEPTH_MAX: usize = 12;

pub(super) fn write<W: Write>(page: &mut Page<'_, W>) -> io::Result<()> {
    let draft = page.draft();
    if draft.nodes.is_empty() {
        return Ok(());
    }
    let catalogue = page.catalogue;
    let mut grid = Grid::new([
        (catalogue.text("column-line", &[]), Align::Right),
        (catalogue.text("column-node", &[]), Align::Main),
        (catalogue.text("column-amount", &[]), Align::Right),
        (catalogue.text("column-holds", &[]), Align::Grow),
    ]);
    let counts = Counts::of(draft);
    let mut is_sum = false;
    for (id, depth) in in_order(draft) {
        let Some(node) = draft.nodes.get(id.index()) else { continue };
        let own = counts.of_node(id);
        let printed = node.summary.and_then(|summary| summary.amount);
        let amount = printed.or_else(|| own.sum());
        is_sum |= printed.is_none() && amount.is_some();
        grid.row(vec![
            page.line(node.line),
            format!("{:depth$}{}", "", label(node, page), depth = 2 * depth.min(DEPTH_MAX)),
            amount.map_or_else(String::new, |amount| people::money(amount, catalogue.language())),
            holds(node, &own, catalogue),
        ]);
    }
    let title = catalogue.text("section-nodes", &[("count", draft.nodes.len().into())]);
    page.section(&title, grid)?;
    if is_sum {
        let note = catalogue.text("tree-amount-note", &[]);
        page.text(&note, 3)?;
    }
    Ok(())
}

/// `progetto 2027_PD_1101  Sportello sociale`, and what is odd about the node.
fn label<W: Write>(node: &Node, page: &Page<'_, W>) -> String {
    let mut words: Vec<&str> = Vec::new();
    words.extend(node.level.as_deref());
    words.extend(node.code.as_deref());
    let mut label = words.join(" ");
    let title = match (&node.title, &node.inferred_title) {
        (Some(title), _) => people::one_line(title),
        (None, Some(inferred)) => page.catalogue.text("node-inferred", &[("title", inferred.into())]),
        (None, None) => String::new(),
    };
    if !label.is_empty() && !title.is_empty() {
        label.push_str("  ");
    }
    label.push_str(&title);
    if let Some(kind) = &node.kind {
        label = format!("{label} ({kind})");
    }
    if !node.in_body {
        label = format!("{label} [{}]", page.catalogue.text("node-not-in-body", &[]));
    }
    if !node.also_under.is_empty() {
        let also_under = node.also_under.iter().filter_map(|id| page.draft().nodes.get(id.index()));
        let parents: Vec<&str> = also_under.map(|node| node.code.as_deref().unwrap_or(people::name(node))).collect();
        label =
            format!("{label} [{}]", page.catalogue.text("node-also-under", &[("nodes", (&parents.join("; ")).into())]));
    }
    label
}

/// `8 indicatori, 3 fasi`: what hangs from the node itself.
fn holds(node: &Node, own: &Own, catalogue: &Catalogue) -> String {
    let Own { indicators, phases, budget, people, allocations, resources, .. } = *own;
    let counts = [
        ("holds-fields", node.fields.len()),
        ("holds-indicators", indicators),
        ("holds-phases", phases),
        ("holds-budget", budget),
        ("holds-people", people),
        ("holds-allocations", allocations),
        ("holds-resources", resources),
    ];
    let held = counts.into_iter().filter(|&(_, count)| count > 0);
    held.map(|(key, count)| catalogue.text(key, &[("count", count.into())])).collect::<Vec<_>>().join(", ")
}
