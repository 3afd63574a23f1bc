// SPDX-License-Identifier: AGPL-3.0-or-later
//! Errands: a finding handed to a person with a day, which comes back when it is done.
//!
//! Invariants: who has an errand sees that finding with the lines around it and nothing else of the document; every save
//! knows the version it was made from. Deliberately absent: mail; what is to do stands on the first page.

pub mod give;
pub mod list;
pub mod one;

use crate::form::{Field, Form, Kind};
use crate::render::Label;
use crate::server::{Needs, Posted, Route};
use ambito_app::Error;
use ambito_app::findings::{ErrandInput, Reachable};
use ambito_domain::office::Right;
use ambito_domain::review::{ErrandId, ErrandState};

/// The routes.
pub fn routes() -> Vec<Route> {
    let gives = Needs::Right(Right::FilePlans);
    vec![
        Route::get("/errands", Needs::Person, list::show),
        Route::get("/errands/new", gives, give::ask),
        Route::post("/errands/new", gives, give::give),
        Route::get("/errands/{id}", Needs::Person, one::show),
        Route::post("/errands/{id}/return", Needs::Person, one::bring_back),
        Route::post("/errands/{id}/close", gives, one::close),
        Route::get("/errands/{id}/again", gives, give::ask_again),
        Route::post("/errands/{id}/again", gives, give::give_again),
    ]
}

/// The errand of an address.
fn id_of(text: &str) -> Result<ErrandId, Error> {
    text.parse().map_err(|()| Error::Absent("errand"))
}

/// How far an errand is.
fn state(state: ErrandState) -> Label {
    Label::key(match state {
        ErrandState::Given => "errand-state-given",
        ErrandState::Returned => "errand-state-returned",
        ErrandState::Closed => "errand-state-closed",
    })
}

/// The questions of who hands something over: to whom, until when, what is asked.
fn questions(form: Form, people: &[Reachable]) -> Form {
    let mut to = Field::new("to", Label::key("errand-to"), Kind::Select);
    to = to.with_help(Label::key("errand-to-help"));
    for person in people {
        let Reachable { id, name, positions } = person;
        let positions: Vec<String> = positions.iter().map(|(title, body)| format!("{title}, {body}")).collect();
        to = to.with_choice(id.to_string(), Label::said(format!("{name} – {}", positions.join("; "))));
    }
    form.field(to)
        .field(Field::new("due", Label::key("errand-due"), Kind::Date))
        .field(
            Field::new("request", Label::key("errand-request"), Kind::Textarea)
                .with_help(Label::key("errand-request-help")),
        )
        .then(Label::key("errand-then"))
}

fn input(posted: &Posted) -> ErrandInput {
    ErrandInput { to: posted.text("to"), due: posted.text("due"), request: posted.text("request") }
}
