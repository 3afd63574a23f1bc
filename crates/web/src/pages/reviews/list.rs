// SPDX-License-Identifier: AGPL-3.0-or-later
//! The documents under review and filed, the last first, by body and by state.

use super::address::{query, review};
use super::words;
use crate::render::{Content, Label};
use crate::server::{Answer, Context};
use ambito_app::reviews::{FilingState, ListedReview, ReviewFilter};
use ambito_domain::office::{BodyId, Right};
use ambito_domain::planning::Coverage;
use ambito_domain::review::ReadingState;
use serde::Serialize;
use std::collections::BTreeMap;

/// What the list may be narrowed to.
const STATES: [(&str, &str); 4] = [
    ("unfiled", "reviews-state-unfiled"),
    ("filed", "reviews-state-filed"),
    ("failed", "reviews-state-failed"),
    ("waiting", "reviews-state-waiting"),
];

/// The documents.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Reviews {
    rows: Vec<Row>,
    next: String,
    first: String,
    bodies: Vec<(String, String)>,
    states: Vec<(&'static str, Label)>,
    body: String,
    state: String,
    is_narrowed: bool,
}

/// A document.
#[derive(Clone, Debug, Serialize)]
struct Row {
    href: String,
    name: String,
    title: String,
    body: String,
    state: Label,
    badge: &'static str,
    is_done: bool,
    understood: u32,
    findings: Option<[u32; 3]>,
    accepted: u32,
    corrections: u32,
    at: i64,
    filed: Option<(String, String)>,
}

impl Content for Reviews {
    const TEMPLATE: &'static str = "reviews/list.html";

    fn samples() -> Vec<Self> {
        let row = Row {
            href: "/reviews/1".to_owned(),
            name: "piano.pdf".to_owned(),
            title: "Piano 2027".to_owned(),
            body: "Ambito di Valdoro".to_owned(),
            state: Label::key("reading-done"),
            badge: "done",
            is_done: true,
            understood: 9_920,
            findings: Some([1, 6, 14]),
            accepted: 2,
            corrections: 5,
            at: super::samples::AT,
            filed: Some(("/plans/1".to_owned(), "2".to_owned())),
        };
        let waiting = Row { is_done: false, findings: None, filed: None, title: String::new(), ..row.clone() };
        let full = Self {
            rows: vec![row, waiting],
            next: "/reviews?after=1".to_owned(),
            first: "/reviews".to_owned(),
            bodies: vec![("1".to_owned(), "Ambito di Valdoro".to_owned())],
            states: STATES.map(|(word, key)| (word, Label::key(key))).into(),
            body: "1".to_owned(),
            state: "unfiled".to_owned(),
            is_narrowed: true,
        };
        let empty = Self { rows: Vec::new(), next: String::new(), first: String::new(), ..full.clone() };
        vec![full, Self { is_narrowed: false, ..empty.clone() }, empty]
    }
}

/// Shows the documents.
pub(crate) async fn show(context: Context) -> Answer {
    let (app, viewer) = (&context.server.app, &context.viewer);
    let (body, state) = (context.query("body"), context.query("state"));
    let (reading, filing) = match state.as_str() {
        "unfiled" => (None, Some(FilingState::Unfiled)),
        "filed" => (None, Some(FilingState::Filed)),
        "failed" => (Some(ReadingState::Failed.word()), None),
        "waiting" => (Some(ReadingState::Waiting.word()), None),
        _ => (None, None),
    };
    let filter = ReviewFilter { body: body.parse().ok(), state: reading.map(str::to_owned), filing, document: None };
    let after = context.query("after");
    let found = app.list_reviews(viewer, &filter, after.parse().ok()).await?;
    let sight = viewer.sight(Right::FilePlans)?;
    let bodies = app.list_bodies(viewer).await?;
    let names: BTreeMap<BodyId, String> = bodies.iter().map(|body| (body.id, body.name.clone())).collect();
    let narrowed = |more: &[(&str, &str)]| {
        let pairs: Vec<(&str, &str)> =
            [("body", body.as_str()), ("state", state.as_str())].into_iter().chain(more.iter().copied()).collect();
        let pairs: Vec<_> = pairs.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        if pairs.is_empty() { "/reviews".to_owned() } else { format!("/reviews?{}", query(&pairs)) }
    };
    let content = Reviews {
        rows: found.reviews.into_iter().map(|one| row(one, &names)).collect(),
        next: found.next.map(|next| narrowed(&[("after", &next.to_string())])).unwrap_or_default(),
        first: if after.is_empty() { String::new() } else { narrowed(&[]) },
        bodies: bodies
            .iter()
            .filter(|body| sight.covers(body.id))
            .map(|body| (body.id.to_string(), body.name.clone()))
            .collect(),
        states: STATES.map(|(word, key)| (word, Label::key(key))).into(),
        is_narrowed: !body.is_empty() || !state.is_empty(),
        body: body.clone(),
        state: state.clone(),
    };
    context.show(&context.page(Label::key("reviews-title")), &content)
}

fn row(one: ListedReview, names: &BTreeMap<BodyId, String>) -> Row {
    let state = ReadingState::from_word(&one.state).unwrap_or(ReadingState::Waiting);
    let [lines, read, text, unread] = one.lines;
    Row {
        href: review(one.document),
        name: one.name,
        title: one.title.unwrap_or_default(),
        body: names.get(&one.body).cloned().unwrap_or_default(),
        state: words::state(state),
        badge: words::state_badge(state),
        is_done: state == ReadingState::Done,
        understood: Coverage { lines, read, text, unread }.share_hundredths(),
        findings: one.findings,
        accepted: one.accepted,
        corrections: one.corrections,
        at: one.added.as_microsecond(),
        filed: one.filed.map(|(plan, version)| (format!("/plans/{plan}?version={version}"), version.to_string())),
    }
}
