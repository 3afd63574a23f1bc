// SPDX-License-Identifier: AGPL-3.0-or-later
//! `docs/checks/`: the manual of the checks, one page each, as `ambito explain` prints it; it comes from the checks' own
//! doc comments.

use super::cli::LANGUAGES;
use super::{BANNER, Page};
use crate::{house, shell};
use anyhow::Result;
use std::path::Path;

/// Makes the list and the pages by running the program.
pub fn pages() -> Result<Vec<Page>> {
    let program = house::build_tested()?;
    let mut list = format!("{BANNER}# I controlli · The checks\n");
    for (word, heading) in LANGUAGES {
        list.push_str(&format!("\n## {heading}\n\n{}", manual(&program, word, &["checks"])?));
    }
    let mut pages = vec![Page { path: "docs/checks/README.md".to_owned(), text: format!("{}\n", list.trim_end()) }];
    for code in codes(&list) {
        let mut text = format!("{BANNER}# {code}\n");
        for (word, _) in LANGUAGES {
            text.push_str(&format!("\n{}", manual(&program, word, &["explain", code])?));
        }
        pages.push(Page { path: format!("docs/checks/{code}.md"), text });
    }
    Ok(pages)
}

/// The codes that the list links to, each once.
fn codes(list: &str) -> Vec<&str> {
    let mut codes: Vec<&str> =
        list.lines().filter_map(|line| line.strip_prefix("- [")?.split_once(']')).map(|(code, _)| code).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

fn manual(program: &Path, language: &str, args: &[&str]) -> Result<String> {
    let mut ambito = house::ambito(program);
    ambito.args(["--lang", language]).args(args).args(["--format", "markdown"]);
    shell::capture(&mut ambito)
}

#[cfg(test)]
mod tests {
    use super::codes;

    #[test]
    fn finds_the_codes() {
        assert_eq!(
            codes("- [SUM002](SUM002.md) x\ny\n- [SUM001](SUM001.md)\n- [SUM002](SUM002.md)"),
            ["SUM001", "SUM002"]
        );
    }
}
