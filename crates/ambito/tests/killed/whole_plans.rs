// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is left of plans after a kill: the database is opened as always, without repair.

use crate::saves;
use ambito_app::{Address, Db, Viewer};
use ambito_domain::office::{AreaId, PlanId, keeper};
use ambito_domain::planning::{Coverage, PlanDraft};
use ambito_store::audit::{self, Row};
use ambito_store::plans::{self, Counts};
use std::collections::{BTreeMap, BTreeSet};

/// More than one database has here.
const PLANS_MAX: u32 = 100;
/// More records than one database has here.
const RECORDS_MAX: i64 = 10_000;

/// A database with plans, and what was confirmed in it.
pub struct WholePlans {
    address: Address,
    area: AreaId,
    /// What was said of each version of a plan.
    confirmed: BTreeMap<(PlanId, i64), serde_json::Value>,
    /// What was looked at before; nothing touches a version later.
    looked_at: BTreeSet<(PlanId, i64)>,
    /// What the first version of each plan says.
    first: BTreeMap<PlanId, PlanDraft>,
}

impl WholePlans {
    pub fn new(address: Address, area: AreaId) -> Self {
        let (confirmed, looked_at, first) = (BTreeMap::new(), BTreeSet::new(), BTreeMap::new());
        Self { address, area, confirmed, looked_at, first }
    }

    pub fn address(&self) -> &Address {
        &self.address
    }

    /// Takes in what a program said before it was killed, and looks at what the database holds; gives how much was said.
    pub fn check(&mut self, said: &str) -> u64 {
        let before = self.confirmed.len();
        for line in said.lines() {
            let line: serde_json::Value = serde_json::from_str(line).unwrap();
            let key = (line["plan"].as_str().unwrap().parse().unwrap(), line["version"].as_i64().unwrap());
            assert!(self.confirmed.insert(key, line).is_none(), "{key:?} was confirmed twice");
        }
        self.look();
        (self.confirmed.len() - before) as u64
    }

    /// Looks at everything once more.
    pub fn check_all(&mut self) {
        self.looked_at.clear();
        self.look();
    }

    fn look(&mut self) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let db = Db::open_existing(&self.address).await.unwrap();
            let mut found = BTreeSet::new();
            let sight = keeper(self.area);
            let mut tx = db.read().await.unwrap();
            for plan in plans::list_plans(&mut tx, &sight, None, PLANS_MAX).await.unwrap() {
                let versions = plans::list_versions(&mut tx, &sight, plan.id).await.unwrap();
                assert_eq!(versions.len(), usize::try_from(plan.latest).unwrap(), "the versions of {}", plan.id);
                for version in versions.into_iter().rev() {
                    let key = (plan.id, version.key.number());
                    found.insert(key);
                    if self.looked_at.insert(key) {
                        self.look_at(&mut tx, key, &version).await;
                    }
                }
            }
            let lost: Vec<_> = self.confirmed.keys().filter(|key| !found.contains(key)).collect();
            assert!(lost.is_empty(), "confirmed and lost: {lost:?}");

            let rows = audit::list_after(&mut tx, &sight, None, RECORDS_MAX).await.unwrap();
            let is_import = |row: &Row| matches!(row, Row::Record(record, _) if record.act == "plan.import");
            assert_eq!(rows.iter().filter(|row| is_import(row)).count(), found.len(), "versions and their records");
            drop(tx);
            let viewer = Viewer::keeper(self.area, "prova".to_owned());
            let verdict = saves::app(db.clone()).verify_audit(&viewer, &[], &mut |_| {}).await.unwrap();
            assert!(verdict.is_whole(), "{verdict:?}");
            db.close().await;
        });
    }

    /// A version is there whole: as its front counts it, as it was confirmed, and as the first one says it.
    async fn look_at(&mut self, tx: &mut ambito_store::Tx, key: (PlanId, i64), version: &plans::Version) {
        let sight = keeper(self.area);
        let draft = plans::load_draft(tx, &sight, key.0, Some(key.1)).await.unwrap().unwrap();
        assert_eq!(Counts::of(&draft), version.counts, "{key:?}");
        if let Some(said) = self.confirmed.get(&key) {
            let counted: BTreeMap<&str, u64> =
                version.counts.each().into_iter().map(|(kind, count)| (kind, u64::from(count))).collect();
            assert_eq!(said["counts"], serde_json::json!(counted), "{key:?}");
        }
        let document = plans::find_document(tx, &sight, version.document).await.unwrap().unwrap();
        let content = plans::find_content(tx, &sight, version.document).await.unwrap().unwrap();
        assert_eq!(i64::try_from(content.len()), Ok(document.size_bytes), "{key:?}");
        // How many lines a document has is all that is not the same in every version.
        let said = PlanDraft { coverage: Coverage::default(), ..draft };
        let first = self.first.entry(key.0).or_insert_with(|| said.clone());
        assert!(said == *first, "{key:?} does not say what the first version says");
    }
}
