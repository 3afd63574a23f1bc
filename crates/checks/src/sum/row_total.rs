// SPDX-License-Identifier: AGPL-3.0-or-later
//! A row and its total.

use super::number_tables::row_sums;
use crate::arithmetic::{Equation, Ledger};
use crate::check::{Run, check};
use crate::{Subject, Words};

check! {
    /// # Il totale di una riga non è la somma delle sue parti
    ///
    /// **Che cosa trova.** In una tabella di numeri la colonna del totale non è la somma delle altre cifre della
    /// riga.
    ///
    /// **Perché conta.** Una sola cella sbagliata cambia ogni conto che si fa sulla tabella.
    ///
    /// **Esempio.** Castelvento 12, 30 e 8, totale scritto 52: la somma è 50.
    ///
    /// **Come si corregge.** Rifare la somma della riga, oppure trovare la cella sbagliata.
    ///
    /// **Eccezioni.** La tabella è controllata solo se la maggior parte delle sue righe torna, perché altrimenti il
    /// totale può voler dire altro. Percentuali, medie, tassi e anni non si sommano.
    ///
    /// # The total of a row is not the sum of its parts
    ///
    /// **What it finds.** In a table of numbers the column of totals is not the sum of the other figures of the row.
    ///
    /// **Why it matters.** A single wrong cell changes every sum made from the table.
    ///
    /// **Example.** Castelvento 12, 30 and 8, printed total 52: the sum is 50.
    ///
    /// **How to mend it.** Add up the row again, or find the cell that is wrong.
    ///
    /// **Exceptions.** A table is only checked where most of its rows come out, since otherwise the total may mean
    /// something else. Shares, averages, rates and years are not added up.
    SUM001, "row-total-differs", Error, Run::Equations(state)
}

fn state(subject: &Subject<'_>, ledger: &mut Ledger) {
    for sum in row_sums(subject) {
        let (message, carried) = (Words::new("sum001-message"), Words::new("sum001-carried"));
        let equation = Equation::sum(sum.parts, sum.total, message, carried, Words::new("sum001-hint"));
        ledger.state(equation.over(sum.scope));
    }
}
