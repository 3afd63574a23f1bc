// SPDX-License-Identifier: AGPL-3.0-or-later
//! `docs/vocabulary.md`: the manual of the vocabulary, from the comments and the words of its TOML files.

use super::{BANNER, Page};
use crate::house;
use anyhow::{Context, Result};
use std::collections::HashMap;
use toml::{Table, Value};

const FOLDER: &str = "crates/documents/src/vocabulary";

const OPENING: &str = "# The vocabulary\n\nThe words by which Ambito understands documents. A file given with \
    `--vocabulary FILE` has the same form and comes before these words: CONTRIBUTING.md shows it on an example. \
    Spelling of accents, capitals, apostrophes and punctuation does not matter.\n";

/// Makes the page from the files, in order of name.
pub fn pages() -> Result<Vec<Page>> {
    let folder = house::root().join(FOLDER);
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(&folder).with_context(|| format!("{FOLDER} cannot be read"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            paths.push(path);
        }
    }
    paths.sort();
    let mut text = format!("{BANNER}{OPENING}");
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let source = std::fs::read_to_string(&path).with_context(|| format!("{FOLDER}/{name} cannot be read"))?;
        text.push_str(&chapter(&name, &source).with_context(|| format!("{FOLDER}/{name} is no TOML"))?);
    }
    Ok(vec![Page { path: "docs/vocabulary.md".to_owned(), text }])
}

/// One file: its opening comment, then its entries.
fn chapter(name: &str, source: &str) -> Result<String> {
    let table: Table = source.replace("\r\n", "\n").parse()?;
    let mut text = format!("\n## `{name}`\n\n```text\n{}\n```\n", opening_comment(source).join("\n"));
    let comments = comments(source);
    for (section, value) in &table {
        match value {
            Value::Array(entries) if entries.iter().all(Value::is_table) => {
                for entry in entries.iter().filter_map(Value::as_table) {
                    text.push_str(&entry_text(section, entry));
                }
            }
            Value::Table(entry) => {
                text.push_str(&format!("\n### {section}\n\n"));
                for (key, value) in entry {
                    let comment = comments.get(key.as_str()).map_or(String::new(), |words| format!(" {words}"));
                    text.push_str(&format!("- **{key}**:{comment} {}\n", words(value)));
                }
            }
            other => text.push_str(&format!("\n### {section}\n\n{}\n", words(other))),
        }
    }
    Ok(text)
}

/// One `[[section]]`: its first text names it, the rest is a list.
fn entry_text(section: &str, entry: &Table) -> String {
    let title = ["name", "kind", "role"].iter().find_map(|key| entry.get(*key)).map_or(String::new(), words);
    let mut text = format!("\n### {section}: {title}\n\n");
    for (key, value) in entry.iter().filter(|(key, _)| !["name", "kind", "role"].contains(&key.as_str())) {
        match value {
            Value::Table(columns) => {
                for (column, value) in columns {
                    text.push_str(&format!("- {key} **{column}**: {}\n", words(value)));
                }
            }
            other => text.push_str(&format!("- **{key}**: {}\n", words(other))),
        }
    }
    if entry.contains_key("role") && entry.contains_key("kind") {
        text.push_str(&format!("- **kind**: {}\n", words(&entry["kind"])));
    }
    text
}

/// A value as words between commas; a word with its weight as `word (weight)`.
fn words(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(item).collect::<Vec<_>>().join(", "),
        Value::Table(entries) => {
            entries.iter().map(|(key, value)| format!("{key} = {}", words(value))).collect::<Vec<_>>().join("; ")
        }
        Value::Integer(number) => number.to_string(),
        Value::Boolean(answer) => answer.to_string(),
        Value::Float(_) | Value::Datetime(_) => value.type_str().to_owned(),
    }
}

fn item(value: &Value) -> String {
    match value {
        Value::Array(pair) if pair.len() == 2 => format!("{} ({})", words(&pair[0]), words(&pair[1])),
        Value::Array(_) => format!("[{}]", words(value)),
        other => words(other),
    }
}

/// The comment at the head of a file, without its marks and without the licence line.
fn opening_comment(source: &str) -> Vec<&str> {
    source
        .lines()
        .take_while(|line| line.starts_with('#'))
        .filter(|line| !line.contains("SPDX-License-Identifier"))
        .map(|line| line.trim_start_matches('#').strip_prefix(' ').unwrap_or("").trim_end())
        .collect()
}

/// The comment right above each key.
fn comments(source: &str) -> HashMap<&str, String> {
    let mut found = HashMap::new();
    let mut above: Vec<&str> = Vec::new();
    for line in source.lines() {
        if let Some(comment) = line.strip_prefix('#') {
            above.push(comment.trim());
            continue;
        }
        if let Some((key, _)) = line.split_once(" =").filter(|_| !above.is_empty()) {
            found.insert(key.trim(), above.join(" "));
        }
        above.clear();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_becomes_a_chapter() {
        let source = "# SPDX-License-Identifier: AGPL-3.0-or-later\n# Levels.\n#\n# name  the word\n\n\
            [[level]]\nname = \"area\"\nwords = [\"area\", \"macroarea\"]\nsigns = [[\"a\", 2]]\n\n\
            [words]\n# It is not exact.\napproximate = [\"circa\"]\n";
        let expected = "\n## `levels.toml`\n\n```text\nLevels.\n\nname  the word\n```\n\
            \n### level: area\n\n- **signs**: a (2)\n- **words**: area, macroarea\n\
            \n### words\n\n- **approximate**: It is not exact. circa\n";
        assert_eq!(chapter("levels.toml", source).unwrap(), expected);
    }
}
