// SPDX-License-Identifier: AGPL-3.0-or-later
//! An indicator nobody answers for.

use super::places;
use crate::check::{Run, check};
use crate::listed::short;
use crate::{Report, Subject, Words};
use ambito_domain::planning::Indicator;
use ambito_findings::Severity;

/// In so many of a hundred indicators an owner is the rule.
const PERCENT_MIN: usize = 80;

/// What the column is called.
const HEADINGS: [&str; 2] = ["responsabile", "referente"];

check! {
    /// # Nessuno risponde dell'indicatore
    ///
    /// **Che cosa trova.** Un indicatore senza responsabile, mentre quasi tutti gli altri del documento ne hanno uno. Se la
    /// colonna è vuota ovunque, è detto una volta sola e come nota.
    ///
    /// **Perché conta.** Quello di cui nessuno risponde non lo fa nessuno, e al monitoraggio manca chi scrive il risultato.
    ///
    /// **Esempio.** «Ore di formazione per dipendente», valore 12, casella del responsabile vuota.
    ///
    /// **Come si corregge.** Scrivere l'ufficio o la persona che ne risponde.
    ///
    /// **Eccezioni.** Un piano che non ha la colonna non la chiede.
    ///
    /// # Nobody answers for the indicator
    ///
    /// **What it finds.** An indicator without an owner, while nearly all others of the document have one. Where the
    /// column is empty everywhere, it is told once and as a note.
    ///
    /// **Why it matters.** What nobody answers for is done by nobody, and at the monitoring there is no one to write the
    /// result.
    ///
    /// **Example.** "Hours of training for each employee", target 12, empty cell of the owner.
    ///
    /// **How to mend it.** Write the office or the person that answers for it.
    ///
    /// **Exceptions.** A plan without the column does not ask.
    IND010, "no-owner", Warning, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let indicators = &subject.draft.indicators;
    let without: Vec<&Indicator> = indicators.iter().filter(|indicator| indicator.owner.is_none()).collect();
    let with = indicators.len() - without.len();
    if with == 0 {
        if let Some(place) = places::heading(subject, &HEADINGS).filter(|_| indicators.len() > 2) {
            let message = Words::new("ind010-never").with("count", indicators.len());
            report.find(place, message).mark_only(place).severity(Severity::Note).hint(Words::new("ind010-hint"));
        }
        return;
    }
    if with * 100 < indicators.len() * PERCENT_MIN {
        return;
    }
    for indicator in without {
        let place = places::title(subject, indicator);
        let message = Words::new("ind010-message").with("title", short(&indicator.title));
        report.find(place, message).mark_only(place).hint(Words::new("ind010-hint"));
    }
}
