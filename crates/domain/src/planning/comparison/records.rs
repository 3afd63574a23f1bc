// SPDX-License-Identifier: AGPL-3.0-or-later
//! Which record of one reading is which of the other: within matched nodes, from the surest sign to the weakest.

use super::entries::{Entries, Sums};
use super::pairing::{Pairing, Several};
use super::similarity::{RELATED_PERCENT, Titled, WordSet, pair_alike};

/// Where a record may find its like: equal in both readings for a matched node or table; `None` where there is none.
pub(super) type Container = Option<u64>;

/// A sign by which records of one container are recognised.
type Sign = fn(&Sums) -> Option<u64>;

/// The signs before likeness of titles is looked at.
const SURE: [Sign; 7] = [
    |sums| (sums.count > 0).then(|| mix(&[whole_key(sums), sums.data])),
    |sums| some(whole_key(sums)),
    |sums| (sums.code != 0).then(|| mix(&[sums.code, sums.qualifier])),
    |sums| (sums.code != 0).then(|| mix(&[sums.code_without_year, sums.qualifier])),
    |sums| some(sums.code_without_year),
    |sums| (sums.title != 0).then(|| mix(&[sums.title, sums.qualifier])),
    |sums| some(sums.title),
];

/// The signs after it.
const WEAK: [Sign; 2] =
    [|sums| (sums.number != 0).then(|| mix(&[sums.number, sums.qualifier])), |sums| some(sums.number)];

/// Pairs the records of one kind.
pub(super) fn pair_records(
    old: &Entries<'_>,
    new: &Entries<'_>,
    old_container: impl Fn(u32) -> Container,
    new_container: impl Fn(u32) -> Container,
) -> Pairing {
    let mut pairing = Pairing::new(old.list.len(), new.list.len());
    let stage = |pairing: &mut Pairing, several: Several, sign: Sign| {
        let key = |entries: &Entries<'_>, container: Container, at: u32| {
            Some(mix(&[container?, sign(&entries.entry(at)?.sums)?]))
        };
        pairing.by_key(several, |at| key(old, old_container(at), at), |at| key(new, new_container(at), at));
    };
    for sign in SURE {
        stage(&mut pairing, Several::InOrder, sign);
    }
    let old_titles: Vec<_> = pairing.free_old().filter_map(|at| titled(old, at, old_container(at))).collect();
    let new_titles: Vec<_> = pairing.free_new().filter_map(|at| titled(new, at, new_container(at))).collect();
    pair_alike(&mut pairing, &old_titles, &new_titles);
    for sign in WEAK {
        stage(&mut pairing, Several::InOrder, sign);
    }
    // Another name for what is otherwise the same, if there is no doubt which.
    stage(&mut pairing, Several::Leave, |sums| some(sums.data));
    pair_in_order(&mut pairing, old, new, &old_container, &new_container);
    pairing
}

/// What is left in a container, first with first, if both sides have as many and the names are related.
fn pair_in_order(
    pairing: &mut Pairing,
    old: &Entries<'_>,
    new: &Entries<'_>,
    old_container: &impl Fn(u32) -> Container,
    new_container: &impl Fn(u32) -> Container,
) {
    let nameable = |entries: &Entries<'_>, at: u32| entries.entry(at).is_some_and(|entry| entry.sums.code == 0);
    let groups = pairing.free_groups(
        |at| old_container(at).filter(|_| nameable(old, at)),
        |at| new_container(at).filter(|_| nameable(new, at)),
    );
    for (old_group, new_group) in groups {
        if old_group.len() == new_group.len() {
            for (old_at, new_at) in old_group.into_iter().zip(new_group) {
                let old_words = WordSet::new(old.title(old_at).unwrap_or_default());
                let new_words = WordSet::new(new.title(new_at).unwrap_or_default());
                if old_words.percent_in_common(&new_words) >= RELATED_PERCENT {
                    pairing.pair(old_at, new_at);
                }
            }
        }
    }
}

fn titled<'a>(entries: &'a Entries<'_>, at: u32, container: Container) -> Option<Titled<'a>> {
    Some(Titled { at, group: container?, title: entries.title(at)? })
}

fn whole_key(sums: &Sums) -> u64 {
    if sums.code | sums.number | sums.title | sums.qualifier == 0 {
        return 0;
    }
    mix(&[sums.code, sums.number, sums.title, sums.qualifier])
}

fn some(sum: u64) -> Option<u64> {
    (sum != 0).then_some(sum)
}

/// One number of several, in which their order counts.
pub(super) fn mix(parts: &[u64]) -> u64 {
    parts.iter().fold(0x9E37_79B9_7F4A_7C15, |sum: u64, part| {
        (sum.rotate_left(23) ^ part).wrapping_mul(0xBF58_476D_1CE4_E5B9).rotate_left(31)
    })
}
