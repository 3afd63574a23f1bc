// SPDX-License-Identifier: AGPL-3.0-or-later
//! Two versions beside each other: last year's plan beside this year's, or two versions of one plan.
//!
//! Invariants: both are in sight of who looks; who may not see the people of a plan gets it without them, and where their
//! names are given the reading is recorded before. Deliberately absent: what changed, which `domain` finds and `exchange`
//! words, and keeping it: a version never changes, so a comparison can be made again.

use crate::{App, Change, Error, Result, Taken, Viewer};
use ambito_domain::audit::Kind;
use ambito_domain::office::{PlanId, Right, Sight};
use ambito_domain::planning::{LineNo, PlanDraft};
use ambito_store::Tx;
use ambito_store::plans::{self, Place};

pub use ambito_store::plans::Side;

/// A version with all that it says.
#[derive(Clone, Debug)]
pub struct LoadedSide {
    /// In short.
    pub side: Side,
    /// What it says; without people where they may not be seen.
    pub draft: PlanDraft,
}

/// Two versions to be compared.
#[derive(Clone, Debug)]
pub struct Pair {
    /// The one before.
    pub old: LoadedSide,
    /// The one now.
    pub new: LoadedSide,
    /// How many people's shares of time were left out, on either side.
    pub hidden: u32,
}

/// What can be compared.
#[derive(Clone, Debug, Default)]
pub struct Comparable {
    /// The version that was named, where one was.
    pub chosen: Option<Side>,
    /// With what: the other versions of its plan, then other plans of its body; without a version named, every plan.
    pub others: Vec<Side>,
    /// The one that is meant most likely: of the same body and family, in force before, else an earlier version.
    pub likely: Option<Side>,
    /// Where no version was named: the last filed that one is likely for, and before it that one.
    pub proposed: Option<[Side; 2]>,
}

impl App {
    /// What a version of a plan can be compared with; without a plan, all that there is.
    ///
    /// # Errors
    /// [`Error::Denied`], [`Error::Absent`], or what the database says.
    pub async fn list_comparable(&self, viewer: &Viewer, plan: Option<(PlanId, Option<i64>)>) -> Result<Comparable> {
        let sight = viewer.sight(Right::ReadPlans)?;
        let mut tx = self.db.read().await?;
        let Some((plan, number)) = plan else {
            let others = plans::list_sides(&mut tx, &sight).await?;
            let mut pairs = others.iter().filter_map(|new| Some([likely(new, &others)?.clone(), new.clone()]));
            return Ok(Comparable { proposed: pairs.next(), others, ..Comparable::default() });
        };
        let chosen = plans::find_side(&mut tx, &sight, plan, number).await?.ok_or(Error::Absent("plan"))?;
        let others = plans::list_comparable(&mut tx, &sight, &chosen).await?;
        Ok(Comparable { likely: likely(&chosen, &others).cloned(), chosen: Some(chosen), others, proposed: None })
    }

    /// Two versions of plans in sight with all that they say; the latest where no number is named.
    ///
    /// # Errors
    /// [`Error::Denied`], [`Error::Absent`], or what the database says.
    pub async fn get_pair(
        &self,
        viewer: &Viewer,
        old: (PlanId, Option<i64>),
        new: (PlanId, Option<i64>),
    ) -> Result<Pair> {
        let sight = viewer.sight(Right::ReadPlans)?;
        let mut tx = self.db.read().await?;
        let sides = plans::find_pair(&mut tx, &sight, [old, new]).await?;
        let mut loaded = Vec::new();
        let (mut hidden, mut given) = (0_u32, Vec::new());
        for side in sides {
            let side = side.ok_or(Error::Absent("plan"))?;
            let sees = viewer.sight(Right::ReadPlanPeople).is_ok_and(|people| people.covers(side.body));
            let mut draft = load(&mut tx, &sight, &side).await?;
            if !sees {
                hidden = hidden.saturating_add(side.efforts);
                draft.efforts.clear();
            } else if side.efforts > 0 {
                let said = format!("version={} people={}", side.key.number(), side.efforts);
                given.push(Change::new(Kind::Reading, "plan.people").on(side.key.plan().0).saying(said));
            }
            loaded.push(LoadedSide { side, draft });
        }
        drop(tx);
        self.record_readings(viewer, given).await?;
        match (loaded.pop(), loaded.pop()) {
            (Some(new), Some(old)) => Ok(Pair { old, new, hidden }),
            _ => Err(Error::Absent("plan")),
        }
    }

    /// Puts on record that somebody takes a comparison away, of so many rows; the names in it were put on record with the pair.
    ///
    /// # Errors
    /// [`Error::Denied`], [`Error::Absent`], or what the database says.
    pub async fn begin_comparison_export(&self, viewer: &Viewer, pair: &Pair, rows: u64, way: Taken) -> Result<()> {
        let sight = viewer.sight(Right::ReadPlans)?;
        let (old, new) = (&pair.old.side, &pair.new.side);
        if !sight.covers(old.body) || !sight.covers(new.body) {
            return Err(Error::Absent("plan"));
        }
        let (rows, version, before) = (way.rows(rows), new.key.number(), old.key.number());
        let plan = old.key.plan().0.simple();
        let said = format!("list=comparison rows={rows} version={version} before={plan} before-version={before}");
        let mut tx = self.db.write().await?;
        let change = Change::new(Kind::Export, way.act()).on(new.key.plan().0).saying(said);
        self.record(&mut tx, viewer, change).await?;
        Ok(tx.commit().await?)
    }

    /// Where some lines of a version stand in its file; nothing for plain text.
    ///
    /// # Errors
    /// [`Error::Denied`], [`Error::Absent`], or what the database says.
    pub async fn list_line_places(&self, viewer: &Viewer, side: &Side, lines: &[LineNo]) -> Result<Vec<Place>> {
        let sight = viewer.sight(Right::ReadPlans)?;
        if !sight.covers(side.body) {
            return Err(Error::Absent("plan"));
        }
        let mut tx = self.db.read().await?;
        Ok(plans::list_places_of(&mut tx, &side.key, lines).await?)
    }
}

/// All that a version says, people too: the caller takes them out where they may not be seen.
async fn load(tx: &mut Tx, sight: &Sight, side: &Side) -> Result<PlanDraft> {
    let (plan, number) = (side.key.plan(), side.key.number());
    plans::load_draft(tx, sight, plan, Some(number)).await?.ok_or(Error::Absent("plan"))
}

/// The version that a plan is compared with most likely: of a plan of the same body and family, the last that was in force
/// before it; else the version of the same plan before it. Plans that have nothing to do with each other are not proposed.
fn likely<'a>(chosen: &Side, others: &'a [Side]) -> Option<&'a Side> {
    let is_kin = |side: &&Side| {
        let is_alike = side.body == chosen.body && side.family == chosen.family;
        side.key.plan() != chosen.key.plan() && is_alike
    };
    let before = |side: &&Side| match (side.period.from, chosen.period.from) {
        (Some(theirs), Some(ours)) => theirs < ours,
        _ => false,
    };
    let kin = others.iter().filter(is_kin).filter(before).max_by_key(|side| side.period.from);
    let is_earlier = |side: &&Side| side.key.plan() == chosen.key.plan() && side.key.number() < chosen.key.number();
    let earlier = others.iter().filter(is_earlier).max_by_key(|side| side.key.number());
    kin.or(earlier)
}
