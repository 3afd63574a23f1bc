// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is shown when a use case refuses: a page with what happened and what to do next, and nothing of what was asked for.

use super::Context;
use crate::pages::api;
use crate::pages::problem::Problem;
use crate::render::{Label, RenderError};
use ambito_app::Error;
use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::json;
use std::sync::Arc;

/// What a handler gives.
pub type Answer = Result<Response, Failure>;

/// Why there is no page; the gate shows it in the language of who asked.
#[derive(Clone, Debug)]
pub struct Failure(Arc<Reason>);

#[derive(Debug)]
enum Reason {
    Refused(Error),
    Template(RenderError),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self(Arc::new(Reason::Refused(error)))
    }
}

impl From<RenderError> for Failure {
    fn from(error: RenderError) -> Self {
        Self(Arc::new(Reason::Template(error)))
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl Failure {
    /// Whether a right was missing.
    #[must_use]
    pub fn is_denial(&self) -> bool {
        self.status() == StatusCode::FORBIDDEN
    }

    fn status(&self) -> StatusCode {
        match &*self.0 {
            Reason::Template(_) => StatusCode::INTERNAL_SERVER_ERROR,
            Reason::Refused(error) => match error {
                Error::SignInFirst => StatusCode::UNAUTHORIZED,
                Error::Denied(_) => StatusCode::FORBIDDEN,
                Error::Absent(_) => StatusCode::NOT_FOUND,
                Error::Stale => StatusCode::CONFLICT,
                Error::Invalid(_) | Error::WrongCredentials => StatusCode::UNPROCESSABLE_ENTITY,
                Error::Locked(_) => StatusCode::TOO_MANY_REQUESTS,
                _ => StatusCode::INTERNAL_SERVER_ERROR,
            },
        }
    }

    /// What the machine's log is told; nothing of it is shown.
    pub(super) fn logged(&self) -> Option<String> {
        let text = match &*self.0 {
            Reason::Template(error) => format!("{error}: {}", error.source),
            Reason::Refused(error) if self.status() == StatusCode::INTERNAL_SERVER_ERROR => error.to_string(),
            Reason::Refused(_) => return None,
        };
        Some(text)
    }

    /// The page that says so.
    pub(super) fn page(&self, context: &Context) -> Response {
        let status = self.status();
        if context.path.starts_with(api::ROOT) {
            let reason = status.canonical_reason().unwrap_or_default();
            return (status, Json(json!({ "schema": "ambito.error/1", "error": reason }))).into_response();
        }
        let (title, text) = match status {
            StatusCode::FORBIDDEN => ("problem-denied", "problem-denied-text"),
            StatusCode::NOT_FOUND => ("problem-absent", "problem-absent-text"),
            StatusCode::UNAUTHORIZED => ("problem-sign-in", "problem-sign-in-text"),
            StatusCode::CONFLICT => ("problem-stale", "problem-stale-text"),
            StatusCode::TOO_MANY_REQUESTS => ("problem-wait", "problem-wait-text"),
            StatusCode::UNPROCESSABLE_ENTITY => ("problem-invalid", "problem-invalid-text"),
            _ => ("problem-ours", "problem-ours-text"),
        };
        problem(context, status, title, text)
    }
}

/// A page that says what went wrong.
pub(super) fn problem(context: &Context, status: StatusCode, title: &'static str, text: &'static str) -> Response {
    let page = context.page(Label::key(title));
    // A template that cannot be rendered leaves the bare status: there is nothing else to show it with.
    context.html(status, &page, &Problem::new(text)).unwrap_or_else(|_| status.into_response())
}

/// A page that says which field holds a sign that cannot be kept, with what was typed there.
pub(super) fn unkept(context: &Context, field: &str, typed: String) -> Response {
    let page = context.page(Label::key("problem-sign"));
    let status = StatusCode::BAD_REQUEST;
    context.html(status, &page, &Problem::unkept(field, typed)).unwrap_or_else(|_| status.into_response())
}

/// There is no such address.
pub(super) async fn nowhere() -> Failure {
    Error::Absent("page").into()
}
