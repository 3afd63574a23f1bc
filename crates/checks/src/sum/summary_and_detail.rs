// SPDX-License-Identifier: AGPL-3.0-or-later
//! The figure of a node in a summary, and the total of its own table.

use crate::arithmetic::{Equation, Ledger, Scope, Term};
use crate::check::{Run, check};
use crate::{Subject, Words};
use ambito_base::{Cents, fold};
use ambito_domain::planning::{Direction, LineNo, NodeId, Total};
use rustc_hash::FxHashMap;

check! {
    /// # Il riepilogo e la scheda dicono cifre diverse
    ///
    /// **Che cosa trova.** La cifra di un progetto nel quadro riassuntivo non è quella della spesa nella sua scheda:
    /// il totale della tabella delle spese, o la somma dei suoi capitoli.
    ///
    /// **Perché conta.** Chi approva guarda il quadro, chi spende guarda la scheda.
    ///
    /// **Esempio.** Nel quadro il progetto ha 48.000,00 euro; nella sua scheda le spese sono 45.000,00.
    ///
    /// **Come si corregge.** Vedere quale delle due cifre è quella approvata, e scriverla in tutti e due i posti.
    ///
    /// **Eccezioni.** Contano le spese correnti e di investimento, non le entrate. Una scheda senza tabella del
    /// bilancio non è confrontata.
    ///
    /// # The summary and the sheet say different figures
    ///
    /// **What it finds.** The figure of a project in the summary is not that of the expense in its sheet: the total
    /// of the table of expenses, or the sum of its chapters.
    ///
    /// **Why it matters.** Who approves looks at the summary, who spends looks at the sheet.
    ///
    /// **Example.** In the summary the project has 48,000.00 euro; in its sheet the expenses are 45,000.00.
    ///
    /// **How to mend it.** See which of the two figures is the approved one, and write it in both places.
    ///
    /// **Exceptions.** Current and capital expenses count, revenue does not. A sheet without a table of its budget is
    /// not compared.
    SUM008, "summary-differs-from-sheet", Error, Run::Equations(state)
}

fn state(subject: &Subject<'_>, ledger: &mut Ledger) {
    let totals = expense_totals(subject);
    let rows = expense_rows(subject);
    for (id, node) in subject.nodes() {
        let Some((line, amount)) = node.summary.and_then(|summary| Some((summary.line, summary.amount?))) else {
            continue;
        };
        let Some(figures) = totals.get(&id).or_else(|| rows.get(&id)) else { continue };
        let parts: Vec<Term> = figures.iter().map(|&(line, amount)| money(subject, line, amount)).collect();
        let name = subject.name(id);
        let equation = Equation::sum(
            parts,
            money(subject, line, amount),
            Words::new("sum008-message").with("name", &name),
            Words::new("sum008-carried").with("name", &name),
            Words::new("sum008-hint"),
        );
        ledger.state(equation.over(Scope::Elsewhere));
    }
}

/// The printed totals of expense of each node: those of its last row of totals.
fn expense_totals(subject: &Subject<'_>) -> FxHashMap<NodeId, Vec<(LineNo, Cents)>> {
    let mut found: FxHashMap<NodeId, Vec<(LineNo, Cents)>> = FxHashMap::default();
    for total in &subject.draft.totals {
        if let (Some(node), Some(amount), true) = (total.node, total.amount, is_expense(total)) {
            let figures = found.entry(node).or_default();
            figures.retain(|(line, _)| *line == total.line);
            figures.push((total.line, amount));
        }
    }
    found
}

/// The chapters of expense of each node.
fn expense_rows(subject: &Subject<'_>) -> FxHashMap<NodeId, Vec<(LineNo, Cents)>> {
    let mut found: FxHashMap<NodeId, Vec<(LineNo, Cents)>> = FxHashMap::default();
    for row in &subject.draft.budget_lines {
        if let (Some(node), Some(amount), Some(Direction::Expense)) = (row.node, row.amount, row.direction) {
            found.entry(node).or_default().push((row.line, amount));
        }
    }
    found
}

fn is_expense(total: &Total) -> bool {
    total.column.as_deref().is_some_and(|column| fold(column).contains("spes"))
}

fn money(subject: &Subject<'_>, line: LineNo, amount: Cents) -> Term {
    Term::money(subject.amount(line, amount), amount)
}
