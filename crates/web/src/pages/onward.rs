// SPDX-License-Identifier: AGPL-3.0-or-later
//! Where somebody who signs in goes on to, and what they were typing when they had to: it goes along through every step.
//!
//! Invariant: it leads nowhere but to this server.

use super::login::Resume;
use crate::form::{Field, Form};
use crate::server::{Context, Posted};
use ambito_app::signing::SessionKey;

/// The fields that carry it.
pub(crate) const NEXT: &str = "next";
const RESUME: &str = "resume";
const RESUME_PATH: &str = "resume_path";

/// Where to go on, and with what.
#[derive(Clone, Debug, Default)]
pub(crate) struct Onward {
    next: String,
    resume: String,
    resume_path: String,
}

impl Onward {
    /// Where somebody wanted to go.
    pub(crate) fn to(next: String) -> Self {
        Self { next, ..Self::default() }
    }

    /// What somebody sent after their session was over.
    pub(crate) fn interrupted(path: &str, typed: &[(String, String)]) -> Self {
        let resume = serde_urlencoded::to_string(typed).unwrap_or_default();
        Self { next: "/".to_owned(), resume, resume_path: path.to_owned() }
    }

    /// What a form carries.
    pub(crate) fn of(posted: &Posted) -> Self {
        Self { next: posted.text(NEXT), resume: posted.text(RESUME), resume_path: posted.text(RESUME_PATH) }
    }

    /// What an address carries.
    pub(crate) fn of_query(context: &Context) -> Self {
        Self { next: context.query(NEXT), resume: context.query(RESUME), resume_path: context.query(RESUME_PATH) }
    }

    /// Reads what [`Onward::query`] wrote.
    #[cfg(feature = "oidc")]
    pub(crate) fn read(query: &str) -> Self {
        Posted::parse(query.as_bytes()).map_or_else(|_| Self::default(), |posted| Self::of(&posted))
    }

    /// Whether something was being typed.
    pub(crate) fn is_interrupted(&self) -> bool {
        !self.resume_path.is_empty()
    }

    pub(crate) fn fields(&self, form: Form) -> Form {
        let mut form = form.field(Field::hidden(NEXT, self.next.clone()));
        if self.is_interrupted() {
            form = form.field(Field::hidden(RESUME, self.resume.clone()));
            form = form.field(Field::hidden(RESUME_PATH, self.resume_path.clone()));
        }
        form
    }

    pub(crate) fn pairs(&self) -> Vec<(String, String)> {
        let pairs = [(NEXT, &self.next), (RESUME, &self.resume), (RESUME_PATH, &self.resume_path)];
        let said = pairs.into_iter().filter(|(_, value)| !value.is_empty());
        said.map(|(name, value)| (name.to_owned(), value.clone())).collect()
    }

    pub(crate) fn query(&self) -> String {
        serde_urlencoded::to_string(self.pairs()).unwrap_or_default()
    }

    /// Somewhere in this house: another host cannot be named.
    pub(crate) fn next(&self) -> String {
        let inside =
            |path: &str| path.starts_with('/') && !path.starts_with("//") && !path.contains(['\\', '\n', '\r']);
        if inside(&self.next) { self.next.clone() } else { "/".to_owned() }
    }

    pub(crate) fn resume(&self, key: &SessionKey) -> Option<Resume> {
        if !self.resume_path.starts_with('/') || self.resume_path.starts_with("//") {
            return None;
        }
        let pairs: Vec<(String, String)> = serde_urlencoded::from_str(&self.resume).ok()?;
        Some(Resume { action: self.resume_path.clone(), csrf: key.form_token(), pairs })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_goes_on_in_this_house_only() {
        let next = |next: &str| Onward { next: next.to_owned(), ..Onward::default() }.next();
        assert_eq!(next("/bodies?x=1"), "/bodies?x=1");
        for bad in ["", "//evil.example", "https://evil.example", "/\\evil", "/a\nb"] {
            assert_eq!(next(bad), "/", "{bad}");
        }
    }
}
