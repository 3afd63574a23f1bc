// SPDX-License-Identifier: AGPL-3.0-or-later
//! Retention runs.

use crate::db::sql;
use crate::rows::{Day, One, day, instant, microseconds, saved, word};
use crate::{Error, Result, Tx};
use ambito_base::Uuid;
use ambito_domain::office::{AreaId, Sight, StaffId};
use ambito_domain::retention::{Decision, RetainedKind, RetentionRun, RunId, RunItem, RunState};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    prepared_at: i64,
    prepared_by: Uuid,
    state: String,
    decided_at: Option<i64>,
    decided_by: Option<Uuid>,
    reason: Option<String>,
}

#[derive(sqlx::FromRow)]
struct ItemRow {
    run: Uuid,
    kind: String,
    months: i64,
    kept_from: Day,
    due: i64,
    held: i64,
    deleted: Option<i64>,
}

const PREPARED: &str = "prepared";
const CARRIED_OUT: &str = "carried-out";
const REFUSED: &str = "refused";

fn run(row: Row, rows: &[ItemRow]) -> Result<RetentionRun> {
    let Row { id, prepared_at, prepared_by, state, decided_at, decided_by, reason } = row;
    let decision = || match (decided_by, decided_at) {
        (Some(by), Some(at)) => Ok(Decision { by: StaffId(by), at: instant(at)? }),
        _ => Err(Error::Corrupt("a decided run that nobody decided".to_owned())),
    };
    let state = match state.as_str() {
        PREPARED => RunState::Prepared,
        CARRIED_OUT => RunState::CarriedOut(decision()?),
        REFUSED => RunState::Refused(decision()?, reason.unwrap_or_default()),
        other => return Err(Error::Corrupt(format!("the word `{other}`"))),
    };
    let count = |count: i64| u64::try_from(count).map_err(|_| Error::Corrupt(format!("{count} records")));
    let mut items = Vec::new();
    for ItemRow { run: _, kind, months, kept_from, due, held, deleted } in rows.iter().filter(|row| row.run == id) {
        items.push(RunItem {
            kind: word(kind, RetainedKind::from_word)?,
            months: u32::try_from(*months).map_err(|_| Error::Corrupt(format!("{months} months")))?,
            kept_from: (*kept_from).into(),
            due: count(*due)?,
            held: count(*held)?,
            deleted: deleted.map(count).transpose()?,
        });
    }
    items.sort_by_key(|item| RetainedKind::ALL.iter().position(|kind| *kind == item.kind));
    let (id, prepared, prepared_by) = (RunId(id), instant(prepared_at)?, StaffId(prepared_by));
    Ok(RetentionRun { id, prepared, prepared_by, state, items })
}

/// The last runs, the newest first.
///
/// # Errors
/// What the database says.
pub async fn list_runs(tx: &mut Tx, sight: &Sight, runs_max: i64) -> Result<Vec<RetentionRun>> {
    let text = "SELECT id, prepared_at, prepared_by, state, decided_at, decided_by, reason FROM retention_run \
                WHERE area = $1 ORDER BY prepared_at DESC, id LIMIT $2";
    let rows = sql!(tx, all Row, text, sight.area().0, runs_max)?;
    let text = "SELECT run, kind, months, kept_from, due, held, deleted FROM retention_item WHERE area = $1";
    let items = sql!(tx, all ItemRow, text, sight.area().0)?;
    rows.into_iter().map(|row| run(row, &items)).collect()
}

/// The newest run that waits for a decision that this person may take: another's.
///
/// # Errors
/// What the database says.
pub async fn find_prepared(tx: &mut Tx, sight: &Sight, person: StaffId) -> Result<Option<RunId>> {
    let text = "SELECT id FROM retention_run WHERE area = $1 AND state = $2 AND prepared_by <> $3 \
                ORDER BY prepared_at DESC, id LIMIT 1";
    let found = sql!(tx, optional One<Uuid>, text, sight.area().0, PREPARED, person.0)?;
    Ok(found.map(|(id,)| RunId(id)))
}

/// A run.
///
/// # Errors
/// What the database says.
pub async fn find_run(tx: &mut Tx, sight: &Sight, id: RunId) -> Result<Option<RetentionRun>> {
    let text = "SELECT id, prepared_at, prepared_by, state, decided_at, decided_by, reason FROM retention_run \
                WHERE area = $1 AND id = $2";
    let Some(row) = sql!(tx, optional Row, text, sight.area().0, id.0)? else { return Ok(None) };
    let text = "SELECT run, kind, months, kept_from, due, held, deleted FROM retention_item \
                WHERE area = $1 AND run = $2";
    let items = sql!(tx, all ItemRow, text, sight.area().0, id.0)?;
    run(row, &items).map(Some)
}

/// Adds a run that was prepared.
///
/// # Errors
/// What the database says.
pub async fn insert_run(tx: &mut Tx, area: AreaId, run: &RetentionRun) -> Result<()> {
    let RetentionRun { id, prepared, prepared_by, state: _, items } = run;
    let text = "INSERT INTO retention_run (area, id, prepared_at, prepared_by, state) VALUES ($1, $2, $3, $4, $5)";
    sql!(tx, execute, text, area.0, id.0, microseconds(*prepared), prepared_by.0, PREPARED)?;
    for RunItem { kind, months, kept_from, due, held, deleted: _ } in items {
        let text = "INSERT INTO retention_item (area, run, kind, months, kept_from, due, held) \
                    VALUES ($1, $2, $3, $4, $5, $6, $7)";
        let (months, kept_from) = (i64::from(*months), day(*kept_from));
        let (due, held) = (number(*due), number(*held));
        sql!(tx, execute, text, area.0, id.0, kind.word(), months, kept_from, due, held)?;
    }
    Ok(())
}

/// Writes down how a run was decided, where nobody else decided it in between, with what was deleted.
///
/// # Errors
/// [`Error::Stale`], or what the database says.
pub async fn decide_run(tx: &mut Tx, area: AreaId, run: &RetentionRun) -> Result<()> {
    let (state, decision, reason) = match &run.state {
        RunState::Prepared => return Err(Error::Corrupt("a run that nobody decided".to_owned())),
        RunState::CarriedOut(decision) => (CARRIED_OUT, decision, None),
        RunState::Refused(decision, reason) => (REFUSED, decision, Some(reason.as_str())),
    };
    let text = "UPDATE retention_run SET state = $3, decided_at = $4, decided_by = $5, reason = $6 \
                WHERE area = $1 AND id = $2 AND state = $7";
    let (at, by) = (microseconds(decision.at), decision.by.0);
    saved(sql!(tx, execute, text, area.0, run.id.0, state, at, by, reason, PREPARED)?)?;
    for item in &run.items {
        let text = "UPDATE retention_item SET deleted = $4 WHERE area = $1 AND run = $2 AND kind = $3";
        sql!(tx, execute, text, area.0, run.id.0, item.kind.word(), item.deleted.map(number))?;
    }
    Ok(())
}

fn number(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
