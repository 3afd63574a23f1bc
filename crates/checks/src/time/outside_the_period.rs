// SPDX-License-Identifier: AGPL-3.0-or-later
//! A phase or a deadline outside the years of the plan.

use super::places;
use crate::check::{Run, check};
use crate::listed::short;
use crate::{Report, Subject, Words};
use ambito_base::Date;
use ambito_findings::Severity;

check! {
    /// # La data è fuori dal periodo del piano
    ///
    /// **Che cosa trova.** La fine di una fase o il termine di un indicatore cade fuori dagli anni che il piano copre, oppure
    /// una fase comincia prima del suo primo giorno.
    ///
    /// **Perché conta.** Quello che è promesso per dopo la fine del piano non sarà verificato da nessun consuntivo. Molto
    /// spesso è l'anno scritto per abitudine.
    ///
    /// **Esempio.** Piano del 2027, fase «Avvio dello sportello» dal 01/03/2027 al 30/06/2028.
    ///
    /// **Come si corregge.** Correggere l'anno; se il lavoro continua davvero oltre il piano, dirlo nel testo e fissare un
    /// termine intermedio dentro il periodo.
    ///
    /// **Eccezioni.** Un piano di cui non si conosce il periodo non è controllato. Una fase già cominciata prima del piano è
    /// solo una nota.
    ///
    /// # The date is outside the period of the plan
    ///
    /// **What it finds.** The end of a phase or the deadline of an indicator falls outside the years that the plan
    /// covers, or a phase starts before their first day.
    ///
    /// **Why it matters.** What is promised for after the end of the plan will not be verified by any final report.
    /// Very often it is the year, written by habit.
    ///
    /// **Example.** A plan of 2027, phase "Opening the help desk" from 01/03/2027 to 30/06/2028.
    ///
    /// **How to mend it.** Correct the year; if the work really goes on after the plan, say so in the text and set a
    /// deadline inside the period.
    ///
    /// **Exceptions.** A plan whose period is not known is not checked. A phase that had started before the plan is
    /// a note only.
    TIM002, "outside-the-period", Warning, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let (Some(first), Some(last)) = (subject.draft.period.from, subject.draft.period.to) else { return };
    let told = |key: &'static str, title: &str, date: Date| {
        Words::new(key).with("title", short(title)).with("date", date).with("from", first).with("to", last)
    };
    let outside = |date: &Date| *date < first || *date > last;
    for phase in &subject.draft.phases {
        if phase.from.zip(phase.to).is_some_and(|(from, to)| to < from) {
            continue;
        }
        if let Some(to) = phase.to.filter(outside) {
            let place = places::end(subject, phase);
            report
                .find(place, told("tim002-phase-ends", &phase.title, to))
                .found(to)
                .mark_only(place)
                .hint(Words::new("tim002-hint"));
        } else if let Some(from) = phase.from.filter(outside) {
            let place = places::start(subject, phase);
            report
                .find(place, told("tim002-phase-starts", &phase.title, from))
                .severity(Severity::Note)
                .found(from)
                .mark_only(place)
                .hint(Words::new("tim002-hint"));
        }
    }
    for indicator in &subject.draft.indicators {
        if let Some(due) = places::due(indicator).filter(outside) {
            let place = places::due_place(subject, indicator);
            report
                .find(place, told("tim002-due", &indicator.title, due))
                .found(due)
                .mark_only(place)
                .hint(Words::new("tim002-hint"));
        }
    }
}
