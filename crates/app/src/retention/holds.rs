// SPDX-License-Identifier: AGPL-3.0-or-later
//! Holds: placed and lifted with a reason.

use crate::{App, Change, Error, Result, Viewer};
use ambito_base::Uuid;
use ambito_domain::audit::Kind;
use ambito_domain::office::{Right, StaffId, keeper};
use ambito_domain::retention::{Hold, HoldId, HoldTarget, Lifted, RetainedKind};
use ambito_store::{retention, staff};

/// A hold as it was typed: one of the first three says what it keeps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HoldInput {
    /// The id of a person.
    pub person: String,
    /// The id of a record.
    pub record: String,
    /// The word of a kind.
    pub kind: String,
    /// Why.
    pub reason: String,
}

/// A hold, with the names of its people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedHold {
    /// The hold.
    pub hold: Hold,
    /// What the person it is on is called.
    pub person: Option<String>,
    /// What who placed it is called.
    pub placed_by: String,
    /// What who lifted it is called.
    pub lifted_by: Option<String>,
}

impl App {
    /// The holds, those in force first.
    ///
    /// # Errors
    /// [`Error::Denied`], or what the database says.
    pub async fn list_holds(&self, viewer: &Viewer) -> Result<Vec<NamedHold>> {
        let sight = viewer.sight(Right::ReadRetention)?;
        let mut tx = self.db.read().await?;
        let people = staff::list(&mut tx, &keeper(viewer.area())).await?;
        let name = |id: StaffId| people.iter().find(|person| person.id == id).map(|person| person.name.clone());
        let holds = retention::list_holds(&mut tx, &sight).await?;
        let change = Change::new(Kind::Reading, "hold.list").saying(format!("holds={}", holds.len()));
        drop(tx);
        self.record_reading(viewer, change).await?;
        Ok(holds
            .into_iter()
            .map(|hold| NamedHold {
                person: if let HoldTarget::Person(id) = hold.target { name(id) } else { None },
                placed_by: name(hold.placed_by).unwrap_or_default(),
                lifted_by: hold.lifted.as_ref().and_then(|lifted| name(lifted.by)),
                hold,
            })
            .collect())
    }

    /// Places a hold.
    ///
    /// # Errors
    /// [`Error::Invalid`], [`Error::Denied`], or what the database says.
    pub async fn place_hold(&self, viewer: &Viewer, input: &HoldInput) -> Result<HoldId> {
        let sight = viewer.sight(Right::HoldRecords)?;
        let placed_by = viewer.person()?;
        let HoldInput { person, record, kind, reason } = input;
        let mut tx = self.db.write().await?;
        let target = match [person, record, kind].map(|typed| typed.trim()) {
            [person, "", ""] if !person.is_empty() => {
                let id = person.parse().map_err(|()| Error::invalid("person", "field-choose"))?;
                let found = staff::find(&mut tx, &sight, id).await?;
                HoldTarget::Person(found.ok_or_else(|| Error::invalid("person", "field-choose"))?.id)
            }
            ["", record, ""] if !record.is_empty() => {
                HoldTarget::Record(Uuid::parse_str(record).map_err(|_| Error::invalid("record", "hold-record-wrong"))?)
            }
            ["", "", kind] if !kind.is_empty() => {
                HoldTarget::Kind(RetainedKind::from_word(kind).ok_or_else(|| Error::invalid("kind", "field-choose"))?)
            }
            _ => return Err(Error::invalid("person", "hold-one-thing")),
        };
        let reason = super::reason("reason", reason)?;
        let id = HoldId(self.new_id());
        let hold = Hold { id, target, reason, placed: self.now(), placed_by, lifted: None };
        retention::insert_hold(&mut tx, viewer.area(), &hold).await?;
        let mut change = Change::new(Kind::Retention, "hold.place").on(id.0);
        if let HoldTarget::Person(person) = target {
            change = change.about(person);
        }
        self.record(&mut tx, viewer, change).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Lifts a hold.
    ///
    /// # Errors
    /// [`Error::Stale`] where somebody lifted it in between, [`Error::Invalid`], [`Error::Denied`], [`Error::Absent`],
    /// or what the database says.
    pub async fn lift_hold(&self, viewer: &Viewer, id: HoldId, why: &str) -> Result<()> {
        let sight = viewer.sight(Right::HoldRecords)?;
        let by = viewer.person()?;
        let reason = super::reason("reason", why)?;
        let mut tx = self.db.write().await?;
        let hold = retention::find_hold(&mut tx, &sight, id).await?.ok_or(Error::Absent("legal_hold"))?;
        retention::lift_hold(&mut tx, viewer.area(), id, &Lifted { at: self.now(), by, reason }).await?;
        let mut change = Change::new(Kind::Retention, "hold.lift").on(id.0);
        if let HoldTarget::Person(person) = hold.target {
            change = change.about(person);
        }
        self.record(&mut tx, viewer, change).await?;
        Ok(tx.commit().await?)
    }
}
