// SPDX-License-Identifier: AGPL-3.0-or-later
//! Which words mean what: data in TOML, with synonyms, extended by a user's own file.
//!
//! The files beside this module are the built-in vocabulary; their comments are its manual. A user's file may hold
//! any of the same parts; its entries come first, so that they win over the built-in ones.

mod meanings;
mod schema;
mod shape;

pub use meanings::{Meaning, meanings};
pub(crate) use schema::{Column, Role, TableKind};
pub(crate) use shape::Shape;

use ambito_base::fold;
use ambito_domain::planning::Family;
use rustc_hash::FxHashMap;
use schema::Files;

const BUILTIN: [&str; 5] = [
    include_str!("families.toml"),
    include_str!("levels.toml"),
    include_str!("labels.toml"),
    include_str!("tables.toml"),
    include_str!("words.toml"),
];

/// Why a vocabulary file was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {message}")]
pub struct VocabularyError {
    /// The 1-based line of the file.
    pub line: usize,
    /// What is wrong, in the words of the TOML reader or of the vocabulary's own rules.
    pub message: String,
}

/// The words the recognisers know.
#[derive(Clone, Debug)]
pub struct Vocabulary {
    pub(crate) families: Vec<FamilyWords>,
    pub(crate) levels: Vec<LevelWords>,
    pub(crate) codes: Vec<(String, Shape)>,
    pub(crate) labels: FxHashMap<String, LabelWords>,
    /// Labels whose answer may follow without a colon, longest first.
    pub(crate) inline_labels: Vec<(String, LabelWords)>,
    pub(crate) tables: Vec<TableWords>,
    /// The first word of every heading cell: a quick way to say that a row is no heading.
    header_starts: FxHashMap<String, ()>,
    pub(crate) words: schema::Words,
}

/// A family: what speaks for it and the levels of its tree.
#[derive(Clone, Debug)]
pub(crate) struct FamilyWords {
    pub(crate) family: Family,
    pub(crate) signs: Vec<(String, u32)>,
    pub(crate) levels: Vec<String>,
    pub(crate) sheet: Option<String>,
}

/// A level: how headings name it. All words folded.
#[derive(Clone, Debug)]
pub(crate) struct LevelWords {
    pub(crate) name: String,
    pub(crate) words: Vec<String>,
    pub(crate) plural: Vec<String>,
    pub(crate) kinds: Vec<String>,
}

/// What a label announces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LabelWords {
    pub(crate) role: Role,
    pub(crate) level: Option<String>,
}

/// A kind of table. All words folded.
#[derive(Clone, Debug)]
pub(crate) struct TableWords {
    pub(crate) kind: TableKind,
    pub(crate) required: Vec<Column>,
    /// Every word with its column, longest first.
    pub(crate) words: Vec<(String, Column)>,
    /// The places in `words` of those that begin with one word, in order.
    starts: FxHashMap<String, Vec<usize>>,
}

impl TableWords {
    /// The words that a folded heading cell can be or begin with, longest first.
    pub(crate) fn candidates(&self, cell: &str) -> impl Iterator<Item = &(String, Column)> {
        let places = self.starts.get(first_word(cell)).map_or(&[][..], Vec::as_slice);
        places.iter().map(|place| &self.words[*place])
    }
}

impl Vocabulary {
    /// The words that come with the program.
    ///
    /// # Panics
    /// Never: the built-in files are read in a test.
    #[must_use]
    pub fn builtin() -> Self {
        let mut files = Files::default();
        for text in BUILTIN {
            let file = Files::parse(text).expect("the built-in vocabulary is valid: a test reads it");
            files.append(file);
        }
        Self::compile(&files).expect("the built-in vocabulary is valid: a test reads it")
    }

    /// Adds the words of a user's file; they come before the built-in ones.
    ///
    /// # Errors
    /// Where the text is no TOML, or names a kind, a column, a role or a family that does not exist.
    pub fn extended(&self, text: &str) -> Result<Self, VocabularyError> {
        let own = Self::compile(&Files::parse(text)?)?;
        Ok(own.before(self))
    }

    fn compile(files: &Files) -> Result<Self, VocabularyError> {
        let mut vocabulary = Self {
            families: Vec::new(),
            levels: Vec::new(),
            codes: Vec::new(),
            labels: FxHashMap::default(),
            inline_labels: Vec::new(),
            tables: Vec::new(),
            header_starts: FxHashMap::default(),
            words: files.words.folded(),
        };
        for family in &files.family {
            let Some(known) = Family::from_word(&family.name) else {
                return Err(schema::wrong(format!("family `{}` does not exist", family.name)));
            };
            vocabulary.families.push(FamilyWords {
                family: known,
                signs: family.signs.iter().map(|(word, weight)| (fold(word), *weight)).collect(),
                levels: family.levels.clone(),
                sheet: family.sheet.clone(),
            });
        }
        for level in &files.level {
            vocabulary.levels.push(LevelWords {
                name: level.name.clone(),
                words: folded(&level.words),
                plural: folded(&level.plural),
                kinds: folded(&level.kinds),
            });
        }
        for code in &files.code {
            for shape in &code.shapes {
                vocabulary.codes.push((code.level.clone(), Shape::new(shape)));
            }
        }
        for label in &files.label {
            if label.role == Role::Level && label.level.is_none() {
                return Err(schema::wrong("a label of role `level` needs a `level`".to_owned()));
            }
            for word in &label.words {
                let entry = LabelWords { role: label.role, level: label.level.clone() };
                let key = fold(word);
                if label.inline {
                    vocabulary.inline_labels.push((key.clone(), entry.clone()));
                }
                vocabulary.labels.entry(key).or_insert(entry);
            }
        }
        for table in &files.table {
            let mut words: Vec<(String, Column)> = table
                .columns
                .iter()
                .flat_map(|(column, words)| words.iter().map(|word| (fold(word), *column)))
                .collect();
            words.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
            vocabulary.tables.push(TableWords {
                kind: table.kind,
                required: table.required.clone(),
                words,
                starts: FxHashMap::default(),
            });
        }
        vocabulary.index();
        Ok(vocabulary)
    }

    /// Own words first, then the other's.
    fn before(mut self, other: &Self) -> Self {
        for family in &other.families {
            match self.families.iter_mut().find(|own| own.family == family.family) {
                Some(own) => {
                    own.signs.extend(family.signs.iter().cloned());
                    if own.levels.is_empty() {
                        own.levels.clone_from(&family.levels);
                    }
                    if own.sheet.is_none() {
                        own.sheet.clone_from(&family.sheet);
                    }
                }
                None => self.families.push(family.clone()),
            }
        }
        for level in &other.levels {
            match self.levels.iter_mut().find(|own| own.name == level.name) {
                Some(own) => {
                    own.words.extend(level.words.iter().cloned());
                    own.plural.extend(level.plural.iter().cloned());
                    own.kinds.extend(level.kinds.iter().cloned());
                }
                None => self.levels.push(level.clone()),
            }
        }
        self.codes.extend(other.codes.iter().cloned());
        for (key, label) in &other.labels {
            self.labels.entry(key.clone()).or_insert_with(|| label.clone());
        }
        self.inline_labels.extend(other.inline_labels.iter().cloned());
        for table in &other.tables {
            match self.tables.iter_mut().find(|own| own.kind == table.kind) {
                Some(own) => {
                    own.words.extend(table.words.iter().cloned());
                    own.words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
                    if own.required.is_empty() {
                        own.required.clone_from(&table.required);
                    }
                }
                None => self.tables.push(table.clone()),
            }
        }
        self.words.append(&other.words);
        self.index();
        self
    }

    fn index(&mut self) {
        self.inline_labels.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        for table in &mut self.tables {
            table.starts.clear();
            for (place, (word, _)) in table.words.iter().enumerate() {
                table.starts.entry(first_word(word).to_owned()).or_default().push(place);
            }
        }
        self.header_starts =
            self.tables.iter().flat_map(|table| table.starts.keys()).map(|start| (start.clone(), ())).collect();
    }

    /// Whether a heading cell may begin with this folded word.
    pub(crate) fn starts_header(&self, folded_word: &str) -> bool {
        self.header_starts.contains_key(folded_word)
    }

    /// The words of a family.
    pub(crate) fn family(&self, family: Family) -> Option<&FamilyWords> {
        self.families.iter().find(|words| words.family == family)
    }

    /// The label of a folded text, question marks and colons already folded away.
    pub(crate) fn label(&self, folded_text: &str) -> Option<&LabelWords> {
        self.labels.get(folded_text)
    }
}

fn first_word(folded: &str) -> &str {
    folded.split_once(' ').map_or(folded, |(first, _)| first)
}

fn folded(words: &[String]) -> Vec<String> {
    let mut out: Vec<String> = words.iter().map(|word| fold(word)).collect();
    out.sort_by_key(|word| std::cmp::Reverse(word.len()));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_builtin_files_are_valid() {
        let vocabulary = Vocabulary::builtin();
        assert_eq!(vocabulary.families.len(), Family::ALL.len());
        for family in &vocabulary.families {
            for level in &family.levels {
                assert!(vocabulary.levels.iter().any(|known| &known.name == level), "level {level} has no words");
            }
        }
        for table in &vocabulary.tables {
            for column in &table.required {
                assert!(
                    *column == Column::Money || table.words.iter().any(|(_, known)| known == column),
                    "{:?} has no words for {column:?}",
                    table.kind
                );
            }
        }
    }

    #[test]
    fn a_users_words_come_first() {
        let own = "[[label]]\nrole = \"money\"\nwords = [\"Target\"]\n";
        let vocabulary = Vocabulary::builtin().extended(own).unwrap();
        assert_eq!(vocabulary.label("target").unwrap().role, Role::Money);
    }

    #[test]
    fn a_wrong_file_is_refused_with_its_line() {
        let error = Vocabulary::builtin().extended("\n[[label]]\nrole = \"moneta\"\nwords = []\n").unwrap_err();
        assert_eq!(error.line, 3);
        let error = Vocabulary::builtin().extended("[[family]]\nname = \"altro\"\n").unwrap_err();
        assert!(error.message.contains("altro"), "{error}");
    }
}
