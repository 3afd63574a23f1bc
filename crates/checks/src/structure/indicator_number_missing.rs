// SPDX-License-Identifier: AGPL-3.0-or-later
//! Numbers of indicators that are left out.

use super::number_missing::listed;
use super::numbers::split;
use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_domain::planning::{Indicator, NodeId};
use rustc_hash::{FxHashMap, FxHashSet};

check! {
    /// # Una numerazione di indicatori con un buco
    ///
    /// **Che cosa trova.** I codici degli indicatori di un obiettivo finiscono con un numero; fra loro ne manca uno,
    /// oppure il primo non è 1.
    ///
    /// **Perché conta.** Un indicatore tolto durante l'anno, o rimasto in un'altra versione, è una promessa che
    /// sparisce senza che nessuno lo dica.
    ///
    /// **Esempio.** Sotto l'obiettivo 1101_2 stanno M_1101_2_1 e M_1101_2_3.
    ///
    /// **Come si corregge.** Rimettere l'indicatore, oppure scrivere in una nota quando e perché è stato tolto; i
    /// numeri degli altri possono restare.
    ///
    /// **Eccezioni.** È una nota, detta una volta per documento: molti uffici non danno di nuovo i numeri degli
    /// indicatori tolti.
    ///
    /// # A numbering of indicators with a gap
    ///
    /// **What it finds.** The codes of the indicators of an objective end in a number; one of them is missing, or the
    /// first is not 1.
    ///
    /// **Why it matters.** An indicator taken out during the year, or left in another version, is a promise that
    /// disappears without a word.
    ///
    /// **Example.** Objective 1101_2 has M_1101_2_1 and M_1101_2_3.
    ///
    /// **How to mend it.** Put the indicator back, or say in a note when and why it was taken out; the others may keep
    /// their numbers.
    ///
    /// **Exceptions.** It is a note, said once a document: many offices do not give the numbers of dropped indicators
    /// again.
    STR003, "indicator-number-missing", Note, Run::Alone(look)
}

/// The numbers of an objective's indicators.
struct Group<'a> {
    items: Vec<(u32, &'a Indicator)>,
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    // "M_1105_1_" and "O_1105_1_" count on: the letter tells the kind.
    let mut places: FxHashMap<NodeId, usize> = FxHashMap::default();
    let mut groups: Vec<Group<'_>> = Vec::new();
    for indicator in &subject.draft.indicators {
        let Some(node) = indicator.node else { continue };
        let Some((_, value)) = indicator.code.as_deref().and_then(split) else { continue };
        let place = *places.entry(node).or_insert_with(|| {
            groups.push(Group { items: Vec::new() });
            groups.len() - 1
        });
        groups[place].items.push((value, indicator));
    }
    let begin = groups.iter().filter(|group| group.items.iter().any(|(value, _)| *value == 1)).count();
    // Where indicators do not begin at 1, their numbers do not count.
    if begin * 100 < groups.len() * 70 {
        return;
    }
    let found: Vec<Vec<(u32, u32, &Indicator)>> = groups.iter().map(gaps).filter(|gaps| !gaps.is_empty()).collect();
    let Some(&(from, to, indicator)) = found.first().and_then(|gaps| gaps.first()) else { return };
    let place = subject.place(indicator.line, indicator.code.as_deref().unwrap_or(""));
    let (count, missing) = listed(from, to);
    let defect = report.find(place, Words::new("str003-message").with("count", found.len()));
    defect.mark(place, Words::new("str003-mark").with("count", count).with("missing", missing));
    for (from, to, indicator) in found.iter().flatten().skip(1) {
        let (count, missing) = listed(*from, *to);
        let label = Words::new("str003-related").with("count", count).with("missing", missing);
        defect.see(indicator.line, label);
    }
    defect.hint(Words::new("str003-hint"));
}

fn gaps<'a>(group: &Group<'a>) -> Vec<(u32, u32, &'a Indicator)> {
    let mut items = group.items.clone();
    items.sort_by_key(|(value, _)| *value);
    let doubled: FxHashSet<u32> =
        items.windows(2).filter(|pair| pair[0].0 == pair[1].0).map(|pair| pair[0].0).collect();
    let mut found = Vec::new();
    let mut before = 0;
    for (value, indicator) in items {
        if value > before + 1 && !doubled.contains(&before) && !doubled.contains(&value) {
            found.push((before + 1, value - 1, indicator));
        }
        before = value;
    }
    found
}
