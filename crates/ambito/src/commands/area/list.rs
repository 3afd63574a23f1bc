// SPDX-License-Identifier: AGPL-3.0-or-later
//! `ambito area list`: the areas of a database.

use super::open;
use crate::database::{self, DatabaseArgs};
use crate::global::Global;
use std::io::Write as _;
use std::process::ExitCode;

/// Of which database.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    database: DatabaseArgs,
}

/// Writes one area a line: identifier, name.
///
/// # Errors
/// Where the database cannot be opened.
pub fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    database::wait(async {
        let app = open(&args.database, global).await?;
        let mut out = std::io::stdout().lock();
        for area in app.list_areas().await? {
            writeln!(out, "{}  {}", area.id, ambito_findings::printable(&area.name))?;
        }
        app.close().await;
        Ok(ExitCode::SUCCESS)
    })
}
