// SPDX-License-Identifier: AGPL-3.0-or-later
//! `cargo xtask bench`: measures the program as it is shipped, on inputs made here, beside other programs on the same
//! input in the same run. What it finds is reported in `docs/performance.md` and never asserted: a machine that is
//! busy is no defect.

mod inputs;
mod measure;
mod pdf;
mod report;
mod web;

use crate::{house, shell};
use anyhow::{Context, Result, bail};
use inputs::FAMILIES;
use measure::{Measure, best_of_runs, megabytes_per_second, memory_per_byte, milliseconds, ratio};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A MB is a million bytes.
const MB: u64 = 1_000_000;
/// The sizes of one file, in MB; `--quick` leaves the last out.
const SIZES_MB: &[u64] = &[1, 8, 64];
/// The size of one file of the mixed folder, in MB.
const FOLDER_FILE_MB: u64 = 1;
/// The real documents, where they are: beside the project, never in it.
const REAL_DOCUMENTS: &str = "../shared/documents";

/// What to measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Choice {
    command: Timed,
    library: bool,
    quick: bool,
    report: bool,
}

/// The command that is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Timed {
    Read,
    Check,
}

impl Timed {
    const fn word(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Check => "check",
        }
    }
}

/// An input that was made.
struct Input {
    name: String,
    path: PathBuf,
    bytes: u64,
}

/// Runs a benchmark.
pub fn run(args: &[String]) -> Result<()> {
    if let Some(("pdf", flags)) = args.split_first().map(|(name, flags)| (name.as_str(), flags)) {
        return pdf::run(flags);
    }
    if let Some(("web", flags)) = args.split_first().map(|(name, flags)| (name.as_str(), flags)) {
        return web::run(flags);
    }
    let choice = chosen(args)?;
    let folder = house::target_dir()?.join("bench");
    let demo = house::root().join("demo").join("documenti");
    if choice.library {
        let files = sized_files(&folder, &demo, choice)?;
        return library(&files, choice);
    }
    let program = house::build_ambito(house::Profile::Release)?;
    let table = whole_program(&program, &folder, &demo, choice)?;
    println!("\n{table}");
    let name = format!("bench {}", choice.command.word());
    if choice.report { report::write(&name, &format!("cargo xtask {name}"), &table) } else { Ok(()) }
}

fn chosen(args: &[String]) -> Result<Choice> {
    let (command, flags) = match args.split_first().map(|(name, flags)| (name.as_str(), flags)) {
        Some(("read", flags)) => (Timed::Read, flags),
        Some(("check", flags)) => (Timed::Check, flags),
        _ => bail!("usage: cargo xtask bench read|check|pdf|web [--library] [--quick] [--no-report]"),
    };
    let mut choice = Choice { command, library: false, quick: false, report: true };
    for flag in flags {
        match flag.as_str() {
            "--library" if command == Timed::Read => choice.library = true,
            // Half a measure is not reported.
            "--quick" => (choice.quick, choice.report) = (true, false),
            "--no-report" => choice.report = false,
            other => bail!("`{other}` is none of --library, --quick, --no-report"),
        }
    }
    Ok(choice)
}

/// The command on files, a folder and the real documents, then the peers.
fn whole_program(program: &Path, folder: &Path, demo: &Path, choice: Choice) -> Result<String> {
    let mut rows = Rows::new();
    let sized = sized_files(folder, demo, choice)?;
    for input in &sized {
        for threads in [1, 2] {
            let measure = best_of_runs(&mut ambito(program, choice.command, threads, &[&input.path]))?;
            rows.add(&input.name, threads, input.bytes, measure);
        }
    }
    for family in FAMILIES.iter().skip(1) {
        let input = one_file(folder, demo, family, 8 * MB)?;
        rows.add(&input.name, 1, input.bytes, best_of_runs(&mut ambito(program, choice.command, 1, &[&input.path]))?);
    }
    let mixed = mixed_folder(folder, demo, choice)?;
    for threads in [1, 2] {
        rows.add(
            &mixed.name,
            threads,
            mixed.bytes,
            best_of_runs(&mut ambito(program, choice.command, threads, &[&mixed.path]))?,
        );
    }
    let mut table = rows.table;
    table.push('\n');
    table.push_str(&ratios(&rows.first_thread));
    table.push_str(&real_documents(program, choice.command)?);
    let largest = sized.last().context("no input was made")?;
    let ours = rows.first_thread.iter().find(|(bytes, _)| *bytes == largest.bytes).context("no measure was made")?;
    table.push_str(&match choice.command {
        Timed::Read => peers(largest, ours.1)?,
        Timed::Check => beside_reading(program, largest, ours.1)?,
    });
    Ok(table)
}

/// The rows of the table, and the times of the first family by size.
struct Rows {
    table: String,
    first_thread: Vec<(u64, Measure)>,
}

impl Rows {
    fn new() -> Self {
        let head = "| input | threads | ms | MB/s | memory, bytes per byte beyond the input |\n";
        Self { table: format!("{head}| --- | ---: | ---: | ---: | ---: |\n"), first_thread: Vec::new() }
    }

    fn add(&mut self, name: &str, threads: u32, bytes: u64, measure: Measure) {
        let row = format!(
            "| {name} | {threads} | {} | {} | {} |\n",
            milliseconds(measure.time),
            megabytes_per_second(bytes, measure.time),
            memory_per_byte(measure.peak_bytes, bytes),
        );
        eprint!("{row}");
        self.table.push_str(&row);
        if threads == 1 && name.starts_with(FAMILIES[0].name) {
            self.first_thread.push((bytes, measure));
        }
    }
}

fn ratios(measures: &[(u64, Measure)]) -> String {
    let mut text = String::new();
    for pair in measures.windows(2) {
        let [(small, first), (large, second)] = pair else { continue };
        text.push_str(&format!(
            "- {} MB takes {} times as long as {} MB (one thread).\n",
            large / MB,
            ratio(second.time, first.time),
            small / MB,
        ));
    }
    text
}

/// The five real documents in one run of the program, if they are there.
fn real_documents(program: &Path, command: Timed) -> Result<String> {
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(house::root().join(REAL_DOCUMENTS)).into_iter().flatten() {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "txt") {
            paths.push(path);
        }
    }
    if paths.is_empty() {
        return Ok("- The real documents were not there.\n".to_owned());
    }
    paths.sort();
    let paths: Vec<&Path> = paths.iter().map(PathBuf::as_path).collect();
    let one = best_of_runs(&mut ambito(program, command, 1, &paths))?;
    let two = best_of_runs(&mut ambito(program, command, 2, &paths))?;
    let (one, two) = (milliseconds(one.time), milliseconds(two.time));
    Ok(format!("- The {} real documents together: {one} ms with one thread, {two} ms with two.\n", paths.len()))
}

/// What the reading alone takes of the time, in the same run.
fn beside_reading(program: &Path, input: &Input, ours: Measure) -> Result<String> {
    let read = best_of_runs(&mut ambito(program, Timed::Read, 1, &[&input.path]))?;
    Ok(format!(
        "- `ambito read` (with its JSON) on {}: {} ms; `ambito check` takes {} times that.\n",
        input.name,
        milliseconds(read.time),
        ratio(ours.time, read.time),
    ))
}

/// What other programs take for less work on the same file: counting its lines, splitting its cells.
fn peers(input: &Input, ours: Measure) -> Result<String> {
    let split = "import csv,sys\nfor row in csv.reader(open(sys.argv[1], encoding='utf-8', newline=''), \
        delimiter='\\t', quoting=csv.QUOTE_NONE): pass";
    let mut count = shell::command("wc");
    count.arg("-l").arg(&input.path);
    let mut python = shell::command("python3");
    python.args(["-c", split]).arg(&input.path);
    let mut text = String::new();
    for (name, command) in [("`wc -l` (counts lines)", &mut count), ("Python's `csv` (splits cells)", &mut python)] {
        match best_of_runs(command) {
            Ok(theirs) => text.push_str(&format!(
                "- {name} on {}: {} ms; `ambito read` takes {} times that.\n",
                input.name,
                milliseconds(theirs.time),
                ratio(ours.time, theirs.time),
            )),
            Err(error) => text.push_str(&format!("- {name}: not measured ({error}).\n")),
        }
    }
    Ok(text)
}

/// The reader inside one process, without JSON: another program of this package, built as it is shipped.
fn library(files: &[Input], choice: Choice) -> Result<()> {
    let arguments = ["--package", "xtask", "--bin", "bench-library", "--features", "library-bench"];
    let program = house::build(house::Profile::Release, &arguments, "bench-library")?;
    let table = shell::capture(shell::command(&program).args(files.iter().map(|input| &input.path)))?;
    println!("\n{table}");
    let command = "cargo xtask bench read --library";
    if choice.report { report::write("bench read --library", command, &table) } else { Ok(()) }
}

fn ambito(program: &Path, timed: Timed, threads: u32, paths: &[&Path]) -> Command {
    let mut command = house::ambito(program);
    command.args([timed.word(), "--format", "json", "--threads", &threads.to_string()]);
    if timed == Timed::Check {
        // What is found is not the question here.
        command.args(["--fail-on", "never"]);
    }
    command.args(paths);
    command
}

fn sized_files(folder: &Path, demo: &Path, choice: Choice) -> Result<Vec<Input>> {
    let sizes = &SIZES_MB[..SIZES_MB.len() - usize::from(choice.quick)];
    sizes.iter().map(|size| one_file(folder, demo, &FAMILIES[0], size * MB)).collect()
}

fn one_file(folder: &Path, demo: &Path, family: &inputs::Family, bytes: u64) -> Result<Input> {
    std::fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let extension = Path::new(family.file).extension().unwrap_or_default().to_string_lossy();
    let path = folder.join(format!("{}-{}mb.{extension}", family.name, bytes / MB));
    let written = inputs::write(family, demo, &path, bytes, 0)?;
    Ok(Input { name: format!("{}, {} MB", family.name, bytes / MB), path, bytes: written })
}

/// A folder with files of all the families in turn, as large together as the largest file.
fn mixed_folder(folder: &Path, demo: &Path, choice: Choice) -> Result<Input> {
    let sizes = &SIZES_MB[..SIZES_MB.len() - usize::from(choice.quick)];
    let megabytes = sizes.last().copied().unwrap_or(1);
    let path = folder.join(format!("mixed-{megabytes}mb"));
    std::fs::create_dir_all(&path).with_context(|| format!("{} cannot be made", path.display()))?;
    let mut bytes = 0;
    for (number, family) in (0..megabytes / FOLDER_FILE_MB).zip(FAMILIES.iter().cycle()) {
        let extension = Path::new(family.file).extension().unwrap_or_default().to_string_lossy();
        let file = path.join(format!("{number:03}-{}.{extension}", family.name));
        bytes += inputs::write(family, demo, &file, FOLDER_FILE_MB * MB, number * 1_000)?;
    }
    Ok(Input { name: format!("a folder of all families, {megabytes} MB"), path, bytes })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_its_arguments() {
        let choice = |args: &[&str]| chosen(&args.iter().map(|arg| (*arg).to_owned()).collect::<Vec<_>>());
        let whole = Choice { command: Timed::Read, library: false, quick: false, report: true };
        assert_eq!(choice(&["read"]).unwrap(), whole);
        assert_eq!(choice(&["check"]).unwrap(), Choice { command: Timed::Check, ..whole });
        assert_eq!(choice(&["read", "--quick"]).unwrap(), Choice { quick: true, report: false, ..whole });
        assert!(choice(&["check", "--library"]).is_err());
        assert!(choice(&["write"]).is_err());
        assert!(choice(&["read", "--fast"]).is_err());
    }
}
