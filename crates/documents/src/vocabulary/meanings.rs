// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a single word of an office may mean, and a vocabulary with such words in front.
//!
//! A meaning has a stable word of its own: `level:azione`, `label:owner`, `column:indicators:target`.

use super::schema::{Column, Files, LabelEntry, LevelEntry, Role, TableEntry, TableKind};
use super::{BUILTIN, Vocabulary};
use serde::Deserialize;
use serde::de::IntoDeserializer as _;
use serde::de::value::{Error, StrDeserializer};
use std::collections::BTreeMap;

/// Roles of labels that need more than a word, or that no office names in its own way.
const NOT_OFFERED: [&str; 3] = ["level", "list", "index"];

/// Something that a word may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meaning {
    /// Its stable word.
    pub word: String,
    /// The words that mean it already.
    pub known: Vec<String>,
}

/// Everything that a word may mean: levels, then labels, then the columns of tables, in the order of the vocabulary.
#[must_use]
pub fn meanings() -> Vec<Meaning> {
    let mut found: Vec<Meaning> = Vec::new();
    let mut tell = |word: String, known: Vec<String>| match found.iter_mut().find(|meaning| meaning.word == word) {
        Some(meaning) => meaning.known.extend(known),
        None => found.push(Meaning { word, known }),
    };
    for text in BUILTIN {
        let Ok(file) = text.parse::<toml::Table>() else { continue };
        for level in entries(&file, "level") {
            tell(format!("level:{}", text_of(level, "name")), texts(level.get("words")));
        }
        for label in entries(&file, "label") {
            let role = text_of(label, "role");
            if !NOT_OFFERED.contains(&role) {
                tell(format!("label:{role}"), texts(label.get("words")));
            }
        }
        for table in entries(&file, "table") {
            let kind = text_of(table, "kind");
            let columns = table.get("columns").and_then(toml::Value::as_table);
            for (column, words) in columns.into_iter().flatten() {
                tell(format!("column:{kind}:{column}"), texts(Some(words)));
            }
        }
    }
    found
}

impl Vocabulary {
    /// The same with words of an office in front, each with its meaning; a meaning that is not known says nothing.
    #[must_use]
    pub fn with_words<'a>(&self, words: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut files = Files::default();
        for (word, meaning) in words {
            let words = vec![word.to_owned()];
            let mut parts = meaning.splitn(3, ':');
            match (parts.next(), parts.next(), parts.next()) {
                (Some("level"), Some(name), None) => {
                    let (name, plural, kinds) = (name.to_owned(), Vec::new(), Vec::new());
                    files.level.push(LevelEntry { name, words, plural, kinds });
                }
                (Some("label"), Some(role), None) => {
                    if let Some(role) = named::<Role>(role).filter(|role| *role != Role::Level) {
                        files.label.push(LabelEntry { role, level: None, inline: false, words });
                    }
                }
                (Some("column"), Some(kind), Some(column)) => {
                    if let Some((kind, column)) = named::<TableKind>(kind).zip(named::<Column>(column)) {
                        let columns = BTreeMap::from([(column, words)]);
                        match files.table.iter_mut().find(|table| table.kind == kind) {
                            Some(table) => {
                                let (_, words) = columns.into_iter().next().unwrap_or((column, Vec::new()));
                                table.columns.entry(column).or_default().extend(words);
                            }
                            None => files.table.push(TableEntry { kind, required: Vec::new(), columns }),
                        }
                    }
                }
                _ => {}
            }
        }
        if files.level.is_empty() && files.label.is_empty() && files.table.is_empty() {
            return self.clone();
        }
        Self::compile(&files).map_or_else(|_| self.clone(), |own| own.before(self))
    }
}

fn named<'de, T: Deserialize<'de>>(word: &'de str) -> Option<T> {
    let word: StrDeserializer<'de, Error> = word.into_deserializer();
    T::deserialize(word).ok()
}

fn entries<'a>(file: &'a toml::Table, part: &str) -> impl Iterator<Item = &'a toml::Table> {
    file.get(part).and_then(toml::Value::as_array).into_iter().flatten().filter_map(toml::Value::as_table)
}

fn text_of<'a>(entry: &'a toml::Table, key: &str) -> &'a str {
    entry.get(key).and_then(toml::Value::as_str).unwrap_or_default()
}

fn texts(value: Option<&toml::Value>) -> Vec<String> {
    let list = value.and_then(toml::Value::as_array).into_iter().flatten();
    list.filter_map(|word| word.as_str().map(str::to_owned)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_meaning_is_understood() {
        let all = meanings();
        assert!(all.len() > 50, "{}", all.len());
        for Meaning { word, known } in &all {
            let is_understood = match word.splitn(3, ':').collect::<Vec<_>>()[..] {
                ["level", name] => !name.is_empty(),
                ["label", role] => named::<Role>(role).is_some(),
                ["column", kind, column] => named::<TableKind>(kind).is_some() && named::<Column>(column).is_some(),
                _ => false,
            };
            assert!(is_understood && !known.is_empty(), "{word}");
        }
    }

    #[test]
    fn a_word_of_an_office_is_read() {
        let text = "| Indicatore | Traguardo annuo |\n|---|---|\n| N. utenti | 30 |\n";
        let mut blocks = crate::blocks::Blocks::new(crate::blocks::Format::Markdown, text.to_owned());
        let span = |word: &str| {
            let at = text.find(word).unwrap_or_default();
            crate::blocks::Span::new(at, at + word.len())
        };
        for cells in [["Indicatore", "Traguardo annuo"], ["N. utenti", "30"]] {
            blocks.push_row(span(cells[0]), cells.map(span));
        }
        let words = Vocabulary::builtin();
        assert_eq!(crate::read(&blocks, &words).indicators.len(), 0);
        let words = words.with_words([("traguardo annuo", "column:indicators:target"), ("x", "nonsense")]);
        let draft = crate::read(&blocks, &words);
        let targets: Vec<_> = draft.indicators.iter().filter_map(|one| one.target.as_ref()).collect();
        assert_eq!(targets.iter().map(|target| target.raw.as_str()).collect::<Vec<_>>(), ["30"]);
    }
}
