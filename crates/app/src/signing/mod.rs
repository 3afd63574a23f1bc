// SPDX-License-Identifier: AGPL-3.0-or-later
//! Signing in: passwords, the second factor, an outside identity provider, sessions, one-time links, tokens for programs.
//!
//! Invariants: a secret is shown once and kept as its digest; every attempt is recorded, with its failure; after failures
//! the delay grows; a wrong name and a wrong password get the same answer. Deliberately absent: "remember me".

mod factor;
mod key;
mod link;
mod outside;
mod password;
mod policy;
mod session;
mod token;

pub use factor::{Enrolment, FactorState};
pub use key::{SessionKey, TokenKey};
pub use link::NewLink;
pub use outside::{Begun, Outside, Proof, Proven};
pub use password::PASSWORD_MIN_CHARS;
pub use policy::{FactorRule, Policy};
pub use session::{Entry, Found, Visitor};
pub use token::{NewToken, TOKEN_DAYS_MAX};

pub use ambito_store::attempts::Attempt;
pub use ambito_store::sessions::{Session, Stage};
pub use ambito_store::tokens::Token;
