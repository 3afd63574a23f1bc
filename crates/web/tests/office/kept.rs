// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is kept of a page is what would be made anew, whoever looked before.

use crate::valdoro::{Page, Valdoro};
use ambito_app::App;
use ambito_web::{Before, Options, Server};
use axum::Router;

/// A server over the same database, which keeps its own.
fn another(valdoro: &Valdoro) -> Router {
    let app = App::new(valdoro.app.database().clone(), valdoro.hand.clone(), valdoro.hand.clone());
    let options = Options { url: "http://localhost".to_owned(), before: Before::Proxy, log: |line| panic!("{line}") };
    Server::new(app, options).unwrap().router()
}

#[tokio::test]
async fn nobody_is_shown_what_another_saw() {
    let valdoro = Valdoro::open().await;
    let plan = valdoro.app.list_plans(&valdoro.keeper(), None).await.unwrap().plans.remove(0).plan.id;
    let logins = ["programma", "obiettivo", "direzione", "comune", "valuta"];
    let mut browsers = Vec::new();
    for login in logins {
        let browser = valdoro.signed_in(login).await;
        // On the one server everybody looks; on the other nobody but this person.
        browsers.push((browser.before(&another(&valdoro)), browser));
    }
    let (mut with_names, mut without_names) = (0, 0);
    for node in 0..12 {
        for query in ["", "?version=1", "?lang=en", "?lang=it"] {
            let path = format!("/plans/{plan}/nodes/{node}{query}");
            // The first to look is another at each node; who looked first looks again at the end.
            for at in (0..=logins.len()).map(|at| (at + node) % logins.len()) {
                let (alone, among_others) = &mut browsers[at];
                let expected = alone.get(&path).await;
                let Page { status, text, .. } = among_others.get(&path).await;
                assert_eq!((status, &text), (expected.status, &expected.text), "{path} for {}", logins[at]);
                if text.contains("data-kind=\"efforts\"") {
                    with_names += 1;
                } else if text.contains("data-kind=\"budget_lines\"") {
                    without_names += 1;
                }
            }
        }
    }
    assert!(with_names > 0 && without_names > 0, "{with_names} {without_names}: both kinds of page were looked at");
}
