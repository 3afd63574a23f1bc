// SPDX-License-Identifier: AGPL-3.0-or-later
//! A column for start values that nobody filled in.

use super::places;
use crate::check::{Run, check};
use crate::{Report, Subject, Words};

/// A document of fewer indicators is no pattern.
const INDICATORS_MIN: usize = 3;

/// What the column is called.
const HEADINGS: [&str; 5] = ["baseline", "valore di partenza", "valore iniziale", "dato di partenza", "base line"];

check! {
    /// # Il valore di partenza non è mai scritto
    ///
    /// **Che cosa trova.** Le tabelle degli indicatori hanno una colonna per il valore di partenza, ed è vuota in tutto il
    /// documento. È detto una volta sola.
    ///
    /// **Perché conta.** Senza sapere da dove si parte un valore atteso non dice se si migliora.
    ///
    /// **Esempio.** Colonna «Baseline» vuota accanto a trenta valori attesi.
    ///
    /// **Come si corregge.** Scrivere il valore dell'anno prima dove c'è, «nuovo» dove la misura comincia ora.
    ///
    /// **Eccezioni.** Basta un valore in tutto il documento perché nulla sia detto; senza la colonna il piano ha scelto di non
    /// chiederlo.
    ///
    /// # The start value is never given
    ///
    /// **What it finds.** The tables of indicators have a column for the start value, and it is empty in the whole
    /// document. It is told once.
    ///
    /// **Why it matters.** Without knowing where one starts, a target does not tell whether things get better.
    ///
    /// **Example.** An empty column "Baseline" beside thirty targets.
    ///
    /// **How to mend it.** Write last year's value where there is one, "new" where measuring begins now.
    ///
    /// **Exceptions.** One value in the whole document is enough for nothing to be told; without the column the plan has
    /// chosen not to ask.
    IND009, "no-baseline", Note, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let indicators = &subject.draft.indicators;
    let given = |raw: &str| !raw.trim().is_empty();
    if indicators.len() < INDICATORS_MIN
        || indicators.iter().any(|indicator| indicator.baseline.as_deref().is_some_and(given))
    {
        return;
    }
    if let Some(place) = places::heading(subject, &HEADINGS) {
        let message = Words::new("ind009-message").with("count", indicators.len());
        report.find(place, message).mark_only(place).hint(Words::new("ind009-hint"));
    }
}
