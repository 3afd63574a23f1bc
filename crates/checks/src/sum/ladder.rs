// SPDX-License-Identifier: AGPL-3.0-or-later
//! Totals of totals: which figures of a table a printed total is the sum of.
//!
//! A table with several levels of totals is a ladder: a total closes the rows and the lower totals above it, up to the
//! last total of its own or a higher level. The order of the levels is that in which their labels first appear, since
//! the inner total always comes first.

use crate::arithmetic::Term;
use ambito_base::fold;
use ambito_domain::planning::NodeId;

/// A row of such a table, in one column.
pub(super) enum Rung {
    /// A figure, and the node that its own hangs from, where that is known.
    Part(Term, Option<NodeId>),
    /// A total with its label; without a figure where the cell is empty.
    Total(String, Option<Term>),
}

/// A total and what it must be the sum of.
pub(super) struct Sum {
    pub parts: Vec<Term>,
    pub total: Term,
    /// 0 for a total of rows, 1 for a total of totals, and so on.
    pub level: usize,
    /// Whether no total stands above it.
    pub is_last: bool,
}

/// What waits for a total: its level (`None` for a row), whether an empty total stood below it, the figure.
struct Open {
    level: Option<usize>,
    closed: bool,
    parent: Option<NodeId>,
    term: Term,
}

/// The sums of a column.
pub(super) fn sums(rungs: Vec<Rung>) -> Vec<Sum> {
    let mut levels: Vec<String> = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    let mut sums: Vec<Sum> = Vec::new();
    for rung in rungs {
        let (label, total) = match rung {
            Rung::Part(term, parent) => {
                open.push(Open { level: None, closed: false, parent, term });
                continue;
            }
            Rung::Total(label, total) => (level_label(&label), total),
        };
        let level = levels.iter().position(|known| *known == label).unwrap_or_else(|| {
            levels.push(label);
            levels.len() - 1
        });
        let from = open.iter().rposition(|one| one.level.is_some_and(|other| other >= level)).map_or(0, |at| at + 1);
        match total {
            // An empty total may close what is above it, or stand there by mistake.
            None => open[from..].iter_mut().for_each(|one| one.closed = true),
            Some(total) => {
                let above: Vec<Open> = open.drain(from + unclosed(&open[from..], &total)..).collect();
                let all: Vec<Term> = above.iter().map(|one| one.term.clone()).collect();
                let since: Vec<Term> = above.iter().filter(|one| !one.closed).map(|one| one.term.clone()).collect();
                let kept_apart = since.len() < all.len() && makes(&since, &total);
                if kept_apart {
                    open.extend(above.into_iter().filter(|one| one.closed));
                }
                let parts = if kept_apart { since } else { all };
                if !parts.is_empty() {
                    sums.push(Sum { parts, total: total.clone(), level, is_last: false });
                }
                open.push(Open { level: Some(level), closed: false, parent: None, term: total });
            }
        }
    }
    let highest = sums.iter().map(|sum| sum.level).max();
    for sum in &mut sums {
        sum.is_last = sum.level > 0 && Some(sum.level) == highest;
    }
    sums
}

/// How many of the rows above a total belong to a group that was left without its own: those before another parent,
/// where the rest makes the total exactly.
fn unclosed(above: &[Open], total: &Term) -> usize {
    let term = |one: &Open| one.term.clone();
    if makes(&above.iter().map(term).collect::<Vec<_>>(), total) {
        return 0;
    }
    let begins = |at: &usize| above[*at].parent.is_some() && above[*at].parent != above[*at - 1].parent;
    let group = (1..above.len()).rfind(begins);
    group.filter(|at| makes(&above[*at..].iter().map(term).collect::<Vec<_>>(), total)).unwrap_or(0)
}

fn makes(parts: &[Term], total: &Term) -> bool {
    let sum = parts.iter().try_fold(0i64, |sum, part| sum.checked_add(part.quantity.hundredths()));
    sum == Some(total.quantity.hundredths())
}

/// A label without its number: `totale 7.1:` and `totale 7.2:` are of one level.
fn level_label(label: &str) -> String {
    fold(label).split(' ').filter(|word| !word.bytes().any(|byte| byte.is_ascii_digit())).collect::<Vec<_>>().join(" ")
}
