// SPDX-License-Identifier: AGPL-3.0-or-later
//! Fields that say that the thing is still to be defined.

use super::sheets::{Sheets, answer_place};
use crate::check::{Run, check};
use crate::{Place, Report, Subject, Words};
use ambito_domain::planning::Field;

check! {
    /// # Il campo dice che la cosa è ancora da definire
    ///
    /// **Che cosa trova.** La risposta di un campo rinvia: «da definire», «da individuare», «da verificare». È detto
    /// una volta per tutto il documento, con tutte le righe.
    ///
    /// **Perché conta.** Un piano approvato con risposte rinviate va completato: senza un elenco nessuno se ne
    /// ricorda.
    ///
    /// **Esempio.** Risorse di personale dedicate: «un istruttore da definire».
    ///
    /// **Come si corregge.** Scrivere la risposta, o chi la deve dare ed entro quando.
    ///
    /// **Eccezioni.** Gli indicatori da definire sono di un altro controllo.
    ///
    /// # The field says that the thing is still to be defined
    ///
    /// **What it finds.** The answer of a field defers: “to be defined”, “to be found”, “to be verified”. It is told
    /// once for the whole document, with all lines.
    ///
    /// **Why it matters.** A plan that was approved with deferred answers has to be completed: without a list nobody
    /// remembers.
    ///
    /// **Example.** Dedicated staff: “one clerk to be defined”.
    ///
    /// **How to mend it.** Write the answer, or who has to give it and by when.
    ///
    /// **Exceptions.** Indicators to be defined belong to another check.
    STR039, "answer-to-be-defined", Note, Run::Alone(look)
}

/// The words that defer, lower case.
const DEFERRING: [&str; 7] = [
    "da definire",
    "da individuare",
    "da definirsi",
    "da individuarsi",
    "da verificare",
    "da reperirsi",
    "da concordare",
];

fn look(subject: &Subject<'_>, report: &mut Report) {
    let mut first: Option<(Place, &str)> = None;
    let mut others: Vec<u32> = Vec::new();
    let sheets = Sheets::of(subject);
    for answer in sheets.sheets.iter().flat_map(|sheet| &sheet.answers) {
        let Some(words) = deferring(answer.field) else { continue };
        match first {
            None => {
                let place = answer_place(subject, answer.field);
                first = Some((find(subject, place, words), words));
            }
            Some(_) => others.push(answer.field.line),
        }
    }
    let Some((place, words)) = first else { return };
    let message = Words::new("str039-message").with("count", others.len() + 1).with("words", words);
    let defect = report.find(place, message);
    defect.mark_only(place).found(words).hint(Words::new("str039-hint"));
    for line in others {
        defect.see(line, Words::new("str039-other"));
    }
}

fn deferring(field: &Field) -> Option<&'static str> {
    // Most answers hold no "da " followed by one of these letters; the search for it is cheap.
    if !field.value.contains("a definir")
        && !field.value.contains("a individuar")
        && !field.value.contains("a veri")
        && !field.value.contains("a reperir")
        && !field.value.contains("a concordar")
    {
        return None;
    }
    let lower = field.value.to_lowercase();
    DEFERRING.into_iter().find(|words| lower.contains(words))
}

fn find(subject: &Subject<'_>, place: Place, words: &str) -> Place {
    let capital = words.replacen('d', "D", 1);
    let found = subject.find(place.line, words, 0).or_else(|| subject.find(place.line, &capital, 0));
    found.unwrap_or(place)
}
