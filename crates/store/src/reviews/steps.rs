// SPDX-License-Identifier: AGPL-3.0-or-later
//! Errands as people look at them: with the names of people and documents, and step by step.

use super::DocumentKey;
use crate::cells::Cells;
use crate::db::sql;
use crate::rows::{One, day, microseconds, word};
use crate::select::Select;
use crate::{Result, Tx};
use ambito_base::{Date, Timestamp, Uuid};
use ambito_domain::office::{AreaId, BodyId, DocumentId, Sight, StaffId};
use ambito_domain::review::{Errand, ErrandId, ErrandState};

/// How many steps of an errand are shown at most.
const STEPS_MAX: u32 = 500;
/// How many people can be chosen at most.
const PEOPLE_MAX: u32 = 1_000;

/// Something that happened to an errand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErrandStep {
    /// When.
    pub at: Timestamp,
    /// The name of who did it.
    pub by: String,
    /// How far the errand was then.
    pub state: ErrandState,
    /// The name of who has it.
    pub to: String,
    /// Until when.
    pub due: Date,
    /// What was asked or answered.
    pub words: String,
}

/// An errand of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedErrand {
    /// Which.
    pub id: ErrandId,
    /// How far it is.
    pub state: ErrandState,
    /// The document.
    pub document: DocumentId,
    /// The name of its file.
    pub document_name: String,
    /// What its body is called.
    pub body_name: String,
    /// The code of the finding.
    pub code: String,
    /// What it said when it was handed over, in Italian.
    pub said: String,
    /// What it says in English, where the checks still find it.
    pub message_en: Option<String>,
    /// The line that it stands on.
    pub line: u32,
    /// The name of who has it.
    pub to: String,
    /// The name of who gave it.
    pub given_by: String,
    /// Until when.
    pub due: Date,
    /// When it was handed over.
    pub given: Timestamp,
    /// When it was brought back.
    pub returned: Option<Timestamp>,
}

/// Whose errands are asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ErrandsOf {
    /// Those that a person has to see to.
    To(StaffId),
    /// Those that a person handed over.
    From(StaffId),
}

/// Somebody a finding can be handed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reachable {
    /// Who.
    pub id: StaffId,
    /// Their name.
    pub name: String,
    /// What they are: the title of each position and its body.
    pub positions: Vec<(String, String)>,
}

/// The document of an errand, whoever may see it: for who has the errand, and sees of the document that place only.
///
/// # Errors
/// What the database says.
pub async fn find_errand_document(tx: &mut Tx, area: AreaId, id: ErrandId) -> Result<Option<DocumentKey>> {
    let text = "SELECT document.id, document.body FROM errand \
                JOIN document ON document.area = errand.area AND document.id = errand.document \
                WHERE errand.area = $1 AND errand.id = $2";
    let select = Select::new(text).with(area.0).with(id.0);
    let read =
        |cells: &mut Cells<'_>| Ok(DocumentKey { area, id: DocumentId(cells.next()?), body: BodyId(cells.next()?) });
    select.first(tx, read).await
}

/// The errand that a finding is with, where it is with one.
///
/// # Errors
/// What the database says.
pub async fn find_open_errand(tx: &mut Tx, key: &DocumentKey, fingerprint: &str) -> Result<Option<ErrandId>> {
    let text = "SELECT id FROM errand WHERE area = $1 AND document = $2 AND fingerprint = $3 AND state <> $4 \
                ORDER BY id LIMIT 1";
    let closed = ErrandState::Closed.word();
    let found = sql!(tx, optional One<Uuid>, text, key.area.0, key.id.0, fingerprint, closed)?;
    Ok(found.map(|(id,)| ErrandId(id)))
}

/// Adds a step to an errand, as it is now.
///
/// # Errors
/// What the database says.
pub async fn insert_step(
    tx: &mut Tx,
    area: AreaId,
    errand: &Errand,
    (at, by, words): (Timestamp, StaffId, &str),
) -> Result<()> {
    let last = "SELECT COALESCE(MAX(number), 0) FROM errand_step WHERE area = $1 AND errand = $2";
    let (last,): One<i64> = sql!(tx, one One<i64>, last, area.0, errand.id.0)?;
    let text = "INSERT INTO errand_step (area, errand, number, at, by_staff, state, to_staff, due, words) \
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let (id, state, to, due) = (errand.id.0, errand.state.word(), errand.to.0, day(errand.due));
    sql!(tx, execute, text, area.0, id, last + 1, microseconds(at), by.0, state, to, due, words)?;
    Ok(())
}

/// What happened to an errand, the first first.
///
/// # Errors
/// What the database says.
pub async fn list_steps(tx: &mut Tx, area: AreaId, id: ErrandId) -> Result<Vec<ErrandStep>> {
    let text = "SELECT errand_step.at, actor.name, errand_step.state, receiver.name, errand_step.due, errand_step.words \
                FROM errand_step \
                JOIN staff AS actor ON actor.area = errand_step.area AND actor.id = errand_step.by_staff \
                JOIN staff AS receiver ON receiver.area = errand_step.area AND receiver.id = errand_step.to_staff \
                WHERE errand_step.area = $1 AND errand_step.errand = $2 ORDER BY errand_step.number LIMIT $3";
    let select = Select::new(text).with(area.0).with(id.0).with(STEPS_MAX);
    select
        .rows(tx, |cells| {
            let (at, by) = (cells.next()?, cells.next()?);
            let state = word(&cells.next::<String>()?, ErrandState::from_word)?;
            Ok(ErrandStep { at, by, state, to: cells.next()?, due: cells.next()?, words: cells.next()? })
        })
        .await
}

/// The errands of a person in some states, what is due first standing first; at most so many.
///
/// # Errors
/// What the database says.
pub async fn list_errands(
    tx: &mut Tx,
    area: AreaId,
    whose: &ErrandsOf,
    states: &[ErrandState],
    most: u32,
) -> Result<Vec<ListedErrand>> {
    let text = "SELECT errand.id, errand.state, errand.document, document.name, body.name, errand.code, errand.said, \
                (SELECT MIN(message_en) FROM finding WHERE finding.area = errand.area \
                 AND finding.document = errand.document AND finding.fingerprint = errand.fingerprint), errand.line, receiver.name, giver.name, errand.due, errand.given_at, errand.returned_at FROM errand \
                JOIN document ON document.area = errand.area AND document.id = errand.document \
                JOIN body ON body.area = document.area AND body.id = document.body \
                JOIN staff AS receiver ON receiver.area = errand.area AND receiver.id = errand.to_staff \
                JOIN staff AS giver ON giver.area = errand.area AND giver.id = errand.given_by WHERE errand.area = $1";
    let (column, person) = match whose {
        ErrandsOf::To(person) => ("errand.to_staff", person),
        ErrandsOf::From(person) => ("errand.given_by", person),
    };
    let mut select = Select::new(text).with(area.0).and(&format!(" AND {column} = ")).bind(person.0);
    select = select.and(" AND errand.state IN (''");
    for state in states {
        select = select.and(", ").bind(state.word());
    }
    let select = select.and(") ORDER BY errand.due, errand.id LIMIT ").bind(most);
    select
        .rows(tx, |cells| {
            Ok(ListedErrand {
                id: ErrandId(cells.next()?),
                state: word(&cells.next::<String>()?, ErrandState::from_word)?,
                document: DocumentId(cells.next()?),
                document_name: cells.next()?,
                body_name: cells.next()?,
                code: cells.next()?,
                said: cells.next()?,
                message_en: cells.next()?,
                line: cells.next()?,
                to: cells.next()?,
                given_by: cells.next()?,
                due: cells.next()?,
                given: cells.next()?,
                returned: cells.next()?,
            })
        })
        .await
}

/// The people who hold a position of a body in sight on a day, by name; each once, with the positions they hold.
///
/// # Errors
/// What the database says.
pub async fn list_reachable(tx: &mut Tx, sight: &Sight, on: Date) -> Result<Vec<Reachable>> {
    let text = "SELECT staff.id, staff.name, position.title, body.name FROM tenure \
                JOIN position ON position.area = tenure.area AND position.id = tenure.position \
                JOIN body ON body.area = position.area AND body.id = position.body \
                JOIN staff ON staff.area = tenure.area AND staff.id = tenure.staff WHERE tenure.area = $1 \
                AND tenure.from_on <= $2 AND (tenure.to_on IS NULL OR tenure.to_on >= $2) \
                AND (staff.left_on IS NULL OR staff.left_on >= $2)";
    let select = Select::new(text).with(sight.area().0).with(Some(on)).in_sight("position.body", sight);
    let select = select.and(" ORDER BY staff.name, staff.id, position.title, position.id LIMIT ").bind(PEOPLE_MAX);
    let read = |cells: &mut Cells<'_>| {
        let (id, name) = (StaffId(cells.next()?), cells.next()?);
        Ok(Reachable { id, name, positions: vec![(cells.next()?, cells.next()?)] })
    };
    let mut people: Vec<Reachable> = Vec::new();
    for mut one in select.rows(tx, read).await? {
        match people.last_mut().filter(|last| last.id == one.id) {
            Some(last) => last.positions.append(&mut one.positions),
            None => people.push(one),
        }
    }
    Ok(people)
}
