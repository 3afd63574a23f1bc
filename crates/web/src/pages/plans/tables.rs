// SPDX-License-Identifier: AGPL-3.0-or-later
//! Timetables and other tables as a page shows them.

use super::place::{Places, Spot};
use ambito_domain::planning::{Table, Timetable};
use serde::Serialize;

#[derive(Serialize)]
pub struct ShownTimetable {
    title: Option<String>,
    columns: Vec<String>,
    rows: Vec<ShownRow>,
    place: Spot,
}

#[derive(Serialize)]
struct ShownRow {
    code: Option<String>,
    label: Option<String>,
    marks: Vec<bool>,
    beyond: bool,
    place: Spot,
}

pub fn timetable(timetable: Timetable, places: &Places<'_>) -> ShownTimetable {
    let Timetable { node: _, title, header: _, columns, rows, line } = timetable;
    let width = columns.len();
    let rows = rows
        .into_iter()
        .map(|row| ShownRow {
            marks: (0..width).map(|at| row.marks.iter().any(|mark| *mark as usize == at)).collect(),
            beyond: row.marks.iter().any(|mark| *mark as usize >= width),
            code: row.code,
            label: row.label,
            place: places.spot(row.line),
        })
        .collect();
    ShownTimetable { title, columns, rows, place: places.spot(line) }
}

#[derive(Serialize)]
pub struct ShownTable {
    title: Option<String>,
    headers: Vec<String>,
    rows: Vec<Vec<ShownCell>>,
    place: Spot,
}

#[derive(Serialize)]
struct ShownCell {
    raw: String,
    number: bool,
}

pub fn table(table: Table, places: &Places<'_>) -> ShownTable {
    let Table { node: _, title, headers, rows, row_lines: _, line } = table;
    // Every row gets as many cells as the widest, so that the page's table has no holes.
    let width = rows.iter().map(Vec::len).chain([headers.len()]).max().unwrap_or_default();
    let mut headers = headers;
    headers.resize(width, String::new());
    let row = |cells: Vec<ambito_domain::planning::TableCell>| {
        let mut cells: Vec<ShownCell> =
            cells.into_iter().map(|cell| ShownCell { raw: cell.raw, number: cell.value.is_some() }).collect();
        cells.resize_with(width, || ShownCell { raw: String::new(), number: false });
        cells
    };
    ShownTable { title, headers, rows: rows.into_iter().map(row).collect(), place: places.spot(line) }
}
