// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the last checking of a document found, and the counts of all checkings.

use super::DocumentKey;
use crate::batch::Batch;
use crate::cells::Cells;
use crate::db::sql;
use crate::rows::{One, microseconds};
use crate::select::Select;
use crate::{Result, Tx};
use ambito_base::Timestamp;
use ambito_domain::planning::{LineNo, NodeId};

/// A finding as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredFinding {
    /// What it is known by.
    pub fingerprint: String,
    /// Its code.
    pub code: String,
    /// How bad it is: 2 an error, 1 a warning, 0 a note.
    pub severity: u32,
    /// Its first line of the blocks.
    pub line: Option<LineNo>,
    /// Its last line.
    pub end_line: Option<LineNo>,
    /// The node that its first line belongs to.
    pub node: Option<NodeId>,
    /// What is wrong, in Italian.
    pub message_it: String,
    /// In English.
    pub message_en: String,
    /// All that is said of it in both languages, as JSON that the use case knows.
    pub said: String,
}

/// One look of the checks at a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Checking {
    /// Its number, from 1.
    pub number: i64,
    /// The reading they looked at.
    pub reading: i64,
    /// When.
    pub checked: Timestamp,
    /// How many corrections stood then.
    pub corrections: u32,
    /// Errors.
    pub errors: u32,
    /// Warnings.
    pub warnings: u32,
    /// Notes.
    pub notes: u32,
}

const COLUMNS: &str = "fingerprint, code, severity, line, end_line, node, message_it, message_en, said";
pub(super) const STANDS: &str = "SELECT 1 FROM acceptance WHERE acceptance.area = finding.area \
                      AND acceptance.document = finding.document AND acceptance.fingerprint = finding.fingerprint \
                      AND acceptance.withdrawn_at IS NULL";

fn read(cells: &mut Cells<'_>) -> Result<StoredFinding> {
    Ok(StoredFinding {
        fingerprint: cells.next()?,
        code: cells.next()?,
        severity: cells.next()?,
        line: cells.next()?,
        end_line: cells.next()?,
        node: cells.next()?,
        message_it: cells.next()?,
        message_en: cells.next()?,
        said: cells.next()?,
    })
}

/// Puts what was found in the place of what was found before.
///
/// # Errors
/// What the database says.
pub async fn replace_findings(tx: &mut Tx, key: &DocumentKey, findings: &[StoredFinding]) -> Result<()> {
    sql!(tx, execute, "DELETE FROM finding WHERE area = $1 AND document = $2", key.area.0, key.id.0)?;
    let columns = "area, document, id, fingerprint, code, severity, line, end_line, node, message_it, message_en, folded, \
                   said";
    let mut batch = Batch::new("finding", columns);
    for (id, finding) in (0_u32..).zip(findings) {
        let StoredFinding { fingerprint, code, severity, line, end_line, node, message_it, message_en, said } = finding;
        let folded = ambito_base::fold(&format!("{code} {message_it} {message_en}"));
        batch
            .push(tx, |row| {
                row.put(key.area.0).put(key.id.0).put(id).put(fingerprint).put(code).put(*severity).put(*line);
                row.put(*end_line).put(*node).put(message_it).put(message_en).put(folded).put(said);
            })
            .await?;
    }
    batch.flush(tx).await
}

/// Writes down that the checks looked at a document; its number.
///
/// # Errors
/// What the database says.
pub async fn insert_checking(tx: &mut Tx, key: &DocumentKey, checking: &Checking) -> Result<i64> {
    let last = "SELECT COALESCE(MAX(number), 0) FROM checking WHERE area = $1 AND document = $2";
    let (last,): One<i64> = sql!(tx, one One<i64>, last, key.area.0, key.id.0)?;
    let Checking { number: _, reading, checked, corrections, errors, warnings, notes } = *checking;
    let text = "INSERT INTO checking (area, document, number, reading, checked_at, corrections, errors, warnings, notes) \
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let [corrections, errors, warnings, notes] = [corrections, errors, warnings, notes].map(i64::from);
    let at = microseconds(checked);
    sql!(tx, execute, text, key.area.0, key.id.0, last + 1, reading, at, corrections, errors, warnings, notes)?;
    Ok(last + 1)
}

/// Every look of the checks at a document, the first first.
///
/// # Errors
/// What the database says.
pub async fn list_checkings(tx: &mut Tx, key: &DocumentKey) -> Result<Vec<Checking>> {
    let text = "SELECT number, reading, checked_at, corrections, errors, warnings, notes FROM checking \
                WHERE area = $1 AND document = $2 ORDER BY number";
    let select = Select::new(text).with(key.area.0).with(key.id.0);
    select
        .rows(tx, |cells| {
            Ok(Checking {
                number: cells.next()?,
                reading: cells.next()?,
                checked: cells.next()?,
                corrections: cells.next()?,
                errors: cells.next()?,
                warnings: cells.next()?,
                notes: cells.next()?,
            })
        })
        .await
}

/// The findings that stand on lines of a part of a document, in the order of the lines; those without a line with the
/// part that begins at line 1.
///
/// # Errors
/// What the database says.
pub async fn list_findings_between(
    tx: &mut Tx,
    key: &DocumentKey,
    first: LineNo,
    last: LineNo,
    most: u32,
) -> Result<Vec<StoredFinding>> {
    let text = format!(
        "SELECT {COLUMNS} FROM finding WHERE area = $1 AND document = $2 AND COALESCE(line, 1) BETWEEN $3 AND $4 \
         ORDER BY COALESCE(line, 0), id LIMIT $5"
    );
    let select = Select::new(text).with(key.area.0).with(key.id.0).with(first).with(last).with(most);
    select.rows(tx, read).await
}

/// The findings of a document in order, from a place of the list on, at most so many.
///
/// # Errors
/// What the database says.
pub async fn list_findings_of(tx: &mut Tx, key: &DocumentKey, from: u32, most: u32) -> Result<Vec<StoredFinding>> {
    let text =
        format!("SELECT {COLUMNS} FROM finding WHERE area = $1 AND document = $2 AND id >= $3 ORDER BY id LIMIT $4");
    Select::new(text).with(key.area.0).with(key.id.0).with(from).with(most).rows(tx, read).await
}

/// One finding of a document.
///
/// # Errors
/// What the database says.
pub async fn find_finding(tx: &mut Tx, key: &DocumentKey, fingerprint: &str) -> Result<Option<StoredFinding>> {
    let text = format!(
        "SELECT {COLUMNS} FROM finding WHERE area = $1 AND document = $2 AND fingerprint = $3 ORDER BY id LIMIT 1"
    );
    Select::new(text).with(key.area.0).with(key.id.0).with(fingerprint).first(tx, read).await
}

/// The open findings of a document (errors, warnings, notes), and how many are accepted.
///
/// # Errors
/// What the database says.
pub async fn count_open(tx: &mut Tx, key: &DocumentKey) -> Result<([u32; 3], u32)> {
    let text = format!(
        "SELECT severity, CAST(CASE WHEN EXISTS ({STANDS}) THEN 1 ELSE 0 END AS BIGINT) AS accepted, COUNT(*) FROM finding \
         WHERE area = $1 AND document = $2 GROUP BY 1, 2"
    );
    let select = Select::new(text).with(key.area.0).with(key.id.0);
    let rows = select.rows(tx, |cells| Ok((cells.next::<u32>()?, cells.next::<i64>()?, cells.next::<u32>()?)));
    let (mut open, mut accepted) = ([0; 3], 0);
    for (severity, is_accepted, count) in rows.await? {
        match (is_accepted, severity) {
            (0, 2) => open[0] += count,
            (0, 1) => open[1] += count,
            (0, _) => open[2] += count,
            _ => accepted += count,
        }
    }
    Ok((open, accepted))
}

/// The first line after one on which an open finding stands.
///
/// # Errors
/// What the database says.
pub async fn next_open_line(tx: &mut Tx, key: &DocumentKey, after: LineNo) -> Result<Option<LineNo>> {
    let text = format!(
        "SELECT MIN(line) FROM finding WHERE area = $1 AND document = $2 AND line > $3 AND NOT EXISTS ({STANDS})"
    );
    let select = Select::new(text).with(key.area.0).with(key.id.0).with(after);
    Ok(select.first(tx, |cells| cells.next::<Option<LineNo>>()).await?.flatten())
}
