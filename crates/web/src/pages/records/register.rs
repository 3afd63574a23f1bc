// SPDX-License-Identifier: AGPL-3.0-or-later
//! The register of processing and the letters of appointment.

use super::{basis_key, kind_key};
use crate::pages::menu::{right_key, role_key};
use crate::render::{Content, Label};
use crate::server::{Answer, Context, Needs, Route};
use ambito_app::Error;
use ambito_app::register::{Activity, Letter, LetterLine, MEASURES, MEASURES_LEFT, Register, RegisterEntry};
use ambito_domain::office::{Right, Role};
use ambito_i18n::Catalogue;
use axum::extract::Path;
use serde::Serialize;

/// The routes.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/register", Needs::Right(Right::ReadRegister), show),
        Route::get("/register/letters", Needs::Right(Right::ReadRegister), letters),
        Route::get("/register/letters/{id}", Needs::Right(Right::ReadRegister), letter),
    ]
}

/// The register.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Shown {
    made: String,
    controllers: Vec<String>,
    entries: Vec<Entry>,
    measures: Vec<String>,
    left: Vec<String>,
}

#[derive(Clone, Debug, Serialize)]
struct Entry {
    id: &'static str,
    words: Words,
    recipients: Vec<(Label, Vec<String>)>,
    kept: Vec<(Label, u32, Label)>,
}

/// What the catalogue says of an activity.
#[derive(Clone, Debug, Serialize)]
struct Words {
    name: String,
    purpose: String,
    basis: String,
    subjects: String,
    data: String,
}

impl Words {
    fn of(activity: Activity, catalogue: &Catalogue) -> Self {
        let say = |part: &str| catalogue.text(&format!("processing-{}-{part}", activity.word()), &[]);
        Self {
            name: say("name"),
            purpose: say("purpose"),
            basis: say("basis"),
            subjects: say("subjects"),
            data: say("data"),
        }
    }
}

fn measures(words: &[&str], catalogue: &Catalogue) -> Vec<String> {
    words.iter().map(|word| catalogue.text(&format!("measure-{word}"), &[])).collect()
}

impl Content for Shown {
    const TEMPLATE: &'static str = "records/register.html";

    fn samples() -> Vec<Self> {
        let words = || "parole".to_owned();
        let entry = |recipients| Entry {
            id: "audit",
            words: Words { name: words(), purpose: words(), basis: words(), subjects: words(), data: words() },
            recipients,
            kept: vec![(Label::key("retained-audit"), 60, Label::key("retained-audit-basis"))],
        };
        let recipients = vec![(Label::key("role-manager"), vec![words()]), (Label::key("role-auditor"), Vec::new())];
        let one = Self {
            made: "2027-01-10".to_owned(),
            controllers: vec![words()],
            entries: vec![entry(recipients)],
            measures: vec![words()],
            left: vec![words()],
        };
        vec![one.clone(), Self { controllers: Vec::new(), ..one }]
    }
}

async fn show(context: Context) -> Answer {
    let Register { area: _, controllers, made, entries } = context.server.app.get_register(&context.viewer).await?;
    let catalogue = context.server.engine.catalogue(context.language);
    let entry = |RegisterEntry { activity, recipients, kept }: RegisterEntry| Entry {
        id: activity.word(),
        words: Words::of(activity, catalogue),
        recipients: recipients
            .into_iter()
            .map(|one| {
                let positions = one.positions.into_iter().map(|(title, body)| format!("{title} – {body}"));
                (Label::key(role_key(one.role)), positions.collect())
            })
            .collect(),
        kept: kept
            .into_iter()
            .map(|rule| {
                let basis = rule.basis.map_or_else(|| Label::key(basis_key(rule.kind)), Label::said);
                (Label::key(kind_key(rule.kind)), rule.months, basis)
            })
            .collect(),
    };
    let content = Shown {
        made: made.to_string(),
        controllers,
        entries: entries.into_iter().map(entry).collect(),
        measures: measures(&MEASURES, catalogue),
        left: measures(&MEASURES_LEFT, catalogue),
    };
    context.show(&context.page(Label::key("register-title")), &content)
}

/// The list of letters.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Letters {
    letters: Vec<Line>,
}

#[derive(Clone, Debug, Serialize)]
struct Line {
    href: String,
    person: String,
    title: String,
    body: String,
    from: String,
    to: Option<String>,
}

impl Line {
    fn sample() -> Self {
        Self {
            href: "/register/letters/1".to_owned(),
            person: "Ada Fabbri".to_owned(),
            title: "Direzione".to_owned(),
            body: "Ambito di Valdoro".to_owned(),
            from: "2027-01-01".to_owned(),
            to: None,
        }
    }
}

impl From<LetterLine> for Line {
    fn from(line: LetterLine) -> Self {
        let LetterLine { tenure, person, title, body, from, to } = line;
        let (from, to) = (from.to_string(), to.map(|day| day.to_string()));
        Self { href: format!("/register/letters/{tenure}"), person, title, body, from, to }
    }
}

impl Content for Letters {
    const TEMPLATE: &'static str = "records/letters.html";

    fn samples() -> Vec<Self> {
        let until = Line { to: Some("2027-12-31".to_owned()), ..Line::sample() };
        vec![Self { letters: vec![Line::sample(), until] }, Self { letters: Vec::new() }]
    }
}

async fn letters(context: Context) -> Answer {
    let letters = context.server.app.list_letters(&context.viewer).await?;
    let content = Letters { letters: letters.into_iter().map(Line::from).collect() };
    let page = context.page(Label::key("letters-title")).under("/register", Label::key("register-title"));
    context.show(&page, &content)
}

/// A letter.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct OneLetter {
    made: String,
    controller: Option<String>,
    line: Line,
    roles: Vec<(Label, Label)>,
    rights: Vec<Label>,
    activities: Vec<(String, String)>,
}

impl Content for OneLetter {
    const TEMPLATE: &'static str = "records/letter.html";

    fn samples() -> Vec<Self> {
        let full = Self {
            made: "2027-01-10".to_owned(),
            controller: Some("Ambito di Valdoro".to_owned()),
            line: Line { to: Some("2027-12-31".to_owned()), ..Line::sample() },
            roles: vec![(Label::key("role-manager"), Label::key("reach-subtree"))],
            rights: vec![Label::key("right-read-audit")],
            activities: vec![("nome".to_owned(), "scopo".to_owned())],
        };
        let bare = Self { line: Line::sample(), activities: Vec::new(), controller: None, ..full.clone() };
        vec![full, bare]
    }
}

async fn letter(context: Context, Path(id): Path<String>) -> Answer {
    let id = id.parse().map_err(|()| Error::Absent("tenure"))?;
    let Letter { area: _, controller, made, line, roles, rights, activities } =
        context.server.app.get_letter(&context.viewer, id).await?;
    let catalogue = context.server.engine.catalogue(context.language);
    let reach = |reach| match reach {
        ambito_domain::office::Reach::Body => "reach-body",
        ambito_domain::office::Reach::Subtree => "reach-subtree",
    };
    let role = |role: Role| Label::key(role_key(role));
    let words = activities.into_iter().map(|activity| Words::of(activity, catalogue));
    let content = OneLetter {
        made: made.to_string(),
        controller,
        line: line.into(),
        roles: roles.into_iter().map(|held| (role(held.role), Label::key(reach(held.reach)))).collect(),
        rights: rights.into_iter().map(|right| Label::key(right_key(right))).collect(),
        activities: words.map(|words| (words.name, words.purpose)).collect(),
    };
    let page = context.page(Label::key("letter-title")).under("/register", Label::key("register-title"));
    context.show(&page.under("/register/letters", Label::key("letters-title")), &content)
}
