// SPDX-License-Identifier: AGPL-3.0-or-later
//! `ambito checks`: the list of all checks.

use crate::global::Global;
use ambito_checks::Selection;
use ambito_exchange::checks::manual;
use std::io;
use std::process::ExitCode;

/// Nothing to choose.
#[derive(Debug, clap::Args)]
pub struct Args {}

/// Writes the list.
///
/// # Errors
/// What the output says.
pub fn run(_: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    manual::list(&mut io::stdout().lock(), &Selection::default(), &global.catalogue)?;
    Ok(ExitCode::SUCCESS)
}
