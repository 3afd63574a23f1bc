// SPDX-License-Identifier: AGPL-3.0-or-later
//! `cargo xtask docs`: the pages that are made from the program and its data. They are committed; `--check` (and
//! `cargo xtask tidy`) fails when making them again would change them.

mod checks;
mod cli;
mod vocabulary;

use crate::house;
use anyhow::{Context, Result, bail};

/// A generated page.
pub struct Page {
    /// Its place, from the root of the project.
    pub path: String,
    /// What should stand in it.
    pub text: String,
}

/// What makes pages. A new page is a file and a line here.
const MAKERS: &[fn() -> Result<Vec<Page>>] = &[checks::pages, cli::pages, vocabulary::pages];

/// The first line of every generated page.
const BANNER: &str = "<!-- Made by `cargo xtask docs`: change its source, not this page. -->\n\n";

/// Makes the pages again, or only compares.
pub fn run(args: &[String]) -> Result<()> {
    match args {
        [] => write_all(),
        [flag] if flag == "--check" => check_all(),
        _ => bail!("usage: cargo xtask docs [--check]"),
    }
}

/// The pages whose file differs from what would be made now.
pub fn stale() -> Result<Vec<Page>> {
    let mut stale = Vec::new();
    for make in MAKERS {
        for page in make()? {
            let there = std::fs::read_to_string(house::root().join(&page.path)).unwrap_or_default();
            if there.replace("\r\n", "\n") != page.text {
                stale.push(page);
            }
        }
    }
    Ok(stale)
}

fn write_all() -> Result<()> {
    for page in stale()? {
        let path = house::root().join(&page.path);
        std::fs::create_dir_all(path.parent().unwrap_or(&path)).context("docs/ cannot be made")?;
        std::fs::write(&path, &page.text).with_context(|| format!("{} cannot be written", page.path))?;
        println!("{}", page.path);
    }
    Ok(())
}

fn check_all() -> Result<()> {
    let stale = stale()?;
    if stale.is_empty() {
        return Ok(());
    }
    let names: Vec<&str> = stale.iter().map(|page| page.path.as_str()).collect();
    bail!("out of date: {}; run `cargo xtask docs`", names.join(", "))
}
