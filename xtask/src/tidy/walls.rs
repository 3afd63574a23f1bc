// SPDX-License-Identifier: AGPL-3.0-or-later
//! The walls between the crates, from `cargo metadata`.

use super::{Fault, House};
use anyhow::{Result, bail};
use serde_json::Value;

/// A crate and the crates of this house that it may depend on. `base` is at the bottom, the binary at the top.
const WALLS: &[(&str, &[&str])] = &[
    ("ambito-base", &[]),
    ("ambito-findings", &["ambito-base"]),
    ("ambito-i18n", &["ambito-base"]),
    ("ambito-domain", &["ambito-base", "ambito-findings"]),
    ("ambito-documents", &["ambito-base", "ambito-findings", "ambito-domain"]),
    ("ambito-pages", &["ambito-base", "ambito-documents"]),
    ("ambito-decoder", &["ambito-base", "ambito-documents", "ambito-pages"]),
    ("ambito-intake", &["ambito-base", "ambito-findings", "ambito-domain", "ambito-documents", "ambito-pages"]),
    ("ambito-checks", &["ambito-base", "ambito-findings", "ambito-domain", "ambito-documents"]),
    (
        "ambito-exchange",
        &["ambito-base", "ambito-findings", "ambito-domain", "ambito-documents", "ambito-checks", "ambito-i18n"],
    ),
    ("ambito-store", &["ambito-base", "ambito-domain"]),
    (
        "ambito-app",
        &[
            "ambito-base",
            "ambito-findings",
            "ambito-domain",
            "ambito-documents",
            "ambito-checks",
            "ambito-exchange",
            "ambito-i18n",
            "ambito-store",
        ],
    ),
    ("ambito-report", &["ambito-base"]),
    (
        "ambito-web",
        &[
            "ambito-base",
            "ambito-findings",
            "ambito-domain",
            "ambito-documents",
            "ambito-exchange",
            "ambito-i18n",
            "ambito-report",
            "ambito-app",
        ],
    ),
    ("ambito-testbed", &[]),
    (
        "ambito",
        &[
            "ambito-app",
            "ambito-web",
            "ambito-base",
            "ambito-findings",
            "ambito-domain",
            "ambito-documents",
            "ambito-decoder",
            "ambito-intake",
            "ambito-checks",
            "ambito-exchange",
            "ambito-i18n",
        ],
    ),
    ("xtask", &["ambito-documents", "ambito-intake", "ambito-testbed"]),
];

/// Rooms that only tests may look into: the tests of `documents`, `checks`, `exchange` and `store` read real files through `intake`.
const FOR_TESTS: &[(&str, &[&str])] = &[
    ("ambito-documents", &["ambito-intake"]),
    ("ambito-checks", &["ambito-intake"]),
    ("ambito-exchange", &["ambito-intake"]),
    ("ambito-store", &["ambito-testbed", "ambito-intake", "ambito-documents", "ambito-exchange", "ambito-i18n"]),
    ("ambito-app", &["ambito-testbed", "ambito-intake", "ambito-i18n"]),
    ("ambito-web", &["ambito-testbed", "ambito-store", "ambito-documents", "ambito-intake"]),
    ("ambito", &["ambito-testbed", "ambito-store"]),
];

/// A library and the only crates that may name it outside their tests.
const OWNERS: &[(&str, &[&str])] = &[
    ("rust_xlsxwriter", &["ambito-exchange"]),
    ("calamine", &["ambito-intake"]),
    ("encoding_rs", &["ambito-intake"]),
    ("hayro", &["ambito-decoder"]),
    ("hayro-font", &["ambito-decoder"]),
    ("hayro-interpret", &["ambito-decoder"]),
    ("hayro-syntax", &["ambito-decoder"]),
    ("skrifa", &["ambito-decoder"]),
    ("rustix", &["ambito-decoder"]),
    ("postcard", &["ambito-pages"]),
    ("unicode-normalization", &["ambito-pages"]),
    ("sqlx", &["ambito-store"]),
    ("jiff-sqlx", &["ambito-store"]),
    ("argon2", &["ambito-app"]),
    ("totp-rs", &["ambito-app"]),
    ("axum", &["ambito-web"]),
    ("tower-http", &["ambito-web"]),
    ("minijinja", &["ambito-web"]),
    ("qrcode", &["ambito-web"]),
    ("openidconnect", &["ambito-web"]),
    ("chrono", &["ambito-web"]),
    ("hyper", &["ambito-web"]),
    ("hyper-util", &["ambito-web"]),
    ("http-body-util", &["ambito-web"]),
    ("tokio-rustls", &["ambito-web"]),
    ("rustls-native-certs", &["ambito-web"]),
    ("governor", &["ambito-web"]),
    ("sha2", &["ambito-domain", "ambito-store", "ambito-app", "ambito-intake", "ambito-checks", "xtask"]),
    ("fluent-bundle", &["ambito-i18n"]),
    ("clap", &["ambito"]),
    ("indicatif", &["ambito"]),
    ("anyhow", &["ambito", "xtask"]),
];

/// Crates of this house depend one way.
pub fn crates_depend_one_way(house: &House) -> Result<Vec<Fault>> {
    let mut faults = Vec::new();
    for link in links(&house.metadata)? {
        let Some((_, allowed)) = WALLS.iter().find(|(name, _)| *name == link.from) else {
            let message =
                format!("{} is not in the table of walls: say in xtask/src/tidy/walls.rs what it may use", link.from);
            faults.push(Fault::error(link.place(), message));
            continue;
        };
        let ours = WALLS.iter().any(|(name, _)| *name == link.to);
        let for_tests = link.test && FOR_TESTS.iter().any(|(name, to)| *name == link.from && to.contains(&link.to));
        if ours && !allowed.contains(&link.to) && !for_tests {
            let message = format!("{} may not depend on {}: see the map in ARCHITECTURE.md", link.from, link.to);
            faults.push(Fault::error(link.place(), message));
        }
    }
    faults.dedup();
    Ok(faults)
}

/// Some libraries are named in one room only.
pub fn one_crate_names_it(house: &House) -> Result<Vec<Fault>> {
    let mut faults = Vec::new();
    for link in links(&house.metadata)?.into_iter().filter(|link| !link.test) {
        let Some((_, owners)) = OWNERS.iter().find(|(library, _)| *library == link.to) else { continue };
        if !owners.contains(&link.from) {
            let message = format!("only {} may name {}: call that room instead", owners.join(" and "), link.to);
            faults.push(Fault::error(link.place(), message));
        }
    }
    Ok(faults)
}

/// A dependency that a crate of this house writes down.
struct Link<'a> {
    from: &'a str,
    to: &'a str,
    test: bool,
}

impl Link<'_> {
    fn place(&self) -> String {
        let folder = self.from.strip_prefix("ambito-").unwrap_or(self.from);
        if self.from == "xtask" { "xtask/Cargo.toml".to_owned() } else { format!("crates/{folder}/Cargo.toml") }
    }
}

fn links(metadata: &Value) -> Result<Vec<Link<'_>>> {
    let (Some(packages), Some(members)) = (metadata["packages"].as_array(), metadata["workspace_members"].as_array())
    else {
        bail!("the answer of `cargo metadata` has no packages")
    };
    let mut links = Vec::new();
    for package in packages.iter().filter(|package| members.contains(&package["id"])) {
        let from = package["name"].as_str().unwrap_or_default();
        for dependency in package["dependencies"].as_array().into_iter().flatten() {
            let test = dependency["kind"].as_str() == Some("dev");
            links.push(Link { from, to: dependency["name"].as_str().unwrap_or_default(), test });
        }
    }
    Ok(links)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::{places, sample};
    use serde_json::json;

    fn house(from: &str, to: &str, kind: Option<&str>) -> House {
        let package = json!({ "id": "one", "name": from, "dependencies": [{ "name": to, "kind": kind }] });
        House { metadata: json!({ "packages": [package], "workspace_members": ["one"] }), ..sample(&[]) }
    }

    #[test]
    fn dependencies_point_one_way() {
        let check = |from: &str, to: &str, kind: Option<&str>, fine: bool| {
            assert_eq!(places(crates_depend_one_way, &house(from, to, kind)).is_empty(), fine, "{from} → {to}");
        };
        check("ambito-documents", "ambito-domain", None, true);
        check("ambito-domain", "ambito-documents", None, false);
        check("ambito-documents", "ambito-intake", None, false);
        check("ambito-intake", "ambito-pages", None, true);
        check("ambito-intake", "ambito-decoder", None, false);
        check("ambito-web", "ambito-app", None, true);
        check("ambito-web", "ambito-store", None, false);
        check("ambito-documents", "ambito-intake", Some("dev"), true);
        check("ambito-base", "jiff", None, true);
        check("ambito-attic", "ambito-base", None, false);
    }

    #[test]
    fn libraries_have_owners() {
        let check = |from: &str, to: &str, kind: Option<&str>, fine: bool| {
            assert_eq!(places(one_crate_names_it, &house(from, to, kind)).is_empty(), fine, "{from} → {to}");
        };
        check("ambito-exchange", "rust_xlsxwriter", None, true);
        check("ambito", "rust_xlsxwriter", None, false);
        check("ambito-intake", "rust_xlsxwriter", Some("dev"), true);
        check("ambito-domain", "anyhow", None, false);
        check("ambito-decoder", "hayro-syntax", None, true);
        check("ambito-intake", "hayro-syntax", None, false);
    }

    #[test]
    fn the_table_has_no_cycle() {
        for (at, (name, allowed)) in WALLS.iter().enumerate() {
            for other in *allowed {
                let below = WALLS.iter().position(|(found, _)| found == other);
                assert!(below.is_some_and(|below| below < at), "{name} may use {other}, which is not below it");
            }
        }
    }
}
