// SPDX-License-Identifier: AGPL-3.0-or-later
//! `ambito import`: documents in, plans in the database.
//!
//! Invariant: a line on standard output is written, and sent, after the commit of what it tells: who sees the line will
//! find the plan, whatever happens to the program next.

use super::area;
use crate::database::{self, DatabaseArgs};
use crate::global::Global;
use crate::problems::{self, EXIT_PROBLEM, error_finding};
use crate::progress::Progress;
use crate::reading::ReadingArgs;
use crate::refusal::Refusal;
use ambito_app::plans::{BodyChoice, Filed, Import, Outcome, choose_body, count_key};
use ambito_app::{Address, App, Error, Viewer};
use ambito_domain::office::Body;
use ambito_exchange::Source;
use ambito_findings::{Finding, printable};
use ambito_i18n::Arg;
use ambito_intake::Discovery;
use anyhow::Context as _;
use std::fs;
use std::io::{self, Write as _};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

/// What to file, and for whom.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Files and folders.
    #[arg(required = true, value_name = "value-path", help = "help-import-paths")]
    paths: Vec<PathBuf>,
    /// The database (`--database`).
    #[command(flatten)]
    database: DatabaseArgs,
    /// The area, where there are several.
    #[arg(long, value_name = "value-name", help = "help-import-area")]
    area: Option<String>,
    /// The body, by code or name.
    #[arg(long, value_name = "value-name", help = "help-import-body")]
    body: Option<String>,
    /// The form of what is told.
    #[arg(long, value_enum, default_value = "text", value_name = "value-format", help = "help-import-format")]
    format: Format,
    /// How documents are read (`--vocabulary`, `--threads`).
    #[command(flatten)]
    reading: ReadingArgs,
}

/// The forms of what is told of each document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// A line for people.
    Text,
    /// A line of JSON.
    Json,
}

/// Files the documents, each in a transaction of its own.
///
/// # Errors
/// Where there is no database, no area or no body, or the database fails: what was told before is filed.
pub fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    let words = args.reading.words(global)?;
    let address = database::address(&args.database.database, global)?;
    if let Address::Sqlite(path) = &address
        && !path.exists()
    {
        return Err(Refusal(vec![no_database(&address.shown(), global)]).into());
    }
    let Discovery { found, passed_over } = ambito_intake::discover(&args.paths);
    if !passed_over.is_empty() {
        global.tell(&problems::passed_over(&passed_over, global));
    }
    if found.is_empty() {
        return Err(Refusal(vec![problems::nothing_to_read(global)]).into());
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().context("tokio")?;
    let office = runtime.block_on(Office::open(&address, args, global))?;
    let progress = Progress::begin(&found, global);
    let mut tally = Tally::default();
    let result = args.reading.for_each(found, &words, |outcome| {
        match outcome {
            Ok(source) => {
                progress.aside(|| problems::warn_of_little(&source.reading, global));
                let told = runtime.block_on(office.file(source, global))?;
                progress.aside(|| tally.tell(told, args.format, global))?;
            }
            Err(error) => {
                tally.problems += 1;
                progress.aside(|| global.tell(&problems::input(&error, global)));
            }
        }
        progress.advance();
        Ok(ControlFlow::Continue(()))
    });
    drop(progress);
    runtime.block_on(office.app.database().clone().close());
    result?;
    global.tell_line(&tally.summary(global));
    Ok(if tally.problems > 0 { ExitCode::from(EXIT_PROBLEM) } else { ExitCode::SUCCESS })
}

/// Where documents are filed, and by whom.
struct Office {
    app: App,
    viewer: Viewer,
    bodies: Vec<Body>,
    said: Option<String>,
}

/// What became of a document.
enum Told {
    Done { path: String, body: String, outcome: Outcome },
    Problem(Box<Finding>),
}

impl Office {
    async fn open(address: &Address, args: &Args, global: &Global) -> anyhow::Result<Self> {
        let app = database::app(database::open(address, global).await?);
        let area = area::choose(&app, args.area.as_deref(), global).await?;
        let viewer = Viewer::keeper(area.id, database::keeper());
        let bodies = app.list_bodies(&viewer).await?;
        let office = Self { app, viewer, bodies, said: args.body.clone() };
        // What was said is wrong for every document or for none: it is told before anything is read.
        if office.said.is_some() || office.bodies.is_empty() {
            office.choose(None, global)?;
        }
        Ok(office)
    }

    fn choose(&self, printed: Option<&str>, global: &Global) -> Result<&Body, Refusal> {
        let refusal = |code, message: String| {
            Refusal(vec![error_finding(code, message).hint(global.text("import-body-hint", &[]))])
        };
        match choose_body(&self.bodies, self.said.as_deref(), printed) {
            BodyChoice::Chosen(id) => self
                .bodies
                .iter()
                .find(|body| body.id == id)
                .ok_or_else(|| refusal("IMP002", global.text("import-no-bodies", &[]))),
            BodyChoice::NoBodies => Err(refusal("IMP002", global.text("import-no-bodies", &[]))),
            BodyChoice::Unknown(said) => {
                Err(refusal("IMP003", global.text("import-body-unknown", &[("said", (&said).into())])))
            }
            BodyChoice::Several(names) => {
                let names = names.join(", ");
                Err(refusal("IMP004", global.text("import-body-several", &[("names", (&names).into())])))
            }
        }
    }

    /// Files one document; where the database fails, all ends.
    async fn file(&self, source: Source, global: &Global) -> anyhow::Result<Told> {
        let path = source.reading.path.clone();
        let body = self.choose(source.reading.draft.body.as_deref(), global)?;
        let problem = |code, key: &str, hint: &str| {
            let finding = error_finding(code, global.text(key, &[])).hint(global.text(hint, &[]));
            Told::Problem(Box::new(finding.in_document(&path)))
        };
        let Ok(content) = fs::read(&path) else {
            return Ok(problem("IMP005", "import-changed", "import-changed-hint"));
        };
        let import = Import {
            body: body.id,
            name: Path::new(&path).file_name().and_then(|name| name.to_str()).unwrap_or(&path),
            content: &content,
            source: Arc::new(source),
        };
        match self.app.import_plan(&self.viewer, &import).await {
            Ok(outcome) => Ok(Told::Done { body: body.name.clone(), path, outcome }),
            Err(Error::Invalid(faults)) if faults.iter().any(|fault| fault.key == "import-nothing") => {
                Ok(problem("IMP006", "import-nothing", "import-nothing-hint"))
            }
            Err(Error::Invalid(faults)) if faults.iter().any(|fault| fault.key == "import-corrected") => {
                Ok(problem("IMP007", "import-corrected", "import-corrected-hint"))
            }
            Err(Error::Invalid(_)) => Ok(problem("IMP005", "import-changed", "import-changed-hint")),
            Err(error) => {
                let reason = error.to_string();
                let message = global.text("import-failed", &[("reason", (&reason).into())]);
                let finding = error_finding("IMP006", message).hint(global.text("import-failed-hint", &[]));
                Err(Refusal(vec![finding.in_document(&path)]).into())
            }
        }
    }
}

/// What became of all documents.
#[derive(Debug, Default)]
struct Tally {
    filed: usize,
    already: usize,
    problems: usize,
}

impl Tally {
    /// Tells what became of a document, and sends it on its way at once.
    fn tell(&mut self, told: Told, format: Format, global: &Global) -> anyhow::Result<()> {
        let (path, body, outcome) = match told {
            Told::Done { path, body, outcome } => (path, body, outcome),
            Told::Problem(finding) => {
                self.problems += 1;
                global.tell(&finding);
                return Ok(());
            }
        };
        match outcome {
            Outcome::NewPlan(_) | Outcome::NewVersion(_) => self.filed += 1,
            Outcome::Already(_) => self.already += 1,
        }
        let line = match format {
            Format::Text => line(&path, &body, &outcome, global),
            Format::Json => json(&path, &body, &outcome),
        };
        let mut out = io::stdout().lock();
        writeln!(out, "{line}")?;
        Ok(out.flush()?)
    }

    fn summary(&self, global: &Global) -> String {
        let Self { filed, already, problems } = *self;
        let mut parts = vec![global.text("import-summary-filed", &[("count", filed.into())])];
        if already > 0 {
            parts.push(global.text("import-summary-already", &[("count", already.into())]));
        }
        if problems > 0 {
            parts.push(global.text("read-summary-problems", &[("count", problems.into())]));
        }
        parts.join(", ")
    }
}

/// The line for people: path, plan, version, body, how much of each kind there is.
fn line(path: &str, body: &str, outcome: &Outcome, global: &Global) -> String {
    let (Outcome::NewPlan(filed) | Outcome::NewVersion(filed) | Outcome::Already(filed)) = outcome;
    let Filed { plan: _, title, number, counts } = filed;
    let number = number.to_string();
    let mut parts: Vec<String> = counts
        .each()
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(kind, count)| global.text(count_key(kind), &[("count", count.into())]))
        .collect();
    if parts.is_empty() {
        parts.push(global.text("count-nothing", &[]));
    }
    let counts = parts.join(", ");
    let args: [(&str, Arg<'_>); 5] = [
        ("path", path.into()),
        ("title", title.into()),
        ("number", (&number).into()),
        ("body", body.into()),
        ("counts", (&counts).into()),
    ];
    let text = match outcome {
        Outcome::NewPlan(_) => global.text("import-plan", &args),
        Outcome::NewVersion(_) => global.text("import-version", &args),
        Outcome::Already(_) => global.text("import-already", &args[..4]),
    };
    printable(&text).into_owned()
}

/// The line for programs.
fn json(path: &str, body: &str, outcome: &Outcome) -> String {
    let (word, filed) = match outcome {
        Outcome::NewPlan(filed) => ("plan", filed),
        Outcome::NewVersion(filed) => ("version", filed),
        Outcome::Already(filed) => ("already", filed),
    };
    let Filed { plan, title, number, counts } = filed;
    let counts: serde_json::Map<String, serde_json::Value> =
        counts.each().into_iter().map(|(kind, count)| (kind.to_owned(), count.into())).collect();
    let line = serde_json::json!({
        "schema": "ambito.import/1", "path": path, "outcome": word, "body": body, "plan": plan.to_string(),
        "title": title, "version": number, "counts": counts,
    });
    line.to_string()
}

fn no_database(shown: &str, global: &Global) -> Finding {
    error_finding("IMP001", global.text("import-no-database", &[]))
        .in_document(shown)
        .hint(global.text("import-no-database-hint", &[]))
}
