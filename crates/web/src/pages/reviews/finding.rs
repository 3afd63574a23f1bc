// SPDX-License-Identifier: AGPL-3.0-or-later
//! A finding as a card: what is wrong, the line with its marks, what follows, and what can be done.

use super::address::{finding_anchor, review};
use super::cards::{At, at};
use super::words;
use crate::form::{Field, Form, Kind};
use crate::render::Label;
use crate::server::Context;
use ambito_app::reviews::{ReviewPage, ShownFinding, ShownMark};
use ambito_domain::office::DocumentId;
use ambito_domain::planning::LineNo;
use ambito_domain::review::ErrandState;
use serde::Serialize;

/// A finding.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Card {
    pub(crate) anchor: String,
    pub(crate) line: LineNo,
    /// `error`, `warning`, `note`.
    pub(crate) severity: &'static str,
    pub(crate) severity_label: Label,
    pub(crate) code: String,
    pub(crate) message: String,
    pub(crate) at: Option<At>,
    pub(crate) quote: Vec<Stretch>,
    pub(crate) related: Vec<(At, String)>,
    pub(crate) hints: Vec<String>,
    pub(crate) accepted: Option<Accepted>,
    pub(crate) errand: Option<Errand>,
    /// The form that accepts it; absent where nothing may be decided.
    pub(crate) form: Option<Form>,
    /// The way to hand it to a person.
    pub(crate) hand_href: String,
}

/// A stretch of the quoted line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Stretch {
    pub(crate) text: String,
    /// What is to be said of it, where it is marked.
    pub(crate) mark: Option<String>,
}

/// Who lives with it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Accepted {
    pub(crate) id: String,
    pub(crate) by: String,
    pub(crate) at: i64,
    pub(crate) reason: String,
}

/// Whom it was handed to.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Errand {
    pub(crate) href: String,
    pub(crate) to: String,
    pub(crate) due: String,
    pub(crate) state: Label,
}

/// The card of a finding.
pub(crate) fn card(context: &Context, page: &ReviewPage, found: &ShownFinding, may_edit: bool) -> Card {
    let document = page.document.id;
    let open = may_edit && found.accepted.is_none();
    let finding = found.fingerprint.as_str();
    let hand = super::address::query(&[("document", &document.to_string()), ("finding", finding)]);
    Card {
        anchor: finding_anchor(finding),
        line: found.line.unwrap_or(1),
        severity: found.severity.word(),
        severity_label: words::severity(found.severity),
        code: found.code.clone(),
        message: found.message.clone(),
        at: found.line.map(|line| at(page, line)),
        quote: found.quote.as_deref().map(|quote| stretches(quote, &found.marks)).unwrap_or_default(),
        related: found.related.iter().map(|one| (at(page, one.line), one.label.clone())).collect(),
        hints: found.hints.clone(),
        accepted: found.accepted.as_ref().map(|one| Accepted {
            id: one.id.to_string(),
            by: one.by.clone(),
            at: one.accepted.as_microsecond(),
            reason: one.reason.clone(),
        }),
        errand: found.errand.as_ref().map(|one| Errand {
            href: format!("/errands/{}", one.id),
            to: one.to.clone(),
            due: one.due.to_string(),
            state: Label::key(match one.state {
                ErrandState::Given => "review-errand-given",
                ErrandState::Returned => "review-errand-returned",
                ErrandState::Closed => "review-errand-closed",
            }),
        }),
        form: open.then(|| form(context, document, finding, found.line.unwrap_or(1))),
        hand_href: if open && found.errand.is_none() { format!("/errands/new?{hand}") } else { String::new() },
    }
}

/// The form that accepts a finding.
pub(crate) fn form(context: &Context, document: DocumentId, fingerprint: &str, line: LineNo) -> Form {
    let reason = Field::new("reason", Label::key("review-accept-reason"), Kind::Textarea)
        .with_help(Label::key("review-accept-help"));
    Form::new(format!("{}/accept", review(document)), context.csrf(), Label::key("review-accept-do"))
        .field(Field::hidden("finding", fingerprint))
        .field(Field::hidden("line", line.to_string()))
        .field(reason)
        .then(Label::key("review-accept-then"))
}

/// A quoted line, cut at its marks. Columns are characters, from 1; marks that overlap count once.
fn stretches(quote: &str, marks: &[ShownMark]) -> Vec<Stretch> {
    let chars: Vec<char> = quote.chars().collect();
    let mut marks: Vec<&ShownMark> = marks.iter().collect();
    marks.sort_by_key(|mark| mark.column);
    let mut stretches = Vec::new();
    let mut from = 0;
    let text =
        |from: usize, to: usize| chars.get(from..to).map(|chars| chars.iter().collect::<String>()).unwrap_or_default();
    for mark in marks {
        let start = (mark.column as usize).saturating_sub(1).min(chars.len());
        let end = (mark.end_column as usize).saturating_sub(1).min(chars.len());
        if start < from {
            continue;
        }
        if start > from {
            stretches.push(Stretch { text: text(from, start), mark: None });
        }
        stretches.push(Stretch { text: text(start, end.max(start)), mark: Some(mark.label.clone()) });
        from = end.max(start);
    }
    if from < chars.len() {
        stretches.push(Stretch { text: text(from, chars.len()), mark: None });
    }
    stretches
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_is_cut_at_its_marks() {
        let mark = |column, end_column, label: &str| ShownMark { column, end_column, label: label.to_owned() };
        let check = |marks: &[ShownMark], expected: &[(&str, Option<&str>)]| {
            let found = stretches("FNPS à 400 30", marks);
            let found: Vec<_> = found.iter().map(|one| (one.text.as_str(), one.mark.as_deref())).collect();
            assert_eq!(found, expected);
        };
        check(&[], &[("FNPS à 400 30", None)]);
        check(
            &[mark(12, 14, "B"), mark(8, 11, "A")],
            &[("FNPS à ", None), ("400", Some("A")), (" ", None), ("30", Some("B"))],
        );
        check(&[mark(8, 14, "A"), mark(9, 10, "B")], &[("FNPS à ", None), ("400 30", Some("A"))]);
        check(&[mark(99, 120, "A")], &[("FNPS à 400 30", None), ("", Some("A"))]);
    }
}
