// SPDX-License-Identifier: AGPL-3.0-or-later
//! A small office of Valdoro on a real database, a clock that the test moves, and an outsider with plain SQL.

use ambito_app::{Address, App, Db, Viewer};
use ambito_base::{Clock, Random, Timestamp, Uuid};
use ambito_domain::office::{AreaId, BodyId, Duty, Reach, Role, Seat, StaffId, Standing};
use ambito_testbed::{Database, Postgres};
use sqlx::Connection as _;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use tempfile::TempDir;

/// 2027-01-10, noon.
const BEGIN_SECONDS: i64 = 1_799_582_400;

/// Time goes on by a second at every look.
pub struct Watch(AtomicI64);

impl Clock for Watch {
    fn now(&self) -> Timestamp {
        Timestamp::from_second(self.0.fetch_add(1, Ordering::Relaxed)).unwrap()
    }
}

/// Numbers that differ, the same in every run.
struct Dice(AtomicU64);

impl Random for Dice {
    fn fill(&self, bytes: &mut [u8]) {
        for byte in bytes {
            let next = self.0.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::Relaxed);
            *byte = (next ^ next >> 31).wrapping_mul(0xbf58_476d_1ce4_e5b9).to_be_bytes()[0];
        }
    }
}

/// The database, and how an outsider reaches it.
enum Place {
    Sqlite(PathBuf, #[expect(dead_code, reason = "held: the folder goes with it")] TempDir),
    Postgres(Database),
}

/// The office.
pub struct Office {
    pub app: App,
    pub area: AreaId,
    pub watch: Arc<Watch>,
    place: Place,
}

impl Office {
    /// One on each database.
    pub async fn both() -> [Self; 2] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("office.db");
        let database = Postgres::shared().unwrap().database().unwrap();
        let addresses = [Address::Sqlite(path.clone()), database.url().parse().unwrap()];
        let [one, other] = addresses;
        [Self::on(one, Place::Sqlite(path, folder)).await, Self::on(other, Place::Postgres(database)).await]
    }

    async fn on(address: Address, place: Place) -> Self {
        let watch = Arc::new(Watch(AtomicI64::new(BEGIN_SECONDS)));
        let app = App::new(Db::open(&address).await.unwrap(), watch.clone(), Arc::new(Dice(AtomicU64::new(1))));
        let outline = serde_json::json!({
            "name": "Valdoro",
            "body": [
                {"key": "ambito", "kind": "ambit", "name": "Ambito di Valdoro"},
                {"key": "comune", "parent": "ambito", "kind": "municipality", "name": "Comune di Rocca"},
            ],
            "person": [
                {"name": "Ada Direttrice", "login": "ada", "email": "ada@valdoro.example"},
                {"name": "Bruno Sistemista", "login": "bruno"},
                {"name": "Carla Revisora", "login": "carla"},
                {"name": "Dario Tecnico", "login": "dario"},
                {"name": "Elsa Direttrice", "login": "elsa"},
            ],
            "position": [
                {"body": "ambito", "title": "Direzione", "role": [{"role": "manager", "reach": "subtree"}],
                 "held": [{"by": "ada", "from": "2026-01-01"}, {"by": "elsa", "from": "2026-01-01"}]},
                {"body": "ambito", "title": "Sistemi", "role": [{"role": "administrator", "reach": "subtree"}],
                 "held": [{"by": "bruno", "from": "2026-01-01"}]},
                {"body": "ambito", "title": "Revisione", "role": [{"role": "auditor", "reach": "subtree"}],
                 "held": [{"by": "carla", "from": "2026-01-01"}]},
                {"body": "comune", "title": "Programmazione", "role": [{"role": "programmer", "reach": "subtree"}],
                 "held": [{"by": "dario", "from": "2026-01-01", "to": "2026-12-31"}]},
            ],
        });
        let area = app.load_area(&serde_json::from_value(outline).unwrap(), "prova").await.unwrap().area;
        Self { app, area, watch, place }
    }

    /// Moves the clock.
    pub fn wait_days(&self, days: i64) {
        self.watch.0.fetch_add(days * 86_400, Ordering::Relaxed);
    }

    /// Somebody with a role over the whole area.
    pub async fn viewer(&self, login: &str, role: Role) -> Viewer {
        let keeper = Viewer::keeper(self.area, "prova".to_owned());
        let people = self.app.list_staff(&keeper).await.unwrap();
        let person = people.into_iter().find(|person| person.login == login).unwrap();
        let top = self.app.list_bodies(&keeper).await.unwrap().into_iter().find(|body| body.parent.is_none()).unwrap();
        let mut viewer = Viewer::public(self.area, "10.0.0.7".to_owned());
        viewer.standing = Standing { area: self.area, duties: vec![duty(role, top.id)], only: None };
        viewer.staff = Some(person.id);
        viewer.name = person.name;
        viewer
    }

    /// The id of a person.
    pub async fn person(&self, login: &str) -> StaffId {
        self.viewer(login, Role::Public).await.staff.unwrap()
    }

    /// Runs plain SQL, as somebody would who has the database in their hands.
    pub async fn sql(&self, text: &str) {
        match &self.place {
            Place::Sqlite(path, _) => {
                let mut connection =
                    sqlx::SqliteConnection::connect(&format!("sqlite://{}", path.display())).await.unwrap();
                sqlx::raw_sql(sqlx::AssertSqlSafe(text.to_owned())).execute(&mut connection).await.unwrap();
                connection.close().await.unwrap();
            }
            Place::Postgres(database) => drop(database.sql(text).unwrap()),
        }
    }

    /// Whether it is on SQLite.
    pub fn is_sqlite(&self) -> bool {
        matches!(self.place, Place::Sqlite(..))
    }

    /// Bytes as the database writes them.
    pub fn bytes(&self, hex: &str) -> String {
        match self.place {
            Place::Sqlite(..) => format!("x'{hex}'"),
            Place::Postgres(_) => format!("'\\x{hex}'::bytea"),
        }
    }

    /// An id as the database writes it.
    pub fn id(&self, id: Uuid) -> String {
        match self.place {
            Place::Sqlite(..) => format!("x'{}'", id.simple()),
            Place::Postgres(_) => format!("'{id}'::uuid"),
        }
    }
}

fn duty(role: Role, top: BodyId) -> Duty {
    Duty { role, body: top, reach: Reach::Subtree, bodies: [top].into(), seat: Seat::Top }
}
