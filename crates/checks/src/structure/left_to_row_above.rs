// SPDX-License-Identifier: AGPL-3.0-or-later
//! Rows of allocations that leave their fund or their total to the row above.

use super::table_runs::filled;
use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_domain::planning::Allocation;

check! {
    /// # La riga lascia il fondo o il totale alla riga sopra
    ///
    /// **Che cosa trova.** Nella tabella delle dotazioni una riga non dice il suo fondo, o il totale del programma, e
    /// si intende quello della riga sopra. È detto una volta per tutto il documento.
    ///
    /// **Perché conta.** Se le righe cambiano ordine, o se la tabella è filtrata per fondo, la riga passa a un altro
    /// fondo o si perde; e chi somma i totali non sa se quello sopra vale per due righe.
    ///
    /// **Esempio.** La seconda riga di un'azione ha importi e beneficiario, ma la cella della fonte è vuota.
    ///
    /// **Come si corregge.** Scrivere il fondo e il totale in ogni riga, o dire che quello sopra vale per entrambe.
    ///
    /// **Eccezioni.** Azione e obiettivo possono restare alla riga sopra: qui si guardano solo il denaro e la sua
    /// fonte.
    ///
    /// # The row leaves its fund or its total to the row above
    ///
    /// **What it finds.** In a table of allocations a row does not say its fund, or the programme's total, and that
    /// of the row above is meant. It is told once for the whole document.
    ///
    /// **Why it matters.** If the rows change order, or the table is filtered by fund, the row passes to another fund
    /// or is lost; and who adds the totals does not know whether the one above is for two rows.
    ///
    /// **Example.** The second row of an action has amounts and a beneficiary, but the cell of its source is empty.
    ///
    /// **How to mend it.** Write the fund and the total in every row, or say that the one above is for both.
    ///
    /// **Exceptions.** Action and objective may be left to the row above: only money and its source are looked at
    /// here.
    STR042, "left-to-the-row-above", Note, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let rows = &subject.draft.allocations;
    let totals = rows.iter().filter(|row| row.total.is_some()).count();
    let totals_usual = totals * 2 > rows.len();
    let missing: Vec<(&Allocation, &'static str)> = rows
        .iter()
        .filter_map(|row| {
            if inherits(subject, row) {
                Some((row, "str042-source"))
            } else if row.total.is_none() && totals_usual && row.before.is_some() {
                Some((row, "str042-total"))
            } else {
                None
            }
        })
        .collect();
    let Some(((first, why), others)) = missing.split_first() else { return };
    let place = subject.whole(first.line);
    let defect = report.find(place, Words::new("str042-message").with("count", missing.len()));
    defect.mark(place, Words::new(why)).hint(Words::new("str042-hint"));
    for (row, why) in others {
        defect.see(row.line, Words::new(why));
    }
}

/// Whether the fund of a row is not printed in it.
fn inherits(subject: &Subject<'_>, row: &Allocation) -> bool {
    let Some(source) = row.source.as_deref() else { return false };
    let mut cells = filled(subject, row.line).peekable();
    cells.peek().is_some() && !cells.any(|cell| cell.text.contains(source) || source.contains(cell.text))
}
