// SPDX-License-Identifier: AGPL-3.0-or-later
//! Gives a person all that is held on them: gathered at one moment, for a purpose that is asked and recorded.

use crate::{App, Change, Error, Result, Viewer};
use ambito_domain::audit::{Kind, Record};
use ambito_domain::office::{Right, Sight, StaffId};
use ambito_domain::subjects::{Dossier, EffortHeld, Presence, SignIn};
use ambito_store::{Tx, areas, audit, credentials, plans, retention, staff, subjects};

/// The longest purpose that is taken.
const PURPOSE_MAX_CHARS: usize = 500;
/// How many records are held at once.
const PAGE_ROWS: i64 = 500;

/// What is held on a person: the dossier, and the records page by page.
#[derive(Debug)]
pub struct SubjectAnswer {
    /// All but the records.
    pub dossier: Dossier,
    tx: Tx,
    sight: Sight,
    before: Option<i64>,
}

impl App {
    /// Gathers all that is held on a person.
    ///
    /// # Errors
    /// [`Error::Invalid`] without a purpose, [`Error::Denied`], [`Error::Absent`], or what the database says.
    pub async fn answer_subject(&self, viewer: &Viewer, id: StaffId, purpose: &str) -> Result<SubjectAnswer> {
        let sight = viewer.sight(Right::AnswerSubjects)?;
        let purpose = purpose.trim();
        if purpose.is_empty() {
            return Err(Error::invalid("purpose", "field-missing"));
        }
        if purpose.chars().count() > PURPOSE_MAX_CHARS {
            return Err(Error::invalid("purpose", "field-too-long"));
        }
        let mut tx = self.db.write().await?;
        staff::find(&mut tx, &sight, id).await?.ok_or(Error::Absent("staff"))?;
        let mut change = Change::new(Kind::Reading, "subject.answer").about(id);
        change.purpose = Some(purpose.to_owned());
        self.record(&mut tx, viewer, change).await?;
        tx.commit().await?;

        let mut tx = self.db.read().await?;
        let person = staff::find(&mut tx, &sight, id).await?.ok_or(Error::Absent("staff"))?;
        let area = areas::find(&mut tx, viewer.area()).await?.ok_or(Error::Absent("area"))?;
        let dossier = Dossier {
            area: area.name,
            gathered: self.now(),
            gathered_by: viewer.name.clone(),
            purpose: purpose.to_owned(),
            sign_in: sign_in(&mut tx, &sight, id).await?,
            tenures: subjects::list_positions(&mut tx, &sight, id).await?,
            sessions: subjects::list_sessions(&mut tx, &sight, id).await?,
            links: subjects::list_links(&mut tx, &sight, id).await?,
            tokens: subjects::list_tokens(&mut tx, &sight, id).await?,
            errands: subjects::list_errand_steps(&mut tx, &sight, id).await?,
            efforts: efforts(&mut tx, &sight, &person.name).await?,
            holds: retention::list_holds_of(&mut tx, &sight, id).await?,
            person,
        };
        Ok(SubjectAnswer { dossier, tx, sight, before: None })
    }
}

impl SubjectAnswer {
    /// The next records that the person made or that are about them, newest first; none after the last.
    ///
    /// # Errors
    /// What the database says.
    pub async fn next_records(&mut self) -> Result<Vec<Record>> {
        let rows =
            audit::list_of_person(&mut self.tx, &self.sight, self.dossier.person.id, self.before, PAGE_ROWS).await?;
        let records: Vec<Record> = rows.into_iter().map(|(record, _)| record).collect();
        if let Some(last) = records.last() {
            self.before = Some(last.seq);
        }
        Ok(records)
    }
}

async fn sign_in(tx: &mut Tx, sight: &Sight, id: StaffId) -> Result<SignIn> {
    let known = credentials::get(tx, sight.area(), id).await?;
    let codes = credentials::count_recovery_codes(tx, sight.area(), id).await?;
    let whole = |count: i64| u64::try_from(count).unwrap_or_default();
    Ok(SignIn {
        password: if known.password.is_some() { Presence::There } else { Presence::Absent },
        factor_since: known.totp_since,
        recovery_codes: whole(codes),
        failures: whole(known.failures),
        locked_until: known.locked_until,
        outside: known.subject,
    })
}

/// Shares of work in plans under the person's name.
async fn efforts(tx: &mut Tx, sight: &Sight, name: &str) -> Result<Vec<EffortHeld>> {
    let found = plans::list_by_person(tx, sight, name).await?;
    Ok(found
        .into_iter()
        .map(|effort| EffortHeld {
            plan: effort.plan_title,
            version: effort.version,
            node: effort.node_title,
            written: effort.person,
            relation: effort.relation,
            share: effort.share,
        })
        .collect())
}
