// SPDX-License-Identifier: AGPL-3.0-or-later
//! What titles of indicators measure: their words without what only counts, in the singular or the plural alike.

use ambito_base::fold;
use rustc_hash::{FxHashMap, FxHashSet, FxHasher};
use std::hash::{Hash as _, Hasher as _};

/// Two words with the same first letters are the same word, in the singular or the plural.
const STEM_CHARS: usize = 5;

/// Titles of which one says everything the other does are nearly the same from so many stems on…
const STEMS_NEAR_MIN: usize = 5;

/// …if the longer says at most so much more.
const STEMS_MORE_MAX: usize = 2;

/// A stem in more titles than these does not lead to titles that are nearly the same.
const TITLES_OF_A_STEM_MAX: usize = 6;

/// Words that end the naming of who works along.
const AFTER_WHOM: [&str; 9] = ["del", "della", "dei", "delle", "dello", "degli", "dell", "per", "entro"];

/// Words of titles that say how something is counted, or nothing, not what is counted.
const COUNTING: [&str; 34] = [
    "numero",
    "percentuale",
    "atti",
    "procedimenti",
    "istruiti",
    "pratiche",
    "totale",
    "complessivo",
    "durante",
    "anno",
    "relativi",
    "relative",
    "entro",
    "maggiore",
    "minore",
    "della",
    "delle",
    "dello",
    "degli",
    "dell",
    "dalla",
    "dalle",
    "nella",
    "nelle",
    "negli",
    "nell",
    "sulla",
    "sulle",
    "alla",
    "alle",
    "agli",
    "allo",
    "tramite",
    "ogni",
];

/// Pairs of titles of which one says everything that the other does.
pub(super) fn near(stems: &[Vec<u64>], firsts: &[usize]) -> Vec<(usize, usize)> {
    let mut titles: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    for &at in firsts {
        let Some(stems) = stems.get(at).filter(|stems| stems.len() >= STEMS_NEAR_MIN) else { continue };
        for stem in stems {
            let of_stem = titles.entry(*stem).or_default();
            if of_stem.len() <= TITLES_OF_A_STEM_MAX {
                of_stem.push(at);
            }
        }
    }
    let mut pairs: FxHashSet<(usize, usize)> = FxHashSet::default();
    for of_stem in titles.values().filter(|of_stem| (2..=TITLES_OF_A_STEM_MAX).contains(&of_stem.len())) {
        for (at, left) in of_stem.iter().enumerate() {
            pairs.extend(of_stem.iter().skip(at + 1).map(|right| (*left, *right)));
        }
    }
    let mut pairs: Vec<(usize, usize)> = pairs
        .into_iter()
        .filter(|(left, right)| {
            let (Some(left), Some(right)) = (stems.get(*left), stems.get(*right)) else { return false };
            let (few, many) = if left.len() <= right.len() { (left, right) } else { (right, left) };
            many.len() - few.len() <= STEMS_MORE_MAX && few.iter().all(|stem| many.binary_search(stem).is_ok())
        })
        .collect();
    pairs.sort_unstable();
    pairs
}

/// The words of a title that say what is measured, by their first letters, sorted.
pub(super) fn stems(title: &str) -> Vec<u64> {
    let folded = fold(title);
    let mut with = false;
    let mut stems: Vec<u64> = folded
        .split([' ', '/'])
        // Who works along is not what is measured: "together with the…" up to the next "of the".
        .filter(|word| {
            with = (with || *word == "insieme") && !AFTER_WHOM.contains(word);
            !with
        })
        .filter(|word| word.len() > 3 && !COUNTING.contains(word) && !word.bytes().any(|byte| byte.is_ascii_digit()))
        .map(|word| {
            let end = word.char_indices().nth(STEM_CHARS).map_or(word.len(), |(end, _)| end);
            let mut hasher = FxHasher::default();
            word.get(..end).unwrap_or(word).hash(&mut hasher);
            hasher.finish()
        })
        .collect();
    stems.sort_unstable();
    stems.dedup();
    stems
}

#[cfg(test)]
mod tests {
    use super::{near, stems};

    #[test]
    fn titles_of_one_measure() {
        assert_eq!(
            stems("N. famiglie seguite dallo sportello: > di"),
            stems("Numero delle famiglie seguite dallo sportello")
        );
        assert_ne!(stems("Famiglie seguite"), stems("Famiglie accolte"));
    }

    #[test]
    fn titles_that_are_nearly_the_same() {
        let titles = [
            "N. incontri dei tavoli territoriali con le associazioni sportive",
            "Partecipazione agli incontri dei tavoli territoriali con le associazioni sportive",
            "N. corsi per le associazioni sportive",
        ];
        let all: Vec<Vec<u64>> = titles.iter().map(|title| stems(title)).collect();
        assert_eq!(near(&all, &[0, 1, 2]), [(0, 1)]);
    }
}
