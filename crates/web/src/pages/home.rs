// SPDX-License-Identifier: AGPL-3.0-or-later
//! The first page: what is due from me, where we stand, what changed.

use crate::render::{Content, Label};
use crate::server::{Answer, Context, Needs, Route};
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
    let roles = context.viewer.roles();
    let roles = roles.into_iter().map(|role| Label::key(super::menu::role_key(role))).collect();
    let home = Home { due, figures: Vec::new(), news: Vec::new(), roles };
    context.show(&context.page(Label::key("home-title")), &home)
}
