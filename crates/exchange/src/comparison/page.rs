// SPDX-License-Identifier: AGPL-3.0-or-later
//! Changes for a page that shows some of them: the answer first, then node after node from a place on.
//!
//! Invariants: the answer is counted over all changes, whatever part of them is shown; a page has so many rows at most,
//! whatever the size of the plans. A node that came or went is one row, as in [`groups`](super::groups), unless one
//! aspect is asked for: then its records stand for themselves.

use super::groups::contents;
use super::values::{changed_words, difference, named, shown, told};
use super::words::{contents as contents_words, record};
use ambito_base::Cents;
use ambito_domain::planning::comparison::{
    Change, ChangeKind, Comparison, Counts, FieldName, RecordKind, Value, WordRun, compare,
};
use ambito_domain::planning::{Direction, LineNo, NodeId, PlanDraft};
use ambito_i18n::Catalogue;
use serde::Serialize;

/// Which changes are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Aspect {
    /// Every one.
    All,
    /// Those of money.
    Money,
    /// Those of what is to be reached: indicators, their targets and results.
    Targets,
    /// Those of people.
    People,
    /// What is new.
    Added,
    /// What is gone.
    Removed,
}

impl Aspect {
    /// Every aspect.
    pub const ALL: [Self; 6] = [Self::All, Self::Money, Self::Targets, Self::People, Self::Added, Self::Removed];

    /// The stable word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Money => "money",
            Self::Targets => "targets",
            Self::People => "people",
            Self::Added => "added",
            Self::Removed => "removed",
        }
    }

    /// The aspect of a stable word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|aspect| aspect.word() == word)
    }

    fn has(self, change: &Change<'_>) -> bool {
        use FieldName as F;
        use RecordKind as R;
        match self {
            Self::All => true,
            Self::Money => {
                matches!(change.record, R::BudgetLine | R::Allocation | R::Resource | R::Total | R::Amount)
                    || matches!(change.field, Some(F::SummaryAmount))
            }
            Self::Targets => change.record == R::Indicator,
            Self::People => change.record == R::Effort,
            Self::Added => change.kind == ChangeKind::Added,
            Self::Removed => change.kind == ChangeKind::Removed,
        }
    }
}

/// The answer: what changed, over all.
#[derive(Clone, Debug)]
pub struct Answer {
    /// How many values are others, how many records came and went.
    pub counts: Counts,
    /// How many changes each aspect has, in the order of [`Aspect::ALL`].
    pub aspects: Vec<(Aspect, usize)>,
    /// How many nodes are new.
    pub nodes_added: usize,
    /// How many nodes are gone.
    pub nodes_removed: usize,
    /// What the money of each kind was and is; kinds that neither has are left out.
    pub money: Vec<MoneyAnswer>,
}

/// Money of one kind, before and now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MoneyAnswer {
    /// Of which kind.
    pub kind: MoneyKind,
    /// Before; absent where there was none.
    pub old: Option<Cents>,
    /// Now.
    pub new: Option<Cents>,
}

impl MoneyAnswer {
    /// What it is more or less now; what is absent counts as nothing.
    #[must_use]
    pub fn difference(&self) -> Option<Cents> {
        let zero = Cents::new(0);
        self.new.unwrap_or(zero).checked_sub(self.old.unwrap_or(zero))
    }
}

/// A kind of money of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MoneyKind {
    /// Revenue lines of the budget.
    Revenue,
    /// Expense lines of the budget.
    Expense,
    /// Allocations of funds, after the act.
    Allocated,
    /// Costs of activities.
    Cost,
}

/// Some of the changes, node after node.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// How many rows there are in all.
    pub rows: usize,
    /// Where the next page begins; absent on the last.
    pub next: Option<usize>,
    /// The changes.
    pub nodes: Vec<NodeChanges>,
}

/// The changes of a node, or of the document as a whole.
#[derive(Clone, Debug, Serialize)]
pub struct NodeChanges {
    /// What the nodes are called from the top down; empty for the document.
    pub path: Vec<String>,
    /// The document's word for the node's level.
    pub level: Option<String>,
    /// Whether it is another value, new, or gone: the stable word of the node's own change.
    pub kind: &'static str,
    /// What came or went with it, in words.
    pub contents: String,
    /// The node as it was.
    pub old_node: Option<u32>,
    /// The node as it is.
    pub new_node: Option<u32>,
    /// Where the node stood; only where it came or went.
    pub old_line: Option<LineNo>,
    /// Where it stands.
    pub new_line: Option<LineNo>,
    /// The changes in it.
    pub rows: Vec<RowChange>,
}

/// One change.
#[derive(Clone, Debug, Serialize)]
pub struct RowChange {
    /// The stable word of what happened.
    pub kind: &'static str,
    /// What the record is; empty for nodes and for the document.
    pub record: String,
    /// What it is called.
    pub label: String,
    /// Which value; empty for whole records.
    pub field: String,
    /// What it said.
    pub old: Vec<Run>,
    /// What it says.
    pub new: Vec<Run>,
    /// Of money: more or less, with its sign.
    pub difference: String,
    /// Whether both values are figures of money.
    pub is_money: bool,
    /// The amount that it was, where it is one.
    pub old_money: Option<Cents>,
    /// The amount that it is.
    pub new_money: Option<Cents>,
    /// Where it stood.
    pub old_line: Option<LineNo>,
    /// Where it stands.
    pub new_line: Option<LineNo>,
}

/// Some words of a value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Whether they are on this side only.
    pub differs: bool,
}

/// Two plans, and what changed between them.
#[derive(Clone, Debug)]
pub struct Changes<'a> {
    comparison: Comparison<'a>,
    old: &'a PlanDraft,
    new: &'a PlanDraft,
}

impl<'a> Changes<'a> {
    /// Compares two plans.
    #[must_use]
    pub fn new(old: &'a PlanDraft, new: &'a PlanDraft) -> Self {
        Self { comparison: compare(old, new), old, new }
    }

    /// What changed, over all.
    #[must_use]
    pub fn answer(&self) -> Answer {
        let all = &self.comparison.changes;
        let nodes = |kind| all.iter().filter(|one| one.record == RecordKind::Node && one.kind == kind).count();
        let count = |aspect: Aspect| (aspect, all.iter().filter(|change| aspect.has(change)).count());
        let (old, new) = (money(self.old), money(self.new));
        let kinds = [MoneyKind::Revenue, MoneyKind::Expense, MoneyKind::Allocated, MoneyKind::Cost];
        let money = kinds.into_iter().zip(old).zip(new).map(|((kind, old), new)| MoneyAnswer { kind, old, new });
        Answer {
            counts: self.comparison.counts(),
            aspects: Aspect::ALL.into_iter().map(count).collect(),
            nodes_added: nodes(ChangeKind::Added),
            nodes_removed: nodes(ChangeKind::Removed),
            money: money.filter(|one| one.old.is_some() || one.new.is_some()).collect(),
        }
    }

    /// The changes of an aspect from a row on, at most so many.
    #[must_use]
    pub fn page(&self, aspect: Aspect, from: usize, rows_max: usize, catalogue: &Catalogue) -> Page {
        let mut page = Page::default();
        let until = from.saturating_add(rows_max);
        let wanted: Vec<&Change<'a>> = self.comparison.changes.iter().filter(|change| aspect.has(change)).collect();
        for changes in wanted.chunk_by(|a, b| place(a) == place(b)) {
            let Some(first) = changes.first() else { continue };
            let own = changes.iter().find(|one| one.record == RecordKind::Node && one.kind != ChangeKind::Changed);
            // A node that came or went says what hangs from it; asked for one aspect, the records say it themselves.
            let whole = own.filter(|_| matches!(aspect, Aspect::All | Aspect::Added | Aspect::Removed));
            let start = page.rows;
            page.rows += if whole.is_some() { 1 } else { changes.len() };
            if page.rows <= from || start >= until {
                continue;
            }
            let shown = match whole {
                Some(_) => Vec::new(),
                None => {
                    let skipped = from.saturating_sub(start);
                    let some = changes.iter().skip(skipped).take(until - start.max(from));
                    some.map(|change| row(change, catalogue)).collect()
                }
            };
            page.nodes.push(NodeChanges {
                path: self.comparison.path(first),
                level: self.comparison.level(first).map(str::to_owned),
                kind: whole.map_or(ChangeKind::Changed, |whole| whole.kind).word(),
                contents: match whole.map(|_| contents(changes.iter().copied())) {
                    Some(some) if !some.is_empty() => contents_words(&some, catalogue),
                    _ => String::new(),
                },
                old_node: first.old_node.map(|node| node.0),
                new_node: first.new_node.map(|node| node.0),
                old_line: whole.and_then(|whole| whole.old_line),
                new_line: whole.and_then(|whole| whole.new_line),
                rows: shown,
            });
        }
        page.next = (page.rows > until).then_some(until);
        page
    }
}

/// The node that a change is in: the new one, else the old one that is gone.
fn place(change: &Change<'_>) -> (Option<NodeId>, Option<NodeId>) {
    match change.new_node {
        Some(node) => (Some(node), None),
        None => (None, change.old_node),
    }
}

fn row(change: &Change<'_>, catalogue: &Catalogue) -> RowChange {
    let is_named = !matches!(change.record, RecordKind::Node | RecordKind::Document);
    let (old, new) = values(change, catalogue);
    RowChange {
        kind: change.kind.word(),
        record: if is_named { record(change.record, catalogue) } else { String::new() },
        label: if is_named || change.field.is_none() { change.label.clone() } else { String::new() },
        field: change.field.map_or_else(String::new, |field| named(field, change.part.as_deref(), catalogue)),
        old,
        new,
        difference: difference(change, catalogue).unwrap_or_default(),
        is_money: matches!((&change.old, &change.new), (Value::Money(_), _) | (_, Value::Money(_))),
        old_money: amount(&change.old),
        new_money: amount(&change.new),
        old_line: change.old_line,
        new_line: change.new_line,
    }
}

fn amount(value: &Value<'_>) -> Option<Cents> {
    match value {
        Value::Money(cents) => Some(*cents),
        _ => None,
    }
}

/// Both values, the words that differ marked.
fn values(change: &Change<'_>, catalogue: &Catalogue) -> (Vec<Run>, Vec<Run>) {
    let plain = |text: String| if text.is_empty() { Vec::new() } else { vec![Run { text, differs: false }] };
    let Some(field) = change.field else {
        let all: Vec<Run> = told(change, catalogue).into_iter().map(|text| Run { text, differs: false }).collect();
        return if change.kind == ChangeKind::Removed { (all, Vec::new()) } else { (Vec::new(), all) };
    };
    if let Some(runs) = changed_words(change) {
        return (side(&runs, ChangeKind::Removed), side(&runs, ChangeKind::Added));
    }
    (plain(shown(field, &change.old, catalogue)), plain(shown(field, &change.new, catalogue)))
}

fn side(runs: &[WordRun], kind: ChangeKind) -> Vec<Run> {
    let run = |text: &str, differs| Some(Run { text: text.to_owned(), differs });
    runs.iter()
        .filter_map(|one| match (one, kind) {
            (WordRun::Same(words), _) => run(words, false),
            (WordRun::Removed(words), ChangeKind::Removed) | (WordRun::Added(words), ChangeKind::Added) => {
                run(words, true)
            }
            _ => None,
        })
        .collect()
}

/// The money of a plan: revenue, expense, allocated, costs; as its pages add it up.
fn money(draft: &PlanDraft) -> [Option<Cents>; 4] {
    let lines = |direction| {
        sum(draft.budget_lines.iter().filter(|line| line.direction == Some(direction)).map(|line| line.amount))
    };
    [
        lines(Direction::Revenue),
        lines(Direction::Expense),
        sum(draft.allocations.iter().map(|one| one.after.or(one.total))),
        sum(draft.resources.iter().map(|one| one.cost)),
    ]
}

/// What there is, added up; nothing where there is nothing, or where it is more than can be counted.
fn sum(amounts: impl Iterator<Item = Option<Cents>>) -> Option<Cents> {
    amounts.flatten().map(Some).reduce(|sum, amount| sum?.checked_add(amount?)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ambito_domain::planning::{BudgetLine, Node};
    use ambito_i18n::Language;

    fn plan(amounts: &[i64]) -> PlanDraft {
        let mut draft = PlanDraft::default();
        for (at, amount) in (0_u32..).zip(amounts) {
            draft.nodes.push(Node { title: Some(format!("Obiettivo {at}")), line: at + 1, ..Node::default() });
            draft.budget_lines.push(BudgetLine {
                node: Some(NodeId(at)),
                direction: Some(Direction::Expense),
                kind: None,
                chapter: format!("41{at}"),
                article: None,
                title: "Servizi".to_owned(),
                amount: Some(Cents::new(*amount)),
                references: Vec::new(),
                line: at + 1,
            });
        }
        draft
    }

    #[test]
    fn the_answer_comes_first() {
        let (old, new) = (plan(&[100, 200]), plan(&[150, 200, 300]));
        let answer = Changes::new(&old, &new).answer();
        let expense = MoneyAnswer { kind: MoneyKind::Expense, old: Some(Cents::new(300)), new: Some(Cents::new(650)) };
        assert_eq!(answer.money, [expense]);
        assert_eq!(expense.difference(), Some(Cents::new(350)));
        assert_eq!((answer.nodes_added, answer.nodes_removed), (1, 0));
        let count = |aspect| answer.aspects.iter().find(|one| one.0 == aspect).map(|one| one.1);
        assert_eq!(count(Aspect::Money), Some(2), "one changed, one new");
        assert_eq!(count(Aspect::Targets), Some(0));
    }

    #[test]
    fn pages_together_are_the_whole() {
        let old: Vec<i64> = (1..40).collect();
        let new: Vec<i64> = (1..60).map(|amount| amount * 2).collect();
        let (old, new) = (plan(&old), plan(&new));
        let (changes, catalogue) = (Changes::new(&old, &new), Catalogue::new(Language::Italian));
        for aspect in Aspect::ALL {
            let whole = changes.page(aspect, 0, usize::MAX, &catalogue);
            assert_eq!(whole.next, None);
            let rows = |page: &Page| page.nodes.iter().map(|node| node.rows.len().max(1)).sum::<usize>();
            assert_eq!(rows(&whole), whole.rows, "{aspect:?}");
            let (mut from, mut seen) = (Some(0), 0);
            while let Some(start) = from {
                let page = changes.page(aspect, start, 7, &catalogue);
                assert!(rows(&page) <= 7, "{aspect:?}: {}", rows(&page));
                seen += rows(&page);
                from = page.next;
            }
            assert_eq!(seen, whole.rows, "{aspect:?}");
        }
    }

    #[test]
    fn a_figure_is_told_with_its_difference_and_its_places() {
        let (old, new) = (plan(&[100]), plan(&[150]));
        let page = Changes::new(&old, &new).page(Aspect::Money, 0, 9, &Catalogue::new(Language::Italian));
        let row = &page.nodes[0].rows[0];
        assert_eq!((row.difference.as_str(), row.is_money), ("+0,50", true));
        assert_eq!((row.old_line, row.new_line), (Some(1), Some(1)));
        assert_eq!((row.old[0].text.as_str(), row.new[0].text.as_str()), ("1,00", "1,50"));
    }
}
