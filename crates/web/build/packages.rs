// SPDX-License-Identifier: AGPL-3.0-or-later
//! Where the packages for browsers are: in a folder that somebody named, or fetched once into the target folder.

use crate::digest;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Names a folder `node_modules` that is there already: for builds without network.
pub const VARIABLE: &str = "AMBITO_WEB_ASSETS";
/// What npm reads.
const MANIFESTS: [&str; 2] = ["package.json", "package-lock.json"];

/// The folder `node_modules` with what the lock file says.
pub fn find(manifests: &Path, out: &Path) -> Result<PathBuf, String> {
    if let Some(named) = std::env::var_os(VARIABLE).filter(|value| !value.is_empty()) {
        return Ok(PathBuf::from(named));
    }
    let lock = manifests.join(MANIFESTS[1]);
    let lock = fs::read(&lock).map_err(|error| format!("{} cannot be read: {error}", lock.display()))?;
    let shared = target(out)?.join("web-assets");
    let kept = shared.join(digest(&lock));
    let packages = kept.join("node_modules");
    if packages.is_dir() {
        return Ok(packages);
    }
    // Fetched beside its place and moved whole: a build that is stopped leaves no half, two builds do not meet.
    let fresh = shared.join(format!("fetching-{}", std::process::id()));
    let outcome = fetch(manifests, &fresh).and_then(|()| match fs::rename(&fresh, &kept) {
        Err(error) if !packages.is_dir() => Err(format!("{} cannot be made: {error}", kept.display())),
        _ => Ok(()),
    });
    if fresh.exists() {
        fs::remove_dir_all(&fresh).map_err(|error| format!("{} cannot be removed: {error}", fresh.display()))?;
    }
    outcome.map(|()| packages)
}

/// The target folder, above the folder that cargo gave to this script.
fn target(out: &Path) -> Result<&Path, String> {
    let build = out.ancestors().find(|folder| folder.file_name().is_some_and(|name| name == "build"));
    let target = build.and_then(Path::parent).and_then(Path::parent);
    target.ok_or_else(|| format!("{} does not lie in a target folder", out.display()))
}

fn fetch(manifests: &Path, folder: &Path) -> Result<(), String> {
    let help = format!(
        "The pages of Ambito need two packages for browsers, bootstrap-italia and htmx.org, which the build fetches once with npm.\n\
         What to do: install Node.js (with npm) and build again with the network; or, on a machine without network,\n\
         copy the folder node_modules from one where `npm ci` was run in crates/web/assets, and build with\n\
         {VARIABLE}=/folder/node_modules."
    );
    fs::create_dir_all(folder).map_err(|error| format!("{} cannot be made: {error}", folder.display()))?;
    for name in MANIFESTS {
        let from = manifests.join(name);
        fs::copy(&from, folder.join(name)).map_err(|error| format!("{} cannot be copied: {error}", from.display()))?;
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let output = Command::new(npm)
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
        .current_dir(folder)
        .output()
        .map_err(|error| format!("npm cannot be started: {error}\n{help}"))?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(format!("npm could not fetch the packages ({}):\n{}\n{help}", output.status, said.trim()))
}
