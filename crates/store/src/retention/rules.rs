// SPDX-License-Identifier: AGPL-3.0-or-later
//! What an area says of how long each kind is kept.

use crate::db::sql;
use crate::rows::{saved, word};
use crate::{Error, Result, Tx};
use ambito_domain::office::AreaId;
use ambito_domain::retention::{RetainedKind, Rule};

type Row = (String, i64, Option<String>, i64);

/// The rule of every kind: the area's, else the program's.
///
/// # Errors
/// What the database says.
pub async fn list_rules(tx: &mut Tx, area: AreaId) -> Result<Vec<Rule>> {
    let text = "SELECT kind, months, basis, version FROM retention_rule WHERE area = $1";
    let mut own = Vec::new();
    for (kind, months, basis, version) in sql!(tx, all Row, text, area.0)? {
        let kind = word(&kind, RetainedKind::from_word)?;
        let months = u32::try_from(months).map_err(|_| Error::Corrupt(format!("{months} months")))?;
        own.push(Rule { kind, months, basis, version });
    }
    let rule = |kind| own.iter().find(|rule| rule.kind == kind).cloned().unwrap_or_else(|| Rule::default_of(kind));
    Ok(RetainedKind::ALL.into_iter().map(rule).collect())
}

/// Saves the rule of a kind, where nobody else saved it in between; a version of 0 says that it was never saved.
///
/// # Errors
/// [`Error::Stale`], or what the database says.
pub async fn save_rule(tx: &mut Tx, area: AreaId, rule: &Rule) -> Result<()> {
    let Rule { kind, months, basis, version } = rule;
    let text = "INSERT INTO retention_rule (area, kind, months, basis, version) VALUES ($1, $2, $3, $4, $5 + 1) \
                ON CONFLICT (area, kind) DO UPDATE SET months = excluded.months, basis = excluded.basis, \
                version = excluded.version WHERE retention_rule.version = $6";
    let months = i64::from(*months);
    saved(sql!(tx, execute, text, area.0, kind.word(), months, basis.as_deref(), *version, *version)?)
}
