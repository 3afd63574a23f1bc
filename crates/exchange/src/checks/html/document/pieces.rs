// SPDX-License-Identifier: AGPL-3.0-or-later
//! The text of a line or a cell in pieces: marked places, hidden names, the source's own markup left out.

use super::super::names;
use super::super::places::Spot;
use super::super::{Hidden, Page};
use crate::checks::quoted::Quoted;
use crate::page::escaped;
use ambito_documents::blocks::{Line, Span};
use std::ops::Range;

/// Markup of sources that is shown as nothing.
const MARKUP: [&str; 14] = [
    "**",
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<u>",
    "</u>",
    "<em>",
    "</em>",
    "<strong>",
    "</strong>",
    "<br>",
    "<br/>",
    "<p>",
];

/// A marked place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Marked {
    /// Bytes in the text of the blocks.
    pub range: Range<usize>,
    /// The class: a severity, or that it was accepted.
    pub class: &'static str,
    /// What is to be said of it.
    pub label: String,
}

/// The marked places on a line, the gravest first.
pub(super) fn marks(page: &Page<'_>, spot: Spot, line: &Line) -> Vec<Marked> {
    let found = page.on_line.get(&spot).map_or(&[][..], Vec::as_slice);
    let blocks = &page.sources[spot.source].blocks;
    let quoted = Quoted::of(blocks, spot.line);
    let mut marks: Vec<Marked> = Vec::new();
    let mut found: Vec<usize> = found.to_vec();
    found.sort_by_key(|index| {
        let finding = &page.findings[*index];
        (finding.accepted.is_some(), std::cmp::Reverse(finding.severity))
    });
    for index in found {
        let finding = &page.findings[index];
        let class = super::super::severity::class(finding);
        let mut add = |column: usize, end_column: usize, label: &str| {
            if let Some(range) = quoted.bytes(column, end_column) {
                let label = page.hider.hidden(label, page.catalogue);
                marks.push(Marked { range, class, label });
            }
        };
        for mark in &finding.marks {
            add(mark.column, mark.end_column, &mark.label);
        }
        // A whole line needs no mark: its note says where it is.
        let whole = blocks.str(line.span).trim().chars().count();
        if let Some(span) = finding.span.filter(|span| {
            finding.marks.is_empty()
                && span.end_line == span.line
                && span.end_column - span.column.min(span.end_column) < whole
        }) {
            add(span.column, span.end_column, "");
        }
    }
    marks
}

/// A stretch of the text, for the page.
pub(super) fn html(page: &Page<'_>, spot: Spot, span: Span, marks: &[Marked]) -> String {
    let range = span.range();
    let text = page.sources[spot.source].blocks.str(span);
    let all = &page.hidden[spot.source];
    let first = all.partition_point(|hidden| hidden.range.end <= range.start);
    let hidden: Vec<&Hidden> = all[first..].iter().take_while(|hidden| hidden.range.start < range.end).collect();
    let markup = markup(text, range.start);
    let marks: Vec<&Marked> =
        marks.iter().filter(|mark| mark.range.start < range.end && mark.range.end > range.start).collect();
    if hidden.is_empty() && markup.is_empty() && marks.is_empty() {
        return escaped(text);
    }
    let mut edges: Vec<usize> = vec![range.start, range.end];
    let ranges = hidden.iter().map(|it| &it.range).chain(markup.iter()).chain(marks.iter().map(|mark| &mark.range));
    edges.extend(ranges.flat_map(|it| [it.start, it.end]).filter(|edge| range.contains(edge)));
    edges.sort_unstable();
    edges.dedup();
    let mut out = String::with_capacity(text.len() + 64);
    let mut open: Option<&Marked> = None;
    let mut named: Option<usize> = None;
    for pair in edges.windows(2) {
        let [from, to] = *pair else { continue };
        if markup.iter().any(|it| it.contains(&from)) {
            continue;
        }
        let mark = marks.iter().copied().find(|mark| mark.range.contains(&from));
        if mark != open {
            out.push_str(if open.is_some() { "</mark>" } else { "" });
            out.push_str(&mark.map_or_else(String::new, opened));
            open = mark;
        }
        match hidden.iter().find(|it| it.range.contains(&from)) {
            // A name that a mark divides is said once.
            Some(hidden) if named == Some(hidden.range.start) => {}
            Some(hidden) => {
                named = Some(hidden.range.start);
                out.push_str(&escaped(&names::label(hidden.person, page.catalogue)));
            }
            None => out.push_str(&escaped(text.get(from - range.start..to - range.start).unwrap_or_default())),
        }
    }
    out.push_str(if open.is_some() { "</mark>" } else { "" });
    out
}

/// A text without the source's own markup.
pub(in super::super) fn without_markup(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for range in markup(text, 0) {
        out.push_str(text.get(from..range.start).unwrap_or_default());
        from = range.end;
    }
    out.push_str(text.get(from..).unwrap_or_default());
    out
}

fn opened(mark: &Marked) -> String {
    let title = if mark.label.is_empty() { String::new() } else { format!(" title=\"{}\"", escaped(&mark.label)) };
    format!("<mark class=\"{}\"{title}>", mark.class)
}

/// The markup in a text that begins at a byte of the blocks.
fn markup(text: &str, start: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    if !text.contains(['*', '<']) {
        return found;
    }
    let mut at = 0;
    while let Some(next) = text.get(at..).and_then(|rest| rest.find(['*', '<'])) {
        at += next;
        let rest = text.get(at..).unwrap_or_default();
        let length = MARKUP.iter().find(|mark| rest.starts_with(*mark)).map(|mark| mark.len());
        if let Some(length) = length {
            found.push(start + at..start + at + length);
        }
        at += length.unwrap_or(1);
    }
    found
}
