// SPDX-License-Identifier: AGPL-3.0-or-later
//! Findings as SARIF 2.1.0 (OASIS standard), for viewers and for the review pages of code hosts.

use super::manual;
use crate::contract::Points;
use crate::place;
use ambito_checks::{Check, registry};
use ambito_findings::{Acceptance, Finding, Severity, Span, Where};
use ambito_i18n::Catalogue;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::io::{self, Write};

/// The version of the standard.
const VERSION: &str = "2.1.0";
/// The name of its schema.
const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Writes the findings.
///
/// # Errors
/// What the output says.
pub fn write(out: &mut impl Write, findings: &[Finding], catalogue: &Catalogue) -> io::Result<()> {
    let codes: BTreeSet<&str> = findings.iter().map(|finding| finding.code).collect();
    let checks: Vec<&Check> = registry::CHECKS.iter().filter(|check| codes.contains(check.code)).collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": VERSION,
        "runs": [{
            "tool": { "driver": {
                "name": "Ambito",
                "version": env!("CARGO_PKG_VERSION"),
                "language": catalogue.language().word(),
                "rules": checks.iter().map(|check| rule(check, catalogue)).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": findings.iter().map(|finding| result(finding, &checks, catalogue)).collect::<Vec<_>>(),
        }],
    });
    serde_json::to_writer_pretty(&mut *out, &log)?;
    out.write_all(b"\n")
}

fn rule(check: &Check, catalogue: &Catalogue) -> Value {
    let manual = manual::of(check, catalogue.language());
    json!({
        "id": check.code,
        "name": check.name,
        "shortDescription": { "text": manual.title },
        "fullDescription": { "text": manual.paragraphs.first().map(|text| text.replace("**", "")) },
        "help": { "text": manual.paragraphs.join("\n\n").replace("**", ""), "markdown": manual.paragraphs.join("\n\n") },
        "defaultConfiguration": { "level": level(check.severity) },
    })
}

fn result(finding: &Finding, checks: &[&Check], catalogue: &Catalogue) -> Value {
    let document = finding.document.as_deref().unwrap_or_default();
    let mut text = behind_ground(&finding.at, &finding.message, catalogue);
    for hint in &finding.hints {
        text.push('\n');
        text.push_str(hint);
    }
    let related: Vec<Value> = finding
        .related
        .iter()
        .enumerate()
        .map(|(at, other)| {
            let region = json!({ "startLine": other.line });
            let mut place = location(&other.document, &other.at, &region);
            place["id"] = json!(at);
            place["message"] = json!({ "text": behind_ground(&other.at, &other.label, catalogue) });
            place
        })
        .collect();
    let place = location(document, &finding.at, &region(finding));
    let mut result = json!({
        "ruleId": finding.code,
        "level": level(finding.severity),
        "message": { "text": text },
        "locations": [place],
        "relatedLocations": related,
        "partialFingerprints": { "ambito/1": finding.fingerprint },
    });
    if let Some(index) = checks.iter().position(|check| check.code == finding.code) {
        result["ruleIndex"] = json!(index);
    }
    if let Some(Acceptance { reason, by, on }) = &finding.accepted {
        let justification = format!("{reason} ({by}, {on})");
        result["suppressions"] = json!([{ "kind": "external", "status": "accepted", "justification": justification }]);
    }
    result
}

/// A sentence behind what its lines are counted in: `foglio Spese: …`, `pag. 12: …`,
/// `tabella 2, cella B5: …`.
fn behind_ground(at: &Where, text: &str, catalogue: &Catalogue) -> String {
    let ground = match at {
        Where::Sheet(sheet) => catalogue.text("page-sheet", &[("sheet", sheet.into())]),
        Where::Page { page, .. } => {
            let page = page.to_string();
            catalogue.text("place-page", &[("page", (&page).into())])
        }
        Where::Paragraphs { cell: Some(cell) } => place::in_table(*cell, catalogue),
        Where::File | Where::Paragraphs { cell: None } => return text.to_owned(),
    };
    format!("{ground}: {text}")
}

/// A place, with what no region knows: sheet, page and box, cell.
fn location(document: &str, at: &Where, region: &Value) -> Value {
    let mut place = json!({ "physicalLocation": { "artifactLocation": { "uri": uri(document) }, "region": region } });
    let (name, full, kind) = match at {
        Where::File | Where::Paragraphs { cell: None } => return place,
        Where::Sheet(sheet) => (sheet.clone(), format!("{sheet}!{}", region["startLine"]), "sheet"),
        Where::Page { page, .. } => (page.to_string(), format!("p{page}:{}", region["startLine"]), "page"),
        Where::Paragraphs { cell: Some(cell) } => (cell.in_table(), cell.address(), "cell"),
    };
    place["logicalLocations"] = json!([{ "name": name, "fullyQualifiedName": full, "kind": kind }]);
    if let Where::Page { page, .. } = at {
        place["properties"] = json!({ "page": page, "box": at.area().map(Points) });
    }
    place
}

fn region(finding: &Finding) -> Value {
    match finding.span {
        Some(Span { line, column, end_line, end_column }) => {
            let snippet = finding.quote.as_deref().unwrap_or_default();
            json!({
                "startLine": line,
                "startColumn": column,
                "endLine": end_line,
                "endColumn": end_column.max(column),
                "snippet": { "text": snippet },
            })
        }
        None => json!({ "startLine": 1 }),
    }
}

const fn level(severity: Severity) -> &'static str {
    severity.word()
}

/// A path as a relative reference: slashes forward, everything that a URI does not take as it is in `%` and two digits.
fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => out.push(char::from(byte)),
            b'\\' => out.push('/'),
            other => out.push_str(&format!("%{other:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{result, uri};
    use ambito_base::Area;
    use ambito_findings::{Finding, Related, Severity, TableCell, Where};
    use ambito_i18n::{Catalogue, Language};

    #[test]
    fn places_in_a_workbook_name_their_sheets() {
        let mut finding = Finding::new("SUM004", Severity::Error, "il totale non torna".to_owned());
        finding = finding.in_document("piano.xlsx").on_line(7, "totale\t12,00");
        finding.at = Where::Sheet("Spese".to_owned());
        let document = "piano.xlsx".to_owned();
        finding.related.push(Related {
            document,
            at: Where::Sheet("Fondi".to_owned()),
            line: 3,
            label: "parte".to_owned(),
        });
        let result = result(&finding, &[], &Catalogue::new(Language::Italian));
        assert_eq!(result["locations"][0]["logicalLocations"][0]["fullyQualifiedName"], "Spese!7");
        assert_eq!(result["relatedLocations"][0]["logicalLocations"][0]["fullyQualifiedName"], "Fondi!3");
        assert_eq!(result["message"]["text"], "foglio Spese: il totale non torna");
    }

    #[test]
    fn places_in_a_pdf_name_their_pages() {
        let mut finding = Finding::new("SUM004", Severity::Error, "il totale non torna".to_owned());
        finding = finding.in_document("piano.pdf").on_line(7, "totale\t12,00");
        let area = Area { left: 30_000, top: 41_250, right: 36_000, bottom: 42_600 };
        finding.at = Where::Page { page: 12, area };
        let related = |at| Related { document: "piano.docx".to_owned(), at, line: 3, label: "parte".to_owned() };
        finding.related = vec![
            related(Where::Page { page: 13, area: Area::default() }),
            related(Where::Paragraphs { cell: Some(TableCell { table: 2, row: 5, column: Some(1) }) }),
            related(Where::Paragraphs { cell: None }),
        ];
        let result = result(&finding, &[], &Catalogue::new(Language::Italian));
        let place = &result["locations"][0];
        assert_eq!(place["logicalLocations"][0]["fullyQualifiedName"], "p12:7");
        assert_eq!(place["properties"], serde_json::json!({ "page": 12, "box": [300, 412.5, 360, 426] }));
        assert_eq!(result["message"]["text"], "pag. 12: il totale non torna");
        let others = &result["relatedLocations"];
        assert_eq!(others[0]["properties"]["box"], serde_json::Value::Null);
        assert_eq!(others[1]["logicalLocations"][0]["kind"], "cell");
        assert_eq!(others[1]["message"]["text"], "tabella 2, cella B5: parte");
        assert_eq!(others[2].get("logicalLocations"), None);
    }

    #[test]
    fn paths_become_references() {
        assert_eq!(uri("piani/Piano di zona è.txt"), "piani/Piano%20di%20zona%20%C3%A8.txt");
        assert_eq!(uri(r"piani\peg.txt"), "piani/peg.txt");
    }
}
