// SPDX-License-Identifier: AGPL-3.0-or-later
//! Routes × roles: the table is made from the router, and every cell is tried.

use crate::valdoro::{Browser, LOGINS, Page, Valdoro};
use ambito_domain::office::Role;
use ambito_web::routes::routes;
use ambito_web::server::{Needs, Route, Verb};
use axum::http::StatusCode;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

/// Where the table is kept, to be read by people.
const TABLE: &str = "docs/routes.md";
/// What stands before the routes that are there only with a provider.
const OUTSIDE: &str = "\n## With a provider of identity\n\n";
/// Set, the table is written again.
const REVIEW: &str = "AMBITO_REVIEW";

/// Words that stand on pages of content and on no page that refuses.
const CONTENT: [&str; 6] = [
    "Programmazione zonale",
    "Lino Senzaincarico",
    "Comune di Castelvento",
    "Piano Esecutivo",
    "c_vd03",
    "valdoro.example",
];

fn may(role: Role, needs: Needs) -> bool {
    match needs {
        Needs::Nothing => true,
        Needs::Person => role != Role::Public,
        Needs::Right(right) => role.may(right),
    }
}

#[test]
fn the_table_is_what_the_router_says() {
    let mut text = String::from(
        "<!-- Made from the router by the test `the_table_is_what_the_router_says` of crates/web; \
         AMBITO_REVIEW=1 writes it again. -->\n\n# Routes and roles\n\nWho may ask for what. A test tries every cell \
         over a real database: “yes” is let in, everything else gets a page that says so, and nothing else. Over which \
         bodies a right is held, the use case decides with the same function.\n\n",
    );
    tabulate(&mut text, &routes());
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(TABLE);
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    text.push_str(&outside(&kept));
    if std::env::var_os(REVIEW).is_some() {
        std::fs::write(&path, &text).unwrap();
        return;
    }
    assert_eq!(kept, text, "{TABLE} is not what the router says: {REVIEW}=1 writes it again");
}

/// The routes that are there only with a provider: a program built without the feature leaves them as they stand.
#[cfg(not(feature = "oidc"))]
fn outside(kept: &str) -> String {
    kept.find(OUTSIDE).map(|start| kept[start..].to_owned()).unwrap_or_default()
}

#[cfg(feature = "oidc")]
fn outside(_: &str) -> String {
    let mut text = format!(
        "{OUTSIDE}Only in a program built with the feature `oidc`, and only where `ambito serve --oidc` names a provider; \
         elsewhere there is no such address. Who is signed in is led home; nobody comes in without the provider's word.\n\n"
    );
    tabulate(&mut text, &ambito_web::routes::oidc_routes());
    text
}

fn tabulate(text: &mut String, routes: &[Route]) {
    text.push_str("| route | needs |");
    for role in Role::ALL {
        let _ = write!(text, " {} |", role.word());
    }
    let _ = writeln!(text, "\n| --- | --- |{}", " --- |".repeat(Role::ALL.len()));
    for route in routes {
        let needs = match route.needs {
            Needs::Nothing => "nothing",
            Needs::Person => "to be signed in",
            Needs::Right(right) => right.word(),
        };
        let _ = write!(text, "| `{} {}` | {needs} |", route.verb.word(), route.path);
        for role in Role::ALL {
            text.push_str(if may(role, route.needs) { " yes |" } else { " |" });
        }
        text.push('\n');
    }
}

#[tokio::test]
async fn every_cell_of_the_table_is_so() {
    let valdoro = Valdoro::open().await;
    let places = places(&valdoro).await;
    let before = valdoro.content().await;
    let mut tried = 0;
    let mut refused = 0;
    for (login, role) in LOGINS.into_iter().map(|(login, role)| (Some(login), role)).chain([(None, Role::Public)]) {
        let mut browser = match login {
            Some(login) => valdoro.signed_in(login).await,
            None => valdoro.browser(),
        };
        // Refused first, and all of them: then it can be seen that they changed nothing.
        for route in routes().iter().filter(|route| !may(role, route.needs)) {
            let page = ask(&mut browser, route, &places).await;
            assert_refused(&page, role, route);
            refused += 1;
        }
        tried += routes().len();
    }
    assert_eq!(before, valdoro.content().await, "a request that was refused changed something");
    assert!(refused > 100 && tried > 300, "{refused} of {tried}");
    // Signing out is the last that one can do.
    let mut open = routes();
    open.sort_by_key(|route| route.path == "/logout");
    for (login, role) in LOGINS {
        let browser = valdoro.signed_in(login).await;
        for route in open.iter().filter(|route| may(role, route.needs)) {
            let page = ask(&mut browser.clone(), route, &places).await;
            let status = page.status;
            // The second steps of signing in ask somebody who has not done the first for it.
            let is_second_step = route.path.starts_with("/login/") && status == StatusCode::UNAUTHORIZED;
            let is_refusal = matches!(status, StatusCode::FORBIDDEN | StatusCode::UNAUTHORIZED) && !is_second_step;
            assert!(
                !is_refusal && !status.is_server_error(),
                "{role:?} {} {}: {status} {}",
                route.verb.word(),
                route.path,
                page.text
            );
        }
    }
}

fn assert_refused(page: &Page, role: Role, route: &Route) {
    let name = format!("{role:?} {} {}", route.verb.word(), route.path);
    let is_refusal = match role {
        // Who is not signed in is led to sign in; a form that they sent is kept for them.
        Role::Public => page.location.starts_with("/login") || page.status == StatusCode::UNAUTHORIZED,
        _ => page.status == StatusCode::FORBIDDEN,
    };
    assert!(is_refusal, "{name}: {} {}", page.status, page.text);
    for words in CONTENT {
        assert!(!page.text.contains(words), "{name} shows “{words}”");
    }
}

/// Asks for a route with a form that has a right token, so that it is the role that decides.
pub async fn ask(browser: &mut Browser, route: &Route, places: &BTreeMap<&str, String>) -> Page {
    let mut path = route.path.to_owned();
    // The longer addresses first: they say more.
    for (part, id) in places.iter().rev() {
        path = path.replace(part, id);
    }
    let path = path.replace("{id}", "01a2035b696e7971bae3fe75ce33d788").replace("{secret}", "x");
    let path: String =
        path.split('/').map(|part| if part.starts_with('{') { "1" } else { part }).collect::<Vec<_>>().join("/");
    match route.verb {
        Verb::Get => browser.get(&path).await,
        Verb::Post => {
            let page = browser.get("/account").await;
            let page = if page.field("csrf").is_some() { page } else { browser.get("/login").await };
            browser.send(&path, &page, &[]).await
        }
    }
}

/// Something that is there, for each place of an address.
pub async fn places(valdoro: &Valdoro) -> BTreeMap<&'static str, String> {
    let (app, keeper) = (&valdoro.app, valdoro.keeper());
    let body = app.list_bodies(&keeper).await.unwrap().remove(0).id.to_string();
    let people = app.list_staff(&keeper).await.unwrap();
    // Somebody whose account nobody of the test uses.
    let person = people.iter().find(|person| person.login == "nessuno").unwrap().id.to_string();
    let position = app.list_positions(&keeper).await.unwrap().remove(0).id.to_string();
    let tenure = app.list_tenures(&keeper).await.unwrap().remove(0).0.id.to_string();
    let plan = app.list_plans(&keeper, None).await.unwrap().plans.remove(0).plan.id.to_string();
    let errand = crate::findings::handed(valdoro).await;
    let of_review = crate::reviews::reviewed(valdoro).await;
    let others = [
        ("/bodies/{id}", format!("/bodies/{body}")),
        ("/people/{id}", format!("/people/{person}")),
        ("/positions/{id}", format!("/positions/{position}")),
        ("/tenures/{id}", format!("/tenures/{tenure}")),
        ("/plans/{id}", format!("/plans/{plan}")),
        ("/register/letters/{id}", format!("/register/letters/{tenure}")),
        ("/checks/{code}", "/checks/STR001".to_owned()),
        ("/errands/{id}", format!("/errands/{errand}")),
        ("/retention/rules/{kind}", "/retention/rules/sessions".to_owned()),
    ];
    others.into_iter().chain(of_review).collect()
}
