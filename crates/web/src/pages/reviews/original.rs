// SPDX-License-Identifier: AGPL-3.0-or-later
//! The file of a document as it came in, and the source of a filed plan.
//!
//! Invariant: a file that somebody brought never becomes a page of ours: only a PDF is shown in place, shut off from
//! everything by its own policy; everything else is a download, and no browser guesses what it is.

use super::address::document_of;
use super::cards::May;
use super::page::{content, typed_place, window};
use crate::headers::ShutOff;
use crate::render::Label;
use crate::server::{Answer, Context, disposition};
use ambito_app::Error;
use ambito_domain::office::PlanId;
use axum::body::Body;
use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;

/// Gives the file.
pub(crate) async fn file(context: Context, Path(id): Path<String>) -> Answer {
    let document = document_of(&id)?;
    let (document, bytes) = context.server.app.get_file(&context.viewer, document).await?;
    let (kind, how) = match document.format.as_str() {
        "pdf" => ("application/pdf", "inline"),
        "xlsx" => ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "attachment"),
        "docx" => ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "attachment"),
        "ods" => ("application/vnd.oasis.opendocument.spreadsheet", "attachment"),
        "odt" => ("application/vnd.oasis.opendocument.text", "attachment"),
        _ => ("application/octet-stream", "attachment"),
    };
    let mut response = Body::from(bytes).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    let named = HeaderValue::from_str(&disposition(how, &document.name));
    headers.insert(header::CONTENT_DISPOSITION, named.unwrap_or(HeaderValue::from_static("attachment")));
    response.extensions_mut().insert(ShutOff);
    Ok(response)
}

/// Shows the source of a filed plan: the page of a review, to be looked at only.
pub(crate) async fn source(context: Context, Path(id): Path<String>) -> Answer {
    let plan: PlanId = id.parse().map_err(|()| Error::Absent("plan"))?;
    let asked = context.query("version");
    let version = if asked.is_empty() { None } else { Some(asked.parse().map_err(|_| Error::Absent("plan"))?) };
    let numbered = version.map_or_else(String::new, |number: i64| format!("?version={number}"));
    if let Some(place) = typed_place(&context, &format!("/plans/{plan}/source{numbered}")) {
        return Ok(place);
    }
    let seen =
        context.server.app.get_source(&context.viewer, plan, version, window(&context), context.language).await?;
    let number = version.or(seen.filed.map(|(_, number)| number)).unwrap_or(1);
    let base = format!("/plans/{plan}/source?version={number}");
    let mut content = content(&context, &seen, base, May::default());
    content.version = number.to_string();
    content.is_source = true;
    let page = context.page(Label::key("source-title")).under("/plans", Label::key("plans-title"));
    let title = seen.reading.title.clone().unwrap_or_else(|| seen.document.name.clone());
    context.show(&page.under(format!("/plans/{plan}?version={number}"), Label::said(title)), &content)
}
