// SPDX-License-Identifier: AGPL-3.0-or-later
//! Evaluations that end before what they evaluate.

use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_base::fold;
use std::cmp::Reverse;

/// A timetable of fewer rows says little of their order.
const ROWS_MIN: usize = 3;

check! {
    /// # La valutazione finisce prima delle attività
    ///
    /// **Che cosa trova.** Nel cronoprogramma la riga della valutazione ha l'ultimo segno in un mese che viene
    /// prima dell'ultimo delle altre attività.
    ///
    /// **Perché conta.** Ciò che si fa dopo resta senza valutazione: o mancano dei segni, o le attività finiscono
    /// prima.
    ///
    /// **Esempio.** Valutazione fino a ottobre, sportello e incontri fino a dicembre.
    ///
    /// **Come si corregge.** Allungare la valutazione fino all'ultimo mese, o accorciare le attività.
    ///
    /// **Eccezioni.** La valutazione iniziale, quella intermedia e quella dei bisogni o delle domande; i
    /// cronoprogrammi che hanno perso i segni.
    ///
    /// # The evaluation ends before the activities
    ///
    /// **What it finds.** In the timetable the row of the evaluation has its last mark in a month before the last
    /// of the other activities.
    ///
    /// **Why it matters.** What is done later remains without evaluation: either marks are missing, or the
    /// activities end earlier.
    ///
    /// **Example.** Evaluation until October, help desk and meetings until December.
    ///
    /// **How to mend it.** Extend the evaluation to the last month, or shorten the activities.
    ///
    /// **Exceptions.** The evaluation at the beginning or half-way, and that of needs or of requests; timetables
    /// that have lost their marks.
    TIM017, "evaluated-too-early", Note, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    for timetable in subject.draft.timetables.iter().filter(|timetable| timetable.rows.len() >= ROWS_MIN) {
        // Where marks stand beyond the columns, and are told as such, rows do not end where they seem to.
        let columns = timetable.columns.len();
        if timetable.rows.iter().flat_map(|row| &row.marks).any(|mark| *mark as usize >= columns) {
            continue;
        }
        let ends = |evaluates: bool| {
            let rows =
                timetable.rows.iter().filter(move |row| row.label.as_deref().is_some_and(is_evaluation) == evaluates);
            rows.filter_map(|row| Some((*row.marks.iter().max()?, row)))
        };
        // The one that goes on longest is the final one.
        let Some((last, row)) = ends(true).max_by_key(|(last, _)| *last) else { continue };
        let Some((longest, other)) = ends(false).min_by_key(|(longest, _)| Reverse(*longest)) else { continue };
        if last >= longest {
            continue;
        }
        let label = row.label.as_deref().unwrap_or("");
        let place = subject.place(row.line, label);
        let message = Words::new("tim017-message").with("label", label);
        let defect = report.find(place, message.with("other", other.label.as_deref().unwrap_or("")));
        defect.mark_only(place).see(other.line, Words::new("tim017-other")).hint(Words::new("tim017-hint"));
    }
}

fn is_evaluation(label: &str) -> bool {
    let folded = fold(label);
    let mut words = folded.split(' ');
    // A code may stand before the word.
    let named = words.next() == Some("valutazione") || words.next() == Some("valutazione");
    named
        && !["iniziale", "intermedia", "bisogni", "domande", "ex ante", "multidimensionale"]
            .iter()
            .any(|word| folded.contains(word))
}
