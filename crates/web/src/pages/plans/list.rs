// SPDX-License-Identifier: AGPL-3.0-or-later
//! The plans in sight.

use super::{href, words};
use crate::render::{Content, Label};
use crate::server::{Answer, Context};
use ambito_app::Error;
use ambito_app::plans::ListedPlan;
use serde::Serialize;

#[derive(Serialize)]
pub(crate) struct Plans {
    plans: Vec<ShownPlan>,
    first: String,
    next: String,
}

#[derive(Serialize)]
struct ShownPlan {
    href: String,
    title: String,
    body: String,
    family: Label,
    period: Option<Label>,
    version: i64,
    filed: i64,
}

impl Content for Plans {
    const TEMPLATE: &'static str = "plans.html";

    fn samples() -> Vec<Self> {
        let plan = |period| ShownPlan {
            href: "/plans/1".to_owned(),
            title: "Piano di zona 2027".to_owned(),
            body: "Ambito di Valdoro".to_owned(),
            family: Label::key("family-zone-plan"),
            period,
            version: 2,
            filed: 1_795_348_800_000_000,
        };
        let period = Label::key("period-from").with("from", "01/01/2027");
        let empty = Self { plans: Vec::new(), first: String::new(), next: String::new() };
        let (first, next) = ("/plans".to_owned(), "/plans?after=1".to_owned());
        vec![empty, Self { plans: vec![plan(Some(period)), plan(None)], first, next }]
    }
}

pub(super) async fn show(context: Context) -> Answer {
    let after = context.query("after");
    let after = if after.is_empty() { None } else { Some(after.parse().map_err(|()| Error::Absent("page"))?) };
    let found = context.server.app.list_plans(&context.viewer, after).await?;
    let shown = Plans {
        plans: found.plans.into_iter().map(shown).collect(),
        first: after.map_or_else(String::new, |_| "/plans".to_owned()),
        next: found.next.map_or_else(String::new, |next| format!("/plans?after={next}")),
    };
    context.show(&context.page(Label::key("plans-title")), &shown)
}

fn shown(listed: ListedPlan) -> ShownPlan {
    let ListedPlan { plan, body } = listed;
    ShownPlan {
        href: href(plan.id, "", None),
        title: plan.title,
        body,
        family: words::family(plan.family),
        period: words::period(plan.period),
        version: plan.latest,
        filed: plan.filed.as_microsecond(),
    }
}
