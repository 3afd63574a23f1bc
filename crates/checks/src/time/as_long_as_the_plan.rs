// SPDX-License-Identifier: AGPL-3.0-or-later
//! Phases from the first to the last day of the plan.

use super::places;
use crate::check::{Run, check};
use crate::listed::tell_once;
use crate::{Place, Report, Subject, Words};
use ambito_base::fold;
use ambito_domain::planning::Phase;

/// Fewer such phases in a document are nothing strange.
const PHASES_MIN: usize = 3;

/// Words of work that comes back, or goes on, all through the plan.
const ALL_ALONG: [&str; 10] = [
    "mensil",
    "trimestral",
    "settimanal",
    "semestral",
    "quotidian",
    "giornalier",
    "continu",
    "costante",
    "monitoragg",
    "ordinari",
];

check! {
    /// # Fasi lunghe quanto tutto il piano
    ///
    /// **Che cosa trova.** Tre o più fasi che vanno dal primo all'ultimo giorno del piano. Sono elencate tutte in una volta.
    ///
    /// **Perché conta.** Una fase serve a sapere quando qualcosa deve essere pronto: se dura tutto l'anno non lo dice, e il
    /// ritardo si vede solo alla fine.
    ///
    /// **Esempio.** «Progettazione del bando» e «Pubblicazione del bando», tutte e due dal 01/01/2027 al 31/12/2027.
    ///
    /// **Come si corregge.** Scrivere quando il lavoro comincia e finisce davvero, o dividerlo in più fasi.
    ///
    /// **Eccezioni.** Il lavoro che si ripete o non si ferma (mensile, trimestrale, monitoraggio, ordinario…) è lasciato stare.
    ///
    /// # Phases as long as the whole plan
    ///
    /// **What it finds.** Three or more phases that go from the first to the last day of the plan. They are listed all at
    /// once.
    ///
    /// **Why it matters.** A phase is there to know when something must be ready: if it lasts the whole year it does not
    /// say so, and a delay is seen only at the end.
    ///
    /// **Example.** "Preparing the call" and "Publishing the call", both from 01/01/2027 to 31/12/2027.
    ///
    /// **How to mend it.** Write when the work really starts and ends, or divide it into several phases.
    ///
    /// **Exceptions.** Work that is repeated or never stops (monthly, quarterly, monitoring, ordinary…) is left alone.
    TIM012, "as-long-as-the-plan", Note, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let (Some(first), Some(last)) = (subject.draft.period.from, subject.draft.period.to) else { return };
    let long: Vec<(Place, &'static str)> = subject
        .draft
        .phases
        .iter()
        .filter(|phase| phase.from == Some(first) && phase.to == Some(last) && !goes_on(phase))
        .map(|phase| (places::start(subject, phase), "tim012-also"))
        .collect();
    if long.len() < PHASES_MIN {
        return;
    }
    let message = Words::new("tim012-message").with("count", long.len()).with("from", first).with("to", last);
    if let Some(defect) = tell_once(report, &long, message) {
        let place = defect.place;
        defect.mark_only(place).hint(Words::new("tim012-hint"));
    }
}

fn goes_on(phase: &Phase) -> bool {
    let title = fold(&phase.title);
    ALL_ALONG.iter().any(|word| title.contains(word))
}
