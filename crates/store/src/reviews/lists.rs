// SPDX-License-Identifier: AGPL-3.0-or-later
//! The documents in sight as a list that people sort, filter, add up and take away.

use crate::lists::{Column, Holds, Listing, Look};

/// The title of a document: as somebody put it right, else as it was read.
macro_rules! title {
    () => {
        "COALESCE((SELECT NULLIF(correction.new_value, '') FROM correction WHERE correction.area = document.area \
         AND correction.document = document.id AND correction.record = 'document:0:0' AND correction.field = 'title' \
         AND correction.withdrawn_at IS NULL ORDER BY correction.id DESC LIMIT 1), reading.title)"
    };
}

const fn column(key: &'static str, holds: Holds, sql: &'static str) -> Column {
    Column { key, sql, holds }
}

/// The documents in sight that have a reading, each with how far its review is.
pub const REVIEWS: Listing = Listing {
    name: "documents",
    from: "FROM document \
           JOIN body ON body.area = document.area AND body.id = document.body \
           JOIN reading ON reading.area = document.area AND reading.document = document.id \
            AND reading.number = (SELECT MAX(number) FROM reading AS last WHERE last.area = document.area \
            AND last.document = document.id) \
           LEFT JOIN checking ON checking.area = document.area AND checking.document = document.id \
            AND checking.number = (SELECT MAX(number) FROM checking AS last WHERE last.area = document.area \
            AND last.document = document.id) \
           LEFT JOIN plan_version AS filed ON filed.area = document.area AND filed.document = document.id \
            AND filed.filed_at = (SELECT MAX(filed_at) FROM plan_version AS last WHERE last.area = document.area \
            AND last.document = document.id) \
           WHERE document.area = $1",
    body: Some("document.body"),
    id: column("id", Holds::Id, "document.id"),
    columns: &[
        column("document", Holds::Id, "document.id"),
        column("name", Holds::Text, "document.name"),
        column("title", Holds::Text, title!()),
        column("body", Holds::Text, "body.name"),
        column("state", Holds::Text, "reading.state"),
        column(
            "understood",
            Holds::Share,
            "CASE WHEN reading.state <> 'done' THEN NULL WHEN reading.lines = 0 THEN 10000 \
             ELSE (reading.lines_read + reading.lines_text) * 10000 / reading.lines END",
        ),
        column("errors", Holds::Count, "checking.errors"),
        column("warnings", Holds::Count, "checking.warnings"),
        column("notes", Holds::Count, "checking.notes"),
        column(
            "accepted",
            Holds::Count,
            "(SELECT COUNT(DISTINCT acceptance.fingerprint) FROM acceptance WHERE acceptance.area = document.area \
             AND acceptance.document = document.id AND acceptance.withdrawn_at IS NULL AND EXISTS (SELECT 1 FROM finding \
             WHERE finding.area = acceptance.area AND finding.document = acceptance.document \
             AND finding.fingerprint = acceptance.fingerprint))",
        ),
        column(
            "corrections",
            Holds::Count,
            "(SELECT COUNT(*) FROM correction WHERE correction.area = document.area \
             AND correction.document = document.id AND correction.withdrawn_at IS NULL)",
        ),
        column("brought", Holds::Moment, "document.added_at"),
        column("plan", Holds::Id, "filed.plan"),
        column("version", Holds::Number, "filed.version"),
    ],
    filters: &[
        ("words", Look::Words(concat!("document.name || ' ' || body.name || ' ' || COALESCE(", title!(), ", '')"))),
        ("body", Look::Id("document.body")),
        (
            "state",
            Look::OneOf(&[
                ("unfiled", "filed.plan IS NULL"),
                ("filed", "filed.plan IS NOT NULL"),
                ("failed", "reading.state = 'failed'"),
                ("waiting", "reading.state = 'waiting'"),
            ]),
        ),
    ],
};
