// SPDX-License-Identifier: AGPL-3.0-or-later
//! `ambito compare`: what changes from one document to the other, value by value.
//!
//! Ends with 0 where nothing changed, with 1 where something did, with 2 where a document could not be read.

use crate::global::Global;
use crate::output::OutputArgs;
use crate::problems;
use crate::reading::{ReadingArgs, files_of};
use crate::refusal::Refusal;
use ambito_documents::vocabulary::Vocabulary;
use ambito_exchange::Reading;
use ambito_exchange::comparison::{Compared, summary, write_html, write_json, write_table};
use ambito_intake::Found;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The exit code where something changed.
const EXIT_CHANGED: u8 = 1;

/// What to compare, and what to make of it.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The document as it was.
    #[arg(value_name = "value-old", display_order = 1, help = "help-compare-old")]
    old: PathBuf,
    /// The document as it is now.
    #[arg(value_name = "value-new", display_order = 2, help = "help-compare-new")]
    new: PathBuf,
    /// The form of the result.
    #[arg(long, value_enum, value_name = "value-format", help = "help-compare-format")]
    format: Option<Format>,
    /// Where the result goes (`-o`).
    #[command(flatten)]
    output: OutputArgs,
    /// How documents are read (`--vocabulary`, `--threads`).
    #[command(flatten)]
    reading: ReadingArgs,
}

/// The forms of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// For people, on a terminal.
    Table,
    /// For programs.
    Json,
    /// A page for people, to read and to print.
    Html,
}

/// Compares the documents and writes the result.
///
/// # Errors
/// Where a document cannot be read, the output cannot be written or is an input, or a vocabulary is wrong.
pub fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    let Args { old, new, format, output, reading } = args;
    let format = output.form(*format);
    let words = reading.words(global)?;
    let found = vec![one(old, global)?, one(new, global)?];
    let inputs = files_of(&found).chain(reading.vocabulary.iter().map(PathBuf::as_path));
    let mut out = output.open(inputs, global)?;
    let [old, new] = read(reading, found, &words, global)?;

    let compared = Compared::new(&old, &new);
    match format {
        Format::Table => write_table(&mut out, &compared, global.columns, &global.catalogue)?,
        Format::Json => write_json(&mut out, &compared)?,
        Format::Html => write_html(&mut out, &compared, &global.catalogue)?,
    }
    out.finish()?;
    if let Some(path) = &output.output {
        let shown = path.display().to_string();
        let written = global.text("compare-written", &[("path", (&shown).into())]);
        global.tell_line(&format!("{} · {written}", summary(&compared, &global.catalogue)));
    }
    Ok(if compared.is_equal() { ExitCode::SUCCESS } else { EXIT_CHANGED.into() })
}

/// The one file of a path; a folder is refused, since nobody could say which of its files is meant.
fn one(path: &Path, global: &Global) -> anyhow::Result<Found> {
    if path.is_dir() {
        let finding = problems::error_finding("USC005", global.text("compare-needs-file", &[]));
        let finding = finding.in_document(path.display().to_string());
        return Err(Refusal(vec![finding.hint(global.text("compare-needs-file-hint", &[]))]).into());
    }
    Ok(Found::File(path.to_owned()))
}

/// Both readings; every document that cannot be read is told.
fn read(reading: &ReadingArgs, found: Vec<Found>, words: &Vocabulary, global: &Global) -> anyhow::Result<[Reading; 2]> {
    let mut readings = Vec::new();
    let mut findings = Vec::new();
    reading.for_each(found, words, |outcome| {
        match outcome {
            Ok(source) => readings.push(source.reading),
            Err(error) => findings.push(problems::input(&error, global)),
        }
        Ok(ControlFlow::Continue(()))
    })?;
    <[Reading; 2]>::try_from(readings).map_err(|_| Refusal(findings).into())
}
