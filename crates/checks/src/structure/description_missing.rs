// SPDX-License-Identifier: AGPL-3.0-or-later
//! Sheets without a description, where the others have one.

use super::nothing_below::empty;
use super::numbers::{code_place, number_of};
use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_domain::planning::NodeId;
use rustc_hash::{FxHashMap, FxHashSet};

check! {
    /// # Una scheda senza descrizione
    ///
    /// **Che cosa trova.** Schede senza la descrizione, in un livello in cui quasi tutte ne hanno una.
    ///
    /// **Perché conta.** Chi non conosce il servizio legge obiettivi e importi senza sapere che cosa si fa.
    ///
    /// **Esempio.** Il progetto 1205 passa dal titolo agli obiettivi, gli altri dicono prima di che cosa si tratta.
    ///
    /// **Come si corregge.** Aggiungere due righe di descrizione.
    ///
    /// **Eccezioni.** È una nota, detta una volta per documento. Una scheda a cui manca anche ciò che sta sotto la dice
    /// STR022.
    ///
    /// # A sheet without a description
    ///
    /// **What it finds.** Sheets without a description, in a level where nearly all have one.
    ///
    /// **Why it matters.** Who does not know the service reads objectives and amounts without knowing what is done.
    ///
    /// **Example.** Project 1205 goes from its title to its objectives, the others first say what it is about.
    ///
    /// **How to mend it.** Add two lines of description.
    ///
    /// **Exceptions.** It is a note, said once a document. A sheet that also lacks what should be below it is told by
    /// STR022.
    STR023, "description-missing", Note, Run::Alone(look)
}

/// This share of the sheets of a level, in percent, must have a description for the others to lack it.
const DESCRIBED_PERCENT_MIN: usize = 80;
/// Fewer sheets show no habit.
const SHEETS_MIN: usize = 4;

fn look(subject: &Subject<'_>, report: &mut Report) {
    let told: FxHashSet<NodeId> = empty(subject).into_iter().map(|(id, ..)| id).collect();
    let mut levels: FxHashMap<&str, (usize, Vec<NodeId>)> = FxHashMap::default();
    for (id, node) in subject.nodes().filter(|(_, node)| node.in_body) {
        let Some(level) = node.level.as_deref() else { continue };
        let (described, bare) = levels.entry(level).or_default();
        if node.text.is_empty() { bare.push(id) } else { *described += 1 }
    }
    let mut levels: Vec<(usize, Vec<NodeId>)> = levels.into_values().filter(|(_, bare)| !bare.is_empty()).collect();
    levels.sort_unstable_by_key(|(_, bare)| bare.first().copied());
    for (described, bare) in levels {
        let all = described + bare.len();
        if all < SHEETS_MIN || described * 100 < all * DESCRIBED_PERCENT_MIN {
            continue;
        }
        let bare: Vec<NodeId> = bare.into_iter().filter(|id| !told.contains(id)).collect();
        let Some((&first, others)) = bare.split_first() else { continue };
        let node = subject.node(first);
        let place = code_place(subject, node);
        let words = Words::new("str023-message").with("count", bare.len()).with("all", all);
        let defect = report.find(place, words.with("number", number_of(node)));
        defect.mark(place, Words::new("str023-mark")).hint(Words::new("str023-hint"));
        for other in others {
            defect.see(subject.node(*other).line, Words::new("str023-related"));
        }
    }
}
