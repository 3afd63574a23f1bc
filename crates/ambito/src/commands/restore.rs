// SPDX-License-Identifier: AGPL-3.0-or-later
//! `ambito restore`: a copy into an empty database, whole and proven, or not at all.

use crate::copying::{self, Copying};
use crate::database::{self, DatabaseArgs};
use crate::global::Global;
use crate::problems;
use crate::refusal::Refusal;
use std::fs::File;
use std::io::BufReader;
use std::path::PathBuf;
use std::process::ExitCode;

/// Which copy, and where it goes.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The file of the copy.
    #[arg(value_name = "value-file", help = "help-restore-file")]
    file: PathBuf,
    /// The database (`--database`).
    #[command(flatten)]
    database: DatabaseArgs,
}

/// Puts the copy in and shows what was in it.
///
/// # Errors
/// Where the file is no good, or the database holds something.
pub fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    let address = database::address(&args.database.database, global)?;
    let shown = args.file.display().to_string();
    let file = File::open(&args.file)
        .map_err(|error| Refusal(vec![problems::copy_unreadable(&shown, error.kind(), global)]))?;
    database::wait(async {
        let was_there = copying::is_file(&address);
        let db = copying::open_target(&address, global).await?;
        let line = Copying::begin(global);
        let app = database::app(db.clone());
        let outcome = app.restore(&database::keeper(), BufReader::new(file), &mut line.watch()).await;
        drop(line);
        db.close().await;
        let manifest = outcome.map_err(|error| {
            if !was_there {
                copying::remove_made(&address);
            }
            copying::refusal(&error, &shown, &address, global)
        })?;
        copying::show(&manifest, global)?;
        let to = address.shown();
        let sum = copying::sum(&manifest, global);
        let args = [("to", (&to).into()), ("file", (&shown).into()), ("sum", (&sum).into())];
        global.tell_line(&global.text("copies-restored", &args));
        Ok(ExitCode::SUCCESS)
    })
}
