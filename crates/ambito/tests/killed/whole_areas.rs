// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is left of areas and bodies after a kill: the database is opened as always, without repair.

use crate::saves::{self, PARTS};
use ambito_app::{Address, Db, Viewer};
use ambito_base::Uuid;
use ambito_domain::office::{AreaId, BodyId, keeper};
use ambito_store::audit::{self, Row};
use ambito_store::{areas, bodies, positions, staff};
use std::collections::{BTreeMap, BTreeSet};

/// How many records of one area are asked for at once; a killed program writes fewer.
const RECORDS_MAX: i64 = 1000;

/// A database, and what was confirmed in it.
pub struct WholeAreas {
    address: Address,
    areas: BTreeSet<AreaId>,
    /// Each body with the version that was confirmed last.
    bodies: BTreeMap<(AreaId, BodyId), i64>,
    /// What was looked at after the round that made it; no later round touches it.
    looked_at: BTreeSet<AreaId>,
}

impl WholeAreas {
    pub fn new(address: Address) -> Self {
        Self { address, areas: BTreeSet::new(), bodies: BTreeMap::new(), looked_at: BTreeSet::new() }
    }

    pub fn address(&self) -> &Address {
        &self.address
    }

    /// Takes in what a program said before it was killed, and looks at what the database holds; gives how much was said.
    pub fn check(&mut self, said: &str) -> u64 {
        let mut confirmed = 0;
        for line in said.lines().filter(|line| saves::is_confirmation(line)) {
            match line.split(' ').collect::<Vec<&str>>()[..] {
                ["area", area] => drop(self.areas.insert(area.parse().unwrap())),
                ["body", area, body, version] => {
                    let key = (area.parse().unwrap(), body.parse().unwrap());
                    self.bodies.insert(key, version.parse().unwrap());
                }
                _ => panic!("{line}"),
            }
            confirmed += 1;
        }
        self.look();
        confirmed
    }

    /// Looks at everything once more.
    pub fn check_all(&mut self) {
        self.looked_at.clear();
        self.look();
    }

    fn look(&mut self) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let db = Db::open(&self.address).await.unwrap();
            let found = areas::list(&mut db.read().await.unwrap()).await.unwrap();
            let found: BTreeSet<AreaId> = found.into_iter().map(|area| area.id).collect();
            let lost: Vec<_> = self.areas.difference(&found).collect();
            assert!(lost.is_empty(), "confirmed and lost: {lost:?}");
            let new: Vec<AreaId> = found.difference(&self.looked_at).copied().collect();
            for area in new {
                self.look_at(&db, area).await;
                self.looked_at.insert(area);
            }
            db.close().await;
        });
    }

    /// An area is there whole, with all that was confirmed in it, and its records tell exactly what is there.
    async fn look_at(&self, db: &Db, area: AreaId) {
        let sight = keeper(area);
        let mut tx = db.read().await.unwrap();
        let bodies = bodies::list(&mut tx, &sight).await.unwrap();
        for (&(_, body), &version) in self.bodies.range((area, BodyId(Uuid::nil()))..=(area, BodyId(Uuid::max()))) {
            let found = bodies.iter().find(|found| found.id == body).map(|found| found.version);
            assert!(found >= Some(version), "{body} was confirmed at version {version} and is at {found:?}");
        }
        let positions = positions::list(&mut tx, &sight).await.unwrap();
        let people = staff::list(&mut tx, &sight).await.unwrap();
        let tenures = positions::list_tenures(&mut tx, &sight).await.unwrap();
        assert_eq!((positions.len(), people.len(), tenures.len()), (PARTS, PARTS, PARTS), "{area} is half there");
        assert!(positions.iter().all(|position| position.roles.len() == 1), "{area}: a position without its role");

        let rows = audit::list_after(&mut tx, &sight, None, RECORDS_MAX).await.unwrap();
        let acts: Vec<String> = rows
            .into_iter()
            .map(|row| match row {
                Row::Record(record, _) => record.act,
                Row::Unreadable(seq) => panic!("{area}: the record {seq} cannot be read"),
            })
            .collect();
        let times = |act: &str| acts.iter().filter(|done| *done == act).count();
        let saves: i64 = bodies.iter().map(|body| body.version - 1).sum();
        assert_eq!(times("area.load"), 1, "{area}: {acts:?}");
        assert_eq!(PARTS + times("body.add"), bodies.len(), "{area}: bodies and their records");
        assert_eq!(i64::try_from(times("body.save")), Ok(saves), "{area}: saves and their records");
        drop(tx);
        let viewer = Viewer::keeper(area, "prova".to_owned());
        let verdict = saves::app(db.clone()).verify_audit(&viewer, &[], &mut |_| {}).await.unwrap();
        assert!(verdict.is_whole(), "{area}: {verdict:?}");
    }
}
