// SPDX-License-Identifier: AGPL-3.0-or-later
//! The money of the tree as bars in a table: the longest bar is the largest amount.

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
    write!(
        out,
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{0}\">\n<table class=\"money\"><thead><tr>\
         <th scope=\"col\">{1}</th><td></td><th scope=\"col\" class=\"r\">{2}</th>",
        escaped(&catalogue.text("page-money", &[])),
        escaped(&catalogue.text("column-node", &[])),
        escaped(&if with_revenue {
            catalogue.text("column-expense", &[])
        } else {
            catalogue.text("column-amount", &[])
        }),
    )?;
    if with_revenue {
        write!(out, "<th scope=\"col\" class=\"r\">{}</th>", escaped(&catalogue.text("column-revenue", &[])))?;
    }
    out.write_all(b"</tr></thead>\n<tbody>\n")?;
    let shown = |amount: Option<Cents>| amount.map_or_else(String::new, |it| people::money(it, catalogue.language()));
    for (id, depth) in rows {
        let Some(node) = page.draft(source).nodes.get(id.index()) else { continue };
        let money = outline.money[id.index()];
        let width = per_mille(money.amount.map_or(0, Cents::cents), longest.unwrap_or(0));
        write!(
            out,
            "<tr><th scope=\"row\" style=\"--d:{}\">{} {}</th><td class=\"bars\">{}</td><td class=\"r\">{}</td>",
            depth.min(&8),
            tree::short_label(page, node),
            line_sign(page, Spot { source, line: node.line }),
            bar(if *depth == 0 { "whole" } else { "part-of" }, width),
            shown(money.amount),
        )?;
        if with_revenue {
            write!(out, "<td class=\"r\">{}</td>", shown(money.revenue))?;
        }
        out.write_all(b"</tr>\n")?;
    }
    out.write_all(b"</tbody></table></div>\n")
}

/// A small link to the line.
fn line_sign(page: &Page<'_>, spot: Spot) -> String {
    format!("<span class=\"line\">{}</span>", page.line_link(spot))
}
