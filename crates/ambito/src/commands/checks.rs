// SPDX-License-Identifier: AGPL-3.0-or-later
//! `ambito checks`: the list of all checks.

use super::explain::{ManualForm, ManualFormat};
use crate::global::Global;
use ambito_checks::Selection;
use ambito_exchange::checks::manual;
use std::io;
use std::process::ExitCode;

/// In which form.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// `--format`.
    #[command(flatten)]
    form: ManualForm,
}

/// Writes the list.
///
/// # Errors
/// What the output says.
pub fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    let mut out = io::stdout().lock();
    match args.form.format {
        ManualFormat::Text => manual::list(&mut out, &Selection::default(), &global.catalogue)?,
        ManualFormat::Markdown => manual::list_markdown(&mut out, &global.catalogue)?,
    }
    Ok(ExitCode::SUCCESS)
}
