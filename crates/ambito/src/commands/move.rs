// SPDX-License-Identifier: AGPL-3.0-or-later
//! `ambito move`: one database into another, of the same kind or not, and the proof that they are equal.

use crate::copying::{self, Copying};
use crate::database;
use crate::global::Global;
use ambito_app::copies::{self, Error};
use std::process::ExitCode;

/// From where to where.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The database that is there.
    #[arg(long, value_name = "value-database", help = "help-move-from")]
    from: String,
    /// The database that is to be.
    #[arg(long, value_name = "value-database", help = "help-move-to")]
    to: String,
}

/// Copies the database and shows both sides.
///
/// # Errors
/// Where one of the two does not answer, or the second holds something.
pub fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    let (from, to) = (database::address(&args.from, global)?, database::address(&args.to, global)?);
    database::wait(async {
        let source = copying::open_source(&from, global).await?;
        let was_there = copying::is_file(&to);
        let target = copying::open_target(&to, global).await?;
        let line = Copying::begin(global);
        let app = database::app(source.clone());
        let outcome = app.move_to(&database::keeper(), &target, &mut line.watch()).await;
        // Once more after the commit, by a reader like any other.
        let outcome = match outcome {
            Ok(manifest) => copies::digests(&target, &mut line.watch()).await.map(|found| (manifest, found)),
            Err(error) => Err(error),
        };
        drop(line);
        source.close().await;
        target.close().await;
        let (manifest, found) = outcome.map_err(|error| {
            if !was_there && !matches!(error, Error::Different { .. }) {
                copying::remove_made(&to);
            }
            let about = if copying::is_of_source(&error) { &from } else { &to };
            copying::refusal(&error, &about.shown(), about, global)
        })?;
        copying::show_both(&manifest, &found, global)?;
        // Another schema brings other tables: what was put in was proven at the schema that it had.
        if manifest.schema == found.schema
            && let Some(table) = manifest.first_difference(&found.tables)
        {
            let error = Error::Different { table: table.to_owned() };
            return Err(copying::refusal(&error, &to.shown(), &to, global).into());
        }
        let (from, to) = (from.shown(), to.shown());
        let sum = copying::sum(&manifest, global);
        let args = [("from", (&from).into()), ("to", (&to).into()), ("sum", (&sum).into())];
        global.tell_line(&global.text("copies-moved", &args));
        Ok(ExitCode::SUCCESS)
    })
}
