// SPDX-License-Identifier: AGPL-3.0-or-later
//! A whole list for a file or for paper, some rows at a time: nothing holds the whole of it, neither rows nor a connection.

use super::{Asked, ListKey, ListRow, ListSums, PlanList, allowed, sum_of, under};
use crate::plans::tree::found;
use crate::{App, Change, Error, Result, Taken, Viewer};
use ambito_domain::audit::Kind;
use ambito_domain::office::{PlanId, Right, Sight};
use ambito_store::lists::{self, Listing, Scope};
use ambito_store::plans::{self, Document, Front, Plan, VersionKey};

/// A list that is being taken away: that it is, is on record.
#[derive(Clone, Debug)]
pub struct Export {
    listing: &'static Listing,
    within: Within,
    way: Taken,
    asked: Asked,
    columns: Vec<&'static str>,
    /// How many rows the whole list has, and what its columns come to.
    pub whole: ListSums,
    /// The plan and its file, for a list of a version.
    pub of: Option<(Plan, Document)>,
    /// What the node is called that the list is of, with all below it; absent for the list of the whole.
    pub under: Option<String>,
}

#[derive(Clone, Debug)]
pub(crate) enum Within {
    Version(VersionKey),
    Sight(Sight),
}

impl Within {
    const fn scope(&self) -> Scope<'_> {
        match self {
            Self::Version(key) => Scope::Version(key),
            Self::Sight(sight) => Scope::Sight(sight),
        }
    }
}

impl Export {
    /// The columns, by their keys.
    #[must_use]
    pub fn columns(&self) -> &[&'static str] {
        &self.columns
    }

    /// The number of the version, for a list of one.
    #[must_use]
    pub fn version(&self) -> Option<i64> {
        match &self.within {
            Within::Version(key) => Some(key.number()),
            Within::Sight(_) => None,
        }
    }

    /// The sum of a column over the whole list.
    #[must_use]
    pub fn sum(&self, key: &str) -> Option<i64> {
        sum_of(&self.columns, &self.whole, key)
    }
}

impl App {
    /// Begins to take away the list of plans in sight.
    ///
    /// # Errors
    /// [`Error::Denied`], or what the database says.
    pub async fn begin_plans_export(&self, viewer: &Viewer, asked: &Asked, way: Taken) -> Result<Export> {
        let sight = viewer.sight(Right::ReadPlans)?;
        self.begin_export(viewer, &plans::lists::PLANS, Within::Sight(sight), asked, way).await
    }

    /// Begins to take away a list of a plan in sight.
    ///
    /// # Errors
    /// [`Error::Denied`], [`Error::Absent`], or what the database says.
    pub async fn begin_plan_export(
        &self,
        viewer: &Viewer,
        plan: PlanId,
        number: Option<i64>,
        list: PlanList,
        asked: &Asked,
        way: Taken,
    ) -> Result<Export> {
        let sight = viewer.sight(Right::ReadPlans)?;
        let mut tx = self.db.read().await?;
        let Front { plan, body: _, version, document } = found(&mut tx, &sight, plan, number).await?;
        allowed(viewer, &plan, list)?;
        let under = under(&mut tx, &version.key, asked).await?;
        drop(tx);
        let within = Within::Version(version.key);
        let export = self.begin_export(viewer, list.listing(), within, asked, way).await?;
        Ok(Export { of: Some((plan, document)), under, ..export })
    }

    pub(crate) async fn begin_export(
        &self,
        viewer: &Viewer,
        listing: &'static Listing,
        within: Within,
        asked: &Asked,
        way: Taken,
    ) -> Result<Export> {
        let mut tx = self.db.write().await?;
        let whole = lists::sum_rows(&mut tx, within.scope(), listing, asked).await?;
        let mut said = format!("list={} rows={}", listing.name, way.rows(whole.rows));
        let mut change = Change::new(Kind::Export, way.act());
        if let Within::Version(key) = &within {
            said.push_str(&format!(" version={}", key.number()));
            change = change.on(key.plan().0);
        }
        self.record(&mut tx, viewer, change.saying(said)).await?;
        tx.commit().await?;
        let columns = listing.columns.iter().map(|column| column.key).collect();
        Ok(Export { listing, within, way, asked: asked.clone(), columns, whole, of: None, under: None })
    }

    /// The next rows of a list that is being taken away, and where it goes on; nothing after the last.
    ///
    /// # Errors
    /// What the database says.
    pub async fn next_rows(&self, export: &Export, after: Option<&ListKey>) -> Result<(Vec<ListRow>, Option<ListKey>)> {
        let mut tx = self.db.read().await.map_err(Error::from)?;
        let Export { listing, within, way, asked, .. } = export;
        let most = way.rows_at_once();
        let rows = lists::list_rows(&mut tx, within.scope(), listing, asked, after, most).await?;
        let is_last = rows.len() < most as usize;
        let next = rows.last().filter(|_| !is_last).map(|row| row.key.clone());
        Ok((rows, next))
    }
}
