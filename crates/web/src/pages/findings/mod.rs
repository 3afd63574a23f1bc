// SPDX-License-Identifier: AGPL-3.0-or-later
//! The findings of all documents under review: one list, and figures by body, by document, by check, over time.
//!
//! Invariants: every finding leads to its place; what is counted leads to the list it was counted from.

pub mod figures;
pub mod list;

use crate::list::Address;
use crate::render::Label;
use crate::server::{Needs, Route};
use ambito_app::findings::{FindingFilter, FindingState, ListedFinding};
use ambito_domain::office::Right;
use ambito_i18n::Language;

/// The routes.
pub fn routes() -> Vec<Route> {
    let needs = Needs::Right(Right::FilePlans);
    vec![Route::get("/findings", needs, list::show), Route::get("/findings/figures", needs, figures::show)]
}

/// What an address asks for; what it names and is not there leaves all.
fn filter_of(address: &Address) -> FindingFilter {
    let severity = match address.value("severity") {
        "error" => Some(2),
        "warning" => Some(1),
        "note" => Some(0),
        _ => None,
    };
    let code = address.value("check");
    FindingFilter {
        body: address.value("body").parse().ok(),
        document: address.value("document").parse().ok(),
        plan: address.value("plan").parse().ok(),
        upload: address.value("upload").parse().ok(),
        code: (!code.is_empty()).then(|| code.to_owned()),
        severity,
        state: FindingState::from_word(address.value("state")),
        words: address.value("words").to_owned(),
    }
}

/// The stable word of how bad a finding is.
pub(crate) const fn severity_word(severity: u32) -> &'static str {
    match severity {
        2 => "error",
        1 => "warning",
        _ => "note",
    }
}

/// The kind of the mark that says how bad something is.
const fn severity_mark(severity: u32) -> &'static str {
    match severity {
        2 => "late",
        1 => "warning",
        _ => "ordinary",
    }
}

/// What became of a finding.
fn state(state: FindingState) -> Label {
    Label::key(match state {
        FindingState::Open => "finding-state-open",
        FindingState::Given => "finding-state-given",
        FindingState::Returned => "finding-state-returned",
        FindingState::Accepted => "finding-state-accepted",
    })
}

/// What is wrong, in the language of who looks.
fn message(finding: &ListedFinding, language: Language) -> &str {
    match language {
        Language::Italian => &finding.message_it,
        Language::English => &finding.message_en,
    }
}

/// The address of a finding in the review of its document.
fn place_href(finding: &ListedFinding) -> String {
    let (document, fingerprint) = (finding.key.document, &finding.fingerprint);
    match finding.line {
        Some(line) => format!("/reviews/{document}?line={line}#f-{fingerprint}"),
        None => format!("/reviews/{document}#f-{fingerprint}"),
    }
}
