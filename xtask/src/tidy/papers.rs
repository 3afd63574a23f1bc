// SPDX-License-Identifier: AGPL-3.0-or-later
//! The papers for people say what is so: commands of the README exist, the change log knows the version.

use super::{Fault, House};
use crate::TASKS;
use anyhow::{Context, Result};

/// Every `cargo xtask …` and `ambito …` of a code block exists.
pub fn readme_commands_exist(house: &House) -> Result<Vec<Fault>> {
    let readme = house.file("README.md").context("README.md is missing")?;
    let mut faults = Vec::new();
    let mut in_code = false;
    for (number, line) in readme.lines() {
        if line.starts_with("```") {
            in_code = !in_code;
            continue;
        }
        let mut words = line.trim_start_matches("$ ").split_whitespace();
        let known = match (in_code, words.next(), words.next(), words.next()) {
            (true, Some("cargo"), Some("xtask"), Some(task)) => TASKS.iter().any(|known| known.name == task),
            (true, Some("ambito"), Some(command), _) => command.starts_with('-') || has_command(house, command),
            _ => true,
        };
        if !known {
            faults.push(readme.fault(number, format!("`{}` does not exist", line.trim())));
        }
    }
    Ok(faults)
}

fn has_command(house: &House, name: &str) -> bool {
    let folder = format!("crates/ambito/src/commands/{name}");
    house
        .files
        .iter()
        .any(|file| file.path.strip_prefix(&folder).is_some_and(|rest| rest == ".rs" || rest == "/mod.rs"))
}

/// The newest entry of the change log is the version that the workspace has.
pub fn changelog_has_the_version(house: &House) -> Result<Vec<Fault>> {
    let manifest = house.file("Cargo.toml").context("Cargo.toml is missing")?;
    let table: toml::Table = manifest.text.parse().context("Cargo.toml is no TOML")?;
    let version = table["workspace"]["package"]["version"].as_str().context("Cargo.toml has no version")?;
    let log = house.file("CHANGELOG.md").context("CHANGELOG.md is missing")?;
    let newest = log.lines().find(|(_, line)| line.starts_with("## "));
    let said = newest.and_then(|(_, line)| line.split_whitespace().nth(1)).unwrap_or_default();
    if said == version {
        return Ok(Vec::new());
    }
    let message = format!("the newest entry is {said:?}, Cargo.toml says {version:?}: begin it with `## {version}`");
    Ok(vec![log.fault(newest.map_or(1, |(number, _)| number), message)])
}

/// Where each library has a row with its reason.
const DECISIONS: &str = "docs/decisions/0004-dependencies.md";

/// Every library that a crate of this house names has a reason.
pub fn dependencies_have_a_reason(house: &House) -> Result<Vec<Fault>> {
    let page = house.file(DECISIONS).with_context(|| format!("{DECISIONS} is missing"))?;
    let first_cells = || page.text.lines().filter_map(|line| line.strip_prefix("| ")?.split(" |").next());
    let decided: Vec<&str> = first_cells().flat_map(|cell| cell.split(", ")).collect();
    let members = house.metadata["workspace_members"].as_array();
    let mut faults: Vec<Fault> = Vec::new();
    for package in house.metadata["packages"].as_array().into_iter().flatten() {
        if !members.is_some_and(|members| members.contains(&package["id"])) {
            continue;
        }
        for dependency in package["dependencies"].as_array().into_iter().flatten() {
            let name = dependency["name"].as_str().unwrap_or_default();
            let message = format!("has no row for {name}: say what it saves and what else was looked at");
            if dependency["path"].is_null() && !decided.contains(&name) && faults.iter().all(|f| f.message != message) {
                faults.push(Fault::error(DECISIONS, message));
            }
        }
    }
    Ok(faults)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::{places, sample};

    #[test]
    fn commands_of_the_readme_exist() {
        let text = "ambito nothing\n```sh\ncargo xtask demo\ncargo xtask dome\nambito read x\nambito reed x\nambito --help\n```\n";
        let house = sample(&[("README.md", text), ("crates/ambito/src/commands/read.rs", "")]);
        assert_eq!(places(readme_commands_exist, &house), ["README.md:4", "README.md:6"]);
    }

    #[test]
    fn the_change_log_follows_the_version() {
        let manifest = "[workspace.package]\nversion = \"0.2.0\"\n";
        let check = |log: &str, fine: bool| {
            let house = sample(&[("Cargo.toml", manifest), ("CHANGELOG.md", log)]);
            assert_eq!(places(changelog_has_the_version, &house).is_empty(), fine, "{log}");
        };
        check("# Changes\n\n## 0.2.0 (not yet released)\n\n## 0.1.0\n", true);
        check("# Changes\n\n## 0.1.0\n", false);
        check("# Changes\n", false);
    }

    #[test]
    fn a_library_without_a_reason_is_found_once() {
        let dependency = |name: &str| serde_json::json!({ "name": name });
        let dependencies = [dependency("toml"), dependency("regex"), dependency("regex")];
        let package = serde_json::json!({ "id": "one", "dependencies": dependencies });
        let metadata = serde_json::json!({ "packages": [package], "workspace_members": ["one"] });
        let house = House { metadata, ..sample(&[(DECISIONS, "| serde, toml | x |\n")]) };
        assert_eq!(places(dependencies_have_a_reason, &house), [DECISIONS]);
    }
}
