// SPDX-License-Identifier: AGPL-3.0-or-later
//! The languages, and how the environment chooses one.

/// A language of the messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Language {
    /// Italian, where nothing else is said.
    #[default]
    Italian,
    /// English.
    English,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::Italian, Self::English];

    /// The word of `--lang`, also the tag of the language.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Italian => "it",
            Self::English => "en",
        }
    }

    /// The language of a word of `--lang`.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.word() == word)
    }

    /// The language of a locale name (`en_GB.UTF-8`): English where it says so, Italian for anything else.
    #[must_use]
    pub fn from_environment(locale: Option<&str>) -> Self {
        let english = locale.is_some_and(|name| name.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("en")));
        if english { Self::English } else { Self::Italian }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_chooses() {
        let check = |locale: Option<&str>, expected: Language| {
            assert_eq!(Language::from_environment(locale), expected, "{locale:?}");
        };
        check(None, Language::Italian);
        check(Some(""), Language::Italian);
        check(Some("C"), Language::Italian);
        check(Some("C.UTF-8"), Language::Italian);
        check(Some("it_IT.UTF-8"), Language::Italian);
        check(Some("en_GB.UTF-8"), Language::English);
        check(Some("EN"), Language::English);
        check(Some("de_AT.UTF-8"), Language::Italian);
        check(Some("è"), Language::Italian);
    }
}
