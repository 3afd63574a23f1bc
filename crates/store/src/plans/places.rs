// SPDX-License-Identifier: AGPL-3.0-or-later
//! Where the lines stand that a version's records name, in files that are no plain text.

use super::shape::{Rows, VersionKey};
use crate::cells::Cells;
use crate::select::Select;
use crate::{Result, Tx};
use ambito_domain::planning::LineNo;

/// How many places are given at most: more lines than a page of a node shows.
const PLACES_MAX: u32 = 20_000;

/// Where a line stands in its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The line, as the records name it.
    pub line: LineNo,
    /// The line of the file or of the page, the row of the sheet, or the paragraph.
    pub at_line: u32,
    /// The sheet, for workbooks.
    pub sheet: Option<String>,
    /// The page, for PDF.
    pub page: Option<u32>,
    /// The table and its row, for rows of word-processor files.
    pub row: Option<(u32, u32)>,
}

pub(super) async fn insert(tx: &mut Tx, key: VersionKey, places: &[Place]) -> Result<()> {
    let mut rows = Rows::new(key, "plan_place", "line, at_line, sheet, page, table_number, table_row");
    for Place { line, at_line, sheet, page, row: in_table } in places {
        rows.push(tx, |row| {
            row.put(*line).put(*at_line).put(sheet).put(*page);
            row.put(in_table.map(|(table, _)| table)).put(in_table.map(|(_, row)| row));
        })
        .await?;
    }
    rows.finish(tx).await
}

/// The places of a version, before it is said which.
pub(super) fn of_version<'a>(key: &VersionKey) -> Select<'a> {
    let text = "SELECT line, at_line, sheet, page, table_number, table_row FROM plan_place \
                WHERE area = $1 AND plan = $2 AND version = $3";
    Select::new(text).with(key.area.0).with(key.plan.0).with(key.number)
}

pub(super) fn read(cells: &mut Cells<'_>) -> Result<Place> {
    let (line, at_line, sheet, page) = (cells.next()?, cells.next()?, cells.next()?, cells.next()?);
    let (table, row): (Option<u32>, Option<u32>) = (cells.next()?, cells.next()?);
    Ok(Place { line, at_line, sheet, page, row: table.zip(row) })
}

/// The places of the lines from one to another, in order; none for plain text, whose lines are the file's.
///
/// # Errors
/// What the database says.
pub async fn list_places(tx: &mut Tx, key: &VersionKey, from: LineNo, to: LineNo) -> Result<Vec<Place>> {
    let select = of_version(key).and(" AND line BETWEEN ").bind(from).and(" AND ").bind(to);
    select.and(" ORDER BY line LIMIT ").bind(PLACES_MAX).rows(tx, read).await
}
