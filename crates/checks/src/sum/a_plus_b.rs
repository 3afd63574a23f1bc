// SPDX-License-Identifier: AGPL-3.0-or-later
//! A + B and the column that is their sum.

use super::allocation_columns::Columns;
use crate::arithmetic::{Equation, Ledger, Scope, Term};
use crate::check::{Run, check};
use crate::{Subject, Words};
use ambito_base::Cents;

check! {
    /// # A + B non è uguale alla dotazione assegnata
    ///
    /// **Che cosa trova.** Nella tabella delle dotazioni la colonna A (assegnato con atti precedenti) e la colonna B
    /// (variazione di questo atto) non fanno il totale assegnato scritto accanto, in una riga o in un totale.
    ///
    /// **Perché conta.** Chi impegna guarda la terza colonna: se è più alta si impegna denaro che non c'è, se è più
    /// bassa resta fermo denaro assegnato.
    ///
    /// **Esempio.** A 400.000,00, B 30.000,00, totale scritto 400.000,00: la somma è 430.000,00.
    ///
    /// **Come si corregge.** Riscrivere il totale, oppure correggere A o B se è sbagliato uno di loro.
    ///
    /// **Eccezioni.** Una riga in cui manca una delle tre cifre non è controllata.
    ///
    /// # A + B is not the amount assigned
    ///
    /// **What it finds.** In a table of allocations, column A (assigned by earlier acts) and column B (what this act
    /// changes) do not make the total printed beside them, in a row or in a total.
    ///
    /// **Why it matters.** Who commits money looks at the third column: too high, and money is committed that is not
    /// there; too low, and money that was assigned is not used.
    ///
    /// **Example.** A 400,000.00, B 30,000.00, printed total 400,000.00: the sum is 430,000.00.
    ///
    /// **How to mend it.** Write the total again, or correct A or B if one of them is wrong.
    ///
    /// **Exceptions.** A row that lacks one of the three figures is not checked.
    SUM002, "a-plus-b-differs", Error, Run::Equations(state)
}

fn state(subject: &Subject<'_>, ledger: &mut Ledger) {
    for row in &subject.draft.allocations {
        state_row(subject, row.line, [row.total, row.before, row.change, row.after], Scope::Row, ledger);
    }
    let columns = Columns::of(subject);
    for row in subject.draft.totals.chunk_by(|left, right| left.line == right.line) {
        if let Some(amounts) = columns.amounts(row) {
            state_row(subject, row[0].line, amounts, Scope::TotalRow, ledger);
        }
    }
}

fn state_row(subject: &Subject<'_>, line: u32, amounts: [Option<Cents>; 4], scope: Scope, ledger: &mut Ledger) {
    let [_, Some(before), Some(change), Some(after)] = amounts else { return };
    let [_, Some(a), Some(b), Some(sum)] = subject.amounts(line, &amounts)[..] else { return };
    let parts =
        vec![Term::money(a, before).called(Words::new("mark-a")), Term::money(b, change).called(Words::new("mark-b"))];
    let equation = Equation::sum(
        parts,
        Term::money(sum, after).called(Words::new("mark-a-plus-b")),
        Words::new("sum002-message"),
        Words::new("sum002-carried"),
        Words::new("sum002-hint"),
    );
    ledger.state(equation.over(scope));
}
