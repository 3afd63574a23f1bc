// SPDX-License-Identifier: AGPL-3.0-or-later
//! Killed at any moment, Ambito loses nothing that it has confirmed and leaves nothing half done.
//!
//! A program works on a database and says on standard output what it has committed; after a random while it is killed
//! with SIGKILL. Then the database is opened as always: what was said is there, every whole thing is whole, and the
//! chain of records holds. `AMBITO_KILL_SEED` repeats the moments of a run that failed (it is printed).

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a test that cannot go on has failed, and says why")]

mod chance;
mod imports;
mod kill;
mod readings;
mod saves;
mod whole_areas;
mod whole_plans;

use ambito_app::Address;
use ambito_testbed::Postgres;
use chance::Chance;
use imports::Imports;
use std::path::Path;
use whole_areas::WholeAreas;

/// How often a program is killed, in all: with the four numbers below, 200 times.
const SAVES_ON_SQLITE: u64 = 120;
const SAVES_ON_POSTGRESQL: u64 = 20;
const IMPORTS_ON_SQLITE: u64 = 50;
const IMPORTS_ON_POSTGRESQL: u64 = 10;
/// After how many times a new SQLite file is begun, so that beginnings are cut short as well.
const TIMES_A_FILE: u64 = 10;

#[test]
fn no_confirmed_save_is_lost_on_sqlite() {
    if saves::is_child() {
        return saves::work();
    }
    let folder = tempfile::tempdir().unwrap();
    let mut chance = Chance::from_environment();
    for file in 0..SAVES_ON_SQLITE / TIMES_A_FILE {
        let address = Address::Sqlite(folder.path().join(format!("{file}.db")));
        save("no_confirmed_save_is_lost_on_sqlite", address, TIMES_A_FILE, &mut chance);
    }
}

#[test]
fn no_confirmed_save_is_lost_on_postgresql() {
    if saves::is_child() {
        return saves::work();
    }
    let database = Postgres::shared().unwrap().database().unwrap();
    let address = Address::Postgres(database.url().to_owned());
    let mut chance = Chance::from_environment();
    save("no_confirmed_save_is_lost_on_postgresql", address, SAVES_ON_POSTGRESQL, &mut chance);
}

#[test]
fn no_confirmed_import_is_lost_on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let mut chance = Chance::from_environment();
    for file in 0..IMPORTS_ON_SQLITE / TIMES_A_FILE {
        let address = Address::Sqlite(folder.path().join(format!("{file}.db")));
        import(address, folder.path(), TIMES_A_FILE, &mut chance);
    }
}

#[test]
fn no_confirmed_import_is_lost_on_postgresql() {
    let folder = tempfile::tempdir().unwrap();
    let database = Postgres::shared().unwrap().database().unwrap();
    let address = Address::Postgres(database.url().to_owned());
    import(address, folder.path(), IMPORTS_ON_POSTGRESQL, &mut Chance::from_environment());
}

#[test]
fn a_reading_that_was_cut_short_is_made_again() {
    readings::cut_short(&mut Chance::from_environment());
}

/// Lets this test program save as another process, and kills it, some times.
fn save(test: &str, address: Address, times: u64, chance: &mut Chance) {
    let mut confirmed = 0;
    let mut areas = WholeAreas::new(address);
    for _ in 0..times {
        let said = kill::once(saves::command(test, areas.address()), saves::is_confirmation, chance);
        confirmed += areas.check(&said);
    }
    areas.check_all();
    assert!(confirmed > times, "only {confirmed} saves were confirmed: the moments come too soon");
}

/// Lets Ambito file documents, and kills it, some times.
fn import(address: Address, folder: &Path, times: u64, chance: &mut Chance) {
    let mut confirmed = 0;
    let mut imports = Imports::new(address, folder);
    for _ in 0..times {
        let said = kill::once(imports.command(), imports::is_confirmation, chance);
        confirmed += imports.check(&said);
    }
    imports.check_all();
    assert!(confirmed > times, "only {confirmed} imports were confirmed: the moments come too soon");
}
