// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is promised and what was found: indicators, phases, people.

use super::{LineNo, NodeId};
use ambito_base::{Date, Decimal, Share};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What is measured, what was promised, what was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Indicator {
    /// The node it measures.
    pub node: Option<NodeId>,
    /// The code as printed.
    pub code: Option<String>,
    /// The title as printed, trailing "> di" and "entro il" kept.
    pub title: String,
    /// The group a row of a table stands under, where the table has one.
    pub group: Option<String>,
    /// The note below it.
    pub note: Option<String>,
    /// The value to start from, as printed.
    pub baseline: Option<String>,
    /// What was promised.
    pub target: Option<Target>,
    /// Targets by year, where the table has several columns of them.
    pub yearly: Vec<YearTarget>,
    /// A date told in the title, when the target is another thing.
    pub deadline: Option<Date>,
    /// What was found.
    pub measured: Option<Measured>,
    /// Who answers for it.
    pub owner: Option<String>,
    /// Cells of columns with no known meaning.
    pub extra: Vec<ExtraCell>,
    /// Where it starts.
    pub line: LineNo,
}

/// What was promised.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Target {
    /// The value as printed.
    pub raw: String,
    /// How result and value are compared; absent where the document does not say.
    pub comparison: Option<Comparison>,
    /// The number.
    pub value: Option<Decimal>,
    /// The upper number of "between".
    pub upper: Option<Decimal>,
    /// What the number counts.
    pub unit: Option<Unit>,
    /// The date that is the target.
    pub due: Option<Date>,
    /// The heading of the column it came from ("Valore previsto 2027").
    #[serde(with = "super::shared::option")]
    pub column: Option<Arc<str>>,
}

/// The target of one year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct YearTarget {
    /// The year of the column.
    pub year: i16,
    /// The target.
    pub target: Target,
}

/// How a result is compared with its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Comparison {
    /// Exactly.
    Equal,
    /// More than.
    More,
    /// At least.
    AtLeast,
    /// Less than.
    Less,
    /// At most.
    AtMost,
    /// From a value to another.
    Between,
    /// By a date.
    By,
    /// Done or not done.
    Yes,
}

impl Comparison {
    /// The pinned sign.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::More => ">",
            Self::AtLeast => ">=",
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::Between => "between",
            Self::By => "by",
            Self::Yes => "yes",
        }
    }
}

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unit {
    /// Percent.
    Percent,
    /// Things or people.
    Number,
    /// Euro.
    Euro,
    /// Days.
    Days,
    /// Hours.
    Hours,
    /// Months.
    Months,
    /// A date.
    Date,
}

impl Unit {
    /// The pinned word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Percent => "%",
            Self::Number => "n",
            Self::Euro => "eur",
            Self::Days => "days",
            Self::Hours => "hours",
            Self::Months => "months",
            Self::Date => "date",
        }
    }
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measured {
    /// The value as printed.
    pub raw: String,
    /// The number.
    pub value: Option<Decimal>,
    /// What it counts.
    pub unit: Option<Unit>,
    /// The date told beside it.
    pub date: Option<Date>,
    /// What that date is of.
    pub date_kind: DateKind,
    /// Whether it is the final result.
    pub is_final: bool,
}

/// What the date beside a result is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DateKind {
    /// When the result was reached.
    Result,
    /// When somebody looked.
    Monitoring,
}

/// A cell of a column whose heading the vocabulary does not know.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ExtraCell {
    /// The heading.
    #[serde(with = "super::shared")]
    pub label: Arc<str>,
    /// The cell.
    pub value: String,
}

/// A step with a start and an end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Phase {
    /// The node it belongs to.
    pub node: Option<NodeId>,
    /// The code of the objective as the row prints it.
    pub objective: Option<String>,
    /// Its order as printed.
    pub order: Option<String>,
    /// What is done.
    pub title: String,
    /// Planned or actual.
    pub state: Option<PhaseState>,
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
    /// The note below it.
    pub note: Option<String>,
    /// Where it starts.
    pub line: LineNo,
}

/// Whether the dates of a phase were promised or happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PhaseState {
    /// Promised.
    Planned,
    /// Happened.
    Actual,
}

/// A person's share of time on a node.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Effort {
    /// The node.
    pub node: Option<NodeId>,
    /// The person, as printed.
    pub person: String,
    /// The working relation, as printed.
    pub relation: Option<String>,
    /// The share of time.
    pub share: Option<Share>,
    /// Where it stands.
    pub line: LineNo,
}
