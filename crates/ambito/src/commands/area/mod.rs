// SPDX-License-Identifier: AGPL-3.0-or-later
//! `ambito area`: how an area begins, and who gets in when nobody can.

mod create;
mod link;
mod list;
mod load;

use crate::database::{self, DatabaseArgs};
use crate::global::Global;
use crate::problems::error_finding;
use crate::refusal::Refusal;
use ambito_app::office::Area;
use ambito_app::{App, Error};
use std::process::ExitCode;

/// What is done.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Begins an area, with its first administrator.
    #[command(about = "help-area-create")]
    Create(create::Args),
    /// Gives a one-time link to a person.
    #[command(about = "help-area-link")]
    Link(link::Args),
    /// Lists the areas.
    #[command(about = "help-area-list")]
    List(list::Args),
    /// Makes an area from a file.
    #[command(about = "help-area-load")]
    Load(load::Args),
}

/// Does what was asked.
///
/// # Errors
/// A [`Refusal`] worded for the user, or what the system said.
pub fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    match &args.command {
        Command::Create(args) => create::run(args, global),
        Command::Link(args) => link::run(args, global),
        Command::List(args) => list::run(args, global),
        Command::Load(args) => load::run(args, global),
    }
}

/// The use cases over the database that is named.
async fn open(args: &DatabaseArgs, global: &Global) -> anyhow::Result<App> {
    let address = database::address(&args.database, global)?;
    Ok(database::app(database::open(&address, global).await?))
}

/// The area of a name; without a name, the only one.
///
/// # Errors
/// Where there is none, or several and none was named.
pub async fn choose(app: &App, named: Option<&str>, global: &Global) -> anyhow::Result<Area> {
    let areas = app.list_areas().await?;
    let mut found: Vec<Area> = match named {
        Some(name) => areas.iter().filter(|area| area.name.eq_ignore_ascii_case(name)).cloned().collect(),
        None => areas.clone(),
    };
    match (found.pop(), found.is_empty()) {
        (Some(area), true) => Ok(area),
        (None, _) if areas.is_empty() => Err(refusal("ARE001", "area-none", "area-none-hint", global).into()),
        _ => {
            let names: Vec<&str> = areas.iter().map(|area| area.name.as_str()).collect();
            let names = names.join(", ");
            let finding = error_finding("ARE002", global.text("area-which", &[("names", (&names).into())]));
            Err(Refusal(vec![finding.hint(global.text("area-which-hint", &[]))]).into())
        }
    }
}

/// What a use case refused, worded.
fn refused(error: Error, global: &Global) -> anyhow::Error {
    match error {
        Error::Invalid(faults) => {
            let findings = faults.into_iter().map(|fault| {
                let words = global.text(fault.key, &[]);
                error_finding(
                    "ARE003",
                    global.text("area-fault", &[("field", fault.field.into()), ("words", (&words).into())]),
                )
            });
            Refusal(findings.collect()).into()
        }
        Error::Broken(what) => {
            let finding = error_finding("ARE004", global.text("area-unknown", &[("what", (&what).into())]));
            Refusal(vec![finding.hint(global.text("area-unknown-hint", &[]))]).into()
        }
        error => error.into(),
    }
}

fn refusal(code: &'static str, key: &str, hint: &str, global: &Global) -> Refusal {
    Refusal(vec![error_finding(code, global.text(key, &[])).hint(global.text(hint, &[]))])
}
