// SPDX-License-Identifier: AGPL-3.0-or-later
//! A PEG with its sheets in another order says the same: every record hangs from the sheet that contains it, not
//! from a place in the file.

use super::peg;
use super::sheets::{Moved, shuffled};
use super::support::{Source, demo, list, node_of, real};
use serde_json::Value;

const SEEDS: [u64; 4] = [1, 2027, 59, 0xA5A5];

/// The records of a document, each with the code of its node in place of the id, without lines, in a fixed order.
fn records(document: &Value) -> Vec<String> {
    let mut records = Vec::new();
    for (kind, list) in document.as_object().unwrap() {
        for record in list.as_array().into_iter().flatten() {
            // An upper level is made where it is named first: its own place and order say nothing.
            let mut record = record.clone();
            let home = node_of(document, &record["node"]).map(|node| name_of(document, node));
            let parent = node_of(document, &record["parent"]).map(|node| name_of(document, node));
            let also = record["also_under"].as_array().into_iter().flatten();
            let mut also: Vec<String> =
                also.filter_map(|id| node_of(document, id)).map(|node| name_of(document, node)).collect();
            also.sort();
            strip(&mut record);
            records.push(format!("{kind} of {home:?} under {parent:?} and {also:?}: {record}"));
        }
    }
    records.sort();
    records
}

/// Level and code of a node; its title where it has no code.
fn name_of(document: &Value, node: &Value) -> String {
    match node["code"].as_str() {
        Some(code) => format!("{} {code}", node["level"]),
        None => {
            let upper = node_of(document, &node["parent"]).map(|upper| name_of(document, upper)).unwrap_or_default();
            format!("{upper} > {} {}", node["level"], node["title"])
        }
    }
}

/// Takes away what depends on the order: ids and lines.
fn strip(value: &mut Value) {
    match value {
        Value::Object(map) => {
            for key in ["id", "node", "parent", "also_under", "line"] {
                map.remove(key);
            }
            map.values_mut().for_each(strip);
        }
        Value::Array(values) => values.iter_mut().for_each(strip),
        _ => {}
    }
}

fn check(source: &Source, moved: Moved) {
    let original = source.read();
    let (expected, holds) = (records(&original), peg::faults(&original).len());
    let mut told = Vec::new();
    for seed in SEEDS {
        let text = shuffled(source.text(), moved, seed);
        let document = source.with(&text).read();
        let found = records(&document);
        let lost = expected.iter().filter(|record| found.binary_search(record).is_err());
        let new = found.iter().filter(|record| expected.binary_search(record).is_err());
        told.extend(lost.map(|record| format!("seed {seed}, lost: {record:.400}")));
        told.extend(new.map(|record| format!("seed {seed}, new: {record:.400}")));
        if found.len() != expected.len() || peg::faults(&document).len() != holds {
            told.push(format!("seed {seed}: {} records, not {}", found.len(), expected.len()));
            told.extend(peg::faults(&document));
        }
        assert_eq!(list(&document, "nodes").len(), list(&original, "nodes").len(), "seed {seed}");
    }
    told.truncate(40);
    assert!(told.is_empty(), "{}\n{}", source.name, told.join("\n"));
}

#[test]
fn sheets_of_the_demonstration_change_places() {
    check(&demo("peg-2027.txt"), Moved::Sheets);
}

#[test]
fn stretches_of_the_demonstration_change_places() {
    check(&demo("peg-2027.txt"), Moved::Stretches);
}

#[test]
fn sheets_of_the_real_peg_change_places() {
    real("001").inspect(|source| check(source, Moved::Sheets));
}

#[test]
fn stretches_of_the_real_peg_change_places() {
    real("001").inspect(|source| check(source, Moved::Stretches));
}
