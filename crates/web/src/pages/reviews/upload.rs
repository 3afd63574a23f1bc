// SPDX-License-Identifier: AGPL-3.0-or-later
//! Bringing documents in: one form for one file or for thirty.
//!
//! Invariants: what is taken and how large it may be is said before sending; a file that cannot be taken is named, and the
//! others are taken all the same. Files are not kept through a session that is over; the rest of the form is.

use crate::form::{Field, Form, Kind};
use crate::pages::saving::again;
use crate::render::{Content, Label, NoticeKind, Page};
use crate::server::{
    Answer, Context, FILE_BYTES_MAX, FILES_MAX, Failure, Files, Posted, PostedFile, REQUEST_BYTES_MAX,
};
use ambito_app::Error;
use ambito_app::reviews::NewFile;
use ambito_domain::office::{BodyId, Right};
use axum::response::{IntoResponse, Redirect};
use serde::Serialize;

/// A megabyte, as people count them.
const MEGABYTE: usize = 1 << 20;
/// The most names of files that one sentence holds.
const NAMES_MAX: usize = 10;

/// The form that brings documents in.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Upload {
    form: Form,
    /// Where there is no body, nothing can be brought in.
    has_body: bool,
    file_megabytes: usize,
    request_megabytes: usize,
    files_max: usize,
}

impl Content for Upload {
    const TEMPLATE: &'static str = "reviews/upload.html";

    fn samples() -> Vec<Self> {
        let form = Form::new("/reviews/new", "token", Label::key("upload-do"))
            .field(Field::new("files", Label::key("upload-files"), Kind::File).several());
        let wrong = form.clone().wrong("files", Label::key("upload-none"));
        [(form.clone(), true), (wrong, true), (form, false)].map(|(form, has_body)| Self::new(form, has_body)).into()
    }
}

impl Upload {
    const fn new(form: Form, has_body: bool) -> Self {
        Self {
            form,
            has_body,
            file_megabytes: FILE_BYTES_MAX / MEGABYTE,
            request_megabytes: REQUEST_BYTES_MAX / MEGABYTE,
            files_max: FILES_MAX,
        }
    }
}

async fn form(context: &Context) -> Result<(Form, bool), Failure> {
    let sight = context.viewer.sight(Right::FilePlans)?;
    let bodies = context.server.app.list_bodies(&context.viewer).await?;
    let bodies: Vec<_> = bodies.into_iter().filter(|body| sight.covers(body.id)).collect();
    let form = Form::new("/reviews/new", context.csrf(), Label::key("upload-do"));
    let form = match bodies.as_slice() {
        [only] => form.field(Field::hidden("body", only.id.to_string())),
        several => {
            let field = Field::new("body", Label::key("upload-body"), Kind::Select)
                .with_help(Label::key("upload-body-help"))
                .with_value(context.query("body"));
            let choose = |field: Field, body: &ambito_domain::office::Body| {
                field.with_choice(body.id.to_string(), Label::said(body.name.clone()))
            };
            form.field(several.iter().fold(field, choose))
        }
    };
    let files =
        Field::new("files", Label::key("upload-files"), Kind::File).several().with_help(Label::key("upload-help"));
    let form = form.field(files).then(Label::key("upload-then")).or_back_to("/reviews");
    Ok((form, !bodies.is_empty()))
}

fn page(context: &Context) -> Page {
    context.page(Label::key("upload-title")).under("/reviews", Label::key("reviews-title"))
}

/// Asks for files.
pub(crate) async fn ask(context: Context) -> Answer {
    let (form, has_body) = form(&context).await?;
    context.show(&page(&context), &Upload::new(form, has_body))
}

/// Takes files in.
pub(crate) async fn send(context: Context, posted: Posted, files: Files) -> Answer {
    let (form, has_body) = form(&context).await?;
    if posted.is_resumed() {
        let page = page(&context).telling(NoticeKind::Warning, Label::key("upload-again"));
        return context.show(&page, &Upload::new(form.typed(posted.typed()), has_body));
    }
    match take(&context, &posted, files.take()).await {
        Ok(address) => Ok(Redirect::to(&address).into_response()),
        Err((_, Some(large))) => {
            let form = form.typed(posted.typed()).wrong("files", large);
            context.show_again(&page(&context), &Upload::new(form, has_body))
        }
        Err((error, None)) => {
            let form = again(form, &posted, error)?;
            context.show_again(&page(&context), &Upload::new(form, has_body))
        }
    }
}

/// Takes in what is not too large; the address of the page that shows how far they are.
async fn take(context: &Context, posted: &Posted, files: Vec<PostedFile>) -> Result<String, (Error, Option<Label>)> {
    if files.is_empty() {
        return Err((Error::invalid("files", "upload-none"), None));
    }
    let body: BodyId = posted.get("body").parse().map_err(|()| (Error::invalid("body", "field-choose"), None))?;
    let large: Vec<&str> =
        files.iter().filter(|file| file.content.is_none()).map(|file| file.name.as_str()).take(NAMES_MAX).collect();
    let large = large.join(", ");
    let whole: Vec<NewFile> =
        files.into_iter().filter_map(|file| Some(NewFile { name: file.name, content: file.content? })).collect();
    if whole.is_empty() {
        let why = Label::key("upload-too-large").with("names", large);
        return Err((Error::invalid("files", "upload-none"), Some(why)));
    }
    let id = context.server.app.upload(&context.viewer, body, whole).await.map_err(|error| (error, None))?;
    let left =
        if large.is_empty() { String::new() } else { format!("?{}", super::address::query(&[("large", &large)])) };
    Ok(format!("/uploads/{id}{left}"))
}
