// SPDX-License-Identifier: AGPL-3.0-or-later
//! The `ambito` program: a thin shell over the other rooms.
//!
//! Invariants: nothing but the result on standard output; every word shown comes from the message catalogue; the
//! program ends with 0, with 1 where a command says so, or with 2 where something could not be read or done.

mod accepted;
mod commands;
mod copying;
mod database;
mod global;
mod localise;
mod output;
mod outside;
mod problems;
mod progress;
mod reading;
mod refusal;
mod usage;
mod worker;

use ambito_i18n::{Catalogue, Language};
use clap::{CommandFactory as _, FromArgMatches as _};
use global::Global;
use refusal::Refusal;
use std::ffi::OsString;
use std::process::ExitCode;

/// Options that every command has stand below its own.
const LAST: usize = 900;

/// The whole command line; its texts are keys of the message catalogue.
#[derive(Debug, clap::Parser)]
#[command(name = "ambito", version, about = "help-ambito", after_help = "help-ambito-after")]
#[command(subcommand_required = true, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: commands::Command,
    /// The language of the messages; it is looked for before anything is parsed.
    #[arg(long, global = true, display_order = LAST, value_parser = ["it", "en"], value_name = "value-language", help = "help-lang")]
    lang: Option<String>,
}

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let global = Global::new(Catalogue::new(language_of(&arguments)));
    let outcome = match parse(arguments, &global) {
        Ok(cli) => cli.command.run(&global),
        Err(error) => return usage::report(&error, &global),
    };
    outcome.unwrap_or_else(|error| {
        if output::is_broken_pipe(&error) {
            return ExitCode::SUCCESS;
        }
        match error.downcast::<Refusal>() {
            Ok(Refusal(findings)) => findings.iter().for_each(|finding| global.tell(finding)),
            Err(error) => global.tell(&problems::unexpected(&error, &global)),
        }
        problems::EXIT_PROBLEM.into()
    })
}

/// Parses the command line with its texts in the user's language.
fn parse(arguments: Vec<OsString>, global: &Global) -> Result<Cli, clap::Error> {
    let command = localise::localise(Cli::command(), &global.catalogue).term_width(global.columns);
    let matches = command.try_get_matches_from(arguments)?;
    Cli::from_arg_matches(&matches)
}

/// The language that `--lang` names, else the one of the environment.
fn language_of(arguments: &[OsString]) -> Language {
    let mut words = arguments.iter().filter_map(|argument| argument.to_str());
    let mut named = None;
    while let Some(word) = words.next() {
        named = match word.strip_prefix("--lang") {
            _ if word == "--" => break,
            Some("") => words.next().and_then(Language::from_word).or(named),
            Some(value) => value.strip_prefix('=').and_then(Language::from_word).or(named),
            None => named,
        };
    }
    named.unwrap_or_else(|| {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
        Language::from_environment(locale.as_deref())
    })
}
