// SPDX-License-Identifier: AGPL-3.0-or-later
//! Tables of costs without the row of totals that their sisters have.

use super::table_runs::{Costs, costs};
use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use rustc_hash::FxHashSet;

check! {
    /// # La tabella dei costi non ha la riga dei totali
    ///
    /// **Che cosa trova.** In un documento con più tabelle di costi, alcune finiscono senza totale mentre le altre
    /// l'hanno. È detto una volta, con tutte le tabelle.
    ///
    /// **Perché conta.** Senza il totale nessuno ha controllato la somma, e chi confronta i progetti deve rifare il
    /// conto.
    ///
    /// **Esempio.** La tabella del primo progetto finisce con «TOTALE 74.300,00», quella del secondo con l'ultima
    /// attività.
    ///
    /// **Come si corregge.** Aggiungere la riga dei totali, per il costo e per ogni fonte.
    ///
    /// **Eccezioni.** Se nessuna tabella ha un totale non si dice niente, e così per le tabelle di una sola riga.
    ///
    /// # The table of costs has no row of totals
    ///
    /// **What it finds.** In a document with several tables of costs some end without a total while the others have
    /// one. It is told once, with all tables.
    ///
    /// **Why it matters.** Without a total nobody checked the sum, and who compares the projects has to add up again.
    ///
    /// **Example.** The table of the first project ends with “TOTAL 74,300.00”, that of the second with its last
    /// activity.
    ///
    /// **How to mend it.** Add the row of totals, for the cost and for each source.
    ///
    /// **Exceptions.** If no table has a total nothing is told, nor for tables of one row.
    STR043, "totals-row-missing", Warning, Run::Alone(look)
}

/// How many lines below the last row a total is looked for.
const LINES_BELOW: u32 = 3;

fn look(subject: &Subject<'_>, report: &mut Report) {
    let totals: FxHashSet<u32> = subject.draft.totals.iter().map(|total| total.line).collect();
    let tables = costs(subject);
    let ends_well = |table: &&Costs<'_>| (1..=LINES_BELOW).any(|below| totals.contains(&(table.last() + below)));
    let (with, without): (Vec<&Costs<'_>>, Vec<&Costs<'_>>) =
        tables.iter().filter(|table| table.rows.len() > 1).partition(ends_well);
    let (Some(sister), Some((first, others))) = (with.first(), without.split_first()) else { return };
    let place = subject.whole(first.last());
    let defect = report.find(place, Words::new("str043-message").with("count", without.len()));
    defect.mark(place, Words::new("str043-end")).hint(Words::new("str043-hint"));
    for other in others {
        defect.see(other.last(), Words::new("str043-other"));
    }
    let total = (1..=LINES_BELOW).map(|below| sister.last() + below).find(|line| totals.contains(line));
    defect.see(total.unwrap_or_else(|| sister.last()), Words::new("str043-has"));
}
