// SPDX-License-Identifier: AGPL-3.0-or-later
//! Puts the user's language into the command line: every text that clap would show is replaced by the message whose
//! key stands in its place.
//!
//! What clap words by itself (headings, default values, its own errors) is switched off here or worded in `usage`.

use crate::LAST;
use ambito_i18n::Catalogue;
use clap::builder::StyledStr;
use clap::{Arg, ArgAction, Command};

/// The command with all its texts, and those of its subcommands, in one language.
#[must_use]
pub fn localise(command: Command, catalogue: &Catalogue) -> Command {
    localise_under("", command, catalogue)
}

/// The same, for a command below others.
fn localise_under(above: &str, command: Command, catalogue: &Catalogue) -> Command {
    let path = format!("{above} {}", command.get_name()).trim_start().to_owned();
    let usage = usage(&path, &command, catalogue);
    let template = format!(
        "{{about-with-newline}}\n{} {usage}\n\n{{all-args}}{{after-help}}",
        catalogue.text("help-heading-usage", &[]),
    );
    let version =
        command.get_version().map(|_| flag('V', "version", ArgAction::Version, catalogue.text("help-version", &[])));
    let help = flag('h', "help", ArgAction::Help, catalogue.text("help-help", &[]));
    let about = in_language(command.get_about(), catalogue);
    let after = in_language(command.get_after_help(), catalogue);
    command
        .about(about)
        .after_help(after)
        .override_usage(usage)
        .help_template(template)
        .subcommand_help_heading(catalogue.text("help-heading-commands", &[]))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .mut_args(|arg| localise_arg(arg, catalogue))
        .args(version.into_iter().chain([help]).map(|arg| with_heading(arg, catalogue)))
        .mut_subcommands(|subcommand| localise_under(&path, subcommand, catalogue))
}

fn flag(short: char, name: &'static str, action: ArgAction, help: String) -> Arg {
    Arg::new(name).short(short).long(name).action(action).help(help).display_order(LAST)
}

fn localise_arg(arg: Arg, catalogue: &Catalogue) -> Arg {
    let help = in_language(arg.get_help(), catalogue);
    let names: Vec<String> =
        arg.get_value_names().unwrap_or_default().iter().map(|key| catalogue.text(key, &[])).collect();
    let arg = if names.is_empty() { arg } else { arg.value_names(names) };
    // Switches have no values to hide.
    let has_values = arg.get_action().takes_values();
    let arg = with_heading(arg, catalogue).help(help);
    if has_values { arg.hide_default_value(true).hide_possible_values(true) } else { arg }
}

fn with_heading(arg: Arg, catalogue: &Catalogue) -> Arg {
    let heading = if arg.is_positional() {
        catalogue.text("help-heading-arguments", &[])
    } else {
        catalogue.text("help-heading-options", &[])
    };
    arg.help_heading(heading)
}

/// The message whose key stands in a text of the command line; nothing where there is no text.
fn in_language(key: Option<&StyledStr>, catalogue: &Catalogue) -> StyledStr {
    key.map_or_else(StyledStr::new, |key| catalogue.text(&key.to_string(), &[]).into())
}

/// `ambito read [OPZIONI] <PERCORSO>…`
fn usage(path: &str, command: &Command, catalogue: &Catalogue) -> String {
    let mut parts = vec![path.to_owned()];
    parts.push(format!("[{}]", catalogue.text("value-options", &[])));
    for arg in command.get_positionals() {
        let name =
            arg.get_value_names().unwrap_or_default().first().map_or_else(String::new, |key| catalogue.text(key, &[]));
        let many = if arg.get_num_args().is_some_and(|range| range.max_values() > 1) { "…" } else { "" };
        parts.push(format!("<{name}>{many}"));
    }
    if command.has_subcommands() {
        parts.push(format!("<{}>", catalogue.text("value-command", &[])));
    }
    parts.join(" ")
}
