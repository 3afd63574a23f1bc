// SPDX-License-Identifier: AGPL-3.0-or-later
//! Fields that say that the thing is still to be defined.

use super::sheets::answer_place;
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

/// The verbs that defer after "da", by their beginnings.
const DEFERRED: [&str; 5] = ["definir", "individuar", "verificar", "reperir", "concordar"];

fn look(subject: &Subject<'_>, report: &mut Report) {
    let mut first: Option<(Place, &str)> = None;
    let mut others: Vec<u32> = Vec::new();
    for answer in subject.sheets().sheets.iter().flat_map(|sheet| &sheet.answers) {
        let Some(words) = deferring(answer.field) else { continue };
        match first {
            None => {
                let place = answer_place(subject, answer.field);
                first = Some((subject.find(place.line, words, 0).unwrap_or(place), words));
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

/// The words of an answer that defer.
fn deferring(field: &Field) -> Option<&str> {
    let text = field.value.as_str();
    text.match_indices("a ").find_map(|(at, _)| {
        let rest = text.get(at + 2..)?;
        let start = at.checked_sub(1).filter(|at| matches!(text.as_bytes().get(*at), Some(b'd' | b'D')))?;
        let whole_word = start == 0
            || text.as_bytes().get(start - 1).is_some_and(u8::is_ascii_whitespace)
            || text.as_bytes().get(start - 1).is_some_and(u8::is_ascii_punctuation);
        let verb = DEFERRED.iter().any(|verb| rest.starts_with(verb));
        let end = rest.find(|char: char| !char.is_alphabetic()).unwrap_or(rest.len());
        (whole_word && verb).then(|| text.get(start..at + 2 + end)).flatten()
    })
}
