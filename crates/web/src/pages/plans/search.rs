// SPDX-License-Identifier: AGPL-3.0-or-later
//! Nodes by the words of their title or code.

use super::{href, words};
use crate::render::{Content, Label};
use crate::server::{Answer, Context};
use ambito_app::Error;
use ambito_app::plans::{Hit, HitKey};
use ambito_domain::planning::NodeId;
use serde::Serialize;

#[derive(Serialize)]
pub(crate) struct Search {
    words: String,
    hits: Vec<ShownHit>,
    next: String,
}

#[derive(Serialize)]
struct ShownHit {
    href: String,
    name: Label,
    code: Option<String>,
    level: Option<String>,
    plan: String,
    plan_href: String,
}

impl Content for Search {
    const TEMPLATE: &'static str = "plan-search.html";

    fn samples() -> Vec<Self> {
        let hit = ShownHit {
            href: "/plans/1/nodes/1".to_owned(),
            name: Label::said("Sportello sociale"),
            code: Some("OB_1".to_owned()),
            level: Some("obiettivo".to_owned()),
            plan: "Piano di zona".to_owned(),
            plan_href: "/plans/1".to_owned(),
        };
        let search = |words: &str, hits, next: &str| Self { words: words.to_owned(), hits, next: next.to_owned() };
        vec![
            search("", Vec::new(), ""),
            search("sportello", Vec::new(), ""),
            search("sportello", vec![hit], "/plans/search?q=sportello&after=1.2"),
        ]
    }
}

pub(super) async fn show(context: Context) -> Answer {
    let (wanted, after) = (context.query("q"), key_of(&context.query("after"))?);
    let found = context.server.app.search_plans(&context.viewer, &wanted, after).await?;
    let query = serde_urlencoded::to_string([("q", &wanted)]).unwrap_or_default();
    let next =
        found.next.map_or_else(String::new, |key| format!("/plans/search?{query}&after={}.{}", key.plan, key.node.0));
    let shown = Search { words: wanted, hits: found.hits.into_iter().map(shown).collect(), next };
    let page = context.page(Label::key("plans-search-title")).under("/plans", Label::key("plans-title"));
    context.show(&page, &shown)
}

fn shown(hit: Hit) -> ShownHit {
    let Hit { plan, plan_title, branch } = hit;
    ShownHit {
        href: href(plan, &format!("/nodes/{}", branch.id.0), None),
        name: words::node_name(&branch),
        code: branch.code,
        level: branch.level,
        plan: plan_title,
        plan_href: href(plan, "", None),
    }
}

/// Where a page of hits ended: the plan and the node.
fn key_of(text: &str) -> Result<Option<HitKey>, Error> {
    if text.is_empty() {
        return Ok(None);
    }
    let key = text
        .split_once('.')
        .and_then(|(plan, node)| Some(HitKey { plan: plan.parse().ok()?, node: NodeId(node.parse().ok()?) }));
    key.map(Some).ok_or(Error::Absent("page"))
}
