// SPDX-License-Identifier: AGPL-3.0-or-later
//! The measured tables in `docs/performance.md`, between two marks; the words around them are written by hand.

use crate::{house, shell};
use anyhow::{Context, Result};

const PAGE: &str = "docs/performance.md";

/// Replaces what stands between the marks of one benchmark with its new table.
pub fn write(benchmark: &str, command: &str, table: &str) -> Result<()> {
    let path = house::root().join(PAGE);
    let page = std::fs::read_to_string(&path).with_context(|| format!("{PAGE} cannot be read"))?;
    let date = shell::capture(shell::command("date").arg("+%F"))?;
    let block = format!("`{command}`, {}, {}.\n\n{table}", date.trim(), machine());
    let page = replaced(&page, benchmark, &block)
        .with_context(|| format!("{PAGE} has no `<!-- {benchmark} -->` and `<!-- /{benchmark} -->`"))?;
    std::fs::write(&path, page).with_context(|| format!("{PAGE} cannot be written"))?;
    println!("\n{PAGE} is up to date");
    Ok(())
}

fn replaced(page: &str, benchmark: &str, block: &str) -> Option<String> {
    let (open, close) = (format!("<!-- {benchmark} -->"), format!("<!-- /{benchmark} -->"));
    let (before, rest) = page.split_once(&open)?;
    let (_, after) = rest.split_once(&close)?;
    Some(format!("{before}{open}\n\n{}\n\n{close}{after}", block.trim_end()))
}

/// The processor, as Linux names it, and how many cores this process may use.
fn machine() -> String {
    let known = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = known.lines().find_map(|line| line.strip_prefix("model name")?.split_once(':'));
    let model = model.map_or("unknown processor", |(_, name)| name.trim());
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZeroUsize::get);
    format!("{cores} cores of {model}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replaces_only_between_its_marks() {
        let page = "a\n<!-- x -->\nold\n<!-- /x -->\n<!-- y -->\n<!-- /y -->\n";
        let expected = "a\n<!-- x -->\n\nnew\n\n<!-- /x -->\n<!-- y -->\n<!-- /y -->\n";
        assert_eq!(replaced(page, "x", "new\n").as_deref(), Some(expected));
        assert_eq!(replaced(page, "z", "new"), None);
    }
}
