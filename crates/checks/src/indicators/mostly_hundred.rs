// SPDX-License-Identifier: AGPL-3.0-or-later
//! Nearly all targets are 100%.

use super::{outcome, places};
use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_domain::planning::Indicator;

/// A document of fewer indicators is no pattern.
const INDICATORS_MIN: usize = 10;

/// From so many of a hundred on it is told.
const PERCENT_MIN: usize = 60;

check! {
    /// # Quasi tutti i valori attesi sono 100%
    ///
    /// **Che cosa trova.** In un documento con almeno dieci indicatori, almeno sei su dieci hanno come valore atteso 100%. È
    /// detto una volta sola.
    ///
    /// **Perché conta.** «Attività svolta al 100%» non misura quanto né come: alla fine quasi tutto risulta raggiunto, e il
    /// piano non distingue il bene dal male.
    ///
    /// **Esempio.** Quarantadue indicatori su cinquanta con valore atteso 100%.
    ///
    /// **Come si corregge.** Dove è possibile scrivere una quantità, un tempo o una qualità da raggiungere.
    ///
    /// **Eccezioni.** I documenti con meno di dieci indicatori sono lasciati stare.
    ///
    /// # Nearly all targets are 100%
    ///
    /// **What it finds.** In a document with at least ten indicators, at least six of ten have 100% as target. It is told
    /// once.
    ///
    /// **Why it matters.** "Work done at 100%" measures neither how much nor how well: in the end nearly everything is
    /// reached, and the plan does not tell good from bad.
    ///
    /// **Example.** Forty-two indicators of fifty with 100% as target.
    ///
    /// **How to mend it.** Where possible write a quantity, a time or a quality to be reached.
    ///
    /// **Exceptions.** Documents with fewer than ten indicators are left alone.
    IND012, "mostly-hundred", Note, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let indicators = &subject.draft.indicators;
    if indicators.len() < INDICATORS_MIN {
        return;
    }
    let hundred: Vec<&Indicator> = indicators
        .iter()
        .filter(|indicator| indicator.target.as_ref().is_some_and(outcome::is_hundred_percent))
        .collect();
    if hundred.len() * 100 < indicators.len() * PERCENT_MIN {
        return;
    }
    let Some(first) = hundred.first() else { return };
    let place = places::target(subject, first);
    let message = Words::new("ind012-message").with("count", hundred.len()).with("all", indicators.len());
    report.find(place, message).mark_only(place).hint(Words::new("ind012-hint"));
}
