// SPDX-License-Identifier: AGPL-3.0-or-later
//! Phases on an axis of months: a table whose middle column is a picture, so that the dates are read beside the bars.
//!
//! Roles are written out because the narrow form lays the rows out as blocks, which would take the table's meaning
//! from those who listen to it.

mod axis;

use super::Page;
use super::places::Spot;
use crate::page::escaped;
use crate::people;
use ambito_domain::planning::{NodeId, Phase, PhaseState};
use axis::Axis;
use std::io::{self, Write};

/// Writes the table.
pub(super) fn write(out: &mut impl Write, page: &Page<'_>, source: usize) -> io::Result<()> {
    let catalogue = page.catalogue;
    let draft = page.draft(source);
    let dates = draft.phases.iter().flat_map(|phase| [phase.from, phase.to]).flatten();
    let axis = Axis::of(dates, &draft.period);
    let rows = rows(&draft.phases);
    key(out, page, &draft.phases)?;
    let told = axis.as_ref().map_or_else(String::new, |axis| {
        let (from, to) = (people::date(axis.first), people::date(axis.last));
        let count = rows.len().into();
        catalogue.text("page-timeline-told", &[("count", count), ("from", (&from).into()), ("to", (&to).into())])
    });
    writeln!(out, "<table class=\"timeline\" role=\"table\"><caption>{}</caption>", escaped(&told))?;
    write!(
        out,
        "<thead role=\"rowgroup\"><tr role=\"row\"><th role=\"columnheader\" scope=\"col\">{}</th>\
         <td role=\"cell\" class=\"axis\">",
        escaped(&catalogue.text("column-phase", &[])),
    )?;
    if let Some(axis) = &axis {
        axis.labels(out)?;
    }
    writeln!(
        out,
        "</td><th role=\"columnheader\" scope=\"col\">{}</th></tr></thead>\n<tbody role=\"rowgroup\">",
        escaped(&catalogue.text("column-when", &[])),
    )?;
    let mut node: Option<Option<NodeId>> = None;
    for phases in &rows {
        let of = phases.first().and_then(|phase| phase.node);
        if node != Some(of) {
            node = Some(of);
            let name = of.and_then(|id| draft.nodes.get(id.index())).map_or("", people::name);
            if !name.is_empty() {
                let name = page.said(&people::one_line(name));
                writeln!(out, "<tr role=\"row\" class=\"of\"><th role=\"rowheader\" colspan=\"3\">{name}</th></tr>")?;
            }
        }
        row(out, page, source, axis.as_ref(), phases)?;
    }
    out.write_all(b"</tbody></table>\n")
}

/// Each phase with its promise and its outcome.
fn rows(phases: &[Phase]) -> Vec<Vec<&Phase>> {
    let mut rows: Vec<Vec<&Phase>> = Vec::new();
    for phase in phases {
        match rows.last_mut() {
            Some(same) if same.iter().all(|other| is_same(other, phase)) => same.push(phase),
            _ => rows.push(vec![phase]),
        }
    }
    rows
}

fn is_same(left: &Phase, right: &Phase) -> bool {
    left.node == right.node
        && left.title == right.title
        && left.order == right.order
        && left.objective == right.objective
        && left.state != right.state
}

/// What the two kinds of bars are, where there are both.
fn key(out: &mut impl Write, page: &Page<'_>, phases: &[Phase]) -> io::Result<()> {
    let actual = phases.iter().filter(|phase| phase.state == Some(PhaseState::Actual)).count();
    if actual == 0 || actual == phases.len() {
        return Ok(());
    }
    writeln!(
        out,
        "<p class=\"key\"><span class=\"planned\"></span> {} <span class=\"actual\"></span> {}</p>",
        escaped(&page.catalogue.text("phase-planned", &[])),
        escaped(&page.catalogue.text("phase-actual", &[])),
    )
}

fn row(out: &mut impl Write, page: &Page<'_>, source: usize, axis: Option<&Axis>, phases: &[&Phase]) -> io::Result<()> {
    let Some(first) = phases.first() else { return Ok(()) };
    let label = [first.order.as_deref().unwrap_or_default(), &people::one_line(&first.title)].join(" ");
    write!(
        out,
        "<tr role=\"row\"><th role=\"rowheader\" scope=\"row\">{} <span class=\"line\">{}</span></th>\
         <td role=\"cell\" class=\"chart\">",
        page.said(label.trim()),
        page.line_link_here(Spot { source, line: first.line }),
    )?;
    if let Some(axis) = axis {
        let height = axis::ROW_HEIGHT;
        write!(out, "<svg viewBox=\"0 0 1000 {height}\" preserveAspectRatio=\"none\" aria-hidden=\"true\">")?;
        axis.grid(out)?;
        for phase in phases {
            bar(out, axis, phase, phases.len() > 1)?;
        }
        out.write_all(b"</svg>")?;
    }
    let told: Vec<String> = phases.iter().map(|phase| escaped(&told(page, phase, phases.len() > 1))).collect();
    writeln!(out, "</td><td role=\"cell\" class=\"dates\">{}</td></tr>", told.join("<br>"))
}

/// The bar of a phase that has both dates; an end before the start is drawn all the same, and dashed.
fn bar(out: &mut impl Write, axis: &Axis, phase: &Phase, is_slim: bool) -> io::Result<()> {
    let (Some(from), Some(to)) = (phase.from, phase.to) else { return Ok(()) };
    let is_actual = phase.state == Some(PhaseState::Actual);
    let class = if is_actual { "actual" } else { "planned" };
    let (top, height) = match (is_slim, is_actual) {
        (false, _) => (6, 12),
        (true, false) => (3, 8),
        (true, true) => (13, 8),
    };
    let (left, right, backwards) = if from <= to { (from, to, "") } else { (to, from, " backwards") };
    let x = axis.x(left);
    let width = (axis.x(right) - x).max(4).min(1000 - x);
    write!(out, "<rect class=\"{class}{backwards}\" x=\"{x}\" y=\"{top}\" width=\"{width}\" height=\"{height}\"/>")
}

/// `07/01/2027 – 12/02/2027`, with the state where a row has both.
fn told(page: &Page<'_>, phase: &Phase, with_state: bool) -> String {
    let dates = match (phase.from, phase.to) {
        (None, None) => return String::new(),
        dates => [dates.0, dates.1].map(|date| date.map_or_else(|| "?".to_owned(), people::date)).join(" – "),
    };
    match phase.state.filter(|state| with_state || *state == PhaseState::Actual) {
        Some(state) => format!("{} {dates}", people::phase_state(state, page.catalogue)),
        None => dates,
    }
}
