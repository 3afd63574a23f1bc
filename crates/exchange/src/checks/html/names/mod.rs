// SPDX-License-Identifier: AGPL-3.0-or-later
//! Names of staff, hidden: the same person is `Persona 3` wherever the page shows the name.
//!
//! A name is found by its words, in any order, capitals or not as a whole, with initials (`M. Rossi`), across cells
//! and line ends, and also one word of it alone after a title or as a whole cell. What is not in a table of people,
//! not an owner and not after a title is not known to be a name; the page says so.

mod people;
mod words;

use super::Names;
use crate::checks::Source;
use ambito_findings::Finding;
use ambito_i18n::{Arg, Catalogue};
use people::{People, is_beside, is_honorific, is_honorific_end};
use std::ops::Range;
use words::{Word, words};

/// A name in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hidden {
    /// Its bytes.
    pub range: Range<usize>,
    /// Whose it is, 0-based; absent where one word is of several people.
    pub person: Option<usize>,
}

/// Finds names and says what to show instead.
#[derive(Clone, Debug)]
pub(super) struct Hider {
    people: People,
    names: Names,
}

impl Hider {
    pub(super) fn new(sources: &[Source], findings: &[Finding], names: Names) -> Self {
        Self { people: People::of(sources, findings), names }
    }

    /// How many people are hidden; `None` where names are shown.
    pub(super) fn count(&self) -> Option<usize> {
        match self.names {
            Names::Shown => None,
            Names::Hidden => Some(self.people.count()),
        }
    }

    /// The person of a whole name, whatever the order of its words.
    pub(super) fn person(&self, name: &str) -> Option<usize> {
        self.people.find(name)
    }

    /// The names in a text, in order; none where names are shown.
    pub(super) fn ranges(&self, text: &str) -> Vec<Hidden> {
        if self.names == Names::Shown || self.people.count() == 0 {
            return Vec::new();
        }
        let all = words(text);
        let mut found: Vec<Hidden> = Vec::new();
        let mut at = 0;
        while at < all.len() {
            match self.name_at(text, &all, at) {
                Some((next, person)) => {
                    let end = with_number(text, all[next - 1].range.end);
                    found.push(Hidden { range: all[at].range.start..end, person });
                    at = next;
                }
                None => at += 1,
            }
        }
        found
    }

    /// The name that a whole text is, one word of it included: for cells, where surname and name stand apart.
    pub(super) fn whole(&self, text: &str) -> Option<Hidden> {
        if self.names == Names::Shown {
            return None;
        }
        match words(text).as_slice() {
            [word] if word.capital && word.range.len() == text.trim().len() => {
                let with = self.people.with(&word.folded);
                let person = if let [one] = with { Some(*one) } else { None };
                (!with.is_empty()).then(|| Hidden { range: word.range.clone(), person })
            }
            _ => None,
        }
    }

    /// A text with its names replaced.
    pub(super) fn hidden(&self, text: &str, catalogue: &Catalogue) -> String {
        let mut out = String::with_capacity(text.len());
        let mut from = 0;
        for Hidden { range, person } in self.ranges(text) {
            out.push_str(text.get(from..range.start).unwrap_or_default());
            out.push_str(&label(person, catalogue));
            from = range.end;
        }
        out.push_str(text.get(from..).unwrap_or_default());
        out
    }

    /// The longest name that begins at a word: the word after it, and whose it is.
    fn name_at(&self, text: &str, all: &[Word], at: usize) -> Option<(usize, Option<usize>)> {
        let word = &all[at];
        let mut candidates = self.people.with(&word.folded);
        if candidates.is_empty() && (word.is_initial() || !word.tells()) {
            let telling = all[at + 1..].iter().take(2).find(|next| next.tells());
            candidates = telling.map_or(&[], |next| self.people.with(&next.folded));
        }
        let runs = candidates.iter().filter_map(|&person| Some((self.run(text, all, at, person)?, person)));
        let longest = runs.max_by_key(|&(next, person)| (next, std::cmp::Reverse(person)));
        if let Some((next, person)) = longest {
            return Some((next, Some(person)));
        }
        let titled = at > 0
            && word.capital
            && is_beside(text, &all[at - 1], word)
            && (is_honorific(&all[at - 1]) || (at > 1 && is_honorific_end(&all[at - 1]) && is_honorific(&all[at - 2])));
        match self.people.with(&word.folded) {
            [] => None,
            [one] if titled => Some((at + 1, Some(*one))),
            _ if titled => Some((at + 1, None)),
            _ => None,
        }
    }

    /// Where a person's name that begins at a word ends; one word alone is no name (`name_at` knows it after a title).
    fn run(&self, text: &str, all: &[Word], at: usize, person: usize) -> Option<usize> {
        let name = self.people.name(person);
        let mut seen: Vec<&str> = Vec::new();
        let (mut whole, mut initials, mut capitals) = (0, 0, 0);
        let mut end = at;
        for (index, word) in all.iter().enumerate().skip(at) {
            if index > at && !is_joined(text, &all[index - 1], word) || seen.contains(&word.folded.as_str()) {
                break;
            }
            let initial_of = |known: &String| known.starts_with(&word.folded) && !seen.contains(&known.as_str());
            if name.contains(&word.folded) {
                whole += usize::from(word.tells());
                capitals += usize::from(word.capital && word.tells());
            } else if word.is_initial() && name.iter().any(initial_of) {
                initials += 1;
            } else {
                break;
            }
            seen.push(&word.folded);
            if word.tells() || word.is_initial() {
                end = index + 1;
            }
        }
        let mail = all
            .get(end.saturating_sub(1))
            .is_some_and(|word| text.get(word.range.end..).is_some_and(|rest| rest.starts_with('@')));
        (whole >= 1 && whole + initials >= 2 && (capitals > 0 || mail)).then_some(end)
    }
}

/// What stands in the page instead of a name.
pub(super) fn label(person: Option<usize>, catalogue: &Catalogue) -> String {
    match person {
        // A number that names the person is no count: it has no groups.
        Some(person) => catalogue.text("page-person", &[("number", Arg::from(&(person + 1).to_string()))]),
        None => catalogue.text("page-person-some", &[]),
    }
}

/// Whether two words can be of one name: a few spaces, cells, line ends or points between them, no other words.
fn is_joined(text: &str, left: &Word, right: &Word) -> bool {
    let between = text.get(left.range.end..right.range.start).unwrap_or_default();
    between.len() <= 8
        && between.chars().all(|char| char.is_whitespace() || matches!(char, '.' | ',' | '\'' | '’' | '-' | '_' | '*'))
}

/// The end of a name with its number of the staff, where one follows: `ROSSI MARIA (2711)`.
fn with_number(text: &str, end: usize) -> usize {
    let rest = text.get(end..).unwrap_or_default();
    let Some(inner) = rest.trim_start_matches(' ').strip_prefix('(') else { return end };
    let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
    match inner.as_bytes().get(digits) {
        Some(b')') if digits >= 3 => end + (rest.len() - inner.len()) + digits + 1,
        _ => end,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::plan::source;
    use super::*;
    use ambito_i18n::Language;

    /// A table of people, and below it the text that is shown with their names hidden.
    fn check(text: &str, expected: &str) {
        let people = "Nome Soggetto\tRelazione Personale\tImpegno Personale\n\
                      Cantafavole Nora\tDirigente\t20,00 %\n\
                      De Soffiavento Iride Gaia\tDipendente\t70,00 %\n\
                      Educatori\tDipendente\t70,00 %\n\
                      Villa Bruno\tDipendente\t10,00 %\n";
        let plan = format!("2027_PD_1101\n\nSportello\n\n{people}\n\nGli educatori e la dott.ssa Ada Girandolanti.\n");
        let sources = [source("piano.txt", &plan)];
        assert_eq!(sources[0].reading.draft.efforts.len(), 4);
        let hider = Hider::new(&sources, &[], Names::Hidden);
        assert_eq!(hider.hidden(text, &Catalogue::new(Language::Italian)), expected);
    }

    #[test]
    fn names_in_any_order_and_form() {
        check("Nora Cantafavole, CANTAFAVOLE NORA", "Persona 1, Persona 1");
        check("con N. Cantafavole e Cantafavole N.", "con Persona 1 e Persona 1.");
        check("nora.cantafavole@comune.example", "Persona 1@comune.example");
        check("Iride De Soffiavento; Soffiavento\tIride", "Persona 2; Persona 2");
        check("il dott. Villa e la sig.ra Cantafavole", "il dott. Persona 3 e la sig.ra Persona 1");
        check("Cantafavole Nora (2711) e altri", "Persona 1 e altri");
        check("Ada Girandolanti", "Persona 4");
    }

    #[test]
    fn other_words_stay() {
        check("Villa comunale; gli educatori; Educatori", "Villa comunale; gli educatori; Educatori");
        check("Nora è un fiume. Cantafavole è un monte.", "Nora è un fiume. Cantafavole è un monte.");
        check("il nora cantafavole", "il nora cantafavole");
        check("", "");
    }

    #[test]
    fn a_cell_with_one_word_of_a_name_is_hidden() {
        let sources = [source(
            "piano.txt",
            "2027_PD_1101\n\nSportello\n\nNome Soggetto\tRelazione Personale\tImpegno Personale\nVilla Bruno\tDipendente\t10,00 %\n",
        )];
        let hider = Hider::new(&sources, &[], Names::Hidden);
        assert_eq!(hider.whole(" Villa ").and_then(|hidden| hidden.person), Some(0));
        assert_eq!(hider.whole("Villa comunale"), None);
        assert_eq!(hider.whole("10,00 %"), None);
    }
}
