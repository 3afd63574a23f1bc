// SPDX-License-Identifier: AGPL-3.0-or-later
//! The shape of a whole document.

use super::money::{Allocation, Amount, BudgetLine, Resource, Total};
use super::node::Node;
use super::results::{Effort, Indicator, Phase};
use super::shape::{Context, Id, List, PlaceShape, Points, Printed, Shape};
use super::tables::{Table, Timetable};
use crate::{Reading, Source, notes};
use ambito_base::{Date, Period};
use ambito_documents::blocks::{Margin, Places};
use ambito_domain::planning::{self, Family, PlanDraft};
use ambito_i18n::Catalogue;
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct Document<'a> {
    path: &'a str,
    sha256: &'a str,
    format: &'static str,
    family: Option<&'static str>,
    title: Option<&'a str>,
    body: Option<&'a str>,
    period: PeriodShape,
    issued: Option<Printed<Date>>,
    act: Option<&'a str>,
    version: Option<&'a str>,
    status: Option<&'a str>,
    coverage: CoverageShape,
    unread: List<'a, TextLine<'a>>,
    set_aside: List<'a, SetAside<'a>>,
    nodes: List<'a, Node<'a>>,
    indicators: List<'a, Indicator<'a>>,
    phases: List<'a, Phase<'a>>,
    budget_lines: List<'a, BudgetLine<'a>>,
    efforts: List<'a, Effort<'a>>,
    allocations: List<'a, Allocation<'a>>,
    resources: List<'a, Resource<'a>>,
    timetables: List<'a, Timetable<'a>>,
    totals: List<'a, Total<'a>>,
    amounts: List<'a, Amount<'a>>,
    tables: List<'a, Table<'a>>,
    notes: List<'a, Note<'a>>,
}

impl<'a> Document<'a> {
    pub(super) fn of(source: &'a Source, catalogue: &'a Catalogue) -> Self {
        let Source { reading, blocks } = source;
        let Reading { path, sha256, format, places: _, draft } = reading;
        let context = Context { blocks, catalogue };
        let PlanDraft {
            family,
            title,
            body,
            period,
            issued,
            act,
            version,
            status,
            nodes,
            indicators,
            phases,
            budget_lines,
            efforts,
            allocations,
            resources,
            timetables,
            totals,
            amounts,
            tables,
            notes,
            unread,
            coverage,
        } = draft;
        Self {
            path,
            sha256,
            format: format.word(),
            family: family.map(Family::word),
            title: title.as_deref(),
            body: body.as_deref(),
            period: PeriodShape::of(*period),
            issued: issued.map(Printed),
            act: act.as_deref(),
            version: version.as_deref(),
            status: status.as_deref(),
            coverage: CoverageShape::of(*coverage),
            unread: List::new(unread, context),
            set_aside: List::new(margins(&blocks.places), context),
            nodes: List::new(nodes, context),
            indicators: List::new(indicators, context),
            phases: List::new(phases, context),
            budget_lines: List::new(budget_lines, context),
            efforts: List::new(efforts, context),
            allocations: List::new(allocations, context),
            resources: List::new(resources, context),
            timetables: List::new(timetables, context),
            totals: List::new(totals, context),
            amounts: List::new(amounts, context),
            tables: List::new(tables, context),
            notes: List::new(notes, context),
        }
    }
}

#[derive(Serialize)]
struct PeriodShape {
    from: Option<Printed<Date>>,
    to: Option<Printed<Date>>,
}

impl PeriodShape {
    fn of(period: Period) -> Self {
        let Period { from, to } = period;
        Self { from: from.map(Printed), to: to.map(Printed) }
    }
}

#[derive(Serialize)]
struct CoverageShape {
    lines: u32,
    read: u32,
    text: u32,
    unread: u32,
    #[expect(
        clippy::disallowed_types,
        reason = "the contract wants a JSON number; it is a ratio of counts, not money"
    )]
    share: f64,
}

impl CoverageShape {
    #[expect(
        clippy::float_arithmetic,
        reason = "a ratio of counts; both are below 2^32, so the division is exact to the last digit shown"
    )]
    fn of(coverage: planning::Coverage) -> Self {
        let planning::Coverage { lines, read, text, unread } = coverage;
        let share =
            if lines == 0 { 1.0 } else { (read_as_number(read) + read_as_number(text)) / read_as_number(lines) };
        Self { lines, read, text, unread, share }
    }
}

#[expect(clippy::disallowed_types, reason = "the contract wants a JSON number; it is a ratio of counts, not money")]
fn read_as_number(count: u32) -> f64 {
    f64::from(count)
}

#[derive(Serialize)]
struct TextLine<'a> {
    #[serde(flatten)]
    place: PlaceShape<'a>,
    text: &'a str,
}

impl<'a> Shape<'a> for TextLine<'a> {
    type Source = planning::TextLine;

    fn of(_: usize, source: &'a planning::TextLine, context: Context<'a>) -> Self {
        let planning::TextLine { line, text } = source;
        let place = context.place(*line);
        Self { place, text }
    }
}

/// The headers and footers of pages; other formats have none.
fn margins(places: &Places) -> &[Margin] {
    match places {
        Places::Pages(pages) => &pages.margins,
        Places::Lines | Places::Mapped(_) | Places::Sheets { .. } | Places::Paragraphs(_) => &[],
    }
}

/// A header or a footer, kept beside the content.
#[derive(Serialize)]
struct SetAside<'a> {
    page: u32,
    #[serde(rename = "box")]
    area: Points,
    text: &'a str,
}

impl<'a> Shape<'a> for SetAside<'a> {
    type Source = Margin;

    fn of(_: usize, source: &'a Margin, _: Context<'a>) -> Self {
        let Margin { page, text, area } = source;
        Self { page: *page, area: Points(*area), text }
    }
}

#[derive(Serialize)]
struct Note<'a> {
    code: &'static str,
    message: String,
    subject: &'a str,
    node: Option<Id>,
    #[serde(flatten)]
    place: PlaceShape<'a>,
}

impl<'a> Shape<'a> for Note<'a> {
    type Source = planning::Note;

    fn of(_: usize, source: &'a planning::Note, context: Context<'a>) -> Self {
        let planning::Note { code, subject, node, line } = source;
        let place = context.place(*line);
        Self {
            code: code.word(),
            message: notes::message(source, context.catalogue),
            subject,
            node: node.map(Id),
            place,
        }
    }
}
