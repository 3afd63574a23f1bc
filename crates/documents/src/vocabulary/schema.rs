// SPDX-License-Identifier: AGPL-3.0-or-later
//! The form of a vocabulary file.

use super::VocabularyError;
use ambito_base::fold;
use serde::Deserialize;
use std::collections::BTreeMap;

/// One vocabulary file, or several put together.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Files {
    pub(super) family: Vec<FamilyEntry>,
    pub(super) level: Vec<LevelEntry>,
    pub(super) code: Vec<CodeEntry>,
    pub(super) label: Vec<LabelEntry>,
    pub(super) table: Vec<TableEntry>,
    pub(super) words: Words,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FamilyEntry {
    pub(super) name: String,
    #[serde(default)]
    pub(super) signs: Vec<(String, u32)>,
    #[serde(default)]
    pub(super) levels: Vec<String>,
    #[serde(default)]
    pub(super) sheet: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LevelEntry {
    pub(super) name: String,
    #[serde(default)]
    pub(super) words: Vec<String>,
    #[serde(default)]
    pub(super) plural: Vec<String>,
    #[serde(default)]
    pub(super) kinds: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CodeEntry {
    pub(super) level: String,
    pub(super) shapes: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LabelEntry {
    pub(super) role: Role,
    #[serde(default)]
    pub(super) level: Option<String>,
    #[serde(default)]
    pub(super) inline: bool,
    pub(super) words: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TableEntry {
    pub(super) kind: TableKind,
    #[serde(default)]
    pub(super) required: Vec<Column>,
    pub(super) columns: BTreeMap<Column, Vec<String>>,
}

/// What a label announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Role {
    Description,
    Path,
    Owner,
    Title,
    Kind,
    Level,
    List,
    Index,
    Field,
    Money,
    Indicators,
    Budget,
    People,
    Phases,
    Timetable,
    Activities,
    Resources,
    Products,
    Version,
    Status,
    Issued,
    Body,
    Period,
}

/// The kinds of tables with a shape of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum TableKind {
    Indicators,
    Phases,
    Budget,
    Efforts,
    Summary,
    Allocations,
    Resources,
    PeopleResources,
    Choices,
}

/// What a column of a table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Column {
    Code,
    Title,
    Target,
    Baseline,
    Unit,
    Owner,
    Measured,
    Monitoring,
    Done,
    Deadline,
    Note,
    Objective,
    Weight,
    ResultDate,
    Order,
    State,
    From,
    To,
    Chapter,
    Article,
    Direction,
    RevenueCurrent,
    ExpenseCurrent,
    RevenueCapital,
    ExpenseCapital,
    Amount,
    /// Any of the amounts of a budget; only in `required`.
    Money,
    Person,
    Relation,
    Share,
    Area,
    Indirizzo,
    Strategic,
    Action,
    General,
    Specific,
    Source,
    Total,
    Before,
    Change,
    After,
    Activity,
    Cost,
    Choices,
}

/// Single words and turns of phrase.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Words {
    pub(crate) approximate: Vec<String>,
    pub(crate) threshold: Vec<String>,
    pub(crate) see: Vec<String>,
    pub(crate) totals: Vec<String>,
    pub(crate) bodies: Vec<String>,
    pub(crate) titles: Vec<String>,
    pub(crate) planned: Vec<String>,
    pub(crate) actual: Vec<String>,
    pub(crate) final_words: Vec<String>,
    pub(crate) merged_headers: Vec<String>,
    pub(crate) marks: Vec<String>,
    pub(crate) done_answers: Vec<String>,
}

impl Words {
    fn lists(&mut self) -> [&mut Vec<String>; 12] {
        let Self {
            approximate,
            threshold,
            see,
            totals,
            bodies,
            titles,
            planned,
            actual,
            final_words,
            merged_headers,
            marks,
            done_answers,
        } = self;
        [
            approximate,
            threshold,
            see,
            totals,
            bodies,
            titles,
            planned,
            actual,
            final_words,
            merged_headers,
            marks,
            done_answers,
        ]
    }

    pub(super) fn append(&mut self, other: &Self) {
        let mut other = other.clone();
        for (own, more) in self.lists().into_iter().zip(other.lists()) {
            own.append(more);
        }
    }

    /// The same with every word folded; marks of timetables and run-together headings stay as they are.
    pub(super) fn folded(&self) -> Self {
        let mut out = self.clone();
        let (marks, merged) = (out.marks.clone(), out.merged_headers.clone());
        for list in out.lists() {
            for word in list.iter_mut() {
                *word = fold(word);
            }
        }
        out.marks = marks;
        out.merged_headers = merged;
        out
    }
}

impl Files {
    pub(super) fn parse(text: &str) -> Result<Self, VocabularyError> {
        toml::from_str(text).map_err(|error| {
            let line = error
                .span()
                .map_or(1, |span| text.get(..span.start).map_or(1, |before| before.matches('\n').count() + 1));
            VocabularyError { line, message: error.message().to_owned() }
        })
    }

    pub(super) fn append(&mut self, other: Self) {
        self.family.extend(other.family);
        self.level.extend(other.level);
        self.code.extend(other.code);
        self.label.extend(other.label);
        self.table.extend(other.table);
        self.words.append(&other.words);
    }
}

/// A rule of the vocabulary that a file breaks; the line is not known.
pub(super) fn wrong(message: String) -> VocabularyError {
    VocabularyError { line: 1, message }
}
