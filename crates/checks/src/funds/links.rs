// SPDX-License-Identifier: AGPL-3.0-or-later
//! Chapters by their numbers, and which of them name each other.

use ambito_base::fold;
use ambito_domain::planning::{BudgetLine, ChapterReference, Direction, PlanDraft};
use rustc_hash::{FxHashMap, FxHashSet};

/// Words in the title of a chapter whose money is left from earlier years.
const REMAINDERS: [&str; 3] = ["avanzo", "residui", "economie anni precedenti"];

/// A chapter and article of one side; it may be divided over the budgets of several nodes.
#[derive(Debug)]
pub(crate) struct Chapter {
    /// Its lines, by their place in the draft.
    pub lines: Vec<usize>,
    /// Whether no line of it names a chapter of the other side.
    pub is_silent: bool,
}

/// The chapters of a document.
#[derive(Debug)]
pub(crate) struct Chapters<'a> {
    lines: &'a [BudgetLine],
    chapters: Vec<Chapter>,
    of_line: Vec<usize>,
    by_number: FxHashMap<(Direction, &'a str), Vec<usize>>,
    by_article: FxHashMap<(Direction, &'a str, &'a str), usize>,
    named_by: FxHashSet<(usize, usize)>,
}

impl<'a> Chapters<'a> {
    pub(crate) fn of(draft: &'a PlanDraft) -> Self {
        let lines = &draft.budget_lines;
        let mut this = Self {
            lines,
            chapters: Vec::new(),
            of_line: Vec::with_capacity(lines.len()),
            by_number: FxHashMap::default(),
            by_article: FxHashMap::default(),
            named_by: FxHashSet::default(),
        };
        for (at, line) in lines.iter().enumerate() {
            this.add(at, line);
        }
        for (at, line) in lines.iter().enumerate() {
            for reference in &line.references {
                for &named in &this.named(reference) {
                    this.named_by.insert((this.of_line[at], named));
                }
            }
        }
        this
    }

    fn add(&mut self, at: usize, line: &'a BudgetLine) {
        let known = line
            .direction
            .and_then(|direction| self.by_article.get(&(direction, number(&line.chapter), article(line))).copied());
        let chapter = known.unwrap_or_else(|| {
            let new = self.chapters.len();
            self.chapters.push(Chapter { lines: Vec::new(), is_silent: true });
            if let Some(direction) = line.direction {
                self.by_article.insert((direction, number(&line.chapter), article(line)), new);
                self.by_number.entry((direction, number(&line.chapter))).or_default().push(new);
            }
            new
        });
        self.chapters[chapter].lines.push(at);
        self.chapters[chapter].is_silent &= line.references.iter().all(|reference| reference.chapter.is_none());
        self.of_line.push(chapter);
    }

    /// Every line of every chapter.
    pub(super) fn lines(&self) -> &'a [BudgetLine] {
        self.lines
    }

    /// Every chapter, in the order of their first lines.
    pub(super) fn all(&self) -> &[Chapter] {
        &self.chapters
    }

    /// The chapter of a line.
    pub(super) fn of_line(&self, line: usize) -> usize {
        self.of_line[line]
    }

    /// The chapters that a reference names: that of its article; without an article, the chapter itself (its article
    /// is none or zero), else all articles.
    pub(super) fn named(&self, reference: &ChapterReference) -> Vec<usize> {
        let Some(chapter) = reference.chapter.as_deref().map(number) else { return Vec::new() };
        let wanted = reference.article.as_deref().map_or("", number);
        match self.by_article.get(&(reference.direction, chapter, wanted)) {
            Some(&found) => vec![found],
            None if reference.article.is_some() => Vec::new(),
            None => self.by_number.get(&(reference.direction, chapter)).cloned().unwrap_or_default(),
        }
    }

    /// Whether a chapter names another one.
    pub(super) fn names(&self, chapter: usize, other: usize) -> bool {
        self.named_by.contains(&(chapter, other))
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
