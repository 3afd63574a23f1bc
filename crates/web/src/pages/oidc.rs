// SPDX-License-Identifier: AGPL-3.0-or-later
//! The way in through the provider: there, and back.
//!
//! What goes wrong leads to the page to sign in, with words on what to do next; what was being typed stays with it.

use super::door::Leaving;
use super::login::{admit, turned_back};
use super::onward::Onward;
use crate::oidc::{Provider, Trouble};
use crate::render::Label;
use crate::server::{Answer, Context, Failure, Needs, Posted, Route};
use ambito_app::Error;
use ambito_app::signing::{Entry, Outside};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Redirect};
use std::sync::Arc;

/// The routes, where a provider is configured.
pub fn routes() -> Vec<Route> {
    vec![
        Route::post("/login/oidc", Needs::Nothing, leave),
        Route::get("/login/oidc/callback", Needs::Nothing, come_back),
    ]
}

fn provider(context: &Context) -> Result<Arc<Provider>, Error> {
    context.server.outside().ok_or(Error::Absent("page"))
}

async fn leave(context: Context, posted: Posted) -> Answer {
    let provider = provider(&context)?;
    if context.viewer.staff.is_some() {
        return Ok(Redirect::to("/").into_response());
    }
    let onward = Onward::of(&posted);
    let begun = context.server.app.begin_outside(context.area()?, &context.key, &onward.query()).await?;
    let url = match provider.leave(&begun).await {
        Ok(url) => url,
        Err(trouble) => return sorry(&context, &onward, failed(&context, trouble).await),
    };
    let refresh = HeaderValue::from_str(&format!("0;url={url}"));
    let mut response = context.show(&context.page(Label::key("oidc-leaving-title")), &Leaving { url })?;
    // Without the header the page has its link; the address is the provider's, and letters of addresses fit.
    if let Ok(refresh) = refresh {
        response.headers_mut().insert(header::REFRESH, refresh);
    }
    Ok(response)
}

async fn come_back(context: Context) -> Answer {
    let provider = provider(&context)?;
    if context.viewer.staff.is_some() {
        return Ok(Redirect::to("/").into_response());
    }
    if !context.server.may_try(&context.visitor.address) {
        return Err(Error::Locked(context.server.app.now()).into());
    }
    let (app, area) = (&context.server.app, context.area()?);
    let attempt = match app.take_outside(area, &context.key, &context.query("state"), &context.visitor).await {
        Ok(attempt) => attempt,
        Err(error) => return sorry(&context, &Onward::default(), Err(error)),
    };
    let onward = Onward::read(&attempt.onward);
    let entry = match proven(&context, &provider, &attempt.nonce, &attempt.verifier).await {
        Ok(proof) => app.sign_in_outside(area, &proof, &context.visitor).await,
        Err(trouble) => failed(&context, trouble).await,
    };
    match entry {
        Ok(entry) => admit(&context, &onward, &entry).await,
        Err(error) => sorry(&context, &onward, Err(error)),
    }
}

/// Whom the provider proves, where it sent a code.
async fn proven(
    context: &Context,
    provider: &Provider,
    nonce: &str,
    verifier: &str,
) -> Result<ambito_app::signing::Proof, Trouble> {
    match context.query("error").as_str() {
        "" => {}
        "access_denied" => return Err(Trouble { why: Outside::Cancelled, told: String::new() }),
        error => return Err(Trouble { why: Outside::Refused, told: format!("the provider: {error}") }),
    }
    provider.prove(&context.query("code"), nonce, verifier, context.server.app.now()).await
}

/// Writes a failure down; who keeps the machine is told what the person is not.
async fn failed(context: &Context, trouble: Trouble) -> Result<Entry, Error> {
    let Trouble { why, told } = trouble;
    if !told.is_empty() {
        context.server.log(&format!("oidc {}: {told}", why.word()));
    }
    context.server.app.fail_outside(context.area()?, &context.visitor, why).await
}

/// The page to sign in, with what went wrong.
fn sorry(context: &Context, onward: &Onward, outcome: Result<Entry, Error>) -> Answer {
    let why = match outcome {
        Err(Error::Outside(why)) => why,
        Err(error) => return Err(Failure::from(error)),
        Ok(_) => return Ok(Redirect::to("/").into_response()),
    };
    turned_back(context, onward, words(why))
}

/// What the person is told: whom the provider meant and why they are nobody here is not.
const fn words(why: Outside) -> &'static str {
    match why {
        Outside::Unknown | Outside::Late | Outside::Elsewhere => "oidc-late",
        Outside::Cancelled => "oidc-cancelled",
        Outside::Refused | Outside::Untrusted(_) => "oidc-untrusted",
        Outside::Unreachable => "oidc-unreachable",
        Outside::Weak => "oidc-weak",
        Outside::Stranger | Outside::Tied | Outside::Left => "oidc-stranger",
    }
}
