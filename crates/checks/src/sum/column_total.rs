// SPDX-License-Identifier: AGPL-3.0-or-later
//! A column and its total.

use super::columns::ColumnSum;
use super::number_tables;
use crate::arithmetic::{Equation, Ledger, Term};
use crate::check::{Run, check};
use crate::{Subject, Words};
use ambito_findings::Severity;

check! {
    /// # Il totale di una colonna non è la somma delle righe
    ///
    /// **Che cosa trova.** Nelle tabelle del bilancio, dei costi, delle dotazioni e in quelle di numeri, il totale scritto in fondo a una
    /// colonna non è la somma delle cifre che gli stanno sopra.
    ///
    /// **Perché conta.** Il totale è la cifra che finisce nella delibera e nel quadro riassuntivo: se non viene dalle
    /// righe, una delle due non è vera.
    ///
    /// **Esempio.** Righe 12.000,00 e 8.500,00, totale scritto 21.500,00: la somma è 20.500,00.
    ///
    /// **Come si corregge.** Rifare la somma e scrivere il totale giusto, oppure trovare la riga sbagliata o
    /// mancante.
    ///
    /// **Eccezioni.** Una cella vuota vale zero. Se la differenza è il totale di un'altra tabella dello stesso
    /// progetto, lo dice SUM014. In una tabella di cui si ignora il senso è un errore se le altre colonne tornano; se
    /// nient'altro lo conferma è un avviso, perché chi conta persone può averle contate una volta sola.
    ///
    /// # The total of a column is not the sum of its rows
    ///
    /// **What it finds.** In tables of budgets, costs and allocations, the total printed under a column is not the
    /// sum of the figures above it.
    ///
    /// **Why it matters.** The total is the figure that goes into the decision and the overview: if it does not come
    /// from the rows, one of the two is not true.
    ///
    /// **Example.** Rows 12,000.00 and 8,500.00, printed total 21,500.00: the sum is 20,500.00.
    ///
    /// **How to mend it.** Add up again and write the right total, or find the row that is wrong or missing.
    ///
    /// **Exceptions.** An empty cell counts as zero. Where the difference is the total of another table of the same
    /// project, SUM014 says so. In a table whose meaning is unknown it is an error where the other columns come out; where
    /// nothing else bears it out it is a warning, since people may have been counted only once.
    SUM003, "column-total-differs", Error, Run::Equations(state)
}

fn state(subject: &Subject<'_>, ledger: &mut Ledger) {
    for sum in subject.column_sums().iter().filter(|sum| is_mine(sum)) {
        ledger.state(equation(sum.parts.clone(), sum.total.clone()));
    }
    for sum in number_tables::column_sums(subject) {
        let severity = (!sum.is_sure).then_some(Severity::Warning);
        ledger.state(Equation { severity, ..equation(sum.parts, sum.total) });
    }
}

fn is_mine(sum: &ColumnSum) -> bool {
    sum.with_other.is_none() && !sum.is_laddered
}

fn equation(parts: Vec<Term>, total: Term) -> Equation {
    let (message, carried, hint) =
        (Words::new("sum003-message"), Words::new("sum003-carried"), Words::new("sum003-hint"));
    Equation::sum(parts, total, message, carried, hint)
}
