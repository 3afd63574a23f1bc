// SPDX-License-Identifier: AGPL-3.0-or-later
//! Which two plans: from one, those it can be compared with; from none, any two.

use super::{href, word};
use crate::pages::plans::words;
use crate::render::{Content, Label};
use crate::server::{Answer, Context};
use ambito_app::compare::Side;
use ambito_domain::office::PlanId;
use serde::Serialize;

#[derive(Serialize)]
pub(crate) struct Choose {
    /// The plan that was named.
    chosen: Option<ShownSide>,
    /// What it is compared with most likely.
    likely: Option<ShownSide>,
    /// Without a plan that was named: the words of the two that are proposed; empty where none are.
    proposed: [String; 2],
    /// What else there is.
    others: Vec<ShownSide>,
}

/// A version to be chosen.
#[derive(Clone, Serialize)]
struct ShownSide {
    word: String,
    /// The comparison with it; empty where nothing is chosen yet.
    href: String,
    title: String,
    body: String,
    family: Label,
    period: Option<Label>,
    version: i64,
    latest: i64,
    filed: i64,
}

impl Content for Choose {
    const TEMPLATE: &'static str = "findings/compare-choose.html";

    fn samples() -> Vec<Self> {
        let side = ShownSide {
            word: "1:2".to_owned(),
            href: "/compare?old=1:1&new=1:2".to_owned(),
            title: "Piano di zona 2027".to_owned(),
            body: "Ambito di Valdoro".to_owned(),
            family: Label::key("family-zone-plan"),
            period: Some(Label::key("period-from").with("from", "01/01/2027")),
            version: 1,
            latest: 2,
            filed: 1_795_348_800_000_000,
        };
        let bare = ShownSide { period: None, href: String::new(), ..side.clone() };
        let none = || [String::new(), String::new()];
        let two = ["1:1".to_owned(), side.word.clone()];
        vec![
            Self { chosen: None, likely: None, proposed: none(), others: Vec::new() },
            Self { chosen: None, likely: None, proposed: none(), others: vec![bare.clone(), side.clone()] },
            Self { chosen: None, likely: None, proposed: two, others: vec![bare.clone(), side.clone()] },
            Self { chosen: Some(bare.clone()), likely: None, proposed: none(), others: Vec::new() },
            Self { chosen: Some(bare.clone()), likely: None, proposed: none(), others: vec![side.clone()] },
            Self { chosen: Some(bare), likely: Some(side.clone()), proposed: none(), others: vec![side] },
        ]
    }
}

pub(super) async fn show(context: Context, plan: Option<(PlanId, Option<i64>)>) -> Answer {
    let found = context.server.app.list_comparable(&context.viewer, plan).await?;
    let chosen = found.chosen.as_ref();
    let is_likely = |side: &&Side| found.likely.as_ref().is_some_and(|likely| likely.key == side.key);
    let shown = Choose {
        chosen: chosen.map(|side| shown(side, None)),
        likely: found.likely.as_ref().map(|side| shown(side, chosen)),
        proposed: found.proposed.as_ref().map(|two| two.each_ref().map(word)).unwrap_or_default(),
        others: found.others.iter().filter(|side| !is_likely(side)).map(|side| shown(side, chosen)).collect(),
    };
    let page = context.page(Label::key("compare-choose-title")).under("/plans", Label::key("plans-title"));
    context.show(&page, &shown)
}

fn shown(side: &Side, chosen: Option<&Side>) -> ShownSide {
    ShownSide {
        word: word(side),
        href: chosen.map_or_else(String::new, |chosen| href(side, chosen)),
        title: side.title.clone(),
        body: side.body_name.clone(),
        family: words::family(side.family),
        period: words::period(side.period),
        version: side.key.number(),
        latest: side.latest,
        filed: side.filed.as_microsecond(),
    }
}
