// SPDX-License-Identifier: AGPL-3.0-or-later
//! The people of a document, each with all lines that give a share of their time.

use crate::{Place, Subject};
use ambito_base::Share;
use ambito_domain::planning::{Effort, NodeId};
use rustc_hash::{FxHashMap, FxHashSet};

/// A whole person.
pub(super) const WHOLE: Share = Share::from_hundredths(10_000);

/// A person and the lines that name them.
#[derive(Debug)]
pub(super) struct Person<'a> {
    /// As first printed.
    pub(super) name: &'a str,
    /// In the document's order.
    pub(super) efforts: Vec<&'a Effort>,
}

impl Person<'_> {
    /// The sum of the shares; what is printed twice in one node is taken once.
    pub(super) fn sum(&self) -> Share {
        let mut seen: FxHashSet<(Option<NodeId>, i64)> = FxHashSet::default();
        let sum = self
            .efforts
            .iter()
            .filter_map(|effort| Some((effort.node, effort.share?.hundredths())))
            .filter(|(node, share)| node.is_none() || seen.insert((*node, *share)))
            .fold(0i64, |sum, (_, share)| sum.saturating_add(share));
        Share::from_hundredths(sum)
    }
}

/// Everybody in the order in which they are first named.
pub(super) fn everybody<'a>(subject: &Subject<'a>) -> Vec<Person<'a>> {
    let mut at: FxHashMap<&str, usize> = FxHashMap::default();
    let mut people: Vec<Person<'a>> = Vec::new();
    for effort in &subject.draft.efforts {
        let name = effort.person.trim();
        if name.is_empty() {
            continue;
        }
        let index = *at.entry(name).or_insert(people.len());
        match people.get_mut(index) {
            Some(person) => person.efforts.push(effort),
            None => people.push(Person { name, efforts: vec![effort] }),
        }
    }
    people
}

/// The name on the line of an effort.
pub(super) fn name_place(subject: &Subject<'_>, effort: &Effort) -> Place {
    subject.place(effort.line, effort.person.trim())
}

/// The cell of the share on the line of an effort.
pub(super) fn share_place(subject: &Subject<'_>, effort: &Effort) -> Place {
    let cell =
        subject.cells(effort.line).filter(|cell| effort.share.is_some() && Share::parse(cell.text) == effort.share);
    cell.last().map_or_else(|| subject.whole(effort.line), |cell| cell.place)
}
