// SPDX-License-Identifier: AGPL-3.0-or-later
//! Timetables, and the tables that have no shape of their own, each under its title.

use super::Page;
use super::grid::{Align, Grid};
use crate::people;
use ambito_domain::planning::{Table, Timetable};
use std::io::{self, Write};

/// The least room of a column of such a table, in terminal columns; a table with more columns is written in lines.
const COLUMN_MIN: usize = 10;
/// The most lines of a row that is written in lines.
const LINES_MAX: usize = 30;

pub(super) fn write<W: Write>(page: &mut Page<'_, W>) -> io::Result<()> {
    for timetable in &page.draft().timetables {
        write_timetable(page, timetable)?;
    }
    for table in &page.draft().tables {
        write_table(page, table)?;
    }
    Ok(())
}

fn write_timetable<W: Write>(page: &mut Page<'_, W>, timetable: &Timetable) -> io::Result<()> {
    let Timetable { node, title, header: _, columns, rows, line: _ } = timetable;
    let catalogue = page.catalogue;
    let mut grid = Grid::new([
        (catalogue.text("column-line", &[]), Align::Right),
        (catalogue.text("column-code", &[]), Align::Left),
        (catalogue.text("column-activity", &[]), Align::Main),
        (catalogue.text("column-when", &[]), Align::Grow),
    ]);
    for row in rows {
        grid.row(vec![
            page.line(row.line),
            row.code.clone().unwrap_or_default(),
            row.label.as_deref().map_or_else(String::new, people::one_line),
            when(columns, &row.marks),
        ]);
    }
    let node = page.node(*node);
    let title = title.as_deref().map(people::one_line).unwrap_or_default();
    page.section(&catalogue.text("section-timetable", &[("title", (&title).into()), ("node", (&node).into())]), grid)
}

/// The marked columns, those that follow each other as `first–last`.
fn when(columns: &[String], marks: &[u32]) -> String {
    let runs = marks.chunk_by(|before, after| before.checked_add(1) == Some(*after));
    let text = runs.map(|run| match run {
        [first, .., last] => format!("{}–{}", heading(columns, *first), heading(columns, *last)),
        single => single.first().map_or_else(String::new, |mark| heading(columns, *mark)),
    });
    text.collect::<Vec<_>>().join(", ")
}

/// The heading of a marked column, with its number where it does not say enough: a heading that stands there twice
/// ("g", "f", "m"), a mark beyond the headings.
fn heading(columns: &[String], mark: u32) -> String {
    let number = u64::from(mark) + 1;
    let index = usize::try_from(mark).unwrap_or(usize::MAX);
    let Some(heading) = columns.get(index).filter(|heading| !heading.trim().is_empty()) else {
        return format!("({number})");
    };
    let one_line = people::one_line(heading);
    let is_alone = columns.iter().filter(|other| *other == heading).count() == 1;
    if is_alone { one_line } else { format!("{one_line} ({number})") }
}

fn write_table<W: Write>(page: &mut Page<'_, W>, table: &Table) -> io::Result<()> {
    let Table { node, title, headers, rows, row_lines: _, line } = table;
    let catalogue = page.catalogue;
    let count = rows.iter().map(Vec::len).chain([headers.len()]).max().unwrap_or(0);
    let (node, at) = (page.node(*node), page.line(*line));
    let title = title.as_deref().map(people::one_line).unwrap_or_default();
    let args = [("title", (&title).into()), ("node", (&node).into()), ("line", (&at).into())];
    let heading = catalogue.text("section-table", &args);
    if count * COLUMN_MIN <= page.columns {
        let header = |index: usize| headers.get(index).map_or_else(String::new, |header| people::one_line(header));
        let is_number = |index: usize| {
            let mut cells = rows.iter().filter_map(|row| row.get(index)).filter(|cell| !cell.raw.is_empty()).peekable();
            cells.peek().is_some() && cells.all(|cell| cell.value.is_some())
        };
        let align = |index: usize| if is_number(index) { Align::Right } else { Align::Grow };
        let mut grid = Grid::new((0..count).map(|index| (header(index), align(index))));
        for row in rows {
            grid.row(row.iter().map(|cell| people::one_line(&cell.raw)).collect());
        }
        return page.section(&heading, grid);
    }
    writeln!(page.out)?;
    page.text(&heading, LINES_MAX)?;
    for row in rows {
        let cells = row.iter().enumerate().filter(|(_, cell)| !cell.raw.is_empty()).map(|(index, cell)| {
            let raw = people::one_line(&cell.raw);
            match headers.get(index).filter(|header| !header.is_empty()) {
                Some(header) => format!("{}: {raw}", people::one_line(header)),
                None => raw,
            }
        });
        page.text(&cells.collect::<Vec<_>>().join(" · "), LINES_MAX)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_told_in_runs() {
        let check = |columns: [&str; 6], marks: &[u32], expected: &str| {
            assert_eq!(when(&columns.map(str::to_owned), marks), expected);
        };
        check(["I", "II", "III", "IV", "V", "VI"], &[0, 1, 2, 4], "I–III, V");
        check(["g", "f", "m", "a", "m", "g"], &[1, 2, 5, 6, 7], "f–m (3), g (6)–(8)");
        check(["I", "II", "III", "IV", "V", "VI"], &[], "");
        check(["I", "II", "III", "IV", "V", ""], &[5], "(6)");
    }
}
