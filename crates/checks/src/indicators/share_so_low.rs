// SPDX-License-Identifier: AGPL-3.0-or-later
//! A share so low that it is probably a count.

use super::{outcome, places};
use crate::check::{Run, check};
use crate::listed::{short, tell_once};
use crate::{Place, Report, Subject, Words};
use ambito_base::Decimal;
use ambito_domain::planning::{Indicator, Unit};

/// A share up to this is low…
const LOW_MAX: i64 = 5;
/// …where all others are at least this…
const OTHERS_MIN: i64 = 50;
/// …and there are at least so many of them.
const OTHERS_COUNT_MIN: usize = 3;

check! {
    /// # Una percentuale attesa bassissima
    ///
    /// **Che cosa trova.** Un indicatore il cui titolo comincia con «%» o «percentuale» e ha come valore atteso 5 o
    /// meno, mentre tutti gli altri indicatori così hanno almeno 50.
    ///
    /// **Perché conta.** Forse 2 è un numero di cose e non una percentuale: così com'è, il risultato si raggiunge
    /// senza fare quasi nulla.
    ///
    /// **Esempio.** «% di accordi firmati maggiore di», valore atteso 2; gli altri hanno 80 e 90.
    ///
    /// **Come si corregge.** Scrivere la percentuale giusta, o cambiare il titolo in «Numero di…».
    ///
    /// **Eccezioni.** Le percentuali che devono scendere, e i documenti in cui ci sono anche altre percentuali
    /// basse.
    ///
    /// # A very low share as target
    ///
    /// **What it finds.** An indicator whose title begins with "%" or "percentuale" and has 5 or less as target,
    /// while all other such indicators have at least 50.
    ///
    /// **Why it matters.** Perhaps 2 is a number of things and not a share: as it is, the result is reached by
    /// doing next to nothing.
    ///
    /// **Example.** "% of agreements signed, more than", target 2; the others have 80 and 90.
    ///
    /// **How to mend it.** Write the right share, or change the title to "Number of…".
    ///
    /// **Exceptions.** Shares that are to fall, and documents in which other shares are low too.
    IND015, "share-so-low", Note, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let mut low: Vec<&Indicator> = Vec::new();
    let mut others = 0;
    for indicator in &subject.draft.indicators {
        let Some(target) = indicator.target.as_ref().filter(|_| is_share(&indicator.title)) else { continue };
        let Some(value) =
            target.value.and_then(outcome::scaled).filter(|_| matches!(target.unit, None | Some(Unit::Percent)))
        else {
            continue;
        };
        let is_at_most = |limit: i64| outcome::scaled(Decimal::whole(limit)).is_some_and(|limit| value <= limit);
        if is_at_most(LOW_MAX) {
            if outcome::better(indicator, target) == outcome::Better::More {
                low.push(indicator);
            }
        } else if is_at_most(OTHERS_MIN - 1) {
            return;
        } else {
            others += 1;
        }
    }
    let Some(first) = low.first().filter(|_| others >= OTHERS_COUNT_MIN) else { return };
    let found: Vec<(Place, &'static str)> =
        low.iter().map(|indicator| (places::target(subject, indicator), "ind015-also")).collect();
    let target = first.target.as_ref().map_or("", |target| target.raw.as_str());
    let message = Words::new("ind015-message").with("count", found.len()).with("title", short(&first.title));
    if let Some(defect) = tell_once(report, &found, message.with("target", target).with("others", others)) {
        let place = defect.place;
        defect.found(target).mark_only(place).hint(Words::new("ind015-hint"));
    }
}

/// Whether a title begins by saying that a share is measured.
fn is_share(title: &str) -> bool {
    let title = title.trim_start();
    title.starts_with('%') || title.get(..11).is_some_and(|word| word.eq_ignore_ascii_case("percentuale"))
}
