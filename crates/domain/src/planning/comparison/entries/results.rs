// SPDX-License-Identifier: AGPL-3.0-or-later
//! Indicators, phases, people.

use super::{Entries, Role, slot_of};
use crate::planning::comparison::value::Value;
use crate::planning::comparison::{FieldName, RecordKind};
use crate::planning::{Comparison, DateKind, Measured, PhaseState, PlanDraft, Target, Unit};
use ambito_base::Decimal;
use std::borrow::Cow;

/// Indicators: known by code, else by title in their group.
pub(super) fn indicators(draft: &PlanDraft) -> Entries<'_> {
    let mut entries = Entries::new(RecordKind::Indicator, draft.indicators.len());
    for indicator in &draft.indicators {
        entries.begin(indicator.node, indicator.line);
        entries.push_code(FieldName::Code, indicator.code.as_deref());
        entries.push(Role::Title, FieldName::Title, Value::text(Some(&indicator.title)));
        entries.push(Role::Qualifier, FieldName::Group, Value::text(indicator.group.as_deref()));
        entries.push(Role::Data, FieldName::Note, Value::text(indicator.note.as_deref()));
        entries.push(Role::Data, FieldName::Baseline, Value::text(indicator.baseline.as_deref()));
        target(&mut entries, None, indicator.target.as_ref());
        entries.push(Role::Data, FieldName::Deadline, Value::of(indicator.deadline, Value::Date));
        measured(&mut entries, indicator.measured.as_ref());
        entries.push(Role::Data, FieldName::Owner, Value::text(indicator.owner.as_deref()));
        for yearly in &indicator.yearly {
            target(&mut entries, Some(yearly.year), Some(&yearly.target));
        }
        for extra in &indicator.extra {
            let (part, slot) = (Cow::Borrowed(extra.label.as_ref()), slot_of(&extra.label));
            entries.push_part(Role::Data, FieldName::Extra, Some(part), slot, Value::text(Some(&extra.value)));
        }
    }
    entries
}

/// A target: as printed, then what was parsed from it.
fn target<'a>(entries: &mut Entries<'a>, year: Option<i16>, target: Option<&'a Target>) {
    let part = || year.map(|year| Cow::Owned(year.to_string()));
    let slot = year.map_or(0, |year| u64::from(year.unsigned_abs()));
    let mut push = |field, value| entries.push_part(Role::Data, field, part(), slot, value);
    let parsed = |target: &Target| {
        target.comparison.is_some() || target.value.is_some() || target.upper.is_some() || target.due.is_some()
    };
    push(FieldName::Target, Value::of(target, |target| Value::Printed { raw: &target.raw, parsed: parsed(target) }));
    push(FieldName::TargetComparison, Value::of(target.and_then(|t| t.comparison).map(Comparison::sign), Value::Word));
    push(FieldName::TargetValue, number(target.and_then(|t| t.value), target.and_then(|t| t.unit)));
    push(FieldName::TargetUpper, number(target.and_then(|t| t.upper), target.and_then(|t| t.unit)));
    push(FieldName::TargetUnit, Value::of(target.and_then(|t| t.unit).map(Unit::word), Value::Word));
    push(FieldName::TargetDue, Value::of(target.and_then(|t| t.due), Value::Date));
}

fn number<'a>(value: Option<Decimal>, unit: Option<Unit>) -> Value<'a> {
    Value::of(value, if unit == Some(Unit::Percent) { Value::Percent } else { Value::Number })
}

fn measured<'a>(entries: &mut Entries<'a>, measured: Option<&'a Measured>) {
    let mut push = |field, value| entries.push(Role::Data, field, value);
    push(
        FieldName::Measured,
        Value::of(measured, |measured| Value::Printed { raw: &measured.raw, parsed: measured.value.is_some() }),
    );
    push(FieldName::MeasuredValue, number(measured.and_then(|m| m.value), measured.and_then(|m| m.unit)));
    push(FieldName::MeasuredUnit, Value::of(measured.and_then(|m| m.unit).map(Unit::word), Value::Word));
    push(FieldName::MeasuredDate, Value::of(measured.and_then(|m| m.date), Value::Date));
    let kind = measured.filter(|m| m.date.is_some()).map(|m| match m.date_kind {
        DateKind::Result => "result",
        DateKind::Monitoring => "monitoring",
    });
    push(FieldName::MeasuredDateKind, Value::of(kind, Value::Word));
    push(FieldName::MeasuredFinal, Value::of(measured.map(|m| m.is_final), Value::Flag));
}

/// Phases: known by order and title, planned and actual apart.
pub(super) fn phases(draft: &PlanDraft) -> Entries<'_> {
    let mut entries = Entries::new(RecordKind::Phase, draft.phases.len());
    for phase in &draft.phases {
        let state = phase.state.map(|state| match state {
            PhaseState::Planned => "planned",
            PhaseState::Actual => "actual",
        });
        entries.begin(phase.node, phase.line);
        entries.push(Role::Number, FieldName::Order, Value::of(phase.order.as_deref(), Value::Digits));
        entries.push(Role::Title, FieldName::Title, Value::text(Some(&phase.title)));
        entries.push(Role::Qualifier, FieldName::State, Value::of(state, Value::Word));
        entries.push(Role::Data, FieldName::From, Value::of(phase.from, Value::Date));
        entries.push(Role::Data, FieldName::To, Value::of(phase.to, Value::Date));
        entries.push(Role::Data, FieldName::Note, Value::text(phase.note.as_deref()));
    }
    entries
}

/// People: known by name; names are never taken for each other because they are alike.
pub(super) fn efforts(draft: &PlanDraft) -> Entries<'_> {
    let mut entries = Entries::new(RecordKind::Effort, draft.efforts.len());
    for effort in &draft.efforts {
        entries.begin(effort.node, effort.line);
        entries.push(Role::Code, FieldName::Person, Value::text(Some(&effort.person)));
        entries.push(Role::Data, FieldName::Relation, Value::text(effort.relation.as_deref()));
        entries.push(Role::Data, FieldName::Share, Value::of(effort.share, Value::Share));
    }
    entries
}
