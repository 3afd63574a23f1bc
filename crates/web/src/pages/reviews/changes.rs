// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a second reading changed, and what became of the corrections.

use super::address::{document_of, review, review_line};
use super::cards::shown;
use super::words;
use crate::render::{Content, Label};
use crate::server::{Answer, Context};
use ambito_app::reviews::ChangedRecord;
use ambito_domain::office::DocumentId;
use ambito_domain::review::{Placement, ValueKind};
use axum::extract::Path;
use serde::Serialize;

/// What changed.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Changes {
    base: String,
    before: i64,
    after: i64,
    unread: [u32; 2],
    kept: u32,
    agreed: u32,
    lost: u32,
    rows: Vec<Row>,
    has_more: bool,
}

#[derive(Clone, Debug, Serialize)]
pub(super) struct Row {
    href: String,
    place: Label,
    what: Label,
    old: Label,
    new: Label,
}

impl Row {
    /// A row for a sample of a page.
    pub(super) fn sample() -> Self {
        Self {
            href: "/reviews/1?line=3#l3".to_owned(),
            place: Label::key("page-line").with("line", "3"),
            what: Label::key("record-node"),
            old: Label::key("web-form-nothing"),
            new: Label::said("Cantiere 1"),
        }
    }
}

impl Content for Changes {
    const TEMPLATE: &'static str = "reviews/changes.html";

    fn samples() -> Vec<Self> {
        let full = Self {
            base: "/reviews/1".to_owned(),
            before: 1,
            after: 2,
            unread: [12, 3],
            kept: 4,
            agreed: 1,
            lost: 1,
            rows: vec![Row::sample()],
            has_more: true,
        };
        vec![Self { rows: Vec::new(), lost: 0, ..full.clone() }, full]
    }
}

/// Shows what changed.
pub(crate) async fn show(context: Context, Path(id): Path<String>) -> Answer {
    let document = document_of(&id)?;
    let (app, viewer) = (&context.server.app, &context.viewer);
    let (_, page) = super::lists::around(&context, document, "changes-title").await?;
    let found = app.compare_readings(viewer, document).await?;
    let count =
        |wanted| u32::try_from(found.placed.iter().filter(|placed| **placed == wanted).count()).unwrap_or(u32::MAX);
    let content = Changes {
        base: review(document),
        before: found.before,
        after: found.after,
        unread: found.unread,
        kept: count(Placement::Applied),
        agreed: count(Placement::Agreed),
        lost: count(Placement::Lost),
        rows: found.changed.iter().map(|changed| row(document, changed)).collect(),
        has_more: found.has_more,
    };
    context.show(&page, &content)
}

/// A record that differs, as a row.
pub(super) fn row(document: DocumentId, changed: &ChangedRecord) -> Row {
    let ChangedRecord { kind, line, old, new } = changed;
    Row {
        href: review_line(document, *line),
        place: Label::key("page-line").with("line", line.to_string()),
        what: words::record_kind(*kind),
        old: shown(ValueKind::Text, old),
        new: shown(ValueKind::Text, new),
    }
}
