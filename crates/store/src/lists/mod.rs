// SPDX-License-Identifier: AGPL-3.0-or-later
//! Lists that people sort, filter, add up and take away: one way to ask for any of them.
//!
//! A [`Listing`] is data: where its rows come from, its columns, what it can be filtered by. Invariants: sorting and
//! filtering are of the whole list, never of a page of it; a page goes on from a key and not from a number of rows; sums
//! are of every row that the filters leave; words that users bring are bound. Deliberately absent: which columns are
//! shown, and their names.

mod ask;
mod sum;

pub use ask::{ListKey, ListRow, list_rows};
pub use sum::{ListSums, sum_rows};

use crate::plans::VersionKey;
use crate::select::Select;
use ambito_base::{Date, Uuid};
use ambito_domain::office::Sight;
use std::fmt::Write as _;

/// How many words of a filter are looked for at most.
const WORDS_MAX: usize = 8;
/// Letters that stand for others when texts are compared: capitals with accents too, which not every database makes small.
const LIKE_OTHERS: [(char, char); 18] = [
    ('À', 'a'),
    ('Á', 'a'),
    ('È', 'e'),
    ('É', 'e'),
    ('Ì', 'i'),
    ('Í', 'i'),
    ('Ò', 'o'),
    ('Ó', 'o'),
    ('Ù', 'u'),
    ('à', 'a'),
    ('á', 'a'),
    ('è', 'e'),
    ('é', 'e'),
    ('ì', 'i'),
    ('ò', 'o'),
    ('ó', 'o'),
    ('ù', 'u'),
    ('’', '\''),
];
/// How much of a text decides its place in the order, in characters.
const SORT_CHARS: usize = 80;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Words.
    Text,
    /// A whole number that is not added up.
    Number,
    /// How many: added up.
    Count,
    /// Cents: added up.
    Money,
    /// Hundredths of a percent.
    Share,
    /// A day.
    Day,
    /// Microseconds.
    Moment,
    /// Yes or no.
    Flag,
    /// An identifier.
    Id,
}

/// A column.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// What it is called in addresses.
    pub key: &'static str,
    /// Its expression.
    pub sql: &'static str,
    /// What it holds.
    pub holds: Holds,
}

/// What a filter looks at.
#[derive(Clone, Copy, Debug)]
pub enum Look {
    /// Every word stands somewhere in this text.
    Words(&'static str),
    /// The text is this one.
    Is(&'static str),
    /// The identifier is this one.
    Id(&'static str),
    /// The number is this one.
    Number(&'static str),
    /// The node is this one, or one below it; `none` is no node.
    Under(&'static str),
    /// A condition for each word that may be chosen.
    OneOf(&'static [(&'static str, &'static str)]),
}

/// A list.
#[derive(Clone, Copy, Debug)]
pub struct Listing {
    /// What it is called in records and files.
    pub name: &'static str,
    /// `FROM … WHERE …`: `$1` is the area; in a version `$2` is the plan and `$3` the number.
    pub from: &'static str,
    /// The column with the body whose rows may be seen; absent inside a version, whose key proves it.
    pub body: Option<&'static str>,
    /// What tells rows apart; the order of the list by itself.
    pub id: Column,
    /// The columns.
    pub columns: &'static [Column],
    /// What it can be filtered by.
    pub filters: &'static [(&'static str, Look)],
}

/// What a list is asked in.
#[derive(Clone, Copy, Debug)]
pub enum Scope<'a> {
    /// A version of a plan.
    Version(&'a VersionKey),
    /// What is in sight.
    Sight(&'a Sight),
}

/// From small to large, or the other way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// From small to large.
    #[default]
    Rising,
    /// From large to small.
    Falling,
}

/// How somebody wants a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The column it is sorted by; absent for its own order.
    pub sort: Option<(String, Order)>,
    /// What it is filtered by: the filter, what is looked for.
    pub filters: Vec<(String, String)>,
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// Nothing.
    Nothing,
    /// Words.
    Text(String),
    /// A number, by the column: how many, cents, hundredths of a percent, microseconds.
    Int(i64),
    /// A day.
    Day(Date),
    /// Yes or no.
    Flag(bool),
    /// An identifier.
    Id(Uuid),
}

impl Listing {
    /// The column of a key.
    #[must_use]
    pub fn column(&self, key: &str) -> Option<&'static Column> {
        self.columns.iter().find(|column| column.key == key)
    }

    /// The question with its scope and filters.
    fn select<'a>(&self, what: &str, scope: Scope<'_>, asked: &Asked) -> Select<'a> {
        let select = Select::new(format!("SELECT {what} {}", self.from));
        let mut select = match scope {
            Scope::Version(key) => select.with(key.area().0).with(key.plan().0).with(key.number()),
            Scope::Sight(sight) => {
                let select = select.with(sight.area().0);
                match self.body {
                    Some(body) => select.in_sight(body, sight),
                    // A list without a body is for those who see the whole area.
                    None if sight.bodies().is_some() => select.and(" AND 1 = 0"),
                    None => select,
                }
            }
        };
        for (key, value) in &asked.filters {
            let look = self.filters.iter().find(|(filter, _)| filter == key).map(|(_, look)| *look);
            select = match look {
                Some(look) => filtered(select, look, value),
                None => select,
            };
        }
        select
    }
}

/// The question for the rows that a filter leaves.
pub(crate) fn filtered<'a>(select: Select<'a>, look: Look, value: &str) -> Select<'a> {
    match look {
        Look::Words(text) => {
            let text = folded(text);
            fold(value).split_whitespace().take(WORDS_MAX).fold(select, |select, word| {
                let pattern = word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
                select.and(&format!(" AND {text} LIKE ")).bind(format!("%{pattern}%")).and(" ESCAPE '\\'")
            })
        }
        Look::Is(text) => select.and(&format!(" AND {text} = ")).bind(value.to_owned()),
        Look::Id(sql) => match value.parse::<Uuid>() {
            Ok(id) => select.and(&format!(" AND {sql} = ")).bind(id),
            Err(_) => select.and(" AND 1 = 0"),
        },
        Look::Number(sql) => match value.parse::<i64>() {
            Ok(number) => select.and(&format!(" AND {sql} = ")).bind(number),
            Err(_) => select.and(" AND 1 = 0"),
        },
        Look::Under(node) => match value.parse::<u32>() {
            _ if value == "none" => select.and(&format!(" AND {node} IS NULL")),
            Ok(top) => {
                select.and(&format!(" AND {node} IN (WITH RECURSIVE below (node) AS (SELECT CAST(")).bind(top).and(
                    " AS BIGINT) UNION SELECT b.id FROM below CROSS JOIN plan_node AS b WHERE b.area = $1 AND b.plan = $2 \
                     AND b.version = $3 AND b.parent = below.node) SELECT node FROM below)",
                )
            }
            Err(_) => select.and(" AND 1 = 0"),
        },
        Look::OneOf(words) => match words.iter().find(|(word, _)| *word == value) {
            Some((_, condition)) => select.and(&format!(" AND ({condition})")),
            None => select.and(" AND 1 = 0"),
        },
    }
}

/// A text as it is compared: small letters without accents.
pub(crate) fn folded(sql: &str) -> String {
    let mut text = format!("lower(COALESCE({sql}, ''))");
    for (from, to) in LIKE_OTHERS {
        let to = if to == '\'' { "''".to_owned() } else { to.to_string() };
        let inner = std::mem::take(&mut text);
        // Writing to a string cannot fail.
        let _ = write!(text, "replace({inner}, '{from}', '{to}')");
    }
    text
}

/// The same of words that somebody typed.
fn fold(words: &str) -> String {
    let like = |char: char| LIKE_OTHERS.iter().find(|(from, _)| *from == char).map_or(char, |(_, to)| *to);
    words.chars().map(like).collect::<String>().to_lowercase()
}

/// The expression that a column is sorted by.
fn sorted_by(column: &Column) -> String {
    match column.holds {
        Holds::Text => format!("NULLIF({}, '')", folded(&format!("substr({}, 1, {SORT_CHARS})", column.sql))),
        _ => column.sql.to_owned(),
    }
}
