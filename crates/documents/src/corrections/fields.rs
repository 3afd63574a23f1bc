// SPDX-License-Identifier: AGPL-3.0-or-later
//! Which fields each kind of record has, by their stable words.
//!
//! Each function goes over the values of one record in the order in which people read them. A visitor may read a value or
//! change it; what follows from a change is mended behind the visit.

use super::slot::Slot;
use ambito_domain::planning::{
    Allocation, Amount, BudgetKind, BudgetLine, Direction, Effort, Family, Field, Indicator, Node, Per, Phase,
    PhaseState, PlanDraft, Resource, ResourceKind, Summary, TableCell, TimetableRow, Total,
};

/// What looks at each value: its stable word, the heading it is printed under where it has one, and the value.
pub(crate) type Visit<'v> = &'v mut dyn FnMut(&str, &str, Slot<'_>);

const FAMILIES: &[&str] = &["objectives_plan", "peg", "fund_programme", "targeted_programmes", "zone_plan"];
const DIRECTIONS: &[&str] = &["revenue", "expense"];
const BUDGET_KINDS: &[&str] = &["current", "capital"];
const STATES: &[&str] = &["planned", "actual"];
const RESOURCE_KINDS: &[&str] = &["cost", "people"];
const YES: &[&str] = &["yes"];
const PERS: &[&str] = &["year", "month", "week", "day", "hour", "person", "household", "area"];
const PER: [Per; 8] = [Per::Year, Per::Month, Per::Week, Per::Day, Per::Hour, Per::Person, Per::Household, Per::Area];

pub(super) fn document(draft: &mut PlanDraft, visit: Visit<'_>) {
    let mut family = draft.family.map(Family::word);
    visit("family", "", Slot::Choice(&mut family, FAMILIES));
    draft.family = family.and_then(Family::from_word);
    visit("title", "", Slot::Words(&mut draft.title));
    visit("body", "", Slot::Words(&mut draft.body));
    visit("from", "", Slot::Date(&mut draft.period.from));
    visit("to", "", Slot::Date(&mut draft.period.to));
    visit("issued", "", Slot::Date(&mut draft.issued));
    visit("act", "", Slot::Words(&mut draft.act));
    visit("version", "", Slot::Words(&mut draft.version));
    visit("status", "", Slot::Words(&mut draft.status));
}

pub(super) fn node(node: &mut Node, visit: Visit<'_>) {
    visit("level", "", Slot::Words(&mut node.level));
    visit("code", "", Slot::Words(&mut node.code));
    visit("title", "", Slot::Words(&mut node.title));
    visit("kind", "", Slot::Words(&mut node.kind));
    visit("owner", "", Slot::Words(&mut node.owner));
    visit("text", "", Slot::LongText(&mut node.text));
}

pub(super) fn field(field: &mut Field, visit: Visit<'_>) {
    visit("label", "", Slot::Text(&mut field.label));
    visit("value", "", Slot::LongText(&mut field.value));
}

pub(super) fn summary(summary: &mut Summary, visit: Visit<'_>) {
    visit("amount", "", Slot::Money(&mut summary.amount));
    visit("share", "", Slot::Share(&mut summary.share));
}

pub(super) fn indicator(indicator: &mut Indicator, visit: Visit<'_>) {
    visit("code", "", Slot::Words(&mut indicator.code));
    visit("title", "", Slot::Text(&mut indicator.title));
    visit("group", "", Slot::Words(&mut indicator.group));
    visit("baseline", "", Slot::Words(&mut indicator.baseline));
    let title = indicator.title.clone();
    if indicator.yearly.is_empty() {
        visit("target", "", Slot::Target { slot: &mut indicator.target, title: &title, year: None });
    } else {
        let before = std::mem::take(&mut indicator.yearly);
        for one in before.iter().cloned() {
            let (name, label) = (format!("target.{}", one.year), one.year.to_string());
            let mut slot = Some(one.target);
            visit(&name, &label, Slot::Target { slot: &mut slot, title: &title, year: Some(one.year) });
            let kept = slot.map(|target| ambito_domain::planning::YearTarget { year: one.year, target });
            indicator.yearly.extend(kept);
        }
        if indicator.yearly != before {
            // The last of the years is what the indicator promises.
            indicator.target = indicator.yearly.last().map(|last| last.target.clone());
        }
    }
    visit("deadline", "", Slot::Date(&mut indicator.deadline));
    visit("measured", "", Slot::Measured { slot: &mut indicator.measured, title: &title });
    if let Some(found) = &mut indicator.measured {
        visit("measured.date", "", Slot::Date(&mut found.date));
    }
    visit("owner", "", Slot::Words(&mut indicator.owner));
    visit("note", "", Slot::Words(&mut indicator.note));
    for (at, cell) in indicator.extra.iter_mut().enumerate() {
        let label = cell.label.clone();
        visit(&format!("extra.{}", at + 1), &label, Slot::Text(&mut cell.value));
    }
}

pub(super) fn phase(phase: &mut Phase, visit: Visit<'_>) {
    visit("objective", "", Slot::Words(&mut phase.objective));
    visit("order", "", Slot::Words(&mut phase.order));
    visit("title", "", Slot::Text(&mut phase.title));
    let mut state = phase.state.map(|state| match state {
        PhaseState::Planned => "planned",
        PhaseState::Actual => "actual",
    });
    visit("state", "", Slot::Choice(&mut state, STATES));
    phase.state = state.map(|word| if word == "planned" { PhaseState::Planned } else { PhaseState::Actual });
    visit("from", "", Slot::Date(&mut phase.from));
    visit("to", "", Slot::Date(&mut phase.to));
    visit("note", "", Slot::Words(&mut phase.note));
}

pub(super) fn budget_line(line: &mut BudgetLine, visit: Visit<'_>) {
    let mut direction = line.direction.map(|direction| match direction {
        Direction::Revenue => "revenue",
        Direction::Expense => "expense",
    });
    visit("direction", "", Slot::Choice(&mut direction, DIRECTIONS));
    line.direction = direction.map(|word| if word == "revenue" { Direction::Revenue } else { Direction::Expense });
    let mut kind = line.kind.map(|kind| match kind {
        BudgetKind::Current => "current",
        BudgetKind::Capital => "capital",
    });
    visit("kind", "", Slot::Choice(&mut kind, BUDGET_KINDS));
    line.kind = kind.map(|word| if word == "current" { BudgetKind::Current } else { BudgetKind::Capital });
    visit("chapter", "", Slot::Text(&mut line.chapter));
    visit("article", "", Slot::Words(&mut line.article));
    visit("title", "", Slot::Text(&mut line.title));
    visit("amount", "", Slot::Money(&mut line.amount));
}

pub(super) fn effort(effort: &mut Effort, visit: Visit<'_>) {
    visit("person", "", Slot::Text(&mut effort.person));
    visit("relation", "", Slot::Words(&mut effort.relation));
    visit("share", "", Slot::Share(&mut effort.share));
}

pub(super) fn allocation(allocation: &mut Allocation, visit: Visit<'_>) {
    visit("source", "", Slot::Words(&mut allocation.source));
    visit("total", "", Slot::Money(&mut allocation.total));
    visit("before", "", Slot::Money(&mut allocation.before));
    visit("change", "", Slot::Money(&mut allocation.change));
    visit("after", "", Slot::Money(&mut allocation.after));
    visit("owner", "", Slot::Words(&mut allocation.owner));
}

pub(super) fn resource(resource: &mut Resource, visit: Visit<'_>) {
    visit("activity", "", Slot::Text(&mut resource.activity));
    let mut kind = Some(match resource.kind {
        ResourceKind::Cost => "cost",
        ResourceKind::People => "people",
    });
    visit("kind", "", Slot::Choice(&mut kind, RESOURCE_KINDS));
    resource.kind = match kind {
        Some("people") => ResourceKind::People,
        Some(_) => ResourceKind::Cost,
        None => resource.kind,
    };
    visit("cost", "", Slot::Money(&mut resource.cost));
    for (at, source) in resource.sources.iter_mut().enumerate() {
        let label = source.source.clone();
        visit(&format!("source.{}", at + 1), &label, Slot::Source(source));
    }
}

pub(super) fn timetable_row(row: &mut TimetableRow, visit: Visit<'_>) {
    visit("code", "", Slot::Words(&mut row.code));
    visit("label", "", Slot::Words(&mut row.label));
    visit("marks", "", Slot::Marks(&mut row.marks));
}

pub(super) fn total(total: &mut Total, visit: Visit<'_>) {
    visit("label", "", Slot::Words(&mut total.label));
    let column = total.column.clone();
    visit("amount", column.as_deref().unwrap_or_default(), Slot::Money(&mut total.amount));
    visit("share", column.as_deref().unwrap_or_default(), Slot::Share(&mut total.share));
}

pub(super) fn amount(amount: &mut Amount, visit: Visit<'_>) {
    visit("label", "", Slot::Words(&mut amount.label));
    visit("raw", "", Slot::Text(&mut amount.raw));
    visit("amount", "", Slot::Sum(&mut amount.amount));
    let mut approximate = amount.approximate.then_some("yes");
    visit("approximate", "", Slot::Choice(&mut approximate, YES));
    amount.approximate = approximate.is_some();
    let mut per = amount.per.map(Per::word);
    visit("per", "", Slot::Choice(&mut per, PERS));
    amount.per = per.and_then(|word| PER.into_iter().find(|per| per.word() == word));
}

pub(super) fn table_row(cells: &mut [TableCell], headers: &[String], visit: Visit<'_>) {
    for (at, cell) in cells.iter_mut().enumerate() {
        let label = headers.get(at).map_or("", String::as_str);
        visit(&format!("cell.{}", at + 1), label, Slot::Cell(cell));
    }
}
