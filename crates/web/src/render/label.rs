// SPDX-License-Identifier: AGPL-3.0-or-later
//! Words that a page will say, chosen before its language is known.

use ambito_i18n::{Arg, Catalogue};
use serde::Serialize;
use std::collections::BTreeMap;

/// A message with its arguments, or words that are data and the same in every language.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(untagged)]
pub enum Label {
    /// A message of the catalogue.
    Message {
        /// Its key.
        key: &'static str,
        /// Its arguments.
        args: BTreeMap<&'static str, LabelArg>,
    },
    /// Data: the name of a body, the title of a plan.
    Said(String),
}

/// An argument of a message.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(untagged)]
pub enum LabelArg {
    /// Words, put in as they are.
    Text(String),
    /// A count: it chooses the plural.
    Count(u64),
}

impl Label {
    /// The message of a key.
    #[must_use]
    pub fn key(key: &'static str) -> Self {
        Self::Message { key, args: BTreeMap::new() }
    }

    /// Words that are data.
    #[must_use]
    pub fn said(words: impl Into<String>) -> Self {
        Self::Said(words.into())
    }

    /// The same with an argument; data have none.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<LabelArg>) -> Self {
        if let Self::Message { args, .. } = &mut self {
            args.insert(name, value.into());
        }
        self
    }

    /// Its words in the language of a catalogue.
    #[must_use]
    pub fn text(&self, catalogue: &Catalogue) -> String {
        match self {
            Self::Said(words) => words.clone(),
            Self::Message { key, args } => {
                let args: Vec<(&str, Arg<'_>)> = args.iter().map(|(name, arg)| (*name, arg.into())).collect();
                catalogue.text(key, &args)
            }
        }
    }
}

impl<'a> From<&'a LabelArg> for Arg<'a> {
    fn from(arg: &'a LabelArg) -> Self {
        match arg {
            LabelArg::Text(text) => Self::Text(text),
            LabelArg::Count(count) => Self::Count(*count),
        }
    }
}

impl From<String> for LabelArg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for LabelArg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<u64> for LabelArg {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

impl From<u32> for LabelArg {
    fn from(count: u32) -> Self {
        Self::Count(u64::from(count))
    }
}

impl From<usize> for LabelArg {
    fn from(count: usize) -> Self {
        Self::Count(u64::try_from(count).unwrap_or(u64::MAX))
    }
}
