// SPDX-License-Identifier: AGPL-3.0-or-later
//! Signing in through a real provider: who comes in, and everything that does not let anybody in.

use crate::provider::{Provider, URL};
use crate::valdoro::{Browser, LOGINS, Page, Valdoro, password, unescape};
use ambito_app::audit::AuditQuery;
use ambito_app::office::SettingsInput;
use ambito_base::Clock as _;
use ambito_web::oidc::{self, Config};
use ambito_web::routes::oidc_routes;
use ambito_web::server::{Needs, Verb};
use ambito_web::{Before, Options, Server};
use axum::Router;
use axum::http::StatusCode;

/// The level that the tests require, and one that is not enough.
const HIGH: &str = "livello-2";
const LOW: &str = "livello-1";

/// An office whose staff come in through a provider.
struct Office {
    valdoro: Valdoro,
    provider: Provider,
    router: Router,
}

impl Office {
    /// One that requires the high level and ties people by their login.
    async fn open() -> Self {
        Self::with(&[HIGH], "login = \"preferred_username\"").await
    }

    async fn with(acr: &[&str], more: &str) -> Self {
        let valdoro = Valdoro::open().await;
        let provider = Provider::start(valdoro.hand.now().as_second());
        let router = router(&valdoro, &provider.config(acr, more));
        Self { valdoro, provider, router }
    }

    /// Of whom our own second factor is asked.
    async fn asks(&self, rule: &str) {
        let (app, keeper) = (&self.valdoro.app, self.valdoro.keeper());
        let settings = app.get_settings(&keeper).await.unwrap();
        let input = SettingsInput {
            name: settings.area.name,
            idle_minutes: "30".to_owned(),
            session_hours: "10".to_owned(),
            factor: rule.to_owned(),
        };
        app.save_settings(&keeper, settings.version, &input).await.unwrap();
    }

    fn browser(&self) -> Browser {
        self.valdoro.browser_before(&self.router)
    }

    /// Goes to the provider, is somebody there, and comes back.
    async fn enter(&self, browser: &mut Browser, who: &str) -> Page {
        let url = leave(browser).await;
        browser.get(&self.provider.pass(&url, who)).await
    }

    /// Nobody comes in like that, and it is recorded with its kind.
    async fn assert_nobody(&self, browser: &mut Browser, page: &Page, kind: &str, words: &str) {
        assert_eq!(page.status, StatusCode::UNAUTHORIZED, "{kind}: {} {}", page.location, page.text);
        assert!(page.text.contains(words), "{kind}: {}", page.text);
        assert!(!browser.cookies.contains_key("ambito-session"), "{kind}: a session");
        assert!(browser.get("/plans").await.location.starts_with("/login"), "{kind}");
        assert_eq!(self.last("access.fail").await, format!("oidc {kind}"));
    }

    /// What the record says of the last act of a kind.
    async fn last(&self, act: &str) -> String {
        let query = AuditQuery { act: act.to_owned(), ..AuditQuery::default() };
        let page = self.valdoro.app.search_audit(&self.valdoro.keeper(), &query).await.unwrap();
        page.records.into_iter().next().map(|record| record.detail).unwrap_or_default()
    }
}

fn router(valdoro: &Valdoro, config: &str) -> Router {
    let options = Options { url: URL.to_owned(), before: Before::Proxy, log: |_| {} };
    let provider = oidc::Provider::new(Config::parse(config).unwrap(), URL).unwrap();
    Server::new(valdoro.app.clone(), options).unwrap().with_oidc(provider).router()
}

/// Presses the button: the address of the provider.
async fn leave(browser: &mut Browser) -> String {
    let page = browser.get("/login").await;
    assert!(page.text.contains("Entra con il portale di Valdoro"), "{}", page.text);
    let left = browser.send("/login/oidc", &page, &[("next", "/plans")]).await;
    assert_eq!(left.status, StatusCode::OK, "{}", left.text);
    let (_, rest) = left.text.split_once("btn-primary\" href=\"").expect("a link to the provider");
    unescape(rest.split('"').next().unwrap())
}

fn who(sub: &str, acr: &str) -> String {
    format!("sub={sub}&acr={acr}")
}

/// An address with the value of a name changed.
fn with(url: &str, name: &str, value: &str) -> String {
    let (before, rest) = url.split_once(&format!("{name}=")).expect("the name is there");
    let after = rest.split_once('&').map_or("", |(_, after)| after);
    format!("{before}{name}={value}&{after}")
}

#[tokio::test]
async fn who_is_meant_comes_in_and_is_known_again() {
    let office = Office::open().await;
    office.asks("everybody").await;
    let mut browser = office.browser();
    let page = office.enter(&mut browser, &who("s-conti", HIGH)).await;
    assert_eq!((page.status, page.location.as_str()), (StatusCode::SEE_OTHER, "/plans"), "{}", page.text);
    assert_eq!(browser.get("/plans").await.status, StatusCode::OK);
    assert_eq!(office.last("access.tie").await, "oidc");
    assert_eq!(office.last("access.sign-in").await, format!("oidc acr={HIGH}"));
    // The level was required and met: a second factor of ours is not asked, though the house asks everybody.
    let mut other = office.browser();
    assert_eq!(office.enter(&mut other, &who("s-conti", HIGH)).await.location, "/plans");
    // Somebody else of the same provider with the same name is not them.
    let mut double = office.browser();
    let page = office.enter(&mut double, &who("s-conti-2", HIGH)).await;
    office.assert_nobody(&mut double, &page, "tied", "non corrisponde a una persona").await;
    // What was asked of the provider.
    let url = leave(&mut office.browser()).await;
    for part in
        ["code_challenge_method=S256", "scope=openid+profile+email", "acr_values=livello-2", "response_type=code"]
    {
        assert!(url.contains(part), "{url}");
    }
}

#[tokio::test]
async fn what_is_not_ours_or_not_now_lets_nobody_in() {
    let office = Office::open().await;
    let late = "più di dieci minuti";
    // A state that nobody gave.
    let mut browser = office.browser();
    let back = office.provider.pass(&leave(&mut browser).await, &who("s-conti", HIGH));
    let page = browser.get(&with(&back, "state", "altro")).await;
    office.assert_nobody(&mut browser, &page, "unknown", late).await;
    // Another browser comes back, and after it nobody does.
    let mut thief = office.browser();
    let page = thief.get(&back).await;
    office.assert_nobody(&mut thief, &page, "elsewhere", late).await;
    let page = browser.get(&back).await;
    office.assert_nobody(&mut browser, &page, "unknown", late).await;
    // The same return twice, and the same code for another attempt.
    let back = office.provider.pass(&leave(&mut browser).await, &who("s-conti", HIGH));
    let state = leave(&mut browser).await.split_once("state=").unwrap().1.split('&').next().unwrap().to_owned();
    let mut again = browser.clone();
    assert_eq!(browser.get(&back).await.status, StatusCode::SEE_OTHER);
    let page = again.get(&back).await;
    office.assert_nobody(&mut again, &page, "unknown", late).await;
    let page = again.get(&with(&back, "state", &state)).await;
    office.assert_nobody(&mut again, &page, "refused", "non è valida").await;
    // Ten minutes later.
    let mut slow = office.browser();
    let back = office.provider.pass(&leave(&mut slow).await, &who("s-conti", HIGH));
    office.valdoro.hand.wait(10 * 60);
    let page = slow.get(&back).await;
    office.assert_nobody(&mut slow, &page, "late", late).await;
}

#[tokio::test]
async fn what_the_provider_says_is_looked_at() {
    let office = Office::open().await;
    let cases = [
        ("content", "signature"),
        ("key", "signature"),
        ("none", "signature"),
        ("shared", "signature"),
        ("issuer", "issuer"),
        ("audience", "audience"),
        ("audiences", "audience"),
        ("expired", "expired"),
        ("nonce", "nonce"),
        ("no-nonce", "nonce"),
        ("at-hash", "at-hash"),
    ];
    for (change, kind) in cases {
        office.provider.change(change);
        let mut browser = office.browser();
        let page = office.enter(&mut browser, &who("s-conti", HIGH)).await;
        office.assert_nobody(&mut browser, &page, kind, "non è valida").await;
    }
    office.provider.change("no-acr");
    let mut browser = office.browser();
    let page = office.enter(&mut browser, &who("s-conti", HIGH)).await;
    office.assert_nobody(&mut browser, &page, "weak", "livello di sicurezza più alto").await;
    office.provider.change("");
    let page = office.enter(&mut browser, &who("s-conti", HIGH)).await;
    assert_eq!(page.location, "/plans", "unspoiled, the same comes in");
    // A nonce that was changed on the way.
    let mut browser = office.browser();
    let url = with(&leave(&mut browser).await, "nonce", "altro");
    let page = browser.get(&office.provider.pass(&url, &who("s-conti", HIGH))).await;
    office.assert_nobody(&mut browser, &page, "nonce", "non è valida").await;
    // A proof that is another attempt's.
    let url = with(&leave(&mut browser).await, "code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    let page = browser.get(&office.provider.pass(&url, &who("s-conti", HIGH))).await;
    office.assert_nobody(&mut browser, &page, "refused", "non è valida").await;
}

#[tokio::test]
async fn who_is_nobody_here_stays_outside() {
    let office = Office::open().await;
    let mut browser = office.browser();
    let before = office.valdoro.app.list_staff(&office.valdoro.keeper()).await.unwrap().len();
    let page = office.enter(&mut browser, &who("s-sconosciuta", HIGH)).await;
    office.assert_nobody(&mut browser, &page, "stranger", "non corrisponde a una persona").await;
    // A right address is not asked for here.
    let page = office.enter(&mut browser, &who("s-direzione", HIGH)).await;
    office.assert_nobody(&mut browser, &page, "stranger", "non corrisponde a una persona").await;
    let page = office.enter(&mut browser, &who("s-conti", LOW)).await;
    office.assert_nobody(&mut browser, &page, "weak", "livello di sicurezza più alto").await;
    let page = office.enter(&mut browser, "").await;
    office.assert_nobody(&mut browser, &page, "cancelled", "annullato").await;
    assert_eq!(office.valdoro.app.list_staff(&office.valdoro.keeper()).await.unwrap().len(), before);
}

#[tokio::test]
async fn without_a_level_our_own_second_factor_is_asked() {
    // By an address that the provider has looked at, and by a key of the administration's own.
    let office = Office::with(&[], "email = \"email\"\nlogin = \"preferred_username\"\nsubject = \"sub\"").await;
    office.asks("managers").await;
    let mut browser = office.browser();
    let page = office.enter(&mut browser, &who("s-direzione", "")).await;
    assert!(page.location.starts_with("/login/factor"), "a manager sets up a second factor: {}", page.location);
    assert!(browser.get("/plans").await.location.starts_with("/login"), "and is not in before");
    assert!(office.last("access.outside").await.starts_with("oidc acr="));
    let page = office.enter(&mut browser, &who("s-revisione", "")).await;
    assert_eq!(page.location, "/plans", "of an auditor none is asked");
    let mut browser = office.browser();
    let page = office.enter(&mut browser, &who("s-programma", "")).await;
    office.assert_nobody(&mut browser, &page, "stranger", "non corrisponde a una persona").await;
}

#[tokio::test]
async fn a_key_of_the_administrations_own_is_taken() {
    let office = Office::with(&[HIGH], "login = \"preferred_username\"\nsubject = \"matricola\"").await;
    let mut browser = office.browser();
    assert_eq!(office.enter(&mut browser, &who("s-valuta", HIGH)).await.location, "/plans");
    let mut browser = office.browser();
    let page = office.enter(&mut browser, &who("s-conti", HIGH)).await;
    office.assert_nobody(&mut browser, &page, "subject", "non è valida").await;
}

#[tokio::test]
async fn what_was_being_typed_comes_back() {
    let office = Office::open().await;
    let mut browser = office.browser();
    let page = browser.get("/login").await;
    let typed = [("next", "/"), ("resume", "name=Ada+Fabbri"), ("resume_path", "/bodies/new")];
    let left = browser.send("/login/oidc", &page, &typed).await;
    let url = unescape(left.text.split_once("btn-primary\" href=\"").unwrap().1.split('"').next().unwrap());
    let page = browser.get(&office.provider.pass(&url, &who("s-conti", HIGH))).await;
    assert!(page.text.contains("Ada Fabbri") && page.text.contains("action=\"/bodies/new\""), "{}", page.text);
    // Also where it went wrong.
    let mut browser = office.browser();
    let page = browser.get("/login").await;
    let left = browser.send("/login/oidc", &page, &typed).await;
    let url = unescape(left.text.split_once("btn-primary\" href=\"").unwrap().1.split('"').next().unwrap());
    let page = browser.get(&office.provider.pass(&url, &who("s-conti", LOW))).await;
    assert_eq!(page.field("resume").as_deref(), Some("name=Ada+Fabbri"), "{}", page.text);
}

#[tokio::test]
async fn a_provider_that_is_down_leaves_name_and_password() {
    let mut office = Office::open().await;
    let mut browser = office.browser();
    let back = office.provider.pass(&leave(&mut browser).await, &who("s-conti", HIGH));
    office.provider.stop();
    let page = browser.get(&back).await;
    office.assert_nobody(&mut browser, &page, "unreachable", "il portale non risponde").await;
    let page = browser.get("/login").await;
    let page = browser.send("/login/oidc", &page, &[("next", "/plans")]).await;
    office.assert_nobody(&mut browser, &page, "unreachable", "il portale non risponde").await;
    let secret = password("conti");
    let page = browser.send("/login", &page, &[("login", "conti"), ("password", &secret), ("next", "/plans")]).await;
    assert_eq!(page.location, "/plans");
}

#[tokio::test]
async fn the_routes_are_there_only_with_a_provider() {
    let valdoro = Valdoro::open().await;
    let configured = router(
        &valdoro,
        "issuer = \"http://127.0.0.1:9\"\nclient_id = \"a\"\nlogin = \"l\"\nname = { it = \"Portale\", en = \"Portal\" }",
    );
    for route in oidc_routes() {
        assert_eq!(route.needs, Needs::Nothing);
        let mut without = valdoro.browser();
        let page = without.get("/login").await;
        assert!(!page.text.contains("/login/oidc"));
        let page = match route.verb {
            Verb::Get => without.get(route.path).await,
            Verb::Post => without.send(route.path, &page, &[]).await,
        };
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{}", route.path);
        // Every role: who is in already is led home, who is not stays outside.
        for login in LOGINS.iter().map(|(login, _)| Some(*login)).chain([None]) {
            let mut browser = valdoro.browser_before(&configured);
            let page = browser.get("/login").await;
            if let Some(login) = login {
                browser.send("/login", &page, &[("login", login), ("password", &password(login))]).await;
            }
            let page = browser.get(if login.is_some() { "/account" } else { "/login" }).await;
            let page = match route.verb {
                Verb::Get => browser.get(route.path).await,
                Verb::Post => browser.send(route.path, &page, &[]).await,
            };
            let expected = if login.is_some() { StatusCode::SEE_OTHER } else { StatusCode::UNAUTHORIZED };
            assert_eq!(page.status, expected, "{login:?} {} {}", route.path, page.text);
        }
    }
}
