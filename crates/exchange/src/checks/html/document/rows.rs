// SPDX-License-Identifier: AGPL-3.0-or-later
//! Rows of a table: cells as cells, findings in a last column that stays in view, or in a row below.

use super::super::places::Spot;
use super::super::{Page, names};
use super::form::{Form, Roles};
use super::{Numbered, notes, pieces};
use crate::page::escaped;
use ambito_documents::blocks::{LineKind, Span};
use std::io::{self, Write};

/// From how many characters on a cell wants room.
pub(super) const WIDE_CHARS_MIN: usize = 28;

/// From how many characters on it wants more.
const LONG_CHARS_MIN: usize = 100;
/// A row, with the lines that were joined to it.
pub(super) struct Row<'a> {
    first: Numbered<'a>,
    last: Spot,
    pub cells: &'a [Span],
    found: Vec<usize>,
}

/// Writes consecutive rows as one table.
pub(super) fn write(out: &mut impl Write, page: &Page<'_>, run: &[Numbered<'_>]) -> io::Result<()> {
    let rows = rows(page, run);
    let Some(first) = rows.first() else { return Ok(()) };
    let blocks = &page.sources[first.first.spot.source].blocks;
    let filled = |span: &Span| !blocks.str(*span).trim().is_empty();
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    // Columns that are empty all along only take room.
    let shown: Vec<usize> =
        (0..width).filter(|column| rows.iter().any(|row| row.cells.get(*column).is_some_and(filled))).collect();
    let form = Form::of(&rows, &shown, blocks);
    let with_notes: Vec<usize> = (0..rows.len()).filter(|at| !rows[*at].found.is_empty()).collect();
    open(out, page, first, form, !with_notes.is_empty())?;
    let Roles { row: row_role, head, cell, .. } = form.roles();
    for (at, row) in rows.iter().enumerate() {
        let has = if row.found.is_empty() { "" } else { " class=\"has\"" };
        write!(
            out,
            "<tr{row_role}{has} id=\"{}\"><th{head} scope=\"row\" class=\"n\">{}</th>",
            row.first.spot.anchor(),
            numbers(page, row)
        )?;
        cells(out, page, row, &shown, cell)?;
        if form == Form::Slim {
            margin(out, page, &rows, &with_notes, at)?;
        }
        out.write_all(b"</tr>\n")?;
        if !row.found.is_empty() {
            let notes = notes::html(page, &row.found);
            let span = shown.len() + 1;
            writeln!(out, "<tr{row_role} class=\"below\"><td{cell} colspan=\"{span}\"><div>{notes}</div></td></tr>")?;
        }
    }
    out.write_all(b"</table></div>\n")
}

/// Opens the table. Only wide ones are stops of the keyboard: hundreds of stops would help nobody.
fn open(out: &mut impl Write, page: &Page<'_>, first: &Row<'_>, form: Form, has_notes: bool) -> io::Result<()> {
    let has = if has_notes { " has" } else { "" };
    let stop = if form == Form::Slim {
        String::new()
    } else {
        let (at, line) = page.located(first.first.spot);
        let line = line.to_string();
        let label = match at.page().map(|number| number.to_string()) {
            Some(number) => {
                page.catalogue.text("page-table-on-page", &[("page", (&number).into()), ("line", (&line).into())])
            }
            None => page.catalogue.text("page-table", &[("line", (&line).into())]),
        };
        format!(" tabindex=\"0\" role=\"group\" aria-label=\"{}\"", escaped(&label))
    };
    writeln!(out, "<div class=\"scroll rows{has} {}\"{stop}><table{}>", form.class(), form.roles().table)
}

fn rows<'a>(page: &Page<'a>, run: &[Numbered<'a>]) -> Vec<Row<'a>> {
    let mut rows: Vec<Row<'a>> = Vec::new();
    for numbered in run {
        let found = page.on_line.get(&numbered.spot).map_or(&[][..], Vec::as_slice);
        match (numbered.line.kind, rows.last_mut()) {
            // What was joined, and lines that only separate, are said with their row.
            (LineKind::Joined | LineKind::Rule, Some(row)) => {
                row.last = numbered.spot;
                row.found.extend_from_slice(found);
            }
            _ => {
                let source: &'a crate::checks::Source = &page.sources[numbered.spot.source];
                let cells = source.blocks.cells(numbered.line);
                rows.push(Row { first: *numbered, last: numbered.spot, cells, found: found.to_vec() });
            }
        }
    }
    rows
}

/// `58`, or `58–60` where lines were joined; those have their anchors here.
fn numbers(page: &Page<'_>, row: &Row<'_>) -> String {
    let first = page.number(row.first.spot);
    if row.last == row.first.spot {
        return first.to_string();
    }
    let joined = row.first.spot.line + 1..=row.last.line;
    let anchors: String = joined
        .map(|line| format!("<span id=\"{}\"></span>", Spot { source: row.last.source, line }.anchor()))
        .collect();
    match page.number(row.last) {
        // What a page ends in the middle of a row goes on with a smaller number.
        last if last <= first => format!("{anchors}{first}"),
        last => format!("{anchors}{first}–{last}"),
    }
}

fn cells(out: &mut impl Write, page: &Page<'_>, row: &Row<'_>, shown: &[usize], role: &str) -> io::Result<()> {
    let spot = row.first.spot;
    let blocks = &page.sources[spot.source].blocks;
    let marks = pieces::marks(page, spot, row.first.line);
    let text_of = |column: &usize| row.cells.get(*column).map_or("", |span| blocks.str(*span).trim());
    let mut at = 0;
    while let Some(column) = shown.get(at) {
        let text = text_of(column);
        let empty_behind = shown[at + 1..].iter().take_while(|column| text_of(column).is_empty()).count();
        let is_last = at + 1 + empty_behind == shown.len();
        // Words before empty cells to the end of the row take their room.
        let span = if is_last && !text.is_empty() && !is_figure(text) { empty_behind + 1 } else { 1 };
        let class = match text {
            "" => "",
            text if is_figure(text) => " class=\"r\"",
            text if text.chars().count() >= LONG_CHARS_MIN && span == 1 => " class=\"w x\"",
            text if text.chars().count() >= WIDE_CHARS_MIN && span == 1 => " class=\"w\"",
            _ => "",
        };
        let colspan = if span > 1 { format!(" colspan=\"{span}\"") } else { String::new() };
        let html = row.cells.get(*column).map_or_else(String::new, |cell| cell_html(page, spot, *cell, &marks));
        write!(out, "<td{role}{class}{colspan}>{}</td>", html.trim())?;
        at += span;
    }
    Ok(())
}

fn cell_html(page: &Page<'_>, spot: Spot, cell: Span, marks: &[pieces::Marked]) -> String {
    let text = page.sources[spot.source].blocks.str(cell);
    match page.hider.whole(text) {
        Some(hidden) => escaped(&names::label(hidden.person, page.catalogue)),
        None => pieces::html(page, spot, cell, marks),
    }
}

/// The last column of a wide screen: each note beside its row and those below it without one.
fn margin(out: &mut impl Write, page: &Page<'_>, rows: &[Row<'_>], with_notes: &[usize], at: usize) -> io::Result<()> {
    let Some(&first) = with_notes.first() else { return Ok(()) };
    if at == 0 && first > 0 {
        return write!(out, "<td class=\"margin\" rowspan=\"{first}\"></td>");
    }
    let Ok(index) = with_notes.binary_search(&at) else { return Ok(()) };
    let end = with_notes.get(index + 1).copied().unwrap_or(rows.len());
    let notes = notes::html(page, &rows[at].found);
    write!(out, "<td class=\"margin\" rowspan=\"{}\">{notes}</td>", end - at)
}

/// Whether a cell is an amount, a share or a count; codes with points ("7.1.1") are words.
fn is_figure(text: &str) -> bool {
    let sign = |char| matches!(char, '.' | ',' | '%' | '€' | '-' | '−' | '+' | ' ' | '\u{a0}');
    text.bytes().any(|byte| byte.is_ascii_digit())
        && text.chars().all(|char| char.is_ascii_digit() || sign(char))
        && (text.contains([',', '%', '€']) || !text.contains('.') || text.len() > 8)
}
