// SPDX-License-Identifier: AGPL-3.0-or-later
//! What hangs from a node, or from the document itself, kind by kind.

use super::money::{self, Allocations, Resources, ShownAmount, ShownTotal, Side};
use super::place::Places;
use super::results::{self, ShownEffort, ShownIndicator, ShownPhase};
use super::tables::{self, ShownTable, ShownTimetable};
use super::words;
use crate::render::Label;
use ambito_app::plans::{NodeContent, People};
use serde::Serialize;

#[derive(Serialize, Default)]
pub struct Parts {
    indicators: Vec<ShownIndicator>,
    phases: Vec<ShownPhase>,
    budget: Vec<Side>,
    allocations: Option<Allocations>,
    resources: Option<Resources>,
    efforts: Vec<ShownEffort>,
    efforts_hidden: Option<Label>,
    timetables: Vec<ShownTimetable>,
    totals: Vec<ShownTotal>,
    amounts: Vec<ShownAmount>,
    tables: Vec<ShownTable>,
    notes: Vec<ShownNote>,
}

#[derive(Serialize)]
struct ShownNote {
    text: Label,
    place: Label,
}

/// Each kind in the order of a page.
pub fn parts(content: NodeContent, people: People, places: &Places<'_>) -> Parts {
    let NodeContent {
        node: _,
        indicators,
        phases,
        budget_lines,
        allocations,
        resources,
        timetables,
        totals,
        amounts,
        tables,
        notes,
    } = content;
    let (efforts, efforts_hidden) = match people {
        People::Shown(efforts) => (efforts, None),
        People::Hidden(count) => (Vec::new(), (count > 0).then(|| words::count("efforts", count))),
    };
    Parts {
        indicators: indicators.into_iter().map(|one| results::indicator(one, places)).collect(),
        phases: phases.into_iter().map(|one| results::phase(one, places)).collect(),
        budget: money::budget(&budget_lines, places),
        allocations: money::allocations(&allocations, places),
        resources: money::resources(&resources, places),
        efforts: efforts.into_iter().map(|one| results::effort(one, places)).collect(),
        efforts_hidden,
        timetables: timetables.into_iter().map(|one| tables::timetable(one, places)).collect(),
        totals: totals.into_iter().map(|one| money::total(one, places)).collect(),
        amounts: amounts.into_iter().map(|one| money::amount(one, places)).collect(),
        tables: tables.into_iter().map(|one| tables::table(one, places)).collect(),
        notes: notes.iter().map(|one| ShownNote { text: words::note(one), place: places.of(one.line) }).collect(),
    }
}
