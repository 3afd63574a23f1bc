// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the checks said of a document, as it is kept: both languages beside each other.

use super::{ShownFinding, ShownMark, ShownRelated};
use crate::{Error, Result};
use ambito_checks::Selection;
use ambito_domain::planning::{LineNo, NodeId};
use ambito_exchange::Source;
use ambito_exchange::checks::{Worded, check_worded};
use ambito_findings::{Finding, Severity};
use ambito_i18n::{Catalogue, Language};
use ambito_store::reviews::StoredFinding;
use serde::{Deserialize, Serialize};

/// The code of a document that the checks could not look at.
const UNCHECKED: &str = "REV003";

/// A finding in both languages.
#[derive(Debug, Serialize, Deserialize)]
struct Said {
    it: Words,
    en: Words,
}

/// What is said of a finding in one language.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Words {
    quote: Option<String>,
    marks: Vec<(u32, u32, String)>,
    related: Vec<(LineNo, String)>,
    expected: Option<String>,
    found: Option<String>,
    hints: Vec<String>,
}

/// Checks a document; `nodes` tells which nodes of the reading begin on which lines, in the order of the lines.
pub(super) fn check(source: &Source, nodes: &[(LineNo, NodeId)]) -> Result<Vec<StoredFinding>> {
    let catalogues = [Catalogue::new(Language::Italian), Catalogue::new(Language::English)];
    let found = check_worded(source, &Selection::default(), &catalogues);
    found.iter().map(|worded| stored(worded, nodes)).collect()
}

fn stored(worded: &Worded, nodes: &[(LineNo, NodeId)]) -> Result<StoredFinding> {
    let Worded { line, related_lines, findings } = worded;
    let [it, en] = findings.as_slice() else { return Err(Error::Broken("a finding without words".to_owned())) };
    let said = Said { it: words(it, related_lines), en: words(en, related_lines) };
    let said = serde_json::to_string(&said).map_err(|error| Error::Broken(error.to_string()))?;
    let before = nodes.partition_point(|(begins, _)| begins <= line);
    Ok(StoredFinding {
        fingerprint: it.fingerprint.clone(),
        code: it.code.to_owned(),
        severity: rank(it.severity),
        line: Some(*line).filter(|line| *line > 0),
        end_line: Some(*line).filter(|line| *line > 0),
        node: before.checked_sub(1).and_then(|at| nodes.get(at)).map(|(_, node)| *node),
        message_it: it.message.clone(),
        message_en: en.message.clone(),
        said,
    })
}

fn words(finding: &Finding, related_lines: &[LineNo]) -> Words {
    let column = |column: usize| u32::try_from(column).unwrap_or(u32::MAX);
    let mut marks: Vec<(u32, u32, String)> =
        finding.marks.iter().map(|mark| (column(mark.column), column(mark.end_column), mark.label.clone())).collect();
    if let (true, Some(span)) = (marks.is_empty(), finding.span) {
        marks.push((column(span.column), column(span.end_column), String::new()));
    }
    Words {
        quote: finding.quote.clone(),
        marks,
        related: related_lines.iter().copied().zip(finding.related.iter().map(|one| one.label.clone())).collect(),
        expected: finding.expected.clone(),
        found: finding.found.clone(),
        hints: finding.hints.clone(),
    }
}

const fn rank(severity: Severity) -> u32 {
    match severity {
        Severity::Error => 2,
        Severity::Warning => 1,
        Severity::Note => 0,
    }
}

/// What is told of a document that the checks broke off at.
pub(super) fn broken_off() -> StoredFinding {
    let [message_it, message_en] =
        Language::ALL.map(|language| Catalogue::new(language).text("review-fault-checks", &[]));
    StoredFinding {
        fingerprint: UNCHECKED.to_owned(),
        code: UNCHECKED.to_owned(),
        severity: rank(Severity::Error),
        line: None,
        end_line: None,
        node: None,
        message_it,
        message_en,
        said: r#"{"it":{},"en":{}}"#.to_owned(),
    }
}

/// A finding as a page shows it, without what became of it.
pub(crate) fn shown(stored: StoredFinding, language: Language) -> Result<ShownFinding> {
    let StoredFinding { fingerprint, code, severity, line, end_line, node: _, message_it, message_en, said } = stored;
    let said: Said = serde_json::from_str(&said).map_err(|error| Error::Broken(error.to_string()))?;
    let (message, words) = match language {
        Language::Italian => (message_it, said.it),
        Language::English => (message_en, said.en),
    };
    let Words { quote, marks, related, expected, found, hints } = words;
    let severity = match severity {
        2 => Severity::Error,
        1 => Severity::Warning,
        _ => Severity::Note,
    };
    let marks = marks.into_iter().map(|(column, end_column, label)| ShownMark { column, end_column, label }).collect();
    let related = related.into_iter().map(|(line, label)| ShownRelated { line, label }).collect();
    Ok(ShownFinding {
        fingerprint,
        code,
        severity,
        line,
        end_line,
        message,
        quote,
        marks,
        related,
        expected,
        found,
        hints,
        accepted: None,
        errand: None,
    })
}
