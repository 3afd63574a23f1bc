// SPDX-License-Identifier: AGPL-3.0-or-later
//! `ambito audit verify`: finds what was changed, removed, put in or moved, in the database or in a file taken out.

use crate::database::{self, DatabaseArgs};
use crate::global::Global;
use crate::problems::error_finding;
use crate::refusal::Refusal;
use ambito_app::audit::{Anchor, FileError, Verdict, verify_file};
use ambito_exchange::audit::words;
use ambito_findings::printable;
use ambito_i18n::Arg;
use indicatif::{ProgressBar, ProgressDrawTarget};
use std::fs::{self, File};
use std::io::{self, BufReader, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

/// The exit code where something is wrong with a chain.
const EXIT_FAULTS: u8 = 1;
/// How often the line of progress moves.
const TICK: Duration = Duration::from_millis(120);
/// How many bytes of a file are held at once.
const BUFFER_BYTES: usize = 256 * 1024;

/// What to verify, and against what.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A file that was taken out; else the database.
    #[arg(value_name = "value-file", help = "help-audit-verify-file")]
    file: Option<PathBuf>,
    /// `--database`.
    #[command(flatten)]
    database: DatabaseArgs,
    /// Lines that were kept outside, or files with them.
    #[arg(long, value_name = "value-anchor", help = "help-audit-verify-anchor")]
    anchor: Vec<String>,
}

/// Verifies, and says what was found.
///
/// # Errors
/// Where the database or a file cannot be read.
pub fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    let anchors = anchors(&args.anchor, global)?;
    let bar = if io::stderr().is_terminal() {
        ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr())
    } else {
        ProgressBar::hidden()
    };
    bar.enable_steady_tick(TICK);
    let verdicts = match &args.file {
        Some(path) => verify_path(path, &anchors, &bar, global)?,
        None => verify_database(&args.database, &anchors, &bar, global)?,
    };
    bar.finish_and_clear();
    for anchor in &anchors {
        if !verdicts.iter().any(|(_, verdict)| verdict.area == anchor.area) {
            let finding = error_finding("AUD004", global.text("audit-anchor-elsewhere", &[]));
            return Err(Refusal(vec![finding.hint(global.text("audit-anchor-elsewhere-hint", &[]))]).into());
        }
    }
    for (name, verdict) in &verdicts {
        show(name, verdict, global)?;
    }
    let whole = verdicts.iter().all(|(_, verdict)| verdict.is_whole());
    Ok(if whole { ExitCode::SUCCESS } else { EXIT_FAULTS.into() })
}

fn verify_path(
    path: &Path,
    anchors: &[Anchor],
    bar: &ProgressBar,
    global: &Global,
) -> anyhow::Result<Vec<(String, Verdict)>> {
    let shown = path.display().to_string();
    let found = File::open(path).map_err(FileError::from).and_then(|file| {
        verify_file(BufReader::with_capacity(BUFFER_BYTES, file), anchors, |records| bar.set_position(records))
    });
    match found {
        Ok(verdicts) => Ok(verdicts.into_iter().map(|verdict| (shown.clone(), verdict)).collect()),
        Err(error) => {
            let finding = match error {
                FileError::Io(error) => {
                    let reason = error.to_string();
                    error_finding("AUD002", global.text("audit-file-unreadable", &[("reason", (&reason).into())]))
                }
                FileError::Other => error_finding("AUD002", global.text("audit-file-other", &[])),
            };
            Err(Refusal(vec![finding.in_document(shown).hint(global.text("audit-file-hint", &[]))]).into())
        }
    }
}

fn verify_database(
    args: &DatabaseArgs,
    anchors: &[Anchor],
    bar: &ProgressBar,
    global: &Global,
) -> anyhow::Result<Vec<(String, Verdict)>> {
    database::wait(async {
        let (app, areas) = super::open(args, global).await?;
        let mut verdicts = Vec::new();
        for (area, viewer) in areas {
            let verdict = app.verify_audit(&viewer, anchors, &mut |records| bar.set_position(records)).await?;
            verdicts.push((area.name, verdict));
        }
        Ok(verdicts)
    })
}

/// The anchors of lines and of files.
fn anchors(given: &[String], global: &Global) -> anyhow::Result<Vec<Anchor>> {
    let mut all = Vec::new();
    for given in given {
        let text = if Path::new(given).is_file() { fs::read_to_string(given)? } else { given.clone() };
        let found = Anchor::find_all(&text).unwrap_or_default();
        if found.is_empty() {
            let finding = error_finding("AUD003", global.text("audit-anchor-mistyped", &[]));
            return Err(Refusal(vec![finding.hint(global.text("audit-anchor-mistyped-hint", &[]))]).into());
        }
        all.extend(found);
    }
    Ok(all)
}

fn show(name: &str, verdict: &Verdict, global: &Global) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    let mut line = |text: &str| writeln!(out, "{}", printable(text));
    let records = Arg::Count(verdict.records);
    if verdict.is_whole() {
        line(&global.text("audit-whole", &[("name", name.into()), ("records", records)]))?;
    } else {
        let faults = Arg::Count(verdict.faults_total);
        line(&global.text("audit-broken", &[("name", name.into()), ("records", records), ("faults", faults)]))?;
    }
    for fault in &verdict.faults {
        line(&format!("  {}", words::fault(fault, &global.catalogue)))?;
    }
    let more = verdict.faults_total.saturating_sub(verdict.faults.len() as u64);
    if more > 0 {
        line(&format!("  {}", global.text("audit-more-faults", &[("count", Arg::Count(more))])))?;
    }
    for (anchor, state) in &verdict.anchors {
        let at = words::moment(anchor.at.as_microsecond());
        let state = words::anchor_state(*state, &global.catalogue);
        let seq = Arg::Count(u64::try_from(anchor.seq).unwrap_or_default());
        let args = [("at", Arg::Text(&at)), ("seq", seq), ("state", Arg::Text(&state))];
        line(&format!("  {}", global.text("audit-anchor", &args)))?;
    }
    Ok(())
}
