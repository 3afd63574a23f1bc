// SPDX-License-Identifier: AGPL-3.0-or-later
//! The first page: what is due from me, where we stand, what changed.

use crate::render::{Content, Label};
use crate::server::{Answer, Context, Needs, Route};
use ambito_app::findings::ListedErrand;
use ambito_app::home::Home as Seen;
use ambito_app::plans::ListedPlan;
use ambito_base::Date;
use ambito_i18n::Language;
use axum::response::{IntoResponse, Redirect};
use serde::Serialize;

/// The routes.
pub fn routes() -> Vec<Route> {
    vec![Route::get("/", Needs::Nothing, show)]
}

/// Something that waits for the person who looks.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Due {
    pub(crate) text: Label,
    pub(crate) href: String,
    pub(crate) action: Label,
    pub(crate) late: bool,
}

/// A count that opens the list it was made from.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Figure {
    pub(crate) count: usize,
    pub(crate) label: Label,
    pub(crate) href: String,
}

/// Something that was done.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct News {
    pub(crate) at: i64,
    pub(crate) text: Label,
    pub(crate) href: String,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct Home {
    due: Vec<Due>,
    figures: Vec<Figure>,
    news: Vec<News>,
    roles: Vec<Label>,
}

impl Content for Home {
    const TEMPLATE: &'static str = "home.html";

    fn samples() -> Vec<Self> {
        let due = Due {
            text: Label::key("home-due-factor"),
            href: "/account".to_owned(),
            action: Label::key("home-due-factor-go"),
            late: true,
        };
        let figure = Figure { count: 12, label: Label::said("enti"), href: "/bodies".to_owned() };
        let news = News { at: 1_795_348_800_000_000, text: Label::said("Nuovo piano"), href: "/".to_owned() };
        let full = Self { due: vec![due], figures: vec![figure], news: vec![news], roles: vec![Label::said("x")] };
        vec![full, Self { due: Vec::new(), figures: Vec::new(), news: Vec::new(), roles: Vec::new() }]
    }
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct Begin {}

impl Content for Begin {
    const TEMPLATE: &'static str = "begin.html";

    fn samples() -> Vec<Self> {
        vec![Self {}]
    }
}

async fn show(context: Context) -> Answer {
    if context.area.is_none() {
        return context.show(&context.page(Label::key("begin-title")), &Begin {});
    }
    if context.viewer.staff.is_none() {
        return Ok(Redirect::to("/login").into_response());
    }
    let mut due = Vec::new();
    let factor = context.server.app.factor_state(&context.viewer).await?;
    if factor.since.is_none() {
        due.push(Due {
            text: Label::key("home-due-factor"),
            href: "/account".to_owned(),
            action: Label::key("home-due-factor-go"),
            late: false,
        });
    } else if factor.codes_left < 3 {
        due.push(Due {
            text: Label::key("home-due-codes").with("count", u64::try_from(factor.codes_left).unwrap_or_default()),
            href: "/account".to_owned(),
            action: Label::key("home-due-codes-go"),
            late: factor.codes_left == 0,
        });
    }
    let seen = context.server.app.home(&context.viewer).await?;
    if let Some(run) = seen.to_decide {
        due.push(Due {
            text: Label::key("home-due-run"),
            href: format!("/retention/runs/{run}"),
            action: Label::key("home-due-run-go"),
            late: false,
        });
    }
    let roles = context.viewer.roles();
    let roles = roles.into_iter().map(|role| Label::key(super::menu::role_key(role))).collect();
    let today = context.server.app.today();
    if seen.to_review > 0 {
        due.push(Due {
            text: Label::key("home-due-reviews").with("count", seen.to_review),
            href: "/reviews?state=unfiled".to_owned(),
            action: Label::key("home-due-reviews-go"),
            late: false,
        });
    }
    due.extend(seen.errands.iter().map(|errand| errand_due(errand, today, context.language)));
    due.extend(seen.came_back.iter().map(|errand| came_back(errand, context.language)));
    due.sort_by_key(|due| !due.late);
    let home = Home { due, figures: figures(&seen), news: news(&seen), roles };
    let mut page = context.page(Label::key("home-title"));
    page.crumbs.clear();
    context.show(&page, &home)
}

fn said(errand: &ListedErrand, language: Language) -> String {
    match (language, &errand.message_en) {
        (Language::English, Some(english)) => english.clone(),
        _ => errand.said.clone(),
    }
}

/// An errand that this person has.
fn errand_due(errand: &ListedErrand, today: Date, language: Language) -> Due {
    let words = Label::key("home-due-errand").with("said", said(errand, language));
    Due {
        text: words.with("day", super::plans::words::day(errand.due)),
        href: format!("/errands/{}", errand.id),
        action: Label::key("home-due-errand-go"),
        late: errand.due < today,
    }
}

/// An errand that came back to this person.
fn came_back(errand: &ListedErrand, language: Language) -> Due {
    let words = Label::key("home-due-errand-back").with("said", said(errand, language));
    Due {
        text: words.with("name", errand.to.as_str()),
        href: format!("/errands/{}", errand.id),
        action: Label::key("home-due-errand-back-go"),
        late: false,
    }
}

fn figures(seen: &Seen) -> Vec<Figure> {
    let plans = seen.plans.and_then(|plans| usize::try_from(plans).ok());
    let doors = [
        (plans, "home-plans", "/plans"),
        (seen.findings, "home-findings", "/findings"),
        (seen.bodies, "home-bodies", "/bodies"),
        (seen.people, "home-people", "/people"),
    ];
    let open = doors.into_iter().filter_map(|(count, key, href)| Some((count?, key, href)));
    open.map(|(count, key, href)| Figure { count, label: Label::key(key).with("count", count), href: href.to_owned() })
        .collect()
}

fn news(seen: &Seen) -> Vec<News> {
    let new = |listed: &ListedPlan| {
        let words = Label::key("home-news-plan").with("title", listed.plan.title.clone());
        News {
            at: listed.plan.filed.as_microsecond(),
            text: words.with("body", listed.body.clone()).with("version", listed.plan.latest.to_string()),
            href: format!("/plans/{}", listed.plan.id),
        }
    };
    seen.latest.iter().map(new).collect()
}
