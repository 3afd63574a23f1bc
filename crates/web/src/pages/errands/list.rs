// SPDX-License-Identifier: AGPL-3.0-or-later
//! A person's errands: to do, come back, with others, over.

use crate::render::{Content, Label};
use crate::server::{Answer, Context};
use ambito_app::findings::ListedErrand;
use ambito_base::Date;
use ambito_i18n::Language;
use serde::Serialize;

#[derive(Serialize)]
pub(crate) struct Errands {
    groups: Vec<Group>,
    may_give: bool,
}

/// Errands that are equally far.
#[derive(Serialize)]
struct Group {
    id: &'static str,
    name: Label,
    errands: Vec<Shown>,
}

#[derive(Serialize)]
struct Shown {
    href: String,
    code: String,
    said: String,
    document: String,
    body: String,
    who: Label,
    due: String,
    late: bool,
    state: Label,
}

impl Content for Errands {
    const TEMPLATE: &'static str = "findings/errands.html";

    fn samples() -> Vec<Self> {
        let shown = |late| Shown {
            href: "/errands/1".to_owned(),
            code: "SUM001".to_owned(),
            said: "La somma non torna".to_owned(),
            document: "piano.txt".to_owned(),
            body: "Ambito di Valdoro".to_owned(),
            who: Label::key("errand-from").with("name", "Ada Fabbri"),
            due: "2027-03-09".to_owned(),
            late,
            state: Label::key("errand-state-given"),
        };
        let group = Group { id: "to-do", name: Label::key("errands-to-do"), errands: vec![shown(true), shown(false)] };
        vec![Self { groups: vec![group], may_give: true }, Self { groups: Vec::new(), may_give: false }]
    }
}

pub(super) async fn show(context: Context) -> Answer {
    let found = context.server.app.list_my_errands(&context.viewer).await?;
    let today = context.server.app.today();
    let group = |id, key, errands: Vec<ListedErrand>, who: fn(&ListedErrand) -> Label| Group {
        id,
        name: Label::key(key),
        errands: errands.into_iter().map(|errand| shown(errand, who, today, context.language)).collect(),
    };
    let from = |errand: &ListedErrand| Label::key("errand-from").with("name", errand.given_by.as_str());
    let with = |errand: &ListedErrand| Label::key("errand-with").with("name", errand.to.as_str());
    let mut groups = vec![
        group("to-do", "errands-to-do", found.to_do, from),
        group("came-back", "errands-came-back", found.came_back, with),
        group("handed", "errands-handed", found.handed, with),
        group("answered", "errands-answered", found.answered, from),
        group("over", "errands-over", found.over, with),
    ];
    groups.retain(|group| !group.errands.is_empty());
    let may_give = context.viewer.may(ambito_domain::office::Right::FilePlans);
    context.show(&context.page(Label::key("errands-title")), &Errands { groups, may_give })
}

fn shown(errand: ListedErrand, who: fn(&ListedErrand) -> Label, today: Date, language: Language) -> Shown {
    use ambito_domain::review::ErrandState;
    let who = who(&errand);
    let state = super::state(errand.state);
    let late = errand.state == ErrandState::Given && errand.due < today;
    let ListedErrand { id, document_name, body_name, code, said, message_en, due, .. } = errand;
    let said = match (language, message_en) {
        (Language::English, Some(english)) => english,
        _ => said,
    };
    let (href, due) = (format!("/errands/{id}"), due.to_string());
    Shown { href, code, said, document: document_name, body: body_name, who, due, late, state }
}
