// SPDX-License-Identifier: AGPL-3.0-or-later
//! A deadline claimed with the date on which somebody looked.

use super::places;
use crate::check::{Run, check};
use crate::listed::short;
use crate::{Report, Subject, Words};
use ambito_base::find_date;
use ambito_domain::planning::DateKind;

check! {
    /// # Il termine è provato solo da un monitoraggio successivo
    ///
    /// **Che cosa trova.** Un indicatore ha un termine (nel titolo o come valore atteso), e la sola data del risultato è quella
    /// di un monitoraggio fatto dopo il termine.
    ///
    /// **Perché conta.** La data del monitoraggio dice quando qualcuno ha guardato, non quando il lavoro è stato finito: dal
    /// documento non si vede se il termine è stato rispettato.
    ///
    /// **Esempio.** «Bozza del regolamento entro il 31/5/2027», 100%, monitoraggio del 24/07/2027.
    ///
    /// **Come si corregge.** Scrivere accanto al risultato il giorno in cui è stato raggiunto, o l'atto che lo prova.
    ///
    /// **Eccezioni.** Se il risultato è scritto come data, non serve altro; un monitoraggio fatto entro il termine va bene.
    ///
    /// # The deadline is shown only by a later monitoring
    ///
    /// **What it finds.** An indicator has a deadline (in its title or as its target), and the only date of the result is
    /// that of a monitoring made after it.
    ///
    /// **Why it matters.** The date of the monitoring says when somebody looked, not when the work was finished: the
    /// document does not show whether the deadline was kept.
    ///
    /// **Example.** "Draft of the rules by 31/5/2027", 100%, monitored on 24/07/2027.
    ///
    /// **How to mend it.** Write beside the result the day on which it was reached, or the act that proves it.
    ///
    /// **Exceptions.** Where the result itself is a date nothing more is needed; a monitoring made by the deadline is
    /// right.
    TIM008, "deadline-before-monitoring", Note, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    for indicator in &subject.draft.indicators {
        let (Some(due), Some(measured)) = (places::due(indicator), &indicator.measured) else { continue };
        let Some(seen) = measured.date.filter(|date| *date > due) else { continue };
        if measured.date_kind != DateKind::Monitoring || find_date(&measured.raw, 0, None).is_some() {
            continue;
        }
        let message = Words::new("tim008-message").with("title", short(&indicator.title));
        let place = places::dated_last(subject, indicator.line, seen);
        report
            .find(place, message.with("due", due).with("date", seen))
            .found(seen)
            .mark(places::due_place(subject, indicator), Words::new("mark-tim-due"))
            .mark(place, Words::new("mark-tim-monitoring"))
            .hint(Words::new("tim008-hint"));
    }
}
