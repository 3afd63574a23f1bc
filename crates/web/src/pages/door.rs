// SPDX-License-Identifier: AGPL-3.0-or-later
//! The page to come in by: name and password, and the way through the administration's own provider where there is one.

use crate::form::Form;
use crate::render::{Content, Label};
use serde::Serialize;

/// The page to come in by.
#[derive(Clone, Debug, Serialize)]
pub struct Entrance {
    pub(crate) intro: Label,
    pub(crate) form: Form,
    pub(crate) outside: Option<OutsideDoor>,
}

/// The way through the provider: a button, with what goes along.
#[derive(Clone, Debug, Serialize)]
pub struct OutsideDoor {
    pub(crate) name: String,
    pub(crate) csrf: String,
    pub(crate) pairs: Vec<(String, String)>,
}

impl Content for Entrance {
    const TEMPLATE: &'static str = "login.html";

    fn samples() -> Vec<Self> {
        let form = Form::new("/login", "token", Label::key("login-submit"));
        let pairs = vec![("next".to_owned(), "/plans".to_owned())];
        let door = OutsideDoor { name: "Entra con il portale".to_owned(), csrf: "token".to_owned(), pairs };
        let plain = Self { intro: Label::key("login-intro"), form, outside: None };
        vec![plain.clone(), Self { outside: Some(door), ..plain }]
    }
}

/// The page from which a browser goes on to the provider by itself; a form may not lead to another host.
#[derive(Clone, Debug, Serialize)]
pub struct Leaving {
    pub(crate) url: String,
}

impl Content for Leaving {
    const TEMPLATE: &'static str = "leaving.html";

    fn samples() -> Vec<Self> {
        vec![Self { url: "https://accesso.valdoro.example/auth?state=x&nonce=y".to_owned() }]
    }
}
