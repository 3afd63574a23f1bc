// SPDX-License-Identifier: AGPL-3.0-or-later
//! The pinned JSON of `ambito check`: `{"schema": "ambito.check/1", "findings": […], "summary": {…}}`.

use super::{Counts, Source, coverage};
use crate::contract::WhereShape;
use ambito_findings::{Acceptance, Finding, Mark, Related, Span};
use serde::Serialize;
use std::io::{self, Write};

/// The name and version of the format.
pub const SCHEMA_NAME: &str = "ambito.check/1";

/// The JSON Schema of the format.
pub const SCHEMA: &str = include_str!("../../../../docs/schema/check.schema.json");

/// Writes the findings in these documents; `lines` of the summary are those that are not blank.
///
/// # Errors
/// What the output says.
pub fn write(out: &mut impl Write, sources: &[Source], findings: &[Finding]) -> io::Result<()> {
    let Counts { errors, warnings, notes, accepted } = Counts::of(findings);
    let whole = Whole {
        schema: SCHEMA_NAME,
        findings: findings.iter().map(FindingShape::of).collect(),
        summary: SummaryShape {
            documents: sources.len(),
            lines: coverage(sources).lines,
            errors,
            warnings,
            notes,
            accepted,
        },
    };
    serde_json::to_writer_pretty(&mut *out, &whole)?;
    out.write_all(b"\n")
}

#[derive(Serialize)]
struct Whole<'a> {
    schema: &'static str,
    findings: Vec<FindingShape<'a>>,
    summary: SummaryShape,
}

#[derive(Serialize)]
struct SummaryShape {
    documents: usize,
    lines: u32,
    errors: usize,
    warnings: usize,
    notes: usize,
    accepted: usize,
}

#[derive(Serialize)]
struct FindingShape<'a> {
    code: &'a str,
    name: &'a str,
    severity: &'static str,
    message: &'a str,
    document: Option<&'a str>,
    #[serde(flatten)]
    at: WhereShape<'a>,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    marks: Vec<MarkShape<'a>>,
    related: Vec<RelatedShape<'a>>,
    expected: Option<&'a str>,
    found: Option<&'a str>,
    hint: Option<&'a str>,
    fingerprint: &'a str,
    accepted: Option<AcceptedShape<'a>>,
}

#[derive(Serialize)]
struct MarkShape<'a> {
    column: usize,
    end_column: usize,
    label: &'a str,
}

#[derive(Serialize)]
struct RelatedShape<'a> {
    document: &'a str,
    #[serde(flatten)]
    at: WhereShape<'a>,
    line: usize,
    label: &'a str,
}

#[derive(Serialize)]
struct AcceptedShape<'a> {
    reason: &'a str,
    by: &'a str,
    on: &'a str,
}

impl<'a> FindingShape<'a> {
    fn of(finding: &'a Finding) -> Self {
        let Finding {
            code,
            name,
            severity,
            message,
            document,
            at,
            span,
            quote: _,
            marks,
            related,
            expected,
            found,
            hints,
            accepted,
            fingerprint,
        } = finding;
        let Span { line, column, end_line, end_column } =
            span.unwrap_or(Span { line: 1, column: 1, end_line: 1, end_column: 1 });
        Self {
            code,
            name,
            severity: severity.word(),
            message,
            document: document.as_deref(),
            at: WhereShape::of(at),
            line,
            column,
            end_line,
            end_column,
            marks: marks
                .iter()
                .map(|Mark { column, end_column, label }| MarkShape { column: *column, end_column: *end_column, label })
                .collect(),
            related: related
                .iter()
                .map(|Related { document, at, line, label }| RelatedShape {
                    document,
                    at: WhereShape::of(at),
                    line: *line,
                    label,
                })
                .collect(),
            expected: expected.as_deref(),
            found: found.as_deref(),
            hint: hints.last().map(String::as_str),
            fingerprint,
            accepted: accepted.as_ref().map(|Acceptance { reason, by, on }| AcceptedShape { reason, by, on }),
        }
    }
}
