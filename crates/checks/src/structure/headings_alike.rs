// SPDX-License-Identifier: AGPL-3.0-or-later
//! Headings that differ by a letter.

use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_documents::blocks::LineKind;
use rustc_hash::FxHashMap;

check! {
    /// # Due titoli differiscono per poche lettere
    ///
    /// **Che cosa trova.** Due titoletti del documento sono uguali tranne una lettera in mezzo a una parola, o il
    /// titolo di un cronoprogramma ha un altro nome sopra la tabella e dentro.
    ///
    /// **Perché conta.** Sono di solito lo stesso titolo: chi cerca uno non trova l'altro, e un indice automatico li
    /// tiene separati.
    ///
    /// **Esempio.** «SCHEDA AZIONE» e «SCHEMA AZIONE»; «Cronoprogramma» e, nella tabella, «Cronogramma».
    ///
    /// **Come si corregge.** Usare lo stesso titolo.
    ///
    /// **Eccezioni.** Titoli che differiscono per un numero, per la prima o l'ultima lettera, o di più di cinque
    /// parole, non sono confrontati.
    ///
    /// # Two headings differ by a few letters
    ///
    /// **What it finds.** Two headings of the document are equal but for one letter within a word, or the title of a
    /// timetable has another name above the table and within it.
    ///
    /// **Why it matters.** They are usually one heading: who looks for one does not find the other, and an automatic
    /// index keeps them apart.
    ///
    /// **Example.** “SCHEDA AZIONE” and “SCHEMA AZIONE”; “Cronoprogramma” and, in the table, “Cronogramma”.
    ///
    /// **How to mend it.** Use one heading.
    ///
    /// **Exceptions.** Headings that differ by a number, by a first or last letter, or of more than five words, are
    /// not compared.
    STR078, "headings-that-differ-by-letters", Note, Run::Alone(look)
}

/// A longer line is no short heading.
const BYTES_MAX: usize = 60;
const WORDS_MAX: usize = 5;
/// A shorter word may differ by a letter and be another.
const LETTERS_MIN: usize = 6;
/// Beyond so many headings they are not compared.
const HEADINGS_MAX: usize = 4_000;

fn look(subject: &Subject<'_>, report: &mut Report) {
    let mut seen: FxHashMap<String, (u32, String)> = FxHashMap::default();
    let mut whole: FxHashMap<String, u32> = FxHashMap::default();
    for line in 1..=subject.lines() {
        let Some(heading) = heading(subject, line) else { continue };
        if whole.len() > HEADINGS_MAX || whole.contains_key(heading) {
            continue;
        }
        whole.insert(heading.to_owned(), line);
        for (start, word) in words(heading).filter(|(_, word)| word.len() >= LETTERS_MIN) {
            for at in start + 2..start + word.len() - 1 {
                let (Some(before), Some(after)) = (heading.get(..at), heading.get(at + 1..)) else { continue };
                let key = format!("{before}*{after}");
                let other = seen.entry(key).or_insert_with(|| (line, heading.to_owned()));
                if other.0 != line {
                    tell(subject, line, heading, other, report);
                }
            }
        }
    }
    for table in &subject.draft.timetables {
        within(subject, table.line, report);
    }
}

fn tell(subject: &Subject<'_>, line: u32, heading: &str, other: &(u32, String), report: &mut Report) {
    let place = subject.place(line, heading);
    let message = Words::new("str078-message").with("heading", heading).with("other", &other.1);
    report
        .find(place, message)
        .mark_only(place)
        .hint(Words::new("str078-hint"))
        .see(other.0, Words::new("str078-other").with("other", &other.1));
}

/// The words of a heading with the bytes where they begin; letters of one byte only.
fn words(heading: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut from = 0;
    heading
        .split(' ')
        .map(move |word| {
            let start = from;
            from += word.len() + 1;
            (start, word)
        })
        .filter(|(_, word)| word.bytes().all(|byte| byte.is_ascii_alphabetic()))
}

/// The short heading that a line begins with: a line of its own, or what stands in bold before the rest.
fn heading<'a>(subject: &Subject<'a>, line: u32) -> Option<&'a str> {
    if !matches!(subject.kind(line), LineKind::Prose | LineKind::Heading(_)) {
        return None;
    }
    let text = subject.line(line).trim();
    let bold = text.strip_prefix("**").and_then(|rest| rest.split("**").next());
    let bare = bold.unwrap_or(text).trim_start_matches(['#', ' ']).trim_end_matches([':', ' ']);
    let upper = !bare.bytes().any(|byte| byte.is_ascii_lowercase());
    let titled = upper || matches!(subject.kind(line), LineKind::Heading(_));
    let short = (LETTERS_MIN..=BYTES_MAX).contains(&bare.len()) && bare.split(' ').count() <= WORDS_MAX;
    (short && titled && !bare.bytes().any(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))).then_some(bare)
}

/// A timetable whose own first heading has another name than the title above it.
fn within(subject: &Subject<'_>, header: u32, report: &mut Report) {
    const STEM: usize = 5;
    const LINES_ABOVE: u32 = 4;
    let first = |text: &str| text.split_whitespace().next().unwrap_or("").trim_end_matches(':').to_lowercase();
    let tops = header.saturating_sub(1).max(1)..=header;
    for row in tops {
        let Some(cell) = subject.cells(row).next() else { continue };
        let above =
            (row.saturating_sub(LINES_ABOVE).max(1)..row).rev().find(|line| !subject.line(*line).trim().is_empty());
        let Some(above) = above.filter(|line| subject.kind(*line) != LineKind::Row) else { continue };
        let title = subject.line(above).trim().trim_matches(['*', '#', ' ']);
        let (inner, outer) = (first(cell.text), first(title));
        let alike = inner.len() > STEM && outer.len() > STEM && inner.get(..STEM) == outer.get(..STEM);
        if alike && inner != outer && title.len() <= BYTES_MAX && inner.chars().last() == outer.chars().last() {
            let place = cell.place;
            let message = Words::new("str078-message").with("heading", cell.text).with("other", title);
            report
                .find(place, message)
                .mark_only(place)
                .hint(Words::new("str078-hint"))
                .see(above, Words::new("str078-other").with("other", title));
        }
    }
}
