// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the commands that copy a database show: how far they are, what was copied, why not.

use crate::database;
use crate::global::Global;
use crate::problems::error_finding;
use crate::refusal::Refusal;
use ambito_app::copies::{Error, Manifest, TableDigest};
use ambito_app::{Address, Db};
use ambito_findings::Finding;
use ambito_i18n::{Arg, grouped};
use indicatif::{ProgressBar, ProgressDrawTarget};
use std::io::{self, IsTerminal as _, Write as _};
use std::time::Duration;

/// How much of a digest is shown, in hexadecimal digits; the comparison is of the whole.
const DIGEST_DIGITS: usize = 16;
/// How often the line of progress moves.
const TICK: Duration = Duration::from_millis(120);

/// The line of progress, on a terminal.
pub struct Copying<'g> {
    bar: ProgressBar,
    global: &'g Global,
}

impl<'g> Copying<'g> {
    /// Begins.
    #[must_use]
    pub fn begin(global: &'g Global) -> Self {
        let bar = if io::stderr().is_terminal() {
            let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
            bar.enable_steady_tick(TICK);
            bar
        } else {
            ProgressBar::hidden()
        };
        Self { bar, global }
    }

    /// What a copy tells on its way.
    pub fn watch(&self) -> impl FnMut(&str, u64) + Send + '_ {
        |table, rows| {
            let args = [("table", Arg::Text(table)), ("rows", Arg::Count(rows))];
            self.bar.set_message(self.global.text("copies-progress", &args));
        }
    }
}

impl Drop for Copying<'_> {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

/// Opens a database to copy from; it is not changed.
///
/// # Errors
/// Where it is not there, or does not answer.
pub async fn open_source(address: &Address, global: &Global) -> anyhow::Result<Db> {
    if let Address::Sqlite(path) = address
        && !path.exists()
    {
        let finding = error_finding("DAT002", global.text("database-absent", &[]));
        return Err(refused(finding.hint(global.text("database-absent-hint", &[])), address).into());
    }
    Db::open_unchanged(address).await.map_err(|error| no_answer(&error, address, global).into())
}

/// Opens a database to copy into, making the file where there is none.
///
/// # Errors
/// Where it does not answer.
pub async fn open_target(address: &Address, global: &Global) -> anyhow::Result<Db> {
    database::make_private(address);
    Db::open_bare(address).await.map_err(|error| no_answer(&error, address, global).into())
}

/// Removes the file of a database that this run has made, and into which nothing was put.
pub fn remove_made(address: &Address) {
    if let Address::Sqlite(path) = address {
        for end in ["", "-wal", "-shm"] {
            let mut name = path.clone().into_os_string();
            name.push(end);
            let _ = std::fs::remove_file(name);
        }
    }
}

/// Whether a file is at the address, which it must not become by a failure of ours.
#[must_use]
pub fn is_file(address: &Address) -> bool {
    matches!(address, Address::Sqlite(path) if path.exists())
}

/// A database that does not answer.
fn no_answer(error: &impl ToString, address: &Address, global: &Global) -> Refusal {
    let reason = error.to_string();
    let finding = error_finding("DAT003", global.text("database-unreachable", &[("reason", (&reason).into())]));
    refused(finding.hint(global.text("database-unreachable-hint", &[])), address)
}

fn refused(finding: Finding, address: &Address) -> Refusal {
    Refusal(vec![finding.in_document(address.shown())])
}

/// Whether what went wrong with a move is about the database that it comes from.
#[must_use]
pub fn is_of_source(error: &Error) -> bool {
    matches!(error, Error::Newer { .. } | Error::NoDatabase)
}

/// A file that the system does not let us write.
#[must_use]
pub fn unwritten(file: &str, error: &io::Error, global: &Global) -> Refusal {
    let Refusal(findings) = Refusal::output_failed(file, error, global);
    let hint = global.text("copies-folder-hint", &[]);
    let said = findings.into_iter().map(|finding| error_finding("COP013", finding.message));
    Refusal(said.map(|finding| finding.in_document(file).hint(hint.clone())).collect())
}

/// A copy that could not be made or used, said of the file or the database that it is about.
#[must_use]
pub fn refusal(error: &Error, file: &str, database: &Address, global: &Global) -> Refusal {
    let of_database = || database.shown();
    let say = |code, text: String, hint: &str, place: String| {
        Refusal(vec![error_finding(code, text).in_document(place).hint(global.text(hint, &[]))])
    };
    match error {
        Error::NotACopy => say("COP001", global.text("copies-not-a-copy", &[]), "copies-other-file-hint", file.into()),
        Error::Layout(_) => say("COP002", global.text("copies-layout", &[]), "copies-newer-hint", file.into()),
        Error::Newer { found, known } => {
            let (found, known) = (found.to_string(), known.to_string());
            let args = [("found", (&found).into()), ("known", (&known).into())];
            say("COP003", global.text("copies-newer", &args), "copies-newer-hint", file.into())
        }
        Error::NoDatabase => {
            say("COP004", global.text("copies-no-database", &[]), "copies-no-database-hint", of_database())
        }
        Error::Damaged { table: None } => {
            say("COP005", global.text("copies-damaged", &[]), "copies-other-file-hint", file.into())
        }
        Error::Damaged { table: Some(table) } => {
            let text = global.text("copies-damaged-table", &[("table", table.into())]);
            say("COP005", text, "copies-other-file-hint", file.into())
        }
        Error::Foreign { table } => {
            let text = global.text("copies-foreign", &[("table", table.into())]);
            say("COP006", text, "copies-other-file-hint", file.into())
        }
        Error::Occupied { .. } => {
            say("COP007", global.text("copies-occupied", &[]), "copies-occupied-hint", of_database())
        }
        Error::Refused { table, source } => {
            let reason = source.to_string();
            let args = [("table", table.into()), ("reason", (&reason).into())];
            say("COP008", global.text("copies-refused", &args), "copies-refused-hint", of_database())
        }
        Error::Different { table } => {
            let text = global.text("copies-different", &[("table", table.into())]);
            say("COP009", text, "copies-different-hint", of_database())
        }
        Error::Kind { table, column, .. } => {
            let place = format!("{table}.{column}");
            let text = global.text("copies-kind", &[("place", (&place).into())]);
            say("COP010", text, "copies-no-database-hint", of_database())
        }
        Error::File(error) => unwritten(file, error, global),
        error => no_answer(error, database, global),
    }
}

/// Shows the tables of a copy that have rows, with what they amount to.
///
/// # Errors
/// Where nothing can be written.
pub fn show(manifest: &Manifest, global: &Global) -> anyhow::Result<()> {
    let rows = manifest.tables.iter().filter(|table| table.rows > 0).map(|table| {
        let TableDigest { table, rows, sha256, .. } = table;
        [table.clone(), grouped(&rows.to_string(), global.language()), short(sha256)]
    });
    let head = ["copies-table", "copies-rows", "copies-digest"].map(|key| global.text(key, &[]));
    Ok(io::stdout().lock().write_all(table(&head, &rows.collect::<Vec<_>>()).as_bytes())?)
}

/// Shows two sides of a copy, table by table.
///
/// # Errors
/// Where nothing can be written.
pub fn show_both(from: &Manifest, to: &Manifest, global: &Global) -> anyhow::Result<()> {
    let rows = from.tables.iter().zip(&to.tables).map(|(from, to)| {
        let same = if from == to { "copies-equal" } else { "copies-unequal" };
        let rows = grouped(&from.rows.to_string(), global.language());
        [from.table.clone(), rows, short(&from.sha256), short(&to.sha256), global.text(same, &[])]
    });
    let head = ["copies-table", "copies-rows", "copies-digest-from", "copies-digest-to", "copies-comparison"];
    let head = head.map(|key| global.text(key, &[]));
    Ok(io::stdout().lock().write_all(table(&head, &rows.collect::<Vec<_>>()).as_bytes())?)
}

/// How many tables and rows there are.
#[must_use]
pub fn sum(manifest: &Manifest, global: &Global) -> String {
    let rows = manifest.tables.iter().map(|table| table.rows).sum();
    global.text("copies-sum", &[("tables", manifest.tables.len().into()), ("rows", Arg::Count(rows))])
}

fn short(digest: &str) -> String {
    digest.chars().take(DIGEST_DIGITS).collect()
}

/// Lines with columns; the second, which holds numbers, ends where its head ends.
fn table<const COLUMNS: usize>(head: &[String; COLUMNS], rows: &[[String; COLUMNS]]) -> String {
    let widest = |at: usize| rows.iter().chain([head]).map(|row| row[at].chars().count()).max().unwrap_or_default();
    let widths: Vec<usize> = (0..COLUMNS).map(widest).collect();
    let mut text = String::new();
    for row in [head].into_iter().chain(rows) {
        let mut line = String::new();
        for (at, (cell, width)) in row.iter().zip(&widths).enumerate() {
            let gap = if at == 0 { "" } else { "  " };
            let cell = if at == 1 { format!("{gap}{cell:>width$}") } else { format!("{gap}{cell:<width$}") };
            line.push_str(&cell);
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}
