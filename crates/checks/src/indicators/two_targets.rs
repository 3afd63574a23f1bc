// SPDX-License-Identifier: AGPL-3.0-or-later
//! One thing measured twice in a sheet, with two targets.

use super::places;
use crate::check::{Run, check};
use crate::listed::short;
use crate::{Report, Subject, Words};
use ambito_base::fold;
use ambito_domain::planning::{Indicator, NodeId, Unit};
use rustc_hash::FxHashMap;

/// Ways of saying that people are content.
const CONTENT: [&str; 4] = ["soddisfa", "gradimento", "valutazione positiva", "valutazioni positive"];
/// Words that say that something is to grow or to fall.
const CHANGES: [&str; 5] = ["aumento", "incremento", "crescita", "riduzione", "diminuzione"];
/// Words that begin with so many of the same letters are one word.
const STEM_CHARS: usize = 5;

check! {
    /// # La stessa misura ha due valori attesi nella scheda
    ///
    /// **Che cosa trova.** Nella stessa scheda due indicatori misurano la soddisfazione, o la crescita della stessa
    /// cosa, e hanno valori attesi diversi.
    ///
    /// **Perché conta.** Con due valori non si sa quale conta: uno può essere raggiunto e l'altro no.
    ///
    /// **Esempio.** «Soddisfazione dei cittadini: 80 su 100» e più avanti «almeno il 70% dei cittadini dà una
    /// valutazione positiva».
    ///
    /// **Come si corregge.** Tenere un valore solo, o dire che cosa distingue le due misure.
    ///
    /// **Eccezioni.** Gli indicatori di schede diverse, e quelli di cui uno dei due non ha un numero.
    ///
    /// # One measure has two targets in the sheet
    ///
    /// **What it finds.** In one sheet two indicators measure how content people are, or the growth of one thing,
    /// and have different targets.
    ///
    /// **Why it matters.** With two values nobody knows which counts: one may be reached and the other not.
    ///
    /// **Example.** "Satisfaction of citizens: 80 of 100" and further on "at least 70% of citizens give a positive
    /// evaluation".
    ///
    /// **How to mend it.** Keep one value, or say what tells the two measures apart.
    ///
    /// **Exceptions.** Indicators of different sheets, and those of which one has no number.
    IND016, "two-targets", Note, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let mut first: FxHashMap<(NodeId, String), &Indicator> = FxHashMap::default();
    for indicator in &subject.draft.indicators {
        let (Some(node), Some(target)) = (indicator.node, &indicator.target) else { continue };
        let Some(value) = target.value.filter(|_| target.unit != Some(Unit::Date)) else { continue };
        let Some(measure) = measure(&indicator.title) else { continue };
        let &mut other = first.entry((node, measure)).or_insert(indicator);
        let Some(before) = other.target.as_ref().filter(|before| before.value != Some(value)) else { continue };
        let place = places::title(subject, indicator);
        let message = Words::new("ind016-message")
            .with("title", short(&indicator.title))
            .with("other", short(&other.title))
            .with("target", target.raw.as_str())
            .with("before", before.raw.as_str());
        let defect = report.find(place, message);
        defect.mark_only(place).see(other.line, Words::new("ind016-other")).hint(Words::new("ind016-hint"));
    }
}

/// What an indicator measures, where it is how content people are or how much a thing grows.
fn measure(title: &str) -> Option<String> {
    let folded = fold(title);
    if CONTENT.iter().any(|words| folded.contains(words)) {
        return Some(CONTENT[0].to_owned());
    }
    let mut words = folded.split(' ');
    let change = words.next().filter(|word| CHANGES.contains(word))?;
    let counted = |word: &&str| word.len() >= STEM_CHARS && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    let thing =
        words.find(|word| counted(word) && !matches!(*word, "della" | "delle" | "dello" | "degli" | "numero"))?;
    Some(format!("{change} {}", thing.chars().take(STEM_CHARS).collect::<String>()))
}

#[cfg(test)]
mod tests {
    use super::measure;

    #[test]
    fn one_measure() {
        assert_eq!(measure("Aumento del 3% delle richieste"), measure("aumento della richiesta del 10%"));
        assert_eq!(measure("Grado di soddisfazione"), measure("il 60% dà una valutazione positiva"));
        assert_ne!(measure("Aumento delle richieste"), measure("Aumento dei posti letto"));
        assert_eq!(measure("Numero delle richieste"), None);
    }
}
