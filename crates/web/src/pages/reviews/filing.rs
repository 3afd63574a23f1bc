// SPDX-License-Identifier: AGPL-3.0-or-later
//! Filing a reading as it was corrected: what will come of it is said first, then one button.

use super::address::{document_of, review};
use crate::form::Form;
use crate::pages::plans::words;
use crate::pages::saving::again;
use crate::render::{Content, Label, Page};
use crate::server::{Answer, Context, Posted};
use ambito_app::plans::Outcome;
use ambito_app::reviews::{ReviewPage, Window};
use ambito_domain::office::BodyId;
use axum::extract::Path;
use serde::Serialize;

/// What will be filed.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Filing {
    base: String,
    title: String,
    family: Label,
    period: Option<Label>,
    body: String,
    as_what: Label,
    nodes: u32,
    corrections: u32,
    lost: u32,
    unread_left: u32,
    open: Option<[u32; 3]>,
    form: Form,
}

impl Content for Filing {
    const TEMPLATE: &'static str = "reviews/filing.html";

    fn samples() -> Vec<Self> {
        let full = Self {
            base: "/reviews/1".to_owned(),
            title: "Piano 2027".to_owned(),
            family: Label::key("family-peg"),
            period: None,
            body: "Ambito di Valdoro".to_owned(),
            as_what: Label::key("filing-new"),
            nodes: 40,
            corrections: 5,
            lost: 1,
            unread_left: 12,
            open: Some([1, 6, 14]),
            form: Form::new("/reviews/1/file", "token", Label::key("filing-do")),
        };
        let period = Some(Label::key("period-to").with("to", "31/12/2027"));
        let clean = Self { period, open: Some([0, 6, 14]), lost: 0, ..full.clone() };
        vec![Self { open: None, ..full.clone() }, full, clean]
    }
}

fn page(context: &Context, seen: &ReviewPage) -> Page {
    let page = context.page(Label::key("filing-title")).under("/reviews", Label::key("reviews-title"));
    page.under(review(seen.document.id), Label::said(seen.document.name.clone()))
}

/// What the reading would become: another version of the plan of the same body, family and period, or a new plan.
async fn as_what(context: &Context, seen: &ReviewPage) -> Result<Label, ambito_app::Error> {
    if let Some((_, version)) = seen.filed {
        return Ok(Label::key("filing-again").with("number", version.to_string()));
    }
    let reading = &seen.reading;
    let Some(family) = reading.family.filter(|_| reading.period.from.is_some() || reading.period.to.is_some()) else {
        return Ok(Label::key("filing-new"));
    };
    let body: BodyId = seen.document.body;
    // The last filed are looked through: the plan of a period in force is among them. What really comes of it the use
    // case decides.
    let plans = context.server.app.list_plans(&context.viewer, None).await?.plans;
    let same = plans
        .iter()
        .map(|listed| &listed.plan)
        .find(|plan| plan.body == body && plan.family == Some(family) && plan.period == reading.period);
    Ok(same.map_or_else(
        || Label::key("filing-new"),
        |plan| {
            let number = (plan.latest + 1).to_string();
            Label::key("filing-version").with("number", number).with("title", plan.title.clone())
        },
    ))
}

async fn content(context: &Context, seen: &ReviewPage, form: Form) -> Result<Filing, ambito_app::Error> {
    let name = seen.document.name.as_str();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    Ok(Filing {
        base: review(seen.document.id),
        title: seen.reading.title.clone().filter(|title| !title.trim().is_empty()).unwrap_or_else(|| stem.to_owned()),
        family: words::family(seen.reading.family),
        period: words::period(seen.reading.period),
        body: seen.body.clone(),
        as_what: as_what(context, seen).await?,
        nodes: seen.reading.nodes,
        corrections: seen.corrections[0],
        lost: seen.corrections[1],
        unread_left: seen.unread_left,
        open: seen.open,
        form,
    })
}

fn form(context: &Context, seen: &ReviewPage) -> Form {
    let base = review(seen.document.id);
    Form::new(format!("{base}/file"), context.csrf(), Label::key("filing-do"))
        .on_version(seen.reading.number)
        .then(Label::key("filing-then"))
        .or_back_to(base)
}

/// Shows what will be filed.
pub(crate) async fn ask(context: Context, Path(id): Path<String>) -> Answer {
    let document = document_of(&id)?;
    let app = &context.server.app;
    let seen = app.get_review(&context.viewer, document, None, Window::Start, context.language).await?;
    let content = content(&context, &seen, form(&context, &seen)).await?;
    context.show(&page(&context, &seen), &content)
}

/// Files it.
pub(crate) async fn file(context: Context, Path(id): Path<String>, posted: Posted) -> Answer {
    let document = document_of(&id)?;
    let (app, viewer) = (&context.server.app, &context.viewer);
    if !posted.is_resumed() {
        match app.file_review(viewer, document, posted.version()).await {
            Ok(Outcome::NewPlan(filed) | Outcome::NewVersion(filed)) => {
                return Ok(context.go(&format!("/plans/{}", filed.plan), "filed"));
            }
            Ok(Outcome::Already(filed)) => return Ok(context.go(&format!("/plans/{}", filed.plan), "filed-already")),
            Err(error) => {
                let seen = app.get_review(viewer, document, None, Window::Start, context.language).await?;
                let form = again(form(&context, &seen), &posted, error)?;
                let content = content(&context, &seen, form).await?;
                return context.show_again(&page(&context, &seen), &content);
            }
        }
    }
    let seen = app.get_review(viewer, document, None, Window::Start, context.language).await?;
    let content = content(&context, &seen, form(&context, &seen)).await?;
    context.show(&page(&context, &seen), &content)
}
