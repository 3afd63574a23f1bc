// SPDX-License-Identifier: AGPL-3.0-or-later
//! Which values of two matched records are not the same.

use super::FieldName;
use super::codes::YearShift;
use super::entries::Named;
use super::value::Value;
use rustc_hash::FxHashMap;
use std::collections::VecDeque;

/// A value that is another now.
pub(super) struct Difference<'a> {
    pub(super) field: FieldName,
    pub(super) part: Option<String>,
    pub(super) old: Value<'a>,
    pub(super) new: Value<'a>,
}

/// Compares the values of a name and slot with each other.
///
/// Values of a list without names of its own (references, columns) that found no like are told as one that became
/// another, first with first; values of a column, source or year as gone and as come.
pub(super) fn differences<'a>(old: &[Named<'a>], new: &[Named<'a>], shift: YearShift) -> Vec<Difference<'a>> {
    let mut found = Found { shift, list: Vec::new(), hidden: Vec::new() };
    if old.len() == new.len() && old.iter().zip(new).all(|(a, b)| (a.field, a.slot) == (b.field, b.slot)) {
        for (old, new) in old.iter().zip(new) {
            found.compare(Some(old), Some(new));
        }
        return found.list;
    }
    let mut waiting: FxHashMap<(FieldName, u64), VecDeque<usize>> = FxHashMap::default();
    for (at, named) in new.iter().enumerate() {
        waiting.entry((named.field, named.slot)).or_default().push_back(at);
    }
    let mut taken = vec![false; new.len()];
    let mut gone: Vec<&Named<'a>> = Vec::new();
    for named in old {
        match waiting.get_mut(&(named.field, named.slot)).and_then(VecDeque::pop_front) {
            Some(at) => {
                taken[at] = true;
                found.compare(Some(named), Some(&new[at]));
            }
            None => gone.push(named),
        }
    }
    let mut come: Vec<&Named<'a>> = new.iter().zip(&taken).filter(|(_, taken)| !**taken).map(|(n, _)| n).collect();
    for named in gone {
        let like =
            come.iter().position(|other| named.part.is_none() && other.part.is_none() && other.field == named.field);
        found.compare(Some(named), like.map(|at| come.remove(at)));
    }
    come.into_iter().for_each(|named| found.compare(None, Some(named)));
    found.list
}

struct Found<'a> {
    shift: YearShift,
    list: Vec<Difference<'a>>,
    /// Printed values that were told already; what was parsed from them is not told again.
    hidden: Vec<(FieldName, u64)>,
}

impl<'a> Found<'a> {
    fn compare(&mut self, old: Option<&Named<'a>>, new: Option<&Named<'a>>) {
        let Some(named) = new.or(old) else { return };
        let value = |named: Option<&Named<'a>>| named.map_or(Value::Absent, |named| named.value.clone());
        let same = match (old, new) {
            (Some(old), Some(new)) => old.value.says_the_same(&new.value, self.shift),
            _ => named.value.is_absent(),
        };
        if same || named.field.printed().is_some_and(|printed| self.hidden.contains(&(printed, named.slot))) {
            return;
        }
        if named.field.stands_for_others() {
            self.hidden.push((named.field, named.slot));
        }
        let part = named.part.as_ref().map(ToString::to_string);
        self.list.push(Difference { field: named.field, part, old: value(old), new: value(new) });
    }
}
