// SPDX-License-Identifier: AGPL-3.0-or-later
//! `ambito audit`: the record of what was done and seen, verified, taken out, anchored.

mod anchor;
mod export;
mod verify;

use crate::database::{self, DatabaseArgs};
use crate::global::Global;
use crate::problems::error_finding;
use crate::refusal::Refusal;
use ambito_app::office::Area;
use ambito_app::{Address, App, Db, Viewer};
use std::process::ExitCode;

/// What to do with the record.
#[derive(Debug, clap::Args)]
#[command(subcommand_required = true, arg_required_else_help = true)]
pub struct Args {
    /// Which.
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Gives the line to keep outside.
    #[command(about = "help-audit-anchor", after_help = "help-audit-anchor-after")]
    Anchor(anchor::Args),
    /// Takes the record out.
    #[command(about = "help-audit-export")]
    Export(export::Args),
    /// Finds what was changed, removed, put in or moved.
    #[command(about = "help-audit-verify", after_help = "help-audit-verify-after")]
    Verify(verify::Args),
}

/// Does what was asked.
///
/// # Errors
/// Where the database or a file cannot be read.
pub fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    match &args.command {
        Command::Anchor(args) => anchor::run(args, global),
        Command::Export(args) => export::run(args, global),
        Command::Verify(args) => verify::run(args, global),
    }
}

/// Opens the database with its areas, each with who keeps the machine as the viewer.
async fn open(args: &DatabaseArgs, global: &Global) -> anyhow::Result<(App, Vec<(Area, Viewer)>)> {
    let address = database::address(&args.database, global)?;
    let refused = |code, text: String, hint: &str| {
        let finding = error_finding(code, text).in_document(address.shown()).hint(global.text(hint, &[]));
        Refusal(vec![finding])
    };
    if let Address::Sqlite(path) = &address
        && !path.exists()
    {
        return Err(refused("DAT002", global.text("database-absent", &[]), "database-absent-hint").into());
    }
    let db = Db::open_existing(&address).await.map_err(|error| database::unopened(&error, &address, global))?;
    let app = database::app(db);
    let areas = app.list_areas().await?;
    if areas.is_empty() {
        return Err(refused("AUD001", global.text("audit-no-area", &[]), "audit-no-area-hint").into());
    }
    let viewers = areas.into_iter().map(|area| (area.clone(), Viewer::keeper(area.id, database::keeper()))).collect();
    Ok((app, viewers))
}
