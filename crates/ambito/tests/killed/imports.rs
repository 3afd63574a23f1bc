// SPDX-License-Identifier: AGPL-3.0-or-later
//! The program that is killed: `ambito import` with many documents, each in a transaction of its own.

use crate::saves;
use crate::whole_plans::WholePlans;
use ambito_app::{Address, Db};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// How many documents a program is given; it is killed before it comes to the last.
const DOCUMENTS: usize = 24;
/// What the documents are made of: two plans that every import brings a new version of.
const BASES: &[&str] = &["piano-obiettivi.md", "programma-fondi.txt"];

/// A database into which documents are filed.
pub struct Imports {
    plans: WholePlans,
    folder: PathBuf,
    round: usize,
}

/// Whether a line confirms something.
pub fn is_confirmation(line: &str) -> bool {
    line.starts_with('{')
}

impl Imports {
    /// A database with an area and the first version of each plan, filed without a kill.
    pub fn new(address: Address, folder: &Path) -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let area = runtime.block_on(async {
            let db = Db::open(&address).await.unwrap();
            let loaded = saves::app(db.clone()).load_area(&saves::outline(), "prova").await.unwrap();
            db.close().await;
            loaded.area
        });
        let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/documenti");
        let mut first = ambito(&address);
        let output = first.args(BASES.iter().map(|name| demo.join(name))).stderr(Stdio::inherit()).output().unwrap();
        assert!(output.status.success());
        let mut plans = WholePlans::new(address, area);
        assert_eq!(plans.check(&String::from_utf8(output.stdout).unwrap()), BASES.len() as u64);
        Self { plans, folder: folder.to_owned(), round: 0 }
    }

    /// Ambito with documents that it has not seen yet.
    pub fn command(&mut self) -> Command {
        self.round += 1;
        let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/documenti");
        let mut command = ambito(self.plans.address());
        // One reads and files at a time: which comes next is then sure, and the moments are about filing.
        command.args(["--threads", "1"]);
        for number in 0..DOCUMENTS {
            let base = BASES[number % BASES.len()];
            let text = fs::read_to_string(demo.join(base)).unwrap();
            let path = self.folder.join(format!("{}-{number}-{base}", self.round));
            // Another file, which says the same.
            let empty_lines = "\n".repeat(self.round * DOCUMENTS + number);
            fs::write(&path, text + &empty_lines).unwrap();
            command.arg(path);
        }
        command
    }

    /// Takes in what was said before the kill, and looks at what the database holds; gives how much was said.
    pub fn check(&mut self, said: &str) -> u64 {
        self.plans.check(said)
    }

    /// Looks at everything once more.
    pub fn check_all(&mut self) {
        self.plans.check_all();
    }
}

fn ambito(address: &Address) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ambito"));
    command.args(["import", "--format", "json", "--database", &saves::written(address)]).stderr(Stdio::null());
    command
}
