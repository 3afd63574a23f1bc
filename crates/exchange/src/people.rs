// SPDX-License-Identifier: AGPL-3.0-or-later
//! Values and nodes as people write them, for the table and the workbook.

use ambito_base::{Cents, Date, Period, Share};
use ambito_domain::planning::{
    BudgetKind, ChapterReference, Coverage, Direction, Family, Measured, Node, NodeId, Per, PhaseState, PlanDraft,
    ResourceKind,
};
use ambito_i18n::{Catalogue, Language};

/// `605.218,23`
pub(crate) fn money(amount: Cents, language: Language) -> String {
    ambito_i18n::amount(&amount.to_string(), language)
}

/// `31/12/2027`, in every language: it is what the documents say.
pub(crate) fn date(date: Date) -> String {
    format!("{:02}/{:02}/{}", date.day(), date.month(), date.year())
}

/// `dal 01/01/2027 al 31/12/2027`; `None` where neither day is known.
pub(crate) fn period(period: Period, catalogue: &Catalogue) -> Option<String> {
    match (period.from.map(date), period.to.map(date)) {
        (Some(from), Some(to)) => {
            Some(catalogue.text("period-from-to", &[("from", (&from).into()), ("to", (&to).into())]))
        }
        (Some(from), None) => Some(catalogue.text("period-from", &[("from", (&from).into())])),
        (None, Some(to)) => Some(catalogue.text("period-to", &[("to", (&to).into())])),
        (None, None) => None,
    }
}

/// `28,34%`
pub(crate) fn share(share: Share, language: Language) -> String {
    ambito_i18n::percent(share.hundredths(), language)
}

/// How much was understood, rounded down to a tenth of a percent: `99,2%`.
pub(crate) fn understood(coverage: &Coverage, language: Language) -> String {
    let hundredths = coverage.share_hundredths();
    ambito_i18n::percent(i64::from(hundredths - hundredths % 10), language)
}

/// What a node is called: its title, what the index implies, or what else there is.
pub(crate) fn name(node: &Node) -> &str {
    [&node.title, &node.inferred_title, &node.code, &node.level].into_iter().flatten().next().map_or("", String::as_str)
}

/// The names from the top to a node, divided by `›`.
pub(crate) fn path(draft: &PlanDraft, id: Option<NodeId>) -> String {
    let mut names = Vec::new();
    let mut next = id;
    // A tree is never deeper than its nodes; a draft that loops is cut.
    while let Some(node) = next.and_then(|id| draft.nodes.get(id.index())) {
        names.push(name(node));
        next = node.parent;
        if names.len() > draft.nodes.len() {
            break;
        }
    }
    names.reverse();
    names.join(" › ")
}

/// Lines of prose as one line.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The result and the day it is of.
pub(crate) fn measured(measured: &Measured, catalogue: &Catalogue) -> String {
    match measured.date.map(date) {
        Some(day) if measured.raw != day => {
            catalogue.text("measured-on", &[("value", (&measured.raw).into()), ("date", (&day).into())])
        }
        _ => measured.raw.clone(),
    }
}

/// `U 41101/00`, or the words of a cut reference.
pub(crate) fn reference(reference: &ChapterReference, catalogue: &Catalogue) -> String {
    let Some(chapter) = &reference.chapter else { return reference.raw.clone() };
    let side = match reference.direction {
        Direction::Revenue => catalogue.text("side-revenue", &[]),
        Direction::Expense => catalogue.text("side-expense", &[]),
    };
    match &reference.article {
        Some(article) => format!("{side} {chapter}/{article}"),
        None => format!("{side} {chapter}"),
    }
}

/// The family of a document.
pub(crate) fn family(family: Family, catalogue: &Catalogue) -> String {
    match family {
        Family::ObjectivesPlan => catalogue.text("family-objectives-plan", &[]),
        Family::Peg => catalogue.text("family-peg", &[]),
        Family::FundProgramme => catalogue.text("family-fund-programme", &[]),
        Family::TargetedProgrammes => catalogue.text("family-targeted-programmes", &[]),
        Family::ZonePlan => catalogue.text("family-zone-plan", &[]),
    }
}

/// Planned or actual.
pub(crate) fn phase_state(state: PhaseState, catalogue: &Catalogue) -> String {
    match state {
        PhaseState::Planned => catalogue.text("phase-planned", &[]),
        PhaseState::Actual => catalogue.text("phase-actual", &[]),
    }
}

/// Current or capital.
pub(crate) fn budget_kind(kind: BudgetKind, catalogue: &Catalogue) -> String {
    match kind {
        BudgetKind::Current => catalogue.text("budget-current", &[]),
        BudgetKind::Capital => catalogue.text("budget-capital", &[]),
    }
}

/// A cost, or people's time.
pub(crate) fn resource_kind(kind: ResourceKind, catalogue: &Catalogue) -> String {
    match kind {
        ResourceKind::Cost => catalogue.text("resource-cost", &[]),
        ResourceKind::People => catalogue.text("resource-people", &[]),
    }
}

/// What an amount is for each of.
pub(crate) fn per(per: Per, catalogue: &Catalogue) -> String {
    match per {
        Per::Year => catalogue.text("per-year", &[]),
        Per::Month => catalogue.text("per-month", &[]),
        Per::Week => catalogue.text("per-week", &[]),
        Per::Day => catalogue.text("per-day", &[]),
        Per::Hour => catalogue.text("per-hour", &[]),
        Per::Person => catalogue.text("per-person", &[]),
        Per::Household => catalogue.text("per-household", &[]),
        Per::Area => catalogue.text("per-area", &[]),
    }
}
