// SPDX-License-Identifier: AGPL-3.0-or-later
//! `docs/cli.md`: the help of the program and of every command, in both languages, as the program prints it.

use super::{BANNER, Page};
use crate::{house, shell};
use anyhow::{Context, Result, bail};
use std::path::Path;

/// The languages of the page: the word of `--lang` and the heading.
pub const LANGUAGES: &[(&str, &str)] = &[("it", "Italiano"), ("en", "English")];

/// Makes the page by running the program.
pub fn pages() -> Result<Vec<Page>> {
    let program = house::build_tested()?;
    let commands = commands()?;
    let mut text = format!("{BANNER}# ambito\n");
    for (word, heading) in LANGUAGES {
        text.push_str(&format!("\n## {heading}\n"));
        let whole = help(&program, word, None)?;
        for command in &commands {
            if !whole.split_whitespace().any(|found| found == command) {
                bail!("crates/ambito/src/commands/{command}.rs: `ambito --lang {word} --help` does not name {command}");
            }
        }
        text.push_str(&fenced("ambito", &whole));
        for command in &commands {
            text.push_str(&fenced(&format!("ambito {command}"), &help(&program, word, Some(command))?));
        }
    }
    Ok(vec![Page { path: "docs/cli.md".to_owned(), text }])
}

/// Commands that the program asks of itself: they have no help.
const OF_ITS_OWN: &[&str] = &["decode_pdf"];

/// The commands of the program that are for people: one file each.
pub fn commands() -> Result<Vec<String>> {
    let folder = house::root().join("crates/ambito/src/commands");
    let mut names = Vec::new();
    for entry in std::fs::read_dir(&folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let path = entry?.path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if name != "mod" && !OF_ITS_OWN.contains(&name.as_str()) && !names.contains(&name) {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

fn help(program: &Path, language: &str, command: Option<&str>) -> Result<String> {
    let mut ambito = house::ambito(program);
    ambito.args(["--lang", language]).args(command).arg("--help");
    shell::capture(&mut ambito)
}

fn fenced(title: &str, text: &str) -> String {
    let lines: Vec<&str> = text.trim_end().lines().map(str::trim_end).collect();
    format!("\n### {title}\n\n```text\n{}\n```\n", lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fences_without_trailing_blanks() {
        assert_eq!(fenced("ambito", "a  \nb\n\n"), "\n### ambito\n\n```text\na\nb\n```\n");
    }
}
