// SPDX-License-Identifier: AGPL-3.0-or-later
//! Makes what the crate embeds: the files for browsers, fetched with npm where they are not there yet, and the templates.
//!
//! Invariants: nothing is written outside the target folder; a second build does nothing; what is missing is named, with
//! what to do. Deliberately absent: bundlers, compilers of styles, any script of a package.

#[path = "build/assets.rs"]
mod assets;
#[path = "build/packages.rs"]
mod packages;
#[path = "build/templates.rs"]
mod templates;

use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    match make() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            for line in message.lines() {
                println!("cargo::error={line}");
            }
            ExitCode::FAILURE
        }
    }
}

fn make() -> Result<(), String> {
    for name in ["build.rs", "build", "assets", "templates"] {
        println!("cargo::rerun-if-changed={name}");
    }
    println!("cargo::rerun-if-env-changed={}", packages::VARIABLE);
    let out = folder("OUT_DIR")?;
    let source = folder("CARGO_MANIFEST_DIR")?;
    let packages = packages::find(&source.join("assets"), &out)?;
    assets::write(&packages, &source.join("assets"), &out)?;
    templates::write(&source.join("templates"), &out)
}

fn folder(variable: &str) -> Result<PathBuf, String> {
    std::env::var_os(variable).map(PathBuf::from).ok_or_else(|| format!("cargo did not set {variable}"))
}

/// A short name for bytes (FNV-1a, 64 bits): it tells one version from another, and guards nothing.
fn digest(bytes: &[u8]) -> String {
    const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    let hash = bytes.iter().fold(BASIS, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(PRIME));
    format!("{hash:016x}")
}
