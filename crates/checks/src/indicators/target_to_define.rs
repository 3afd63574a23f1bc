// SPDX-License-Identifier: AGPL-3.0-or-later
//! Targets and expected results that are still to be defined.

use super::places;
use crate::check::{Run, check};
use crate::listed::tell_once;
use crate::{Place, Report, Subject, Words};
use ambito_base::fold;

/// What follows "da" in an answer that puts the answer off.
const PUT_OFF: [&str; 9] = [
    "definire",
    "individuare",
    "verificare",
    "stabilire",
    "concordare",
    "determinare",
    "precisare",
    "quantificare",
    "fissare",
];

/// Words of the labels of fields that ask for results or their measure.
const ASKS_FOR_RESULTS: [&str; 4] = ["risultat", "impatt", "indicator", "valore atteso"];

check! {
    /// # Valori e risultati ancora «da definire»
    ///
    /// **Che cosa trova.** Valori attesi, e risposte sui risultati o sull'impatto, che rimandano la risposta: da definire, da
    /// individuare, da verificare. Sono elencati tutti in una volta.
    ///
    /// **Perché conta.** Un piano approvato con risultati da definire non impegna a nulla, e chi lo valuterà non avrà con che
    /// cosa confrontare quello che è stato fatto.
    ///
    /// **Esempio.** «Quale impatto vuole raggiungere l'intervento: indicatori da definire».
    ///
    /// **Come si corregge.** Scrivere il valore, anche prudente, oppure chi lo definirà e per quando.
    ///
    /// **Eccezioni.** Le risposte su altro (risorse, tempi, personale) non sono guardate.
    ///
    /// # Targets and results still "to be defined"
    ///
    /// **What it finds.** Targets, and answers about results or impact, that put the answer off: da definire, da
    /// individuare, da verificare. They are listed all at once.
    ///
    /// **Why it matters.** A plan approved with results to be defined commits nobody, and who evaluates it will have
    /// nothing to compare with what was done.
    ///
    /// **Example.** "Which impact does the work aim at: indicators to be defined".
    ///
    /// **How to mend it.** Write the value, even a prudent one, or who will define it and by when.
    ///
    /// **Exceptions.** Answers about other things (resources, times, people) are not looked at.
    IND002, "target-to-define", Note, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let mut found: Vec<(Place, &'static str)> = Vec::new();
    for indicator in &subject.draft.indicators {
        if let Some(target) = &indicator.target
            && put_off(&target.raw)
        {
            found.push((places::target(subject, indicator), "ind002-also"));
        }
    }
    for field in subject.draft.nodes.iter().flat_map(|node| &node.fields) {
        if put_off(&field.value) && asks_for_results(&field.label) {
            let words = ["da ", "Da "].iter().find_map(|start| {
                let line = subject.line(field.line);
                let at = line.match_indices(start).find(|(at, _)| line.get(*at..).is_some_and(put_off))?.0;
                let end = line.get(at + 3..)?.find(|char: char| !char.is_alphabetic()).map(|end| at + 3 + end);
                subject.find(field.line, line.get(at..end.unwrap_or(line.len()))?, at)
            });
            found.push((words.unwrap_or_else(|| subject.whole(field.line)), "ind002-also"));
        }
    }
    found.sort_unstable();
    found.dedup();
    let message = Words::new("ind002-message").with("count", found.len());
    if let Some(defect) = tell_once(report, &found, message) {
        let place = defect.place;
        defect.mark_only(place).hint(Words::new("ind002-hint"));
    }
}

/// Whether a text puts an answer off.
pub(super) fn put_off(text: &str) -> bool {
    let text = text.trim_end();
    text.match_indices("a ").any(|(at, _)| {
        let led = text.get(..at).is_some_and(|before| {
            before.ends_with(['d', 'D']) && !before.trim_end_matches(['d', 'D']).ends_with(char::is_alphabetic)
        });
        led && text.get(at + 2..).is_some_and(|rest| PUT_OFF.iter().any(|verb| rest.starts_with(verb)))
    })
}

/// Whether a label asks for results or their measure.
pub(super) fn asks_for_results(label: &str) -> bool {
    let label = fold(label);
    ASKS_FOR_RESULTS.iter().any(|word| label.contains(word))
}

#[cfg(test)]
mod tests {
    use super::put_off;

    #[test]
    fn knows_answers_put_off() {
        assert!(put_off("Indicatori da definire"));
        assert!(put_off("Da individuare con le famiglie"));
        assert!(!put_off("la guida definirà i valori"));
        assert!(!put_off("40"));
    }
}
