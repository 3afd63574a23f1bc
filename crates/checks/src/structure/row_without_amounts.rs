// SPDX-License-Identifier: AGPL-3.0-or-later
//! A row of a table of costs that has no amount.

use crate::check::{Run, check};
use crate::{Report, Subject, Words};

check! {
    /// # Una riga della tabella dei costi non ha importi
    ///
    /// **Che cosa trova.** Nella tabella dei costi, o in quella del personale, una riga ha il nome e nessun importo.
    ///
    /// **Perché conta.** Non si sa se la voce non costa niente, se manca l'importo o se è pagata altrove.
    ///
    /// **Esempio.** «Formatore esterno» e cinque celle vuote.
    ///
    /// **Come si corregge.** Scrivere l'importo, anche 0,00, o togliere la riga.
    ///
    /// **Eccezioni.** Nessuna.
    ///
    /// # A row of the table of costs has no amount
    ///
    /// **What it finds.** In the table of costs, or in that of staff, a row has a name and no amount.
    ///
    /// **Why it matters.** Nobody knows whether the item costs nothing, whether the amount is missing, or whether it
    /// is paid elsewhere.
    ///
    /// **Example.** “External trainer” and five empty cells.
    ///
    /// **How to mend it.** Write the amount, even 0.00, or take the row away.
    ///
    /// **Exceptions.** None.
    STR051, "row-without-amounts", Note, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    for row in &subject.draft.resources {
        let paid = row.sources.iter().any(|source| source.amount.is_some() || source.raw.is_some());
        if row.cost.is_some() || paid || row.activity.trim().is_empty() {
            continue;
        }
        let place = subject.place(row.line, &row.activity);
        report.find(place, Words::new("str051-message").with("row", &row.activity)).hint(Words::new("str051-hint"));
    }
}
