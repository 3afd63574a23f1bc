// SPDX-License-Identifier: AGPL-3.0-or-later
//! The findings in the five real documents, reviewed one by one and kept as codes, places and figures: none of the
//! documents' text. `AMBITO_REVIEW=1` writes the lists anew, to be read before they are committed.

use super::support::{REAL, findings, line_of, real, tests_folder};
use ambito_findings::Finding;
use std::fmt::Write as _;

/// How many related lines are kept of one finding.
const RELATED_MAX: usize = 12;

/// A finding without words: code, severity, line, columns, figures, related lines.
fn told(finding: &Finding) -> String {
    let span = finding.span.unwrap();
    let mut related: Vec<usize> = finding.related.iter().map(|other| other.line).collect();
    related.sort_unstable();
    related.dedup();
    let more = related.len().saturating_sub(RELATED_MAX);
    let shown: Vec<String> = related.iter().take(RELATED_MAX).map(usize::to_string).collect();
    let mut out = format!("{}\t{}\t{}", finding.code, finding.severity.word(), span.line);
    let figure = |text: &Option<String>| text.clone().filter(|text| is_figure(text)).unwrap_or_else(|| "-".to_owned());
    write!(out, "\t{}\t{}\t{}", figure(&finding.found), figure(&finding.expected), shown.join(" ")).unwrap();
    if more > 0 {
        write!(out, " +{more}").unwrap();
    }
    out
}

/// Figures and dates may be kept, words may not.
fn is_figure(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'%'))
}

#[test]
fn the_findings_are_the_reviewed_ones() {
    for (number, name) in REAL {
        let Some(text) = real(number) else { continue };
        let found = findings(name, &text);
        let list: String = found.iter().map(|finding| told(finding) + "\n").collect();
        let path = tests_folder().join("findings").join(format!("{number}.tsv"));
        if std::env::var_os("AMBITO_REVIEW").is_some() {
            std::fs::write(&path, &list).unwrap();
        }
        let reviewed = std::fs::read_to_string(&path).unwrap_or_default();
        let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
        let (found, reviewed) = (lines(&list), lines(&reviewed));
        let new: Vec<&String> = found.iter().filter(|line| !reviewed.contains(line)).collect();
        let gone: Vec<&String> = reviewed.iter().filter(|line| !found.contains(line)).collect();
        assert!(new.is_empty() && gone.is_empty(), "{number}: new {new:#?}, gone {gone:#?}");
    }
}

#[test]
fn every_place_is_in_the_document() {
    for (number, name) in REAL {
        let Some(text) = real(number) else { continue };
        let lines: Vec<&str> = text.split('\n').collect();
        for finding in findings(name, &text) {
            let quoted = lines[line_of(&finding) - 1];
            assert_eq!(finding.quote.as_deref(), Some(quoted.trim_end()), "{number}: {}", finding.code);
            let width = quoted.chars().count() + 1;
            let span = finding.span.unwrap();
            assert!(
                span.column >= 1 && span.column <= span.end_column && span.end_column <= width.max(2),
                "{finding:?}"
            );
            assert!(finding.related.iter().all(|other| other.line >= 1 && other.line <= lines.len()), "{finding:?}");
            assert!(!finding.message.contains(['{', '}']) && !finding.hints.is_empty(), "{finding:?}");
        }
    }
}
