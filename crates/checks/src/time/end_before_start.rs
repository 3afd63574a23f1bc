// SPDX-License-Identifier: AGPL-3.0-or-later
//! A phase that ends before it starts.

use super::places;
use crate::check::{Run, check};
use crate::listed::short;
use crate::{Report, Subject, Words};

check! {
    /// # La fase finisce prima di cominciare
    ///
    /// **Che cosa trova.** La data di fine di una fase è precedente alla sua data di inizio.
    ///
    /// **Perché conta.** Una delle due date è sbagliata: nessuno sa quando il lavoro deve essere pronto, e il calendario
    /// della fase non si può disegnare.
    ///
    /// **Esempio.** «Raccolta dei fabbisogni dei nove Comuni»: inizio 01/03/2027, fine 15/02/2027.
    ///
    /// **Come si corregge.** Controllare le due date; spesso sono scambiate, o è sbagliato il mese o l'anno.
    ///
    /// **Eccezioni.** Una fase con una sola data non è controllata; una fase di un solo giorno è giusta.
    ///
    /// # The phase ends before it starts
    ///
    /// **What it finds.** The end date of a phase is earlier than its start date.
    ///
    /// **Why it matters.** One of the two dates is wrong: nobody knows when the work must be ready, and the calendar of
    /// the phase cannot be drawn.
    ///
    /// **Example.** "Collecting the needs of the nine towns": start 01/03/2027, end 15/02/2027.
    ///
    /// **How to mend it.** Look at the two dates; often they are exchanged, or the month or the year is wrong.
    ///
    /// **Exceptions.** A phase with one date only is not checked; a phase of one day is right.
    TIM001, "end-before-start", Error, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    for phase in &subject.draft.phases {
        let (Some(from), Some(to)) = (phase.from, phase.to) else { continue };
        if to < from {
            let message = Words::new("tim001-message").with("title", short(&phase.title)).with("from", from);
            report
                .find(places::end(subject, phase), message.with("to", to))
                .found(to)
                .mark(places::start(subject, phase), Words::new("mark-tim-start"))
                .mark(places::end(subject, phase), Words::new("mark-tim-end"))
                .hint(Words::new("tim001-hint"));
        }
    }
}
