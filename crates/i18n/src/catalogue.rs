// SPDX-License-Identifier: AGPL-3.0-or-later
//! One language's messages.

use crate::{Language, notation};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentValue;
use fluent_bundle::{FluentArgs, FluentResource};
use std::borrow::Cow;
use std::fmt;
use unic_langid::LanguageIdentifier;

/// An argument of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arg<'a> {
    /// Words, put in as they are.
    Text(&'a str),
    /// A count: it chooses the plural, and is grouped for people.
    Count(u64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Arg<'_> {
    fn from(count: usize) -> Self {
        Self::Count(u64::try_from(count).unwrap_or(u64::MAX))
    }
}

impl From<u32> for Arg<'_> {
    fn from(count: u32) -> Self {
        Self::Count(u64::from(count))
    }
}

/// The messages of one language.
pub struct Catalogue {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Catalogue {
    /// The embedded messages of a language.
    #[must_use]
    pub fn new(language: Language) -> Self {
        // Both tags parse; a test on the plurals proves it.
        let tag: LanguageIdentifier = language.word().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::Italian => italian_count,
            Language::English => english_count,
        }));
        for source in sources(language) {
            // A test proves that no source has errors; what parsed is used in any case.
            let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        Self { language, bundle }
    }

    /// The language of these messages.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// The message of a key; the key itself where there is none (a test proves that there is no such key in the code).
    #[must_use]
    pub fn text(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.find_text(key, args).unwrap_or_else(|| key.to_owned())
    }

    /// The message of a key, where there is one.
    #[must_use]
    pub fn find_text(&self, key: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut values = FluentArgs::with_capacity(args.len());
        for &(name, arg) in args {
            values.set(
                name,
                match arg {
                    Arg::Text(text) => FluentValue::String(Cow::Borrowed(text)),
                    Arg::Count(count) => FluentValue::from(count),
                },
            );
        }
        Some(self.bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned())
    }
}

impl fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Catalogue").field("language", &self.language).finish_non_exhaustive()
    }
}

/// The files of a language's catalogue: the program's own words, then one file for each family of checks.
#[must_use]
pub fn sources(language: Language) -> &'static [&'static str] {
    macro_rules! files {
        ($folder:literal) => {
            &[
                include_str!(concat!("../catalogue/", $folder, "/program.ftl")),
                include_str!(concat!("../catalogue/", $folder, "/reviews-audit.ftl")),
                include_str!(concat!("../catalogue/", $folder, "/audit.ftl")),
                include_str!(concat!("../catalogue/", $folder, "/checks.ftl")),
                include_str!(concat!("../catalogue/", $folder, "/sum.ftl")),
                include_str!(concat!("../catalogue/", $folder, "/structure.ftl")),
                include_str!(concat!("../catalogue/", $folder, "/time.ftl")),
                include_str!(concat!("../catalogue/", $folder, "/indicators.ftl")),
                include_str!(concat!("../catalogue/", $folder, "/people.ftl")),
                include_str!(concat!("../catalogue/", $folder, "/funds.ftl")),
                include_str!(concat!("../catalogue/", $folder, "/office.ftl")),
                include_str!(concat!("../catalogue/", $folder, "/plans.ftl")),
                include_str!(concat!("../catalogue/", $folder, "/web-plans.ftl")),
                include_str!(concat!("../catalogue/", $folder, "/lists.ftl")),
                include_str!(concat!("../catalogue/", $folder, "/web-findings.ftl")),
                include_str!(concat!("../catalogue/", $folder, "/web.ftl")),
                include_str!(concat!("../catalogue/", $folder, "/web-records.ftl")),
                include_str!(concat!("../catalogue/", $folder, "/copies.ftl")),
                include_str!(concat!("../catalogue/", $folder, "/web-office.ftl")),
                include_str!(concat!("../catalogue/", $folder, "/web-oidc.ftl")),
                include_str!(concat!("../catalogue/", $folder, "/web-reviews.ftl")),
            ]
        };
    }
    match language {
        Language::Italian => files!("it"),
        Language::English => files!("en"),
    }
}

fn italian_count<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    count_text(value, Language::Italian)
}

fn english_count<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    count_text(value, Language::English)
}

fn count_text(value: &FluentValue<'_>, language: Language) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(notation::grouped(&number.as_string(), language)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_and_groups_follow_the_language() {
        let check = |language: Language, count: usize, expected: &str| {
            let text = Catalogue::new(language).text("read-summary-documents", &[("count", count.into())]);
            assert_eq!(text, expected);
        };
        check(Language::Italian, 1, "1 documento letto");
        check(Language::Italian, 1_234, "1.234 documenti letti");
        check(Language::English, 1, "1 document read");
        check(Language::English, 1_234, "1,234 documents read");
    }

    #[test]
    fn words_enter_without_marks() {
        let text = Catalogue::new(Language::Italian).text("option-unknown", &[("option", "--pippo".into())]);
        assert!(text.contains("--pippo") && !text.contains('\u{2068}'), "{text}");
    }
}
