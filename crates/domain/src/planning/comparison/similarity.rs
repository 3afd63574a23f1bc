// SPDX-License-Identifier: AGPL-3.0-or-later
//! How alike two titles are, and who is most like whom.
//!
//! The measure is the share of words in common, `2 · common / (old + new)`. Candidates come from an index of the
//! rarest words (two titles that share 80 % must share one of the rarest third), never from all pairs.

use super::pairing::Pairing;
use super::text::plain;
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::Hasher as _;

/// From here on two titles are alike, in percent of words in common.
pub(super) const ALIKE_PERCENT: usize = 80;

/// From here on two titles in the same place are taken for one, in percent of words in common.
pub(super) const RELATED_PERCENT: usize = 50;

/// A word that more titles than this share says nothing about which of them is meant.
const TITLES_PER_WORD_MAX: usize = 48;

/// The different words of a title, as sorted hashes.
pub(super) struct WordSet(Vec<u64>);

impl WordSet {
    /// The words of a title.
    pub(super) fn new(title: &str) -> Self {
        let mut words: Vec<u64> = plain(title).split([' ', '/']).filter(|word| !word.is_empty()).map(hash).collect();
        words.sort_unstable();
        words.dedup();
        Self(words)
    }

    /// The share of words in common, in percent rounded down; 100 where neither has any.
    pub(super) fn percent_in_common(&self, other: &Self) -> usize {
        let total = self.0.len() + other.0.len();
        if total == 0 {
            return 100;
        }
        let common = self.0.iter().filter(|word| other.0.binary_search(word).is_ok()).count();
        200 * common / total
    }
}

fn hash(word: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(word.as_bytes());
    hasher.finish()
}

/// A title and the group it may find its like in.
pub(super) struct Titled<'a> {
    /// The place in its list.
    pub(super) at: u32,
    /// Only titles of one group are compared.
    pub(super) group: u64,
    /// The title.
    pub(super) title: &'a str,
}

/// Pairs titles that are alike, each the other's only best.
pub(super) fn pair_alike(pairing: &mut Pairing, old: &[Titled<'_>], new: &[Titled<'_>]) {
    if old.is_empty() || new.is_empty() {
        return;
    }
    let old_words: Vec<WordSet> = old.iter().map(|titled| WordSet::new(titled.title)).collect();
    let new_words: Vec<WordSet> = new.iter().map(|titled| WordSet::new(titled.title)).collect();
    let mut index: FxHashMap<(u64, u64), Vec<usize>> = FxHashMap::default();
    for (at, (titled, words)) in old.iter().zip(&old_words).enumerate() {
        for &word in &words.0 {
            index.entry((titled.group, word)).or_default().push(at);
        }
    }
    let mut best_of_old = vec![Best::default(); old.len()];
    let mut best_of_new = vec![Best::default(); new.len()];
    for (at, (titled, words)) in new.iter().zip(&new_words).enumerate() {
        for candidate in candidates(&index, titled.group, words) {
            let percent = old_words[candidate].percent_in_common(words);
            if percent >= ALIKE_PERCENT {
                best_of_new[at].offer(percent, candidate);
                best_of_old[candidate].offer(percent, at);
            }
        }
    }
    for (at, best) in best_of_new.iter().enumerate() {
        if let Some(candidate) = best.only()
            && best_of_old[candidate].only() == Some(at)
        {
            pairing.pair(old[candidate].at, new[at].at);
        }
    }
}

/// The old titles that share one of the rarest words.
fn candidates(index: &FxHashMap<(u64, u64), Vec<usize>>, group: u64, words: &WordSet) -> Vec<usize> {
    let mut lists: Vec<&[usize]> =
        words.0.iter().map(|&word| index.get(&(group, word)).map_or(&[][..], Vec::as_slice)).collect();
    lists.sort_by_key(|list| list.len());
    lists.truncate(words.0.len() / 3 + 1);
    let mut found: Vec<usize> =
        lists.into_iter().filter(|list| list.len() <= TITLES_PER_WORD_MAX).flatten().copied().collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// The best so far, and whether it is the only one.
#[derive(Clone, Copy, Default)]
struct Best {
    percent: usize,
    at: usize,
    shared: bool,
}

impl Best {
    fn offer(&mut self, percent: usize, at: usize) {
        if percent > self.percent {
            *self = Self { percent, at, shared: false };
        } else if percent == self.percent {
            self.shared = true;
        }
    }

    fn only(self) -> Option<usize> {
        (self.percent > 0 && !self.shared).then_some(self.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_words_in_common() {
        let check = |old: &str, new: &str, percent| {
            assert_eq!(WordSet::new(old).percent_in_common(&WordSet::new(new)), percent, "{old} / {new}");
        };
        check("Sostegno alla genitorialità", "SOSTEGNO ALLA GENITORIALITA'", 100);
        check("uno due tre quattro", "uno due tre cinque", 75);
        check("", "", 100);
        check("uno", "", 0);
    }

    #[test]
    fn only_an_only_best_is_paired() {
        let titled = |titles: &[&'static str]| -> Vec<Titled<'static>> {
            titles.iter().zip(0..).map(|(&title, at)| Titled { at, group: 0, title }).collect()
        };
        let old = titled(&["percorsi di sostegno per le famiglie fragili", "uno due tre quattro cinque sei a"]);
        let new = titled(&[
            "uno due tre quattro cinque sei b",
            "uno due tre quattro cinque sei c",
            "percorsi di sostegno per famiglie fragili",
        ]);
        let mut pairing = Pairing::new(2, 3);
        pair_alike(&mut pairing, &old, &new);
        assert_eq!(pairing.pairs().collect::<Vec<_>>(), [(0, 2)]);
    }
}
