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

pub(super) const COLUMNS: &str = "fingerprint, code, severity, line, end_line, node, message_it, message_en, said";
pub(super) const STANDS: &str = "SELECT 1 FROM acceptance WHERE acceptance.area = finding.area \
                      AND acceptance.document = finding.document AND acceptance.fingerprint = finding.fingerprint \
                      AND acceptance.withdrawn_at IS NULL";

pub(super) fn read(cells: &mut Cells<'_>) -> Result<StoredFinding> {
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
