// SPDX-License-Identifier: AGPL-3.0-or-later
//! The commands: one file each, with its `Args` and its `run`.
//!
//! The texts of `help = "…"`, `about = "…"` and `value_name = "…"` are keys of the message catalogue: `localise`
//! replaces them before anything is parsed or shown. A new command is a file, a `mod` line, a variant and an arm.

mod accept;
mod area;
mod audit;
mod backup;
mod check;
mod checks;
mod compare;
pub mod decode_pdf;
mod explain;
mod import;
mod r#move;
mod read;
mod restore;
pub mod serve;

use crate::global::Global;
use std::process::ExitCode;

/// What Ambito can be asked to do.
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Accepts findings.
    #[command(about = "help-accept", after_help = "help-accept-after")]
    Accept(accept::Args),
    /// Areas: begins one, lists them, gives access.
    #[command(about = "help-area")]
    Area(area::Args),
    /// The record of what was done and seen.
    #[command(about = "help-audit")]
    Audit(audit::Args),
    /// Copies a database into a file.
    #[command(about = "help-backup", after_help = "help-backup-after")]
    Backup(backup::Args),
    /// Finds what does not add up.
    #[command(about = "help-check", after_help = "help-check-after")]
    Check(check::Args),
    /// Lists the checks.
    #[command(about = "help-checks")]
    Checks(checks::Args),
    /// Compares two documents.
    #[command(about = "help-compare", after_help = "help-compare-after")]
    Compare(compare::Args),
    /// Opens a PDF for another process of this program.
    #[command(hide = true)]
    DecodePdf(decode_pdf::Args),
    /// Explains a check.
    #[command(about = "help-explain")]
    Explain(explain::Args),
    /// Copies a database into another.
    #[command(about = "help-move", after_help = "help-move-after")]
    Move(r#move::Args),
    /// Files documents as plans.
    #[command(about = "help-import", after_help = "help-import-after")]
    Import(import::Args),
    /// Reads documents.
    #[command(about = "help-read")]
    Read(read::Args),
    /// Opens the office.
    #[command(about = "help-serve", after_help = "help-serve-after")]
    Serve(serve::Args),
    /// Puts a copy into a database.
    #[command(about = "help-restore", after_help = "help-restore-after")]
    Restore(restore::Args),
}

impl Command {
    /// Does what was asked.
    ///
    /// # Errors
    /// A [`Refusal`](crate::refusal::Refusal) worded for the user, or what the system said.
    pub fn run(&self, global: &Global) -> anyhow::Result<ExitCode> {
        match self {
            Self::Accept(args) => accept::run(args, global),
            Self::Area(args) => area::run(args, global),
            Self::Audit(args) => audit::run(args, global),
            Self::Backup(args) => backup::run(args, global),
            Self::Check(args) => check::run(args, global),
            Self::Checks(args) => checks::run(args, global),
            Self::Compare(args) => compare::run(args, global),
            Self::DecodePdf(args) => decode_pdf::run(args),
            Self::Explain(args) => explain::run(args, global),
            Self::Move(args) => r#move::run(args, global),
            Self::Import(args) => import::run(args, global),
            Self::Read(args) => read::run(args, global),
            Self::Serve(args) => serve::run(args, global),
            Self::Restore(args) => restore::run(args, global),
        }
    }
}
