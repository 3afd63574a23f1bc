// SPDX-License-Identifier: AGPL-3.0-or-later
//! A name that one list holds twice.

use super::sheets::answer_place;
use crate::check::{Run, check};
use crate::{Place, Report, Subject, Words};
use ambito_documents::blocks::LineKind;
use rustc_hash::FxHashSet;

check! {
    /// # L'elenco nomina due volte la stessa cosa
    ///
    /// **Che cosa trova.** In una risposta o in una nota lo stesso nome, o la stessa serie di parole, torna due volte
    /// nello stesso elenco.
    ///
    /// **Perché conta.** O è scritto una volta di troppo, o al suo posto doveva esserci un altro nome: chi conta i
    /// soggetti ne conta uno in più.
    ///
    /// **Esempio.** «Comune di Castelvento, Comune di Collelume, Comune di Castelvento».
    ///
    /// **Come si corregge.** Togliere la ripetizione, o scrivere il nome che manca.
    ///
    /// **Eccezioni.** Si guardano solo voci di almeno due parole, separate da virgole, punti e virgola, trattini o a
    /// capo.
    ///
    /// # The list names one thing twice
    ///
    /// **What it finds.** In an answer or a note one name, or one series of words, comes back in the same list.
    ///
    /// **Why it matters.** Either it is written once too often, or another name should have stood in its place: who
    /// counts the bodies counts one too many.
    ///
    /// **Example.** “Municipality of Castelvento, municipality of Collelume, municipality of Castelvento”.
    ///
    /// **How to mend it.** Take the repetition away, or write the name that is missing.
    ///
    /// **Exceptions.** Only items of at least two words are looked at, parted by commas, semicolons, dashes or line
    /// ends.
    STR060, "said-twice-in-one-list", Note, Run::Alone(look)
}

/// A shorter item may come back.
const BYTES_MIN: usize = 10;
/// In a longer answer a name may come back.
const SHORT_MAX: usize = 600;

fn look(subject: &Subject<'_>, report: &mut Report) {
    let sheets = subject.sheets();
    let answers = sheets.sheets.iter().flat_map(|sheet| &sheet.answers);
    // A field of several paragraphs or lists may say one thing for each of them.
    for answer in answers.filter(|answer| subject.kind(answer.field.line) == LineKind::Row) {
        let item = repeated(&answer.field.value).or_else(|| named_twice(&answer.field.value));
        if let Some(item) = item {
            tell(answer_place(subject, answer.field), item, subject, report);
        }
    }
    for indicator in &subject.draft.indicators {
        if let Some(item) = indicator.note.as_deref().and_then(repeated) {
            let line = (indicator.line..=indicator.line + 6).find(|line| subject.line(*line).contains(item));
            tell(subject.whole(line.unwrap_or(indicator.line)), item, subject, report);
        }
    }
}

/// The item with what is repeated after it, where the whole rest of a list comes back.
fn whole_repetition<'a>(line: &'a str, item: &'a str) -> &'a str {
    let mut places = line.match_indices(item).map(|(at, _)| at);
    let (Some(first), Some(second)) = (places.next(), places.next()) else { return item };
    let (Some(one), Some(two)) = (line.get(first..second), line.get(second..)) else { return item };
    let same = one.chars().zip(two.chars()).take_while(|(one, two)| one == two).map(|(char, _)| char.len_utf8()).sum();
    let whole = one.get(..same).and_then(|whole| whole.split('<').next()).unwrap_or(item);
    let cut = one
        .get(whole.len()..)
        .into_iter()
        .chain(two.get(whole.len()..))
        .any(|rest| rest.starts_with(char::is_alphanumeric));
    let whole = if cut { whole.rfind(' ').and_then(|at| whole.get(..at)).unwrap_or(whole) } else { whole };
    if whole.len() < item.len() { item } else { whole.trim_end_matches([' ', '(', ',', ';', '.', '-']) }
}

fn tell(place: Place, item: &str, subject: &Subject<'_>, report: &mut Report) {
    let item = whole_repetition(subject.line(place.line), item);
    let first = subject.find(place.line, item, 0);
    let mark = first.and_then(|first| {
        let after = first.end.saturating_sub(subject.line_start(place.line)) as usize;
        subject.find(place.line, item, after)
    });
    let place = mark.or(first).unwrap_or(place);
    report
        .find(place, Words::new("str060-message").with("item", item))
        .mark_only(place)
        .found(item)
        .hint(Words::new("str060-hint"));
}

/// The first item that a list holds twice.
fn repeated(text: &str) -> Option<&str> {
    let parting = text.bytes().filter(|byte| matches!(byte, b',' | b';' | b'\n' | b'(' | b'-' | 0xE2)).count();
    if parting < 2 {
        return None;
    }
    let mut seen: FxHashSet<&str> = FxHashSet::default();
    let parts = |char: char| matches!(char, ',' | ';' | '\n' | '•' | '–' | '(');
    let around = |char: char| matches!(char, ' ' | '.' | '-' | ')');
    let items = text.split(parts).flat_map(|item| item.split(" - ")).map(|item| item.trim_matches(around));
    items
        .filter(|item| item.len() >= BYTES_MIN && item.split_whitespace().nth(1).is_some())
        .filter(|item| !item.starts_with("Indicator") && !item.contains(':'))
        .find(|item| !seen.insert(item))
}

/// The first name of three words with capitals that a short answer holds twice, where nothing parts the items.
fn named_twice(text: &str) -> Option<&str> {
    if text.len() > SHORT_MAX {
        return None;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut seen: FxHashSet<&[&str]> = FxHashSet::default();
    let capitals = |name: &&[&str]| name.iter().all(|word| word.starts_with(char::is_uppercase));
    let name = words.windows(3).filter(capitals).find(|name| !seen.insert(name))?;
    let start = text.find(&name.join(" "))?;
    text.get(start..start + name.join(" ").len())
}
