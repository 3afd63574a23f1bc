// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who may do what, in plain words: the table that the program itself decides by.

use super::menu::{right_key, role_key, role_text_key};
use crate::render::{Content, Label};
use crate::server::{Answer, Context, Needs, Route};
use ambito_domain::office::{Right, Role, Span};
use serde::Serialize;

/// The routes.
pub fn routes() -> Vec<Route> {
    vec![Route::get("/roles", Needs::Person, show)]
}

#[derive(Serialize)]
pub(crate) struct Roles {
    roles: Vec<Shown>,
    rights: Vec<Row>,
}

#[derive(Serialize)]
struct Shown {
    word: &'static str,
    name: Label,
    text: Label,
    rights: Vec<Label>,
    mine: bool,
}

#[derive(Serialize)]
struct Row {
    name: Label,
    area: bool,
    writes: bool,
    roles: Vec<bool>,
}

impl Roles {
    fn new(mine: &[Role]) -> Self {
        let shown = |role: Role| Shown {
            word: role.word(),
            name: Label::key(role_key(role)),
            text: Label::key(role_text_key(role)),
            rights: role.rights().iter().map(|right| Label::key(right_key(*right))).collect(),
            mine: mine.contains(&role),
        };
        let row = |right: Right| Row {
            name: Label::key(right_key(right)),
            area: right.span() == Span::Area,
            writes: right.writes(),
            roles: Role::ALL.into_iter().map(|role| role.may(right)).collect(),
        };
        Self { roles: Role::ALL.into_iter().map(shown).collect(), rights: Right::ALL.into_iter().map(row).collect() }
    }
}

impl Content for Roles {
    const TEMPLATE: &'static str = "roles.html";

    fn samples() -> Vec<Self> {
        vec![Self::new(&[]), Self::new(&[Role::Auditor])]
    }
}

async fn show(context: Context) -> Answer {
    context.show(&context.page(Label::key("roles-title")), &Roles::new(&context.viewer.roles()))
}
