// SPDX-License-Identifier: AGPL-3.0-or-later
//! The licences of the dependencies, against the list of `deny.toml`.

use super::{Fault, House};
use anyhow::{Context, Result};
use toml::Table;

/// Every package has a licence that can be joined to ours.
pub fn dependencies_may_be_joined(house: &House) -> Result<Vec<Fault>> {
    let deny = house.file("deny.toml").context("deny.toml, the list of the licences, is missing")?;
    let table: Table = deny.text.parse().context("deny.toml is no TOML")?;
    let allowed: Vec<&str> =
        table["licenses"]["allow"].as_array().into_iter().flatten().filter_map(toml::Value::as_str).collect();
    let mut faults = Vec::new();
    for package in house.metadata["packages"].as_array().into_iter().flatten() {
        let name = package["name"].as_str().unwrap_or_default();
        let licence = package["license"].as_str().unwrap_or_default();
        if !may_be_joined(licence, &allowed) {
            let message =
                format!("{name} is under {licence:?}, which deny.toml does not allow: choose another library");
            faults.push(Fault::error("Cargo.lock", message));
        }
    }
    Ok(faults)
}

/// An SPDX expression whose every part has an allowed alternative. Parts nest at most one deep in practice.
fn may_be_joined(expression: &str, allowed: &[&str]) -> bool {
    let flat = expression.replace(['(', ')'], "").replace('/', " OR ");
    flat.split(" AND ").all(|part| part.split(" OR ").any(|licence| allowed.contains(&licence.trim())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_licence_expressions() {
        let check = |expression: &str, fine: bool| {
            assert_eq!(may_be_joined(expression, &["MIT", "Apache-2.0", "Unicode-3.0"]), fine, "{expression}");
        };
        check("MIT", true);
        check("MIT/Apache-2.0", true);
        check("BSL-1.0 OR MIT", true);
        check("(MIT OR Apache-2.0) AND Unicode-3.0", true);
        check("MIT AND LicenseRef-Secret", false);
        check("", false);
    }
}
