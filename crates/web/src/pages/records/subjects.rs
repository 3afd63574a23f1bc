// SPDX-License-Identifier: AGPL-3.0-or-later
//! All that is held on one person, as a file.

use super::Asking;
use super::file::{self, Parts};
use crate::form::{Field, Form, Kind as FieldKind};
use crate::pages::saving::again;
use crate::render::{Label, Page};
use crate::server::{Answer, Context, Needs, Posted, Route};
use ambito_app::Error;
use ambito_app::subjects::SubjectAnswer;
use ambito_domain::office::Right;
use ambito_exchange::subjects::{Form as FileForm, SubjectFile};
use ambito_i18n::Catalogue;
use std::sync::Arc;

/// The routes.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/subjects", Needs::Right(Right::AnswerSubjects), ask),
        Route::post("/subjects", Needs::Right(Right::AnswerSubjects), answer),
    ]
}

async fn form(context: &Context) -> Result<Form, Error> {
    let mut person = Field::new("person", Label::key("subjects-person"), FieldKind::Select);
    for one in context.server.app.list_staff(&context.viewer).await? {
        let words = format!("{} ({})", one.name, one.login);
        person = person.with_choice(one.id.to_string(), Label::said(words));
    }
    let purpose = Field::new("purpose", Label::key("subjects-purpose"), FieldKind::Textarea);
    let kind = Field::new("form", Label::key("subjects-form"), FieldKind::Radio)
        .with_choice("html", Label::key("subjects-form-html"))
        .with_choice("json", Label::key("subjects-form-json"))
        .with_value("html");
    Ok(Form::new("/subjects", context.csrf(), Label::key("subjects-do"))
        .field(person.with_help(Label::key("subjects-person-help")))
        .field(purpose.with_help(Label::key("subjects-purpose-help")))
        .field(kind)
        .then(Label::key("subjects-then")))
}

fn page(context: &Context) -> Page {
    context.page(Label::key("subjects-title"))
}

async fn ask(context: Context) -> Answer {
    let form = form(&context).await?;
    context.show(&page(&context), &Asking { what: Label::key("subjects-what"), form })
}

async fn answer(context: Context, posted: Posted) -> Answer {
    let what = Label::key("subjects-what");
    if posted.is_resumed() {
        let form = form(&context).await?.typed(posted.typed());
        return context.show(&page(&context), &Asking { what, form });
    }
    let answered = match posted.get("person").parse() {
        Ok(id) => context.server.app.answer_subject(&context.viewer, id, posted.get("purpose")).await,
        Err(()) => Err(Error::invalid("person", "field-choose")),
    };
    match answered {
        Ok(answer) => {
            let (kind, end, form) = match posted.get("form") {
                "json" => ("application/json", "json", FileForm::Json),
                _ => ("text/html; charset=utf-8", "html", FileForm::Html),
            };
            let catalogue = context.server.engine.catalogue(context.language);
            let name = format!("{}-{}.{end}", catalogue.text("subjects-file-name", &[]), answer.dossier.person.id);
            file::send(&name, kind, Gathered { answer, form, catalogue: Arc::clone(catalogue), stage: Stage::Begin })
        }
        Err(error) => {
            let form = again(form(&context).await?, &posted, error)?;
            context.show_again(&page(&context), &Asking { what, form })
        }
    }
}

/// The file while it is written.
struct Gathered {
    answer: SubjectAnswer,
    form: FileForm,
    catalogue: Arc<Catalogue>,
    stage: Stage,
}

enum Stage {
    Begin,
    Records(u64),
    Over,
}

impl Parts for Gathered {
    async fn next(&mut self) -> Result<Option<String>, Error> {
        match self.stage {
            Stage::Begin => {
                self.stage = Stage::Records(0);
                let file = SubjectFile::new(self.form, &self.catalogue);
                Ok(Some(file.begin(&self.answer.dossier)))
            }
            Stage::Records(before) => {
                let records = self.answer.next_records().await?;
                let mut file = SubjectFile::after(self.form, &self.catalogue, before);
                if records.is_empty() {
                    self.stage = Stage::Over;
                    return Ok(Some(file.end()));
                }
                let text = file.records(&records);
                self.stage = Stage::Records(file.count());
                Ok(Some(text))
            }
            Stage::Over => Ok(None),
        }
    }
}
