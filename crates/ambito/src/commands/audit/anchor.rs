// SPDX-License-Identifier: AGPL-3.0-or-later
//! `ambito audit anchor`: where the chain stands now, as a line to be kept outside.

use crate::database::{self, DatabaseArgs};
use crate::global::Global;
use std::io::{self, Write as _};
use std::process::ExitCode;

/// Of which database.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// `--database`.
    #[command(flatten)]
    database: DatabaseArgs,
}

/// Writes a line for each area.
///
/// # Errors
/// Where the database cannot be read.
pub fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    database::wait(async {
        let (app, areas) = super::open(&args.database, global).await?;
        for (_, viewer) in areas {
            let anchor = app.anchor_audit(&viewer).await?;
            writeln!(io::stdout(), "{}", anchor.line())?;
        }
        global.tell_line(&global.text("audit-anchor-advice", &[]));
        Ok(ExitCode::SUCCESS)
    })
}
