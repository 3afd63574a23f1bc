// SPDX-License-Identifier: AGPL-3.0-or-later
//! A final result below its target.

use super::{outcome, places};
use crate::check::{Run, check};
use crate::listed::short;
use crate::{Report, Subject, Words};

check! {
    /// # Il valore atteso non è stato raggiunto
    ///
    /// **Che cosa trova.** Il risultato finale di un indicatore è peggiore del valore atteso: più basso, o più alto dove si
    /// vuole meno (giorni, attese, reclami), oppure una data dopo il termine.
    ///
    /// **Perché conta.** È la cosa che il consuntivo deve spiegare: senza una ragione scritta accanto, la domanda arriverà da
    /// chi controlla.
    ///
    /// **Esempio.** Valore atteso 100%, risultato 50%.
    ///
    /// **Come si corregge.** Controllare la cifra; se è giusta, scrivere il motivo e che cosa si fa.
    ///
    /// **Eccezioni.** I risultati intermedi non sono guardati, né quelli in un'unità diversa da quella promessa. Se la direzione
    /// non è detta, la dicono il valore di partenza e poi le parole del titolo.
    ///
    /// # The target was not reached
    ///
    /// **What it finds.** The final result of an indicator is worse than its target: lower, or higher where less is wanted
    /// (days, waiting, complaints), or a date after the deadline.
    ///
    /// **Why it matters.** It is what the final report has to explain: without a reason written beside it, the question
    /// will come from the controllers.
    ///
    /// **Example.** Target 100%, result 50%.
    ///
    /// **How to mend it.** Check the figure; if it is right, write the reason and what will be done.
    ///
    /// **Exceptions.** Results of the middle of the year are not looked at, nor those in another unit than promised. Where
    /// the direction is not told, the start value tells it, then the words of the title.
    IND005, "target-missed", Warning, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    for indicator in &subject.draft.indicators {
        let (Some(target), Some(measured)) = (&indicator.target, &indicator.measured) else { continue };
        if !measured.is_final || outcome::missed(indicator, target, measured) != Some(true) {
            continue;
        }
        let place = places::result(subject, indicator);
        let message = Words::new("ind005-message")
            .with("title", short(&indicator.title))
            .with("target", target.raw.as_str())
            .with("result", measured.raw.as_str());
        report
            .find(place, message)
            .instead(outcome::figure(measured.value, &measured.raw), outcome::figure(target.value, &target.raw))
            .mark(places::target(subject, indicator), Words::new("mark-ind-target"))
            .mark(place, Words::new("mark-ind-result"))
            .hint(Words::new("ind005-hint"));
    }
}
