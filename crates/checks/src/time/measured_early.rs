// SPDX-License-Identifier: AGPL-3.0-or-later
//! Final results measured long before the period ends.

use super::places;
use crate::check::{Run, check};
use crate::listed::tell_once;
use crate::{Place, Report, Subject, Words};
use ambito_base::Date;
use jiff::ToSpan as _;

/// A final measurement may be so many months older than the end of the period.
const MONTHS_EARLY_MAX: i64 = 3;

check! {
    /// # Risultati finali misurati molto prima della fine
    ///
    /// **Che cosa trova.** Risultati detti finali (consuntivo) con una data di oltre tre mesi prima della fine del periodo del
    /// piano. Sono elencati tutti in una volta.
    ///
    /// **Perché conta.** Un consuntivo di luglio non dice che cosa è successo fino a dicembre: o il lavoro era finito, o il
    /// risultato dell'anno non è stato misurato.
    ///
    /// **Esempio.** Piano del 2027, risultato finale 100% con monitoraggio eseguito il 19/07/2027.
    ///
    /// **Come si corregge.** Misurare di nuovo alla fine del periodo, oppure scrivere che il lavoro era concluso.
    ///
    /// **Eccezioni.** Gli indicatori il cui termine era già passato alla data della misura sono lasciati stare.
    ///
    /// # Final results measured long before the end
    ///
    /// **What it finds.** Results told as final with a date more than three months before the end of the period of the
    /// plan. They are listed all at once.
    ///
    /// **Why it matters.** A final report of July does not say what happened until December: either the work was
    /// finished, or the year's result was not measured.
    ///
    /// **Example.** A plan of 2027, final result 100% with a monitoring made on 19/07/2027.
    ///
    /// **How to mend it.** Measure again at the end of the period, or write that the work was done.
    ///
    /// **Exceptions.** Indicators whose deadline had passed when they were measured are left alone.
    TIM009, "measured-early", Note, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let Some(end) = subject.draft.period.to else { return };
    let Ok(limit) = end.checked_sub(MONTHS_EARLY_MAX.months()) else { return };
    let mut early: Vec<(Date, Place)> = Vec::new();
    for indicator in &subject.draft.indicators {
        let Some(measured) = indicator.measured.as_ref().filter(|measured| measured.is_final) else { continue };
        let Some(date) = measured.date.filter(|date| *date < limit) else { continue };
        if places::due(indicator).is_some_and(|due| due <= date) {
            continue;
        }
        early.push((date, places::dated_last(subject, indicator.line, date)));
    }
    // The earliest is told, the others follow as they stand.
    let Some(&(earliest, first)) = early.iter().min() else { return };
    let others = early.iter().map(|(_, place)| *place).filter(|place| *place != first);
    let places: Vec<(Place, &'static str)> =
        std::iter::once(first).chain(others).map(|place| (place, "tim009-also")).collect();
    let message = Words::new("tim009-message").with("count", places.len()).with("date", end).with("earliest", earliest);
    if let Some(defect) = tell_once(report, &places, message) {
        let place = defect.place;
        defect.mark_only(place).hint(Words::new("tim009-hint"));
    }
}
