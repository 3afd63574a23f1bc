// SPDX-License-Identifier: AGPL-3.0-or-later
//! A + B and the column that is their sum.

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
        let places = subject.amounts(row.line, &[row.total, row.before, row.change, row.after]);
        if let (Some(before), Some(change), Some(after)) = (row.before, row.change, row.after)
            && let [_, Some(a), Some(b), Some(sum)] = places[..]
        {
            ledger.state(equation([(a, before), (b, change), (sum, after)], Scope::Row));
        }
    }
    let totals = &subject.draft.totals;
    for rows in totals.chunk_by(|left, right| left.line == right.line) {
        let [before, change, after] = [is_before, is_change, is_after]
            .map(|is| rows.iter().find(|total| total.column.as_deref().is_some_and(is)).and_then(|total| total.amount));
        let (Some(before), Some(change), Some(after)) = (before, change, after) else { continue };
        // The total of the programme stands before the three and may be equal to one of them.
        let first =
            rows.first().filter(|total| !total.column.as_deref().is_some_and(is_before)).and_then(|total| total.amount);
        if let [_, Some(a), Some(b), Some(sum)] =
            subject.amounts(rows[0].line, &[first, Some(before), Some(change), Some(after)])[..]
        {
            ledger.state(equation([(a, before), (b, change), (sum, after)], Scope::TotalRow));
        }
    }
}

fn equation([a, b, sum]: [(crate::Place, Cents); 3], scope: Scope) -> Equation {
    Equation {
        parts: vec![
            Term::money(a.0, a.1).called(Words::new("mark-a")),
            Term::money(b.0, b.1).called(Words::new("mark-b")),
        ],
        total: Term::money(sum.0, sum.1),
        scope,
        message: Words::new("sum002-message"),
        carried: Words::new("sum002-carried"),
        hint: Words::new("sum002-hint"),
        severity: None,
    }
}

fn is_before(column: &str) -> bool {
    column.trim_end().ends_with("(A)")
}

fn is_change(column: &str) -> bool {
    column.trim_end().ends_with("(B)")
}

fn is_after(column: &str) -> bool {
    column.replace(' ', "").ends_with("(A+B)")
}
