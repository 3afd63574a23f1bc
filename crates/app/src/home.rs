// SPDX-License-Identifier: AGPL-3.0-or-later
//! What somebody sees first: what waits for them, where things stand, what changed.

use crate::plans::{ListedPlan, Plan};
use crate::{App, Result, Viewer};
use ambito_domain::office::{Right, keeper};
use ambito_domain::retention::RunId;
use ambito_domain::review::{ErrandState, ReadingState};
use ambito_store::reviews::{self, ErrandsOf, FilingState, FindingFilter, FindingState, ListedErrand, ReviewFilter};
use ambito_store::{Tx, bodies, plans, retention, staff};

/// How many plans are named as new.
const LATEST_PLANS: u32 = 5;
/// How many errands of each kind are named.
const ERRANDS_MAX: u32 = 20;
/// How many documents that wait are counted.
pub const REVIEWS_MAX: u32 = 50;

/// The first page, as far as the rights of who looks reach: what they may not see is absent.
#[derive(Clone, Debug, Default)]
pub struct Home {
    /// How many plans are in sight.
    pub plans: Option<u64>,
    /// The last filed.
    pub latest: Vec<ListedPlan>,
    /// How many bodies are in sight.
    pub bodies: Option<usize>,
    /// How many people are in sight.
    pub people: Option<usize>,
    /// How many documents were read and wait to be looked at and filed, at most [`REVIEWS_MAX`].
    pub to_review: usize,
    /// What this person has to see to, what is due first standing first.
    pub errands: Vec<ListedErrand>,
    /// What came back to this person and waits for them.
    pub came_back: Vec<ListedErrand>,
    /// How many findings nobody lives with, in the documents that this person reviews.
    pub findings: Option<usize>,
    /// A run of retention that waits for this person's decision.
    pub to_decide: Option<RunId>,
}

impl App {
    /// What somebody sees first.
    ///
    /// # Errors
    /// [`Error::SignInFirst`](crate::Error::SignInFirst), or what the database says.
    pub async fn home(&self, viewer: &Viewer) -> Result<Home> {
        let person = viewer.person()?;
        let mut home = Home::default();
        let mut tx = self.db.read().await?;
        if let Ok(sight) = viewer.sight(Right::ReadPlans) {
            home.plans = Some(plans::count_plans(&mut tx, &sight).await?);
        }
        let bodies = bodies::list(&mut tx, &keeper(viewer.area())).await?;
        if let Ok(sight) = viewer.sight(Right::ReadBodies) {
            home.bodies = Some(bodies.iter().filter(|body| sight.covers(body.id)).count());
        }
        if let Ok(sight) = viewer.sight(Right::FilePlans) {
            let (state, filing) = (Some(ReadingState::Done.word().to_owned()), Some(FilingState::Unfiled));
            let filter = ReviewFilter { state, filing, ..ReviewFilter::default() };
            home.to_review = reviews::list_reviews(&mut tx, &sight, &filter, None, REVIEWS_MAX).await?.len();
        }
        if let Ok(sight) = viewer.sight(Right::ReadStaff) {
            // Counted, not shown: nobody's data is read.
            home.people = Some(staff::list(&mut tx, &sight).await?.len());
        }
        if let Ok(sight) = viewer.sight(Right::FilePlans) {
            let counts = reviews::count_findings(&mut tx, &sight, &FindingFilter::default()).await?;
            let open = counts.iter().filter(|(state, _)| *state != FindingState::Accepted);
            let count: u32 = open.flat_map(|(_, counts)| counts).sum();
            home.findings = usize::try_from(count).ok();
        }
        let errands = async |tx: &mut Tx, whose: &ErrandsOf, state| {
            reviews::list_errands(tx, viewer.area(), whose, &[state], ERRANDS_MAX).await
        };
        home.errands = errands(&mut tx, &ErrandsOf::To(person), ErrandState::Given).await?;
        home.came_back = errands(&mut tx, &ErrandsOf::From(person), ErrandState::Returned).await?;
        if let Ok(sight) = viewer.sight(Right::DecideRetention) {
            home.to_decide = retention::find_prepared(&mut tx, &sight, person).await?;
        }
        if let Ok(sight) = viewer.sight(Right::ReadPlans) {
            let latest = plans::list_plans(&mut tx, &sight, None, LATEST_PLANS).await?;
            let name = |plan: &Plan| bodies.iter().find(|body| body.id == plan.body).map(|body| body.name.clone());
            let listed = |plan: Plan| ListedPlan { body: name(&plan).unwrap_or_default(), plan };
            home.latest = latest.into_iter().map(listed).collect();
        }
        Ok(home)
    }
}
