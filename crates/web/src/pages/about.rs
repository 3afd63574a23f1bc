// SPDX-License-Identifier: AGPL-3.0-or-later
//! What this program is, its licence, and how far it is accessible.

use crate::render::{Content, Label};
use crate::server::{Answer, Context, Needs, Route};
use serde::Serialize;

/// The routes.
pub fn routes() -> Vec<Route> {
    vec![Route::get("/about", Needs::Nothing, about), Route::get("/accessibility", Needs::Nothing, accessibility)]
}

#[derive(Serialize)]
pub(crate) struct About {}

impl Content for About {
    const TEMPLATE: &'static str = "about.html";

    fn samples() -> Vec<Self> {
        vec![Self {}]
    }
}

#[derive(Serialize)]
pub(crate) struct Accessibility {}

impl Content for Accessibility {
    const TEMPLATE: &'static str = "accessibility.html";

    fn samples() -> Vec<Self> {
        vec![Self {}]
    }
}

async fn about(context: Context) -> Answer {
    context.show(&context.page(Label::key("about-title")), &About {})
}

async fn accessibility(context: Context) -> Answer {
    context.show(&context.page(Label::key("accessibility-title")), &Accessibility {})
}
