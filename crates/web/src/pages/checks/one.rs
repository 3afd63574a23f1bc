// SPDX-License-Identifier: AGPL-3.0-or-later
//! The manual of one check.

use super::severity;
use crate::render::{Content, Label};
use crate::server::{Answer, Context};
use ambito_app::Error;
use ambito_app::findings::{FindingFilter, FindingState};
use ambito_domain::office::Right;
use ambito_exchange::checks::articles::{self, Article};
use ambito_i18n::Language;
use axum::extract::Path;
use serde::Serialize;

#[derive(Serialize)]
pub(crate) struct OneCheck {
    article: Article,
    family: String,
    severity: Label,
    /// How many findings of it nobody lives with, for who reviews documents.
    open: Option<u32>,
    /// The checks before and after it in the manual.
    before: Option<Beside>,
    after: Option<Beside>,
}

/// A check beside another.
#[derive(Serialize)]
struct Beside {
    code: &'static str,
    title: &'static str,
}

impl Content for OneCheck {
    const TEMPLATE: &'static str = "findings/check.html";

    fn samples() -> Vec<Self> {
        let all = articles::list_articles(Language::Italian);
        let count = all.len();
        [0, count / 2, count.saturating_sub(1)].into_iter().filter_map(|at| Self::at(&all, at, "conti")).collect()
    }
}

impl OneCheck {
    fn at(all: &[Article], at: usize, family: &str) -> Option<Self> {
        let article = all.get(at)?.clone();
        let beside = |at: Option<usize>| {
            at.and_then(|at| all.get(at)).map(|article| Beside { code: article.code, title: article.title })
        };
        Some(Self {
            severity: severity(article.severity),
            family: family.to_owned(),
            article,
            open: (at == 0).then_some(3),
            before: beside(at.checked_sub(1)),
            after: beside(at.checked_add(1)),
        })
    }
}

pub(super) async fn show(context: Context, Path(code): Path<String>) -> Answer {
    let code = code.to_uppercase();
    let all = articles::list_articles(context.language);
    let at = all.iter().position(|article| article.code == code).ok_or(Error::Absent("check"))?;
    let families = articles::families(context.server.engine.catalogue(context.language));
    let named = |article: &Article| families.iter().find(|one| one.prefix == article.family);
    let family = all.get(at).and_then(named).map(|one| one.name.clone()).unwrap_or_default();
    let open = open_of(&context, &code).await?;
    let shown = OneCheck { open, ..OneCheck::at(&all, at, &family).ok_or(Error::Absent("check"))? };
    let page = context.page(Label::said(shown.article.title)).under("/checks", Label::key("checks-title"));
    context.show(&page, &shown)
}

/// How many findings of a check nobody lives with.
async fn open_of(context: &Context, code: &str) -> Result<Option<u32>, Error> {
    if !context.viewer.may(Right::FilePlans) {
        return Ok(None);
    }
    let filter = FindingFilter { code: Some(code.to_owned()), ..FindingFilter::default() };
    let counts = context.server.app.count_findings(&context.viewer, &filter).await?;
    let open = counts.iter().filter(|(state, _)| *state != FindingState::Accepted);
    Ok(Some(open.flat_map(|(_, counts)| counts).sum()))
}
