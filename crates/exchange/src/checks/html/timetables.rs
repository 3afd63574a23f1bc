// SPDX-License-Identifier: AGPL-3.0-or-later
//! Timetables made of marks, as tables: a marked cell is filled and says so to those who listen.

use super::Page;
use super::places::Spot;
use crate::page::escaped;
use crate::people;
use ambito_domain::planning::{Timetable, TimetableRow};
use std::io::{self, Write};

/// The most columns that are drawn; marks beyond are told by the findings.
const COLUMNS_MAX: usize = 120;

/// Writes all timetables of a document.
pub(super) fn write(out: &mut impl Write, page: &Page<'_>, source: usize) -> io::Result<()> {
    for timetable in &page.draft(source).timetables {
        table(out, page, source, timetable)?;
    }
    Ok(())
}

fn table(out: &mut impl Write, page: &Page<'_>, source: usize, timetable: &Timetable) -> io::Result<()> {
    let catalogue = page.catalogue;
    let Timetable { node, title, header: _, columns, rows, line } = timetable;
    let beyond = rows.iter().flat_map(|row| &row.marks).map(|mark| *mark as usize + 1).max().unwrap_or(0);
    let width = columns.len().max(beyond).min(COLUMNS_MAX);
    let name = title.clone().unwrap_or_else(|| people::path(page.draft(source), *node));
    let label = page.said(&people::one_line(&name));
    write!(
        out,
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{label}\">\n<table class=\"marks-table\">\
         <caption>{label} <span class=\"line\">{}</span></caption>\n<thead><tr><th scope=\"col\">{}</th>",
        page.line_link_here(Spot { source, line: *line }),
        escaped(&catalogue.text("column-activity", &[])),
    )?;
    for column in 0..width {
        match columns.get(column) {
            Some(heading) => write!(out, "<th scope=\"col\">{}</th>", page.said(heading))?,
            None => write!(out, "<th scope=\"col\" class=\"beyond\">?</th>")?,
        }
    }
    out.write_all(b"</tr></thead>\n<tbody>\n")?;
    let marked = escaped(&catalogue.text("page-marked", &[]));
    for TimetableRow { code, label, marks, line } in rows {
        let words: Vec<&str> = [code, label].into_iter().flatten().map(String::as_str).collect();
        write!(
            out,
            "<tr><th scope=\"row\">{} <span class=\"line\">{}</span></th>",
            page.said(&people::one_line(&words.join(" "))),
            page.line_link_here(Spot { source, line: *line }),
        )?;
        for column in 0..width {
            let is_marked = marks.iter().any(|mark| *mark as usize == column);
            if is_marked {
                write!(
                    out,
                    "<td class=\"on\"><span aria-hidden=\"true\">■</span><span class=\"vh\">{marked}</span></td>"
                )?;
            } else {
                out.write_all(b"<td></td>")?;
            }
        }
        out.write_all(b"</tr>\n")?;
    }
    out.write_all(b"</tbody></table></div>\n")
}
