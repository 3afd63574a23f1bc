// SPDX-License-Identifier: AGPL-3.0-or-later
//! The manual of the checks as articles, for pages: the same words as on the terminal, in their parts.
//!
//! Invariant: nothing is worded here; titles and paragraphs are those of the doc comments of the checks.

use super::manual;
use ambito_checks::{Check, Family, registry};
use ambito_findings::Severity;
use ambito_i18n::{Catalogue, Language};
use serde::Serialize;

/// The manual of one check in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Article {
    /// Its code.
    pub code: &'static str,
    /// The defect in a few English words with hyphens.
    pub name: &'static str,
    /// The first letters of the codes of its family.
    pub family: &'static str,
    /// The stable word of how bad it is.
    pub severity: &'static str,
    /// What is wrong, as a title.
    pub title: &'static str,
    /// What it finds, why it matters, an example, how to mend it, its exceptions.
    pub parts: Vec<Part>,
}

/// A part of the manual of a check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Part {
    /// What it is about: "Why it matters".
    pub head: String,
    /// What it says.
    pub text: String,
}

/// A family of checks with its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NamedFamily {
    /// The first letters of its codes.
    pub prefix: &'static str,
    /// What it is called.
    pub name: String,
}

/// The families, in the order of the manual.
#[must_use]
pub fn families(catalogue: &Catalogue) -> Vec<NamedFamily> {
    let named = |family: Family| NamedFamily { prefix: family.prefix(), name: manual::family(family, catalogue) };
    Family::ALL.into_iter().map(named).collect()
}

/// The manual of every check, family by family.
#[must_use]
pub fn list_articles(language: Language) -> Vec<Article> {
    let of = |family: Family| registry::CHECKS.iter().filter(move |check| check.family() == family);
    Family::ALL.into_iter().flat_map(of).map(|check| article(check, language)).collect()
}

/// The manual of a check, by its code.
#[must_use]
pub fn find_article(code: &str, language: Language) -> Option<Article> {
    registry::CHECKS.iter().find(|check| check.code == code).map(|check| article(check, language))
}

/// What is wrong, as a title, by the code of the check.
#[must_use]
pub fn find_title(code: &str, language: Language) -> Option<&'static str> {
    let check = registry::CHECKS.iter().find(|check| check.code == code)?;
    Some(manual::of(check, language).title)
}

fn article(check: &Check, language: Language) -> Article {
    let manual = manual::of(check, language);
    Article {
        code: check.code,
        name: check.name,
        family: check.family().prefix(),
        severity: word(check.severity),
        title: manual.title,
        parts: manual.paragraphs.iter().map(|paragraph| part(paragraph)).collect(),
    }
}

const fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// `**Why it matters.** Nobody knows …` in its two parts.
fn part(paragraph: &str) -> Part {
    let (head, text) = paragraph.strip_prefix("**").and_then(|rest| rest.split_once("**")).unwrap_or(("", paragraph));
    Part { head: head.trim_end_matches('.').to_owned(), text: text.trim().replace("**", "") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_check_has_its_article_in_both_languages() {
        for language in Language::ALL {
            let articles = list_articles(language);
            assert_eq!(articles.len(), registry::CHECKS.len());
            for article in &articles {
                assert_eq!(find_article(article.code, language).as_ref(), Some(article));
                assert_eq!(article.parts.len(), 5, "{}", article.code);
                for part in &article.parts {
                    assert!(!part.head.is_empty() && !part.text.is_empty(), "{}: {part:?}", article.code);
                }
            }
        }
        assert_eq!(find_article("SUM999", Language::Italian), None);
    }

    #[test]
    fn a_paragraph_is_parted_at_its_head() {
        let expected = Part { head: "Why it matters".to_owned(), text: "Nobody knows.".to_owned() };
        assert_eq!(part("**Why it matters.** Nobody knows."), expected);
    }
}
