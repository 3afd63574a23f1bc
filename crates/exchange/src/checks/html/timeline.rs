// SPDX-License-Identifier: AGPL-3.0-or-later
//! Phases on an axis of months, as a picture with its table behind it.

mod axis;

use super::places::Spot;
use super::{Page, cut};
use crate::page::escaped;
use crate::people;
use ambito_domain::planning::{NodeId, Phase, PhaseState};
use axis::{AXIS_HEIGHT, Axis, CHART_LEFT, CHART_WIDTH, WIDTH};
use std::io::{self, Write};

/// The height of a row of the picture.
const ROW_HEIGHT: i64 = 22;
/// The most rows of the picture; the table has them all.
const ROWS_MAX: usize = 200;
/// The longest label in the picture, in characters.
const LABEL_CHARS_MAX: usize = 46;

/// A row of the picture.
enum Row<'a> {
    /// The node whose phases follow.
    Node(String),
    /// The promise and the outcome of one phase.
    Phases(Vec<&'a Phase>),
}

/// Writes the picture and the table.
pub(super) fn write(out: &mut impl Write, page: &Page<'_>, source: usize) -> io::Result<()> {
    let draft = page.draft(source);
    let dated = draft.phases.iter().filter(|phase| phase.from.is_some() && phase.to.is_some());
    let dates = draft.phases.iter().flat_map(|phase| [phase.from, phase.to]).flatten();
    if let Some(axis) = Axis::of(dates, &draft.period) {
        picture(out, page, source, &axis, &rows(page, source, dated))?;
    }
    let words = page.catalogue.text("page-phases-table", &[("count", draft.phases.len().into())]);
    writeln!(out, "<details class=\"more\"><summary>{}</summary>", escaped(&words))?;
    table(out, page, source)?;
    out.write_all(b"</details>\n")
}

/// Phases under their nodes; the planned and the actual one of the same phase together.
fn rows<'a>(page: &Page<'_>, source: usize, dated: impl Iterator<Item = &'a Phase>) -> Vec<Row<'a>> {
    let mut rows: Vec<Row<'a>> = Vec::new();
    let mut node: Option<Option<NodeId>> = None;
    for phase in dated.take(ROWS_MAX) {
        if node != Some(phase.node) {
            node = Some(phase.node);
            let draft = page.draft(source);
            let name = phase.node.and_then(|id| draft.nodes.get(id.index())).map_or("", people::name);
            if !name.is_empty() {
                rows.push(Row::Node(people::one_line(name)));
            }
        }
        match rows.last_mut() {
            Some(Row::Phases(same)) if same.iter().all(|other| is_same(other, phase)) => same.push(phase),
            _ => rows.push(Row::Phases(vec![phase])),
        }
    }
    rows
}

fn is_same(left: &Phase, right: &Phase) -> bool {
    left.title == right.title
        && left.order == right.order
        && left.objective == right.objective
        && left.state != right.state
}

fn picture(out: &mut impl Write, page: &Page<'_>, source: usize, axis: &Axis, rows: &[Row<'_>]) -> io::Result<()> {
    let catalogue = page.catalogue;
    let height = AXIS_HEIGHT + ROW_HEIGHT * i64::try_from(rows.len()).unwrap_or(0) + 6;
    let title = escaped(&catalogue.text("page-timeline", &[]));
    let count = rows.iter().filter(|row| matches!(row, Row::Phases(_))).count();
    let (from, to) = (people::date(axis.first), people::date(axis.last));
    let description = catalogue
        .text("page-timeline-told", &[("count", count.into()), ("from", (&from).into()), ("to", (&to).into())]);
    writeln!(
        out,
        "<p class=\"key\"><span class=\"planned\"></span> {} <span class=\"actual\"></span> {}</p>\n\
         <div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{title}\">\n\
         <svg class=\"timeline\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" \
         aria-labelledby=\"tl{source}-t tl{source}-d\">\n<title id=\"tl{source}-t\">{title}</title>\
         <desc id=\"tl{source}-d\">{}</desc>",
        escaped(&catalogue.text("phase-planned", &[])),
        escaped(&catalogue.text("phase-actual", &[])),
        escaped(&description),
    )?;
    axis.write(out, height)?;
    for (row, index) in rows.iter().zip(0i64..) {
        let top = AXIS_HEIGHT + index * ROW_HEIGHT;
        match row {
            Row::Node(name) => {
                let name = page.said(&cut(name, 2 * LABEL_CHARS_MAX));
                writeln!(out, "<text class=\"node\" x=\"0\" y=\"{}\">{name}</text>", top + 16)?;
            }
            Row::Phases(phases) => phase_row(out, page, source, axis, top, phases)?,
        }
    }
    out.write_all(b"</svg></div>\n")
}

fn phase_row(
    out: &mut impl Write,
    page: &Page<'_>,
    source: usize,
    axis: &Axis,
    top: i64,
    phases: &[&Phase],
) -> io::Result<()> {
    let Some(first) = phases.first() else { return Ok(()) };
    let label = [first.order.as_deref().unwrap_or_default(), &people::one_line(&first.title)].join(" ");
    let label = label.trim();
    let anchor = Spot { source, line: first.line }.anchor();
    write!(out, "<a href=\"#{anchor}\"><title>{}</title>", page.said(&told(page, label, phases)))?;
    let label = page.said(&cut(label, LABEL_CHARS_MAX));
    write!(out, "<text x=\"{}\" y=\"{}\" text-anchor=\"end\">{label}</text>", CHART_LEFT - 10, top + 15)?;
    let slim = phases.len() > 1;
    for phase in phases {
        let (Some(from), Some(to)) = (phase.from, phase.to) else { continue };
        let is_actual = phase.state == Some(PhaseState::Actual);
        let (class, y, height) = match (slim, is_actual) {
            (false, false) => ("planned", top + 5, 12),
            (false, true) => ("actual", top + 5, 12),
            (true, false) => ("planned", top + 3, 8),
            (true, true) => ("actual", top + 11, 8),
        };
        // An end before the start is drawn all the same, and hatched by its class.
        let (left, right, class) =
            if from <= to { (from, to, class.to_owned()) } else { (to, from, format!("{class} backwards")) };
        let x = axis.x(left);
        let width = (axis.x(right) - x).max(4).min(CHART_LEFT + CHART_WIDTH - x + 4);
        write!(out, "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"2\"/>")?;
    }
    out.write_all(b"</a>\n")
}

/// `1 Avvio: prevista 07/01/2027 – 12/02/2027`
fn told(page: &Page<'_>, label: &str, phases: &[&Phase]) -> String {
    let parts: Vec<String> = phases
        .iter()
        .map(|phase| {
            let state = phase.state.map_or_else(String::new, |state| people::phase_state(state, page.catalogue));
            let dates = [phase.from, phase.to].map(|date| date.map_or_else(|| "?".to_owned(), people::date));
            format!("{state} {}", dates.join(" – ")).trim().to_owned()
        })
        .collect();
    format!("{label}: {}", parts.join("; "))
}

fn table(out: &mut impl Write, page: &Page<'_>, source: usize) -> io::Result<()> {
    let catalogue = page.catalogue;
    let headings = [
        catalogue.text("column-phase", &[]),
        catalogue.text("column-state", &[]),
        catalogue.text("column-from", &[]),
        catalogue.text("column-to", &[]),
    ];
    write!(
        out,
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{}\"><table><thead><tr>",
        escaped(&catalogue.text("page-timeline", &[]))
    )?;
    for heading in headings {
        write!(out, "<th scope=\"col\">{}</th>", escaped(&heading))?;
    }
    out.write_all(b"</tr></thead>\n<tbody>\n")?;
    for phase in &page.draft(source).phases {
        let title = [phase.order.as_deref().unwrap_or_default(), &people::one_line(&phase.title)].join(" ");
        let state = phase.state.map_or_else(String::new, |state| people::phase_state(state, catalogue));
        writeln!(
            out,
            "<tr><th scope=\"row\">{} <span class=\"line\">{}</span></th><td>{}</td><td>{}</td><td>{}</td></tr>",
            page.said(title.trim()),
            page.line_link(Spot { source, line: phase.line }),
            escaped(&state),
            phase.from.map_or_else(String::new, people::date),
            phase.to.map_or_else(String::new, people::date),
        )?;
    }
    out.write_all(b"</tbody></table></div>\n")
}
