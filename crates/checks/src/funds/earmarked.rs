// SPDX-License-Identifier: AGPL-3.0-or-later
//! Earmarked revenue, and the expense that it pays.

use super::links::{Chapters, is_remainder, is_whole, shown};
use crate::arithmetic::{Equation, Ledger, Scope, Term};
use crate::check::{Run, check};
use crate::{Subject, Words};
use ambito_base::Cents;
use ambito_domain::planning::Direction;
use ambito_findings::Severity;
use rustc_hash::FxHashMap;

check! {
    /// # L'entrata vincolata e la sua spesa sono diverse
    ///
    /// **Che cosa trova.** Un'entrata e le spese che le sono legate (i titoli dei capitoli si richiamano: «vedi
    /// cap.») hanno cifre diverse.
    ///
    /// **Perché conta.** Il denaro vincolato si può spendere solo per il suo scopo: se la spesa è più alta manca la
    /// copertura, se è più bassa resta denaro da assegnare.
    ///
    /// **Esempio.** Entrata 140.000,00 per il fondo povertà; spese che la richiamano 217.000,00.
    ///
    /// **Come si corregge.** Correggere la cifra sbagliata, oppure dire nel titolo da dove viene il resto (fondi
    /// propri, anni precedenti).
    ///
    /// **Eccezioni.** Si confronta quando tutti i capitoli richiamati sono nel documento, oppure quando quelli che ci
    /// sono già superano l'entrata. I capitoli che applicano avanzo di anni precedenti sono contati a parte. Uno
    /// scarto di un centesimo per capitolo è solo una nota.
    ///
    /// # Earmarked revenue and its expense differ
    ///
    /// **What it finds.** A revenue and the expenses that are tied to it (the titles of chapters name each other:
    /// “see ch.”) have different amounts.
    ///
    /// **Why it matters.** Earmarked money may only be spent for its purpose: if the expense is higher it is not
    /// covered, if lower there is money left to assign.
    ///
    /// **Example.** Revenue 140,000.00 for the poverty fund; expenses that name it 217,000.00.
    ///
    /// **How to mend it.** Correct the amount that is wrong, or say in the title where the rest comes from (own
    /// funds, earlier years).
    ///
    /// **Exceptions.** Compared where all chapters that are named are in the document, or where those present already
    /// exceed the revenue. Chapters that use what is left of earlier years are counted apart. A gap of a cent a
    /// chapter is only a note.
    FUN001, "earmarked-revenue-differs", Warning, Run::Equations(state)
}

fn state(subject: &Subject<'_>, ledger: &mut Ledger) {
    let chapters = subject.chapters();
    for group in groups(chapters) {
        if let Some(equation) = equation(subject, chapters, &group) {
            ledger.state(equation);
        }
    }
}

/// Revenues and expenses that are tied to each other, by their lines, and whether every chapter they name is there.
struct Group {
    revenues: Vec<usize>,
    expenses: Vec<usize>,
    is_whole: bool,
}

/// A revenue and an expense are tied where the expense names it, or where it alone names an expense that names none.
fn groups(chapters: &Chapters<'_>) -> Vec<Group> {
    let mut leaders = Leaders::new(chapters.all().len());
    tie(chapters, &mut leaders);
    let roots = leaders.roots();
    let mut groups: FxHashMap<usize, Group> = FxHashMap::default();
    for (at, line) in chapters.lines().iter().enumerate() {
        let root = roots[chapters.of_line(at)];
        let group =
            groups.entry(root).or_insert_with(|| Group { revenues: Vec::new(), expenses: Vec::new(), is_whole: true });
        match line.direction {
            Some(Direction::Revenue) => group.revenues.push(at),
            _ => group.expenses.push(at),
        }
        let found = |reference| chapters.named(reference).into_iter().any(|other| roots[other] == root);
        group.is_whole &= is_whole(line) && line.references.iter().all(found);
    }
    let mut groups: Vec<Group> =
        groups.into_values().filter(|group| !group.revenues.is_empty() && !group.expenses.is_empty()).collect();
    groups.sort_by_key(|group| group.revenues[0]);
    groups
}

fn tie(chapters: &Chapters<'_>, leaders: &mut Leaders) {
    // The revenues that name an expense which names none, and whether they name its very article.
    let mut silent: FxHashMap<usize, FxHashMap<usize, bool>> = FxHashMap::default();
    for (at, line) in chapters.lines().iter().enumerate() {
        let own = chapters.of_line(at);
        for reference in &line.references {
            let named = chapters.named(reference);
            let all_silent = named.iter().all(|other| chapters.all()[*other].is_silent);
            for other in named {
                if line.direction != Some(Direction::Revenue) {
                    leaders.join(other, own);
                } else if chapters.all()[other].is_silent && (all_silent || reference.article.is_some()) {
                    *silent.entry(other).or_default().entry(own).or_default() |= reference.article.is_some();
                }
            }
        }
    }
    for (expense, named_by) in silent {
        let exact: Vec<usize> = named_by.iter().filter(|(_, exact)| **exact).map(|(revenue, _)| *revenue).collect();
        match exact[..] {
            [revenue] => leaders.join(revenue, expense),
            [] if named_by.len() == 1 => named_by.keys().for_each(|revenue| leaders.join(*revenue, expense)),
            _ => {}
        }
    }
}

/// Which chapters belong together: each points towards the first of its group.
struct Leaders(Vec<usize>);

impl Leaders {
    fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    fn find(&mut self, mut at: usize) -> usize {
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.find(one), self.find(other));
        self.0[one.max(other)] = one.min(other);
    }

    fn roots(mut self) -> Vec<usize> {
        (0..self.0.len()).map(|at| self.find(at)).collect()
    }
}

/// What must be equal; `None` where some chapter is missing and those that are there do not exceed the revenue.
fn equation(subject: &Subject<'_>, chapters: &Chapters<'_>, group: &Group) -> Option<Equation> {
    let lines = chapters.lines();
    let sum = |rows: &[usize]| {
        rows.iter().try_fold(Cents::ZERO, |sum, at| sum.checked_add(lines[*at].amount.unwrap_or(Cents::ZERO)))
    };
    let (remainders, expenses): (Vec<usize>, Vec<usize>) =
        group.expenses.iter().copied().partition(|at| is_remainder(&lines[*at]));
    let (revenue, expense) = (sum(&group.revenues)?, sum(&expenses)?);
    let gap = expense.checked_sub(revenue)?.cents();
    if expenses.is_empty() || (gap < 0 && !group.is_whole) {
        return None;
    }
    let (first, others) = group.revenues.split_first()?;
    let money = |at: usize, sign: i64| {
        let amount = lines[at].amount?;
        Some(Term::money(subject.amount(lines[at].line, amount), Cents::new(sign * amount.cents())))
    };
    let of_expenses = expenses.iter().filter_map(|at| Some(money(*at, 1)?.called(Words::new("fun001-expense"))));
    let of_revenues = others.iter().filter_map(|at| Some(money(*at, -1)?.called(Words::new("fun001-revenue"))));
    let message = if gap > 0 { Words::new("fun001-more") } else { Words::new("fun001-less") };
    let message = message.with("chapter", shown(&lines[*first])).with("revenue", revenue).with("expense", expense);
    let mut equation = Equation::sum(
        of_expenses.chain(of_revenues).collect(),
        money(*first, 1)?.called(Words::new("fun001-mark")),
        message,
        Words::new("fun001-carried").with("chapter", shown(&lines[*first])),
        Words::new("fun001-hint"),
    )
    .over(Scope::Elsewhere);
    equation.see = remainders.iter().map(|at| (lines[*at].line, Words::new("fun001-remainder"))).collect();
    if i64::try_from(expenses.len()).is_ok_and(|cents| gap.saturating_abs() <= cents) {
        equation.severity = Some(Severity::Note);
    }
    Some(equation)
}
