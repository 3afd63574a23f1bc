// SPDX-License-Identifier: AGPL-3.0-or-later
//! Documents under review: bringing them in, looking at what was read beside its source, putting right, filing.

mod address;
mod cards;
mod changes;
mod choosing;
mod facsimile;
mod filing;
mod finding;
mod list;
mod lists;
mod lists_taken;
mod mending;
mod original;
mod page;
mod progress;
mod samples;
mod settling;
mod source;
mod traces;
mod upload;
mod vocabulary;
mod words;

#[cfg(test)]
pub(crate) use {
    changes::Changes, choosing::Choosing, filing::Filing, list::Reviews, lists::Corrections, lists::Nodes,
    lists::UnreadLines, mending::Mending, page::Review, progress::Progress, upload::Upload, vocabulary::Teaching,
    vocabulary::Words,
};

use crate::render::Label;
use crate::server::{Needs, Route};
use ambito_domain::office::Right;

/// The routes.
pub fn routes() -> Vec<Route> {
    let needs = Needs::Right(Right::FilePlans);
    vec![
        Route::get("/reviews", needs, list::show),
        Route::get("/reviews/new", needs, upload::ask),
        Route::post_files("/reviews/new", needs, upload::send),
        Route::get("/uploads/{id}", needs, progress::show),
        Route::get("/reviews/{id}", needs, page::show),
        Route::get("/reviews/{id}/unread", needs, lists::unread),
        Route::get("/reviews/{id}/corrections", needs, lists::corrections),
        Route::get("/reviews/{id}/nodes", needs, lists::nodes),
        Route::get("/reviews/{id}/changes", needs, changes::show),
        Route::get("/reviews/{id}/file", needs, filing::ask),
        Route::post("/reviews/{id}/file", needs, filing::file),
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
        Route::get("/words", needs, vocabulary::list),
        Route::get("/words/new", needs, vocabulary::ask),
        Route::post("/words/new", needs, vocabulary::add),
        Route::post("/words/{id}/remove", needs, vocabulary::remove),
        Route::get("/documents/{id}/file", needs, original::file),
        Route::get("/plans/{id}/source", Needs::Right(Right::ReadPlans), original::source),
    ]
}

/// What a field of a record's form is called.
pub(crate) fn field_of_record(name: &str) -> Option<Label> {
    name.strip_prefix(mending::VALUE).map(|field| words::field(field, ""))
}
