// SPDX-License-Identifier: AGPL-3.0-or-later
//! Codes whose first letter tells another kind of objective.

use crate::check::{Run, check};
use crate::listed::PLACES_MAX;
use crate::{Place, Report, Subject, Words};
use ambito_domain::planning::Indicator;
use rustc_hash::FxHashMap;

/// A kind has a letter of its own where at least so many indicators use it…
const INDICATORS_MIN: usize = 3;

/// …and at least so many in a hundred of those under the kind.
const PERCENT_MIN: usize = 70;

check! {
    /// # La lettera del codice non è quella del tipo di obiettivo
    ///
    /// **Che cosa trova.** In tutto il documento i codici degli indicatori cominciano con la lettera del tipo del loro
    /// obiettivo; alcuni, sotto un obiettivo, cominciano con un'altra. La regola è imparata dal documento.
    ///
    /// **Perché conta.** La lettera serve a scegliere gli indicatori che contano per la valutazione: con quella sbagliata un
    /// indicatore è pesato come se fosse di un altro tipo.
    ///
    /// **Esempio.** «M_1204_2_1» sotto un obiettivo gestionale ordinario, mentre tutti gli altri hanno «O_».
    ///
    /// **Come si corregge.** Correggere la lettera, oppure il tipo dell'obiettivo.
    ///
    /// **Eccezioni.** Dove le lettere non seguono il tipo in almeno sette casi su dieci non c'è una regola, e nulla è detto.
    ///
    /// # The letter of the code is not that of the kind of objective
    ///
    /// **What it finds.** Throughout the document the codes of indicators begin with the letter of the kind of their
    /// objective; some, under one objective, begin with another. The rule is learned from the document.
    ///
    /// **Why it matters.** The letter serves to choose the indicators that count for evaluation: with a wrong one an
    /// indicator weighs as if it were of another kind.
    ///
    /// **Example.** "M_1204_2_1" under an ordinary management objective, while all others have "O_".
    ///
    /// **How to mend it.** Correct the letter, or the kind of the objective.
    ///
    /// **Exceptions.** Where letters do not follow the kind in at least seven cases of ten there is no rule, and nothing
    /// is told.
    IND008, "prefix-against-kind", Warning, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let mut letters: FxHashMap<&str, FxHashMap<&str, usize>> = FxHashMap::default();
    for indicator in &subject.draft.indicators {
        if let Some((kind, letter)) = coded(subject, indicator) {
            *letters.entry(kind).or_default().entry(letter).or_default() += 1;
        }
    }
    let rules: FxHashMap<&str, &str> = letters
        .into_iter()
        .filter_map(|(kind, counts)| {
            let all: usize = counts.values().sum();
            let (letter, count) = counts.into_iter().max_by_key(|(letter, count)| (*count, *letter))?;
            (count >= INDICATORS_MIN && count * 100 >= all * PERCENT_MIN).then_some((kind, letter))
        })
        .collect();
    // One letter for every kind says nothing of the kind.
    if rules.len() < 2 || rules.values().all(|letter| rules.values().next() == Some(letter)) {
        return;
    }
    let wrong: Vec<(&Indicator, &str, &str, &str)> = subject
        .draft
        .indicators
        .iter()
        .filter_map(|indicator| {
            let (kind, letter) = coded(subject, indicator)?;
            let rule = *rules.get(kind)?;
            (rule != letter).then_some((indicator, kind, letter, rule))
        })
        .collect();
    let mut order: Vec<(&str, &str)> = Vec::new();
    let mut groups: FxHashMap<(&str, &str), Vec<(&Indicator, &str)>> = FxHashMap::default();
    for (indicator, kind, letter, rule) in wrong {
        let group = groups.entry((kind, letter)).or_default();
        if group.is_empty() {
            order.push((kind, letter));
        }
        group.push((indicator, rule));
    }
    for (kind, letter) in order {
        let Some(group) = groups.get(&(kind, letter)) else { continue };
        let Some((first, rule)) = group.first() else { continue };
        let code = first.code.as_deref().unwrap_or("");
        let whole = subject.place(first.line, code);
        let place = Place { end: whole.start.saturating_add(1).min(whole.end), ..whole };
        let message = Words::new("ind008-message")
            .with("count", group.len())
            .with("code", code)
            .with("letter", letter)
            .with("kind", kind)
            .with("rule", *rule);
        let defect = report.find(place, message);
        defect.instead(letter, *rule).mark_only(place).hint(Words::new("ind008-hint").with("rule", *rule));
        for (indicator, _) in group.iter().skip(1).take(PLACES_MAX) {
            defect.see(indicator.line, Words::new("ind008-also"));
        }
    }
}

/// The objective, its kind, and the first letter of an indicator's code.
fn coded<'a>(subject: &Subject<'a>, indicator: &'a Indicator) -> Option<(&'a str, &'a str)> {
    let node = indicator.node?;
    let kind = subject.node(node).kind.as_deref()?;
    let code = indicator.code.as_deref()?;
    let (letter, _) = code.split_once(['_', '-', '.'])?;
    (letter.len() == 1 && letter.bytes().all(|byte| byte.is_ascii_alphabetic())).then_some((kind, letter))
}
