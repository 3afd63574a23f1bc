// SPDX-License-Identifier: AGPL-3.0-or-later
//! Running other programs: every command starts in the root of the project and a failure names the command.

use crate::house;
use anyhow::{Context, Result, bail};
use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};

/// A command that starts in the root of the project.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(house::root());
    command
}

/// The cargo that runs this task.
pub fn cargo() -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs a command that speaks for itself.
///
/// # Errors
/// Where it cannot be started or does not exit with 0.
pub fn run(command: &mut Command) -> Result<()> {
    run_to(command, 0)
}

/// Runs a command that speaks for itself and is to end with a code of its own: 1 for "something changed".
///
/// # Errors
/// Where it cannot be started or exits otherwise.
pub fn run_to(command: &mut Command, code: i32) -> Result<()> {
    let name = describe(command);
    eprintln!("$ {name}");
    let status = command.status().with_context(|| format!("`{name}` cannot be started"))?;
    if status.code() != Some(code) {
        bail!("`{name}` failed ({status})");
    }
    Ok(())
}

/// Runs a command and gives what it writes on standard output.
///
/// # Errors
/// Where it cannot be started, does not exit with 0, or writes no UTF-8.
pub fn capture(command: &mut Command) -> Result<String> {
    let name = describe(command);
    let output = command.stderr(Stdio::inherit()).output().with_context(|| format!("`{name}` cannot be started"))?;
    if !output.status.success() {
        bail!("`{name}` failed ({})", output.status);
    }
    String::from_utf8(output.stdout).with_context(|| format!("`{name}` wrote something that is not UTF-8"))
}

/// Whether a command can be started and exits with 0; what it writes is dropped.
pub fn succeeds(command: &mut Command) -> bool {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|s| s.success())
}

/// The command as one would type it: the program by its name, not by its place.
pub fn describe(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut text = program.file_name().unwrap_or(program.as_os_str()).to_string_lossy().into_owned();
    for argument in command.get_args() {
        text.push(' ');
        text.push_str(&argument.to_string_lossy());
    }
    text
}
