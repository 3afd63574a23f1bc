// SPDX-License-Identifier: AGPL-3.0-or-later
//! `ambito audit export`: the record as a file that can be verified alone.

use crate::database::{self, DatabaseArgs};
use crate::global::Global;
use crate::output::OutputArgs;
use ambito_app::Address;
use ambito_i18n::Arg;
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

/// From where, and to where.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// `--database`.
    #[command(flatten)]
    database: DatabaseArgs,
    /// `--output`.
    #[command(flatten)]
    output: OutputArgs,
}

/// Writes the file.
///
/// # Errors
/// Where the database cannot be read or the file cannot be written.
pub fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    database::wait(async {
        let (app, areas) = super::open(&args.database, global).await?;
        let input = match database::address(&args.database.database, global)? {
            Address::Sqlite(path) => Some(path),
            Address::Postgres(_) => None,
        };
        let mut out = args.output.open(input.as_deref().map(Path::new), global)?;
        let mut count = 0;
        for (_, viewer) in areas {
            let mut export = app.export_audit(&viewer).await?;
            while let Some(lines) = export.next().await? {
                out.write_all(lines.as_bytes())?;
            }
            count += export.count();
        }
        out.finish()?;
        global.tell_line(&global.text("audit-exported", &[("count", Arg::Count(count))]));
        Ok(ExitCode::SUCCESS)
    })
}
