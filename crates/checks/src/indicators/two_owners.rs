// SPDX-License-Identifier: AGPL-3.0-or-later
//! Two people answer for one indicator, and their dates do not say who when.

use crate::check::{Run, check};
use crate::listed::PLACES_MAX;
use crate::{Report, Subject, Words};
use ambito_base::find_date;
use ambito_domain::planning::Indicator;
use rustc_hash::FxHashMap;

check! {
    /// # Due responsabili, senza le date di tutti e due
    ///
    /// **Che cosa trova.** Nella casella del responsabile ci sono due persone con il loro numero, e meno date che persone: per
    /// una almeno non si sa da quando o fino a quando. Ogni coppia è detta una volta.
    ///
    /// **Perché conta.** Il risultato è di chi era in carica quando è stato raggiunto: senza le date non si sa di chi.
    ///
    /// **Esempio.** «CANTASTORIE LINO (4107) LUMACHELLI RENATO (4410) fino al 30/06/2027»: del primo manca il «dal».
    ///
    /// **Come si corregge.** Scrivere «dal … al …» accanto a ogni persona.
    ///
    /// **Eccezioni.** Le persone sono riconosciute dal numero fra parentesi; senza numeri nulla è detto.
    ///
    /// # Two owners, without the dates of both
    ///
    /// **What it finds.** The owner's cell holds two people with their numbers, and fewer dates than people: of one at
    /// least it is not known since when or until when. Each couple is told once.
    ///
    /// **Why it matters.** A result belongs to who was in charge when it was reached: without dates nobody knows whose it
    /// is.
    ///
    /// **Example.** "CANTASTORIE LINO (4107) LUMACHELLI RENATO (4410) fino al 30/06/2027": the first lacks a start.
    ///
    /// **How to mend it.** Write "dal … al …" beside each person.
    ///
    /// **Exceptions.** People are known by the number in brackets; without numbers nothing is told.
    IND011, "two-owners", Note, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let mut couples: FxHashMap<Vec<&str>, usize> = FxHashMap::default();
    let mut told: Vec<(Vec<&str>, Vec<&Indicator>)> = Vec::new();
    for indicator in &subject.draft.indicators {
        let Some(owner) = indicator.owner.as_deref() else { continue };
        let people = people(owner);
        if people.len() < 2 || dates(owner) >= people.len() {
            continue;
        }
        let at = *couples.entry(people.clone()).or_insert_with(|| {
            told.push((people, Vec::new()));
            told.len() - 1
        });
        if let Some((_, indicators)) = told.get_mut(at) {
            indicators.push(indicator);
        }
    }
    for (people, indicators) in told {
        let Some(first) = indicators.first() else { continue };
        let place = people.first().map_or_else(|| subject.whole(first.line), |name| subject.place(first.line, name));
        let message = Words::new("ind011-message").with("people", people.join(", ")).with("count", indicators.len());
        let defect = report.find(place, message);
        defect.hint(Words::new("ind011-hint"));
        for name in &people {
            defect.mark_only(subject.place(first.line, name));
        }
        for indicator in indicators.iter().skip(1).take(PLACES_MAX) {
            defect.see(indicator.line, Words::new("ind011-also"));
        }
    }
}

/// The two words before each number in brackets.
fn people(owner: &str) -> Vec<&str> {
    owner
        .match_indices('(')
        .filter(|(at, _)| {
            let inside = owner.get(at + 1..).unwrap_or("");
            let digits = inside.bytes().take_while(u8::is_ascii_digit).count();
            digits >= 2 && inside.get(digits..).is_some_and(|rest| rest.starts_with(')'))
        })
        .filter_map(|(at, _)| {
            let before = owner.get(..at)?.trim_end();
            let (rest, _) = before.rsplit_once(' ')?;
            let start = rest.rfind(' ').map_or(0, |at| at + 1);
            before.get(start..)
        })
        .collect()
}

fn dates(owner: &str) -> usize {
    let mut from = 0;
    let mut count = 0;
    while let Some(found) = find_date(owner, from, None) {
        count += 1;
        from = found.end;
    }
    count
}
