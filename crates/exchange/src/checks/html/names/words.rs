// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words of a text, as far as names are made of them.

use ambito_base::fold;
use std::ops::Range;

/// Parts of names that say nothing alone, folded.
const PARTICLES: [&str; 22] = [
    "d", "l", "da", "de", "di", "la", "le", "li", "lo", "dal", "del", "dei", "san", "van", "von", "dalla", "degli",
    "della", "delle", "dello", "santa", "sant",
];

/// A word: letters only, so that an apostrophe or a hyphen parts two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// Its comparison form.
    pub folded: String,
    /// Whether its first letter is a capital.
    pub capital: bool,
}

impl Word {
    /// Whether it is an initial: one capital letter.
    pub(super) fn is_initial(&self) -> bool {
        self.capital && self.folded.len() == 1
    }

    /// Whether it can tell a person: neither a particle nor a single letter.
    pub(super) fn tells(&self) -> bool {
        tells(&self.folded)
    }
}

/// Whether a folded word can tell a person.
pub(super) fn tells(folded: &str) -> bool {
    folded.len() > 1 && !PARTICLES.contains(&folded)
}

/// The words of a text, in order.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    let mut start: Option<usize> = None;
    for (at, char) in text.char_indices().chain([(text.len(), ' ')]) {
        match (char.is_alphabetic(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                start = None;
                let word = text.get(from..at).unwrap_or_default();
                let capital = word.chars().next().is_some_and(char::is_uppercase);
                found.push(Word { range: from..at, folded: fold(word), capital });
            }
            _ => {}
        }
    }
    found
}
