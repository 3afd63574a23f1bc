// SPDX-License-Identifier: AGPL-3.0-or-later
//! A server over a fresh database with the area of Valdoro, and browsers that go to it.

use ambito_app::office::AreaOutline;
use ambito_app::plans::{Import, Outcome};
use ambito_app::reviews::Reader;
use ambito_app::{Address, App, Db, Viewer};
use ambito_base::{Clock, Random, Timestamp};
use ambito_documents::blocks::{Blocks, Format};
use ambito_documents::vocabulary::Vocabulary;
use ambito_domain::office::{AreaId, PlanId, Role};
use ambito_domain::planning::PlanDraft;
use ambito_domain::review::ReadingFault;
use ambito_exchange::{Reading, Source};
use ambito_store::copy::{self, TableDigest};
use ambito_web::{Before, Options, Server};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, StatusCode, header};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use tower::ServiceExt as _;

/// The logins of Valdoro, each with its role.
pub const LOGINS: [(&str, Role); 8] = [
    ("programma", Role::Programmer),
    ("obiettivo", Role::NodeOwner),
    ("approva", Role::Approver),
    ("conti", Role::Finance),
    ("direzione", Role::Manager),
    ("valuta", Role::Evaluator),
    ("revisione", Role::Auditor),
    ("sistema", Role::Administrator),
];

/// A clock that stands still until it is moved, and chance that counts.
#[derive(Debug)]
pub struct Hand {
    seconds: AtomicI64,
    drawn: AtomicU64,
}

impl Hand {
    /// Moves the clock on.
    pub fn wait(&self, seconds: i64) {
        self.seconds.fetch_add(seconds, Ordering::Relaxed);
    }
}

impl Clock for Hand {
    fn now(&self) -> Timestamp {
        Timestamp::from_second(self.seconds.load(Ordering::Relaxed)).unwrap()
    }
}

impl Random for Hand {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(32) {
            let digest = Sha256::digest(self.drawn.fetch_add(1, Ordering::Relaxed).to_be_bytes());
            chunk.copy_from_slice(&digest[..chunk.len()]);
        }
    }
}

/// Reads what needs no process of its own.
struct Texts;

impl Reader for Texts {
    fn read(&self, name: &str, content: &[u8], words: &Vocabulary) -> Result<Source, ReadingFault> {
        let blocks = ambito_intake::blocks_from(content, name).map_err(|error| ReadingFault {
            code: "test".to_owned(),
            it: format!("non si legge: {error}"),
            en: format!("cannot be read: {error}"),
        })?;
        let draft = ambito_documents::read(&blocks, words);
        let sha256 = Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect();
        let (path, format, places) = (name.to_owned(), blocks.format, blocks.places.clone());
        Ok(Source { reading: Reading { path, sha256, format, places, draft }, blocks })
    }
}

/// A server over a database of its own.
pub struct Valdoro {
    pub app: App,
    pub area: AreaId,
    pub hand: Arc<Hand>,
    pub router: Router,
    /// How many browsers were opened: each has an address of its own, since addresses have limits.
    browsers: AtomicU64,
    _folder: tempfile::TempDir,
}

impl Valdoro {
    /// Opens the server, with one plan filed.
    pub async fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(&Address::Sqlite(folder.path().join("ambito.db"))).await.unwrap();
        let hand = Arc::new(Hand { seconds: AtomicI64::new(1_795_348_800), drawn: AtomicU64::new(0) });
        let app = App::new(db, hand.clone(), hand.clone()).with_reader(Arc::new(Texts));
        let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let text = std::fs::read_to_string(project.join("demo/valdoro.toml")).unwrap();
        let outline: AreaOutline = toml::from_str(&text).unwrap();
        let area = app.load_area(&outline, "test").await.unwrap().area;
        file_plan(&app, area, &project.join("demo/documenti/peg-2027.txt")).await;
        let options =
            Options { url: "http://localhost".to_owned(), before: Before::Proxy, log: |line| panic!("{line}") };
        let router = Server::new(app.clone(), options).unwrap().router();
        Self { app, area, hand, router, browsers: AtomicU64::new(1), _folder: folder }
    }

    /// A browser with nothing in it.
    pub fn browser(&self) -> Browser {
        self.browser_before(&self.router)
    }

    /// A browser with nothing in it, before another server over the same database.
    pub fn browser_before(&self, router: &Router) -> Browser {
        let number = self.browsers.fetch_add(1, Ordering::Relaxed);
        Browser { router: router.clone(), cookies: BTreeMap::new(), address: format!("10.0.0.{number}") }
    }

    /// A browser in which somebody of Valdoro signed in.
    pub async fn signed_in(&self, login: &str) -> Browser {
        let mut browser = self.browser();
        let page = browser.get("/login").await;
        assert_eq!(page.status, StatusCode::OK);
        let password = password(login);
        let answer = browser.send("/login", &page, &[("login", login), ("password", &password)]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{login}: {}", answer.text);
        browser
    }

    /// What is in every table, but the record of what was done and the sessions, which asking itself adds to.
    pub async fn content(&self) -> Vec<TableDigest> {
        let all = copy::digests(self.app.database(), &mut |_, _| {}).await.unwrap().tables;
        let own = ["audit_head", "audit_record", "session", "credential"];
        all.into_iter().filter(|table| !own.contains(&table.table.as_str())).collect()
    }

    /// The keeper's own view, to look behind the pages.
    pub fn keeper(&self) -> Viewer {
        Viewer::keeper(self.area, "test".to_owned())
    }
}

/// The password of a login of the demonstration.
pub fn password(login: &str) -> String {
    format!("valdoro {login} 2027")
}

/// Files a document of the demonstration.
pub async fn file_plan(app: &App, area: AreaId, path: &Path) {
    let content = std::fs::read(path).unwrap();
    let ambito_intake::Input { sha256, blocks, .. } = ambito_intake::open(path, None).unwrap();
    let draft = ambito_documents::read(&blocks, &Vocabulary::builtin());
    let keeper = Viewer::keeper(area, "test".to_owned());
    let bodies = app.list_bodies(&keeper).await.unwrap();
    let body = bodies.iter().find(|body| body.name == "Ambito di Valdoro").unwrap().id;
    let name = path.file_name().unwrap().to_str().unwrap();
    let import = Import { body, name, content: &content, source: source(sha256, blocks, draft) };
    app.import_plan(&keeper, &import).await.unwrap();
}

/// Files what nobody ever wrote, as if it had been read.
pub async fn file_reading(app: &App, area: AreaId, draft: &PlanDraft) -> PlanId {
    let keeper = Viewer::keeper(area, "test".to_owned());
    let body = app.list_bodies(&keeper).await.unwrap().iter().find(|body| body.parent.is_some()).unwrap().id;
    let content = format!("inventato {:?}", draft.title).into_bytes();
    let sha256: String = Sha256::digest(&content).iter().map(|byte| format!("{byte:02x}")).collect();
    let blocks = Blocks::new(Format::Text, String::new());
    let source = source(sha256, blocks, draft.clone());
    let import = Import { body, name: "inventato.txt", content: &content, source };
    match app.import_plan(&keeper, &import).await.unwrap() {
        Outcome::NewPlan(filed) | Outcome::NewVersion(filed) | Outcome::Already(filed) => filed.plan,
    }
}

/// A document as read.
fn source(sha256: String, blocks: Blocks, draft: PlanDraft) -> Arc<Source> {
    let (path, format, places) = (String::new(), blocks.format, blocks.places.clone());
    Arc::new(Source { reading: Reading { path, sha256, format, places, draft }, blocks })
}

/// What a server answered.
#[derive(Debug)]
pub struct Page {
    pub status: StatusCode,
    pub location: String,
    pub disposition: String,
    pub text: String,
}

impl Page {
    /// The value of a field of the first form that has it.
    pub fn field(&self, name: &str) -> Option<String> {
        let rest = self.text.split(&format!("name=\"{name}\" value=\"")).nth(1)?;
        rest.split('"').next().map(unescape)
    }
}

pub fn unescape(text: &str) -> String {
    let pairs = [("&quot;", "\""), ("&#x27;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")];
    pairs.into_iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

/// A browser: it keeps cookies, and follows nothing by itself.
#[derive(Clone)]
pub struct Browser {
    router: Router,
    pub cookies: BTreeMap<String, String>,
    address: String,
}

impl Browser {
    /// The same visitor before another server over the same database.
    pub fn before(&self, router: &Router) -> Self {
        Self { router: router.clone(), cookies: self.cookies.clone(), address: self.address.clone() }
    }

    /// Looks at a page.
    pub async fn get(&mut self, path: &str) -> Page {
        self.ask(Request::builder().method(Method::GET).uri(path), Body::empty()).await
    }

    /// Sends a form as the page shows it: with its token.
    pub async fn send(&mut self, path: &str, page: &Page, pairs: &[(&str, &str)]) -> Page {
        let csrf = page.field("csrf").unwrap_or_default();
        let mut all = vec![("csrf", csrf.as_str())];
        all.extend(pairs);
        self.post(path, &all).await
    }

    /// Sends pairs.
    pub async fn post(&mut self, path: &str, pairs: &[(&str, &str)]) -> Page {
        let request = Request::builder().method(Method::POST).uri(path);
        let request = request
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin");
        self.ask(request, Body::from(serde_urlencoded::to_string(pairs).unwrap())).await
    }

    /// Sends a form with files, as a browser does.
    pub async fn send_files(&mut self, path: &str, pairs: &[(&str, &str)], files: &[(&str, &[u8])]) -> Page {
        let mut body = Vec::new();
        for (name, value) in pairs {
            body.extend(
                format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes(),
            );
        }
        for (name, content) in files {
            let head = format!(
                "--edge\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\
                 Content-Type: application/octet-stream\r\n\r\n"
            );
            body.extend(head.bytes().chain(content.iter().copied()).chain(*b"\r\n"));
        }
        body.extend(b"--edge--\r\n");
        let request = Request::builder().method(Method::POST).uri(path);
        let request = request
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge")
            .header("sec-fetch-site", "same-origin");
        self.ask(request, Body::from(body)).await
    }

    /// Sends a request.
    pub async fn ask(&mut self, request: axum::http::request::Builder, body: Body) -> Page {
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = request
            .header(header::COOKIE, cookies.join("; "))
            .header(header::ACCEPT_LANGUAGE, "it")
            .header("x-forwarded-for", &self.address);
        let response = self.router.clone().oneshot(request.body(body).unwrap()).await.unwrap();
        for set in response.headers().get_all(header::SET_COOKIE) {
            let (name, rest) = set.to_str().unwrap().split_once('=').unwrap();
            let value = rest.split(';').next().unwrap_or_default();
            if value.is_empty() {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let status = response.status();
        let said = |name| response.headers().get(name).map_or("", |value| value.to_str().unwrap()).to_owned();
        let (location, disposition) = (said(header::LOCATION), said(header::CONTENT_DISPOSITION));
        let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        Page { status, location, disposition, text: String::from_utf8_lossy(&bytes).into_owned() }
    }
}
