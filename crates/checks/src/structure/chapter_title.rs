// SPDX-License-Identifier: AGPL-3.0-or-later
//! One chapter whose title differs from one node to another.

use crate::check::{Run, check};
use crate::{Place, Report, Subject, Words};
use ambito_domain::planning::{BudgetLine, Direction};
use rustc_hash::FxHashMap;

check! {
    /// # Il titolo di un capitolo è scritto in più modi
    ///
    /// **Che cosa trova.** Lo stesso capitolo, con lo stesso articolo, ha in due nodi titoli che differiscono per una
    /// o due lettere.
    ///
    /// **Perché conta.** Uno dei due ha un errore di battitura; chi cerca il capitolo per titolo ne trova uno solo.
    ///
    /// **Esempio.** «CONTRIBUTO DEI COMUNI» e «CONTRUBUTO DEI COMUNI» per il capitolo 02102.
    ///
    /// **Come si corregge.** Correggere il titolo nel bilancio, da cui gli altri documenti lo prendono.
    ///
    /// **Eccezioni.** Gli spazi e i rinvii ad altri capitoli non contano; titoli del tutto diversi non sono guardati
    /// qui.
    ///
    /// # The title of a chapter is written in several ways
    ///
    /// **What it finds.** One chapter, with one article, has titles in two nodes that differ by one or two letters.
    ///
    /// **Why it matters.** One of them has a slip; who looks for the chapter by its title finds only one.
    ///
    /// **Example.** “SHARE OF THE MUNICIPALITIES” and “SHERE OF THE MUNICIPALITIES” for chapter 02102.
    ///
    /// **How to mend it.** Mend the title in the budget, from which the other documents take it.
    ///
    /// **Exceptions.** Spaces and references to other chapters do not count; titles that differ altogether are not
    /// looked at here.
    STR064, "chapter-title-in-several-ways", Note, Run::Alone(look)
}

/// So many letters may differ.
const LETTERS_MAX: usize = 2;

fn look(subject: &Subject<'_>, report: &mut Report) {
    let mut first: FxHashMap<(Option<Direction>, &str, Option<&str>), &BudgetLine> = FxHashMap::default();
    for line in &subject.draft.budget_lines {
        let key = (line.direction, line.chapter.as_str(), line.article.as_deref());
        let Some(known) = first.get(&key) else {
            first.insert(key, line);
            continue;
        };
        if known.title == line.title {
            continue;
        }
        let (known_letters, letters) = (letters(&known.title), letters(&line.title));
        let Some((from, to)) = difference(&known_letters, &letters) else { continue };
        let (here, there) = (around(&line.title, &letters, from, to), around(&known.title, &known_letters, from, to));
        let message =
            Words::new("str064-message").with("chapter", &line.chapter).with("here", &here).with("there", &there);
        let place = spaced(subject, line.line, &here);
        report
            .find(place, message)
            .mark_only(place)
            .instead(here, there.clone())
            .hint(Words::new("str064-hint"))
            .see(known.line, Words::new("str064-other").with("there", there));
    }
}

/// The place of words on a line where spaces may break them.
fn spaced(subject: &Subject<'_>, line: u32, words: &str) -> Place {
    let text = subject.line(line);
    let begins = words.chars().next().unwrap_or(' ');
    let end_of = |from: usize| {
        let mut wanted = words.chars().filter(|char| *char != ' ').peekable();
        for (at, char) in text.get(from..)?.char_indices().filter(|(_, char)| *char != ' ') {
            if wanted.next() != Some(char) {
                return None;
            }
            if wanted.peek().is_none() {
                return Some(from + at + char.len_utf8());
            }
        }
        None
    };
    let found = text.match_indices(begins).find_map(|(at, _)| text.get(at..end_of(at)?));
    found.and_then(|found| subject.find(line, found, 0)).unwrap_or_else(|| subject.place(line, words))
}

/// The letters of a title up to its reference.
fn letters(title: &str) -> String {
    let bare = title.split('=').next().unwrap_or("");
    bare.chars().filter(|char| char.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

/// Where two titles begin to differ and how many of their last letters are the same, if they differ by few letters.
fn difference(left: &str, right: &str) -> Option<(usize, usize)> {
    if left == right || left.is_empty() || right.is_empty() {
        return None;
    }
    let start = left.chars().zip(right.chars()).take_while(|(left, right)| left == right).count();
    let (long, short) =
        (left.chars().count().max(right.chars().count()), left.chars().count().min(right.chars().count()));
    let room = short - start;
    let end = left.chars().rev().zip(right.chars().rev()).take(room).take_while(|(left, right)| left == right).count();
    // One of them may be cut at the end: then nothing but its end differs.
    (end > 0 && long - start - end <= LETTERS_MAX).then_some((start, end))
}

/// The words of a title around the letters in which it differs.
fn around(title: &str, letters: &str, start: usize, end: usize) -> String {
    let count = letters.chars().count();
    let mut places = title.char_indices().filter(|(_, char)| char.is_alphanumeric()).map(|(at, _)| at);
    let from = places.clone().nth(start.min(count.saturating_sub(1))).unwrap_or(0);
    let to = places.nth((count - end).max(start + 1).min(count) - 1).unwrap_or(from);
    let before = title.get(..from).and_then(|head| head.trim_end().rfind(' ')).map_or(0, |at| at + 1);
    let after = title.get(to..).and_then(|rest| rest.find(' ')).map_or(title.len(), |at| to + at);
    title.get(before..after).unwrap_or(title).trim().to_owned()
}
