// SPDX-License-Identifier: AGPL-3.0-or-later
//! The program as people run it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod audit;
mod bad;
mod check;
mod copies;
mod help;
mod import;
mod office;
mod output;
mod page;
mod problems;
mod read;
mod rendered;

use std::path::Path;
use std::process::{Command, Output};

/// The program, in a folder, with no language in its environment.
fn ambito(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ambito"));
    command.current_dir(folder).args(arguments).env_remove("LC_ALL").env_remove("LC_MESSAGES").env_remove("LANG");
    command
}

/// What a run gave.
#[derive(Debug)]
struct Run {
    code: Option<i32>,
    out: String,
    err: String,
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Self { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }
}

fn run(folder: &Path, arguments: &[&str]) -> Run {
    ambito(folder, arguments).output().unwrap().into()
}

/// A folder with a small plan, an empty file and a PDF of which little is left.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("piano.txt"), PLAN).unwrap();
    std::fs::write(folder.path().join("vuoto.txt"), "").unwrap();
    std::fs::write(folder.path().join("piano.pdf"), "%PDF-1.7\n%âãÏÓ\n1 0 obj\n").unwrap();
    folder
}

const PLAN: &str = "\
Comune di Castelvento

Piano Esecutivo di Gestione 2027

2027_PD_1101

Coordinamento dell'Ufficio di Piano

Obiettivo di miglioramento

2027_OB_1101_1 Rendere più rapida la rendicontazione

Codice indicatore\tIndicatore\tValore previsto 2027
M_1101_1_1\tN. incontri con i referenti dei Comuni\t8
\tNota:
";
