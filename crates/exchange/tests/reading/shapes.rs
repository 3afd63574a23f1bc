// SPDX-License-Identifier: AGPL-3.0-or-later
//! Documents of other shapes and the demonstration documents against what a person expects to be read:
//! `NAME.expected.json` beside `NAME`.
//!
//! What is written there must be read; more may be. Top-level values are equal, `counts` are whole, each expected
//! record matches one that has all its keys (`line` chooses it), `{"node_code"}` and `{"node_title"}` stand for the
//! node of that code or title, and each expected field of a node is among its fields.

use super::figures::plain;
use super::support::{file, list, node_of, root};
use serde_json::{Map, Value};
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn shapes() {
    check_folder("tests/shapes", 12);
}

#[test]
fn demonstration() {
    check_folder("demo/documenti", 5);
}

fn check_folder(folder: &str, at_least: usize) {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let expected: Vec<&PathBuf> =
        paths.iter().filter(|path| path.to_string_lossy().ends_with(".expected.json")).collect();
    assert!(expected.len() >= at_least, "{folder}: only {} documents", expected.len());
    let told: Vec<String> = expected.iter().flat_map(|path| mismatches(path)).collect();
    assert!(told.is_empty(), "{folder}: {} mismatches\n{}", told.len(), told.join("\n"));
}

/// What one document is not read as.
fn mismatches(expected_path: &Path) -> Vec<String> {
    let name = expected_path.to_string_lossy().into_owned();
    let source = file(Path::new(name.strip_suffix(".expected.json").unwrap()));
    let expected: Map<String, Value> = serde_json::from_slice(&fs::read(expected_path).unwrap()).unwrap();
    let document = source.read();
    let mut told = Vec::new();
    for (key, value) in &expected {
        match value {
            _ if key == "counts" => told.extend(counts(value, &document)),
            Value::Array(records) => {
                told.extend(records.iter().filter_map(|record| without_match(key, record, &document)));
            }
            _ => told.extend(differences(value, &document[key], key, &document)),
        }
    }
    told.iter().map(|mismatch| format!("{}: {mismatch:.300}", source.name)).collect()
}

fn counts(expected: &Value, document: &Value) -> Vec<String> {
    let counts = expected.as_object().unwrap().iter();
    counts
        .map(|(kind, count)| (kind, count.as_u64().unwrap(), list(document, kind).len() as u64))
        .filter(|(_, count, found)| count != found)
        .map(|(kind, count, found)| format!("{found} {kind} instead of {count}"))
        .collect()
}

/// What the record that comes nearest does not have; `None` where one has everything.
fn without_match(kind: &str, expected: &Value, document: &Value) -> Option<String> {
    let at_line = |record: &&Value| expected.get("line").is_none_or(|line| record["line"] == *line);
    let candidates = list(document, kind).iter().filter(at_line);
    let nearest = candidates.map(|record| differences(expected, record, kind, document)).min_by_key(Vec::len);
    match nearest {
        None => Some(format!("{kind}: nothing like {expected}")),
        Some(differences) if differences.is_empty() => None,
        Some(differences) => Some(format!("{kind} {}: {}", brief(expected), differences.join("; "))),
    }
}

fn brief(expected: &Value) -> &Value {
    ["line", "code", "chapter", "title"]
        .iter()
        .map(|key| &expected[*key])
        .find(|value| !value.is_null())
        .unwrap_or(expected)
}

/// Where a value is not what is expected of it.
fn differences(expected: &Value, found: &Value, at: &str, document: &Value) -> Vec<String> {
    match expected {
        Value::Object(keys) if keys.contains_key("node_code") || keys.contains_key("node_title") => {
            let node = node_of(document, found).unwrap_or(&Value::Null);
            let is_it = match (keys.get("node_code"), keys.get("node_title")) {
                (Some(code), _) => node["code"] == *code,
                (None, title) => {
                    title.is_some_and(|title| same(title, &node["title"]) || same(title, &node["inferred_title"]))
                }
            };
            told_unless(is_it, || format!("{at} is {} {}, not {expected}", node["code"], node["title"]))
        }
        Value::Object(keys) => {
            let keys = keys.iter().filter(|(key, _)| !key.starts_with('_') && *key != "open");
            keys.flat_map(|(key, value)| differences(value, &found[key], &format!("{at}.{key}"), document)).collect()
        }
        Value::Array(values) if at.ends_with(".fields") => {
            let fields: &[Value] = found.as_array().map_or(&[], Vec::as_slice);
            let has = |value: &Value| fields.iter().any(|field| differences(value, field, at, document).is_empty());
            values.iter().filter(|value| !has(value)).map(|value| format!("{at} has no {value}")).collect()
        }
        Value::Array(values) => {
            let items: &[Value] = found.as_array().map_or(&[], Vec::as_slice);
            let mut told = told_unless(values.len() == items.len(), || format!("{at} is {found}, not {expected}"));
            for (place, (value, item)) in values.iter().zip(items).enumerate() {
                told.extend(differences(value, item, &format!("{at}[{place}]"), document));
            }
            told
        }
        _ => told_unless(same(expected, found), || format!("{at} is {found}, not {expected}")),
    }
}

/// Texts are the same whatever their white space and closing stops; an empty text says as little as no text.
fn same(expected: &Value, found: &Value) -> bool {
    let is_nothing = |value: &Value| value.is_null() || value == "";
    match (expected.as_str(), found.as_str()) {
        (Some(expected), Some(found)) => plain(expected) == plain(found),
        _ => expected == found || (is_nothing(expected) && is_nothing(found)),
    }
}

fn told_unless(fine: bool, tell: impl FnOnce() -> String) -> Vec<String> {
    if fine { Vec::new() } else { vec![tell()] }
}
