// SPDX-License-Identifier: AGPL-3.0-or-later
//! Targets that are still to be defined.

use super::places;
use crate::check::{Run, check};
use crate::listed::tell_once;
use crate::{Place, Report, Subject, Words};

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

check! {
    /// # Il valore atteso è ancora «da definire»
    ///
    /// **Che cosa trova.** Indicatori che al posto del valore atteso rimandano: da definire, da individuare, da verificare.
    /// Sono elencati tutti in una volta.
    ///
    /// **Perché conta.** Un piano approvato con valori da definire non impegna a nulla, e chi lo valuterà non avrà con che cosa
    /// confrontare quello che è stato fatto.
    ///
    /// **Esempio.** «N. famiglie seguite a domicilio», valore previsto «da definire».
    ///
    /// **Come si corregge.** Scrivere il valore, anche prudente, oppure chi lo definirà e per quando.
    ///
    /// **Eccezioni.** Le risposte delle schede che rinviano sono elencate dai controlli di struttura.
    ///
    /// # The target is still "to be defined"
    ///
    /// **What it finds.** Indicators that in place of a target put it off: da definire, da individuare, da verificare. They
    /// are listed all at once.
    ///
    /// **Why it matters.** A plan approved with targets to be defined commits nobody, and who evaluates it will have nothing
    /// to compare with what was done.
    ///
    /// **Example.** "No. of families followed at home", target "da definire".
    ///
    /// **How to mend it.** Write the value, even a prudent one, or who will define it and by when.
    ///
    /// **Exceptions.** Answers of sheets that put things off are listed by the checks of structure.
    IND002, "target-to-define", Warning, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let found: Vec<(Place, &'static str)> = subject
        .draft
        .indicators
        .iter()
        .filter(|indicator| indicator.target.as_ref().is_some_and(|target| put_off(&target.raw)))
        .map(|indicator| (places::target(subject, indicator), "ind002-also"))
        .collect();
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
