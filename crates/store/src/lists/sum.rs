// SPDX-License-Identifier: AGPL-3.0-or-later
//! How many rows a list has, and what its columns come to: of the whole list, not of a page.

use super::{Asked, Holds, Listing, Scope};
use crate::{Result, Tx};

/// Sums are taken in two parts, so that no database gives up where a document has nonsense for amounts.
const PART: i64 = 1_000_000;

/// A list in figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListSums {
    /// How many rows the filters leave.
    pub rows: u64,
    /// One a column: the sum, where the column is added up, has something, and the sum fits.
    pub sums: Vec<Option<i64>>,
}

/// Counts a list and adds up its columns.
///
/// # Errors
/// What the database says.
pub async fn sum_rows(tx: &mut Tx, scope: Scope<'_>, listing: &Listing, asked: &Asked) -> Result<ListSums> {
    let is_summed = |holds: Holds| matches!(holds, Holds::Count | Holds::Money);
    let mut what = "COUNT(*)".to_owned();
    for column in listing.columns.iter().filter(|column| is_summed(column.holds)) {
        let sql = column.sql;
        what.push_str(&format!(", CAST(SUM(({sql}) / {PART}) AS BIGINT), CAST(SUM(({sql}) % {PART}) AS BIGINT)"));
    }
    let found = listing.select(&what, scope, asked).first(tx, |cells| {
        let rows: i64 = cells.next()?;
        let mut sums = Vec::new();
        for column in listing.columns {
            if !is_summed(column.holds) {
                sums.push(None);
                continue;
            }
            let (large, small): (Option<i64>, Option<i64>) = (cells.next()?, cells.next()?);
            sums.push(large.zip(small).and_then(|(large, small)| large.checked_mul(PART)?.checked_add(small)));
        }
        Ok(ListSums { rows: u64::try_from(rows).unwrap_or_default(), sums })
    });
    Ok(found.await?.unwrap_or_default())
}
