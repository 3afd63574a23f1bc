// SPDX-License-Identifier: AGPL-3.0-or-later
//! Records of every kind in one shape: a list of named values, each with the part it plays in recognising the record.
//!
//! One file a family of kinds says which values a record has; pairing and comparing know only this shape. Left out on
//! purpose: lines, raw spellings of parsed values, headings of the column a value came from.

mod document;
mod money;
mod results;
mod rows;
mod tables;

pub(super) use document::{document, nodes};
pub(super) use rows::{table_rows, timetable_rows};

use super::codes;
use super::value::Value;
use super::{FieldName, RecordKind};
use crate::planning::{LineNo, NodeId, PlanDraft};
use rustc_hash::FxHasher;
use std::borrow::Cow;
use std::hash::Hasher as _;
use std::ops::Range;

/// What a value does for recognising its record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Identifies the record: a code, a chapter, a person.
    Code,
    /// Numbers it in a row; moves when something is inserted.
    Number,
    /// Names it, in words.
    Title,
    /// Tells records of one name apart; says nothing alone.
    Qualifier,
    /// Says something about it.
    Data,
}

/// A value of a record.
#[derive(Clone, Debug)]
pub(super) struct Named<'a> {
    pub(super) field: FieldName,
    /// The column, source or year.
    pub(super) part: Option<Cow<'a, str>>,
    /// Which of several values of this name; equal in both readings for the same column, source or year.
    pub(super) slot: u64,
    pub(super) role: Role,
    pub(super) value: Value<'a>,
}

/// Sums of the hashes of a record's values by role; 0 where there is none. Sums do not depend on the values' order.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sums {
    pub(super) code: u64,
    /// The codes without their leading year.
    pub(super) code_without_year: u64,
    pub(super) number: u64,
    pub(super) title: u64,
    pub(super) qualifier: u64,
    pub(super) data: u64,
    /// How many values there are.
    pub(super) count: u32,
}

/// A record.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) node: Option<NodeId>,
    /// The table, for rows: its place in its own reading.
    pub(super) table: Option<u32>,
    pub(super) line: LineNo,
    pub(super) sums: Sums,
    values: Range<usize>,
}

/// All records of one kind in one reading.
#[derive(Debug)]
pub(super) struct Entries<'a> {
    pub(super) record: RecordKind,
    pub(super) list: Vec<Entry>,
    values: Vec<Named<'a>>,
    buffer: String,
}

impl<'a> Entries<'a> {
    fn new(record: RecordKind, capacity: usize) -> Self {
        Self { record, list: Vec::with_capacity(capacity), values: Vec::new(), buffer: String::new() }
    }

    /// The values of a record.
    pub(super) fn values(&self, at: u32) -> &[Named<'a>] {
        self.list.get(at as usize).and_then(|entry| self.values.get(entry.values.clone())).unwrap_or(&[])
    }

    /// A record.
    pub(super) fn entry(&self, at: u32) -> Option<&Entry> {
        self.list.get(at as usize)
    }

    /// The words that name a record, where it has some.
    pub(super) fn title(&self, at: u32) -> Option<&str> {
        self.values(at).iter().filter(|named| named.role == Role::Title).find_map(|named| match &named.value {
            Value::Text(text) if !named.value.is_absent() => Some(text.as_ref()),
            _ => None,
        })
    }

    /// What to call a record: its codes and its title; where it has none, whatever it says first.
    pub(super) fn label(&self, at: u32) -> String {
        let pinned = |wanted: fn(Role) -> bool, joint: &str| {
            let parts: Vec<Cow<'_, str>> = self
                .values(at)
                .iter()
                .filter(|named| wanted(named.role) && !named.value.is_absent())
                .filter_map(|named| named.value.pinned())
                .collect();
            parts.join(joint)
        };
        let code = pinned(|role| matches!(role, Role::Code | Role::Number), "/");
        let title = pinned(|role| role == Role::Title, " ");
        let label = [code, title].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        if label.is_empty() { pinned(|role| role == Role::Qualifier, " ") } else { label }
    }

    fn begin(&mut self, node: Option<NodeId>, line: LineNo) {
        self.begin_row(None, node, line);
    }

    fn begin_row(&mut self, table: Option<u32>, node: Option<NodeId>, line: LineNo) {
        let start = self.values.len();
        self.list.push(Entry { node, table, line, sums: Sums::default(), values: start..start });
    }

    fn push(&mut self, role: Role, field: FieldName, value: Value<'a>) {
        self.push_part(role, field, None, 0, value);
    }

    /// A code that identifies or only numbers, by its shape.
    fn push_code(&mut self, field: FieldName, code: Option<&'a str>) {
        let role = if code.is_some_and(codes::identifies) { Role::Code } else { Role::Number };
        self.push(role, field, Value::of(code, Value::Code));
    }

    fn push_part(&mut self, role: Role, field: FieldName, part: Option<Cow<'a, str>>, slot: u64, value: Value<'a>) {
        if let Some(entry) = self.list.last_mut() {
            value.hash_into(&mut self.buffer);
            if !self.buffer.is_empty() {
                let sums = &mut entry.sums;
                let hash = hash_parts(field, slot, &self.buffer);
                let sum = match role {
                    Role::Code => &mut sums.code,
                    Role::Number => &mut sums.number,
                    Role::Title => &mut sums.title,
                    Role::Qualifier => &mut sums.qualifier,
                    Role::Data => &mut sums.data,
                };
                *sum = sum.wrapping_add(hash);
                sums.count += 1;
                if role == Role::Code {
                    if let Value::Code(code) = value {
                        super::text::letters_into(codes::without_year(code), &mut self.buffer);
                    }
                    let hash = hash_parts(field, slot, &self.buffer);
                    sums.code_without_year = sums.code_without_year.wrapping_add(hash);
                }
            }
            self.values.push(Named { field, part, slot, role, value });
            entry.values.end = self.values.len();
        }
    }
}

fn hash_parts(field: FieldName, slot: u64, text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write_u32(field as u32);
    hasher.write_u64(slot);
    hasher.write(text.as_bytes());
    hasher.finish() | 1
}

/// The slot of a column, source or year by its words.
fn slot_of(part: &str) -> u64 {
    let mut hasher = FxHasher::default();
    let mut letters = String::new();
    super::text::letters_into(part, &mut letters);
    hasher.write(letters.as_bytes());
    hasher.finish()
}

/// The records of a reading that hang from its nodes, one list a kind, in the order of [`RecordKind::ALL`].
pub(super) fn records(draft: &PlanDraft) -> Vec<Entries<'_>> {
    vec![
        document::fields(draft),
        results::indicators(draft),
        results::phases(draft),
        money::budget_lines(draft),
        results::efforts(draft),
        money::allocations(draft),
        money::resources(draft),
        money::totals(draft),
        money::amounts(draft),
        tables::timetables(draft),
        tables::tables(draft),
    ]
}
