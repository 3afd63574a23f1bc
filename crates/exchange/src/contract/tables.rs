// SPDX-License-Identifier: AGPL-3.0-or-later
//! The shapes of timetables and of tables of other kinds.

use super::shape::{Context, Id, List, PlaceShape, Printed, Shape};
use ambito_base::Decimal;
use ambito_domain::planning;
use serde::{Serialize, Serializer};

#[derive(Serialize)]
pub(super) struct Timetable<'a> {
    node: Option<Id>,
    title: Option<&'a str>,
    header: &'a [Vec<String>],
    columns: &'a [String],
    rows: List<'a, TimetableRow<'a>>,
    #[serde(flatten)]
    place: PlaceShape<'a>,
}

impl<'a> Shape<'a> for Timetable<'a> {
    type Source = planning::Timetable;

    fn of(_: usize, source: &'a planning::Timetable, context: Context<'a>) -> Self {
        let planning::Timetable { node, title, header, columns, rows, line } = source;
        let place = context.place(*line);
        Self { node: node.map(Id), title: title.as_deref(), header, columns, rows: List::new(rows, context), place }
    }
}

#[derive(Serialize)]
struct TimetableRow<'a> {
    code: Option<&'a str>,
    label: Option<&'a str>,
    marks: &'a [u32],
    #[serde(flatten)]
    place: PlaceShape<'a>,
}

impl<'a> Shape<'a> for TimetableRow<'a> {
    type Source = planning::TimetableRow;

    fn of(_: usize, source: &'a planning::TimetableRow, context: Context<'a>) -> Self {
        let planning::TimetableRow { code, label, marks, line } = source;
        let place = context.place(*line);
        Self { code: code.as_deref(), label: label.as_deref(), marks, place }
    }
}

#[derive(Serialize)]
pub(super) struct Table<'a> {
    node: Option<Id>,
    title: Option<&'a str>,
    headers: &'a [String],
    rows: List<'a, Row<'a>>,
    #[serde(flatten)]
    place: PlaceShape<'a>,
}

impl<'a> Shape<'a> for Table<'a> {
    type Source = planning::Table;

    fn of(_: usize, source: &'a planning::Table, context: Context<'a>) -> Self {
        let planning::Table { node, title, headers, rows, row_lines: _, line } = source;
        let place = context.place(*line);
        Self { node: node.map(Id), title: title.as_deref(), headers, rows: List::new(rows, context), place }
    }
}

/// A row of a table: the list of its cells.
struct Row<'a>(List<'a, Cell<'a>>);

impl Serialize for Row<'_> {
    fn serialize<Z: Serializer>(&self, serializer: Z) -> Result<Z::Ok, Z::Error> {
        self.0.serialize(serializer)
    }
}

impl<'a> Shape<'a> for Row<'a> {
    type Source = Vec<planning::TableCell>;

    fn of(_: usize, source: &'a Vec<planning::TableCell>, context: Context<'a>) -> Self {
        Self(List::new(source, context))
    }
}

#[derive(Serialize)]
struct Cell<'a> {
    raw: &'a str,
    value: Option<Printed<Decimal>>,
}

impl<'a> Shape<'a> for Cell<'a> {
    type Source = planning::TableCell;

    fn of(_: usize, source: &'a planning::TableCell, _: Context<'a>) -> Self {
        let planning::TableCell { raw, value } = source;
        Self { raw, value: value.map(Printed) }
    }
}
