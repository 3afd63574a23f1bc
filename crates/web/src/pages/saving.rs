// SPDX-License-Identifier: AGPL-3.0-or-later
//! What every form does when it cannot be carried out: come back as it was filled in, with what is wrong.

use crate::form::Form;
use crate::render::Label;
use crate::server::{Failure, Posted};
use ambito_app::Error;

/// A form as it was filled in, with what a use case found wrong. What is no fault of the form goes on as a failure.
///
/// # Errors
/// What is no fault of the form.
pub fn again(form: Form, posted: &Posted, error: Error) -> Result<Form, Failure> {
    let form = form.typed(posted.typed());
    match error {
        Error::Invalid(faults) => {
            Ok(faults.into_iter().fold(form, |form, fault| form.wrong(fault.field, Label::key(fault.key))))
        }
        Error::WrongCredentials => Ok(form.refused(Label::key("login-wrong"))),
        Error::Locked(until) => Ok(form.refused(Label::key("login-locked").with("time", hour(until)))),
        error => Err(error.into()),
    }
}

/// A form as it was filled in, where somebody else saved in between: `theirs` holds what is saved now.
#[must_use]
pub fn conflict(form: Form, posted: &Posted, theirs: &Form, version: i64, by: &str) -> Form {
    let mut form = form.typed(posted.typed()).on_version(version);
    for field in &theirs.fields {
        form = form.meanwhile(field.name, field.value.clone(), by);
    }
    let differs = form.fields.iter().any(|field| field.theirs.is_some());
    if differs { form } else { form.refused(Label::key("saving-same").with("name", by)) }
}

/// The hour of a moment, by the clocks of Italy.
fn hour(moment: ambito_base::Timestamp) -> String {
    let time = ambito_base::italian_time(moment);
    format!("{:02}:{:02}:{:02}", time.hour(), time.minute(), time.second())
}
