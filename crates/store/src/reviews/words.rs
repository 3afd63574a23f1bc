// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words of an area's vocabulary.

use crate::cells::Cells;
use crate::db::sql;
use crate::rows::{microseconds, saved};
use crate::select::Select;
use crate::{Result, Tx};
use ambito_base::Uuid;
use ambito_domain::office::{AreaId, StaffId};
use ambito_domain::review::{AreaWord, Withdrawn, WordId, WordMeaning};

const COLUMNS: &str = "id, word, meaning, added_at, added_by, removed_at, removed_by";

fn read(cells: &mut Cells<'_>) -> Result<AreaWord> {
    let (id, word, meaning) = (WordId(cells.next()?), cells.next()?, WordMeaning(cells.next()?));
    let (added, added_by) = (cells.next()?, StaffId(cells.next()?));
    let (at, by) = (cells.next()?, cells.next::<Option<Uuid>>()?);
    let removed = match (at, by) {
        (Some(at), Some(by)) => Some(Withdrawn { at, by: StaffId(by) }),
        _ => None,
    };
    Ok(AreaWord { id, word, meaning, added, added_by, removed })
}

/// Adds a word.
///
/// # Errors
/// What the database says.
pub async fn insert_word(tx: &mut Tx, area: AreaId, word: &AreaWord) -> Result<()> {
    let AreaWord { id, word, meaning, added, added_by, removed: _ } = word;
    let text = "INSERT INTO area_word (area, id, word, meaning, added_at, added_by) VALUES ($1, $2, $3, $4, $5, $6)";
    sql!(tx, execute, text, area.0, id.0, word, &meaning.0, microseconds(*added), added_by.0)?;
    Ok(())
}

/// The words of an area in the order in which they were added, those that were taken away too, at most so many.
///
/// # Errors
/// What the database says.
pub async fn list_words(tx: &mut Tx, area: AreaId, most: u32) -> Result<Vec<AreaWord>> {
    let text = format!("SELECT {COLUMNS} FROM area_word WHERE area = $1 ORDER BY id LIMIT $2");
    Select::new(text).with(area.0).with(most).rows(tx, read).await
}

/// A word of an area.
///
/// # Errors
/// What the database says.
pub async fn find_word(tx: &mut Tx, area: AreaId, id: WordId) -> Result<Option<AreaWord>> {
    let text = format!("SELECT {COLUMNS} FROM area_word WHERE area = $1 AND id = $2");
    Select::new(text).with(area.0).with(id.0).first(tx, read).await
}

/// Takes a word away.
///
/// # Errors
/// [`Error::Stale`](crate::Error::Stale) where somebody else did, or what the database says.
pub async fn remove_word(tx: &mut Tx, area: AreaId, id: WordId, removed: Withdrawn) -> Result<()> {
    let text = "UPDATE area_word SET removed_at = $3, removed_by = $4 \
                WHERE area = $1 AND id = $2 AND removed_at IS NULL";
    let Withdrawn { at, by } = removed;
    saved(sql!(tx, execute, text, area.0, id.0, microseconds(at), by.0)?)
}
