// SPDX-License-Identifier: AGPL-3.0-or-later
//! A total that is this table and another one.

use super::columns::ColumnSum;
use crate::arithmetic::{Equation, Ledger};
use crate::check::{Run, check};
use crate::{Subject, Words};

check! {
    /// # Un totale comprende anche un'altra tabella
    ///
    /// **Che cosa trova.** Il totale di una colonna non è la somma delle sue righe, ma torna al centesimo se vi si
    /// aggiunge il totale di un'altra tabella dello stesso progetto.
    ///
    /// **Perché conta.** Chi legge crede che tutta la somma sia di quella tabella e di quella fonte; spesso il denaro
    /// dell'altra tabella (il personale) ha un'altra fonte e viene contato due volte.
    ///
    /// **Esempio.** Costi 50.000,00, totale scritto 62.000,00: 12.000,00 è il totale della tabella del personale.
    ///
    /// **Come si corregge.** Scrivere sotto la tabella il suo totale, e il totale complessivo in una riga a parte con
    /// il suo nome.
    ///
    /// **Eccezioni.** Solo totali della stessa scheda o dello stesso progetto sono confrontati.
    ///
    /// # A total also contains another table
    ///
    /// **What it finds.** The total of a column is not the sum of its rows, but comes out to the cent when the total
    /// of another table of the same project is added.
    ///
    /// **Why it matters.** Who reads it believes that the whole sum is of that table and that source; often the money
    /// of the other table (staff) has another source and is counted twice.
    ///
    /// **Example.** Costs 50,000.00, printed total 62,000.00: 12,000.00 is the total of the table of staff.
    ///
    /// **How to mend it.** Write under each table its own total, and the overall total in a row of its own with its
    /// name.
    ///
    /// **Exceptions.** Only totals of the same sheet or project are compared.
    SUM014, "total-contains-another-table", Warning, Run::Equations(state)
}

fn state(subject: &Subject<'_>, ledger: &mut Ledger) {
    for sum in subject.column_sums().iter().filter(|sum| is_mine(sum)) {
        ledger.state(equation(sum.clone()));
    }
}

fn is_mine(sum: &ColumnSum) -> bool {
    sum.with_other.is_some()
}

fn equation(sum: ColumnSum) -> Equation {
    let (message, carried, hint) =
        (Words::new("sum014-message"), Words::new("sum014-carried"), Words::new("sum014-hint"));
    let ColumnSum { parts, total, with_other, .. } = sum;
    let mut equation = Equation::sum(parts, total, message, carried, hint);
    if let Some(other) = with_other {
        equation.message = equation.message.with("line", crate::Datum::Line(other.place.line));
        equation.see.push((other.place.line, Words::new("sum014-related").with("amount", other.quantity)));
    }
    equation
}
