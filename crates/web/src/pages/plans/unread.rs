// SPDX-License-Identifier: AGPL-3.0-or-later
//! The lines of a document that were not understood: nothing is lost in silence.

use super::place::Places;
use super::{href, number_of, plan_of};
use crate::render::{Content, Label};
use crate::server::{Answer, Context};
use axum::extract::Path;
use serde::Serialize;

#[derive(Serialize)]
pub(crate) struct Unread {
    lines: Vec<(Label, String)>,
    first: String,
    next: String,
}

impl Content for Unread {
    const TEMPLATE: &'static str = "plan-unread.html";

    fn samples() -> Vec<Self> {
        let unread = |lines, next: &str| Self { lines, first: String::new(), next: next.to_owned() };
        let line = (Label::key("page-line").with("line", "8"), "xyz".to_owned());
        vec![unread(Vec::new(), ""), unread(vec![line], "/plans/1/unread?after=8")]
    }
}

pub(super) async fn show(context: Context, Path(id): Path<String>) -> Answer {
    let plan = plan_of(&id)?;
    let (number, after) = (number_of(&context, "version")?, number_of(&context, "after")?);
    let found = context.server.app.list_unread(&context.viewer, plan, number, after.unwrap_or_default()).await?;
    let here = href(plan, "/unread", number);
    let mark = if here.contains('?') { '&' } else { '?' };
    let places = Places::new(&found.places, &found.document.format);
    let shown = Unread {
        lines: found.lines.into_iter().map(|line| (places.of(line.line), line.text)).collect(),
        first: after.map_or_else(String::new, |_| here.clone()),
        next: found.next.map_or_else(String::new, |next| format!("{here}{mark}after={next}")),
    };
    let page = context.page(Label::key("plans-unread-title")).under("/plans", Label::key("plans-title"));
    context.show(&page.under(href(plan, "", number), Label::said(found.plan.title)), &shown)
}
