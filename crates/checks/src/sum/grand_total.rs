// SPDX-License-Identifier: AGPL-3.0-or-later
//! The last total and the subtotals under it.

use super::columns::ColumnSum;
use crate::arithmetic::{Equation, Ledger, Scope};
use crate::check::{Run, check};
use crate::{Subject, Words};

check! {
    /// # Il totale generale non è la somma dei subtotali
    ///
    /// **Che cosa trova.** L'ultimo totale di una tabella con più livelli non è la somma dei totali intermedi.
    ///
    /// **Perché conta.** È la cifra che tutti citano: se non viene dai subtotali, nessuno può dire da dove viene.
    ///
    /// **Esempio.** Totali di area 40.000,00 e 25.000,00, totale generale 66.000,00: la somma è 65.000,00.
    ///
    /// **Come si corregge.** Rifare la somma dei subtotali; se tornano, correggere il totale generale.
    ///
    /// **Eccezioni.** Quando lo scarto è quello di un subtotale già segnalato, il totale generale è nominato lì come
    /// conseguenza.
    ///
    /// # The grand total is not the sum of the subtotals
    ///
    /// **What it finds.** The last total of a table with several levels is not the sum of the totals in between.
    ///
    /// **Why it matters.** It is the figure that everybody cites: if it does not come from the subtotals, nobody can
    /// say where it comes from.
    ///
    /// **Example.** Totals of areas 40,000.00 and 25,000.00, grand total 66,000.00: the sum is 65,000.00.
    ///
    /// **How to mend it.** Add up the subtotals again; if they are right, correct the grand total.
    ///
    /// **Exceptions.** Where the gap is that of a subtotal already told, the grand total is named there as a
    /// consequence.
    SUM005, "grand-total-differs", Error, Run::Equations(state)
}

fn state(subject: &Subject<'_>, ledger: &mut Ledger) {
    for sum in subject.column_sums().iter().filter(|sum| is_mine(sum)) {
        ledger.state(equation(sum.clone()));
    }
}

fn is_mine(sum: &ColumnSum) -> bool {
    sum.with_other.is_none() && sum.is_laddered && sum.is_last
}

fn equation(sum: ColumnSum) -> Equation {
    let (message, carried, hint) =
        (Words::new("sum005-message"), Words::new("sum005-carried"), Words::new("sum005-hint"));
    Equation::sum(sum.parts, sum.total, message, carried, hint).over(Scope::Grand)
}
