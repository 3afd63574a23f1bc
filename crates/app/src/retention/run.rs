// SPDX-License-Identifier: AGPL-3.0-or-later
//! The yearly run: prepared by one person, decided by another.

use crate::{App, Change, Error, Result, Viewer};
use ambito_domain::audit::{CUT_ACT, Kind};
use ambito_domain::office::{Right, StaffId, keeper};
use ambito_domain::retention::{Decision, RetainedKind, RetentionRun, RunId, RunItem, RunState, Undecidable};
use ambito_store::retention::{self, Due};
use ambito_store::{Tx, staff};
use std::collections::BTreeMap;

/// How many runs are listed: one a year is the rule.
const RUNS_MAX: i64 = 100;

/// A run, with what it would do now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunView {
    /// The run.
    pub run: RetentionRun,
    /// What has had its time now, by the run's own days: one for each item, where the run awaits its decision.
    pub now: Vec<Due>,
    /// What the people of the run are called.
    pub names: BTreeMap<StaffId, String>,
    /// Why the viewer cannot decide it, where they have the right to.
    pub undecidable: Option<Undecidable>,
}

impl RunView {
    /// What who decides must have seen: kinds and counts.
    #[must_use]
    pub fn seen(&self) -> Vec<(RetainedKind, u64)> {
        self.run.items.iter().zip(&self.now).map(|(item, now)| (item.kind, now.due)).collect()
    }
}

impl App {
    /// The runs, the newest first.
    ///
    /// # Errors
    /// [`Error::Denied`], or what the database says.
    pub async fn list_runs(&self, viewer: &Viewer) -> Result<Vec<RunView>> {
        let sight = viewer.sight(Right::ReadRetention)?;
        let mut tx = self.db.read().await?;
        let mut views = Vec::new();
        for run in retention::list_runs(&mut tx, &sight, RUNS_MAX).await? {
            let names = names(&mut tx, viewer, &run).await?;
            views.push(RunView { run, now: Vec::new(), names, undecidable: None });
        }
        drop(tx);
        if !views.is_empty() {
            self.record_names(viewer).await?;
        }
        Ok(views)
    }

    /// A run, with what it would do now.
    ///
    /// # Errors
    /// [`Error::Denied`], [`Error::Absent`], or what the database says.
    pub async fn get_run(&self, viewer: &Viewer, id: RunId) -> Result<RunView> {
        let sight = viewer.sight(Right::ReadRetention)?;
        let mut tx = self.db.read().await?;
        let run = retention::find_run(&mut tx, &sight, id).await?.ok_or(Error::Absent("retention_run"))?;
        let mut now = Vec::new();
        if run.state == RunState::Prepared {
            for item in &run.items {
                now.push(retention::count(&mut tx, viewer.area(), item.kind, item.kept_from).await?);
            }
        }
        let names = names(&mut tx, viewer, &run).await?;
        let undecidable = viewer.staff.and_then(|person| run.may_be_decided_by(person).err());
        drop(tx);
        self.record_names(viewer).await?;
        Ok(RunView { run, now, names, undecidable })
    }

    /// Prepares a run by the schedule of today. Nothing is deleted.
    ///
    /// # Errors
    /// [`Error::Invalid`] where another run awaits its decision, [`Error::Denied`], or what the database says.
    pub async fn prepare_run(&self, viewer: &Viewer) -> Result<RunId> {
        let sight = viewer.sight(Right::PrepareRetention)?;
        let prepared_by = viewer.person()?;
        let mut tx = self.db.write().await?;
        let before = retention::list_runs(&mut tx, &sight, RUNS_MAX).await?;
        if before.iter().any(|run| run.state == RunState::Prepared) {
            return Err(Error::invalid("run", "retention-run-waits"));
        }
        let mut items = Vec::new();
        for rule in retention::list_rules(&mut tx, viewer.area()).await? {
            let (kind, months, kept_from) = (rule.kind, rule.months, rule.kept_from(self.today()));
            let Due { due, held } = retention::count(&mut tx, viewer.area(), kind, kept_from).await?;
            items.push(RunItem { kind, months, kept_from, due, held, deleted: None });
        }
        let id = RunId(self.new_id());
        let run = RetentionRun { id, prepared: self.now(), prepared_by, state: RunState::Prepared, items };
        retention::insert_run(&mut tx, viewer.area(), &run).await?;
        let said = counts(&run, |item| item.due);
        let change = Change::new(Kind::Retention, "retention.prepare").on(id.0).saying(said);
        self.record(&mut tx, viewer, change).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Refuses a run that another person prepared.
    ///
    /// # Errors
    /// [`Error::Invalid`] for the preparer or without a reason, [`Error::Stale`] where it was decided, [`Error::Denied`],
    /// [`Error::Absent`], or what the database says.
    pub async fn refuse_run(&self, viewer: &Viewer, id: RunId, why: &str) -> Result<()> {
        viewer.sight(Right::DecideRetention)?;
        let mut tx = self.db.write().await?;
        let (mut run, decision) = self.decidable(&mut tx, viewer, id).await?;
        run.state = RunState::Refused(decision, super::reason("reason", why)?);
        retention::decide_run(&mut tx, viewer.area(), &run).await?;
        self.record(&mut tx, viewer, Change::new(Kind::Retention, "retention.refuse").on(id.0)).await?;
        Ok(tx.commit().await?)
    }

    /// Carries out a run that another person prepared: deletes what has had its time and is under no hold.
    ///
    /// `seen` are the counts that the person saw; where others hold now, nothing is done.
    ///
    /// # Errors
    /// [`Error::Stale`] where other counts hold now or it was decided, [`Error::Invalid`] for the preparer,
    /// [`Error::Denied`], [`Error::Absent`], or what the database says.
    pub async fn carry_out_run(&self, viewer: &Viewer, id: RunId, seen: &[(RetainedKind, u64)]) -> Result<()> {
        viewer.sight(Right::DecideRetention)?;
        let mut tx = self.db.write().await?;
        let found = retention::find_run(&mut tx, &viewer.sight(Right::ReadRetention)?, id).await?;
        if let Some(RunState::CarriedOut(decision)) = found.map(|run| run.state)
            && Some(decision.by) == viewer.staff
        {
            // The same person sent the form twice: it was done, once.
            return Ok(());
        }
        let (mut run, decision) = self.decidable(&mut tx, viewer, id).await?;
        for item in &run.items {
            let now = retention::count(&mut tx, viewer.area(), item.kind, item.kept_from).await?;
            if !seen.contains(&(item.kind, now.due)) {
                return Err(Error::Stale);
            }
        }
        let mut base = None;
        for item in &mut run.items {
            let (gone, cut) = retention::delete(&mut tx, viewer.area(), item.kind, item.kept_from, self.now()).await?;
            item.deleted = Some(gone);
            base = cut.or(base);
        }
        run.state = RunState::CarriedOut(decision);
        retention::decide_run(&mut tx, viewer.area(), &run).await?;
        let said = counts(&run, |item| item.deleted.unwrap_or_default());
        let change = Change::new(Kind::Retention, "retention.carry-out").on(id.0).saying(said);
        self.record(&mut tx, viewer, change).await?;
        if let Some(base) = base {
            let change = Change::new(Kind::Retention, CUT_ACT).on(id.0).saying(base.detail());
            self.record(&mut tx, viewer, change).await?;
        }
        Ok(tx.commit().await?)
    }

    /// Puts on record that the names of who prepared and decided are given.
    async fn record_names(&self, viewer: &Viewer) -> Result<()> {
        self.record_reading(viewer, Change::new(Kind::Reading, "retention.read")).await
    }

    /// A run that the viewer may decide.
    async fn decidable(&self, tx: &mut Tx, viewer: &Viewer, id: RunId) -> Result<(RetentionRun, Decision)> {
        let by = viewer.person()?;
        let sight = keeper(viewer.area());
        let run = retention::find_run(tx, &sight, id).await?.ok_or(Error::Absent("retention_run"))?;
        run.may_be_decided_by(by).map_err(|why| match why {
            Undecidable::SamePerson => Error::invalid("run", "retention-same-person"),
            Undecidable::Decided => Error::Stale,
        })?;
        Ok((run, Decision { by, at: self.now() }))
    }
}

async fn names(tx: &mut Tx, viewer: &Viewer, run: &RetentionRun) -> Result<BTreeMap<StaffId, String>> {
    let decided = match &run.state {
        RunState::Prepared => None,
        RunState::CarriedOut(decision) | RunState::Refused(decision, _) => Some(decision.by),
    };
    let mut names = BTreeMap::new();
    for id in [Some(run.prepared_by), decided].into_iter().flatten() {
        names.extend(staff::find(tx, &keeper(viewer.area()), id).await?.map(|staff| (id, staff.name)));
    }
    Ok(names)
}

/// "sessions=3 links=0 …"
fn counts(run: &RetentionRun, count: impl Fn(&RunItem) -> u64) -> String {
    let words = run.items.iter().map(|item| format!("{}={}", item.kind.word(), count(item)));
    words.collect::<Vec<_>>().join(" ")
}
