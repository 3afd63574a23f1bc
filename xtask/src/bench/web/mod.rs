// SPDX-License-Identifier: AGPL-3.0-or-later
//! `cargo xtask bench web`: two pages of nodes of the demonstration's plans, for somebody who signed in and may see them,
//! under 64 connections; beside them a server of the same libraries that only gives one row by its key, and the same pages
//! in Django. Each server has its turn, several times; the median turn counts.
//!
//! One page shows no names; the other names people, so that each look is put on record before it is answered, in Django
//! as in Ambito. What else is measured: the memory of an office that nobody uses, and the filing of a large document.

mod http;
mod load;
mod servers;
mod table;

use super::measure::Measure;
use super::{MB, inputs, one_file, report};
use crate::fixtures::{debian, python};
use crate::{house, shell};
use ambito_testbed::{Durability, Postgres};
use anyhow::{Context, Result, bail};
use load::{Target, Turn};
use servers::{Server, seed_django};
use std::path::PathBuf;
use table::{Page, Store};

/// The Python packages, pinned.
const PACKAGES: &[(&str, &str)] =
    &[("django", "5.2.19"), ("gunicorn", "27.0.1"), ("psycopg", "3.3.9"), ("psycopg-binary", "3.3.9")];
/// How often each server has its turn.
const TURNS: usize = 3;
/// How long a turn is, and what is asked before it and not counted.
const TURN_SECONDS: u32 = 10;
const WARM_SECONDS: u32 = 2;
/// The same for `--quick`.
const QUICK_SECONDS: u32 = 3;
/// The pages: what they are, and words of the node's title.
const PAGES: [(&str, &str); 2] = [
    ("without names: indicators, costs, a timetable, totals, a table", "Punto vicino porta unica"),
    ("with names, put on record: people, budget, totals", "Coordinamento dell'Ufficio di Piano"),
];
/// The body whose plans they are.
const BODY: &str = "Ambito di Valdoro";
/// The size of the large document.
const LARGE_MB: u64 = 64;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Choice {
    turns: usize,
    seconds: u32,
    filing: bool,
    report: bool,
    profile: house::Profile,
}

/// Runs it with what stands behind `bench web`.
pub fn run(flags: &[String]) -> Result<()> {
    let mut choice =
        Choice { turns: TURNS, seconds: TURN_SECONDS, filing: true, report: true, profile: house::Profile::Release };
    for flag in flags {
        match flag.as_str() {
            // Half a measure is not reported.
            "--quick" => {
                (choice.turns, choice.seconds, choice.filing, choice.report) = (1, QUICK_SECONDS, false, false)
            }
            // To try the benchmark itself, without waiting for the program as it is shipped.
            "--dev" => (choice.profile, choice.report) = (house::Profile::Dev, false),
            "--no-report" => choice.report = false,
            other => bail!("`{other}` is none of --quick, --dev, --no-report"),
        }
    }
    let bench = Bench::ready(choice.profile)?;
    let folder = tempfile::tempdir().context("a folder for the measure")?;
    let sqlite = folder.path().join("ufficio.db").display().to_string();
    let large = folder.path().join("grande.db").display().to_string();
    let mut stores = vec![bench.store("SQLite", &sqlite, &large, choice)?];
    eprint!("{}", table::whole(&stores));
    // As in an office: what is confirmed is on the disk.
    let server = Postgres::start_own(Durability::Kept)?;
    let (office, filed) = (server.database()?, server.database()?);
    stores.push(bench.store("PostgreSQL", office.url(), filed.url(), choice)?);
    let text = format!("{}\n\n{}", bench.versions()?, table::whole(&stores));
    println!("\n{text}");
    if choice.report { report::write("bench web", "cargo xtask bench web", &text) } else { Ok(()) }
}

/// Everything that is needed.
struct Bench {
    ambito: PathBuf,
    bare: PathBuf,
    python: PathBuf,
    inputs: PathBuf,
}

impl Bench {
    /// Builds and installs what is missing.
    fn ready(profile: house::Profile) -> Result<Self> {
        debian("wrk")?;
        let inputs = house::target_dir()?.join("bench");
        let python = python(&inputs.join("django"), PACKAGES)?;
        let ambito = house::build_ambito(profile)?;
        let arguments = ["--package", "ambito-web", "--example", "bare_row"];
        let bare = house::build(profile, &arguments, "examples/bare_row")?;
        Ok(Self { ambito, bare, python, inputs })
    }

    /// All that is measured on one kind of database.
    fn store(&self, name: &'static str, office: &str, large: &str, choice: Choice) -> Result<Store> {
        self.open_office(office)?;
        let demo: Vec<PathBuf> = house::demo_documents()?;
        self.import(office, &demo)?;
        let ambito = Server::ambito(&self.ambito, office)?;
        let mut visitor = ambito.visitor()?;
        let mut places = Vec::new();
        for (what, words) in PAGES {
            let hits = visitor.look(&format!("/plans/search?q={}", words.replace(' ', "+").replace('\'', "%27")))?;
            let path =
                hits.split("href=\"").filter_map(|rest| rest.split('"').next()).find(|path| path.contains("/nodes/"));
            places.push((what, path.with_context(|| format!("no node is called {words}"))?.to_owned()));
        }
        visitor.look(&places[0].1)?;
        let idle_kb = ambito.memory_kb()?;
        let session = seed_django(&self.python, office)?;
        let django = Server::django(&self.python, office)?;
        let mut pages = Vec::new();
        for (what, path) in places {
            let bare = Server::bare(&self.bare, office, &path)?;
            let targets =
                [ambito.target(&path, &visitor.cookie()), bare.target("/row", ""), django.target(&path, &session)];
            let [ambito, bare, django] = by_turns(&targets, choice)?;
            pages.push(Page { what, ambito, bare, django });
        }
        let busy_kb = ambito.memory_kb()?;
        drop((ambito, django));
        let filing = if choice.filing { Some(self.filing(large)?) } else { None };
        Ok(Store { name, pages, idle_kb, busy_kb, filing })
    }

    fn open_office(&self, database: &str) -> Result<()> {
        shell::capture(house::ambito(&self.ambito).args([
            "area",
            "load",
            "demo/valdoro.toml",
            "--database",
            database,
        ]))?;
        Ok(())
    }

    fn import(&self, database: &str, documents: &[PathBuf]) -> Result<()> {
        let mut command = house::ambito(&self.ambito);
        shell::capture(command.arg("import").args(documents).args(["--body", BODY, "--database", database]))?;
        Ok(())
    }

    /// Reads a large document and files it, once.
    fn filing(&self, database: &str) -> Result<Measure> {
        let demo = house::root().join("demo").join("documenti");
        let input = one_file(&self.inputs, &demo, &inputs::FAMILIES[0], LARGE_MB * MB)?;
        self.open_office(database)?;
        let mut command = house::ambito(&self.ambito);
        command.arg("import").arg(&input.path).args(["--body", BODY, "--database", database]);
        super::measure::once(&mut command)
    }

    fn versions(&self) -> Result<String> {
        let ask = "import django, gunicorn, platform; print(f'Django {django.__version__}, gunicorn {gunicorn.__version__} (gthread, 5 workers of 4 threads), Python {platform.python_version()}')";
        let python = shell::capture(shell::command(&self.python).args(["-c", ask]))?;
        let wrk = shell::capture(shell::command("dpkg-query").args(["--show", "--showformat=wrk ${Version}", "wrk"]))?;
        Ok(format!("{wrk} with {} connections; {}.", load::CONNECTIONS, python.trim()))
    }
}

/// Each server in turn, and the median turn of each.
fn by_turns(targets: &[Target; 3], choice: Choice) -> Result<[Turn; 3]> {
    let mut turns: [Vec<Turn>; 3] = Default::default();
    for target in targets {
        load::run(target, WARM_SECONDS)?;
    }
    for _ in 0..choice.turns {
        for (target, turns) in targets.iter().zip(&mut turns) {
            turns.push(load::run(target, choice.seconds)?);
        }
    }
    Ok(turns.map(|mut turns| {
        turns.sort_unstable();
        turns[turns.len() / 2]
    }))
}
