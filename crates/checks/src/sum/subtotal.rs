// SPDX-License-Identifier: AGPL-3.0-or-later
//! A subtotal and the rows it closes.

use super::columns::ColumnSum;
use crate::arithmetic::{Equation, Ledger, Scope};
use crate::check::{Run, check};
use crate::{Subject, Words};

check! {
    /// # Un subtotale non è la somma di ciò che chiude
    ///
    /// **Che cosa trova.** In una tabella con più livelli di totali, un totale intermedio non è la somma delle righe
    /// o dei totali più bassi che stanno sopra di lui.
    ///
    /// **Perché conta.** Le percentuali e il totale generale si fanno sui subtotali: uno sbagliato porta con sé gli
    /// altri.
    ///
    /// **Esempio.** Tre azioni da 1.000,00 euro, «Totale obiettivo» 2.000,00: la somma è 3.000,00.
    ///
    /// **Come si corregge.** Rifare la somma delle righe che il subtotale chiude, e poi controllare i totali più
    /// alti.
    ///
    /// **Eccezioni.** Un totale lasciato vuoto in mezzo alla tabella non chiude le righe quando il totale seguente
    /// torna solo con tutte.
    ///
    /// # A subtotal is not the sum of what it closes
    ///
    /// **What it finds.** In a table with several levels of totals, a total in between is not the sum of the rows or
    /// lower totals above it.
    ///
    /// **Why it matters.** Shares and the grand total are made from subtotals: a wrong one carries the others along.
    ///
    /// **Example.** Three actions of 1,000.00 euro each, “Total of the objective” 2,000.00: the sum is 3,000.00.
    ///
    /// **How to mend it.** Add up the rows that the subtotal closes again, then check the totals above it.
    ///
    /// **Exceptions.** A total left empty in the middle of a table does not close the rows where the next total only
    /// comes out with all of them.
    SUM004, "subtotal-differs", Error, Run::Equations(state)
}

fn state(subject: &Subject<'_>, ledger: &mut Ledger) {
    for sum in subject.column_sums().iter().filter(|sum| is_mine(sum)) {
        ledger.state(equation(sum.clone()));
    }
}

fn is_mine(sum: &ColumnSum) -> bool {
    sum.with_other.is_none() && sum.is_laddered && !sum.is_last
}

fn equation(sum: ColumnSum) -> Equation {
    let is_of_rows = sum.level == 0;
    let (message, carried, hint) =
        (Words::new("sum004-message"), Words::new("sum004-carried"), Words::new("sum004-hint"));
    Equation::sum(sum.parts, sum.total, message, carried, hint).over(if is_of_rows {
        Scope::Column
    } else {
        Scope::Subtotal
    })
}
