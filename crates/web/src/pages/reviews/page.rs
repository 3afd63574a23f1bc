// SPDX-License-Identifier: AGPL-3.0-or-later
//! The page of a review: the source on one side, what was read on the other, linked both ways, in windows.

use super::address::{document_of, finding_anchor, line_anchor, query, record_anchor, review, unread_anchor};
use super::cards::{self, Card, May};
use super::facsimile::{self, Facsimile};
use super::source::{self, Beside, Mark, Part};
use super::traces::Traces;
use super::{samples, words};
use crate::render::{Content, Label, NoticeKind, Page};
use crate::server::{Answer, Context};
use ambito_app::reviews::{ReviewPage, Window};
use ambito_domain::office::Right;
use ambito_domain::planning::LineNo;
use ambito_domain::review::{ReadingState, RecordKind};
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Serialize;
use std::collections::BTreeMap;

/// A review through one window.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Review {
    /// The address of the review, or of the source of a filed plan.
    pub(crate) base: String,
    /// The version that is shown, where it is the source of a filed plan.
    pub(crate) version: String,
    pub(crate) file_href: String,
    pub(crate) findings_href: String,
    pub(crate) csrf: String,
    pub(crate) reading: i64,
    pub(crate) may_edit: bool,
    /// Whether it is the source of a filed plan, which has no lists beside it.
    pub(crate) is_source: bool,
    /// The plan it was filed as.
    pub(crate) filed: Option<Filed>,
    pub(crate) summary: Summary,
    pub(crate) state: State,
    pub(crate) around: Around,
    pub(crate) facsimiles: Vec<Facsimile>,
    pub(crate) parts: Vec<Part>,
    #[serde(rename = "cards_shown")]
    pub(crate) cards: Vec<Card>,
}

/// How far the reading is.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct State {
    pub(crate) label: Label,
    pub(crate) badge: &'static str,
    pub(crate) is_done: bool,
    pub(crate) is_failed: bool,
    pub(crate) is_working: bool,
    /// Why it failed, in the reader's language.
    pub(crate) fault: String,
}

/// The version that was filed.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Filed {
    pub(crate) href: String,
    pub(crate) version: String,
}

/// What stands at the top.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Summary {
    pub(crate) body: String,
    pub(crate) title: String,
    pub(crate) family: Label,
    pub(crate) period: Option<Label>,
    /// How much was understood, in hundredths of a percent.
    pub(crate) understood: u32,
    pub(crate) lines: u32,
    pub(crate) nodes: u32,
    /// Errors, warnings, notes that are open; absent until they were checked.
    pub(crate) open: Option<[u32; 3]>,
    pub(crate) accepted: u32,
    pub(crate) corrections: u32,
    pub(crate) lost: u32,
    pub(crate) unread_left: u32,
    pub(crate) number: i64,
    pub(crate) read: Option<i64>,
    pub(crate) readings: usize,
}

/// Where this window is, and the ways to others.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Around {
    pub(crate) first: LineNo,
    pub(crate) last: LineNo,
    pub(crate) lines: LineNo,
    pub(crate) first_page: Option<u32>,
    pub(crate) last_page: Option<u32>,
    pub(crate) pages: Option<u32>,
    pub(crate) previous: String,
    pub(crate) next: String,
    pub(crate) next_finding: String,
    pub(crate) next_unread: String,
}

impl Content for Review {
    const TEMPLATE: &'static str = "reviews/review.html";

    fn samples() -> Vec<Self> {
        samples::reviews()
    }
}

/// Which part of a document an address asks for.
pub(crate) fn window(context: &Context) -> Window {
    let number = |name: &str| context.query(name).trim().parse::<u32>().ok().filter(|number| *number > 0);
    match (number("line"), number("page")) {
        (Some(line), _) => Window::Line(line),
        (None, Some(page)) => Window::Page(page),
        (None, None) => Window::Start,
    }
}

/// Where somebody who typed a line or a page wants to go: the address with its anchor, which a form cannot send.
pub(crate) fn typed_place(context: &Context, base: &str) -> Option<Response> {
    let number: u32 = context.query("goto").trim().parse().ok()?;
    let mark = if base.contains('?') { '&' } else { '?' };
    let place = match context.query("by").as_str() {
        "page" => format!("{base}{mark}page={number}#page-{number}"),
        _ => format!("{base}{mark}line={number}#{}", line_anchor(number)),
    };
    Some(Redirect::to(&place).into_response())
}

/// Shows a review.
pub(crate) async fn show(context: Context, Path(id): Path<String>) -> Answer {
    let document = document_of(&id)?;
    if let Some(place) = typed_place(&context, &review(document)) {
        return Ok(place);
    }
    let number = context.query("reading").parse().ok();
    let app = &context.server.app;
    let seen = app.get_review(&context.viewer, document, number, window(&context), context.language).await?;
    // A reading that is still being made, or failed, takes nothing away from the last that is there.
    let last = seen.readings.iter().rfind(|reading| reading.state == ReadingState::Done);
    let is_latest = last.is_none_or(|last| last.number == seen.reading.number);
    let teach = is_latest && !seen.unread.is_empty() && app.may_teach(&context.viewer).await?;
    let content = content(&context, &seen, review(document), May { edit: is_latest, teach });
    let mut page = page(&context, &seen).under("/reviews", Label::key("reviews-title"));
    if !is_latest {
        page = page.telling(NoticeKind::Info, Label::key("review-old-reading"));
    }
    context.show(&page, &content)
}

/// The page around it.
fn page(context: &Context, seen: &ReviewPage) -> Page {
    context.page(Label::said(seen.document.name.clone()))
}

/// What the page shows.
pub(crate) fn content(context: &Context, seen: &ReviewPage, base: String, may: May) -> Review {
    let mut beside = beside(context, seen);
    let traces = Traces::of(seen);
    let facsimiles = facsimile::pages(&seen.blocks, seen.window.first_line, &beside, &traces);
    let parts = source::parts(&seen.blocks, seen.window.first_line, &mut beside, &traces);
    let english = context.language == ambito_i18n::Language::English;
    let fault = seen.reading.fault.as_ref().map(|fault| if english { fault.en.clone() } else { fault.it.clone() });
    let state = State {
        label: words::state(seen.reading.state),
        badge: words::state_badge(seen.reading.state),
        is_done: seen.reading.state == ReadingState::Done,
        is_failed: seen.reading.state == ReadingState::Failed,
        is_working: seen.is_working,
        fault: fault.unwrap_or_default(),
    };
    Review {
        version: String::new(),
        is_source: false,
        file_href: if context.viewer.may(Right::FilePlans) {
            format!("/documents/{}/file", seen.document.id)
        } else {
            String::new()
        },
        findings_href: format!("/findings?{}", query(&[("document", &seen.document.id.to_string())])),
        csrf: context.csrf(),
        reading: seen.reading.number,
        may_edit: may.edit,
        filed: seen.filed.map(|(plan, version)| Filed {
            href: format!("/plans/{plan}?version={version}"),
            version: version.to_string(),
        }),
        summary: summary(seen),
        state,
        around: around(seen, &base),
        facsimiles,
        parts,
        cards: cards::cards(context, seen, &base, &traces, may),
        base,
    }
}

fn summary(seen: &ReviewPage) -> Summary {
    let reading = &seen.reading;
    Summary {
        body: seen.body.clone(),
        title: reading.title.clone().unwrap_or_default(),
        family: crate::pages::plans::words::family(reading.family),
        period: crate::pages::plans::words::period(reading.period),
        understood: reading.coverage.share_hundredths(),
        lines: reading.coverage.lines,
        nodes: reading.nodes,
        open: seen.open,
        accepted: seen.accepted,
        corrections: seen.corrections[0],
        lost: seen.corrections[1],
        unread_left: seen.unread_left,
        number: reading.number,
        read: reading.done.map(|done| done.as_microsecond()),
        readings: seen.readings.len(),
    }
}

fn around(seen: &ReviewPage, base: &str) -> Around {
    let window = seen.window;
    let mark = if base.contains('?') { '&' } else { '?' };
    let line = |line: LineNo| format!("{base}{mark}line={line}#{}", line_anchor(line));
    let previous = window.first_line.checked_sub(1).filter(|line| *line > 0);
    let next = window.last_line.checked_add(1).filter(|line| *line <= window.lines);
    Around {
        first: window.first_line,
        last: window.last_line,
        lines: window.lines,
        first_page: window.first_page,
        last_page: window.last_page,
        pages: window.pages,
        previous: previous.map(line).unwrap_or_default(),
        next: next.map(line).unwrap_or_default(),
        next_finding: seen.next_finding.map(line).unwrap_or_default(),
        next_unread: seen.next_unread.map(line).unwrap_or_default(),
    }
}

/// What stands in the margins of the lines of this window.
fn beside(context: &Context, seen: &ReviewPage) -> BTreeMap<LineNo, Beside> {
    let mut beside: BTreeMap<LineNo, Beside> = BTreeMap::new();
    for found in &seen.findings {
        let Some(line) = found.line else { continue };
        let entry = beside.entry(line).or_default();
        let href = format!("#{}", finding_anchor(&found.fingerprint));
        let severity = if found.accepted.is_some() { "accepted" } else { found.severity.word() };
        let label = match severity {
            "accepted" => Label::key("review-mark-accepted"),
            _ => words::severity(found.severity),
        };
        entry.marks.push(Mark { href: href.clone(), severity, label, code: found.code.clone() });
        if entry.href.is_empty() {
            entry.href = href;
        }
    }
    for record in seen.records.iter().filter(|record| record.key.kind != RecordKind::Document) {
        let entry = beside.entry(record.key.line).or_default();
        if entry.href.is_empty() {
            entry.href = format!("#{}", record_anchor(record.key));
        }
    }
    for unread in &seen.unread {
        let entry = beside.entry(unread.line).or_default();
        entry.is_unread = unread.settled.is_none();
        if entry.href.is_empty() {
            entry.href = format!("#{}", unread_anchor(unread.line));
        }
    }
    if let Window::Line(line) = window(context) {
        beside.entry(line).or_default().is_asked = true;
    }
    beside
}
