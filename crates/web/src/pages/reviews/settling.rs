// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is decided with one button on the page of a review: where a line belongs, what is set aside, what is lived with.
//!
//! Invariant: every answer leads back to the place it was asked from, and says what was done.

use super::address::{document_of, finding_anchor, record_anchor, review, unread_anchor};
use super::finding;
use crate::list::Address;
use crate::pages::office::Editing;
use crate::pages::saving::again;
use crate::render::Label;
use crate::server::{Answer, Context, Posted};
use ambito_app::Error;
use ambito_domain::office::DocumentId;
use ambito_domain::planning::LineNo;
use ambito_domain::review::{Act, RecordKey};
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};

/// Back to a line of the review, at a card.
fn back(document: DocumentId, line: LineNo, anchor: &str, done: &str) -> Response {
    Redirect::to(&format!("{}?line={line}&done={done}#{anchor}", review(document))).into_response()
}

/// Back to a list beside the review, as it was shown; nothing where it was not asked from one.
fn back_to_list(document: DocumentId, list: &str, done: &str) -> Option<Response> {
    let name = list.split('?').next().filter(|name| ["unread", "corrections"].contains(name))?;
    let address = Address::parse(&format!("{}/{list}", review(document)));
    Some(Redirect::to(&format!("{}#{name}-list", address.filtered("done", done))).into_response())
}

fn line_of(posted: &Posted) -> Result<LineNo, Error> {
    posted.get("line").parse().map_err(|_| Error::Absent("line"))
}

fn record_of(text: &str) -> Result<RecordKey, Error> {
    text.parse().map_err(|()| Error::Absent("record"))
}

/// A record hangs from another node.
pub(crate) async fn hang(context: Context, Path(id): Path<String>, posted: Posted) -> Answer {
    let document = document_of(&id)?;
    let record = record_of(posted.get("record"))?;
    let (old, new) = (posted.text("old"), posted.text("node"));
    if !new.is_empty() {
        record_of(&new)?;
    }
    let act = Act::Set { record, field: "node".to_owned(), old: old.clone(), new };
    context.server.app.correct(&context.viewer, document, posted.version(), act, Some(&old)).await?;
    Ok(back(document, record.line, &record_anchor(record), "corrected"))
}

/// A line belongs to a node.
pub(crate) async fn assign(context: Context, Path(id): Path<String>, posted: Posted) -> Answer {
    let document = document_of(&id)?;
    let (line, node) = (line_of(&posted)?, record_of(posted.get("node"))?);
    settle(&context, document, &posted, Act::Assign { line, node }, "assigned").await
}

/// A line has nothing to say.
pub(crate) async fn set_aside(context: Context, Path(id): Path<String>, posted: Posted) -> Answer {
    let document = document_of(&id)?;
    let line = line_of(&posted)?;
    let act = Act::SetAside { line, reason: posted.get("reason").trim().to_owned() };
    settle(&context, document, &posted, act, "set-aside").await
}

/// Settles a line that was not read; where somebody did already, that is said and nothing changes.
async fn settle(context: &Context, document: DocumentId, posted: &Posted, act: Act, done: &str) -> Answer {
    let line = act.line();
    let done = match context.server.app.correct(&context.viewer, document, posted.version(), act, None).await {
        Ok(_) => done,
        Err(Error::Invalid(faults)) => match faults.first().map(|fault| fault.key) {
            Some("line-aside-already") => "set-aside-already",
            Some("line-assigned-already") => "assigned-already",
            _ => return Err(Error::Invalid(faults).into()),
        },
        Err(error) => return Err(error.into()),
    };
    let listed = back_to_list(document, posted.get("list"), done);
    Ok(listed.unwrap_or_else(|| back(document, line, &unread_anchor(line), done)))
}

/// Takes a correction back.
pub(crate) async fn withdraw(
    context: Context,
    Path((id, correction)): Path<(String, String)>,
    posted: Posted,
) -> Answer {
    let document = document_of(&id)?;
    let correction = correction.parse().map_err(|()| Error::Absent("correction"))?;
    context.server.app.withdraw_correction(&context.viewer, document, correction).await?;
    if let Some(listed) = back_to_list(document, posted.get("list"), "withdrawn") {
        return Ok(listed);
    }
    Ok(match line_of(&posted) {
        Ok(line) => back(document, line, posted.get("anchor"), "withdrawn"),
        Err(_) => context.go(&review(document), "withdrawn"),
    })
}

/// Somebody lives with a finding.
pub(crate) async fn accept(context: Context, Path(id): Path<String>, posted: Posted) -> Answer {
    let document = document_of(&id)?;
    let fingerprint = posted.get("finding");
    let form = finding::form(&context, document, fingerprint, line_of(&posted).unwrap_or_default());
    let form = form.or_back_to(review(document));
    let page = context.page(Label::key("review-accept")).under("/reviews", Label::key("reviews-title"));
    if posted.is_resumed() {
        return context.show(&page, &Editing { form: form.typed(posted.typed()) });
    }
    match context.server.app.accept_finding(&context.viewer, document, fingerprint, posted.get("reason").trim()).await {
        Ok(_) => {
            let line = line_of(&posted).unwrap_or(1);
            Ok(back(document, line, &finding_anchor(fingerprint), "accepted"))
        }
        Err(error) => context.show_again(&page, &Editing { form: again(form, &posted, error)? }),
    }
}

/// Somebody does not live with it any more.
pub(crate) async fn reopen(context: Context, Path((id, acceptance)): Path<(String, String)>, posted: Posted) -> Answer {
    let document = document_of(&id)?;
    let acceptance = acceptance.parse().map_err(|()| Error::Absent("acceptance"))?;
    context.server.app.withdraw_acceptance(&context.viewer, document, acceptance).await?;
    Ok(back(document, line_of(&posted).unwrap_or(1), posted.get("anchor"), "withdrawn"))
}

/// The document is read again.
pub(crate) async fn reread(context: Context, Path(id): Path<String>) -> Answer {
    let document = document_of(&id)?;
    context.server.app.reread(&context.viewer, document).await?;
    Ok(context.go(&review(document), "reread"))
}
