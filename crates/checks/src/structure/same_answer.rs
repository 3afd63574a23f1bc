// SPDX-License-Identifier: AGPL-3.0-or-later
//! One answer given to two fields of a sheet.

use super::sheets::{Sheet, answer_place};
use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_base::fold;
use ambito_domain::planning::Field;
use rustc_hash::FxHashMap;

check! {
    /// # Due campi della scheda hanno la stessa risposta
    ///
    /// **Che cosa trova.** In una scheda due campi diversi contengono la stessa risposta, parola per parola.
    ///
    /// **Perché conta.** Risultati e impatto, o bisogni e risultati, sono domande diverse: con la stessa risposta una
    /// delle due resta senza.
    ///
    /// **Esempio.** Risultati: «Più famiglie seguite a casa»; impatto: «Più famiglie seguite a casa».
    ///
    /// **Come si corregge.** Riscrivere quella delle due che non risponde alla sua domanda.
    ///
    /// **Eccezioni.** Le risposte brevi («Sì», «No», «Comuni») possono essere uguali.
    ///
    /// # Two fields of the sheet have the same answer
    ///
    /// **What it finds.** In one sheet two different fields hold the same answer, word for word.
    ///
    /// **Why it matters.** Results and impact, or needs and results, are different questions: with one answer, one of
    /// them stays without.
    ///
    /// **Example.** Results: “More families followed at home”; impact: “More families followed at home”.
    ///
    /// **How to mend it.** Write again the one that does not answer its question.
    ///
    /// **Exceptions.** Short answers (“Yes”, “No”, “Municipalities”) may be equal.
    STR033, "same-answer-twice", Note, Run::Alone(look)
}

/// A shorter answer may be right in two fields.
const BYTES_MIN: usize = 15;
/// And so may one of fewer words.
const WORDS_MIN: usize = 3;

fn look(subject: &Subject<'_>, report: &mut Report) {
    let mut found: Vec<(&Field, &Field)> = Vec::new();
    for sheet in &subject.sheets().sheets {
        in_sheet(sheet, &mut found);
    }
    let Some(((first, second), others)) = found.split_first() else { return };
    let place = answer_place(subject, second);
    let message = Words::new("str033-message")
        .with("count", found.len())
        .with("field", &first.label)
        .with("other", &second.label);
    let defect = report.find(place, message);
    defect.mark_only(place).hint(Words::new("str033-hint")).see(first.line, Words::new("str033-first"));
    for (_, again) in others {
        defect.see(again.line, Words::new("str033-other"));
    }
}

fn in_sheet<'a>(sheet: &Sheet<'a>, found: &mut Vec<(&'a Field, &'a Field)>) {
    let mut seen: FxHashMap<&str, (usize, &'a Field)> = FxHashMap::default();
    for answer in &sheet.answers {
        let value = answer.field.value.trim();
        if value.len() < BYTES_MIN || value.split_whitespace().nth(WORDS_MIN - 1).is_none() {
            continue;
        }
        match seen.get(value) {
            Some((question, first)) if *question != answer.question => found.push((first, answer.field)),
            // The same label twice: two sheets under one number, which another check tells.
            Some((_, first)) if fold(&first.label) == fold(&answer.field.label) => {}
            _ => {
                seen.insert(value, (answer.question, answer.field));
            }
        }
    }
}
