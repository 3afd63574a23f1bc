// SPDX-License-Identifier: AGPL-3.0-or-later
//! Deadlines that had passed when the document was written.

use super::places;
use crate::check::{Run, check};
use crate::listed::tell_once;
use crate::{Place, Report, Subject, Words};
use ambito_domain::planning::PhaseState;

check! {
    /// # Scadenze già passate quando il documento è stato scritto
    ///
    /// **Che cosa trova.** Termini di indicatori e fini di fasi che cadono prima della data del documento, e di cui il
    /// documento non dice il risultato. Sono elencati tutti in una volta.
    ///
    /// **Perché conta.** Un termine già passato non è più una promessa: o il lavoro è fatto, e va scritto il risultato, o è
    /// in ritardo, e serve un termine nuovo.
    ///
    /// **Esempio.** Piano del 12/07/2027, indicatore «Approvazione del calendario: entro il 31/03/2027».
    ///
    /// **Come si corregge.** Scrivere accanto che cosa è stato fatto e quando, oppure dare un nuovo termine.
    ///
    /// **Eccezioni.** Gli indicatori con un risultato e le fasi dette effettive sono lasciati stare, come i documenti senza
    /// data.
    ///
    /// # Deadlines that had passed when the document was written
    ///
    /// **What it finds.** Deadlines of indicators and ends of phases earlier than the date of the document, of which the
    /// document tells no result. They are listed all at once.
    ///
    /// **Why it matters.** A deadline that has passed is no promise: either the work is done, and its result should be
    /// written, or it is late, and needs a new deadline.
    ///
    /// **Example.** A plan of 12/07/2027, indicator "Approval of the calendar: by 31/03/2027".
    ///
    /// **How to mend it.** Write beside it what was done and when, or give a new deadline.
    ///
    /// **Exceptions.** Indicators with a result and phases told as actual are left alone, and so are documents without
    /// a date.
    TIM003, "already-past", Note, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let Some(issued) = subject.draft.issued else { return };
    let mut past: Vec<(Place, &'static str)> = Vec::new();
    for indicator in &subject.draft.indicators {
        if indicator.measured.is_none() && places::due(indicator).is_some_and(|due| due < issued) {
            past.push((places::due_place(subject, indicator), "tim003-indicator"));
        }
    }
    for phase in &subject.draft.phases {
        let sound = phase.from.is_none_or(|from| phase.to.is_some_and(|to| from <= to));
        if sound && phase.state != Some(PhaseState::Actual) && phase.to.is_some_and(|to| to < issued) {
            past.push((places::end(subject, phase), "tim003-phase"));
        }
    }
    past.sort_unstable_by_key(|(place, _)| *place);
    let message = Words::new("tim003-message").with("count", past.len()).with("date", issued);
    if let Some(defect) = tell_once(report, &past, message) {
        let place = defect.place;
        defect.mark_only(place).hint(Words::new("tim003-hint"));
    }
}
