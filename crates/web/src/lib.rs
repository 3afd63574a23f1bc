// SPDX-License-Identifier: AGPL-3.0-or-later
//! The pages of Ambito, rendered on the server.
//!
//! A page is a file of `pages/` with its routes, its content and its handlers, a template, and a line in
//! [`routes::routes`]. Invariants: a handler calls `app` and nothing below it; every word comes from the catalogue;
//! everything works without scripts. Deliberately absent: state between requests, code inside pages.

pub mod assets;
pub mod components;
pub mod form;
pub mod headers;
pub mod list;
#[cfg(feature = "oidc")]
pub mod oidc;
pub mod pages;
pub mod render;
pub mod routes;
pub mod server;

pub use server::{Before, Options, Server};
