// SPDX-License-Identifier: AGPL-3.0-or-later
//! `ambito read`: documents in, their whole structure out.

use crate::global::Global;
use crate::output::{Output, OutputArgs};
use crate::problems::{self, EXIT_PROBLEM};
use crate::progress::Progress;
use crate::reading::{ReadingArgs, files_of};
use crate::refusal::Refusal;
use ambito_exchange::Source;
use ambito_exchange::contract::ReadingsWriter;
use ambito_exchange::table::{self, Tally};
use ambito_exchange::workbook::Book;
use ambito_intake::Discovery;
use std::io::Write as _;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::process::ExitCode;

/// What to read, and what to make of it.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Files and folders.
    #[arg(required = true, value_name = "value-path", help = "help-read-paths")]
    paths: Vec<PathBuf>,
    /// The form of the result.
    #[arg(long, value_enum, value_name = "value-format", help = "help-read-format")]
    format: Option<Format>,
    /// Where the result goes (`-o`).
    #[command(flatten)]
    output: OutputArgs,
    /// How documents are read (`--vocabulary`, `--threads`).
    #[command(flatten)]
    reading: ReadingArgs,
}

/// The forms of a reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// For people, on a terminal.
    Table,
    /// For programs.
    Json,
    /// A workbook.
    Xlsx,
}

/// Reads the documents and writes the result.
///
/// # Errors
/// Where the output cannot be written or is an input, or a vocabulary is wrong.
pub fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    let Args { paths, format, output, reading } = args;
    let format = output.form(*format);
    if format == Format::Xlsx && output.output.is_none() {
        return Err(Refusal(vec![problems::workbook_needs_file(global)]).into());
    }
    let words = reading.words(global)?;
    let Discovery { found, passed_over } = ambito_intake::discover(paths);
    if !passed_over.is_empty() {
        global.tell(&problems::passed_over(&passed_over, global));
    }
    if found.is_empty() {
        return Err(Refusal(vec![problems::nothing_to_read(global)]).into());
    }
    let inputs = files_of(&found).chain(reading.vocabulary.iter().map(PathBuf::as_path));
    let out = output.open(inputs, global)?;
    let mut sink = Sink::begin(format, out, found.len(), global)?;
    let progress = Progress::begin(&found, global);
    let mut tally = Tally::default();
    reading.for_each(found, &words, |outcome| {
        match outcome {
            Ok(source) => {
                tally.add(&source.reading);
                progress.aside(|| {
                    problems::warn_of_little(&source.reading, global);
                    sink.write(&source, global)
                })?;
            }
            Err(error) => {
                tally.add_problem();
                progress.aside(|| global.tell(&problems::input(&error, global)));
            }
        }
        progress.advance();
        Ok(ControlFlow::Continue(()))
    })?;
    drop(progress);
    let code = if tally.problems() > 0 { ExitCode::from(EXIT_PROBLEM) } else { ExitCode::SUCCESS };
    let Some(path) = &output.output else {
        sink.finish(&tally, global)?;
        return Ok(code);
    };
    // Where nothing was read, a result of an earlier run is worth more than an empty file.
    if tally.documents() > 0 {
        sink.finish(&tally, global)?;
        let shown = path.display().to_string();
        let written = global.text("read-written", &[("path", (&shown).into())]);
        global.tell_line(&format!("{} · {written}", table::summary(&tally, &global.catalogue)));
    }
    Ok(code)
}

/// The result in one of its forms.
enum Sink<'a> {
    Table(Output),
    Json(ReadingsWriter<Output>),
    Xlsx(Box<Book<'a>>, Output),
}

impl<'a> Sink<'a> {
    fn begin(format: Format, out: Output, documents: usize, global: &'a Global) -> anyhow::Result<Self> {
        Ok(match format {
            Format::Table => Self::Table(out),
            Format::Json => Self::Json(ReadingsWriter::begin(out)?),
            Format::Xlsx => Self::Xlsx(Box::new(Book::new(documents, &global.catalogue)), out),
        })
    }

    fn write(&mut self, source: &Source, global: &Global) -> anyhow::Result<()> {
        let reading = &source.reading;
        match self {
            Self::Table(out) => table::write(out, reading, global.columns, &global.catalogue)?,
            Self::Json(writer) => writer.write(source, &global.catalogue)?,
            Self::Xlsx(book, _) => book.add(reading).map_err(|error| problems::workbook(error, global))?,
        }
        Ok(())
    }

    fn finish(self, tally: &Tally, global: &Global) -> anyhow::Result<()> {
        match self {
            Self::Table(mut out) => {
                writeln!(out, "{}", table::summary(tally, &global.catalogue))?;
                out.finish()
            }
            Self::Json(writer) => writer.finish()?.finish(),
            Self::Xlsx(book, mut out) => {
                let bytes = book.finish().map_err(|error| problems::workbook(error, global))?;
                out.write_all(&bytes)?;
                out.finish()
            }
        }
    }
}
