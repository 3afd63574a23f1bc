// SPDX-License-Identifier: AGPL-3.0-or-later
//! The pinned JSON of `ambito compare`: `{"schema": "ambito.compare/1", "old": …, "new": …, "changes": […]}`.
//!
//! Keys are always present, but for the pages, boxes and cells that only some formats have; values are in the notation of the contract of `ambito read`, whatever the language.

use super::Compared;
use crate::Reading;
use crate::contract::Points;
use crate::place::{self, Located};
use ambito_domain::planning::comparison::{Change, Counts, NamedValue};
use ambito_domain::planning::{LineNo, NodeId};
use ambito_findings::TableCell;
use serde::Serialize;
use serde::ser::Serializer;
use std::borrow::Cow;
use std::io::{self, Write};

/// The name and version of the format.
pub const SCHEMA_NAME: &str = "ambito.compare/1";

/// The JSON Schema of the format.
pub const SCHEMA: &str = include_str!("../../../../docs/schema/compare.schema.json");

/// Writes what changed.
///
/// # Errors
/// What the output says.
pub fn write(out: &mut impl Write, compared: &Compared<'_>) -> io::Result<()> {
    let Compared { old, new, comparison } = compared;
    let Counts { changed, added, removed } = comparison.counts();
    let document = Document {
        schema: SCHEMA_NAME,
        old: Side::of(old),
        new: Side::of(new),
        changes: Changes(compared),
        summary: Summary { changed, added, removed },
    };
    serde_json::to_writer(&mut *out, &document)?;
    out.write_all(b"\n")
}

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    old: Side<'a>,
    new: Side<'a>,
    changes: Changes<'a>,
    summary: Summary,
}

#[derive(Serialize)]
struct Side<'a> {
    path: &'a str,
    sha256: &'a str,
}

impl<'a> Side<'a> {
    fn of(reading: &'a Reading) -> Self {
        Self { path: &reading.path, sha256: &reading.sha256 }
    }
}

#[derive(Serialize)]
struct Summary {
    changed: usize,
    added: usize,
    removed: usize,
}

/// The changes, made one by one while they are written.
struct Changes<'a>(&'a Compared<'a>);

impl Serialize for Changes<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.comparison.changes.iter().map(|change| Shape::of(change, self.0)))
    }
}

#[derive(Serialize)]
struct Shape<'a> {
    change: &'static str,
    record: &'static str,
    node: Nodes,
    path: Vec<String>,
    label: &'a str,
    field: Option<&'static str>,
    part: Option<&'a str>,
    old: Option<Cow<'a, str>>,
    new: Option<Cow<'a, str>>,
    difference: Option<String>,
    values: Vec<Value<'a>>,
    old_line: Option<u32>,
    old_sheet: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    old_page: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    old_box: Option<Points>,
    #[serde(skip_serializing_if = "Option::is_none")]
    old_cell: Option<String>,
    new_line: Option<u32>,
    new_sheet: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    new_page: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    new_box: Option<Points>,
    #[serde(skip_serializing_if = "Option::is_none")]
    new_cell: Option<String>,
}

#[derive(Serialize)]
struct Nodes {
    old: Option<String>,
    new: Option<String>,
}

#[derive(Serialize)]
struct Value<'a> {
    field: &'static str,
    part: Option<&'a str>,
    value: Option<Cow<'a, str>>,
}

impl<'a> Shape<'a> {
    fn of(change: &'a Change<'a>, compared: &'a Compared<'a>) -> Self {
        let Change { kind, record, old_node, new_node, label, field, part, old, new, values, old_line, new_line } =
            change;
        let old_place = located(compared.old, *old_line);
        let new_place = located(compared.new, *new_line);
        Self {
            change: kind.word(),
            record: record.word(),
            node: Nodes { old: old_node.map(id), new: new_node.map(id) },
            path: compared.comparison.path(change),
            label,
            field: field.map(|field| field.word()),
            part: part.as_deref(),
            old: old.pinned(),
            new: new.pinned(),
            difference: change.difference().map(|cents| cents.to_string()),
            values: values.iter().map(value).collect(),
            old_line: old_place.as_ref().map(|place| place.line),
            old_sheet: old_place.as_ref().and_then(|place| place.sheet),
            old_page: old_place.as_ref().and_then(|place| place.page),
            old_box: old_place.as_ref().and_then(|place| place.area).map(Points),
            old_cell: old_place.and_then(|place| place.cell).map(TableCell::address),
            new_line: new_place.as_ref().map(|place| place.line),
            new_sheet: new_place.as_ref().and_then(|place| place.sheet),
            new_page: new_place.as_ref().and_then(|place| place.page),
            new_box: new_place.as_ref().and_then(|place| place.area).map(Points),
            new_cell: new_place.and_then(|place| place.cell).map(TableCell::address),
        }
    }
}

fn value<'a>(named: &'a NamedValue<'a>) -> Value<'a> {
    let NamedValue { field, part, value } = named;
    Value { field: field.word(), part: part.as_deref(), value: value.pinned() }
}

/// The id of a node in the JSON of `ambito read`.
fn id(node: NodeId) -> String {
    format!("n{}", u64::from(node.0) + 1)
}

/// Where the row or the line of a record stands.
fn located(reading: &Reading, line: Option<LineNo>) -> Option<Located<'_>> {
    line.map(|line| place::of_line(&reading.places, line))
}
