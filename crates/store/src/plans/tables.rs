// SPDX-License-Identifier: AGPL-3.0-or-later
//! Tables of other kinds; the cells of a row are a list in one column.

use super::shape::{Found, Shape, VersionKey, Within, attach, bare, number};
use crate::cells::Cells;
use crate::values::json;
use crate::{Error, Result, Tx};
use ambito_base::Decimal;
use ambito_domain::planning::{PlanDraft, Table, TableCell};

pub(super) const TABLES: Shape = Shape::records("plan_table", "id, node, title, headings, line");

/// A row has cells and a line; a draft may have more of the one than of the other, and both come back.
pub(super) const ROWS: Shape = Shape {
    table: "plan_table_row",
    columns: "table_id, position, cells, line",
    within: Within::Of("table_id", "plan_table"),
};

pub(super) async fn insert(tx: &mut Tx, key: VersionKey, draft: &PlanDraft) -> Result<()> {
    let mut rows = TABLES.rows(key);
    for (at, table) in draft.tables.iter().enumerate() {
        let Table { node, title, headers, rows: _, row_lines: _, line } = table;
        rows.push(tx, |row| {
            row.put(number(at)).put(*node).put(title).put(json(headers)).put(*line);
        })
        .await?;
    }
    rows.finish(tx).await?;
    let mut rows = ROWS.rows(key);
    for (at, table) in draft.tables.iter().enumerate() {
        for position in 0..table.rows.len().max(table.row_lines.len()) {
            rows.push(tx, |row| {
                row.put(number(at)).put(number(position));
                match table.rows.get(position) {
                    Some(cells) => row.put(json(&printed(cells))),
                    None => row.put(None::<&str>),
                };
                row.put(table.row_lines.get(position).copied());
            })
            .await?;
        }
    }
    rows.finish(tx).await
}

/// The cells as they stand in their column: the text, and the number where there is one.
fn printed(cells: &[TableCell]) -> Vec<(&str, Option<String>)> {
    cells.iter().map(|TableCell { raw, value }| (raw.as_str(), value.map(|value| value.to_string()))).collect()
}

pub(super) fn take(found: &mut Found) -> Result<Vec<Table>> {
    let read = found.take(&TABLES, |cells| {
        let id: u32 = cells.next()?;
        let (node, title, headers, line) = (cells.next()?, cells.next()?, cells.next_json()?, cells.next()?);
        Ok((id, Table { node, title, headers, rows: Vec::new(), row_lines: Vec::new(), line }))
    });
    let mut tables = read?;
    let rows = found.take(&ROWS, read_row)?;
    attach(&mut tables, rows, |table, (cells, line)| {
        table.rows.extend(cells);
        table.row_lines.extend(line);
    });
    Ok(bare(tables))
}

type Row = (Option<Vec<TableCell>>, Option<u32>);

fn read_row(cells: &mut Cells<'_>) -> Result<(u32, Row)> {
    let (owner, _position): (u32, u32) = (cells.next()?, cells.next()?);
    let text: Option<String> = cells.next()?;
    let row = text.map(|text| parse(&text)).transpose()?;
    Ok((owner, (row, cells.next()?)))
}

fn parse(text: &str) -> Result<Vec<TableCell>> {
    let corrupt = |what: &dyn std::fmt::Display| Error::Corrupt(what.to_string());
    let cells: Vec<(String, Option<String>)> = serde_json::from_str(text).map_err(|error| corrupt(&error))?;
    let number = |value: String| Decimal::parse_plain(&value).ok_or_else(|| corrupt(&value));
    cells.into_iter().map(|(raw, value)| Ok(TableCell { raw, value: value.map(number).transpose()? })).collect()
}
