// SPDX-License-Identifier: AGPL-3.0-or-later
//! `ambito explain`: the manual of a check.

use crate::global::Global;
use crate::problems;
use crate::refusal::Refusal;
use ambito_checks::{Selection, registry};
use ambito_exchange::checks::manual;
use std::io::{self, Write as _};
use std::process::ExitCode;

/// Which checks to explain.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The codes.
    #[arg(required = true, value_name = "value-code", help = "help-explain-codes")]
    codes: Vec<String>,
    /// In which form (`--format`).
    #[command(flatten)]
    form: ManualForm,
}

/// The choice of the form of the manual.
#[derive(Debug, clap::Args)]
pub struct ManualForm {
    /// The form.
    #[arg(
        long,
        value_enum,
        default_value_t,
        hide_default_value = true,
        value_name = "value-format",
        help = "help-manual-format"
    )]
    pub format: ManualFormat,
}

/// The forms of the manual.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum ManualFormat {
    /// To read on a terminal.
    #[default]
    Text,
    /// For a page.
    Markdown,
}

/// Writes the manual of the checks.
///
/// # Errors
/// Where a code is no check's.
pub fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    let mut checks = Vec::new();
    for code in &args.codes {
        // The first letters of a family mean all of its checks.
        let prefix = Selection::parse([code.as_str()], []).ok().filter(|_| !code.trim().is_empty());
        let prefix = prefix.ok_or_else(|| Refusal(vec![problems::unknown_code(code, global)]))?;
        checks.extend(registry::CHECKS.iter().filter(|check| prefix.has(check.code)));
    }
    let mut out = io::stdout().lock();
    for (at, check) in checks.into_iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        match args.form.format {
            ManualFormat::Text => manual::explain(&mut out, check, global.columns, &global.catalogue)?,
            ManualFormat::Markdown => manual::explain_markdown(&mut out, check, &global.catalogue)?,
        }
    }
    Ok(ExitCode::SUCCESS)
}
