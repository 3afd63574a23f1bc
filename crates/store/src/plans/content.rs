// SPDX-License-Identifier: AGPL-3.0-or-later
//! What hangs from one node, or from none, or from all of them: every kind in one question.

use super::shape::{Found, Shape, Together, VersionKey};
use super::version::Header;
use super::{amounts, efforts, indicators, money, nodes, notes, phases, targets, timetables};
use crate::{Result, Tx};
use ambito_domain::office::Sight;
use ambito_domain::planning::{
    Allocation, Amount, BudgetLine, Effort, Indicator, Node, Note, Phase, PlanDraft, Resource, Table, Timetable, Total,
};

/// What hangs from a node; the node is absent for what hangs from none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NodeContent {
    /// The node.
    pub node: Option<Node>,
    /// Indicators.
    pub indicators: Vec<Indicator>,
    /// Phases.
    pub phases: Vec<Phase>,
    /// Budget lines.
    pub budget_lines: Vec<BudgetLine>,
    /// Allocations of funds.
    pub allocations: Vec<Allocation>,
    /// Costs by source.
    pub resources: Vec<Resource>,
    /// Timetables.
    pub timetables: Vec<Timetable>,
    /// Printed totals.
    pub totals: Vec<Total>,
    /// Money in prose.
    pub amounts: Vec<Amount>,
    /// Other tables.
    pub tables: Vec<Table>,
    /// What was lost or healed.
    pub notes: Vec<Note>,
}

/// The tables of what hangs from a node, but its people.
const HANGS: &[&Shape] = &[
    &nodes::NODES,
    &nodes::UNDER,
    &nodes::FIELDS,
    &indicators::INDICATORS,
    &targets::TARGETS,
    &phases::PHASES,
    &money::BUDGET_LINES,
    &money::REFERENCES,
    &money::ALLOCATIONS,
    &money::RESOURCES,
    &money::SOURCES,
    &timetables::TIMETABLES,
    &timetables::ROWS,
    &amounts::TOTALS,
    &amounts::AMOUNTS,
    &super::tables::TABLES,
    &super::tables::ROWS,
    &notes::NOTES,
];

static WITHOUT_PEOPLE: Together = Together::new(&[HANGS]);
static WITH_PEOPLE: Together = Together::new(&[HANGS, &[&efforts::EFFORTS]]);
static WHOLE: Together = Together::new(&[HANGS, &[&efforts::EFFORTS, &notes::UNREAD]]);

/// What hangs from a node or from none; with its people, where the sight of who may see names covers the plan.
pub(super) type Hanging = (NodeContent, Option<Vec<Effort>>);

/// The tables of what hangs from a node, for who has this sight of names; with people or without.
pub(super) fn tables(people_sight: Option<&Sight>, key: &VersionKey) -> (&'static Together, bool) {
    let with_people = people_sight.is_some_and(|sight| sight.area() == key.area && sight.covers(key.body));
    (if with_people { &WITH_PEOPLE } else { &WITHOUT_PEOPLE }, with_people)
}

/// What was found in those tables.
pub(super) fn read(found: &mut Found, with_people: bool) -> Result<Hanging> {
    let content = NodeContent {
        node: nodes::take(found)?.pop(),
        indicators: indicators::take(found)?,
        phases: phases::take(found)?,
        budget_lines: money::take_budget_lines(found)?,
        allocations: money::take_allocations(found)?,
        resources: money::take_resources(found)?,
        timetables: timetables::take(found)?,
        totals: amounts::take_totals(found)?,
        amounts: amounts::take_amounts(found)?,
        tables: super::tables::take(found)?,
        notes: notes::take(found)?,
    };
    let efforts = with_people.then(|| efforts::take(found)).transpose()?;
    Ok((content, efforts))
}

/// What hangs from no node: it is the document's.
///
/// # Errors
/// What the database says.
pub async fn get_loose(tx: &mut Tx, people_sight: Option<&Sight>, key: &VersionKey) -> Result<Hanging> {
    let (together, with_people) = tables(people_sight, key);
    read(&mut Found::load_loose(tx, *key, together).await?, with_people)
}

/// Every record of a version, people's names among them: for who may see both.
pub(super) async fn load_whole(tx: &mut Tx, key: VersionKey, header: Header) -> Result<PlanDraft> {
    let found = &mut Found::load_whole(tx, key, &WHOLE).await?;
    let Header { family, title, body, period, issued, act, version, status, coverage } = header;
    Ok(PlanDraft {
        family,
        title,
        body,
        period,
        issued,
        act,
        version,
        status,
        nodes: nodes::take(found)?,
        indicators: indicators::take(found)?,
        phases: phases::take(found)?,
        budget_lines: money::take_budget_lines(found)?,
        efforts: efforts::take(found)?,
        allocations: money::take_allocations(found)?,
        resources: money::take_resources(found)?,
        timetables: timetables::take(found)?,
        totals: amounts::take_totals(found)?,
        amounts: amounts::take_amounts(found)?,
        tables: super::tables::take(found)?,
        notes: notes::take(found)?,
        unread: notes::take_unread(found)?,
        coverage,
    })
}
