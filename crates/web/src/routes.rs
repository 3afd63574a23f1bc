// SPDX-License-Identifier: AGPL-3.0-or-later
//! Every route of the server. A page that is not here does not exist.

use crate::pages;
use crate::server::Route;

/// Every route.
#[must_use]
pub fn routes() -> Vec<Route> {
    [
        pages::home::routes(),
        pages::login::routes(),
        pages::link::routes(),
        pages::account::routes(),
        pages::about::routes(),
        pages::api::routes(),
        pages::plans::routes(),
        pages::reviews::routes(),
        pages::checks::routes(),
        pages::compare::routes(),
        pages::findings::routes(),
        pages::errands::routes(),
        pages::roles::routes(),
        pages::office::bodies::routes(),
        pages::office::positions::routes(),
        pages::office::tenures::routes(),
        pages::office::people::routes(),
        pages::office::settings::routes(),
        pages::records::audit::routes(),
        pages::records::retention::routes(),
        pages::records::runs::routes(),
        pages::records::holds::routes(),
        pages::records::subjects::routes(),
        pages::records::register::routes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The routes that are there only where a provider is configured.
#[cfg(feature = "oidc")]
#[must_use]
pub fn oidc_routes() -> Vec<Route> {
    pages::oidc::routes()
}
