// SPDX-License-Identifier: AGPL-3.0-or-later
//! OpenID Connect: staff come in through a provider of their administration (authorization code with PKCE).
//!
//! Invariants: the only requests that leave the server go from here, to the configured provider's discovery, its keys and
//! its token endpoint, each with a limit on time and size and without following redirects; nothing that the provider says
//! is believed before signature, issuer, audience, end, nonce and `at_hash` hold. Deliberately absent: discovery from what
//! a visitor types, registration, user info, logout at the provider, memory of keys (each time they are asked for, so
//! that a provider may change them).

mod config;
mod provider;
mod wire;

pub use config::{Config, ConfigError, Names};
pub use provider::{Provider, Trouble};
