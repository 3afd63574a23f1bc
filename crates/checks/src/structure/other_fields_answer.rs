// SPDX-License-Identifier: AGPL-3.0-or-later
//! A field that holds the answer of another field.

use super::sheets::{Answer, Sheets, answer_place, opening};
use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use rustc_hash::FxHashMap;

check! {
    /// # Il campo contiene la risposta di un altro campo
    ///
    /// **Che cosa trova.** La risposta di un campo comincia come quelle che le altre schede danno a un altro campo
    /// (nel Target stanno le risorse), oppure dentro la risposta c'è il titolo di un altro campo con il suo
    /// contenuto.
    ///
    /// **Perché conta.** La domanda del campo resta senza risposta, e chi raccoglie i campi in una tabella mette le
    /// cose nella colonna sbagliata.
    ///
    /// **Esempio.** Target: «Quota del personale dei Comuni ed eventuale contributo del Fondo sociale».
    ///
    /// **Come si corregge.** Scrivere nel campo la sua risposta e spostare il resto nel campo a cui appartiene.
    ///
    /// **Eccezioni.** Si guardano solo risposte con almeno cinque parole iniziali in comune con un altro campo di
    /// un'altra scheda.
    ///
    /// # The field holds the answer of another field
    ///
    /// **What it finds.** The answer of a field begins like those that other sheets give to another field (the target
    /// holds resources), or within the answer stands the title of another field with its contents.
    ///
    /// **Why it matters.** The field's question stays without an answer, and who gathers the fields into a table puts
    /// things into the wrong column.
    ///
    /// **Example.** Target: “Part of the municipalities' staff and a possible contribution of the social fund”.
    ///
    /// **How to mend it.** Write the field's own answer, and move the rest to the field it belongs to.
    ///
    /// **Exceptions.** Only answers are looked at whose first five words at least are those of another field in
    /// another sheet.
    STR032, "answered-for-another-field", Warning, Run::Alone(look)
}

/// How many first words two answers must share.
const WORDS_SHARED: usize = 5;
/// Fewer bytes of shared words say little.
const BYTES_SHARED_MIN: usize = 24;
/// In how many sheets the two first words must be usual in the other field.
const USUAL_MIN: usize = 3;
/// Titles that an answer may hold as a line of its own, and the word by which the label of their field is known.
const TITLES: [(&str, &str); 3] =
    [("Impatto atteso", "impatto"), ("Impatto Atteso", "impatto"), ("Risultati attesi", "risultati")];

fn look(subject: &Subject<'_>, report: &mut Report) {
    let sheets = subject.sheets();
    if sheets.sheets.len() < 2 {
        return;
    }
    let mut openings: FxHashMap<&str, Vec<(usize, Answer<'_>)>> = FxHashMap::default();
    let mut usual: FxHashMap<(usize, &str), usize> = FxHashMap::default();
    for (at, sheet) in sheets.sheets.iter().enumerate() {
        for answer in &sheet.answers {
            let value = answer.field.value.trim_start();
            let Some(two) = first_words(value, 2) else { continue };
            *usual.entry((answer.question, two)).or_default() += 1;
            if let Some(shared) = first_words(value, WORDS_SHARED).filter(|shared| shared.len() >= BYTES_SHARED_MIN) {
                openings.entry(shared).or_default().push((at, *answer));
            }
        }
        titles_within(subject, sheets, &sheet.answers, report);
    }
    let how_usual = |answer: &Answer<'_>| {
        let two = first_words(answer.field.value.trim_start(), 2).unwrap_or("");
        usual.get(&(answer.question, two)).copied().unwrap_or(0)
    };
    let mut shared: Vec<_> = openings.into_values().filter(|answers| answers.len() > 1).collect();
    shared.sort_by_key(|answers| answers[0].1.field.line);
    for answers in shared {
        for (sheet, answer) in &answers {
            // The same words in two fields of one sheet are told by another check.
            let alone = answers.iter().filter(|(other, _)| other == sheet).count() == 1;
            let stranger = alone && how_usual(answer) == 1;
            let Some((_, home)) = answers.iter().find(|(other, home)| {
                stranger && other != sheet && home.question != answer.question && how_usual(home) >= USUAL_MIN
            }) else {
                continue;
            };
            let other = sheets.labels[home.question];
            let place = answer_place(subject, answer.field);
            let words = |key| Words::new(key).with("field", &answer.field.label).with("other", other);
            report
                .find(place, words("str032-message"))
                .mark_only(place)
                .found(opening(&answer.field.value))
                .hint(words("str032-hint"))
                .see(home.field.line, Words::new("str032-there").with("other", other));
        }
    }
}

/// The first words of a text as they stand, if it has so many.
fn first_words(text: &str, count: usize) -> Option<&str> {
    let ends = text.match_indices(char::is_whitespace).map(|(at, _)| at).chain([text.len()]);
    text.get(..ends.take(count).last()?).filter(|head| head.split_whitespace().count() == count)
}

fn titles_within(subject: &Subject<'_>, sheets: &Sheets<'_>, answers: &[Answer<'_>], report: &mut Report) {
    for answer in answers {
        for (title, word) in TITLES {
            let Some(at) = answer.field.value.find(title) else { continue };
            let followed = answer.field.value.get(at + title.len()..).is_some_and(|rest| rest.trim().len() > 1);
            if !followed || sheets.labels[answer.question].to_lowercase().contains(word) {
                continue;
            }
            let Some(home) = answers.iter().find(|home| sheets.labels[home.question].to_lowercase().contains(word))
            else {
                continue;
            };
            let place = answer_place(subject, answer.field);
            let mark = subject.find(place.line, title, 0).unwrap_or(place);
            let other = &home.field.label;
            let words = |key| Words::new(key).with("field", &answer.field.label).with("other", other);
            report
                .find(mark, words("str032-within"))
                .mark_only(mark)
                .found(title)
                .hint(words("str032-hint"))
                .see(home.field.line, Words::new("str032-own"));
        }
    }
}
