// SPDX-License-Identifier: AGPL-3.0-or-later
//! Money of a plan: budget lines, allocations of funds, costs by source, totals, amounts told in prose.

use super::{LineNo, NodeId};
use ambito_base::{Cents, Share};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Revenue or expense.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Direction {
    /// Money in.
    Revenue,
    /// Money out.
    Expense,
}

impl Direction {
    /// The other side of the budget.
    #[must_use]
    pub const fn opposite(self) -> Self {
        match self {
            Self::Revenue => Self::Expense,
            Self::Expense => Self::Revenue,
        }
    }
}

/// Current or capital.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BudgetKind {
    /// Running costs and revenues.
    Current,
    /// Investments.
    Capital,
}

/// A line of a node's budget, by chapter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BudgetLine {
    /// The node.
    pub node: Option<NodeId>,
    /// Money in or out.
    pub direction: Option<Direction>,
    /// Current or capital.
    pub kind: Option<BudgetKind>,
    /// The chapter, digits as printed.
    pub chapter: String,
    /// The article, digits as printed.
    pub article: Option<String>,
    /// The title of the chapter, words that a column broke joined again.
    pub title: String,
    /// The amount.
    pub amount: Option<Cents>,
    /// The chapters of the other side that the title names.
    pub references: Vec<ChapterReference>,
    /// Where it stands.
    pub line: LineNo,
}

/// A chapter that another chapter's title names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChapterReference {
    /// The side it is on; the opposite one where the title names none.
    pub direction: Direction,
    /// The chapter, padded to the width of the document's tables; absent where the reference was cut.
    pub chapter: Option<String>,
    /// The article, padded likewise.
    pub article: Option<String>,
    /// The reference as printed.
    pub raw: String,
}

/// Money of one source for one node, before and after an act.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Allocation {
    /// The node.
    pub node: Option<NodeId>,
    /// The fund, as printed; inherited from the row above where the cell is empty.
    pub source: Option<String>,
    /// The whole programme's amount.
    pub total: Option<Cents>,
    /// Allocated by earlier acts.
    pub before: Option<Cents>,
    /// What this act changes.
    pub change: Option<Cents>,
    /// Allocated after it.
    pub after: Option<Cents>,
    /// The responsible body.
    pub owner: Option<String>,
    /// Where it stands.
    pub line: LineNo,
}

/// The cost of an activity, or of the people in it, by source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Resource {
    /// The node.
    pub node: Option<NodeId>,
    /// The activity or the profession, as printed.
    pub activity: String,
    /// The whole cost.
    pub cost: Option<Cents>,
    /// What each source pays; sources without an amount are left out.
    pub sources: Vec<SourceAmount>,
    /// Money or people's time.
    pub kind: ResourceKind,
    /// Where it stands.
    pub line: LineNo,
}

/// What one source pays.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SourceAmount {
    /// The heading of the source's column.
    #[serde(with = "super::shared")]
    pub source: Arc<str>,
    /// The amount.
    pub amount: Option<Cents>,
    /// The cell as printed where it holds no amount.
    pub raw: Option<String>,
}

/// What a resource is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ResourceKind {
    /// A cost.
    Cost,
    /// People's time given a value.
    People,
}

/// A printed total, subtotal, or share of a total.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Total {
    /// The node it is of.
    pub node: Option<NodeId>,
    /// The words beside it.
    pub label: Option<String>,
    /// The heading of its column.
    #[serde(with = "super::shared::option")]
    pub column: Option<Arc<str>>,
    /// The amount.
    pub amount: Option<Cents>,
    /// The share.
    pub share: Option<Share>,
    /// Where it stands.
    pub line: LineNo,
}

/// Money told in prose, in a heading or in the answer of a field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Amount {
    /// The node it is told of; absent where it is of the whole document.
    pub node: Option<NodeId>,
    /// What it is told of: the field's label, the heading, or the words around it.
    pub label: Option<String>,
    /// The words of the amount, as printed.
    pub raw: String,
    /// The amount.
    pub amount: Cents,
    /// Whether a word says that it is not exact.
    pub approximate: bool,
    /// For what unit of time or person it is.
    pub per: Option<Per>,
    /// Where it stands.
    pub line: LineNo,
}

/// What an amount is for each of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Per {
    /// A year.
    Year,
    /// A month.
    Month,
    /// A week.
    Week,
    /// A day.
    Day,
    /// An hour.
    Hour,
    /// A person.
    Person,
    /// A household.
    Household,
    /// A territorial area.
    Area,
}

impl Per {
    /// The pinned word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Month => "month",
            Self::Week => "week",
            Self::Day => "day",
            Self::Hour => "hour",
            Self::Person => "person",
            Self::Household => "household",
            Self::Area => "area",
        }
    }
}
