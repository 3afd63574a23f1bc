// SPDX-License-Identifier: AGPL-3.0-or-later
//! Timetables and tables of other kinds: their titles and columns. Their rows are in [`super::rows`].

use super::{Entries, Role, slot_of};
use crate::planning::PlanDraft;
use crate::planning::comparison::value::Value;
use crate::planning::comparison::{FieldName, RecordKind};
use std::borrow::Cow;

/// Timetables: known by title.
pub(super) fn timetables(draft: &PlanDraft) -> Entries<'_> {
    let mut entries = Entries::new(RecordKind::Timetable, draft.timetables.len());
    for timetable in &draft.timetables {
        entries.begin(timetable.node, timetable.line);
        entries.push(Role::Title, FieldName::Title, Value::text(timetable.title.as_deref()));
        let header: Vec<&str> = timetable.header.iter().flatten().map(String::as_str).collect();
        entries.push(Role::Data, FieldName::Header, Value::Text(Cow::Owned(header.join(" "))));
        columns(&mut entries, &timetable.columns);
    }
    entries
}

/// Tables: known by title and columns.
pub(super) fn tables(draft: &PlanDraft) -> Entries<'_> {
    let mut entries = Entries::new(RecordKind::Table, draft.tables.len());
    for table in &draft.tables {
        entries.begin(table.node, table.line);
        entries.push(Role::Title, FieldName::Title, Value::text(table.title.as_deref()));
        columns(&mut entries, &table.headers);
    }
    entries
}

fn columns<'a>(entries: &mut Entries<'a>, headers: &'a [String]) {
    for header in headers {
        entries.push_part(Role::Data, FieldName::Column, None, slot_of(header), Value::text(Some(header)));
    }
}
