// SPDX-License-Identifier: AGPL-3.0-or-later
//! An errand: what was found, the lines around it, what is asked, what happened; answering and closing it.

use super::{id_of, state};
use crate::form::{Field, Form, Kind};
use crate::pages::checks::severity;
use crate::pages::findings::severity_word;
use crate::pages::saving::again;
use crate::render::{Content, Label, NoticeKind};
use crate::server::{Answer, Context, Failure, Posted};
use ambito_app::Error;
use ambito_app::findings::{AroundLine, ErrandPage};
use ambito_domain::review::{ErrandId, ErrandState};
use ambito_i18n::Language;
use axum::extract::Path;
use serde::Serialize;

#[derive(Serialize)]
pub(crate) struct OneErrand {
    code: String,
    severity: &'static str,
    severity_name: Label,
    message: String,
    is_gone: bool,
    hints: Vec<String>,
    around: Vec<Line>,
    line: Option<u32>,
    document: String,
    body: String,
    place: String,
    state: Label,
    state_mark: &'static str,
    to: String,
    given_by: String,
    due: String,
    late: bool,
    request: String,
    steps: Vec<Step>,
    answering: Option<Form>,
    kept: String,
    deciding: Option<Deciding>,
}

/// A line of the document.
#[derive(Serialize)]
struct Line {
    number: u32,
    text: Option<String>,
    is_it: bool,
}

/// Something that happened.
#[derive(Serialize)]
struct Step {
    at: i64,
    what: Label,
    due: String,
    words: String,
}

/// What who gave it can do.
#[derive(Serialize)]
struct Deciding {
    close: String,
    again: String,
    csrf: String,
    version: i64,
    has_come_back: bool,
}

impl Content for OneErrand {
    const TEMPLATE: &'static str = "findings/errand.html";

    fn samples() -> Vec<Self> {
        let line =
            |number, text: &str, is_it| Line { number, text: (!text.is_empty()).then(|| text.to_owned()), is_it };
        let step = |key, words: &str| Step {
            at: 1_795_348_800_000_000,
            what: Label::key(key).with("name", "Ada Fabbri").with("to", "Bruno Conti"),
            due: "2027-03-09".to_owned(),
            words: words.to_owned(),
        };
        let sample = |answering: Option<Form>, deciding: Option<Deciding>, late: bool| Self {
            code: "SUM001".to_owned(),
            severity: "error",
            severity_name: severity("error"),
            message: "La somma non torna".to_owned(),
            is_gone: !late,
            hints: vec!["Controllare la riga del totale.".to_owned()],
            around: vec![line(6, "", false), line(7, "41101 Servizi 10,00", false), line(8, "Totale 12,00", true)],
            line: Some(8),
            document: "piano.txt".to_owned(),
            body: "Ambito di Valdoro".to_owned(),
            place: if deciding.is_some() { "/reviews/1?line=8#f-ab".to_owned() } else { String::new() },
            state: Label::key("errand-state-given"),
            state_mark: "warning",
            to: "Bruno Conti".to_owned(),
            given_by: "Ada Fabbri".to_owned(),
            due: "2027-03-09".to_owned(),
            late,
            request: "Guardare il conto".to_owned(),
            steps: vec![step("errand-step-given", "Guardare il conto"), step("errand-step-closed", "")],
            answering,
            kept: if late { String::new() } else { "Fatto".to_owned() },
            deciding,
        };
        let deciding = |has_come_back| Deciding {
            close: "/errands/1/close".to_owned(),
            again: "/errands/1/again".to_owned(),
            csrf: "token".to_owned(),
            version: 2,
            has_come_back,
        };
        let form = answer_form("/errands/1/return", "token", 1);
        vec![
            sample(Some(form), None, true),
            sample(None, Some(deciding(true)), false),
            sample(None, Some(deciding(false)), true),
        ]
    }
}

fn answer_form(action: &str, csrf: &str, version: i64) -> Form {
    let answer = Field::new("answer", Label::key("errand-answer"), Kind::Textarea);
    Form::new(action, csrf, Label::key("errand-return"))
        .field(answer.with_help(Label::key("errand-answer-help")))
        .on_version(version)
        .then(Label::key("errand-return-then"))
}

pub(super) async fn show(context: Context, Path(id): Path<String>) -> Answer {
    let shown = shown(&context, id_of(&id)?).await?.0;
    context.show(&page(&context), &shown)
}

fn page(context: &Context) -> crate::render::Page {
    context.page(Label::key("errand-title")).under("/errands", Label::key("errands-title"))
}

async fn shown(context: &Context, id: ErrandId) -> Result<(OneErrand, i64), Failure> {
    let found = context.server.app.get_errand(&context.viewer, id, context.language).await?;
    let ErrandPage { errand, document, body, to, given_by, finding, hints, around, steps, .. } = found;
    let word = finding.as_ref().map_or("note", |finding| severity_word(finding.severity));
    let message = match (&finding, context.language) {
        (Some(finding), Language::English) => finding.message_en.clone(),
        _ => errand.said.clone(),
    };
    let line = (errand.line > 0).then_some(errand.line);
    let place = match (found.may_decide, line) {
        (true, Some(line)) => format!("/reviews/{}?line={line}#f-{}", document.id, errand.fingerprint),
        (true, None) => format!("/reviews/{}#f-{}", document.id, errand.fingerprint),
        (false, _) => String::new(),
    };
    let is_open = errand.state != ErrandState::Closed;
    let answering = found.is_mine && errand.state == ErrandState::Given;
    let shown = OneErrand {
        code: errand.code.clone(),
        severity: word,
        severity_name: severity(word),
        message,
        is_gone: finding.is_none(),
        hints,
        around: around
            .into_iter()
            .map(|AroundLine { line: number, text }| Line { is_it: Some(number) == line, number, text })
            .collect(),
        line,
        document: document.name,
        body,
        place,
        state: state(errand.state),
        state_mark: match errand.state {
            ErrandState::Given => "ordinary",
            ErrandState::Returned => "warning",
            ErrandState::Closed => "done",
        },
        to,
        given_by,
        due: errand.due.to_string(),
        late: errand.state == ErrandState::Given && errand.due < found.today,
        request: errand.request.clone(),
        steps: steps
            .into_iter()
            .map(|step| Step {
                at: step.at.as_microsecond(),
                what: Label::key(match step.state {
                    ErrandState::Given => "errand-step-given",
                    ErrandState::Returned => "errand-step-returned",
                    ErrandState::Closed => "errand-step-closed",
                })
                .with("name", step.by)
                .with("to", step.to),
                due: if step.state == ErrandState::Given { step.due.to_string() } else { String::new() },
                words: step.words,
            })
            .collect(),
        answering: answering.then(|| answer_form(&format!("/errands/{id}/return"), &context.csrf(), errand.version)),
        kept: String::new(),
        deciding: (found.may_decide && is_open).then(|| Deciding {
            close: format!("/errands/{id}/close"),
            again: format!("/errands/{id}/again"),
            csrf: context.csrf(),
            version: errand.version,
            has_come_back: errand.state == ErrandState::Returned,
        }),
    };
    Ok((shown, errand.version))
}

pub(super) async fn bring_back(context: Context, Path(id): Path<String>, posted: Posted) -> Answer {
    let (app, viewer, id) = (&context.server.app, &context.viewer, id_of(&id)?);
    let mut error = None;
    if !posted.is_resumed() {
        match app.return_errand(viewer, id, posted.version(), posted.get("answer")).await {
            Ok(()) => return Ok(context.go("/errands", "errand-returned")),
            Err(refused) => error = Some(refused),
        }
    }
    let (mut shown, version) = shown(&context, id).await?;
    let page = page(&context);
    let Some(form) = shown.answering.take() else {
        // It is closed, or with another person: what was typed is shown, to be taken along.
        shown.kept = posted.text("answer");
        return context.show_again(&page.telling(NoticeKind::Warning, Label::key("errand-changed-over")), &shown);
    };
    match error {
        None => {
            shown.answering = Some(form.on_version(posted.version()).typed(posted.typed()));
            context.show(&page, &shown)
        }
        Some(Error::Stale) => {
            let form = form.typed(posted.typed()).on_version(version);
            shown.answering = Some(form.refused(Label::key("errand-changed")));
            context.show_again(&page, &shown)
        }
        Some(error) => {
            shown.answering = Some(again(form.on_version(posted.version()), &posted, error)?);
            context.show_again(&page, &shown)
        }
    }
}

pub(super) async fn close(context: Context, Path(id): Path<String>, posted: Posted) -> Answer {
    let (app, viewer, id) = (&context.server.app, &context.viewer, id_of(&id)?);
    match app.close_errand(viewer, id, posted.version()).await {
        Ok(()) => Ok(context.go("/errands", "errand-closed")),
        Err(Error::Stale) => {
            let (shown, _) = shown(&context, id).await?;
            let page = page(&context).telling(NoticeKind::Warning, Label::key("errand-changed"));
            context.show_again(&page, &shown)
        }
        Err(error) => Err(error.into()),
    }
}
