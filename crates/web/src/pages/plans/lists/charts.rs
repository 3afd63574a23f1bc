// SPDX-License-Identifier: AGPL-3.0-or-later
//! The charts above the lists that are seen at a glance: phases over time, people's load. They draw the rows of the page.

use super::Row;
use crate::server::Context;
use ambito_app::plans::lists::{ListPage, PlanList};
use ambito_base::Date;
use ambito_i18n::{Catalogue, grouped, percent};
use ambito_report::chart::{Bar, BarRow, Bars, Look, Mark, Names, Span, Tick, Timeline};

/// A whole person.
const FULL_HUNDREDTHS: i64 = 10_000;
/// About how many days are named over the phases: as many as a small screen has room for.
const TICKS: i32 = 3;

/// The chart of a list; none where it has none, or nothing to draw.
pub(super) fn chart(context: &Context, list: PlanList, page: &ListPage) -> Option<String> {
    let catalogue = context.server.engine.catalogue(context.language);
    let rows: Vec<Row<'_>> = page.rows.iter().map(|row| Row::new(&page.columns, &row.cells)).collect();
    match list {
        PlanList::Load => load(&rows, catalogue),
        PlanList::Phases => timeline(&rows, context.server.app.today(), catalogue),
        _ => None,
    }
}

fn load(rows: &[Row<'_>], catalogue: &Catalogue) -> Option<String> {
    let known = rows.iter().filter_map(|row| Some((row.text("person")?, row.int("load")?)));
    let rows: Vec<BarRow> = known
        .map(|(name, load)| {
            let look = if load > FULL_HUNDREDTHS { Look::Crossed } else { Look::Full };
            let bar = Bar { value: load, look, figure: percent(load, catalogue.language()) };
            BarRow { name, bars: vec![bar] }
        })
        .collect();
    let over = rows.iter().filter(|row| row.bars.iter().any(|bar| bar.look == Look::Crossed)).count();
    let names = Names {
        id: "chart-load".to_owned(),
        title: catalogue.text("list-load", &[]),
        description: catalogue.text("chart-load", &[("count", rows.len().into()), ("over", over.into())]),
    };
    let key = vec![
        (Look::Full, catalogue.text("chart-load-within", &[])),
        (Look::Crossed, catalogue.text("list-load-over", &[])),
    ];
    let key = if over > 0 { key } else { Vec::new() };
    let mark = Mark { value: FULL_HUNDREDTHS, name: "100%".to_owned() };
    (!rows.is_empty()).then(|| Bars { names, key, mark: Some(mark), rows }.svg())
}

fn timeline(rows: &[Row<'_>], today: Date, catalogue: &Catalogue) -> Option<String> {
    let days: Vec<Date> = rows.iter().flat_map(|row| [row.day("from"), row.day("to")]).flatten().collect();
    let (from, to) = (days.iter().min().copied()?, days.iter().max().copied()?);
    let from = from.first_of_month();
    let to = to.last_of_month();
    let day = |day: Date| short_day(day, catalogue);
    let spans = rows.iter().filter(|row| row.day("from").is_some() || row.day("to").is_some()).map(|row| {
        let (from, to) = (row.day("from"), row.day("to"));
        let when = match (from, to) {
            (Some(from), Some(to)) => format!("{}–{}", day(from), day(to)),
            (Some(from), None) => format!("{}–…", day(from)),
            (None, Some(to)) => format!("…–{}", day(to)),
            (None, None) => String::new(),
        };
        let look = if row.text("state").as_deref() == Some("actual") { Look::Struck } else { Look::Full };
        let name = row.text("title").unwrap_or_default();
        // The end is what a small screen cuts off.
        let when = row.text("node_name").map_or_else(|| when.clone(), |node| format!("{when} · {node}"));
        Span { name, when, from, to, look }
    });
    let spans: Vec<Span> = spans.collect();
    let names = Names {
        id: "chart-phases".to_owned(),
        title: catalogue.text("sheet-phases", &[]),
        description: catalogue.text(
            "chart-phases",
            &[("count", spans.len().into()), ("from", (&day(from)).into()), ("to", (&day(to)).into())],
        ),
    };
    let key =
        vec![(Look::Full, catalogue.text("phase-planned", &[])), (Look::Struck, catalogue.text("phase-actual", &[]))];
    let is_several = spans.iter().any(|span| span.look == Look::Struck);
    let today = Tick { day: today, name: catalogue.text("chart-today", &[("day", (&day(today)).into())]) };
    let key = if is_several { key } else { Vec::new() };
    Some(Timeline { names, key, from, to, ticks: ticks(from, to, catalogue), today, spans }.svg())
}

/// The first days of some months between two days.
fn ticks(from: Date, to: Date, catalogue: &Catalogue) -> Vec<Tick> {
    let number = |day: Date| i32::from(day.year()) * 12 + i32::from(day.month()) - 1;
    let step = ((number(to) - number(from)) / TICKS + 1).max(1);
    let mut ticks = Vec::new();
    let mut month = number(from);
    while month <= number(to) {
        let (year, of_year) = (i16::try_from(month / 12), i8::try_from(month % 12 + 1));
        if let (Ok(year), Ok(of_year)) = (year, of_year)
            && let Ok(day) = Date::new(year, of_year, 1)
        {
            let name = catalogue.text(&format!("web-month-{of_year}"), &[]);
            let short: String = name.chars().take(3).collect();
            ticks.push(Tick { day, name: format!("{short} {year}") });
        }
        month += step;
    }
    ticks
}

/// A day as tables have it.
fn short_day(day: Date, catalogue: &Catalogue) -> String {
    match catalogue.language() {
        ambito_i18n::Language::Italian => format!("{:02}/{:02}/{}", day.day(), day.month(), day.year()),
        ambito_i18n::Language::English => {
            let name = catalogue.text(&format!("web-month-{}", day.month()), &[]);
            let short: String = name.chars().take(3).collect();
            format!("{} {short} {}", day.day(), day.year())
        }
    }
}

/// Cents as a figure with the sign of the euro.
pub(in crate::pages::plans) fn euro(cents: i64, catalogue: &Catalogue) -> String {
    let (sign, magnitude) = (if cents < 0 { "-" } else { "" }, cents.unsigned_abs());
    let plain = format!("{sign}{}.{:02}", magnitude / 100, magnitude % 100);
    format!("{} €", grouped(&plain, catalogue.language()))
}
