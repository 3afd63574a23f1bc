// SPDX-License-Identifier: AGPL-3.0-or-later
//! `ambito import`, and the same counts in the reading, in the database and on the page.

use crate::office::{AREA, Office, page};
use crate::{PLAN, run};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// The kinds of records in the reading, and the table of each.
const KINDS: [(&str, &str); 13] = [
    ("nodes", "plan_node"),
    ("indicators", "plan_indicator"),
    ("phases", "plan_phase"),
    ("budget_lines", "plan_budget_line"),
    ("efforts", "plan_effort"),
    ("allocations", "plan_allocation"),
    ("resources", "plan_resource"),
    ("timetables", "plan_timetable"),
    ("totals", "plan_total"),
    ("amounts", "plan_amount"),
    ("tables", "plan_table"),
    ("notes", "plan_note"),
    ("unread", "plan_unread"),
];

#[test]
fn a_file_is_filed_once() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("piano.txt"), PLAN).unwrap();
    std::fs::write(folder.path().join("vuoto.txt"), "").unwrap();
    std::fs::write(folder.path().join("valdoro.toml"), AREA).unwrap();
    let import = |arguments: &[&str]| run(folder.path(), &[&["import"], arguments].concat());

    let missing = import(&["piano.txt"]);
    assert_eq!((missing.code, missing.out.as_str()), (Some(2), ""));
    assert!(missing.err.contains("IMP001") && missing.err.contains("ambito area"), "{}", missing.err);
    assert!(!folder.path().join("ambito.db").exists());

    assert_eq!(run(folder.path(), &["area", "load", "valdoro.toml"]).code, Some(0));
    let first = import(&["piano.txt", "vuoto.txt"]);
    assert_eq!(first.code, Some(2), "{}", first.err);
    assert_eq!(
        first.out,
        "registrato: piano.txt → «Piano Esecutivo di Gestione 2027» (Comune di Castelvento), versione 1: \
         2 nodi, 1 indicatore\n"
    );
    assert!(first.err.ends_with("1 documento registrato, 1 file non letto\n"), "{}", first.err);
    let again = import(&["piano.txt", "--format", "json"]);
    assert_eq!(again.code, Some(0), "{}", again.err);
    let told: Value = serde_json::from_str(&again.out).unwrap();
    assert_eq!((&told["outcome"], &told["version"]), (&Value::from("already"), &Value::from(1)));

    std::fs::write(folder.path().join("piano.txt"), format!("{PLAN}\nAltro.\n")).unwrap();
    let next = import(&["piano.txt", "--lang", "en"]);
    assert!(next.out.starts_with("filed: piano.txt → “Piano Esecutivo di Gestione 2027”"), "{}", next.out);
    assert!(next.out.contains("new version 2"), "{}", next.out);

    for (body, expected) in [("099002", Some(0)), ("Altrove", Some(2))] {
        let other = import(&["piano.txt", "--body", body]);
        assert_eq!(other.code, expected, "{}", other.err);
    }
}

fn check(paths: &[PathBuf]) {
    let folder = tempfile::tempdir().unwrap();
    let office = Office::begin(folder.path());
    for path in paths {
        let path = path.to_str().unwrap();
        let read = run(folder.path(), &["read", path, "--format", "json"]);
        let read: Value = serde_json::from_str(&read.out).unwrap();
        let read = &read["documents"][0];
        let imported = run(folder.path(), &["import", path, "--body", "099001", "--format", "json"]);
        assert_eq!(imported.code, Some(0), "{}", imported.err);
        let told: Value = serde_json::from_str(&imported.out).unwrap();
        let plan = told["plan"].as_str().unwrap();
        let version = told["version"].as_i64().unwrap();
        let html = office.get(&format!("/plans/{plan}?version={version}"));
        for (kind, table) in KINDS {
            let count = u64::try_from(read[kind].as_array().unwrap().len()).unwrap();
            assert_eq!(told["counts"][kind], count, "{path}: {kind} as told");
            assert_eq!(office.count(table, plan, version), count, "{path}: {kind} in the database");
            let shown = format!("<li data-kind=\"{kind}\" data-count=\"{count}\">");
            assert!(html.contains(&shown), "{path}: {shown} on the page");
        }
        check_nodes(&office, plan, version, read);
    }
}

/// Every node has its page, and the pages together have every record of the reading.
fn check_nodes(office: &Office, plan: &str, version: i64, read: &Value) {
    let nodes = read["nodes"].as_array().unwrap();
    let whole = office.get(&format!("/plans/{plan}?version={version}"));
    let mut pages = vec![page::content(&whole)];
    for node in 0..nodes.len() {
        let html = office.get(&format!("/plans/{plan}/nodes/{node}?version={version}"));
        pages.push(html);
    }
    for (kind, _) in KINDS.iter().filter(|(kind, _)| !matches!(*kind, "nodes" | "unread")) {
        let shown: u64 = pages.iter().map(|html| page::section(html, kind)).sum();
        let count = u64::try_from(read[*kind].as_array().unwrap().len()).unwrap();
        assert_eq!(shown, count, "{kind} on all pages");
    }
    for (amount, node) in read["budget_lines"].as_array().unwrap().iter().map(|line| (&line["amount"], &line["node"])) {
        let (Some(amount), Some(node)) = (amount.as_str(), node.as_u64()) else { continue };
        let shown =
            format!("<td class=\"number\">{}</td>", ambito_i18n::amount(amount, ambito_i18n::Language::Italian));
        assert!(pages[usize::try_from(node).unwrap() + 1].contains(&shown), "{shown} on the page of node {node}");
    }
}

#[test]
fn the_demonstration_is_the_same_everywhere() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/documenti").canonicalize().unwrap();
    let names = ["peg-2027.txt", "piano-di-zona.txt", "programma-fondi.txt", "resi/peg-2027.docx"];
    check(&names.map(|name| folder.join(name)));
}

#[test]
fn the_real_documents_are_the_same_everywhere() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/documents");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        eprintln!("!! {} is not here: the real documents are not tried", folder.display());
        return;
    };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "txt"));
    paths.sort();
    assert_eq!(paths.len(), 5);
    check(&paths);
}
