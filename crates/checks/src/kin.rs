// SPDX-License-Identifier: AGPL-3.0-or-later
//! Defects of numbers and codes that have one cause: told once, with the others as what it carries along.
//!
//! One wrong number of a sheet makes a gap where it should be, a second sheet where it is, an index that differs, and
//! codes below it that are of another. Sums have their ledger; for numbers it is enough that such defects speak of the
//! same lines. The gravest is told, and among those of one severity the one that stands first in the list below.

use crate::{Defect, Kinship, Related};
use rustc_hash::FxHashMap;
use std::cmp::Reverse;

/// The checks of numbers and codes, those that say most about the cause first.
const CODES: [&str; 11] =
    ["STR001", "STR011", "STR017", "STR007", "STR010", "STR014", "STR013", "STR002", "STR006", "STR009", "STR004"];
/// A defect that names more lines than this is one of a whole document.
const LINES_MAX: usize = 4;

/// Gathers the defects of one cause under one of them.
pub(crate) fn gather(defects: Vec<Defect>) -> Vec<Defect> {
    let mut order: Vec<usize> = (0..defects.len()).filter(|at| rank(&defects[*at]).is_some()).collect();
    if order.len() < 2 {
        return defects;
    }
    order.sort_by_key(|at| (Reverse(defects[*at].severity), rank(&defects[*at]), *at));
    // The group of each line, and the first defect of each group.
    let mut groups = Groups { leader: (0..order.len()).collect() };
    let mut of_line: FxHashMap<(usize, u32), usize> = FxHashMap::default();
    for (group, at) in order.iter().enumerate() {
        for line in lines(&defects[*at]) {
            let first = *of_line.entry(line).or_insert(group);
            groups.join(first, group);
        }
    }
    let mut carried: Vec<(usize, usize)> = Vec::new();
    for (group, at) in order.iter().enumerate() {
        let root = order[groups.find(group)];
        if root != *at {
            carried.push((root, *at));
        }
    }
    carried.sort_unstable_by_key(|(root, at)| (*root, defects[*at].place));
    let mut defects: Vec<Option<Defect>> = defects.into_iter().map(Some).collect();
    for (root, at) in carried {
        let Some(other) = defects[at].take() else { continue };
        if let Some(Some(root)) = defects.get_mut(root) {
            let Defect { document, place, message, .. } = other;
            root.related.push(Related { document, line: place.line, label: message, kinship: Kinship::Carried });
        }
    }
    defects.into_iter().flatten().collect()
}

/// The place of a defect's check among those that are gathered.
fn rank(defect: &Defect) -> Option<usize> {
    if defect.related.len() > LINES_MAX {
        return None;
    }
    CODES.iter().position(|code| *code == defect.check.code)
}

fn lines(defect: &Defect) -> impl Iterator<Item = (usize, u32)> {
    std::iter::once((defect.document, defect.place.line))
        .chain(defect.related.iter().map(|other| (other.document, other.line)))
}

/// Which defects belong together; each points towards the first of its group.
struct Groups {
    leader: Vec<usize>,
}

impl Groups {
    fn find(&mut self, mut at: usize) -> usize {
        while self.leader[at] != at {
            self.leader[at] = self.leader[self.leader[at]];
            at = self.leader[at];
        }
        at
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.find(one), self.find(other));
        self.leader[one.max(other)] = one.min(other);
    }
}
