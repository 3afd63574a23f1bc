// SPDX-License-Identifier: AGPL-3.0-or-later
//! Each check on a clean document of the demonstration that was changed at random places in the way the check is for:
//! it finds that, there, and no check finds anything else. The clean documents give nothing.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod changes;
mod funds;
mod indicators;
mod people;
mod structure_sheets;
mod structure_tables;
mod structure_tools;
mod structure_tree;
mod structure_words;
mod sum;
mod sum_text;
mod support;
mod time;

use std::collections::BTreeSet;

#[test]
fn clean_documents_give_nothing() {
    for name in support::DEMO {
        let told: Vec<String> = support::check(name, &support::text(name)).iter().map(support::told).collect();
        assert_eq!(told, Vec::<String>::new(), "{name}");
    }
}

#[test]
fn every_check_has_a_mutation() {
    let cases = [
        sum::CASES,
        sum_text::CASES,
        structure_tree::CASES,
        structure_sheets::CASES,
        structure_tables::CASES,
        structure_words::CASES,
        time::CASES,
        indicators::CASES,
        people::CASES,
        funds::CASES,
    ];
    let proven: BTreeSet<&str> = cases.iter().flat_map(|cases| cases.iter()).map(|case| case.code).collect();
    let alone = ambito_checks::registry::CHECKS
        .iter()
        .filter(|check| !matches!(check.run, ambito_checks::Run::Together(_)))
        .map(|check| check.code)
        .filter(|code| !proven.contains(code) && !changes::PROVEN.contains(code))
        .collect::<Vec<_>>();
    assert_eq!(alone, Vec::<&str>::new());
}
