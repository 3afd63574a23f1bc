// SPDX-License-Identifier: AGPL-3.0-or-later
//! The money of the tree as bars in a table: the longest bar is the largest amount. Roles are written out because the
//! narrow form lays the rows out as blocks.

use super::bars::{bar, per_mille};
use super::places::Spot;
use super::{Page, tree};
use crate::page::escaped;
use crate::people;
use ambito_base::Cents;
use ambito_domain::planning::NodeId;
use std::io::{self, Write};

/// How many nodes are shown at once; the rest of the tree is folded.
const ROWS_MAX: usize = 40;

/// Writes the table of the upper levels, and the whole one behind it where it is long.
pub(super) fn write(out: &mut impl Write, page: &Page<'_>, source: usize) -> io::Result<()> {
    let outline = &page.outlines[source];
    let with_money: Vec<(NodeId, usize)> =
        outline.order.iter().copied().filter(|(id, _)| outline.money[id.index()].amount.is_some()).collect();
    let deepest = with_money.iter().map(|(_, depth)| *depth).max().unwrap_or(0);
    let fits = |depth: &usize| with_money.iter().filter(|(_, other)| other <= depth).count() <= ROWS_MAX;
    let shown = (0..=deepest).rev().find(fits).unwrap_or(0);
    let upper: Vec<(NodeId, usize)> = with_money.iter().copied().filter(|(_, depth)| *depth <= shown).collect();
    table(out, page, source, &upper)?;
    if upper.len() < with_money.len() {
        let words = page.catalogue.text("page-money-all", &[("count", with_money.len().into())]);
        writeln!(out, "<details class=\"more\"><summary>{}</summary>", escaped(&words))?;
        table(out, page, source, &with_money)?;
        out.write_all(b"</details>\n")?;
    }
    Ok(())
}

fn table(out: &mut impl Write, page: &Page<'_>, source: usize, rows: &[(NodeId, usize)]) -> io::Result<()> {
    let catalogue = page.catalogue;
    let outline = &page.outlines[source];
    let longest = rows.iter().filter_map(|(id, _)| outline.money[id.index()].amount).map(Cents::cents).max();
    let with_revenue = rows.iter().any(|(id, _)| outline.money[id.index()].revenue.is_some());
    let spent = if with_revenue { "column-expense" } else { "column-amount" };
    let (spent, revenue) = (escaped(&catalogue.text(spent, &[])), escaped(&catalogue.text("column-revenue", &[])));
    write!(
        out,
        "<table class=\"money\" role=\"table\"><thead role=\"rowgroup\"><tr role=\"row\">\
         <th role=\"columnheader\" scope=\"col\">{}</th><td role=\"cell\"></td>\
         <th role=\"columnheader\" scope=\"col\" class=\"r\">{spent}</th>",
        escaped(&catalogue.text("column-node", &[])),
    )?;
    if with_revenue {
        write!(out, "<th role=\"columnheader\" scope=\"col\" class=\"r\">{revenue}</th>")?;
    }
    out.write_all(b"</tr></thead>\n<tbody role=\"rowgroup\">\n")?;
    let shown = |amount: Option<Cents>| amount.map_or_else(String::new, |it| people::money(it, catalogue.language()));
    for (id, depth) in rows {
        let Some(node) = page.draft(source).nodes.get(id.index()) else { continue };
        let money = outline.money[id.index()];
        let width = per_mille(money.amount.map_or(0, Cents::cents), longest.unwrap_or(0));
        write!(
            out,
            "<tr role=\"row\"><th role=\"rowheader\" scope=\"row\" style=\"--d:{}\">{} {}</th>\
             <td role=\"cell\" class=\"bars\">{}</td><td role=\"cell\" class=\"r\" data-label=\"{spent}\">{}</td>",
            depth.min(&8),
            tree::short_label(page, node),
            line_sign(page, Spot { source, line: node.line }),
            bar(if *depth == 0 { "whole" } else { "part-of" }, width),
            shown(money.amount),
        )?;
        if with_revenue {
            write!(out, "<td role=\"cell\" class=\"r in\" data-label=\"{revenue}\">{}</td>", shown(money.revenue))?;
        }
        out.write_all(b"</tr>\n")?;
    }
    out.write_all(b"</tbody></table>\n")
}

/// A small link to the line.
fn line_sign(page: &Page<'_>, spot: Spot) -> String {
    format!("<span class=\"line\">{}</span>", page.line_link_here(spot))
}
