// SPDX-License-Identifier: AGPL-3.0-or-later
//! Which words of a text changed.
//!
//! The common beginning and end are cut off first; what is left is aligned by its longest common subsequence, up to
//! [`CELLS_MAX`]. Beyond it the middle counts as rewritten as a whole: true, only less fine.

use super::text::plain_into;

/// The most cells (old words × new words) that are aligned one by one: 2 MB of memory.
const CELLS_MAX: usize = 1 << 20;

/// A run of words with one fate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WordRun {
    /// In both texts, as the new one has them.
    Same(String),
    /// Only in the old one.
    Removed(String),
    /// Only in the new one.
    Added(String),
}

/// The words of two texts, side by side: joined without the `Removed` runs they are the new text, without the `Added`
/// runs the old one (white space collapsed, and unchanged words as the new text writes them).
#[must_use]
pub fn word_runs(old: &str, new: &str) -> Vec<WordRun> {
    let old = Words::new(old);
    let new = Words::new(new);
    let prefix = old.keys.iter().zip(&new.keys).take_while(|(a, b)| a == b).count();
    let tail = old.keys[prefix..].iter().rev().zip(new.keys[prefix..].iter().rev()).take_while(|(a, b)| a == b).count();
    let old_middle = prefix..old.keys.len() - tail;
    let new_middle = prefix..new.keys.len() - tail;

    let mut runs = Runs::default();
    new.words[..prefix].iter().for_each(|word| runs.same(word));
    if old_middle.len().saturating_mul(new_middle.len()) <= CELLS_MAX {
        align(&old, old_middle, &new, new_middle, &mut runs);
    } else {
        old.words[old_middle].iter().for_each(|word| runs.removed(word));
        new.words[new_middle].iter().for_each(|word| runs.added(word));
    }
    new.words[new.words.len() - tail..].iter().for_each(|word| runs.same(word));
    runs.finish()
}

struct Words<'a> {
    words: Vec<&'a str>,
    /// The plain form of each; a word that is only punctuation keeps none and joins its neighbour.
    keys: Vec<String>,
}

impl<'a> Words<'a> {
    fn new(text: &'a str) -> Self {
        let mut words = Vec::new();
        let mut keys = Vec::new();
        let mut key = String::new();
        for word in text.split_whitespace() {
            plain_into(word, &mut key);
            if !key.is_empty() {
                words.push(word);
                keys.push(key.clone());
            }
        }
        Self { words, keys }
    }
}

fn align(
    old: &Words<'_>,
    old_range: std::ops::Range<usize>,
    new: &Words<'_>,
    new_range: std::ops::Range<usize>,
    runs: &mut Runs,
) {
    let old_keys = &old.keys[old_range.clone()];
    let new_keys = &new.keys[new_range.clone()];
    let old_words = &old.words[old_range];
    let new_words = &new.words[new_range];
    let width = new_keys.len() + 1;
    // lengths[row * width + column] = longest common subsequence of what begins at (row, column); it fits in u16 as a
    // text beyond 65.535 words on one side is longer than CELLS_MAX unless the other has fewer than 17.
    let mut lengths = vec![0u16; (old_keys.len() + 1) * width];
    for row in (0..old_keys.len()).rev() {
        for column in (0..new_keys.len()).rev() {
            lengths[row * width + column] = if old_keys[row] == new_keys[column] {
                lengths[(row + 1) * width + column + 1].saturating_add(1)
            } else {
                lengths[(row + 1) * width + column].max(lengths[row * width + column + 1])
            };
        }
    }
    let (mut row, mut column) = (0, 0);
    while row < old_keys.len() && column < new_keys.len() {
        if old_keys[row] == new_keys[column] {
            runs.same(new_words[column]);
            row += 1;
            column += 1;
        } else if lengths[(row + 1) * width + column] >= lengths[row * width + column + 1] {
            runs.removed(old_words[row]);
            row += 1;
        } else {
            runs.added(new_words[column]);
            column += 1;
        }
    }
    old_words[row..].iter().for_each(|word| runs.removed(word));
    new_words[column..].iter().for_each(|word| runs.added(word));
}

/// Joins neighbouring words of one fate; what was removed stands before what took its place.
#[derive(Default)]
struct Runs {
    done: Vec<WordRun>,
    same: String,
    removed: String,
    added: String,
}

impl Runs {
    fn same(&mut self, word: &str) {
        self.flush_changed();
        join(&mut self.same, word);
    }

    fn removed(&mut self, word: &str) {
        self.flush_same();
        join(&mut self.removed, word);
    }

    fn added(&mut self, word: &str) {
        self.flush_same();
        join(&mut self.added, word);
    }

    fn flush_same(&mut self) {
        if !self.same.is_empty() {
            self.done.push(WordRun::Same(std::mem::take(&mut self.same)));
        }
    }

    fn flush_changed(&mut self) {
        if !self.removed.is_empty() {
            self.done.push(WordRun::Removed(std::mem::take(&mut self.removed)));
        }
        if !self.added.is_empty() {
            self.done.push(WordRun::Added(std::mem::take(&mut self.added)));
        }
    }

    fn finish(mut self) -> Vec<WordRun> {
        self.flush_same();
        self.flush_changed();
        self.done
    }
}

fn join(run: &mut String, word: &str) {
    if !run.is_empty() {
        run.push(' ');
    }
    run.push_str(word);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(old: &str, new: &str, expected: &str) {
        let shown: Vec<String> = word_runs(old, new)
            .into_iter()
            .map(|run| match run {
                WordRun::Same(words) => words,
                WordRun::Removed(words) => format!("[-{words}-]"),
                WordRun::Added(words) => format!("{{+{words}+}}"),
            })
            .collect();
        assert_eq!(shown.join(" "), expected);
    }

    #[test]
    fn shows_the_changed_words() {
        check("almeno 150 persone seguite", "almeno 180 persone seguite", "almeno [-150-] {+180+} persone seguite");
        check("uno due tre", "uno tre quattro", "uno [-due-] tre {+quattro+}");
        check("", "nuovo testo", "{+nuovo testo+}");
        check("vecchio", "", "[-vecchio-]");
        check("lo  stesso, testo", "lo stesso testo", "lo stesso testo");
    }

    #[test]
    fn a_rewritten_long_text_is_told_as_a_whole() {
        let old: Vec<String> = (0..3000).map(|n| format!("a{n}")).collect();
        let new: Vec<String> = (0..3000).map(|n| format!("b{n}")).collect();
        assert_eq!(word_runs(&old.join(" "), &new.join(" ")).len(), 2);
    }
}
