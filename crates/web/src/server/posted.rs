// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a form sent: its pairs, after the gate has seen that they come from our own page.

use crate::form::VERSION;
use crate::render::FORM_TOKEN;
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;

/// The field that says: show me the form again as I had filled it in, and do nothing yet.
const RESUMED: &str = "resumed";

/// The sign that no database keeps.
const NUL: char = '\0';
/// How it is shown to people.
const NUL_SHOWN: &str = "[?]";

/// Why what was sent is no form that can be carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It is no form, or it broke off.
    Broken,
    /// A field holds a sign that cannot be kept; what was typed there, with the sign made visible.
    Sign {
        /// The name of the field.
        field: String,
        /// What was typed.
        typed: String,
    },
}

/// The pairs of a form, in the order in which they were sent.
#[derive(Clone, Debug, Default)]
pub struct Posted(Vec<(String, String)>);

impl Posted {
    /// The pairs of a body that a browser sent (`application/x-www-form-urlencoded`).
    ///
    /// # Errors
    /// Why it is no form that can be carried out.
    pub fn parse(body: &[u8]) -> Result<Self, Unfit> {
        Self::checked(serde_urlencoded::from_bytes(body).map_err(|_| Unfit::Broken)?)
    }

    /// Pairs that were sent, where they are such as a form may hold.
    pub(super) fn checked(pairs: Vec<(String, String)>) -> Result<Self, Unfit> {
        // No text of people holds a NUL, and a database may have no place for it.
        match pairs.iter().rev().find(|(name, value)| name.contains(NUL) || value.contains(NUL)) {
            None => Ok(Self(pairs)),
            Some((name, _)) if name.contains(NUL) => Err(Unfit::Broken),
            Some((name, value)) => Err(Unfit::Sign { field: name.clone(), typed: value.replace(NUL, NUL_SHOWN) }),
        }
    }

    /// Pairs that were put together.
    #[must_use]
    pub fn new(pairs: Vec<(String, String)>) -> Self {
        Self(pairs)
    }

    /// The last value of a name; empty where there is none.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().rev().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    /// The last value of a name, to be kept.
    #[must_use]
    pub fn text(&self, name: &str) -> String {
        self.get(name).to_owned()
    }

    /// Every value of a name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The version of the data that the form was filled in on; 0 where it says none.
    #[must_use]
    pub fn version(&self) -> i64 {
        self.get(VERSION).parse().unwrap_or_default()
    }

    /// Whether the form comes back after a session was over: to be shown as it was filled in, not to be carried out.
    #[must_use]
    pub fn is_resumed(&self) -> bool {
        self.get(RESUMED) == "yes"
    }

    /// What was typed: all pairs but those of the machinery.
    pub fn typed(&self) -> impl Iterator<Item = (&str, &str)> {
        let own = |name: &str| matches!(name, FORM_TOKEN | RESUMED);
        self.0.iter().filter(move |(name, _)| !own(name)).map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

impl<S: Sync> FromRequestParts<S> for Posted {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, StatusCode> {
        parts.extensions.get::<Self>().cloned().ok_or(StatusCode::BAD_REQUEST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_read_as_they_were_sent() {
        let posted = Posted::parse("name=Ada+Fabbri&days=mon&days=tue&csrf=x&version=3&e=%C3%A8".as_bytes()).unwrap();
        assert_eq!(posted.get("name"), "Ada Fabbri");
        assert_eq!(posted.all("days").collect::<Vec<_>>(), ["mon", "tue"]);
        assert_eq!((posted.get("days"), posted.get("e"), posted.get("none")), ("tue", "è", ""));
        assert_eq!(posted.version(), 3);
        assert!(!posted.is_resumed());
        assert!(posted.typed().all(|(name, _)| name != "csrf"));
    }

    #[test]
    fn a_sign_that_cannot_be_kept_is_told_with_its_field() {
        let sign = Unfit::Sign { field: "reason".to_owned(), typed: "a[?]b".to_owned() };
        assert_eq!(Posted::parse(b"name=x&reason=a%00b").unwrap_err(), sign);
        assert_eq!(Posted::parse(b"na%00me=x").unwrap_err(), Unfit::Broken);
    }
}
