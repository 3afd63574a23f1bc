// SPDX-License-Identifier: AGPL-3.0-or-later
//! A result so far above its target that one of them cannot be meant.

use super::outcome::{self, Better};
use super::places;
use crate::check::{Run, check};
use crate::listed::short;
use crate::{Report, Subject, Words};
use ambito_base::Decimal;
use ambito_domain::planning::{Comparison, Unit};
use ambito_findings::Severity;

/// From so many tenths of the target on, a result is a note; from [`TENTHS_WARNING`] on, a warning.
const TENTHS_NOTE: i128 = 13;
const TENTHS_WARNING: i128 = 20;

/// A result is at least so many things above its target: from 1 to 3 is nothing strange.
const ABOVE_MIN: i128 = 3;

check! {
    /// # Il risultato è molto più alto del valore atteso
    ///
    /// **Che cosa trova.** Il risultato di un conteggio è almeno il doppio del valore atteso (avviso), o lo supera di almeno
    /// tre decimi (nota), e di almeno tre unità.
    ///
    /// **Perché conta.** Un valore atteso così basso non era un impegno; oppure il risultato conta altre cose di quelle
    /// promesse.
    ///
    /// **Esempio.** «N. pratiche esaminate»: valore atteso 500, risultato 3.120.
    ///
    /// **Come si corregge.** Controllare che le due cifre contino la stessa cosa; per l'anno dopo fissare un valore più vicino
    /// alla realtà.
    ///
    /// **Eccezioni.** Percentuali, date e misure in cui meno è meglio non sono guardate.
    ///
    /// # The result is far above the target
    ///
    /// **What it finds.** The result of a count is at least twice its target (warning), or exceeds it by three tenths or
    /// more (note), and by three or more units.
    ///
    /// **Why it matters.** So low a target was no commitment; or the result counts other things than those promised.
    ///
    /// **Example.** "No. of cases examined": target 500, result 3,120.
    ///
    /// **How to mend it.** Check that the two figures count the same thing; for next year set a target nearer to
    /// reality.
    ///
    /// **Exceptions.** Percentages, dates and measures of which less is better are not looked at.
    IND006, "far-above-target", Warning, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    for indicator in &subject.draft.indicators {
        let (Some(target), Some(measured)) = (&indicator.target, &indicator.measured) else { continue };
        let counted = !matches!(target.unit, Some(Unit::Percent | Unit::Date))
            && matches!(target.comparison, None | Some(Comparison::More | Comparison::AtLeast));
        let Some((wanted, result)) = outcome::numbers(target, measured).filter(|_| counted) else { continue };
        let one = outcome::scaled(Decimal::whole(1)).unwrap_or(1);
        let far = wanted > 0 && result * 10 >= wanted * TENTHS_NOTE && result - wanted >= ABOVE_MIN * one;
        if !far || outcome::better(indicator, target) == Better::Less {
            continue;
        }
        let place = places::result(subject, indicator);
        let tenths = (result * 10 + wanted / 2) / wanted;
        let times = Decimal::parse(&format!("{},{}", tenths / 10, tenths % 10));
        let message = Words::new("ind006-message")
            .with("title", short(&indicator.title))
            .with("target", target.raw.as_str())
            .with("result", measured.raw.as_str())
            .with("times", times.unwrap_or(Decimal::whole(1)));
        let defect = report.find(place, message);
        defect
            .found(outcome::figure(measured.value, &measured.raw))
            .mark(places::target(subject, indicator), Words::new("mark-ind-target"))
            .mark(place, Words::new("mark-ind-result"))
            .hint(Words::new("ind006-hint"));
        if result * 10 < wanted * TENTHS_WARNING {
            defect.severity(Severity::Note);
        }
    }
}
