// SPDX-License-Identifier: AGPL-3.0-or-later
//! A cost that no source pays.

use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_domain::planning::{NodeId, Resource};
use rustc_hash::FxHashMap;

check! {
    /// # Una spesa senza copertura
    ///
    /// **Che cosa trova.** In una tabella dei costi con le fonti, una riga ha un costo ma nessuna fonte che lo paga,
    /// mentre le altre righe le hanno.
    ///
    /// **Perché conta.** Una spesa senza fonte non si può impegnare.
    ///
    /// **Esempio.** «Valutazione», costo 3.600,00, e tutte le colonne delle fonti vuote.
    ///
    /// **Come si corregge.** Scrivere quale fonte paga, oppure togliere il costo.
    ///
    /// **Eccezioni.** Una tabella in cui nessuna riga ha fonti non è segnalata: lì le fonti stanno altrove.
    ///
    /// # An expense without cover
    ///
    /// **What it finds.** In a table of costs with sources, a row has a cost but no source that pays it, while the
    /// other rows have.
    ///
    /// **Why it matters.** An expense without a source cannot be committed.
    ///
    /// **Example.** “Evaluation”, cost 3,600.00, and all columns of sources empty.
    ///
    /// **How to mend it.** Write which source pays, or take the cost away.
    ///
    /// **Exceptions.** A table in which no row has sources is not told: there the sources stand elsewhere.
    FUN003, "expense-without-cover", Warning, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let mut tables: FxHashMap<Option<NodeId>, Vec<&Resource>> = FxHashMap::default();
    for row in subject.draft.resources.iter().filter(|row| row.cost.is_some_and(|cost| cost.cents() != 0)) {
        tables.entry(row.node).or_default().push(row);
    }
    for rows in tables.into_values() {
        let uncovered: Vec<&&Resource> = rows.iter().filter(|row| row.sources.is_empty()).collect();
        if uncovered.len() == rows.len() {
            continue;
        }
        for row in uncovered {
            let Some(cost) = row.cost else { continue };
            let place = subject.amount(row.line, cost);
            let message = Words::new("fun003-message").with("activity", &row.activity).with("cost", cost);
            report.find(place, message).found(cost).mark_only(place).hint(Words::new("fun003-hint"));
        }
    }
}
