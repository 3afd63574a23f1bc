// SPDX-License-Identifier: AGPL-3.0-or-later
//! The shapes of money: budget lines, allocations, resources, totals, amounts.

use super::shape::{Context, Id, List, PlaceShape, Printed, Shape};
use crate::place::Sought;
use ambito_base::{Cents, Share};
use ambito_domain::planning::{self, BudgetKind, Direction, Per, ResourceKind};
use serde::Serialize;

const fn direction_word(direction: Direction) -> &'static str {
    match direction {
        Direction::Revenue => "revenue",
        Direction::Expense => "expense",
    }
}

#[derive(Serialize)]
pub(super) struct BudgetLine<'a> {
    node: Option<Id>,
    direction: Option<&'static str>,
    kind: Option<&'static str>,
    chapter: &'a str,
    article: Option<&'a str>,
    title: &'a str,
    amount: Option<Printed<Cents>>,
    references: List<'a, ChapterReference<'a>>,
    #[serde(flatten)]
    place: PlaceShape<'a>,
}

impl<'a> Shape<'a> for BudgetLine<'a> {
    type Source = planning::BudgetLine;

    fn of(_: usize, source: &'a planning::BudgetLine, context: Context<'a>) -> Self {
        let planning::BudgetLine { node, direction, kind, chapter, article, title, amount, references, line } = source;
        let place = context.value(*line, amount.map(Sought::Money));
        Self {
            node: node.map(Id),
            direction: direction.map(direction_word),
            kind: kind.map(|kind| match kind {
                BudgetKind::Current => "current",
                BudgetKind::Capital => "capital",
            }),
            chapter,
            article: article.as_deref(),
            title,
            amount: amount.map(Printed),
            references: List::new(references, context),
            place,
        }
    }
}

#[derive(Serialize)]
struct ChapterReference<'a> {
    direction: &'static str,
    chapter: Option<&'a str>,
    article: Option<&'a str>,
    raw: &'a str,
}

impl<'a> Shape<'a> for ChapterReference<'a> {
    type Source = planning::ChapterReference;

    fn of(_: usize, source: &'a planning::ChapterReference, _: Context<'a>) -> Self {
        let planning::ChapterReference { direction, chapter, article, raw } = source;
        Self { direction: direction_word(*direction), chapter: chapter.as_deref(), article: article.as_deref(), raw }
    }
}

#[derive(Serialize)]
pub(super) struct Allocation<'a> {
    node: Option<Id>,
    source: Option<&'a str>,
    total: Option<Printed<Cents>>,
    before: Option<Printed<Cents>>,
    change: Option<Printed<Cents>>,
    after: Option<Printed<Cents>>,
    owner: Option<&'a str>,
    #[serde(flatten)]
    place: PlaceShape<'a>,
}

impl<'a> Shape<'a> for Allocation<'a> {
    type Source = planning::Allocation;

    fn of(_: usize, source: &'a planning::Allocation, context: Context<'a>) -> Self {
        let planning::Allocation { node, source, total, before, change, after, owner, line } = source;
        let place = context.value(*line, after.or(*total).map(Sought::Money));
        Self {
            node: node.map(Id),
            source: source.as_deref(),
            total: total.map(Printed),
            before: before.map(Printed),
            change: change.map(Printed),
            after: after.map(Printed),
            owner: owner.as_deref(),
            place,
        }
    }
}

#[derive(Serialize)]
pub(super) struct Resource<'a> {
    node: Option<Id>,
    activity: &'a str,
    cost: Option<Printed<Cents>>,
    sources: List<'a, SourceAmount<'a>>,
    kind: &'static str,
    #[serde(flatten)]
    place: PlaceShape<'a>,
}

impl<'a> Shape<'a> for Resource<'a> {
    type Source = planning::Resource;

    fn of(_: usize, source: &'a planning::Resource, context: Context<'a>) -> Self {
        let planning::Resource { node, activity, cost, sources, kind, line } = source;
        let place = context.value(*line, cost.map(Sought::Money));
        Self {
            node: node.map(Id),
            activity,
            cost: cost.map(Printed),
            sources: List::new(sources, context),
            kind: match kind {
                ResourceKind::Cost => "cost",
                ResourceKind::People => "people",
            },
            place,
        }
    }
}

#[derive(Serialize)]
struct SourceAmount<'a> {
    source: &'a str,
    amount: Option<Printed<Cents>>,
    raw: Option<&'a str>,
}

impl<'a> Shape<'a> for SourceAmount<'a> {
    type Source = planning::SourceAmount;

    fn of(_: usize, source: &'a planning::SourceAmount, _: Context<'a>) -> Self {
        let planning::SourceAmount { source, amount, raw } = source;
        Self { source, amount: amount.map(Printed), raw: raw.as_deref() }
    }
}

#[derive(Serialize)]
pub(super) struct Total<'a> {
    node: Option<Id>,
    label: Option<&'a str>,
    column: Option<&'a str>,
    amount: Option<Printed<Cents>>,
    share: Option<Printed<Share>>,
    #[serde(flatten)]
    place: PlaceShape<'a>,
}

impl<'a> Shape<'a> for Total<'a> {
    type Source = planning::Total;

    fn of(_: usize, source: &'a planning::Total, context: Context<'a>) -> Self {
        let planning::Total { node, label, column, amount, share, line } = source;
        let place = context.value(*line, amount.map(Sought::Money).or(share.map(Sought::Share)));
        Self {
            node: node.map(Id),
            label: label.as_deref(),
            column: column.as_deref(),
            amount: amount.map(Printed),
            share: share.map(Printed),
            place,
        }
    }
}

#[derive(Serialize)]
pub(super) struct Amount<'a> {
    node: Option<Id>,
    label: Option<&'a str>,
    raw: &'a str,
    amount: Printed<Cents>,
    approximate: bool,
    per: Option<&'static str>,
    #[serde(flatten)]
    place: PlaceShape<'a>,
}

impl<'a> Shape<'a> for Amount<'a> {
    type Source = planning::Amount;

    fn of(_: usize, source: &'a planning::Amount, context: Context<'a>) -> Self {
        let planning::Amount { node, label, raw, amount, approximate, per, line } = source;
        let place = context.value(*line, Some(Sought::Text(raw)));
        Self {
            node: node.map(Id),
            label: label.as_deref(),
            raw,
            amount: Printed(*amount),
            approximate: *approximate,
            per: per.map(Per::word),
            place,
        }
    }
}
