// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who is named in the documents: in their tables of people, as owners, and after a title in the text.

use super::words::{Word, tells, words};
use crate::checks::Source;
use ambito_findings::Finding;
use std::collections::{BTreeSet, HashMap};

/// Titles that stand before a name, folded and cut at their first dot.
const HONORIFICS: [&str; 17] = [
    "dott",
    "dottor",
    "dottore",
    "dottoressa",
    "dr",
    "sig",
    "signor",
    "signora",
    "ing",
    "avv",
    "avvocato",
    "arch",
    "rag",
    "geom",
    "prof",
    "professor",
    "professoressa",
];
/// What may follow the dot of a title: `dott.ssa`, `sig.ra`.
const HONORIFIC_ENDS: [&str; 3] = ["ssa", "ra", "re"];
/// Words of offices: what has one of them is no person.
const OFFICE_WORDS: [&str; 26] = [
    "agenzia",
    "ambito",
    "ambiti",
    "area",
    "asl",
    "ats",
    "asst",
    "azienda",
    "associazione",
    "comune",
    "comuni",
    "consorzio",
    "cooperativa",
    "dg",
    "direzione",
    "dipartimento",
    "distretto",
    "ente",
    "enti",
    "provincia",
    "regione",
    "servizi",
    "servizio",
    "settore",
    "ufficio",
    "unita",
];
/// The longest name, in words.
const NAME_WORDS_MAX: usize = 5;

/// The people, each known by the words of the name in any order.
#[derive(Clone, Debug, Default)]
pub(super) struct People {
    /// The words of each, particles among them.
    names: Vec<BTreeSet<String>>,
    numbers: HashMap<BTreeSet<String>, usize>,
    with_word: HashMap<String, Vec<usize>>,
}

impl People {
    /// Everybody who is named in the documents, in their order, and who accepted findings.
    pub(super) fn of(sources: &[Source], findings: &[Finding]) -> Self {
        let mut people = Self::default();
        for source in sources {
            let all = words(&source.blocks.text);
            let common: BTreeSet<&str> =
                all.iter().filter(|word| !word.capital).map(|word| word.folded.as_str()).collect();
            let draft = &source.reading.draft;
            for effort in &draft.efforts {
                people.add(&words(&effort.person), &common);
            }
            let owners = draft.nodes.iter().filter_map(|node| node.owner.as_deref());
            for owner in owners.chain(draft.indicators.iter().filter_map(|record| record.owner.as_deref())) {
                people.add_owner(owner, &common);
            }
            people.add_titled(&source.blocks.text, &all, &common);
        }
        for acceptance in findings.iter().filter_map(|finding| finding.accepted.as_ref()) {
            people.add(&words(&acceptance.by), &BTreeSet::new());
        }
        people
    }

    /// How many.
    pub(super) fn count(&self) -> usize {
        self.names.len()
    }

    /// Those whose name has a word.
    pub(super) fn with(&self, folded: &str) -> &[usize] {
        self.with_word.get(folded).map_or(&[], Vec::as_slice)
    }

    /// The words of a person's name.
    pub(super) fn name(&self, person: usize) -> &BTreeSet<String> {
        &self.names[person]
    }

    /// The person of a whole name.
    pub(super) fn find(&self, name: &str) -> Option<usize> {
        self.numbers.get(&key(&words(name))).copied()
    }

    /// Adds a name, unless it is made of words that the document also uses as ordinary ones ("assistenti sociali").
    fn add(&mut self, name: &[Word], common: &BTreeSet<&str>) {
        let key = key(name);
        let mut telling = key.iter().filter(|word| tells(word)).peekable();
        let office = key.iter().any(|word| OFFICE_WORDS.contains(&word.as_str()));
        if telling.peek().is_none()
            || office
            || telling.all(|word| common.contains(word.as_str()))
            || self.numbers.contains_key(&key)
        {
            return;
        }
        let number = self.names.len();
        for word in key.iter().filter(|word| tells(word)) {
            self.with_word.entry(word.clone()).or_default().push(number);
        }
        self.numbers.insert(key.clone(), number);
        self.names.push(key);
    }

    /// An owner is a person where the words are few and all with a capital, or before a number of the staff; there may
    /// be several of them: `AREA ANZIANI ROSSI MARIA (2711) BIANCHI PIA (11767) fino al 31/08`.
    fn add_owner(&mut self, owner: &str, common: &BTreeSet<&str>) {
        let mut rest = owner;
        let mut numbered = false;
        while let Some((before, after)) = rest.split_once('(') {
            let digits = after.bytes().take_while(u8::is_ascii_digit).count();
            if digits >= 3 && after.as_bytes().get(digits) == Some(&b')') {
                self.add_numbered(before, common);
                numbered = true;
            }
            rest = after;
        }
        let all = words(owner);
        if !numbered
            && (2..=NAME_WORDS_MAX).contains(&all.len())
            && all.iter().all(|word| word.capital || !word.tells())
        {
            self.add(&all, common);
        }
    }

    /// The name at the end of what stands before a number of the staff.
    fn add_numbered(&mut self, before: &str, common: &BTreeSet<&str>) {
        let all = words(before);
        let mut from = all.len();
        let mut telling = 0;
        // Two words, and a third that is no word of offices: who has two first names must not keep the surname.
        while from > 0 && all.len() - from < NAME_WORDS_MAX {
            let next = &all[from - 1];
            let glued = from == all.len() || before.get(next.range.end..all[from].range.start) == Some(" ");
            if next.tells() && telling >= 2 && (telling > 2 || !glued || is_ordinary(&next.folded, common)) {
                break;
            }
            from -= 1;
            telling += usize::from(next.tells());
        }
        let single = all[from..].iter().take_while(|word| word.folded.len() == 1).count();
        self.add(&all[from + single..], &BTreeSet::new());
    }

    /// Names after a title: `dott.ssa Maria Rossi`.
    fn add_titled(&mut self, text: &str, all: &[Word], common: &BTreeSet<&str>) {
        for (at, word) in all.iter().enumerate() {
            if !is_honorific(word) {
                continue;
            }
            let first = at + 1 + usize::from(all.get(at + 1).is_some_and(is_honorific_end));
            let mut last = first;
            while last < all.len()
                && last - first < NAME_WORDS_MAX
                && (all[last].capital || !all[last].tells())
                && is_beside(text, &all[last - 1], &all[last])
                && !is_honorific(&all[last])
                && (last - first < 2 || !common.contains(all[last].folded.as_str()))
            {
                last += 1;
            }
            while last > first && !all[last - 1].capital {
                last -= 1;
            }
            self.add(&all[first..last], common);
        }
    }
}

/// Whether the document has a word like this in small letters: `EDUCATIVO` where it says `educativi`.
fn is_ordinary(folded: &str, common: &BTreeSet<&str>) -> bool {
    let stem = folded.get(..folded.len().saturating_sub(1).max(3)).unwrap_or(folded);
    common.range(stem..).next().is_some_and(|word| word.starts_with(stem))
}

/// Whether a word is a title.
pub(super) fn is_honorific(word: &Word) -> bool {
    HONORIFICS.contains(&word.folded.as_str())
}

/// Whether a word ends a title that was cut by its dot.
pub(super) fn is_honorific_end(word: &Word) -> bool {
    HONORIFIC_ENDS.contains(&word.folded.as_str())
}

/// Whether nothing but a space, a dot or an apostrophe stands between two words.
pub(super) fn is_beside(text: &str, left: &Word, right: &Word) -> bool {
    let between = text.get(left.range.end..right.range.start).unwrap_or_default();
    between.chars().count() <= 3
        && between.chars().all(|char| char.is_whitespace() || matches!(char, '.' | '\'' | '’' | '-' | '*'))
}

fn key(name: &[Word]) -> BTreeSet<String> {
    name.iter().map(|word| word.folded.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_before_a_number_of_the_staff_is_known() {
        let mut people = People::default();
        let owner = "AREA ANZIANI CANTAFAVOLE NORA (2711) VILLA BRUNO (11767) fino al 31/08 [Funzione Q0001]";
        people.add_owner(owner, &BTreeSet::from(["anziani"]));
        assert_eq!(people.count(), 2);
        assert!(people.find("Bruno Villa").is_some());
    }
}
