// SPDX-License-Identifier: AGPL-3.0-or-later
//! Answers about results that name a measure and no number.

use super::target_to_define::put_off;
use crate::check::{Run, check};
use crate::listed::tell_once;
use crate::{Place, Report, Subject, Words};
use ambito_base::fold;

/// Words that announce a measure.
const MEASURES: [&str; 5] = ["n", "nr", "numero", "percentuale", "%"];

/// Words of the labels of fields that ask for results or their measure.
const ASKS_FOR_RESULTS: [&str; 4] = ["risultat", "impatt", "indicator", "valore atteso"];

check! {
    /// # Una misura senza numero
    ///
    /// **Che cosa trova.** Nelle schede, risposte sui risultati o sull'impatto che nominano una misura («n. corsi svolti»,
    /// «percentuale di…») e non hanno nemmeno una cifra. Sono elencate tutte in una volta.
    ///
    /// **Perché conta.** Dire che cosa si conterà senza dire quanto si vuole raggiungere non è un risultato atteso.
    ///
    /// **Esempio.** «Quali risultati vuole raggiungere? N. famiglie seguite».
    ///
    /// **Come si corregge.** Scrivere il valore da raggiungere e da dove si parte: «80 famiglie seguite; oggi sono 62».
    ///
    /// **Eccezioni.** Le risposte che dicono «da definire» sono elencate da un altro controllo.
    ///
    /// # A measure without a number
    ///
    /// **What it finds.** In sheets, answers about results or impact that name a measure ("no. of courses held",
    /// "percentage of…") and have not one figure. They are listed all at once.
    ///
    /// **Why it matters.** To say what will be counted without saying how much is aimed at is no expected result.
    ///
    /// **Example.** "Which results does it aim at? No. of families followed".
    ///
    /// **How to mend it.** Write the value to reach and where one starts: "80 families followed; today they are 62".
    ///
    /// **Exceptions.** Answers that say "to be defined" are listed by another check.
    IND014, "measure-without-number", Note, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let mut found: Vec<(Place, &'static str)> = Vec::new();
    for field in subject.draft.nodes.iter().flat_map(|node| &node.fields) {
        let value = &field.value;
        if value.bytes().any(|byte| byte.is_ascii_digit()) || !asks_for_results(&field.label) || put_off(value) {
            continue;
        }
        let folded = fold(value);
        if folded.split(' ').any(|word| MEASURES.contains(&word)) {
            let first = value.lines().next().unwrap_or("");
            found.push((subject.place(field.line, first), "ind014-also"));
        }
    }
    let message = Words::new("ind014-message").with("count", found.len());
    if let Some(defect) = tell_once(report, &found, message) {
        let place = defect.place;
        defect.mark_only(place).hint(Words::new("ind014-hint"));
    }
}

/// Whether a label asks for results or their measure.
fn asks_for_results(label: &str) -> bool {
    let label = fold(label);
    ASKS_FOR_RESULTS.iter().any(|word| label.contains(word))
}
