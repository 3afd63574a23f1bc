// SPDX-License-Identifier: AGPL-3.0-or-later
//! The program that is killed: whole areas at once, bodies added and saved one by one, each told once it is committed.

use ambito_app::office::{
    AreaOutline, BodyInput, BodyOutline, HeldOutline, PersonOutline, PositionOutline, RoleOutline,
};
use ambito_app::{Address, App, Db, Viewer};
use ambito_base::{Clock, Random, Timestamp, Uuid};
use ambito_domain::office::{AreaId, BodyId};
use std::collections::BTreeMap;
use std::process::Command;
use std::sync::Arc;

/// Where this is set, the test program is the one to be killed.
const DATABASE_VARIABLE: &str = "AMBITO_KILL_DATABASE";
/// How many bodies, positions and people a whole area has.
pub const PARTS: usize = 12;
/// How many bodies are added to an area one by one, each saved once more.
const ADDED: usize = 6;

struct Outside;

impl Clock for Outside {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

impl Random for Outside {
    fn fill(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes).unwrap();
    }
}

/// Whether this process is the one to be killed.
pub fn is_child() -> bool {
    std::env::var_os(DATABASE_VARIABLE).is_some()
}

/// Whether a line confirms something; the others are the test runner's.
pub fn is_confirmation(line: &str) -> bool {
    line.starts_with("area ") || line.starts_with("body ")
}

/// This test program once more, as the one to be killed.
pub fn command(test: &str, address: &Address) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", test, "--nocapture"]).env(DATABASE_VARIABLE, written(address));
    command
}

/// The address as `Address` reads it.
pub fn written(address: &Address) -> String {
    match address {
        Address::Sqlite(path) => path.display().to_string(),
        Address::Postgres(url) => url.clone(),
    }
}

/// The use cases over a database.
pub fn app(db: Db) -> App {
    App::new(db, Arc::new(Outside), Arc::new(Outside))
}

/// Works until it is killed.
pub fn work() {
    let address: Address = std::env::var(DATABASE_VARIABLE).unwrap().parse().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let app = app(Db::open(&address).await.unwrap());
        loop {
            let area = app.load_area(&outline(), "prova").await.unwrap().area;
            println!("area {area}");
            add_and_save(&app, area).await;
        }
    });
}

async fn add_and_save(app: &App, area: AreaId) {
    let viewer = Viewer::keeper(area, "prova".to_owned());
    for number in 0..ADDED {
        let mut input =
            BodyInput { kind: "office".to_owned(), name: format!("Ufficio {number}"), ..Default::default() };
        let body = app.add_body(&viewer, BodyId(app.fresh_id()), &input).await.unwrap();
        println!("body {area} {body} 1");
        input.name.push_str(" nuovo");
        app.save_body(&viewer, body, 1, &input).await.unwrap();
        println!("body {area} {body} 2");
    }
}

/// A whole area, with a name of its own.
pub fn outline() -> AreaOutline {
    let mut name = [0; 16];
    Outside.fill(&mut name);
    let numbers = || 0..PARTS;
    let key = |number: usize| format!("k{number}");
    let parent = |number: usize| if number == 0 { String::new() } else { key((number - 1) / 2) };
    let body = |number: usize| BodyOutline {
        key: key(number),
        parent: parent(number),
        kind: "office".to_owned(),
        name: format!("Ente {number}"),
        ..Default::default()
    };
    let person =
        |number: usize| PersonOutline { name: format!("P {number}"), login: key(number), ..Default::default() };
    let position = |number: usize| PositionOutline {
        body: key(number),
        title: format!("Incarico {number}"),
        role: vec![RoleOutline { role: "administrator".to_owned(), reach: "subtree".to_owned() }],
        held: vec![HeldOutline { by: key(number), from: "2020-01-01".to_owned(), to: String::new() }],
    };
    AreaOutline {
        name: format!("Valdoro {}", Uuid::from_bytes(name)),
        settings: BTreeMap::new(),
        body: numbers().map(body).collect(),
        person: numbers().map(person).collect(),
        position: numbers().map(position).collect(),
    }
}
