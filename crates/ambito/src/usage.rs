// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is wrong with a command line, in the user's words.

use crate::global::Global;
use crate::problems::EXIT_PROBLEM;
use ambito_findings::{Finding, Severity};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::io::Write as _;
use std::process::ExitCode;

/// Shows the help that was asked for, or says what is wrong with the command line.
pub fn report(error: &clap::Error, global: &Global) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            // Nobody may be reading any more; that is no problem of theirs.
            let _ = write!(std::io::stdout(), "{}", error.render());
            ExitCode::SUCCESS
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            global.tell_line(error.render().to_string().trim_end());
            EXIT_PROBLEM.into()
        }
        _ => {
            global.tell(&finding(error, global));
            EXIT_PROBLEM.into()
        }
    }
}

fn finding(error: &clap::Error, global: &Global) -> Finding {
    let argument = value(error, ContextKind::InvalidArg);
    let given = value(error, ContextKind::InvalidValue);
    let (code, message) = match error.kind() {
        ErrorKind::UnknownArgument => ("USO001", global.text("option-unknown", &[("option", (&argument).into())])),
        ErrorKind::InvalidSubcommand => {
            let command = value(error, ContextKind::InvalidSubcommand);
            ("USO002", global.text("command-unknown", &[("command", (&command).into())]))
        }
        ErrorKind::MissingRequiredArgument => {
            ("USO003", global.text("argument-missing", &[("argument", (&argument).into())]))
        }
        ErrorKind::InvalidValue if given.is_empty() => {
            ("USO004", global.text("value-missing", &[("option", (&argument).into())]))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let args = [("option", (&argument).into()), ("value", (&given).into())];
            ("USO005", global.text("value-wrong", &args))
        }
        ErrorKind::ArgumentConflict => ("USO006", global.text("option-repeated", &[("option", (&argument).into())])),
        _ => ("USO007", global.text("usage-wrong", &[])),
    };
    let mut finding = Finding::new(code, Severity::Error, message);
    let allowed = value(error, ContextKind::ValidValue);
    if !allowed.is_empty() {
        finding = finding.hint(global.text("value-allowed", &[("values", (&allowed).into())]));
    }
    let suggested = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand]
        .into_iter()
        .map(|kind| value(error, kind))
        .find(|value| !value.is_empty());
    if let Some(suggested) = suggested {
        finding = finding.hint(global.text("usage-suggested", &[("word", (&suggested).into())]));
    }
    finding.hint(global.text("usage-help", &[]))
}

/// What clap tells about an error, as text.
fn value(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    }
}
