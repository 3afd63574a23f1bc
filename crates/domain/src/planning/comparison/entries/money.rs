// SPDX-License-Identifier: AGPL-3.0-or-later
//! Budget lines, allocations, costs by source, totals, amounts in prose.

use super::{Entries, Role, slot_of};
use crate::planning::comparison::value::Value;
use crate::planning::comparison::{FieldName, RecordKind};
use crate::planning::{BudgetKind, ChapterReference, Direction, Per, PlanDraft, ResourceKind};
use std::borrow::Cow;

const fn direction_word(direction: Direction) -> &'static str {
    match direction {
        Direction::Revenue => "revenue",
        Direction::Expense => "expense",
    }
}

/// Budget lines: known by direction, chapter and article, then by title.
pub(super) fn budget_lines(draft: &PlanDraft) -> Entries<'_> {
    let mut entries = Entries::new(RecordKind::BudgetLine, draft.budget_lines.len());
    for line in &draft.budget_lines {
        let kind = line.kind.map(|kind| match kind {
            BudgetKind::Current => "current",
            BudgetKind::Capital => "capital",
        });
        entries.begin(line.node, line.line);
        entries.push(Role::Code, FieldName::Chapter, Value::Digits(&line.chapter));
        entries.push(Role::Code, FieldName::Article, Value::of(line.article.as_deref(), Value::Digits));
        entries.push(Role::Title, FieldName::Title, Value::text(Some(&line.title)));
        let direction = Value::of(line.direction.map(direction_word), Value::Word);
        entries.push(Role::Qualifier, FieldName::Direction, direction);
        entries.push(Role::Data, FieldName::Kind, Value::of(kind, Value::Word));
        entries.push(Role::Data, FieldName::Amount, Value::of(line.amount, Value::Money));
        for reference in &line.references {
            let words = reference_words(reference);
            let slot = slot_of(&words);
            entries.push_part(Role::Data, FieldName::Reference, None, slot, Value::Text(Cow::Owned(words)));
        }
    }
    entries
}

/// What a reference points to; the words as printed where it was cut.
fn reference_words(reference: &ChapterReference) -> String {
    let direction = direction_word(reference.direction);
    match (&reference.chapter, &reference.article) {
        (Some(chapter), Some(article)) => format!("{direction} {chapter}/{article}"),
        (Some(chapter), None) => format!("{direction} {chapter}"),
        (None, _) => format!("{direction} {}", reference.raw),
    }
}

/// Allocations: known by fund, told apart by who answers for them.
pub(super) fn allocations(draft: &PlanDraft) -> Entries<'_> {
    let mut entries = Entries::new(RecordKind::Allocation, draft.allocations.len());
    for allocation in &draft.allocations {
        entries.begin(allocation.node, allocation.line);
        entries.push(Role::Title, FieldName::Source, Value::text(allocation.source.as_deref()));
        entries.push(Role::Qualifier, FieldName::Owner, Value::text(allocation.owner.as_deref()));
        entries.push(Role::Data, FieldName::Total, Value::of(allocation.total, Value::Money));
        entries.push(Role::Data, FieldName::Before, Value::of(allocation.before, Value::Money));
        entries.push(Role::Data, FieldName::Change, Value::of(allocation.change, Value::Money));
        entries.push(Role::Data, FieldName::After, Value::of(allocation.after, Value::Money));
    }
    entries
}

/// Costs: known by activity, money and people's time apart.
pub(super) fn resources(draft: &PlanDraft) -> Entries<'_> {
    let mut entries = Entries::new(RecordKind::Resource, draft.resources.len());
    for resource in &draft.resources {
        let kind = match resource.kind {
            ResourceKind::Cost => "cost",
            ResourceKind::People => "people",
        };
        entries.begin(resource.node, resource.line);
        entries.push(Role::Title, FieldName::Activity, Value::text(Some(&resource.activity)));
        entries.push(Role::Qualifier, FieldName::Kind, Value::Word(kind));
        entries.push(Role::Data, FieldName::Cost, Value::of(resource.cost, Value::Money));
        for source in &resource.sources {
            let value = source.amount.map_or_else(|| Value::text(source.raw.as_deref()), Value::Money);
            let (part, slot) = (Cow::Borrowed(source.source.as_ref()), slot_of(&source.source));
            entries.push_part(Role::Data, FieldName::Source, Some(part), slot, value);
        }
    }
    entries
}

/// Totals: known by the words beside them and by their column.
pub(super) fn totals(draft: &PlanDraft) -> Entries<'_> {
    let mut entries = Entries::new(RecordKind::Total, draft.totals.len());
    for total in &draft.totals {
        entries.begin(total.node, total.line);
        entries.push(Role::Title, FieldName::Label, Value::text(total.label.as_deref()));
        entries.push(Role::Qualifier, FieldName::Column, Value::text(total.column.as_deref()));
        entries.push(Role::Data, FieldName::Amount, Value::of(total.amount, Value::Money));
        entries.push(Role::Data, FieldName::Share, Value::of(total.share, Value::Share));
    }
    entries
}

/// Amounts in prose: known by what they are told of.
pub(super) fn amounts(draft: &PlanDraft) -> Entries<'_> {
    let mut entries = Entries::new(RecordKind::Amount, draft.amounts.len());
    for amount in &draft.amounts {
        entries.begin(amount.node, amount.line);
        entries.push(Role::Title, FieldName::Label, Value::text(amount.label.as_deref()));
        entries.push(Role::Qualifier, FieldName::Per, Value::of(amount.per.map(Per::word), Value::Word));
        entries.push(Role::Data, FieldName::Amount, Value::Money(amount.amount));
        entries.push(Role::Data, FieldName::Approximate, Value::Flag(amount.approximate));
    }
    entries
}
