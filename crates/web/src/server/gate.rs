// SPDX-License-Identifier: AGPL-3.0-or-later
//! The gate that every request goes through: who is it, may they, does the form come from our own page.

use super::context::{SESSION_COOKIE, VISIT_COOKIE, cookie, with_cookie};
use super::failure::{problem, unkept};
use super::files::{self, Refused};
use super::posted::Unfit;
use super::{Before, Context, Failure, Needs, Posted, Server, Takes, language};
use crate::pages::{api, login};
use crate::render::FORM_TOKEN;
use ambito_app::signing::{Found, SessionKey, TokenKey, Visitor};
use ambito_app::{Error, Viewer};
use ambito_domain::office::AreaId;
use axum::body::{Body, to_bytes};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use std::net::SocketAddr;

/// The most bytes of a form.
const FORM_MAX_BYTES: usize = 256 * 1024;
/// How long a browser remembers the language: a year.
const LANGUAGE_SECONDS: u32 = 365 * 24 * 3600;

/// Lets a request through to its handler, or answers it.
pub async fn enter(
    State((server, needs, takes)): State<(Server, Needs, Takes)>,
    request: Request,
    next: Next,
) -> Response {
    let (language, asked) = language::of(request.uri(), request.headers());
    let visitor = visitor(&server, &request);
    let path = request.uri().path_and_query().map_or("/", |path| path.as_str()).to_owned();
    let mut context = match context(&server, request.headers(), visitor, path).await {
        Ok(context) => context,
        Err(error) => return bare(&error),
    };
    context.language = language;
    // New also where the browser still has the key of before there was an area.
    let is_new = cookie(request.headers(), VISIT_COOKIE).is_none_or(|kept| kept != context.key.reveal());
    let mut response = decide(&context, needs, takes, request, next).await;
    if let Some(failure) = response.extensions_mut().remove::<Failure>() {
        if let Some(line) = failure.logged() {
            server.log(&line);
        }
        response = failure.page(&context);
    }
    if is_new && context.viewer.staff.is_none() {
        let visit = context.set_cookie(VISIT_COOKIE, &context.key.reveal(), None);
        response = with_cookie(response, visit);
    }
    if let Some(language) = asked {
        response = with_cookie(response, context.set_cookie(language::COOKIE, language.word(), Some(LANGUAGE_SECONDS)));
    }
    response
}

async fn decide(context: &Context, needs: Needs, takes: Takes, request: Request, next: Next) -> Response {
    let server = &context.server;
    if !server.limits.may_ask(&context.visitor.address) {
        return problem(context, StatusCode::TOO_MANY_REQUESTS, "problem-wait", "problem-wait-text");
    }
    if context.path.contains("%00") {
        return problem(context, StatusCode::BAD_REQUEST, "problem-sign", "problem-sign-address");
    }
    if request.method() != Method::POST {
        return match may(context, needs) {
            Ok(()) => run(context, request, None, next).await,
            Err(Error::SignInFirst) if !context.path.starts_with(api::ROOT) => {
                Redirect::to(&login::address(&context.path)).into_response()
            }
            Err(error) => Failure::from(error).into_response(),
        };
    }
    let (parts, body) = request.into_parts();
    let is_from_us = is_from_us(server, &parts.headers);
    let may = may(context, needs);
    let form = parts.headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let (posted, files) = if form.starts_with("application/x-www-form-urlencoded") {
        let Ok(bytes) = to_bytes(body, FORM_MAX_BYTES).await else {
            return problem(context, StatusCode::PAYLOAD_TOO_LARGE, "problem-large", "problem-large-text");
        };
        match Posted::parse(&bytes) {
            Ok(posted) => (posted, None),
            Err(unfit) => return unfit_form(context, unfit),
        }
    } else if takes == Takes::Files && form.starts_with("multipart/form-data") {
        let is_good = |posted: &Posted| is_from_us && may.is_ok() && posted.get(FORM_TOKEN) == context.csrf();
        match files::read(Request::from_parts(parts.clone(), body), &server.purse, is_good).await {
            Ok((posted, files)) => (posted, Some(files)),
            Err(refused) => return untaken(context, refused),
        }
    } else {
        return problem(context, StatusCode::UNSUPPORTED_MEDIA_TYPE, "problem-invalid", "problem-form-text");
    };
    if !is_from_us {
        return problem(context, StatusCode::FORBIDDEN, "problem-form", "problem-form-text");
    }
    if let Err(error) = may {
        return match error {
            // What was typed goes along through signing in and comes back; files do not.
            Error::SignInFirst if files.is_some() => login::interrupted(context, &posted, "login-interrupted-files"),
            Error::SignInFirst => login::interrupted(context, &posted, "login-interrupted"),
            error => Failure::from(error).into_response(),
        };
    }
    if posted.get(FORM_TOKEN) != context.csrf() {
        // A form of a session that is over, sent in a new one: nothing was done, and nothing typed is lost.
        return login::sent_twice(context, &posted);
    }
    let is_attempt = login::is_attempt(parts.uri.path());
    if is_attempt && !server.limits.may_try(&context.visitor.address) {
        return problem(context, StatusCode::TOO_MANY_REQUESTS, "problem-wait", "problem-wait-text");
    }
    let mut request = Request::from_parts(parts, Body::empty());
    if let Some(files) = files {
        request.extensions_mut().insert(files);
    }
    run(context, request, Some(posted), next).await
}

/// A form that cannot be carried out as it is.
fn unfit_form(context: &Context, unfit: Unfit) -> Response {
    match unfit {
        Unfit::Broken => problem(context, StatusCode::BAD_REQUEST, "problem-invalid", "problem-form-text"),
        Unfit::Sign { field, typed } => unkept(context, &field, typed),
    }
}

/// A form with files that is not taken.
fn untaken(context: &Context, refused: Refused) -> Response {
    match refused {
        Refused::Unfit(unfit) => unfit_form(context, unfit),
        Refused::Broken => problem(context, StatusCode::BAD_REQUEST, "problem-broken", "problem-broken-text"),
        Refused::TooLarge => {
            problem(context, StatusCode::PAYLOAD_TOO_LARGE, "problem-files-large", "problem-files-large-text")
        }
        Refused::Busy => problem(context, StatusCode::SERVICE_UNAVAILABLE, "problem-busy", "problem-busy-text"),
    }
}

/// Whether somebody may come in here. Over which bodies, the use case decides, with the same function.
fn may(context: &Context, needs: Needs) -> Result<(), Error> {
    match needs {
        Needs::Nothing => Ok(()),
        Needs::Person => context.viewer.person().map(drop),
        Needs::Right(right) => {
            context.viewer.person()?;
            context.viewer.sight(right).map(drop)
        }
    }
}

async fn run(context: &Context, mut request: Request, posted: Option<Posted>, next: Next) -> Response {
    request.extensions_mut().insert(context.clone());
    if let Some(posted) = posted {
        request.extensions_mut().insert(posted);
    }
    next.run(request).await
}

/// Who asks, and in which area.
async fn context(server: &Server, headers: &HeaderMap, visitor: Visitor, path: String) -> Result<Context, Error> {
    let nobody = AreaId(ambito_base::Uuid::nil());
    let session = cookie(headers, SESSION_COOKIE).and_then(|text| SessionKey::parse(&text));
    let bearer = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    // A token is for programs: it opens the JSON and no page.
    let token = bearer.filter(|_| path.starts_with(api::ROOT)).and_then(|text| TokenKey::parse(bearer_of(text)?));
    let mut found = None;
    let mut half = None;
    if let Some(key) = session {
        match server.app.find_viewer(&key, &visitor.address).await? {
            Found::Viewer(viewer, area) if !login::is_attempt(&path) => {
                let area = (viewer.area(), area);
                return Ok(Context::new(server, *viewer, key, vec![area], path, visitor));
            }
            Found::Viewer(viewer, _) => found = Some((*viewer, key)),
            Found::Halfway { .. } => half = Some(key),
            Found::Nobody => {}
        }
    } else if let Some(token) = token
        && let Some(viewer) = server.app.find_token_viewer(&token, &visitor.address).await?
    {
        found = Some((viewer, server.app.new_key(token.area())));
    }
    let areas: Vec<_> = server.app.list_areas().await?.into_iter().map(|area| (area.id, area.name)).collect();
    let (viewer, key) = match found {
        Some(found) => found,
        None => {
            let visit = cookie(headers, VISIT_COOKIE).and_then(|text| SessionKey::parse(&text));
            let here = |key: &SessionKey| areas.iter().any(|(area, _)| *area == key.area);
            let first = areas.first().map_or(nobody, |(area, _)| *area);
            let area = visit.filter(here).map_or(first, |key| key.area);
            let key = visit.filter(|key| key.area == area).unwrap_or_else(|| server.app.new_key(area));
            (Viewer::public(area, visitor.address.clone()), key)
        }
    };
    Ok(Context { half, ..Context::new(server, viewer, key, areas, path, visitor) })
}

/// The token of a header; the word before it may be written in any case (RFC 9110, 11.1).
fn bearer_of(text: &str) -> Option<&str> {
    let (scheme, token) = text.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

/// Browsers say where a form comes from; where they say that it is elsewhere, it is refused.
fn is_from_us(server: &Server, headers: &HeaderMap) -> bool {
    let said = |name| headers.get(name).and_then(|value: &header::HeaderValue| value.to_str().ok());
    match said("sec-fetch-site") {
        Some(site) => matches!(site, "same-origin" | "none"),
        None => match said("origin") {
            Some(origin) => {
                let host = said("host").unwrap_or_default();
                origin == server.options.url || origin.split_once("://").is_some_and(|(_, place)| place == host)
            }
            None => true,
        },
    }
}

fn visitor(server: &Server, request: &Request) -> Visitor {
    let connected = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip().to_string());
    let header = |name| request.headers().get(name).and_then(|value: &header::HeaderValue| value.to_str().ok());
    let forwarded = match server.options.before {
        Before::Nobody => None,
        // The last of the list was written by our own proxy; what stands before it anybody can write.
        Before::Proxy => {
            header("x-forwarded-for").and_then(|list| list.rsplit(',').next()).map(|one| one.trim().to_owned())
        }
    };
    let address = forwarded.or(connected).unwrap_or_else(|| "?".to_owned());
    Visitor { address, agent: header("user-agent").unwrap_or_default().to_owned() }
}

/// The database does not answer: there is nobody to show a page to.
fn bare(_: &Error) -> Response {
    (StatusCode::SERVICE_UNAVAILABLE, "Ambito: la base di dati non risponde / the database does not answer\n")
        .into_response()
}
