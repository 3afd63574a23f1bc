// SPDX-License-Identifier: AGPL-3.0-or-later
//! Two lists being paired, one stage after another; what an earlier stage paired, a later one leaves alone.
//!
//! Every stage is one pass over what is still unmatched, through a hash map: the work grows with the lists' length.

use rustc_hash::FxHashMap;
use std::collections::hash_map::Entry as Slot;

/// What a stage does with several things of one key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Several {
    /// Pairs the first with the first.
    InOrder,
    /// Leaves them to a later stage.
    Leave,
}

/// Who is matched with whom.
#[derive(Clone, Debug)]
pub(super) struct Pairing {
    old: Vec<Option<u32>>,
    new: Vec<Option<u32>>,
}

impl Pairing {
    /// Nobody is matched yet.
    pub(super) fn new(old_count: usize, new_count: usize) -> Self {
        Self { old: vec![None; old_count], new: vec![None; new_count] }
    }

    /// Matches two that are both free; does nothing otherwise.
    pub(super) fn pair(&mut self, old: u32, new: u32) {
        let (Some(old_slot), Some(new_slot)) = (self.old.get_mut(old as usize), self.new.get_mut(new as usize)) else {
            return;
        };
        if old_slot.is_none() && new_slot.is_none() {
            *old_slot = Some(new);
            *new_slot = Some(old);
        }
    }

    /// The new one of an old one.
    pub(super) fn of_old(&self, old: u32) -> Option<u32> {
        self.old.get(old as usize).copied().flatten()
    }

    /// The old one of a new one.
    pub(super) fn of_new(&self, new: u32) -> Option<u32> {
        self.new.get(new as usize).copied().flatten()
    }

    /// The pairs, in the new list's order.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (u32, u32)> {
        indices(&self.new).filter_map(|new| self.of_new(new).map(|old| (old, new)))
    }

    /// The old ones without a pair.
    pub(super) fn free_old(&self) -> impl Iterator<Item = u32> {
        indices(&self.old).filter(|&old| self.of_old(old).is_none())
    }

    /// The new ones without a pair.
    pub(super) fn free_new(&self) -> impl Iterator<Item = u32> {
        indices(&self.new).filter(|&new| self.of_new(new).is_none())
    }

    /// How many pairs there are.
    pub(super) fn count(&self) -> usize {
        self.new.iter().filter(|slot| slot.is_some()).count()
    }

    /// Pairs what is free and has equal keys; without a key one takes no part.
    pub(super) fn by_key(
        &mut self,
        several: Several,
        old_key: impl Fn(u32) -> Option<u64>,
        new_key: impl Fn(u32) -> Option<u64>,
    ) {
        for (old, new) in self.free_groups(old_key, new_key) {
            let wanted = match several {
                Several::InOrder => true,
                Several::Leave => old.len() == 1 && new.len() == 1,
            };
            if wanted {
                old.into_iter().zip(new).for_each(|(old, new)| self.pair(old, new));
            }
        }
    }

    /// What is free, grouped by equal keys; only groups that have both sides.
    pub(super) fn free_groups(
        &self,
        old_key: impl Fn(u32) -> Option<u64>,
        new_key: impl Fn(u32) -> Option<u64>,
    ) -> Vec<(Vec<u32>, Vec<u32>)> {
        let mut groups: FxHashMap<u64, (Vec<u32>, Vec<u32>)> = FxHashMap::default();
        for old in self.free_old() {
            if let Some(key) = old_key(old) {
                groups.entry(key).or_default().0.push(old);
            }
        }
        if !groups.is_empty() {
            for new in self.free_new() {
                if let Some(Slot::Occupied(mut group)) = new_key(new).map(|key| groups.entry(key)) {
                    group.get_mut().1.push(new);
                }
            }
        }
        groups.into_values().filter(|(_, new)| !new.is_empty()).collect()
    }
}

fn indices<T>(list: &[T]) -> impl Iterator<Item = u32> + use<T> {
    0..u32::try_from(list.len()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_of_one_key() {
        let run = |several, old: &[u64], new: &[u64]| {
            let mut pairing = Pairing::new(old.len(), new.len());
            pairing.by_key(several, |at| old.get(at as usize).copied(), |at| new.get(at as usize).copied());
            pairing.pairs().collect::<Vec<_>>()
        };
        assert_eq!(run(Several::InOrder, &[1, 1, 2], &[1, 2, 1]), [(0, 0), (2, 1), (1, 2)]);
        assert_eq!(run(Several::Leave, &[1, 1, 2], &[1, 2, 1]), [(2, 1)]);
    }
}
