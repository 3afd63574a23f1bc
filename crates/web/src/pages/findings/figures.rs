// SPDX-License-Identifier: AGPL-3.0-or-later
//! Findings in figures: by body, by document, by check, and over time.

use super::filter_of;
use crate::list::Address;
use crate::pages::plans::words::day;
use crate::render::{Content, Label};
use crate::server::{Answer, Context};
use ambito_app::findings::{FoundOn, Tally};
use ambito_exchange::checks::articles;
use ambito_i18n::{Catalogue, Language};
use ambito_report::chart::{Line, Lines, Look, Names, Point};
use serde::Serialize;

/// How many days the table of the course of time has at most: the last ones.
const DAYS_MAX: usize = 400;

#[derive(Serialize)]
pub(crate) struct Figures {
    list: String,
    tables: Vec<Table>,
    chart: Option<String>,
    days: Vec<Day>,
}

/// A table of counts.
#[derive(Serialize)]
struct Table {
    id: &'static str,
    caption: Label,
    first: Label,
    rows: Vec<Row>,
    open: [u32; 3],
    accepted: u32,
}

#[derive(Serialize)]
struct Row {
    name: String,
    note: String,
    href: String,
    open: [u32; 3],
    doors: [String; 3],
    accepted: u32,
    accepted_door: String,
}

/// What was found up to the end of a day.
#[derive(Serialize)]
struct Day {
    day: String,
    found: [u32; 3],
    documents: u32,
}

impl Content for Figures {
    const TEMPLATE: &'static str = "findings/figures.html";

    fn samples() -> Vec<Self> {
        let catalogue = Catalogue::new(Language::Italian);
        let tally = |name: &str| Tally { id: None, name: name.to_owned(), open: [3, 2, 0], accepted: 1 };
        let by_body = table("bodies", "findings-by-body", "column-body", vec![tally("Ambito di Valdoro")], |_| {
            ("", String::new())
        });
        let found = |day: &str, errors| FoundOn {
            day: day.parse().unwrap_or(ambito_base::Date::MIN),
            found: [errors, 1, 0],
            documents: 2,
        };
        let course = [found("2026-11-20", 8), found("2026-11-22", 3)];
        let full = Self {
            list: "/findings".to_owned(),
            tables: vec![by_body],
            chart: chart(&course, &catalogue),
            days: days(&course),
        };
        vec![full, Self { list: "/findings".to_owned(), tables: Vec::new(), chart: None, days: Vec::new() }]
    }
}

pub(super) async fn show(context: Context) -> Answer {
    let (app, viewer) = (&context.server.app, &context.viewer);
    let address = Address::of(&context);
    let filter = filter_of(&address);
    let figures = app.findings_in_figures(viewer, &filter).await?;
    let course = app.findings_over_time(viewer, &filter).await?;
    let list = address.elsewhere("/findings");
    let language = context.language;
    let id = |tally: &Tally| tally.id.map(|id| id.to_string()).unwrap_or_default();
    let tables = [
        table("bodies", "findings-by-body", "column-body", figures.bodies, |one| ("body", id(one))),
        table("documents", "findings-by-document", "finding-document", figures.documents, |one| ("document", id(one))),
        table("checks", "findings-by-check", "finding-check", figures.codes, |one| ("check", one.name.clone())),
    ];
    let tables = tables.into_iter().filter(|table| !table.rows.is_empty()).map(|table| led(table, &list, language));
    let catalogue = context.server.engine.catalogue(language);
    let shown = Figures { tables: tables.collect(), chart: chart(&course, catalogue), days: days(&course), list };
    let page = context.page(Label::key("findings-figures-title")).under("/findings", Label::key("findings-title"));
    context.show(&page, &shown)
}

/// A table of tallies; `filter` says by which filter the list of a row is found, kept in `href` until the list is known.
fn table(
    id: &'static str,
    caption: &'static str,
    first: &'static str,
    tallies: Vec<Tally>,
    filter: impl Fn(&Tally) -> (&'static str, String),
) -> Table {
    let mut sums = ([0_u32; 3], 0_u32);
    let mut rows = Vec::new();
    for tally in tallies {
        for (sum, count) in sums.0.iter_mut().zip(tally.open) {
            *sum = sum.saturating_add(count);
        }
        sums.1 = sums.1.saturating_add(tally.accepted);
        let (key, value) = filter(&tally);
        let Tally { name, open, accepted, .. } = tally;
        let href = format!("{key}={value}");
        let (note, doors, accepted_door) = (String::new(), Default::default(), String::new());
        rows.push(Row { name, note, href, open, doors, accepted, accepted_door });
    }
    Table { id, caption: Label::key(caption), first: Label::key(first), rows, open: sums.0, accepted: sums.1 }
}

/// The same with the lists that its counts were counted from.
fn led(mut table: Table, list: &str, language: Language) -> Table {
    for row in &mut table.rows {
        let Some((key, value)) = row.href.split_once('=') else { continue };
        let address = Address::parse(list);
        let here = address.filtered(key, value);
        let address = Address::parse(&here);
        row.doors = ["error", "warning", "note"].map(|word| address.filtered("severity", word));
        row.accepted_door = address.filtered("state", "accepted");
        if table.id == "checks" {
            row.note = articles::find_title(&row.name, language).unwrap_or_default().to_owned();
        }
        row.href = here;
    }
    table
}

fn days(course: &[FoundOn]) -> Vec<Day> {
    let shown = |one: &FoundOn| Day { day: one.day.to_string(), found: one.found, documents: one.documents };
    course.iter().rev().take(DAYS_MAX).map(shown).collect()
}

/// The course of time as a picture; none of a single day.
fn chart(course: &[FoundOn], catalogue: &Catalogue) -> Option<String> {
    let (first, last) = (course.first()?, course.last()?);
    let days = first.day.until((jiff::Unit::Day, last.day)).ok()?.get_days();
    let days = u32::try_from(days).ok().filter(|days| *days > 0)?;
    let point = |one: &FoundOn, at: usize| {
        let day = first.day.until((jiff::Unit::Day, one.day)).ok()?.get_days();
        Some(Point { day: u32::try_from(day).ok()?, value: *one.found.get(at)? })
    };
    let line = |at: usize, key: &str, look| Line {
        name: catalogue.text(key, &[]),
        look,
        points: course.iter().filter_map(|one| point(one, at)).collect(),
    };
    let (from, to) = (day(first.day), day(last.day));
    let (errors, now) = (first.found.first()?.to_string(), last.found.first()?.to_string());
    let args = [("from", (&from).into()), ("to", (&to).into()), ("before", (&errors).into()), ("now", (&now).into())];
    let lines = Lines {
        names: Names {
            id: "findings-chart".to_owned(),
            title: catalogue.text("findings-course", &[]),
            description: catalogue.text("findings-course-told", &args),
        },
        days,
        ends: [from.clone(), to.clone()],
        figure: |value| value.to_string(),
        lines: vec![line(0, "findings-errors", Look::Crossed), line(1, "findings-warnings", Look::Dotted)],
    };
    Some(lines.svg())
}
