// SPDX-License-Identifier: AGPL-3.0-or-later
//! `ambito check`: documents in, what does not add up in them out.

use crate::accepted;
use crate::global::Global;
use crate::output::{Output, OutputArgs, is_broken_pipe};
use crate::problems::{self, EXIT_PROBLEM};
use crate::progress::Progress;
use crate::reading::{ReadingArgs, files_of};
use crate::refusal::Refusal;
use ambito_checks::{Selection, UnknownCode};
use ambito_documents::vocabulary::Vocabulary;
use ambito_exchange::checks::html::{Names, PageOptions};
use ambito_exchange::checks::text::Extent;
use ambito_exchange::checks::{self, Counts, Source};
use ambito_exchange::workbook;
use ambito_findings::{Finding, Severity};
use ambito_intake::{Discovery, Found};
use std::collections::HashSet;
use std::fs;
use std::io::Write as _;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::process::ExitCode;

/// The exit code where something was found at the level of `--fail-on`.
const EXIT_FOUND: u8 = 1;

/// What to check, and what to make of it.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Files and folders.
    #[arg(required = true, value_name = "value-path", help = "help-check-paths")]
    paths: Vec<PathBuf>,
    /// The form of the result.
    #[arg(long, value_enum, value_name = "value-format", help = "help-check-format")]
    format: Option<Format>,
    /// Where the result goes (`-o`).
    #[command(flatten)]
    output: OutputArgs,
    /// Only these checks.
    #[arg(long, value_delimiter = ',', value_name = "value-codes", help = "help-select")]
    select: Vec<String>,
    /// Without these checks.
    #[arg(long, value_delimiter = ',', value_name = "value-codes", help = "help-ignore")]
    ignore: Vec<String>,
    /// From which severity on the command ends with 1.
    #[arg(
        long,
        value_enum,
        default_value_t,
        hide_default_value = true,
        value_name = "value-severity",
        help = "help-fail-on"
    )]
    fail_on: FailOn,
    /// Files of accepted findings.
    #[arg(long, value_name = "value-file", help = "help-accepted")]
    accepted: Vec<PathBuf>,
    /// Whether the page shows the names of staff.
    #[arg(long, value_enum, value_name = "value-names", help = "help-names")]
    names: Option<NamesChoice>,
    /// How documents are read (`--vocabulary`, `--threads`).
    #[command(flatten)]
    reading: ReadingArgs,
}

/// Whether the page shows the names of staff.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum NamesChoice {
    /// As they are printed.
    Shown,
    /// As numbers.
    Hidden,
}

/// What was said, else hidden in files: those are made to be sent.
fn names(said: Option<NamesChoice>, output: &OutputArgs) -> Names {
    match (said, &output.output) {
        (Some(NamesChoice::Shown), _) | (None, None) => Names::Shown,
        (Some(NamesChoice::Hidden), _) | (None, Some(_)) => Names::Hidden,
    }
}

/// The forms of the findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// For people, on a terminal.
    Text,
    /// For programs.
    Json,
    /// For viewers of findings.
    Sarif,
    /// A workbook.
    Xlsx,
    /// One page, to read, to print, to send.
    Html,
}

/// When the command ends with 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
enum FailOn {
    /// On an error.
    #[default]
    Error,
    /// On a warning or an error.
    Warning,
    /// On anything.
    Note,
    /// Never.
    Never,
}

/// Checks the documents and writes what was found.
///
/// # Errors
/// Where the output cannot be written or is an input, or a vocabulary or a code is wrong.
pub fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    let Args { paths, format, output, select, ignore, fail_on, accepted, names: said, reading } = args;
    let format = output.form(*format);
    if format == Format::Xlsx && output.output.is_none() {
        return Err(Refusal(vec![problems::workbook_needs_file(global)]).into());
    }
    let selection = selection(select, ignore, global)?;
    let words = reading.words(global)?;
    let Discovery { found, passed_over } = ambito_intake::discover(paths);
    if !passed_over.is_empty() {
        global.tell(&problems::passed_over(&passed_over, global));
    }
    let found = each_once(found);
    if found.is_empty() {
        return Err(Refusal(vec![problems::nothing_to_read(global)]).into());
    }
    let inputs = files_of(&found).chain(reading.vocabulary.iter().chain(accepted).map(PathBuf::as_path));
    let out = output.open(inputs, global)?;
    let (sources, unread) = read(reading, found, &words, global)?;
    let mut findings = checks::check(&sources, &selection, &global.catalogue);
    let documents: Vec<&str> = sources.iter().map(|source| source.reading.path.as_str()).collect();
    accepted::apply(&mut findings, &documents, accepted, global)?;
    let code = exit_code(*fail_on, &findings, unread);
    let extent = if selection == Selection::default() { Extent::All } else { Extent::Chosen };
    let summary = checks::text::summary(&sources, &findings, extent, &global.catalogue);
    if !sources.is_empty() || output.output.is_none() {
        let options = PageOptions { names: names(*said, output) };
        match write(out, format, &sources, &findings, options, &summary, global) {
            // Nobody reads on; what was found is found.
            Err(error) if is_broken_pipe(&error) => return Ok(code),
            written => written?,
        }
    }
    if let Some(path) = output.output.as_ref().filter(|_| !sources.is_empty()) {
        let shown = path.display().to_string();
        let written = global.text("check-written", &[("path", (&shown).into())]);
        global.tell_line(&format!("{summary} · {written}"));
    }
    Ok(code)
}

/// A file that is given twice, also under another name or through a link, is one document.
fn each_once(found: Vec<Found>) -> Vec<Found> {
    let mut known: HashSet<PathBuf> = HashSet::new();
    let is_new = |item: &Found| match item {
        Found::File(path) => known.insert(fs::canonicalize(path).unwrap_or_else(|_| path.clone())),
        Found::Problem(_) => true,
    };
    found.into_iter().filter(is_new).collect()
}

/// The documents that can be read, and how many cannot; those are told.
fn read(
    reading: &ReadingArgs,
    found: Vec<Found>,
    words: &Vocabulary,
    global: &Global,
) -> anyhow::Result<(Vec<Source>, usize)> {
    let progress = Progress::begin(&found, global);
    let mut sources: Vec<Source> = Vec::new();
    let mut unread = 0usize;
    reading.for_each(found, words, |outcome| {
        match outcome {
            Ok(source) => {
                progress.aside(|| problems::warn_of_little(&source.reading, global));
                sources.push(source);
            }
            Err(error) => {
                unread += 1;
                progress.aside(|| global.tell(&problems::input(&error, global)));
            }
        }
        progress.advance();
        Ok(ControlFlow::Continue(()))
    })?;
    Ok((sources, unread))
}

/// The checks that are wanted; a code that no check has is refused.
fn selection(select: &[String], ignore: &[String], global: &Global) -> anyhow::Result<Selection> {
    Selection::parse(select.iter().map(String::as_str), ignore.iter().map(String::as_str)).map_err(
        |UnknownCode(code)| {
            let finding = problems::error_finding("USC006", global.text("code-unknown", &[("code", (&code).into())]));
            Refusal(vec![finding.hint(global.text("code-unknown-hint", &[]))]).into()
        },
    )
}

/// Writes the findings in their form.
fn write(
    mut out: Output,
    format: Format,
    sources: &[Source],
    findings: &[Finding],
    options: PageOptions,
    summary: &str,
    global: &Global,
) -> anyhow::Result<()> {
    match format {
        Format::Text => {
            checks::text::write(&mut out, findings, &global.catalogue)?;
            writeln!(out, "{summary}")?;
        }
        Format::Json => checks::json::write(&mut out, sources, findings)?,
        Format::Sarif => checks::sarif::write(&mut out, findings, &global.catalogue)?,
        Format::Xlsx => {
            let bytes = workbook::findings(sources, findings, &global.catalogue);
            out.write_all(&bytes.map_err(|error| problems::workbook(error, global))?)?;
        }
        Format::Html => checks::html::write(&mut out, sources, findings, options, &global.catalogue)?,
    }
    out.finish()
}

fn exit_code(fail_on: FailOn, findings: &[Finding], unread: usize) -> ExitCode {
    let counts = Counts::of(findings);
    let fails = match fail_on {
        FailOn::Error => counts.reaches(Severity::Error),
        FailOn::Warning => counts.reaches(Severity::Warning),
        FailOn::Note => counts.reaches(Severity::Note),
        FailOn::Never => false,
    };
    if unread > 0 {
        EXIT_PROBLEM.into()
    } else if fails {
        EXIT_FOUND.into()
    } else {
        ExitCode::SUCCESS
    }
}
