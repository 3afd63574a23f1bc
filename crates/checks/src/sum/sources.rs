// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the sources pay, and the cost.

use crate::arithmetic::{Equation, Ledger, Scope, Term};
use crate::check::{Run, check};
use crate::{Subject, Words};
use ambito_base::Cents;

check! {
    /// # Le fonti non fanno il costo
    ///
    /// **Che cosa trova.** In una tabella dei costi, le cifre pagate da ciascuna fonte non fanno il costo totale
    /// scritto nella stessa riga.
    ///
    /// **Perché conta.** Se le fonti danno meno, una parte della spesa non è coperta; se danno di più, lo stesso
    /// denaro è chiesto due volte.
    ///
    /// **Esempio.** Costo 3.600,00; dall'ATS 3.600,00 e dal FNPS 3.600,00: le fonti fanno 7.200,00.
    ///
    /// **Come si corregge.** Correggere la fonte sbagliata oppure il costo, e poi i totali delle colonne.
    ///
    /// **Eccezioni.** Una riga senza alcuna fonte è detta da FUN003; una cella che non contiene una cifra esclude la
    /// riga dal conto.
    ///
    /// # The sources do not make the cost
    ///
    /// **What it finds.** In a table of costs, what each source pays does not make the total cost printed in the same
    /// row.
    ///
    /// **Why it matters.** If the sources give less, part of the expense is not covered; if they give more, the same
    /// money is asked for twice.
    ///
    /// **Example.** Cost 3,600.00; from the health agency 3,600.00 and from the national fund 3,600.00: the sources
    /// make 7,200.00.
    ///
    /// **How to mend it.** Correct the wrong source or the cost, then the totals of the columns.
    ///
    /// **Exceptions.** A row without any source is told by FUN003; a cell that holds no figure leaves the row out.
    SUM013, "sources-differ-from-cost", Error, Run::Equations(state)
}

fn state(subject: &Subject<'_>, ledger: &mut Ledger) {
    for row in &subject.draft.resources {
        let Some(cost) = row.cost else { continue };
        if row.sources.is_empty() || row.sources.iter().any(|source| source.amount.is_none()) {
            continue;
        }
        let cells: Vec<Option<Cents>> =
            std::iter::once(Some(cost)).chain(row.sources.iter().map(|source| source.amount)).collect();
        let places = subject.amounts(row.line, &cells);
        let mut terms = places.into_iter().zip(cells).filter_map(|(place, amount)| Some(Term::money(place?, amount?)));
        let Some(total) = terms.next() else { continue };
        let parts: Vec<Term> = terms
            .zip(&row.sources)
            .map(|(term, source)| term.called(Words::new("sum013-mark").with("source", &*source.source)))
            .collect();
        if parts.len() == row.sources.len() {
            let (message, carried) =
                (Words::new("sum013-message").with("row", &row.activity), Words::new("sum013-carried"));
            let equation = Equation::sum(parts, total, message, carried, Words::new("sum013-hint"));
            ledger.state(equation.over(Scope::Row));
        }
    }
}
