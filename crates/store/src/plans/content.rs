// SPDX-License-Identifier: AGPL-3.0-or-later
//! What hangs from one node, or from none, or from all of them: every kind in one question.

use super::shape::{Found, Scope, Shape, Together, VersionKey};
use super::version::Header;
use super::{amounts, efforts, indicators, money, nodes, notes, phases, tables, targets, timetables};
use crate::{Result, Tx};
use ambito_domain::office::Sight;
use ambito_domain::planning::{
    Allocation, Amount, BudgetLine, Effort, Indicator, Node, NodeId, Note, Phase, PlanDraft, Resource, Table,
    Timetable, Total,
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
    &tables::TABLES,
    &tables::ROWS,
    &notes::NOTES,
];

static WITHOUT_PEOPLE: Together = Together::new(&[HANGS]);
static WITH_PEOPLE: Together = Together::new(&[HANGS, &[&efforts::EFFORTS]]);
static WHOLE: Together = Together::new(&[HANGS, &[&efforts::EFFORTS, &notes::UNREAD]]);

/// What hangs from a node, or from none; and its people, where the sight of who may see names covers the plan.
///
/// # Errors
/// What the database says.
pub async fn get_content(
    tx: &mut Tx,
    people_sight: Option<&Sight>,
    key: &VersionKey,
    node: Option<NodeId>,
) -> Result<(NodeContent, Option<Vec<Effort>>)> {
    let people = people_sight.filter(|sight| sight.area() == key.area && sight.covers(key.body));
    let together = if people.is_some() { &WITH_PEOPLE } else { &WITHOUT_PEOPLE };
    let found = &mut Found::load(tx, *key, node.map_or(Scope::Loose, Scope::Node), together).await?;
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
        tables: tables::take(found)?,
        notes: notes::take(found)?,
    };
    let efforts = people.map(|_| efforts::take(found)).transpose()?;
    Ok((content, efforts))
}

/// Every record of a version, people's names among them: for who may see both.
pub(super) async fn load_whole(tx: &mut Tx, key: VersionKey, header: Header) -> Result<PlanDraft> {
    let found = &mut Found::load(tx, key, Scope::Whole, &WHOLE).await?;
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
        tables: tables::take(found)?,
        notes: notes::take(found)?,
        unread: notes::take_unread(found)?,
        coverage,
    })
}
