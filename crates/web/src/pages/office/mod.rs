// SPDX-License-Identifier: AGPL-3.0-or-later
//! The office: bodies, positions, people, settings.

pub mod bodies;
pub mod people;
pub mod positions;
pub mod settings;
pub mod tenures;

use crate::form::Form;
use crate::render::{Content, Label};
use ambito_base::Date;
use ambito_domain::office::BodyKind;
use serde::Serialize;

/// A page with one form about something of the office.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Editing {
    pub(crate) form: Form,
}

impl Content for Editing {
    const TEMPLATE: &'static str = "office/editing.html";

    fn samples() -> Vec<Self> {
        vec![Self { form: Form::new("/bodies/new", "token", Label::key("web-form-save")) }]
    }
}

/// The key of a kind's name.
pub(crate) const fn kind_key(kind: BodyKind) -> &'static str {
    match kind {
        BodyKind::Region => "body-kind-region",
        BodyKind::HealthAgency => "body-kind-health-agency",
        BodyKind::HealthCompany => "body-kind-health-company",
        BodyKind::Ambit => "body-kind-ambit",
        BodyKind::Municipality => "body-kind-municipality",
        BodyKind::Office => "body-kind-office",
        BodyKind::ThirdSector => "body-kind-third-sector",
        BodyKind::SpecialCompany => "body-kind-special-company",
    }
}

/// The hidden field of a form that adds something: the identifier it will have, so that sent twice it adds one.
pub(crate) const ONCE: &str = "once";

/// A day as a date field holds it.
pub(crate) fn day(date: Option<Date>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}
