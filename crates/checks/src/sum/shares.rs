// SPDX-License-Identifier: AGPL-3.0-or-later
//! Printed shares of a total, with the amount they are of: what two checks look at.

use super::blocks_of::{Block, Kind, blocks};
use crate::Subject;
use crate::Words;
use crate::arithmetic::{Equation, Quantity, Rule, Scope, Term, share};
use ambito_base::{Cents, Share};
use ambito_domain::planning::LineNo;
use rustc_hash::FxHashMap;

/// The whole of every share, in hundredths of a percent.
const WHOLE_HUNDREDTHS: i64 = 10_000;

/// A printed share of an amount in a table whose last total is the whole.
pub(super) struct Claim {
    /// What the row is called.
    pub name: String,
    pub amount: Term,
    pub share: Term,
    pub whole: Term,
    /// Another printed total of the table of which it is exactly this share.
    pub other_whole: Option<Term>,
}

impl Claim {
    /// The equation that the claim makes.
    pub(super) fn equation(self, [message, carried, hint]: [Words; 3]) -> Equation {
        let amount = self.amount.called(Words::new("mark-amount"));
        Equation {
            rule: Rule::ShareOf(self.whole),
            ..Equation::sum(vec![amount], self.share, message, carried, hint).over(Scope::Elsewhere)
        }
    }
}

/// Every printed share of a summary.
pub(super) fn claims(subject: &Subject<'_>) -> Vec<Claim> {
    let summaries: FxHashMap<LineNo, (Cents, Share, &str)> = subject
        .draft
        .nodes
        .iter()
        .filter_map(|node| {
            let summary = node.summary?;
            let name = node.code.as_deref().or(node.title.as_deref()).unwrap_or_default();
            Some((summary.line, (summary.amount?, summary.share?, name)))
        })
        .collect();
    let mut found = Vec::new();
    for block in blocks(subject).iter().filter(|block| block.kind == Kind::Summary) {
        of_block(subject, block, &summaries, &mut found);
    }
    found
}

/// The whole of a summary: its last total, where it says so.
pub(super) fn whole_of(block: &Block<'_>) -> Option<(LineNo, Cents)> {
    let last = block.totals.iter().rev().find(|total| total.amount.is_some())?;
    let is_whole = last.share.is_some_and(|share| share.hundredths() == WHOLE_HUNDREDTHS);
    Some((last.line, last.amount?)).filter(|_| is_whole)
}

fn of_block(
    subject: &Subject<'_>,
    block: &Block<'_>,
    summaries: &FxHashMap<LineNo, (Cents, Share, &str)>,
    found: &mut Vec<Claim>,
) {
    let totals: Vec<(LineNo, Cents, Option<Share>)> =
        block.totals.iter().filter_map(|total| Some((total.line, total.amount?, total.share))).collect();
    let Some((line, whole)) = whole_of(block) else { return };
    let whole = Term::money(subject.amount(line, whole), whole);
    let rows = block
        .rows
        .iter()
        .filter_map(|line| summaries.get(line).map(|(amount, share, name)| (*line, *amount, *share, *name)));
    let printed = block.totals.iter().filter_map(|total| {
        Some((total.line, total.amount?, total.share?, total.label.as_deref().unwrap_or_default()))
    });
    for (line, amount, printed, name) in rows.chain(printed) {
        if line == whole.place.line {
            continue;
        }
        let is_of = |whole: Cents| share(amount.cents(), whole.cents()) == Some(printed.hundredths());
        let wrong = !is_of(Cents::new(whole.quantity.hundredths()));
        let other = wrong.then(|| totals.iter().find(|(_, other, _)| is_of(*other))).flatten();
        found.push(Claim {
            name: name.to_owned(),
            amount: Term::money(subject.amount(line, amount), amount),
            share: Term::new(share_place(subject, line, printed), Quantity::Share(printed)),
            whole: whole.clone(),
            other_whole: other.map(|(line, amount, _)| Term::money(subject.amount(*line, *amount), *amount)),
        });
    }
}

/// The cell that holds a share.
fn share_place(subject: &Subject<'_>, line: LineNo, share: Share) -> crate::Place {
    let holds = |text: &str| text.ends_with('%') && Share::parse(text) == Some(share);
    let cells: Vec<_> = subject.cells(line).collect();
    let found = cells
        .iter()
        .find(|cell| holds(cell.text))
        .or_else(|| cells.iter().rev().find(|cell| Share::parse(cell.text) == Some(share)));
    found.map_or_else(|| subject.whole(line), |cell| cell.place)
}
