// SPDX-License-Identifier: AGPL-3.0-or-later
//! Documents under review: bringing them in, looking at what was read beside its source, putting right, filing.

mod address;
mod cards;
mod choosing;
mod facsimile;
mod finding;
mod mending;
mod page;
mod samples;
mod settling;
mod source;
mod words;

#[cfg(test)]
pub(crate) use choosing::Choosing;
#[cfg(test)]
pub(crate) use page::Review;

use crate::server::{Needs, Route};
use ambito_domain::office::Right;

/// The routes.
pub fn routes() -> Vec<Route> {
    let needs = Needs::Right(Right::FilePlans);
    vec![
        Route::get("/reviews/{id}", needs, page::show),
        Route::post("/reviews/{id}/correct", needs, mending::correct),
        Route::post("/reviews/{id}/remove", needs, mending::remove),
        Route::get("/reviews/{id}/choose", needs, choosing::show),
        Route::post("/reviews/{id}/move", needs, settling::hang),
        Route::post("/reviews/{id}/assign", needs, settling::assign),
        Route::post("/reviews/{id}/set-aside", needs, settling::set_aside),
        Route::post("/reviews/{id}/corrections/{correction}/withdraw", needs, settling::withdraw),
        Route::post("/reviews/{id}/accept", needs, settling::accept),
        Route::post("/reviews/{id}/acceptances/{acceptance}/withdraw", needs, settling::reopen),
        Route::post("/reviews/{id}/reread", needs, settling::reread),
    ]
}
