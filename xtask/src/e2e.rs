// SPDX-License-Identifier: AGPL-3.0-or-later
//! The tests in a real browser: Debian's Chromium, driven by Node, against the programs as they are built.
//!
//! Invariant: what is installed goes into the target folder or comes from Debian; nothing beside the sources.

use crate::fixtures::debian;
use crate::{house, shell};
use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The Debian package of the browser, and its program.
const BROWSER: (&str, &str) = ("chromium", "/usr/bin/chromium");
/// No file of tests takes longer, in milliseconds, unless something hangs.
const TIMEOUT: &str = "--test-timeout=1200000";
/// What npm reads.
const MANIFESTS: [&str; 2] = ["package.json", "package-lock.json"];

/// Builds and installs what the tests need, and gives the command that runs them.
pub fn prepare() -> Result<Command> {
    let mut node = node()?;
    // In TAP, because its closing lines are counted.
    node.args(["--test", "--test-reporter=tap", TIMEOUT]).args(tests()?);
    Ok(node)
}

/// `cargo xtask screenshots`: pictures of the pages as the people of Valdoro see them, for people to look at.
pub fn screenshots(args: &[String]) -> Result<()> {
    if !args.is_empty() {
        bail!("usage: cargo xtask screenshots");
    }
    shell::run(node()?.arg("e2e/screenshots.js"))
}

/// Node, knowing where everything is.
fn node() -> Result<Command> {
    if !Path::new(BROWSER.1).exists() {
        debian(BROWSER.0)?;
    }
    let packages = packages()?;
    let ambito = house::build_tested()?;
    let example =
        |name: &str| ambito.with_file_name("examples").join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    let mut node = shell::command("node");
    node.env("AMBITO_E2E_PACKAGES", packages)
        .env("AMBITO_E2E_BROWSER", BROWSER.1)
        .env("AMBITO_E2E_COMPONENTS", example("components"))
        .env("AMBITO_E2E_ROUTES", example("routes"))
        .env("AMBITO_E2E_PROGRAM", ambito);
    Ok(node)
}

/// The test files, from the root, in order of name.
fn tests() -> Result<Vec<PathBuf>> {
    let folder = Path::new("e2e").join("tests");
    let mut found = Vec::new();
    for entry in fs::read_dir(house::root().join(&folder)).context("e2e/tests cannot be read")? {
        found.push(folder.join(entry?.file_name()));
    }
    found.sort();
    Ok(found)
}

/// The folder `node_modules` with what the lock file says, fetched once.
fn packages() -> Result<PathBuf> {
    let sources = house::root().join("e2e");
    let lock = fs::read(sources.join(MANIFESTS[1])).context("e2e/package-lock.json cannot be read")?;
    let digest: String = Sha256::digest(&lock).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let kept = house::target_dir()?.join("e2e").join(digest);
    let packages = kept.join("node_modules");
    if packages.is_dir() {
        return Ok(packages);
    }
    // npm removes what it could not finish: a folder that is there is whole.
    fs::create_dir_all(&kept).with_context(|| format!("{} cannot be made", kept.display()))?;
    for name in MANIFESTS {
        fs::copy(sources.join(name), kept.join(name)).with_context(|| format!("e2e/{name} cannot be copied"))?;
    }
    let mut npm = Command::new("npm");
    npm.current_dir(&kept).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
    if shell::run(&mut npm).is_err() {
        fs::remove_dir_all(&kept).with_context(|| format!("{} cannot be removed", kept.display()))?;
        bail!("the tests in a browser need Node.js with npm, and the network once");
    }
    Ok(packages)
}
