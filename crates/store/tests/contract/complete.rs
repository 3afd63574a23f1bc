// SPDX-License-Identifier: AGPL-3.0-or-later
//! No method of a repository without its contract.

use std::fs;
use std::path::{Path, PathBuf};

/// Rooms that are no repositories: the doors to a database, and what questions are written with.
const DOORS: [&str; 6] = ["db.rs", "migrate.rs", "batch.rs", "select.rs", "shape.rs", "asked.rs"];

fn sources(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            found.push((path, text));
        }
    }
    found
}

#[test]
fn every_method_has_its_contract() {
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    let suites: String = sources(&home.join("tests")).into_iter().map(|(_, text)| text).collect();
    let mut missing = Vec::new();
    let mut found = 0;
    for (path, text) in sources(&home.join("src")) {
        if DOORS.iter().any(|door| path.ends_with(door)) {
            continue;
        }
        let room = path.strip_prefix(home.join("src")).unwrap().iter().next().unwrap().to_string_lossy().into_owned();
        let room = room.trim_end_matches(".rs");
        for rest in text.split("\npub async fn ").skip(1) {
            let name = rest.split(['(', '<']).next().unwrap();
            found += 1;
            if !suites.contains(&format!("{room}::{name}(")) {
                missing.push(format!("{room}::{name}"));
            }
        }
    }
    assert!(found > 90, "{found} methods");
    assert_eq!(missing, Vec::<String>::new(), "they have no contract");
}
