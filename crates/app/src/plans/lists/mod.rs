// SPDX-License-Identifier: AGPL-3.0-or-later
//! Every list of plans, and what other lists are made with: a page of it, its figures, and all of it for a file.
//!
//! Invariants: a list that names people needs the right to see them, and its reading is on record before a name is given;
//! what is taken away in a file is on record before the first row is.

mod export;
mod kind;

pub use ambito_store::lists::{Asked, Given, ListKey, ListRow, ListSums, Order};
pub use export::Export;
pub(crate) use export::Within;
pub use kind::PlanList;

use super::list::cut;
use super::tree::found;
use crate::{App, Change, Error, Result, Viewer};
use ambito_domain::audit::Kind;
use ambito_domain::office::{PlanId, Right};
use ambito_domain::planning::NodeId;
use ambito_store::lists::{self, Listing, Scope};
use ambito_store::plans::{Branch, Document, Front, Plan, Version, VersionKey};
use ambito_store::{Tx, plans};

/// How many rows a page of a list has.
const PAGE_ROWS: u32 = 100;

/// Some rows of a list, and the figures of the whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListPage {
    /// The columns, by their keys.
    pub columns: Vec<&'static str>,
    /// The rows.
    pub rows: Vec<ListRow>,
    /// Where the next page goes on; absent on the last.
    pub next: Option<ListKey>,
    /// How many rows the whole list has, and what its columns come to.
    pub whole: ListSums,
}

impl ListPage {
    /// The sum of a column over the whole list.
    #[must_use]
    pub fn sum(&self, key: &str) -> Option<i64> {
        sum_of(&self.columns, &self.whole, key)
    }
}

/// The sum of a column over a whole list.
fn sum_of(columns: &[&'static str], whole: &ListSums, key: &str) -> Option<i64> {
    let at = columns.iter().position(|column| *column == key)?;
    *whole.sums.get(at)?
}

/// A list of a version of a plan.
#[derive(Clone, Debug)]
pub struct PlanListPage {
    /// The plan.
    pub plan: Plan,
    /// The version.
    pub version: Version,
    /// The file it was read from.
    pub document: Document,
    /// What the node is called that the list is of, with all below it; absent for the list of the whole plan.
    pub under: Option<String>,
    /// The rows.
    pub page: ListPage,
}

impl App {
    /// A page of the plans in sight.
    ///
    /// # Errors
    /// [`Error::Denied`], or what the database says.
    pub async fn list_plans_as(&self, viewer: &Viewer, asked: &Asked, after: Option<&ListKey>) -> Result<ListPage> {
        let sight = viewer.sight(Right::ReadPlans)?;
        let mut tx = self.db.read().await?;
        page_of(&mut tx, Scope::Sight(&sight), &plans::lists::PLANS, asked, after).await
    }

    /// A page of a list of a plan in sight, in its latest version where no number is named.
    ///
    /// # Errors
    /// [`Error::Denied`], [`Error::Absent`], or what the database says.
    pub async fn list_in_plan(
        &self,
        viewer: &Viewer,
        plan: PlanId,
        number: Option<i64>,
        list: PlanList,
        asked: &Asked,
        after: Option<&ListKey>,
    ) -> Result<PlanListPage> {
        let sight = viewer.sight(Right::ReadPlans)?;
        let mut tx = self.db.read().await?;
        let Front { plan, body: _, version, document } = found(&mut tx, &sight, plan, number).await?;
        allowed(viewer, &plan, list)?;
        let page = page_of(&mut tx, Scope::Version(&version.key), list.listing(), asked, after).await?;
        let under = under(&mut tx, &version.key, asked).await?;
        drop(tx);
        self.record_rows(viewer, &version.key, list, &page).await?;
        Ok(PlanListPage { plan, version, document, under, page })
    }

    /// Puts on record that rows with names are about to be given.
    async fn record_rows(&self, viewer: &Viewer, key: &VersionKey, list: PlanList, page: &ListPage) -> Result<()> {
        let said = |what: &str, count: usize| format!("version={} list={} {what}={count}", key.number(), list.name());
        let named = |column: &str| {
            let at = page.columns.iter().position(|key| *key == column);
            let is_there =
                |row: &&ListRow| at.and_then(|at| row.cells.get(at)).is_some_and(|cell| *cell != Given::Nothing);
            page.rows.iter().filter(is_there).count()
        };
        let people = match list {
            PlanList::SearchPeople => persons(page),
            _ => page.rows.len(),
        };
        let change = if list.names_people() {
            (people > 0).then(|| Change::new(Kind::Reading, "plan.people").saying(said("people", people)))
        } else {
            let owners = named("owner");
            (owners > 0).then(|| Change::new(Kind::Reading, "plan.read").saying(said("owners", owners)))
        };
        self.record_readings(viewer, change.into_iter().map(|change| change.on(key.plan().0)).collect()).await
    }
}

/// How many rows of a search are people.
fn persons(page: &ListPage) -> usize {
    let at = page.columns.iter().position(|key| *key == "kind");
    let is_person = |row: &&ListRow| at.and_then(|at| row.cells.get(at)) == Some(&Given::Text("person".to_owned()));
    page.rows.iter().filter(is_person).count()
}

/// What the node is called that a list is filtered by.
async fn under(tx: &mut Tx, key: &VersionKey, asked: &Asked) -> Result<Option<String>> {
    let filter = asked.filters.iter().find(|(filter, _)| filter == "under");
    let Some(node) = filter.and_then(|(_, node)| node.parse().ok()) else { return Ok(None) };
    let path = plans::get_kin(tx, key, NodeId(node), None, 0).await?.path;
    let name = |branch: Branch| branch.title.or(branch.inferred_title).or(branch.code).or(branch.level);
    Ok(path.into_iter().last().and_then(name))
}

/// Whether somebody may see this list of this plan.
fn allowed(viewer: &Viewer, plan: &Plan, list: PlanList) -> Result<()> {
    if list.names_people() && !viewer.sight(Right::ReadPlanPeople)?.covers(plan.body) {
        return Err(Error::Denied(Right::ReadPlanPeople));
    }
    Ok(())
}

/// A page of a list with the figures of the whole: two questions.
pub(crate) async fn page_of(
    tx: &mut Tx,
    scope: Scope<'_>,
    listing: &Listing,
    asked: &Asked,
    after: Option<&ListKey>,
) -> Result<ListPage> {
    let whole = lists::sum_rows(tx, scope, listing, asked).await?;
    let mut rows = lists::list_rows(tx, scope, listing, asked, after, PAGE_ROWS + 1).await?;
    let more = cut(&mut rows, PAGE_ROWS);
    let next = rows.last().filter(|_| more).map(|row| row.key.clone());
    Ok(ListPage { columns: listing.columns.iter().map(|column| column.key).collect(), rows, next, whole })
}
