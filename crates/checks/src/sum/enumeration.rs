// SPDX-License-Identifier: AGPL-3.0-or-later
//! Sentences that tell parts and what they come to: "70 a Castelvento, 30 a Collelume, per un totale di 100".

use super::figures::{Figure, Fit, Kind, figures};
use super::told::Told;

/// The words after which a total stands.
const TOTAL_WORDS: [&str; 8] = [
    "totale di",
    "totale complessivo di",
    "totale pari a",
    "in totale",
    "complessivamente",
    "complessivi",
    "in tutto",
    "totale:",
];

/// How many words may stand between "totale di" and its figure ("circa", "€").
const WORDS_TO_TOTAL_MAX: usize = 2;

/// The longest list of parts that is added.
const PARTS_MAX: usize = 60;

/// Parts and their total, all in one text.
#[derive(Debug)]
pub(super) struct Enumeration {
    /// The parts, at least two.
    pub parts: Vec<Figure>,
    /// The total.
    pub total: Figure,
}

impl Enumeration {
    /// What the parts make, in hundredths.
    pub fn sum(&self) -> Option<i64> {
        self.parts.iter().try_fold(0i64, |sum, part| sum.checked_add(part.hundredths))
    }

    /// Whether the parts make the total, as far as it is printed.
    pub fn holds(&self) -> bool {
        self.sum().is_none_or(|sum| self.total.fit(sum) != Fit::Other)
    }
}

/// The enumerations with a total that a text tells.
pub(super) fn enumerations(told: &Told<'_>) -> Vec<Enumeration> {
    if !told.text.contains("otale") && !told.text.contains("omplessiv") && !told.text.contains("in tutto") {
        return Vec::new();
    }
    let figures = figures(told.text);
    (2..figures.len())
        .filter(|at| is_total(told.text, &figures, *at))
        .filter_map(|at| {
            let total = figures[at];
            let parts = parts_before(told.text, &figures[..at], &total);
            (parts.len() > 1).then_some(Enumeration { parts, total })
        })
        .collect()
}

fn is_total(text: &str, figures: &[Figure], at: usize) -> bool {
    let figure = &figures[at];
    let from = at.checked_sub(1).map_or(0, |left| figures[left].end);
    let Some(before) = text.get(from..figure.start) else { return false };
    let lower = before.to_lowercase();
    matches!(figure.kind, Kind::Plain | Kind::Money)
        && TOTAL_WORDS.iter().any(|words| {
            lower.rfind(words).is_some_and(|found| {
                let rest = lower.get(found + words.len()..).unwrap_or("");
                rest.split_whitespace().count() <= WORDS_TO_TOTAL_MAX && !rest.contains(['.', ';', '('])
            })
        })
}

/// The figures before a total that are told in parallel: each separated from the next by a comma or "e" inside one
/// sentence, and followed by the same word as the others.
fn parts_before(text: &str, figures: &[Figure], total: &Figure) -> Vec<Figure> {
    let mut parts: Vec<Figure> = Vec::new();
    for figure in figures.iter().rev() {
        if figure.kind == Kind::Aside {
            continue;
        }
        if figure.kind != total.kind || parts.len() == PARTS_MAX {
            break;
        }
        if let Some(right) = parts.last()
            && !text.get(figure.end..right.start).is_some_and(parts_words)
        {
            break;
        }
        parts.push(*figure);
    }
    parts.reverse();
    let gap = parts.last().and_then(|last| text.get(last.end..total.start)).unwrap_or("");
    // The parts may stand in the sentence before the total, not further away.
    if sentence_ends(gap) > 1 || parts.len() < 2 || !parallel(text, &parts) || !may_add_up(text, &parts, total) {
        return Vec::new();
    }
    parts
}

/// Whether parts can be meant to make a total: no rates, and either told of the same thing as it or not far from it.
fn may_add_up(text: &str, parts: &[Figure], total: &Figure) -> bool {
    let told = parts.first().and_then(|first| text.get(first.end..total.start)).unwrap_or("");
    let word = |figure: &Figure| super::figures::lower_word(text.get(figure.end..).unwrap_or(""));
    let counted = word(total);
    let same = total.kind == Kind::Money || parts.iter().any(|part| word(part) == counted);
    let sum = parts.iter().fold(0i64, |sum, part| sum.saturating_add(part.hundredths));
    let largest = parts.iter().map(|part| part.hundredths).max().unwrap_or(0);
    let near = (largest..=sum.saturating_mul(2)).contains(&total.hundredths);
    !super::figures::tells_rates(told) && (same || near)
}

/// Whether the words between two figures part two members of a list.
fn parts_words(words: &str) -> bool {
    sentence_ends(words) == 0
        && !words.contains(['(', ')', '%', '='])
        && (words.contains(',') || words.contains(';') || words.contains(" e ") || words.contains('+'))
}

fn sentence_ends(words: &str) -> usize {
    words.match_indices(". ").count() + words.match_indices(".\u{a0}").count()
}

/// Whether the figures are told in the same form: from the second on, the same word follows each; with two figures,
/// the word is that of the first too.
fn parallel(text: &str, parts: &[Figure]) -> bool {
    let follows: Vec<String> = parts
        .iter()
        .map(|figure| super::figures::lower_word(text.get(figure.end..).unwrap_or("")))
        .map(|word| word.trim_start_matches('€').to_owned())
        .collect();
    let same = |words: &[String]| words.windows(2).all(|pair| pair[0] == pair[1]);
    match &follows[..] {
        [_, rest @ ..] if rest.len() > 1 => same(rest),
        all => same(all),
    }
}
