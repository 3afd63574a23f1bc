// SPDX-License-Identifier: AGPL-3.0-or-later
//! Handing a finding to a person; giving an errand again.

use super::{id_of, input, questions};
use crate::form::{Field, Form};
use crate::pages::checks::severity;
use crate::pages::findings::severity_word;
use crate::pages::saving::again;
use crate::render::{Content, Label};
use crate::server::{Answer, Context, Posted};
use ambito_app::Error;
use ambito_app::findings::{ErrandToGive, FindingToHand};
use ambito_domain::office::DocumentId;
use ambito_domain::review::ErrandId;
use ambito_i18n::Language;
use axum::extract::Path;
use axum::response::{IntoResponse as _, Redirect};
use serde::Serialize;

/// A form about a finding, with the finding above it.
#[derive(Serialize)]
pub(crate) struct Handing {
    code: String,
    severity: &'static str,
    severity_name: Label,
    message: String,
    document: String,
    body: String,
    place: String,
    line: Option<u32>,
    form: Form,
}

impl Content for Handing {
    const TEMPLATE: &'static str = "findings/handing.html";

    fn samples() -> Vec<Self> {
        let handing = |line| Self {
            code: "SUM001".to_owned(),
            severity: "error",
            severity_name: severity("error"),
            message: "La somma non torna".to_owned(),
            document: "piano.txt".to_owned(),
            body: "Ambito di Valdoro".to_owned(),
            place: "/reviews/1?line=8#f-ab".to_owned(),
            line,
            form: questions(Form::new("/errands/new", "token", Label::key("errand-give")), &[]),
        };
        vec![handing(Some(8)), handing(None)]
    }
}

/// Which finding an address or a form names.
fn named(document: &str, finding: &str) -> Result<(DocumentId, String), Error> {
    let document = document.parse().map_err(|()| Error::Absent("document"))?;
    if finding.is_empty() { Err(Error::Absent("finding")) } else { Ok((document, finding.to_owned())) }
}

fn review_href(document: DocumentId, line: Option<u32>, fingerprint: &str) -> String {
    match line {
        Some(line) => format!("/reviews/{document}?line={line}#f-{fingerprint}"),
        None => format!("/reviews/{document}#f-{fingerprint}"),
    }
}

fn message(it: &str, en: &str, language: Language) -> String {
    match language {
        Language::Italian => it.to_owned(),
        Language::English => en.to_owned(),
    }
}

fn handing(context: &Context, found: &FindingToHand, id: ErrandId, form: Form) -> Handing {
    let FindingToHand { document, body, finding, people, .. } = found;
    let place = review_href(document.id, finding.line, &finding.fingerprint);
    let form = form
        .field(Field::hidden("document", document.id.to_string()))
        .field(Field::hidden("finding", finding.fingerprint.clone()))
        .field(Field::hidden("id", id.to_string()));
    Handing {
        code: finding.code.clone(),
        severity: severity_word(finding.severity),
        severity_name: severity(severity_word(finding.severity)),
        message: message(&finding.message_it, &finding.message_en, context.language),
        document: document.name.clone(),
        body: body.clone(),
        form: questions(form, people).or_back_to(place.clone()),
        place,
        line: finding.line,
    }
}

fn new_form(context: &Context) -> Form {
    Form::new("/errands/new", context.csrf(), Label::key("errand-give"))
}

pub(super) async fn ask(context: Context) -> Answer {
    let (app, viewer) = (&context.server.app, &context.viewer);
    let (document, finding) = named(&context.query("document"), &context.query("finding"))?;
    let found = app.finding_to_hand(viewer, document, &finding).await?;
    if let Some(already) = found.already {
        return Ok(Redirect::to(&format!("/errands/{already}")).into_response());
    }
    let shown = handing(&context, &found, ErrandId(app.fresh_id()), new_form(&context));
    context.show(&page(&context), &shown)
}

fn page(context: &Context) -> crate::render::Page {
    context.page(Label::key("errand-new-title")).under("/findings", Label::key("findings-title"))
}

pub(super) async fn give(context: Context, posted: Posted) -> Answer {
    let (app, viewer) = (&context.server.app, &context.viewer);
    let (document, finding) = named(posted.get("document"), posted.get("finding"))?;
    let id = id_of(posted.get("id"))?;
    if !posted.is_resumed() {
        match app.give_errand(viewer, id, document, &finding, &input(&posted)).await {
            Ok(id) => return Ok(context.go(&format!("/errands/{id}"), "errand-given")),
            Err(Error::Invalid(faults)) => {
                let found = app.finding_to_hand(viewer, document, &finding).await?;
                let mut shown = handing(&context, &found, id, new_form(&context));
                shown.form = again(shown.form, &posted, Error::Invalid(faults))?;
                return context.show_again(&page(&context), &shown);
            }
            Err(error) => return Err(error.into()),
        }
    }
    let found = app.finding_to_hand(viewer, document, &finding).await?;
    let mut shown = handing(&context, &found, id, new_form(&context));
    shown.form = shown.form.typed(posted.typed());
    context.show(&page(&context), &shown)
}

/// An errand with the form that gives it again.
fn handing_again(context: &Context, errand: &ErrandToGive) -> Handing {
    let ErrandToGive { errand: one, document, body, finding, people } = errand;
    let action = format!("/errands/{}/again", one.id);
    let form = Form::new(action, context.csrf(), Label::key("errand-give-again"));
    let word = finding.as_ref().map_or("note", |finding| severity_word(finding.severity));
    let message = match (finding, context.language) {
        (Some(finding), Language::English) => finding.message_en.clone(),
        _ => one.said.clone(),
    };
    let line = (one.line > 0).then_some(one.line);
    Handing {
        code: one.code.clone(),
        severity: word,
        severity_name: severity(word),
        message,
        document: document.name.clone(),
        body: body.clone(),
        place: review_href(document.id, line, &one.fingerprint),
        line,
        form: questions(form, people).on_version(one.version).or_back_to(format!("/errands/{}", one.id)),
    }
}

pub(super) async fn ask_again(context: Context, Path(id): Path<String>) -> Answer {
    let errand = context.server.app.errand_to_give(&context.viewer, id_of(&id)?).await?;
    let mut shown = handing_again(&context, &errand);
    let one = &errand.errand;
    shown.form = shown.form.typed([("to", one.to.to_string()), ("request", one.request.clone())]);
    context.show(&page(&context), &shown)
}

pub(super) async fn give_again(context: Context, Path(id): Path<String>, posted: Posted) -> Answer {
    let (app, viewer, id) = (&context.server.app, &context.viewer, id_of(&id)?);
    if posted.is_resumed() {
        let errand = app.errand_to_give(viewer, id).await?;
        let mut shown = handing_again(&context, &errand);
        shown.form = shown.form.on_version(posted.version()).typed(posted.typed());
        return context.show(&page(&context), &shown);
    }
    let error = match app.give_again(viewer, id, posted.version(), &input(&posted)).await {
        Ok(()) => return Ok(context.go(&format!("/errands/{id}"), "errand-given")),
        Err(error) => error,
    };
    let errand = app.errand_to_give(viewer, id).await?;
    let mut shown = handing_again(&context, &errand);
    shown.form = match error {
        // Somebody answered or closed it in between: what was typed stays, and goes onto what there is now.
        Error::Stale => shown.form.typed(posted.typed()).on_version(errand.errand.version),
        error => again(shown.form.on_version(posted.version()), &posted, error)?,
    };
    if posted.version() != errand.errand.version {
        shown.form = shown.form.refused(Label::key("errand-changed"));
    }
    context.show_again(&page(&context), &shown)
}
