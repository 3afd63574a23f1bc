// SPDX-License-Identifier: AGPL-3.0-or-later
//! The page that says what went wrong and what to do next.

use super::reviews::field_of_record;
use crate::render::{Content, Label};
use serde::Serialize;

/// Its content.
#[derive(Clone, Debug, Serialize)]
pub struct Problem {
    text: Label,
    /// The field that it is about, where it is about one that is known by name.
    field: Option<Label>,
    /// What was typed in that field, to be taken along.
    typed: String,
}

impl Problem {
    /// The problem of a key.
    #[must_use]
    pub fn new(key: &'static str) -> Self {
        Self { text: Label::key(key), field: None, typed: String::new() }
    }

    /// A field that holds a sign which cannot be kept; what was typed is shown, except secrets.
    #[must_use]
    pub fn unkept(name: &str, typed: String) -> Self {
        let is_secret = matches!(name, "password" | "old" | "again" | "code" | "csrf" | "resume");
        let typed = if is_secret { String::new() } else { typed };
        Self { text: Label::key("problem-sign-text"), field: field(name), typed }
    }
}

/// What a field is called in its form, as far as it is one in which people write much.
fn field(name: &str) -> Option<Label> {
    Some(match name {
        "answer" => Label::key("errand-answer"),
        "email" => Label::key("staff-email"),
        "login" => Label::key("login-name"),
        "password" | "old" => Label::key("login-password"),
        "reason" => Label::key("review-accept-reason"),
        "request" => Label::key("errand-request"),
        "word" => Label::key("words-word"),
        _ => return field_of_record(name),
    })
}

impl Content for Problem {
    const TEMPLATE: &'static str = "problem.html";

    fn samples() -> Vec<Self> {
        let unkept = |name| Self::unkept(name, "una[?]parola".to_owned());
        let mut samples = vec![Self::new("problem-denied-text")];
        let names = ["answer", "email", "login", "password", "reason", "request", "word", "value.title", "odd"];
        samples.extend(names.map(unkept));
        samples
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_not_shown() {
        assert_eq!(Problem::unkept("password", "a[?]b".to_owned()).typed, "");
        assert_eq!(Problem::unkept("reason", "a[?]b".to_owned()).typed, "a[?]b");
    }
}
