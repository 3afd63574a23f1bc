// SPDX-License-Identifier: AGPL-3.0-or-later
//! The pieces that a reading is kept in.

use super::DocumentKey;
use crate::batch::Batch;
use crate::cells::Cells;
use crate::db::sql;
use crate::select::Select;
use crate::{Result, Tx};
use ambito_domain::planning::LineNo;
use ambito_domain::review::ReadingState;

/// A piece of a reading: some lines in a row, and what starts in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chunk {
    /// Its number, from 0.
    pub number: u32,
    /// The first line.
    pub first_line: LineNo,
    /// The last line.
    pub last_line: LineNo,
    /// The first page, for formats with pages.
    pub first_page: Option<u32>,
    /// The last page.
    pub last_page: Option<u32>,
    /// What is in it: compressed, in a form that the use case knows.
    pub content: Vec<u8>,
}

/// Which piece is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChunkAt {
    /// The one with a line; beyond the last line, the last.
    Line(LineNo),
    /// The first with a page; beyond the last page, the last.
    Page(u32),
}

pub(super) const COLUMNS: &str = "number, first_line, last_line, first_page, last_page, content";

pub(super) fn read(cells: &mut Cells<'_>) -> Result<Chunk> {
    let (number, first_line, last_line) = (cells.next()?, cells.next()?, cells.next()?);
    let (first_page, last_page) = (cells.next()?, cells.next()?);
    Ok(Chunk { number, first_line, last_line, first_page, last_page, content: cells.next()? })
}

/// Adds pieces to a reading.
///
/// # Errors
/// What the database says.
pub async fn insert_chunks(tx: &mut Tx, key: &DocumentKey, reading: i64, chunks: &[Chunk]) -> Result<()> {
    let mut batch = Batch::new("reading_chunk", format!("area, document, reading, {COLUMNS}"));
    for Chunk { number, first_line, last_line, first_page, last_page, content } in chunks {
        batch
            .push(tx, |row| {
                row.put(key.area.0).put(key.id.0).put(reading).put(*number).put(*first_line).put(*last_line);
                row.put(*first_page).put(*last_page).put(content.as_slice());
            })
            .await?;
    }
    batch.flush(tx).await
}

/// Takes away all that was written of a reading that was not finished: pieces, nodes, lines that were not read.
///
/// # Errors
/// What the database says.
pub async fn delete_chunks(tx: &mut Tx, key: &DocumentKey, reading: i64) -> Result<()> {
    for text in [
        "DELETE FROM reading_chunk WHERE area = $1 AND document = $2 AND reading = $3",
        "DELETE FROM reading_node WHERE area = $1 AND document = $2 AND reading = $3",
        "DELETE FROM reading_unread WHERE area = $1 AND document = $2 AND reading = $3",
    ] {
        sql!(tx, execute, text, key.area.0, key.id.0, reading)?;
    }
    Ok(())
}

/// One piece of a reading.
///
/// # Errors
/// What the database says.
pub async fn find_chunk(tx: &mut Tx, key: &DocumentKey, reading: i64, at: ChunkAt) -> Result<Option<Chunk>> {
    let of_reading = "area = $1 AND document = $2 AND reading = $3";
    let (column, wanted) = match at {
        ChunkAt::Line(line) => ("last_line", line),
        ChunkAt::Page(page) => ("last_page", page),
    };
    let text = format!(
        "SELECT {COLUMNS} FROM reading_chunk WHERE {of_reading} AND number = COALESCE(\
         (SELECT MIN(number) FROM reading_chunk WHERE {of_reading} AND {column} >= $4), \
         (SELECT MAX(number) FROM reading_chunk WHERE {of_reading}))"
    );
    Select::new(text).with(key.area.0).with(key.id.0).with(reading).with(wanted).first(tx, read).await
}

/// The piece with a line, of the last reading that is there.
///
/// # Errors
/// What the database says.
pub async fn find_last_chunk(tx: &mut Tx, key: &DocumentKey, line: LineNo) -> Result<Option<Chunk>> {
    let text = format!(
        "SELECT {COLUMNS} FROM reading_chunk WHERE area = $1 AND document = $2 AND last_line >= $3 \
         AND reading = (SELECT MAX(reading.number) FROM reading WHERE reading.area = $1 AND reading.document = $2 \
         AND reading.state = $4) ORDER BY number LIMIT 1"
    );
    let select = Select::new(text).with(key.area.0).with(key.id.0).with(line).with(ReadingState::Done.word());
    select.first(tx, read).await
}

/// The pieces of a reading in order, from a number on.
///
/// # Errors
/// What the database says.
pub async fn list_chunks(tx: &mut Tx, key: &DocumentKey, reading: i64, from: u32, most: u32) -> Result<Vec<Chunk>> {
    let text = format!(
        "SELECT {COLUMNS} FROM reading_chunk WHERE area = $1 AND document = $2 AND reading = $3 AND number >= $4 \
         ORDER BY number LIMIT $5"
    );
    let select = Select::new(text).with(key.area.0).with(key.id.0).with(reading).with(from).with(i64::from(most));
    select.rows(tx, read).await
}
