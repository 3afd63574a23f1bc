// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a handler knows of a request: who looks, in which language, from where.

use super::{Failure, Server};
use crate::pages::menu;
use crate::render::{Content, Crumb, Label, Notice, NoticeKind, Page, RenderError, Viewer as Shown};
use ambito_app::signing::{SessionKey, Visitor};
use ambito_app::{Error, Viewer};
use ambito_domain::office::AreaId;
use ambito_i18n::Language;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};

/// The cookie of a session.
pub(super) const SESSION_COOKIE: &str = "ambito-session";
/// The cookie of a visit before signing in: it only ties forms to the browser.
pub(super) const VISIT_COOKIE: &str = "ambito-visit";
/// What the query of an address may say was done.
const DONE: &str = "done";

/// What a handler knows of a request.
#[derive(Clone, Debug)]
pub struct Context {
    /// The server.
    pub server: Server,
    /// The language.
    pub language: Language,
    /// Who looks; without a session, the public.
    pub viewer: Viewer,
    /// The area and its name; absent while the database is empty.
    pub area: Option<(AreaId, String)>,
    /// Every area of the database, where somebody is about to sign in and says to which; else their own.
    pub areas: Vec<(AreaId, String)>,
    /// The secret of the session or of the visit.
    pub key: SessionKey,
    /// The secret of a session that is not complete: the second factor is awaited.
    pub half: Option<SessionKey>,
    /// The address asked for, with its query.
    pub path: String,
    /// Where the request comes from.
    pub visitor: Visitor,
}

impl std::fmt::Debug for Server {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Server").finish_non_exhaustive()
    }
}

impl Context {
    /// Who looks at an address, in the language that is asked for by nobody.
    pub(super) fn new(
        server: &Server,
        viewer: Viewer,
        key: SessionKey,
        areas: Vec<(AreaId, String)>,
        path: String,
        visitor: Visitor,
    ) -> Self {
        let (server, language) = (server.clone(), Language::Italian);
        let area = areas.iter().find(|(area, _)| *area == viewer.area()).cloned();
        Self { server, language, viewer, area, areas, key, half: None, path, visitor }
    }

    /// The token that a form of this page carries.
    #[must_use]
    pub fn csrf(&self) -> String {
        self.key.form_token()
    }

    /// The value of a name in the query.
    #[must_use]
    pub fn query(&self, name: &str) -> String {
        let query = self.path.split_once('?').map_or("", |(_, query)| query);
        let pairs: Vec<(String, String)> = serde_urlencoded::from_str(query).unwrap_or_default();
        pairs.into_iter().rev().find(|(key, _)| key == name).map(|(_, value)| value).unwrap_or_default()
    }

    /// A page around some content: who looks, where they may go, what was done.
    #[must_use]
    pub fn page(&self, title: Label) -> Page {
        let mut page = Page::new(self.language, title, self.path.clone());
        page.area = self.area.as_ref().map(|(_, name)| name.clone());
        page.csrf = self.csrf();
        if self.viewer.staff.is_some() {
            let roles = self.viewer.roles();
            let role = roles.first().map(|role| Label::key(menu::role_key(*role)));
            page.viewer = Some(Shown { name: self.viewer.name.clone(), position: role });
            page.menu = menu::items(&self.viewer);
            page.crumbs.push(Crumb { href: "/".to_owned(), label: Label::key("web-home") });
        }
        if let Some(key) = menu::done_key(&self.query(DONE)) {
            let kind = if menu::was_nothing_done(key) { NoticeKind::Warning } else { NoticeKind::Done };
            page.notices.push(Notice { kind, text: Label::key(key) });
        }
        page
    }

    /// The answer that shows a page.
    ///
    /// # Errors
    /// A mistake of ours in a template.
    pub fn show<C: Content>(&self, page: &Page, content: &C) -> Result<Response, Failure> {
        Ok(self.html(StatusCode::OK, page, content)?)
    }

    /// The answer that shows a form again: with what is wrong in it.
    ///
    /// # Errors
    /// A mistake of ours in a template.
    pub fn show_again<C: Content>(&self, page: &Page, content: &C) -> Result<Response, Failure> {
        Ok(self.html(StatusCode::UNPROCESSABLE_ENTITY, page, content)?)
    }

    pub(super) fn html<C: Content>(
        &self,
        status: StatusCode,
        page: &Page,
        content: &C,
    ) -> Result<Response, RenderError> {
        let html = self.server.engine.render(page, content)?;
        Ok((status, Html(html)).into_response())
    }

    /// The answer after something was done: another page, which says so.
    #[must_use]
    pub fn go(&self, path: &str, done: &str) -> Response {
        let mark = if path.contains('?') { '&' } else { '?' };
        Redirect::to(&format!("{path}{mark}{DONE}={done}")).into_response()
    }

    /// A cookie of this server.
    pub(crate) fn set_cookie(&self, name: &str, value: &str, seconds: Option<u32>) -> (header::HeaderName, String) {
        let secure = if self.server.options.is_secure() { "; Secure" } else { "" };
        let age = seconds.map_or_else(String::new, |seconds| format!("; Max-Age={seconds}"));
        (header::SET_COOKIE, format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{age}{secure}"))
    }

    /// An answer that begins a session.
    #[must_use]
    pub fn enter(&self, key: &SessionKey, response: Response) -> Response {
        with_cookie(response, self.set_cookie(SESSION_COOKIE, &key.reveal(), None))
    }

    /// An answer that ends a session.
    #[must_use]
    pub fn leave(&self, response: Response) -> Response {
        with_cookie(response, self.set_cookie(SESSION_COOKIE, "", Some(0)))
    }

    /// The area.
    ///
    /// # Errors
    /// [`Error::Absent`] while the database is empty.
    pub fn area(&self) -> Result<AreaId, Error> {
        self.area.as_ref().map(|(area, _)| *area).ok_or(Error::Absent("area"))
    }
}

/// An answer with a cookie.
pub(super) fn with_cookie(mut response: Response, (name, value): (header::HeaderName, String)) -> Response {
    if let Ok(value) = value.parse() {
        response.headers_mut().append(name, value);
    }
    response
}

/// The value of a cookie.
pub(super) fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let all = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    all.flat_map(|line| line.split(';')).find_map(|pair| {
        let (key, value) = pair.trim().split_once('=')?;
        (key == name).then(|| value.to_owned())
    })
}

impl<S: Sync> FromRequestParts<S> for Context {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, StatusCode> {
        parts.extensions.get::<Self>().cloned().ok_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}
