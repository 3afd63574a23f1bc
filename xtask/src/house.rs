// SPDX-License-Identifier: AGPL-3.0-or-later
//! Where the project is, what is in it, and the program it builds.

use crate::shell;
use anyhow::{Context, Result};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The root of the project.
pub fn root() -> PathBuf {
    let manifest = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let xtask = PathBuf::from(manifest);
    xtask.parent().map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}

/// What cargo knows of the workspace and of all its dependencies on this kind of machine.
pub fn metadata() -> Result<Value> {
    let about = shell::capture(shell::command("rustc").arg("-vV"))?;
    let host = about.lines().find_map(|line| line.strip_prefix("host: ")).context("`rustc -vV` names no host")?;
    ask_cargo(&["--filter-platform", host])
}

fn ask_cargo(arguments: &[&str]) -> Result<Value> {
    let mut cargo = shell::cargo();
    let text = shell::capture(cargo.args(["metadata", "--quiet", "--format-version", "1"]).args(arguments))?;
    serde_json::from_str(&text).context("the answer of `cargo metadata` is no JSON")
}

/// How a build of the program is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// Quick to build: for the help texts.
    Dev,
    /// What is shipped: for people and for measures.
    Release,
}

/// Builds the program and gives its place.
pub fn build_ambito(profile: Profile) -> Result<PathBuf> {
    build(profile, &["--package", "ambito"], "ambito")
}

/// Builds the program as the tests build it, with all features and the examples beside it, so that nothing is built twice;
/// and gives its place.
pub fn build_tested() -> Result<PathBuf> {
    build(Profile::Dev, &["--workspace", "--all-features", "--bins", "--examples"], "ambito")
}

/// Builds one program of the workspace and gives its place.
pub fn build(profile: Profile, arguments: &[&str], program: &str) -> Result<PathBuf> {
    let mut cargo = shell::cargo();
    cargo.arg("build").args(arguments);
    let folder = match profile {
        Profile::Dev => "debug",
        Profile::Release => {
            cargo.arg("--release");
            "release"
        }
    };
    shell::run(&mut cargo)?;
    Ok(target_dir()?.join(folder).join(format!("{program}{}", std::env::consts::EXE_SUFFIX)))
}

/// Where cargo builds.
pub fn target_dir() -> Result<PathBuf> {
    let metadata = ask_cargo(&["--no-deps"])?;
    let target = metadata["target_directory"].as_str().context("`cargo metadata` names no target folder")?;
    Ok(PathBuf::from(target))
}

/// A command for the program just built, with neither the reader's language nor colours of its own.
pub fn ambito(program: &Path) -> Command {
    let mut command = shell::command(program);
    command.env("NO_COLOR", "1");
    command
}

/// The demonstration documents, in order of name: what stands beside them as expected is no document.
pub fn demo_documents() -> Result<Vec<PathBuf>> {
    let folder = root().join("demo").join("documenti");
    let mut found = Vec::new();
    for entry in std::fs::read_dir(&folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let path = entry?.path();
        if path.is_file() && !path.to_string_lossy().ends_with(".json") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
