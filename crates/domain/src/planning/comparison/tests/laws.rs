// SPDX-License-Identifier: AGPL-3.0-or-later
//! What holds for any two drafts.

use super::drafts::{orderly, seeds, wild};
use crate::planning::comparison::{Change, ChangeKind, FieldName, RecordKind, compare};
use crate::planning::{NodeId, PhaseState, PlanDraft};
use ambito_base::{Cents, Date, Decimal, Share};
use proptest::prelude::*;
use proptest::sample::Index;

/// What a change says, without its place in the list.
fn told(change: &Change<'_>, swapped: bool) -> String {
    let kind = match (change.kind, swapped) {
        (ChangeKind::Added, true) => ChangeKind::Removed,
        (ChangeKind::Removed, true) => ChangeKind::Added,
        (kind, _) => kind,
    };
    let sides = [
        format!("{:?} {:?} {:?}", change.old_node, change.old, change.old_line),
        format!("{:?} {:?} {:?}", change.new_node, change.new, change.new_line),
    ];
    let [old, new] = if swapped { [&sides[1], &sides[0]] } else { [&sides[0], &sides[1]] };
    format!("{kind:?} {:?} {:?} {old} → {new} {:?}", change.record, change.field, change.values)
}

fn all_told(old: &PlanDraft, new: &PlanDraft, swapped: bool) -> Vec<String> {
    let mut all: Vec<String> = compare(old, new).changes.iter().map(|change| told(change, swapped)).collect();
    all.sort();
    all
}

type Mutation = (RecordKind, FieldName, fn(&mut PlanDraft, usize));

/// Changes of one value each, with the name under which they must be told.
const MUTATIONS: &[Mutation] = &[
    (RecordKind::Document, FieldName::Title, |draft, _| draft.title = Some("Altro titolo".to_owned())),
    (RecordKind::Document, FieldName::PeriodFrom, |draft, _| draft.period.from = Date::new(2026, 1, 1).ok()),
    (RecordKind::Node, FieldName::Kind, |draft, at| draft.nodes[at].kind = None),
    (RecordKind::Node, FieldName::Level, |draft, at| draft.nodes[at].level = Some("progetto".to_owned())),
    (RecordKind::Node, FieldName::Text, |draft, at| draft.nodes[at].text.push_str(" Aggiunta.")),
    (RecordKind::Node, FieldName::Title, |draft, at| draft.nodes[at].title = Some("Tutt'altro nome".to_owned())),
    (RecordKind::Node, FieldName::Title, |draft, at| draft.nodes[at].title = None),
    (RecordKind::Node, FieldName::Code, |draft, at| draft.nodes[at].code = Some("2026_XY_9999".to_owned())),
    (RecordKind::Node, FieldName::SummaryAmount, |draft, at| {
        if let Some(summary) = &mut draft.nodes[at].summary {
            summary.amount = None;
        }
    }),
    (RecordKind::Node, FieldName::InBody, |draft, at| draft.nodes[at].in_body = false),
    (RecordKind::Node, FieldName::AlsoUnder, |draft, at| draft.nodes[at].also_under.push(NodeId(0))),
    (RecordKind::Field, FieldName::Value, |draft, at| draft.nodes[at].fields[0].value = "Altra risposta".to_owned()),
    (RecordKind::Field, FieldName::Label, |draft, at| draft.nodes[at].fields[0].label = "Altra domanda".to_owned()),
    (RecordKind::Indicator, FieldName::Title, |draft, at| draft.indicators[at].title = "Altro nome".to_owned()),
    (RecordKind::Indicator, FieldName::Code, |draft, at| draft.indicators[at].code = Some("IND9".to_owned())),
    (RecordKind::Indicator, FieldName::Baseline, |draft, at| draft.indicators[at].baseline = Some("-1".to_owned())),
    (RecordKind::Indicator, FieldName::Target, |draft, at| draft.indicators[at].target = None),
    (RecordKind::Indicator, FieldName::TargetValue, |draft, at| {
        if let Some(target) = &mut draft.indicators[at].target {
            target.value = Some(Decimal::whole(-5));
        }
    }),
    (RecordKind::Indicator, FieldName::TargetUnit, |draft, at| {
        if let Some(target) = &mut draft.indicators[at].target {
            target.unit = None;
        }
    }),
    (RecordKind::Indicator, FieldName::MeasuredFinal, |draft, at| {
        if let Some(measured) = &mut draft.indicators[at].measured {
            measured.is_final = true;
        }
    }),
    (RecordKind::Phase, FieldName::To, |draft, at| draft.phases[at].to = None),
    (RecordKind::Phase, FieldName::State, |draft, at| draft.phases[at].state = Some(PhaseState::Actual)),
    (RecordKind::Phase, FieldName::Title, |draft, at| draft.phases[at].title = "Altra fase".to_owned()),
    (RecordKind::BudgetLine, FieldName::Amount, |draft, at| draft.budget_lines[at].amount = Some(Cents::new(-1))),
    (RecordKind::BudgetLine, FieldName::Chapter, |draft, at| draft.budget_lines[at].chapter = "99".to_owned()),
    (RecordKind::BudgetLine, FieldName::Article, |draft, at| draft.budget_lines[at].article = None),
    (RecordKind::Effort, FieldName::Share, |draft, at| draft.efforts[at].share = Some(Share::from_hundredths(-1))),
    (RecordKind::Effort, FieldName::Person, |draft, at| draft.efforts[at].person = "Chiunque Altri".to_owned()),
    (RecordKind::Allocation, FieldName::After, |draft, at| draft.allocations[at].after = Some(Cents::new(-1))),
    (RecordKind::Allocation, FieldName::Owner, |draft, at| draft.allocations[at].owner = Some("Ente".to_owned())),
    (RecordKind::Resource, FieldName::Cost, |draft, at| draft.resources[at].cost = None),
    (RecordKind::Resource, FieldName::Source, |draft, at| {
        draft.resources[at].sources[0].amount = Some(Cents::new(-1));
    }),
    (RecordKind::Total, FieldName::Amount, |draft, at| draft.totals[at].amount = Some(Cents::new(-1))),
    (RecordKind::Total, FieldName::Column, |draft, at| draft.totals[at].column = None),
    (RecordKind::Amount, FieldName::Amount, |draft, at| draft.amounts[at].amount = Cents::new(-1)),
    (RecordKind::Timetable, FieldName::Column, |draft, at| draft.timetables[at].columns[1] = "marzo".to_owned()),
    (RecordKind::TimetableRow, FieldName::Mark, |draft, at| draft.timetables[at].rows[0].marks.push(0)),
    (RecordKind::Table, FieldName::Column, |draft, at| draft.tables[at].headers[1] = "Famiglie".to_owned()),
    (RecordKind::TableRow, FieldName::Cell, |draft, at| draft.tables[at].rows[0][1].value = None),
    (RecordKind::TableRow, FieldName::Cell, |draft, at| draft.tables[at].rows[0][0].raw = "Altrove".to_owned()),
];

proptest! {
    #[test]
    fn a_draft_equals_itself(seeds in seeds()) {
        let draft = wild(&seeds);
        prop_assert_eq!(compare(&draft, &draft).changes, []);
    }

    #[test]
    fn swapped_sides_swap_the_changes(old in seeds(), new in seeds()) {
        let (old, new) = (wild(&old), wild(&new));
        prop_assert_eq!(all_told(&old, &new, false), all_told(&new, &old, true));
    }

    #[test]
    fn one_changed_value_is_one_change(nodes in 1u32..12, mutation in 0..MUTATIONS.len(), at in any::<Index>()) {
        let old = orderly(nodes);
        let mut new = orderly(nodes);
        let (record, field, mutate) = MUTATIONS[mutation];
        let at = at.index(nodes as usize);
        mutate(&mut new, at);
        let comparison = compare(&old, &new);
        let told: Vec<_> = comparison.changes.iter().map(|c| (c.kind, c.record, c.field)).collect();
        prop_assert_eq!(told, [(ChangeKind::Changed, record, Some(field))]);
    }

    #[test]
    fn the_order_of_keyed_records_does_not_matter(nodes in 1u32..12, shifts in prop::array::uniform8(any::<Index>())) {
        let old = orderly(nodes);
        let mut new = orderly(nodes);
        macro_rules! turn {
            ($($list:ident $shift:literal),*) => { $({
                let length = new.$list.len();
                new.$list.rotate_left(shifts[$shift].index(length));
                new.$list.swap(0, length / 2);
            })* };
        }
        turn!(indicators 0, phases 1, budget_lines 2, efforts 3, allocations 4, resources 5, totals 6, tables 7);
        prop_assert_eq!(compare(&old, &new).changes, []);
    }

    #[test]
    fn lines_and_notes_do_not_count(nodes in 1u32..12, by in 1u32..50) {
        let old = orderly(nodes);
        let mut new = orderly(nodes);
        new.nodes.iter_mut().for_each(|node| { node.line += by; node.text = node.text.replace('\n', "  \n\n"); });
        new.indicators.iter_mut().for_each(|indicator| indicator.line += by);
        new.coverage.lines = by;
        prop_assert_eq!(compare(&old, &new).changes, []);
    }
}
