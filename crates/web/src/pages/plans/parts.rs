// SPDX-License-Identifier: AGPL-3.0-or-later
//! What hangs from a node, or from the document itself, kind by kind.

use super::money::{self, Allocations, Resources, ShownAmount, ShownTotal, Side};
use super::place::{Places, Spot};
use super::results::{self, ShownEffort, ShownIndicator, ShownPhase};
use super::tables::{self, ShownTable, ShownTimetable};
use super::tree::list_of_kind;
use super::{href, joined, words};
use crate::render::Label;
use ambito_app::plans::{CONTENT_ROWS_MAX, NodeContent, People};
use ambito_domain::office::PlanId;
use serde::Serialize;
use std::collections::BTreeMap;

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
    /// Whether there are more records of a kind than a page has.
    more: bool,
    /// Where the same records stand as a list, by their kind.
    lists: BTreeMap<&'static str, String>,
}

/// The kinds that have a list.
const LISTED: [&str; 8] =
    ["indicators", "phases", "budget_lines", "efforts", "allocations", "resources", "totals", "amounts"];

impl Parts {
    /// The same, each kind with the way to its list: of a node, or of none.
    pub fn listed(self, plan: PlanId, asked: Option<i64>, under: &str) -> Self {
        let list = |kind: &'static str| {
            let to = href(plan, list_of_kind(kind)?, asked);
            Some((kind, joined(&to, &format!("under={under}"))))
        };
        Self { lists: LISTED.into_iter().filter_map(list).collect(), ..self }
    }
}

#[derive(Serialize)]
struct ShownNote {
    text: Label,
    place: Spot,
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
    let lengths = [
        indicators.len(),
        phases.len(),
        budget_lines.len(),
        allocations.len(),
        resources.len(),
        timetables.len(),
        totals.len(),
        amounts.len(),
        tables.len(),
        notes.len(),
        efforts.len(),
    ];
    Parts {
        more: lengths.into_iter().any(|length| length >= CONTENT_ROWS_MAX as usize),
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
        lists: BTreeMap::new(),
        notes: notes.iter().map(|one| ShownNote { text: words::note(one), place: places.spot(one.line) }).collect(),
    }
}
