// SPDX-License-Identifier: AGPL-3.0-or-later
//! `cargo xtask bench pdf`: large PDFs whose every cell is known, read by Ambito and by the programs that people use
//! for it, in one run: `pdftotext -layout` of Debian, which finds no tables, and the Python libraries pdfplumber and
//! pymupdf.
//!
//! The cells of Ambito are those of its blocks, before anything is understood (`bench-cells`, a program of this
//! package); time and memory are those of the whole `ambito read`, with its JSON.

mod memory;
mod table;
mod turns;

use super::report;
use crate::fixtures::{self, debian, python};
use crate::{house, shell};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use table::{Cells, Measured};
use turns::{Runner, measure};

/// The documents, as `cargo xtask fixtures --bench` names them; the short ones first.
const DOCUMENTS: &[(&str, Look)] = &[
    ("peg-30.righe", Look::Ruled),
    ("peg-30.senza-righe", Look::Unruled),
    ("peg-600.righe", Look::Ruled),
    ("peg-600.senza-righe", Look::Unruled),
    ("tabella-200.righe", Look::Ruled),
    ("tabella-200.senza-righe", Look::Unruled),
];
/// How many of them `--quick` measures.
const QUICK: usize = 2;
/// The libraries, pinned: another version may find other cells. pymupdf 2.0 asks a neural network where the tables are, takes
/// seconds for a page and finds fewer of these cells, so that the last version before it is the better measure.
const LIBRARIES: &[(&str, &str)] = &[("pdfplumber", "0.11.10"), ("pymupdf", "1.28.2")];

/// Whether lines are drawn around the cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    Ruled,
    Unruled,
}

impl Look {
    const fn word(self) -> &'static str {
        match self {
            Self::Ruled => "ruled",
            Self::Unruled => "unruled",
        }
    }
}

/// Runs it with what stands behind `bench pdf`.
pub fn run(flags: &[String]) -> Result<()> {
    let (mut count, mut is_reported) = (DOCUMENTS.len(), true);
    for flag in flags {
        match flag.as_str() {
            // Half a measure is not reported.
            "--quick" => (count, is_reported) = (QUICK, false),
            "--no-report" => is_reported = false,
            other => bail!("`{other}` is none of --quick, --no-report"),
        }
    }
    let bench = Bench::ready()?;
    let mut measured = Vec::new();
    for &(name, look) in &DOCUMENTS[..count] {
        let rows = bench.document(name, look)?;
        eprint!("{}", table::rows(&rows));
        measured.push(rows);
    }
    let text = table::whole(&measured, &bench.versions()?);
    println!("\n{text}");
    if is_reported { report::write("bench pdf", "cargo xtask bench pdf", &text) } else { Ok(()) }
}

/// Everything that is needed.
struct Bench {
    folder: PathBuf,
    ambito: PathBuf,
    cells: PathBuf,
    python: PathBuf,
}

impl Bench {
    /// Builds and installs what is missing, and makes the documents once.
    fn ready() -> Result<Self> {
        debian("poppler-utils")?;
        let folder = house::target_dir()?.join("bench").join("pdf");
        let is_made = |(name, _): &(&str, Look)| folder.join(format!("{name}.pdf")).is_file();
        if !DOCUMENTS.iter().all(is_made) {
            fixtures::large(&folder)?;
        }
        let arguments = ["--package", "xtask", "--bin", "bench-cells", "--features", "library-bench"];
        let cells = house::build(house::Profile::Release, &arguments, "bench-cells")?;
        let ambito = house::build_ambito(house::Profile::Release)?;
        let python = python(&folder.join("python"), LIBRARIES)?;
        Ok(Self { folder, ambito, cells, python })
    }

    /// One document, by turns: Ambito first.
    fn document(&self, name: &str, look: Look) -> Result<Measured> {
        let pdf = self.folder.join(format!("{name}.pdf"));
        let truth = self.folder.join(format!("{name}.cells.tsv"));
        let mut runners = vec![self.reading(&pdf), layout(&pdf)];
        runners.extend(LIBRARIES.iter().map(|&(library, _)| self.library(library, name, look)));
        let turns = measure(&mut runners)?;
        let mut rows = Vec::new();
        for (runner, turn) in runners.iter().zip(turns) {
            let found = runner.output.as_deref().map(|found| self.compare(name, runner.name, &truth, found));
            rows.push((runner.name, turn, found.transpose()?));
        }
        let found = self.folder.join(format!("{name}.ambito.tsv"));
        let text = shell::capture(shell::command(&self.cells).arg("read").arg(&self.ambito).arg(&pdf))?;
        std::fs::write(&found, text).with_context(|| format!("{} cannot be written", found.display()))?;
        if let Some((ambito, _, cells)) = rows.first_mut() {
            *cells = Some(self.compare(name, ambito, &truth, &found)?);
        }
        Ok(Measured { name: name.to_owned(), pages: pages(&pdf)?, rows })
    }

    fn reading(&self, pdf: &Path) -> Runner {
        let mut command = house::ambito(&self.ambito);
        command.args(["read", "--format", "json"]).arg(pdf);
        Runner { name: "ambito", command, output: None }
    }

    fn library(&self, library: &'static str, name: &str, look: Look) -> Runner {
        let mut command = shell::command(&self.python);
        command.arg(house::root().join("xtask/src/bench/pdf/peers.py")).args([library, look.word()]);
        command.arg(self.folder.join(format!("{name}.pdf")));
        Runner { name: library, command, output: Some(self.folder.join(format!("{name}.{library}.tsv"))) }
    }

    /// How many cells are right; those that are not stand in `NAME.PROGRAM.wrong`, for whoever mends the layout.
    fn compare(&self, name: &str, program: &str, truth: &Path, found: &Path) -> Result<Cells> {
        let answer = shell::capture(shell::command(&self.cells).arg("compare").arg(truth).arg(found))?;
        let (counts, wrong) = answer.split_once('\n').context("`bench-cells` counted nothing")?;
        let list = self.folder.join(format!("{name}.{program}.wrong"));
        std::fs::write(&list, wrong).with_context(|| format!("{} cannot be written", list.display()))?;
        let (right, all) = counts.split_once(' ').context("`bench-cells` gave no two numbers")?;
        Ok(Cells { right: right.parse()?, all: all.parse()? })
    }

    fn versions(&self) -> Result<String> {
        let asked = shell::command("pdftotext").arg("-v").output().context("`pdftotext` cannot be started")?;
        let said = String::from_utf8_lossy(&asked.stderr);
        let poppler = said.lines().next().unwrap_or_default().replace("version ", "");
        let python = shell::capture(shell::command(&self.python).arg("--version"))?;
        let libraries = LIBRARIES.iter().map(|(name, version)| format!("{name} {version}"));
        Ok([poppler].into_iter().chain(libraries).chain([python.trim().to_owned()]).collect::<Vec<_>>().join(", "))
    }
}

fn layout(pdf: &Path) -> Runner {
    let mut command = shell::command("pdftotext");
    command.arg("-layout").arg(pdf).arg("-");
    Runner { name: "pdftotext", command, output: None }
}

fn pages(pdf: &Path) -> Result<u64> {
    let said = shell::capture(shell::command("pdfinfo").arg(pdf))?;
    let pages = said.lines().find_map(|line| line.strip_prefix("Pages:")).context("`pdfinfo` names no pages")?;
    Ok(pages.trim().parse()?)
}
