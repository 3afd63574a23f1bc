// SPDX-License-Identifier: AGPL-3.0-or-later
//! Filing: all that a reading says, in the transaction of the use case. Nothing half is ever left, because that
//! transaction commits once, with the record of the audit.

use super::places::Place;
use super::shape::VersionKey;
use super::{amounts, efforts, indicators, money, nodes, notes, phases, places, tables, timetables, version};
use crate::{Result, Tx};
use ambito_base::Timestamp;
use ambito_domain::office::{DocumentId, StaffId};
use ambito_domain::planning::PlanDraft;

/// What is filed as a version, beside what was read.
#[derive(Clone, Copy, Debug)]
pub struct Filing<'a> {
    /// The file it was read from.
    pub document: DocumentId,
    /// When.
    pub at: Timestamp,
    /// By whom; absent for who keeps the machine.
    pub by: Option<StaffId>,
    /// The number of the reading it is filed from, where there is one.
    pub reading: Option<i64>,
    /// How many corrections it carries.
    pub corrections: u32,
    /// What was read.
    pub draft: &'a PlanDraft,
    /// Where the lines stand, each once, where the file is no plain text.
    pub places: &'a [Place],
}

/// Writes a version whose plan was just added or advanced.
///
/// # Errors
/// What the database says; then the transaction is of no use any more.
pub async fn insert_version(tx: &mut Tx, key: VersionKey, filing: &Filing<'_>) -> Result<()> {
    let Filing { draft, places, .. } = *filing;
    version::insert(tx, key, filing).await?;
    places::insert(tx, key, places).await?;
    nodes::insert(tx, key, draft).await?;
    indicators::insert(tx, key, draft).await?;
    phases::insert(tx, key, draft).await?;
    money::insert(tx, key, draft).await?;
    efforts::insert(tx, key, draft).await?;
    timetables::insert(tx, key, draft).await?;
    amounts::insert(tx, key, draft).await?;
    tables::insert(tx, key, draft).await?;
    notes::insert(tx, key, draft).await
}
