// SPDX-License-Identifier: AGPL-3.0-or-later
//! Defects of numbers and codes that have one cause: told once, with the others as what it carries along.
//!
//! One wrong number of a sheet makes a gap where it should be, a second sheet where it is, an index that differs, and
//! codes below it that are of another. Sums have their ledger; for numbers it is enough that such defects speak of the
//! same lines. The gravest is told, and among those of one severity the one that stands first in the list below.

use crate::{Check, Defect, Kinship, Related};
use rustc_hash::FxHashMap;
use std::cmp::Reverse;

/// The checks of numbers and codes, those that say most about the cause first.
const CODES: [&str; 11] =
    ["STR001", "STR011", "STR017", "STR007", "STR010", "STR014", "STR013", "STR002", "STR006", "STR009", "STR004"];
/// A defect that names more lines than this is one of a whole document.
const LINES_MAX: usize = 4;

/// Checks that one cause makes speak several times: every code below a wrong number.
const OFTEN: [&str; 3] = ["STR010", "STR011", "STR017"];
/// Places that are only named to find one's way.
const CONTEXT: [&str; 2] = ["str014-neighbour", "str014-below"];

/// Whether the defects of a check may be gathered with those of others.
pub(crate) fn has(check: &Check) -> bool {
    CODES.contains(&check.code)
}

/// Gathers the defects of one cause under one of them: those that speak of one line, the most spoken of first.
pub(crate) fn gather(defects: Vec<Defect>) -> Vec<Defect> {
    let mut order: Vec<usize> = (0..defects.len()).filter(|at| rank(&defects[*at]).is_some()).collect();
    order.sort_by_key(|at| (Reverse(defects[*at].severity), rank(&defects[*at]), *at));
    let mut of_line: FxHashMap<(usize, u32), Vec<usize>> = FxHashMap::default();
    for &at in &order {
        for line in lines(&defects[at]) {
            let speaking = of_line.entry(line).or_default();
            if speaking.last() != Some(&at) {
                speaking.push(at);
            }
        }
    }
    let mut stars: Vec<((usize, u32), Vec<usize>)> = of_line.into_iter().filter(|(_, of)| of.len() > 1).collect();
    stars.sort_by_key(|(line, of)| (Reverse(of.len()), *line));
    let mut roots: Vec<Option<usize>> = vec![None; defects.len()];
    for (_, speaking) in stars {
        let mut free = speaking.into_iter().filter(|at| roots[*at].is_none()).collect::<Vec<_>>().into_iter();
        let Some(root) = free.next() else { continue };
        let mut codes = vec![defects[root].check.code];
        for at in free {
            let code = defects[at].check.code;
            if OFTEN.contains(&code) || !codes.contains(&code) {
                codes.push(code);
                roots[at] = Some(root);
                roots[root] = Some(root);
            }
        }
    }
    carry(defects, &roots)
}

/// Puts every defect that has another root into the related places of that root.
fn carry(defects: Vec<Defect>, roots: &[Option<usize>]) -> Vec<Defect> {
    let mut carried: Vec<(usize, usize)> =
        (0..).zip(roots).filter_map(|(at, root)| root.filter(|root| *root != at).map(|root| (root, at))).collect();
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
    std::iter::once((defect.document, defect.place.line)).chain(
        defect
            .related
            .iter()
            .filter(|other| !CONTEXT.contains(&other.label.key))
            .map(|other| (other.document, other.line)),
    )
}
