// SPDX-License-Identifier: AGPL-3.0-or-later
//! The documents in sight, and what people put right in them, as lists that people sort, filter, add up and take away.

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

/// Whether a correction was placed in the last reading that was done.
macro_rules! placed_last {
    () => {
        "(correction.placed_reading IS NOT NULL AND correction.placed_reading = (SELECT MAX(last.number) FROM reading AS last \
         WHERE last.area = correction.area AND last.document = correction.document AND last.state = 'done'))"
    };
}

/// Whether a newer correction that stands says something else of the same value.
macro_rules! superseded {
    () => {
        "(correction.act = 'set' AND EXISTS (SELECT 1 FROM correction AS newer WHERE newer.area = correction.area \
         AND newer.document = correction.document AND newer.act = 'set' AND newer.record = correction.record \
         AND newer.field = correction.field AND newer.withdrawn_at IS NULL AND newer.id > correction.id))"
    };
}

/// Whether a correction found nothing to correct in the last reading.
macro_rules! lost {
    () => {
        concat!("(correction.placed_as = 'lost' AND ", placed_last!(), ")")
    };
}

/// What people put right, each with its names; filtered by the document it is of.
pub const CORRECTIONS: Listing = Listing {
    name: "document-corrections",
    from: "FROM correction \
           JOIN document ON document.area = correction.area AND document.id = correction.document \
           JOIN staff AS maker ON maker.area = correction.area AND maker.id = correction.made_by \
           LEFT JOIN staff AS taker ON taker.area = correction.area AND taker.id = correction.withdrawn_by \
           WHERE correction.area = $1",
    body: Some("document.body"),
    // Identifiers sort by their time.
    id: column("id", Holds::Id, "correction.id"),
    columns: &[
        column("id", Holds::Id, "correction.id"),
        column(
            "line",
            Holds::Number,
            concat!(
                "CASE WHEN correction.placed_line > 0 AND ",
                placed_last!(),
                " THEN correction.placed_line ELSE correction.line END"
            ),
        ),
        column("superseded", Holds::Flag, superseded!()),
        column("old", Holds::Text, "COALESCE(correction.old_value, correction.anchor)"),
        column("new", Holds::Text, "correction.new_value"),
        column("by", Holds::Text, "maker.name"),
        column("at", Holds::Moment, "correction.made_at"),
        column("withdrawn_by", Holds::Text, "taker.name"),
        column("withdrawn_at", Holds::Moment, "correction.withdrawn_at"),
    ],
    filters: &[
        ("document", Look::Id("correction.document")),
        (
            "words",
            Look::Words(
                "COALESCE(correction.old_value, correction.anchor) || ' ' || COALESCE(correction.new_value, '') || ' ' \
                 || maker.name",
            ),
        ),
        (
            "state",
            Look::OneOf(&[
                (
                    "standing",
                    concat!(
                        "correction.withdrawn_at IS NULL AND NOT ",
                        superseded!(),
                        " AND NOT COALESCE(",
                        lost!(),
                        ", FALSE)"
                    ),
                ),
                ("superseded", concat!("correction.withdrawn_at IS NULL AND ", superseded!())),
                ("lost", concat!("correction.withdrawn_at IS NULL AND NOT ", superseded!(), " AND ", lost!())),
                ("withdrawn", "correction.withdrawn_at IS NOT NULL"),
            ]),
        ),
    ],
};
