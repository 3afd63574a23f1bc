// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is held on one person, ended or not: for who answers a person's request.

use crate::cells::Cells;
use crate::db::sql;
use crate::rows::{Day, instant, word};
use crate::select::Select;
use crate::{Result, Tx};
use ambito_base::Uuid;
use ambito_domain::office::{PositionRole, Reach, Right, Role, Sight, StaffId};
use ambito_domain::review::ErrandState;
use ambito_domain::subjects::{ErrandHeld, HeldPosition, LinkHeld, SessionHeld, TokenHeld, WordsOf};

type TenureRow = (Uuid, String, String, Day, Option<Day>);
type SessionRow = (i64, i64, i64, Option<i64>, String, String);
type TokenRow = (String, String, i64, i64, Option<i64>, Option<i64>);

/// The positions that a person holds or held, by first day.
///
/// # Errors
/// What the database says.
pub async fn list_positions(tx: &mut Tx, sight: &Sight, person: StaffId) -> Result<Vec<HeldPosition>> {
    let text = "SELECT position.id, body.name, position.title, tenure.from_on, tenure.to_on FROM tenure \
                JOIN position ON position.area = tenure.area AND position.id = tenure.position \
                JOIN body ON body.area = position.area AND body.id = position.body \
                WHERE tenure.area = $1 AND tenure.staff = $2 ORDER BY tenure.from_on, tenure.id";
    let rows = sql!(tx, all TenureRow, text, sight.area().0, person.0)?;
    let mut held = Vec::with_capacity(rows.len());
    for (id, body, title, from, to) in rows {
        let text = "SELECT role, reach FROM position_role WHERE area = $1 AND position = $2 ORDER BY role";
        let mut roles = Vec::new();
        for (role, reach) in sql!(tx, all(String, String), text, sight.area().0, id)? {
            roles.push(PositionRole { role: word(&role, Role::from_word)?, reach: word(&reach, Reach::from_word)? });
        }
        roles.sort_unstable();
        held.push(HeldPosition { body, title, roles, from: from.into(), to: to.map(Into::into) });
    }
    Ok(held)
}

/// Every session of a person, the newest first.
///
/// # Errors
/// What the database says.
pub async fn list_sessions(tx: &mut Tx, sight: &Sight, person: StaffId) -> Result<Vec<SessionHeld>> {
    let text = "SELECT created_at, seen_at, expires_at, ended_at, address, agent FROM session \
                WHERE area = $1 AND staff = $2 ORDER BY created_at DESC, id";
    let rows = sql!(tx, all SessionRow, text, sight.area().0, person.0)?;
    rows.into_iter()
        .map(|(created, seen, expires, ended, address, agent)| {
            Ok(SessionHeld {
                created: instant(created)?,
                seen: instant(seen)?,
                expires: instant(expires)?,
                ended: ended.map(instant).transpose()?,
                address,
                agent,
            })
        })
        .collect()
}

/// Every one-time link made for a person, the newest first.
///
/// # Errors
/// What the database says.
pub async fn list_links(tx: &mut Tx, sight: &Sight, person: StaffId) -> Result<Vec<LinkHeld>> {
    let text = "SELECT created_at, expires_at, used_at FROM one_time_link \
                WHERE area = $1 AND staff = $2 ORDER BY created_at DESC, digest";
    let rows = sql!(tx, all(i64, i64, Option<i64>), text, sight.area().0, person.0)?;
    rows.into_iter()
        .map(|(created, expires, used)| {
            let used = used.map(instant).transpose()?;
            Ok(LinkHeld { created: instant(created)?, expires: instant(expires)?, used })
        })
        .collect()
}

/// Every token of a person, the newest first.
///
/// # Errors
/// What the database says.
pub async fn list_tokens(tx: &mut Tx, sight: &Sight, person: StaffId) -> Result<Vec<TokenHeld>> {
    let text = "SELECT name, scope, created_at, expires_at, used_at, ended_at FROM api_token \
                WHERE area = $1 AND staff = $2 ORDER BY created_at DESC, id";
    let rows = sql!(tx, all TokenRow, text, sight.area().0, person.0)?;
    rows.into_iter()
        .map(|(name, scope, created, expires, used, ended)| {
            Ok(TokenHeld {
                name,
                scope: scope.split_whitespace().map(|right| word(right, Right::from_word)).collect::<Result<_>>()?,
                created: instant(created)?,
                expires: instant(expires)?,
                used: used.map(instant).transpose()?,
                ended: ended.map(instant).transpose()?,
            })
        })
        .collect()
}

/// What a person asked and was asked in errands, what they answered, and what became of it; the first first.
///
/// # Errors
/// What the database says.
pub async fn list_errand_steps(tx: &mut Tx, sight: &Sight, person: StaffId) -> Result<Vec<ErrandHeld>> {
    let text = "SELECT document.name, errand.code, errand.said, errand_step.at, errand_step.by_staff, \
                errand_step.state, errand_step.due, errand_step.words FROM errand_step \
                JOIN errand ON errand.area = errand_step.area AND errand.id = errand_step.errand \
                JOIN document ON document.area = errand.area AND document.id = errand.document \
                WHERE errand_step.area = $1 AND (errand_step.by_staff = $2 OR errand_step.to_staff = $2) \
                ORDER BY errand_step.at, errand_step.errand, errand_step.number";
    let read = |cells: &mut Cells<'_>| {
        let (document, code, said, at) = (cells.next()?, cells.next()?, cells.next()?, cells.next()?);
        let words_of = if StaffId(cells.next()?) == person { WordsOf::Person } else { WordsOf::Another };
        let state = word(&cells.next::<String>()?, ErrandState::from_word)?;
        Ok(ErrandHeld { document, code, said, at, words_of, state, due: cells.next()?, words: cells.next()? })
    };
    Select::new(text).with(sight.area().0).with(person.0).rows(tx, read).await
}
