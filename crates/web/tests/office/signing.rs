// SPDX-License-Identifier: AGPL-3.0-or-later
//! Signing in: failures, the second factor, recovery, links, sessions that end, forms from elsewhere.

use crate::valdoro::{Browser, Page, Valdoro, password};
use ambito_base::Clock as _;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use totp_rs::{Algorithm, Builder, Secret};

async fn try_password(browser: &mut Browser, login: &str, password: &str) -> Page {
    let page = browser.get("/login").await;
    browser.send("/login", &page, &[("login", login), ("password", password)]).await
}

/// The code of a secret at a moment.
fn code(secret: &str, seconds: i64) -> String {
    let secret = Secret::try_from_base32(secret.replace(' ', "")).unwrap();
    let builder = Builder::new().with_algorithm(Algorithm::SHA1).with_digits(6).with_skew(1).with_step_duration(30);
    let totp = builder.with_secret(secret).build().unwrap();
    totp.generate(u64::try_from(seconds).unwrap()).to_string()
}

#[tokio::test]
async fn after_failures_one_waits_longer_and_longer() {
    let valdoro = Valdoro::open().await;
    let mut browser = valdoro.browser();
    for _ in 0..2 {
        assert!(try_password(&mut browser, "conti", "sbagliata").await.text.contains("non sono giusti"));
    }
    assert!(try_password(&mut browser, "conti", "sbagliata").await.text.contains("non sono giusti"));
    // The third failure in a row makes even the right password wait.
    let right = password("conti");
    let locked = try_password(&mut browser, "conti", &right).await;
    assert!(locked.text.contains("Troppi tentativi"), "{}", locked.text);
    valdoro.hand.wait(2);
    assert_eq!(try_password(&mut browser, "conti", &right).await.status, StatusCode::SEE_OTHER);
    // A name that nobody has gets the same words.
    let unknown = try_password(&mut valdoro.browser(), "nessuno.qui", "sbagliata").await;
    assert!(unknown.text.contains("non sono giusti") && unknown.status == StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn the_second_factor_is_asked_taken_once_and_replaced_by_a_recovery_code() {
    let valdoro = Valdoro::open().await;
    let mut browser = valdoro.signed_in("revisione").await;
    let page = browser.get("/account/factor").await;
    let secret = page.text.split("<code class=\"secret\">").nth(1).unwrap().split('<').next().unwrap().to_owned();
    let wrong = browser.send("/account/factor", &page, &[("code", "000000")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let first = code(&secret, valdoro.hand.now().as_second());
    let done = browser.send("/account/factor", &page, &[("code", &first)]).await;
    let recovery = done.text.split("<li><code>").nth(1).unwrap().split('<').next().unwrap().to_owned();

    // The password alone leads to the second step and opens nothing.
    let mut other = valdoro.browser();
    let half = try_password(&mut other, "revisione", &password("revisione")).await;
    assert!(half.location.starts_with("/login/code"), "{}", half.location);
    assert!(other.get("/plans").await.location.starts_with("/login"));
    let step = other.get(&half.location).await;
    // The code that set it up was used; the next one serves.
    let used = other.send("/login/code", &step, &[("code", &first)]).await;
    assert_eq!(used.status, StatusCode::UNPROCESSABLE_ENTITY);
    valdoro.hand.wait(30);
    let next = code(&secret, valdoro.hand.now().as_second());
    assert_eq!(other.send("/login/code", &step, &[("code", &next)]).await.location, "/");
    assert_eq!(other.get("/plans").await.status, StatusCode::OK);

    // Without the telephone: a recovery code, once.
    for expected in [StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY] {
        let mut third = valdoro.browser();
        try_password(&mut third, "revisione", &password("revisione")).await;
        let step = third.get("/login/code").await;
        assert_eq!(third.send("/login/code", &step, &[("code", &recovery)]).await.status, expected);
    }
}

#[tokio::test]
async fn a_link_sets_a_password_once_and_ends_sessions() {
    let valdoro = Valdoro::open().await;
    let mut target = valdoro.signed_in("conti").await;
    let mut system = valdoro.signed_in("sistema").await;
    let people = system.get("/people?q=conti").await;
    let person = valdoro.app.list_staff(&valdoro.keeper()).await.unwrap();
    let person = person.iter().find(|person| person.login == "conti").unwrap().id;
    assert!(people.text.contains(&format!("/people/{person}")), "{}", people.text);
    let page = system.get(&format!("/people/{person}")).await;
    let made = system.send(&format!("/people/{person}/link"), &page, &[]).await;
    let address = made.text.split("<code>http://localhost").nth(1).unwrap().split('<').next().unwrap().to_owned();
    let mut anybody = valdoro.browser();
    let form = anybody.get(&address).await;
    let short = anybody.send(&address, &form, &[("password", "corta"), ("again", "corta")]).await;
    assert!(short.text.contains("troppo corta"), "{}", short.text);
    let new = "un cavallo verde e due rane";
    let set = anybody.send(&address, &form, &[("password", new), ("again", new)]).await;
    assert_eq!(set.status, StatusCode::SEE_OTHER);
    assert_eq!(anybody.get(&address).await.status, StatusCode::NOT_FOUND);
    assert!(target.get("/plans").await.location.starts_with("/login"), "the old session has ended");
    assert_eq!(try_password(&mut anybody, "conti", &password("conti")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(try_password(&mut anybody, "conti", new).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn sessions_end_by_idleness_by_hand_and_by_age() {
    let valdoro = Valdoro::open().await;
    let mut first = valdoro.signed_in("valuta").await;
    let mut second = valdoro.signed_in("valuta").await;
    let account = second.get("/account").await;
    assert_eq!(account.text.matches("/account/sessions/").count(), 1, "the other session can be ended");
    let end = account.text.split("action=\"/account/sessions/").nth(1).unwrap().split('"').next().unwrap();
    let end = format!("/account/sessions/{end}");
    assert_eq!(second.send(&end, &account, &[]).await.status, StatusCode::SEE_OTHER);
    assert!(first.get("/account").await.location.starts_with("/login"));
    // Used again and again it lives; left alone it ends.
    for _ in 0..4 {
        valdoro.hand.wait(20 * 60);
        assert_eq!(second.get("/account").await.status, StatusCode::OK);
    }
    valdoro.hand.wait(31 * 60);
    assert!(second.get("/account").await.location.starts_with("/login"));
    // Whatever is done, it ends with its hours.
    let mut third = valdoro.signed_in("valuta").await;
    for _ in 0..29 {
        valdoro.hand.wait(20 * 60);
        third.get("/account").await;
    }
    assert_eq!(third.get("/account").await.status, StatusCode::OK);
    valdoro.hand.wait(25 * 60);
    assert!(third.get("/account").await.location.starts_with("/login"));
}

#[tokio::test]
async fn a_form_from_elsewhere_does_nothing() {
    let valdoro = Valdoro::open().await;
    let mut browser = valdoro.signed_in("sistema").await;
    let before = valdoro.app.list_bodies(&valdoro.keeper()).await.unwrap().len();
    let page = browser.get("/bodies/new").await;
    let csrf = page.field("csrf").unwrap();
    let pairs = [("csrf", csrf.as_str()), ("name", "Ente di altri"), ("kind", "office")];
    let body = || Body::from(serde_urlencoded::to_string(pairs).unwrap());
    let post = || {
        let request = Request::builder().method(Method::POST).uri("/bodies/new");
        request.header("content-type", "application/x-www-form-urlencoded")
    };
    let cross = browser.ask(post().header("sec-fetch-site", "cross-site"), body()).await;
    assert_eq!(cross.status, StatusCode::FORBIDDEN);
    let origin = browser.ask(post().header("origin", "https://evil.example").header("host", "localhost"), body()).await;
    assert_eq!(origin.status, StatusCode::FORBIDDEN);
    let json = Request::builder().method(Method::POST).uri("/bodies/new").header("content-type", "application/json");
    assert_eq!(browser.ask(json, Body::from("{}")).await.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    let large = Body::from(format!("csrf={csrf}&name={}", "a".repeat(300_000)));
    assert_eq!(browser.ask(post(), large).await.status, StatusCode::PAYLOAD_TOO_LARGE);
    // Without its token it is shown, not carried out.
    let without = browser.post("/bodies/new", &[("name", "Ente di altri"), ("kind", "office")]).await;
    assert!(without.text.contains("Ente di altri") && without.text.contains("resumed"), "{}", without.text);
    assert_eq!(valdoro.app.list_bodies(&valdoro.keeper()).await.unwrap().len(), before);
}

#[tokio::test]
async fn where_there_are_two_areas_one_says_which() {
    let valdoro = Valdoro::open().await;
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../demo/valdoro.toml")).unwrap();
    let text = text.replacen("name = \"Ambito di Valdoro\"", "name = \"Ambito di Altrove\"", 1);
    let other = valdoro.app.load_area(&toml::from_str(&text).unwrap(), "test").await.unwrap().area.to_string();
    let mut browser = valdoro.browser();
    let page = browser.get("/login").await;
    assert!(page.text.contains("Ambito di Altrove") && page.text.contains("Ambito di Valdoro"), "{}", page.text);
    let secret = password("conti");
    let pairs = [("login", "conti"), ("password", secret.as_str())];
    assert_eq!(browser.send("/login", &page, &pairs).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let chosen = [pairs[0], pairs[1], ("area", other.as_str())];
    assert_eq!(browser.send("/login", &page, &chosen).await.status, StatusCode::SEE_OTHER);
    let home = browser.get("/").await;
    assert!(home.text.contains("Ambito di Altrove") && !home.text.contains("Piano Esecutivo"), "{}", home.text);
}
