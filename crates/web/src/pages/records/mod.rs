// SPDX-License-Identifier: AGPL-3.0-or-later
//! The records: what was done and seen, how long things are kept, what is held on a person, the register of processing.

pub mod audit;
pub mod file;
pub mod holds;
pub mod register;
pub mod retention;
pub mod runs;
pub mod subjects;

use crate::form::{Form, Kind as FieldKind};
use crate::render::{Content, Label};
use ambito_app::retention::RetainedKind;
use serde::Serialize;

/// A page with one form, and what it is for.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Asking {
    what: Label,
    form: Form,
}

impl Content for Asking {
    const TEMPLATE: &'static str = "records/asking.html";

    fn samples() -> Vec<Self> {
        let field = crate::form::Field::new("reason", Label::key("hold-reason"), FieldKind::Textarea);
        let form = Form::new("/retention/holds/new", "token", Label::key("web-form-save")).field(field);
        vec![Self { what: Label::key("holds-what"), form }]
    }
}

/// The key of a kind's name.
pub(crate) const fn kind_key(kind: RetainedKind) -> &'static str {
    match kind {
        RetainedKind::Sessions => "retained-sessions",
        RetainedKind::Links => "retained-links",
        RetainedKind::Tokens => "retained-tokens",
        RetainedKind::People => "retained-people",
        RetainedKind::Documents => "retained-documents",
        RetainedKind::Holds => "retained-holds",
        RetainedKind::Audit => "retained-audit",
    }
}

/// The key of since when a kind's time runs.
pub(crate) const fn since_key(kind: RetainedKind) -> &'static str {
    match kind {
        RetainedKind::Sessions => "retained-sessions-since",
        RetainedKind::Links => "retained-links-since",
        RetainedKind::Tokens => "retained-tokens-since",
        RetainedKind::People => "retained-people-since",
        RetainedKind::Documents => "retained-documents-since",
        RetainedKind::Holds => "retained-holds-since",
        RetainedKind::Audit => "retained-audit-since",
    }
}

/// The key of why a kind is kept as long as the program says.
pub(crate) const fn basis_key(kind: RetainedKind) -> &'static str {
    match kind {
        RetainedKind::Sessions => "retained-sessions-basis",
        RetainedKind::Links => "retained-links-basis",
        RetainedKind::Tokens => "retained-tokens-basis",
        RetainedKind::People => "retained-people-basis",
        RetainedKind::Documents => "retained-documents-basis",
        RetainedKind::Holds => "retained-holds-basis",
        RetainedKind::Audit => "retained-audit-basis",
    }
}
