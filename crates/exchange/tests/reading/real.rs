// SPDX-License-Identifier: AGPL-3.0-or-later
//! The five real documents: what is in them, counted by hand, and what holds in them.

use super::peg;
use super::support::{Source, list, real};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The front and the counts of a document, one kind a line; kinds without records are left out.
fn tally(document: &Value) -> String {
    let mut told = String::new();
    for key in ["family", "issued", "version", "period"] {
        writeln!(told, "{key}: {}", document[key]).unwrap();
    }
    let nodes = list(document, "nodes");
    tell(&mut told, "nodes", nodes, |node| Some(node["level"].as_str().unwrap_or("(no level)").to_owned()));
    tell(&mut told, "only in an index", nodes, |node| (node["in_body"] == false).then(|| node["level"].to_string()));
    tell(&mut told, "kinds", nodes, |node| node["kind"].as_str().map(str::to_owned));
    tell(&mut told, "without title", nodes, |node| node["title"].is_null().then(|| node["level"].to_string()));
    let fields: usize = nodes.iter().map(|node| list(node, "fields").len()).sum();
    let upper: usize = nodes.iter().map(|node| list(node, "also_under").len()).sum();
    let texts = nodes.iter().filter(|node| node["text"] != "").count();
    writeln!(told, "fields: {fields}, texts: {texts}, second parents: {upper}").unwrap();
    let indicators = list(document, "indicators");
    tell(&mut told, "indicators", indicators, |record| Some(comparison(record)));
    let having = |key: &str| indicators.iter().filter(|record| !record[key].is_null()).count();
    writeln!(told, "measured: {}, notes: {}, deadlines: {}", having("measured"), having("note"), having("deadline"))
        .unwrap();
    tell(&mut told, "phases", list(document, "phases"), |record| Some(record["state"].to_string()));
    let lines = list(document, "budget_lines");
    tell(&mut told, "budget", lines, |line| Some(format!("{} {}", line["direction"], line["kind"])));
    let references: Vec<Value> = lines.iter().flat_map(|line| list(line, "references")).cloned().collect();
    let is_cut = |reference: &Value| if reference["chapter"].is_null() { "cut" } else { "whole" };
    tell(&mut told, "references", &references, |reference| Some(is_cut(reference).to_owned()));
    tell(&mut told, "resources", list(document, "resources"), |record| Some(record["kind"].to_string()));
    for timetable in list(document, "timetables") {
        let rows = list(timetable, "rows");
        let marks: usize = rows.iter().map(|row| list(row, "marks").len()).sum();
        writeln!(told, "timetable: {} rows, {marks} marks", rows.len()).unwrap();
    }
    for table in list(document, "tables") {
        writeln!(told, "table: {} columns, {} rows", list(table, "headers").len(), list(table, "rows").len()).unwrap();
    }
    let sure = |record: &Value| if record["approximate"] == true { "approximate" } else { "exact" };
    tell(&mut told, "amounts", list(document, "amounts"), |record| Some(sure(record).to_owned()));
    for kind in ["efforts", "allocations", "totals", "unread"] {
        tell(&mut told, kind, list(document, kind), |_| Some(String::new()));
    }
    told.replace('"', "")
}

fn comparison(indicator: &Value) -> String {
    match (&indicator["target"], &indicator["target"]["comparison"]) {
        (Value::Null, _) => "no target".to_owned(),
        (_, Value::Null) => "no comparison".to_owned(),
        (_, sign) => sign.to_string(),
    }
}

/// How many there are of each sort; those without a sort do not count.
fn tell(told: &mut String, what: &str, records: &[Value], sort_of: impl Fn(&Value) -> Option<String>) {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for sort in records.iter().filter_map(sort_of) {
        *counts.entry(sort).or_default() += 1;
    }
    let parts: Vec<String> = counts.iter().map(|(sort, count)| format!("{count} {sort}").trim().to_owned()).collect();
    if !parts.is_empty() {
        writeln!(told, "{what}: {}", parts.join(", ")).unwrap();
    }
}

fn check(number: &str, expected: &str) {
    let Some(source) = real(number) else { return };
    let document = source.read();
    let expected: String = expected.trim().lines().map(|line| format!("{}\n", line.trim())).collect();
    let told = tally(&document);
    let differing: Vec<&str> = told.lines().filter(|line| !expected.lines().any(|known| known == *line)).collect();
    assert_eq!(told, expected, "\n{number}: read otherwise: {differing:#?}");
    let count = |key: &str| document["coverage"][key].as_u64().unwrap();
    let (lines, known) = (count("lines"), count("read") + count("text"));
    assert_eq!(lines, known + count("unread"));
    assert!(known * 100 >= lines * 97, "{number}: only {known} of {lines} lines are read");
    assert_eq!(people_elsewhere(&source, &document), Vec::<String>::new());
}

/// People whose line does not say their name and share.
fn people_elsewhere(source: &Source, document: &Value) -> Vec<String> {
    let lines: Vec<&str> = source.text().lines().collect();
    let is_there = |effort: &Value| {
        let line = lines[usize::try_from(effort["line"].as_u64().unwrap()).unwrap() - 1];
        let share = effort["share"].as_str().unwrap().replace('.', ",");
        line.starts_with(effort["person"].as_str().unwrap()) && line.contains(&share)
    };
    list(document, "efforts").iter().filter(|effort| !is_there(effort)).map(Value::to_string).collect()
}

#[test]
fn objectives_plan() {
    check(
        "000",
        "family: objectives_plan
        issued: 2024-12-31
        version: 3/2024
        period: {from:2024-01-01,to:2024-12-31}
        nodes: 17 obiettivo operativo
        without title: 3 obiettivo operativo
        fields: 0, texts: 17, second parents: 0
        indicators: 50 no comparison
        measured: 50, notes: 0, deadlines: 4
        amounts: 2 approximate, 3 exact",
    );
}

#[test]
fn peg() {
    check(
        "001",
        "family: peg
        issued: 2021-07-12
        version: null
        period: {from:2021-01-01,to:2021-12-31}
        nodes: 13 azione, 3 centro di responsabilità, 3 indirizzo, 130 obiettivo, 7 obiettivo strategico, 59 progetto
        only in an index: 1 azione, 1 obiettivo strategico, 1 progetto
        kinds: 94 di miglioramento, 23 gestionale ordinario, 13 prioritario
        fields: 174, texts: 51, second parents: 65
        indicators: 2 <=, 46 >, 75 by, 138 no comparison
        measured: 0, notes: 33, deadlines: 10
        phases: 49 planned
        budget: 2 expense capital, 92 expense current, 45 revenue current
        references: 5 cut, 134 whole
        efforts: 298
        totals: 73
        unread: 2",
    );
}

#[test]
fn every_record_of_the_peg_hangs_from_its_sheet() {
    let Some(source) = real("001") else { return };
    let faults = peg::faults(&source.read());
    // The sheet of this objective is lost; its project is only in the summary.
    let lost = |fault: &String| fault.starts_with("line 3184: indicator Some(\"M_A204_6_1\")");
    assert_eq!(faults.iter().filter(|fault| !lost(fault)).collect::<Vec<_>>(), Vec::<&String>::new());
    assert_eq!(faults.len(), 1);
}

#[test]
fn fund_programme() {
    check(
        "002",
        "family: fund_programme
        issued: null
        version: null
        period: {from:null,to:null}
        nodes: 21 azione, 5 obiettivo generale, 10 obiettivo specifico, 1 programma
        fields: 0, texts: 0, second parents: 0
        measured: 0, notes: 0, deadlines: 0
        allocations: 30
        totals: 24",
    );
}

#[test]
fn targeted_programmes() {
    check(
        "003",
        "family: targeted_programmes
        issued: null
        version: null
        period: {from:2022-01-01,to:2022-12-31}
        nodes: 7 programma
        fields: 0, texts: 7, second parents: 0
        measured: 0, notes: 0, deadlines: 0
        amounts: 1 approximate, 8 exact",
    );
}

#[test]
fn zone_plan() {
    check(
        "004",
        "family: zone_plan
        issued: 2022-02-10
        version: null
        period: {from:2021-01-01,to:2023-12-31}
        nodes: 2 (no level), 7 area, 16 attività, 58 azione, 34 obiettivo, 3 scheda progetto
        only in an index: 1 azione, 3 obiettivo
        fields: 731, texts: 28, second parents: 12
        indicators: 1 >, 13 >=, 3 between, 2 by, 4 yes, 7 no comparison, 3 no target
        measured: 0, notes: 2, deadlines: 0
        resources: 16 cost, 11 people
        timetable: 6 rows, 124 marks
        timetable: 19 rows, 111 marks
        timetable: 19 rows, 0 marks
        table: 23 columns, 4 rows
        table: 23 columns, 4 rows
        table: 11 columns, 10 rows
        table: 7 columns, 4 rows
        table: 6 columns, 4 rows
        amounts: 14 approximate, 34 exact
        totals: 3
        unread: 3",
    );
}
