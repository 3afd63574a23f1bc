// SPDX-License-Identifier: AGPL-3.0-or-later
//! The shapes of indicators, phases and people.

use super::shape::{Context, Id, List, PlaceShape, Printed, Shape};
use crate::place::Sought;
use ambito_base::{Date, Decimal, Share};
use ambito_domain::planning::{self, Comparison, DateKind, PhaseState, Unit};
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct Indicator<'a> {
    node: Option<Id>,
    code: Option<&'a str>,
    title: &'a str,
    group: Option<&'a str>,
    note: Option<&'a str>,
    baseline: Option<&'a str>,
    target: Option<Target<'a>>,
    targets: List<'a, YearTarget<'a>>,
    deadline: Option<Printed<Date>>,
    measured: Option<Measured<'a>>,
    owner: Option<&'a str>,
    extra: List<'a, ExtraCell<'a>>,
    #[serde(flatten)]
    place: PlaceShape<'a>,
}

impl<'a> Shape<'a> for Indicator<'a> {
    type Source = planning::Indicator;

    fn of(_: usize, source: &'a planning::Indicator, context: Context<'a>) -> Self {
        let planning::Indicator {
            node,
            code,
            title,
            group,
            note,
            baseline,
            target,
            yearly,
            deadline,
            measured,
            owner,
            extra,
            line,
        } = source;
        let promised = target.as_ref().map(|target| target.raw.as_str());
        let printed = promised.or_else(|| measured.as_ref().map(|measured| measured.raw.as_str()));
        let place = context.value(*line, printed.map(Sought::Text));
        Self {
            node: node.map(Id),
            code: code.as_deref(),
            title,
            group: group.as_deref(),
            note: note.as_deref(),
            baseline: baseline.as_deref(),
            target: target.as_ref().map(Target::of),
            targets: List::new(yearly, context),
            deadline: deadline.map(Printed),
            measured: measured.as_ref().map(Measured::of),
            owner: owner.as_deref(),
            extra: List::new(extra, context),
            place,
        }
    }
}

#[derive(Serialize)]
struct Target<'a> {
    raw: &'a str,
    comparison: Option<&'static str>,
    value: Option<Printed<Decimal>>,
    upper: Option<Printed<Decimal>>,
    unit: Option<&'static str>,
    due: Option<Printed<Date>>,
    column: Option<&'a str>,
}

impl<'a> Target<'a> {
    fn of(source: &'a planning::Target) -> Self {
        let planning::Target { raw, comparison, value, upper, unit, due, column } = source;
        Self {
            raw,
            comparison: comparison.map(Comparison::sign),
            value: value.map(Printed),
            upper: upper.map(Printed),
            unit: unit.map(Unit::word),
            due: due.map(Printed),
            column: column.as_deref(),
        }
    }
}

#[derive(Serialize)]
struct YearTarget<'a> {
    year: i16,
    raw: &'a str,
    comparison: Option<&'static str>,
    value: Option<Printed<Decimal>>,
    upper: Option<Printed<Decimal>>,
    unit: Option<&'static str>,
    due: Option<Printed<Date>>,
    column: Option<&'a str>,
}

impl<'a> Shape<'a> for YearTarget<'a> {
    type Source = planning::YearTarget;

    fn of(_: usize, source: &'a planning::YearTarget, _: Context<'a>) -> Self {
        let planning::YearTarget { year, target } = source;
        let Target { raw, comparison, value, upper, unit, due, column } = Target::of(target);
        Self { year: *year, raw, comparison, value, upper, unit, due, column }
    }
}

#[derive(Serialize)]
struct Measured<'a> {
    raw: &'a str,
    value: Option<Printed<Decimal>>,
    unit: Option<&'static str>,
    date: Option<Printed<Date>>,
    date_kind: &'static str,
    #[serde(rename = "final")]
    is_final: bool,
}

impl<'a> Measured<'a> {
    fn of(source: &'a planning::Measured) -> Self {
        let planning::Measured { raw, value, unit, date, date_kind, is_final } = source;
        Self {
            raw,
            value: value.map(Printed),
            unit: unit.map(Unit::word),
            date: date.map(Printed),
            date_kind: match date_kind {
                DateKind::Result => "result",
                DateKind::Monitoring => "monitoring",
            },
            is_final: *is_final,
        }
    }
}

#[derive(Serialize)]
struct ExtraCell<'a> {
    label: &'a str,
    value: &'a str,
}

impl<'a> Shape<'a> for ExtraCell<'a> {
    type Source = planning::ExtraCell;

    fn of(_: usize, source: &'a planning::ExtraCell, _: Context<'a>) -> Self {
        let planning::ExtraCell { label, value } = source;
        Self { label, value }
    }
}

#[derive(Serialize)]
pub(super) struct Phase<'a> {
    node: Option<Id>,
    objective: Option<&'a str>,
    order: Option<&'a str>,
    title: &'a str,
    state: Option<&'static str>,
    from: Option<Printed<Date>>,
    to: Option<Printed<Date>>,
    note: Option<&'a str>,
    #[serde(flatten)]
    place: PlaceShape<'a>,
}

impl<'a> Shape<'a> for Phase<'a> {
    type Source = planning::Phase;

    fn of(_: usize, source: &'a planning::Phase, context: Context<'a>) -> Self {
        let planning::Phase { node, objective, order, title, state, from, to, note, line } = source;
        let place = context.value(*line, Some(Sought::Text(title)));
        Self {
            node: node.map(Id),
            objective: objective.as_deref(),
            order: order.as_deref(),
            title,
            state: state.map(|state| match state {
                PhaseState::Planned => "planned",
                PhaseState::Actual => "actual",
            }),
            from: from.map(Printed),
            to: to.map(Printed),
            note: note.as_deref(),
            place,
        }
    }
}

#[derive(Serialize)]
pub(super) struct Effort<'a> {
    node: Option<Id>,
    person: &'a str,
    relation: Option<&'a str>,
    share: Option<Printed<Share>>,
    #[serde(flatten)]
    place: PlaceShape<'a>,
}

impl<'a> Shape<'a> for Effort<'a> {
    type Source = planning::Effort;

    fn of(_: usize, source: &'a planning::Effort, context: Context<'a>) -> Self {
        let planning::Effort { node, person, relation, share, line } = source;
        let place = context.value(*line, share.map(Sought::Share));
        Self { node: node.map(Id), person, relation: relation.as_deref(), share: share.map(Printed), place }
    }
}
