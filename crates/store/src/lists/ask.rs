// SPDX-License-Identifier: AGPL-3.0-or-later
//! A page of a list, from a key on.

use super::{Asked, Column, Given, Holds, Listing, Order, Scope, sorted_by};
use crate::cells::Cells;
use crate::select::Select;
use crate::{Result, Tx};
use ambito_base::Date;

/// What stands in a key between what tells the row and what it is sorted by; no identifier has it.
const SORTED_MARK: char = '~';
/// The same where the row has nothing to be sorted by.
const UNSORTED_MARK: char = '!';

/// Where a page of a list ends: what tells the last row apart, and what it is sorted by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListKey(String);

impl ListKey {
    /// The key of an address; one that leads nowhere gives the list's beginning or end, never rows of others.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// As an address has it.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }
}

/// A row of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListRow {
    /// Where it stands.
    pub key: ListKey,
    /// Its cells, one a column.
    pub cells: Vec<Given>,
}

/// The rows of a list after a key, at most so many. What has nothing in the column it is sorted by comes last.
///
/// # Errors
/// What the database says.
pub async fn list_rows(
    tx: &mut Tx,
    scope: Scope<'_>,
    listing: &Listing,
    asked: &Asked,
    after: Option<&ListKey>,
    most: u32,
) -> Result<Vec<ListRow>> {
    let sort = asked.sort.as_ref().and_then(|(key, order)| Some((listing.column(key)?, *order)));
    let by = sort.map(|(column, _)| sorted_by(column));
    let mut what = vec![listing.id.sql];
    what.extend(by.as_deref());
    what.extend(listing.columns.iter().map(|column| column.sql));
    let mut select = listing.select(&what.join(", "), scope, asked);
    let (order, id) = (sort.map_or(Order::Rising, |(_, order)| order), listing.id.sql);
    let (further, way) = match order {
        Order::Rising => (">", "ASC"),
        Order::Falling => ("<", "DESC"),
    };
    if let Some(ListKey(after)) = after {
        let (last, value) = parts(after);
        select = match (sort.zip(by.as_deref()), value) {
            (Some(((column, _), by)), Some(value)) => {
                let select = bound(select.and(&format!(" AND ({by} {further} ")), column, value);
                let select = bound(select.and(&format!(" OR {by} IS NULL OR ({by} = ")), column, value);
                bound(select.and(&format!(" AND {id} {further} ")), &listing.id, last).and("))")
            }
            (Some((_, by)), None) => {
                bound(select.and(&format!(" AND {by} IS NULL AND {id} {further} ")), &listing.id, last)
            }
            (None, _) => bound(select.and(&format!(" AND {id} {further} ")), &listing.id, last),
        };
    }
    select = match by {
        Some(by) => select.and(&format!(" ORDER BY ({by}) IS NULL, {by} {way}, {id} {way} LIMIT ")),
        None => select.and(&format!(" ORDER BY {id} LIMIT ")),
    };
    let read = |cells: &mut Cells<'_>| {
        let mut key = as_text(&given(cells, listing.id.holds)?);
        if let Some((column, _)) = sort {
            match given(cells, column.holds)? {
                Given::Nothing => key.push(UNSORTED_MARK),
                value => {
                    key.push(SORTED_MARK);
                    key.push_str(&as_text(&value));
                }
            }
        }
        let row: Result<Vec<Given>> = listing.columns.iter().map(|column| given(cells, column.holds)).collect();
        Ok(ListRow { key: ListKey(key), cells: row? })
    };
    select.bind(most).rows(tx, read).await
}

/// What tells the row, and what it is sorted by.
fn parts(key: &str) -> (&str, Option<&str>) {
    match key.split_once(SORTED_MARK) {
        Some((last, value)) => (last, Some(value)),
        None => (key.trim_end_matches(UNSORTED_MARK), None),
    }
}

/// A value of an address as the type of its column; what is no such value is before all.
fn bound<'a>(select: Select<'a>, column: &Column, text: &str) -> Select<'a> {
    match column.holds {
        Holds::Text => select.bind(text.to_owned()),
        Holds::Day => select.bind(Some(text.parse::<Date>().unwrap_or(Date::MIN))),
        Holds::Flag => select.bind(text == "1"),
        Holds::Id => select.bind(text.parse::<ambito_base::Uuid>().unwrap_or_default()),
        Holds::Number | Holds::Count | Holds::Money | Holds::Share | Holds::Moment => {
            select.bind(text.parse::<i64>().unwrap_or(i64::MIN))
        }
    }
}

fn as_text(value: &Given) -> String {
    match value {
        Given::Nothing => String::new(),
        Given::Text(text) => text.clone(),
        Given::Int(number) => number.to_string(),
        Given::Day(day) => day.to_string(),
        Given::Flag(flag) => u8::from(*flag).to_string(),
        Given::Id(id) => id.to_string(),
    }
}

fn given(cells: &mut Cells<'_>, holds: Holds) -> Result<Given> {
    Ok(match holds {
        Holds::Text => cells.next::<Option<String>>()?.map_or(Given::Nothing, Given::Text),
        Holds::Day => cells.next::<Option<Date>>()?.map_or(Given::Nothing, Given::Day),
        Holds::Flag => cells.next::<Option<bool>>()?.map_or(Given::Nothing, Given::Flag),
        Holds::Id => cells.next::<Option<ambito_base::Uuid>>()?.map_or(Given::Nothing, Given::Id),
        Holds::Number | Holds::Count | Holds::Money | Holds::Share | Holds::Moment => {
            cells.next::<Option<i64>>()?.map_or(Given::Nothing, Given::Int)
        }
    })
}
