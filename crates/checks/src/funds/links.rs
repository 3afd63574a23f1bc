// SPDX-License-Identifier: AGPL-3.0-or-later
//! Chapters by their numbers, and which of them name each other.

use crate::Subject;
use ambito_base::fold;
use ambito_domain::planning::{BudgetLine, ChapterReference, Direction};
use rustc_hash::FxHashMap;

/// Words in the title of a chapter whose money is left from earlier years.
const REMAINDERS: [&str; 3] = ["avanzo", "residui", "economie anni precedenti"];

/// The chapters of a document.
pub(super) struct Chapters<'a> {
    lines: &'a [BudgetLine],
    by_number: FxHashMap<(Direction, &'a str), Vec<usize>>,
}

impl<'a> Chapters<'a> {
    pub(super) fn of(subject: &Subject<'a>) -> Self {
        let lines = &subject.draft.budget_lines;
        let mut by_number: FxHashMap<(Direction, &'a str), Vec<usize>> = FxHashMap::default();
        for (at, line) in lines.iter().enumerate() {
            if let Some(direction) = line.direction {
                by_number.entry((direction, number(&line.chapter))).or_default().push(at);
            }
        }
        Self { lines, by_number }
    }

    pub(super) fn lines(&self) -> &'a [BudgetLine] {
        self.lines
    }

    /// The lines that a reference names: those of its article; without an article, those of the chapter itself (its
    /// article is none or zero), else all of the chapter.
    pub(super) fn named(&self, reference: &ChapterReference) -> Vec<usize> {
        let Some(chapter) = reference.chapter.as_deref() else { return Vec::new() };
        let all = self.by_number.get(&(reference.direction, number(chapter))).map_or(&[][..], Vec::as_slice);
        let of_article = |wanted: &str| -> Vec<usize> {
            all.iter().copied().filter(|at| article(&self.lines[*at]) == wanted).collect()
        };
        match reference.article.as_deref() {
            Some(wanted) => of_article(number(wanted)),
            None => {
                let own = of_article("");
                if own.is_empty() { all.to_vec() } else { own }
            }
        }
    }

    /// Whether a line names another one.
    pub(super) fn names(&self, line: usize, other: usize) -> bool {
        self.lines[line].references.iter().any(|reference| self.named(reference).contains(&other))
    }
}

/// Whether a line says which chapters it belongs with, and none of them was cut off.
pub(super) fn is_whole(line: &BudgetLine) -> bool {
    line.references.iter().all(|reference| reference.chapter.is_some())
}

/// Whether the money of a line is left from earlier years.
pub(super) fn is_remainder(line: &BudgetLine) -> bool {
    let title = fold(&line.title);
    REMAINDERS.iter().any(|word| title.contains(word))
}

/// A chapter as people write it: `31884/50`.
pub(super) fn shown(line: &BudgetLine) -> String {
    match line.article.as_deref().filter(|article| !number(article).is_empty()) {
        Some(article) => format!("{}/{article}", line.chapter),
        None => line.chapter.clone(),
    }
}

/// Digits without leading zeros.
fn number(digits: &str) -> &str {
    digits.trim().trim_start_matches('0')
}

fn article(line: &BudgetLine) -> &str {
    line.article.as_deref().map_or("", number)
}
