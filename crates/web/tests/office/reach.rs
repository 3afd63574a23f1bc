// SPDX-License-Identifier: AGPL-3.0-or-later
//! A role that reaches one municipality sees nothing of the others, by whatever way it asks.

use crate::valdoro::Valdoro;
use axum::http::StatusCode;

#[tokio::test]
async fn who_reaches_one_body_sees_no_other() {
    let valdoro = Valdoro::open().await;
    let (app, keeper) = (&valdoro.app, valdoro.keeper());
    let bodies = app.list_bodies(&keeper).await.unwrap();
    let id = |name: &str| bodies.iter().find(|body| body.name == name).unwrap().id;
    let plan = app.list_plans(&keeper, None).await.unwrap().plans.remove(0).plan.id;
    let position = app.list_positions(&keeper).await.unwrap();
    let elsewhere = position.iter().find(|position| position.body == id("Ambito di Valdoro")).unwrap().id;
    let mut browser = valdoro.signed_in("comune").await;

    let list = browser.get("/bodies").await;
    assert!(list.text.contains("Comune di Rocca Valdoro") && list.text.contains("data-count=\"1\""), "{}", list.text);
    for path in ["/bodies", "/plans", "/plans?q=piano", "/api/bodies", "/api/plans", "/"] {
        let page = browser.get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        for hidden in ["Castelvento", "Azienda speciale", "Piano Esecutivo", &plan.to_string()] {
            assert!(!page.text.contains(hidden), "{path} shows {hidden}");
        }
    }
    let other = id("Comune di Castelvento");
    let paths = [
        format!("/bodies/{other}"),
        format!("/positions/{elsewhere}"),
        format!("/plans/{plan}"),
        format!("/plans/{plan}/nodes/1"),
        format!("/plans/{plan}/unread"),
        format!("/api/plans/{plan}"),
    ];
    for path in paths {
        let page = browser.get(&path).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}: {}", page.text);
        assert!(!page.text.contains("Castelvento") && !page.text.contains("Piano Esecutivo"), "{path}");
    }
    let own = browser.get(&format!("/bodies/{}", id("Comune di Rocca Valdoro"))).await;
    assert_eq!(own.status, StatusCode::OK);
}

#[tokio::test]
async fn a_role_ends_with_its_position() {
    let valdoro = Valdoro::open().await;
    let mut browser = valdoro.signed_in("obiettivo").await;
    assert_eq!(browser.get("/plans").await.status, StatusCode::OK);
    let keeper = valdoro.keeper();
    let tenures = valdoro.app.list_tenures(&keeper).await.unwrap();
    let (tenure, _) = tenures.into_iter().find(|(_, name)| name == "Bruno Obiettivi").unwrap();
    let input = ambito_app::office::TenureInput {
        staff: String::new(),
        from: tenure.from.to_string(),
        to: "31/10/2026".to_owned(),
    };
    valdoro.app.save_tenure(&keeper, tenure.id, tenure.version, &input).await.unwrap();
    assert_eq!(browser.get("/plans").await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_token_opens_what_it_names_and_nothing_else() {
    let valdoro = Valdoro::open().await;
    let mut browser = valdoro.signed_in("direzione").await;
    let form = browser.get("/account/tokens/new").await;
    let wanted = [("name", "cruscotto"), ("scope", "read-plans"), ("days", "10")];
    let made = browser.send("/account/tokens/new", &form, &wanted).await;
    let secret = made.text.split("<code>").nth(1).unwrap().split('<').next().unwrap().to_owned();
    assert!(secret.starts_with("ambito_"), "{}", made.text);
    let with = async |path: &str| {
        let request = axum::http::Request::builder().uri(path).header("authorization", format!("Bearer {secret}"));
        valdoro.browser().ask(request, axum::body::Body::empty()).await
    };
    let plans = with("/api/plans").await;
    assert_eq!(plans.status, StatusCode::OK);
    assert!(plans.text.contains("Piano Esecutivo di Gestione 2027"), "{}", plans.text);
    assert_eq!(with("/api/bodies").await.status, StatusCode::FORBIDDEN);
    let nobody = valdoro.browser().get("/api/plans").await;
    assert_eq!(nobody.status, StatusCode::UNAUTHORIZED);
    assert!(nobody.text.contains("ambito.error/1"), "{}", nobody.text);
    valdoro.hand.wait(10 * 24 * 3600);
    assert_eq!(with("/api/plans").await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn the_source_of_a_plan_leads_only_where_its_reader_may_go() {
    let valdoro = Valdoro::open().await;
    let plan = valdoro.app.list_plans(&valdoro.keeper(), None).await.unwrap().plans.remove(0).plan.id;
    let mut browser = valdoro.signed_in("obiettivo").await;
    let mut doors = 0;
    for line in (1..400).step_by(60) {
        let page = browser.get(&format!("/plans/{plan}/source?version=1&line={line}")).await;
        assert_eq!(page.status, StatusCode::OK, "line {line}");
        assert!(!page.text.contains("href=\"/reviews/"), "line {line} leads to a review, which would be refused");
        doors += page.text.matches(&format!("href=\"/plans/{plan}/source?version=1&amp;line=")).count();
    }
    assert!(doors > 0, "nodes outside of the window are reached by their line");
}
