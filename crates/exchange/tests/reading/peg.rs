// SPDX-License-Identifier: AGPL-3.0-or-later
//! What holds in every PEG, whatever its order: sums, and codes that name where a record hangs.

use super::support::{cents, list, node_of};
use serde_json::Value;

/// Everything that does not hold.
pub fn faults(document: &Value) -> Vec<String> {
    let mut faults = projects_without_their_sum(document);
    faults.extend(columns_without_their_total(document));
    faults.extend(records_elsewhere(document));
    faults
}

/// The expense lines of each project sum to its summary's amount; a project without a summary's amount has none.
fn projects_without_their_sum(document: &Value) -> Vec<String> {
    let projects = list(document, "nodes").iter().filter(|node| node["level"] == "progetto");
    let sum_of = |project: &Value| -> i64 { lines_of(document, &project["id"], "expense").map(amount_of).sum() };
    projects
        .filter(|project| sum_of(project) != cents(&project["summary"]["amount"]))
        .map(|project| format!("{}: {} cents of {}", project["code"], sum_of(project), project["summary"]))
        .collect()
}

/// Every column of a budget sums to the total printed below it.
fn columns_without_their_total(document: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    for total in list(document, "totals") {
        let column = total["column"].as_str().unwrap_or_default();
        let (direction, kind) = match column {
            "Entrate Correnti" => ("revenue", "current"),
            "Entrate Investimenti" => ("revenue", "capital"),
            "Spese Correnti" => ("expense", "current"),
            "Spese Investimenti" => ("expense", "capital"),
            _ => continue,
        };
        let lines = lines_of(document, &total["node"], direction).filter(|line| line["kind"] == kind);
        let sum: i64 = lines.map(amount_of).sum();
        if sum != cents(&total["amount"]) {
            faults.push(format!("line {}: {column} sums to {sum} cents, not {}", total["line"], total["amount"]));
        }
    }
    faults
}

fn lines_of<'a>(document: &'a Value, node: &'a Value, direction: &'a str) -> impl Iterator<Item = &'a Value> {
    list(document, "budget_lines").iter().filter(move |line| line["node"] == *node && line["direction"] == direction)
}

fn amount_of(line: &Value) -> i64 {
    cents(&line["amount"])
}

/// The code of an indicator names the objective it hangs from, the code of an objective its project.
fn records_elsewhere(document: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    for indicator in list(document, "indicators") {
        let node = node_of(document, &indicator["node"]);
        let (code, home) = (indicator["code"].as_str(), node.and_then(|node| node["code"].as_str()));
        let key = code.and_then(|code| code.split_once('_')).and_then(|(_, rest)| rest.rsplit_once('_'));
        if key.map(|(key, _)| key) != home.and_then(|home| home.split_once("_OB_")).map(|(_, key)| key) {
            faults.push(format!("line {}: indicator {code:?} hangs from {home:?}", indicator["line"]));
        }
    }
    for objective in list(document, "nodes").iter().filter(|node| node["level"] == "obiettivo") {
        let project = node_of(document, &objective["parent"]).and_then(|node| node["code"].as_str());
        let code = objective["code"].as_str().unwrap_or_default();
        let key = code.split_once("_OB_").and_then(|(_, key)| key.rsplit_once('_')).map(|(key, _)| key);
        if key.is_none() || project.is_none_or(|project| project.rsplit_once('_').map(|(_, key)| key) != key) {
            faults.push(format!("line {}: objective {code} hangs from {project:?}", objective["line"]));
        }
    }
    faults
}
