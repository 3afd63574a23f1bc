// SPDX-License-Identifier: AGPL-3.0-or-later
//! What every form does when it cannot be carried out: come back as it was filled in, with what is wrong, or with what
//! somebody else saved in between.

use crate::form::Form;
use crate::render::Label;
use crate::server::{Context, Failure, Posted};
use ambito_app::Error;
use ambito_base::Uuid;

/// What is saved now, while somebody was filling in a form about it.
pub struct Current {
    /// The form as it would be shown now.
    pub form: Form,
    /// The version that is saved.
    pub version: i64,
    /// What it is.
    pub object: Uuid,
}

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

/// The same for a form about something that has versions: where somebody else saved in between, both values are shown.
///
/// # Errors
/// What is no fault of the form.
pub async fn refill(
    context: &Context,
    form: Form,
    posted: &Posted,
    error: Error,
    current: impl AsyncFnOnce() -> Result<Current, Failure>,
) -> Result<Form, Failure> {
    if !matches!(error, Error::Stale) {
        return again(form.on_version(posted.version()), posted, error);
    }
    let Current { form: theirs, version, object } = current().await?;
    let by = context.server.app.last_saved_by(&context.viewer, object).await?;
    let mut form = form.typed(posted.typed()).on_version(version);
    for field in theirs.fields {
        form = form.meanwhile(&field.name, field.value, by.clone());
    }
    let differs = form.fields.iter().any(|field| field.theirs.is_some() || field.news_of.is_some());
    Ok(if differs { form } else { form.refused(Label::key("saving-same").with("name", by)) })
}

/// The hour of a moment, by the clocks of Italy.
fn hour(moment: ambito_base::Timestamp) -> String {
    let time = ambito_base::italian_time(moment);
    format!("{:02}:{:02}:{:02}", time.hour(), time.minute(), time.second())
}
