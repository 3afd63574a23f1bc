// SPDX-License-Identifier: AGPL-3.0-or-later
//! Deadlines in sentences that had passed when the document was written.

use crate::check::{Run, check};
use crate::listed::tell_once;
use crate::{Place, Report, Subject, Words};
use ambito_base::find_date;
use rustc_hash::FxHashSet;

/// Words behind which a date is still to come, without their beginning: they may begin a sentence.
const AHEAD: [&str; 4] = ["ntro ", "hiusura ", "cadenza ", "cadranno "];
/// Words that tell of what was done.
const DONE: [&str; 9] =
    ["stat", "conclus", "approvat", "avvenut", "pervenut", "presentat", "sottoscritt", "prorogat", "scadut"];
/// How many bytes behind such a word its date begins.
const BYTES_MAX: usize = 60;

check! {
    /// # Nel testo una scadenza è già passata
    ///
    /// **Che cosa trova.** Una frase che parla di una scadenza («entro il…», «chiusura…») con una data che viene
    /// prima di quella del documento. Una nota sola per tutto il documento.
    ///
    /// **Perché conta.** La frase era vera quando è stata scritta: al momento dell'approvazione dice come futuro
    /// ciò che è già avvenuto, o non è avvenuto.
    ///
    /// **Esempio.** In un piano approvato il 10/02/2027: «i pareri si raccolgono entro il 15 novembre 2026».
    ///
    /// **Come si corregge.** Scrivere che cosa è successo, o il nuovo termine.
    ///
    /// **Eccezioni.** Le frasi che dicono come è andata («approvato entro il…»), e gli indicatori e le fasi, che
    /// sono di TIM003.
    ///
    /// # In the text a deadline has passed
    ///
    /// **What it finds.** A sentence that speaks of a deadline ("entro il…", "chiusura…") with a date before that
    /// of the document. One note for the whole document.
    ///
    /// **Why it matters.** The sentence was true when it was written: at the time of approval it tells as future
    /// what has happened, or has not.
    ///
    /// **Example.** In a plan approved on 10/02/2027: "opinions are gathered by 15 November 2026".
    ///
    /// **How to mend it.** Write what happened, or the new deadline.
    ///
    /// **Exceptions.** Sentences that tell how it went ("approved by…"), and indicators and phases, which are told
    /// by TIM003.
    TIM016, "past-in-prose", Note, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let Some(issued) = subject.draft.issued else { return };
    let indicators = subject.draft.indicators.iter().map(|indicator| indicator.line);
    let told: FxHashSet<u32> = indicators.chain(subject.draft.phases.iter().map(|phase| phase.line)).collect();
    let mut found: Vec<(Place, &'static str)> = Vec::new();
    for line in 1..=subject.lines() {
        let text = subject.line(line);
        // A deadline has a figure.
        if !text.bytes().any(|byte| byte.is_ascii_digit()) {
            continue;
        }
        for word in AHEAD {
            let Some(at) = text.find(word).filter(|_| !told.contains(&line)) else { continue };
            let from = at + word.len();
            let Some(date) =
                find_date(text, from, None).filter(|date| date.start - from <= BYTES_MAX && date.date < issued)
            else {
                continue;
            };
            // What is told of the same sentence as done is history.
            let start =
                text.get(..at).and_then(|before| before.rfind(['.', ';', '>', '\t', '('])).map_or(0, |end| end + 1);
            let end = text
                .get(date.end..)
                .and_then(|rest| rest.find(['.', ';', '<', '\t', ')']))
                .map_or(text.len(), |end| date.end + end);
            let sentence = text.get(start..end).unwrap_or("").to_lowercase();
            let near = sentence.len() > 400 || !DONE.iter().any(|word| sentence.contains(word));
            if near {
                let base = subject.line_start(line);
                let byte = |bytes: usize| base.saturating_add(u32::try_from(bytes).unwrap_or(u32::MAX));
                found.push((Place { line, start: byte(date.start), end: byte(date.end) }, "tim016-also"));
                break;
            }
        }
    }
    let message = Words::new("tim016-message").with("count", found.len()).with("date", issued);
    if let Some(defect) = tell_once(report, &found, message) {
        let place = defect.place;
        defect.mark_only(place).hint(Words::new("tim016-hint"));
    }
}
