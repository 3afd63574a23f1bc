// SPDX-License-Identifier: AGPL-3.0-or-later
//! A route: its address, what it needs, who answers. The router is made of these and of nothing else.

use super::Server;
use ambito_domain::office::Right;
use axum::handler::Handler;
use axum::routing::{MethodRouter, get, post};

/// What somebody must have to come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// Nothing.
    Nothing,
    /// To be signed in.
    Person,
    /// A right, over some body at least; the use case looks over which.
    Right(Right),
}

/// What is done with an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verb {
    /// Looked at.
    Get,
    /// Sent to.
    Post,
}

impl Verb {
    /// As HTTP writes it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
        }
    }
}

/// What a form may send.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// Pairs only.
    Pairs,
    /// Files beside them; then more bytes and more time.
    Files,
}

/// A route.
pub struct Route {
    /// What is done.
    pub verb: Verb,
    /// The address, with `{names}` of its parts.
    pub path: &'static str,
    /// What is needed.
    pub needs: Needs,
    /// What may be sent to it.
    pub takes: Takes,
    pub(super) handler: MethodRouter<Server>,
}

impl Route {
    /// A page.
    pub fn get<H, T>(path: &'static str, needs: Needs, handler: H) -> Self
    where
        H: Handler<T, Server>,
        T: 'static,
    {
        Self { verb: Verb::Get, path, needs, takes: Takes::Pairs, handler: get(handler) }
    }

    /// What a form is sent to.
    pub fn post<H, T>(path: &'static str, needs: Needs, handler: H) -> Self
    where
        H: Handler<T, Server>,
        T: 'static,
    {
        Self { verb: Verb::Post, path, needs, takes: Takes::Pairs, handler: post(handler) }
    }

    /// What a form with files is sent to; the same form without files, as it comes back after signing in, is taken too.
    pub fn post_files<H, T>(path: &'static str, needs: Needs, handler: H) -> Self
    where
        H: Handler<T, Server>,
        T: 'static,
    {
        Self { takes: Takes::Files, ..Self::post(path, needs, handler) }
    }
}
