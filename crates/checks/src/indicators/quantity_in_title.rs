// SPDX-License-Identifier: AGPL-3.0-or-later
//! A quantity in the title, and 100% as target.

use super::{outcome, places};
use crate::check::{Run, check};
use crate::listed::{PLACES_MAX, short};
use crate::{Report, Subject, Words};
use ambito_base::Decimal;
use ambito_domain::planning::Indicator;

check! {
    /// # La quantità è nel titolo, il valore atteso è 100%
    ///
    /// **Che cosa trova.** Il titolo di un indicatore promette un numero («almeno 60 progetti»), e come valore atteso è scritto
    /// 100%.
    ///
    /// **Perché conta.** Il risultato dirà ancora 100%, e il numero raggiunto non si saprà: 60 o 200 progetti sono lo stesso
    /// risultato.
    ///
    /// **Esempio.** «Realizzazione di almeno 12 incontri nelle scuole», valore atteso 100%.
    ///
    /// **Come si corregge.** Togliere il numero dal titolo e scriverlo come valore atteso: «N. incontri nelle scuole», 12.
    ///
    /// **Eccezioni.** Una percentuale nel titolo («almeno il 70%») non è una quantità di questo genere.
    ///
    /// # The quantity is in the title, the target is 100%
    ///
    /// **What it finds.** The title of an indicator promises a number ("at least 60 projects"), and the target is 100%.
    ///
    /// **Why it matters.** The result will say 100% again, and the number reached will not be known: 60 or 200 projects
    /// are the same result.
    ///
    /// **Example.** "At least 12 meetings in schools", target 100%.
    ///
    /// **How to mend it.** Take the number out of the title and write it as target: "No. of meetings in schools", 12.
    ///
    /// **Exceptions.** A percentage in the title ("at least 70%") is not a quantity of this sort.
    IND004, "quantity-in-title", Warning, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let mut found: Vec<(&Indicator, &str, Decimal)> = Vec::new();
    for indicator in &subject.draft.indicators {
        if let Some(target) = indicator.target.as_ref().filter(|target| outcome::is_hundred_percent(target))
            && let Some(number) = quantity(&indicator.title)
        {
            found.push((indicator, &target.raw, number));
        }
    }
    let Some(((first, raw, number), others)) = found.split_first() else { return };
    let place = places::target(subject, first);
    let message = Words::new("ind004-message").with("count", found.len()).with("title", short(&first.title));
    let defect = report.find(place, message.with("number", *number));
    defect.instead(*raw, *number).mark_only(place).hint(Words::new("ind004-hint"));
    for (indicator, _, number) in others.iter().take(PLACES_MAX) {
        let label = Words::new("ind004-also").with("title", short(&indicator.title)).with("number", *number);
        defect.see(indicator.line, label);
    }
}

/// The number behind "almeno", "minimo" or "non meno di".
fn quantity(title: &str) -> Option<Decimal> {
    if !title.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let words: Vec<&str> =
        title.split_whitespace().map(|word| word.trim_matches(['(', ')', '"', '“', '”', '.', ',', ';', ':'])).collect();
    let is = |at: usize, word: &str| words.get(at).is_some_and(|found| found.eq_ignore_ascii_case(word));
    (0..words.len()).find_map(|at| {
        let leads = is(at, "almeno") || is(at, "minimo") || (is(at, "di") && at > 0 && is(at - 1, "meno"));
        let number = at + if is(at + 1, "n") || is(at + 1, "nr") { 2 } else { 1 };
        let counted = words.get(number + 1).is_none_or(|after| !after.starts_with('%') && *after != "per");
        words.get(number).filter(|_| leads && counted).and_then(|word| Decimal::parse(word))
    })
}

#[cfg(test)]
mod tests {
    use super::quantity;

    #[test]
    fn finds_quantities() {
        let check = |title: &str, expected: Option<&str>| {
            assert_eq!(quantity(title).map(|number| number.to_string()).as_deref(), expected, "{title}")
        };
        check("Almeno 12 incontri", Some("12"));
        check("non meno di 3 sedute", Some("3"));
        check("almeno n. 4 corsi", Some("4"));
        check("almeno il 70% dei corsi", None);
        check("almeno 70 % dei corsi", None);
        check("oltre 400 sedi", None);
        check("almeno 1.200 colloqui", Some("1200"));
    }
}
