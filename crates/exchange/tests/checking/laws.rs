// SPDX-License-Identifier: AGPL-3.0-or-later
//! What must not change the findings of a document but in their places: other codes, sheets in another order, numbers
//! in another notation. Held on the real documents, which have findings of nearly every kind, and on copies of the
//! demonstration with planted defects.

use super::sheets::{Moved, shuffled};
use super::support::{demo, findings, real};
use ambito_findings::Finding;

/// Checks that speak of the order of things, which another order of the sheets changes on purpose.
const OF_ORDER: [&str; 2] = ["STR004", "STR005"];

/// A demonstration document with defects of several kinds.
fn planted(name: &str, defects: &[(&str, &str)]) -> String {
    let mut text = demo(name);
    for (right, wrong) in defects {
        assert!(text.contains(right), "{name} no longer has {right:?}: choose another defect");
        text = text.replacen(right, wrong, 1);
    }
    text
}

/// The PEG of the demonstration with wrong sums, shares, dates, times and targets.
fn wrong_peg() -> String {
    planted(
        "peg-2027.txt",
        &[
            ("Totale\t\t38.000,00\t50.475,60", "Totale\t\t38.000,00\t51.475,60"),
            ("\t81.684,20\t16,98 %", "\t81.684,20\t18,98 %"),
            ("Previsto\t15/02/2027\t31/03/2027", "Previsto\t15/04/2027\t31/03/2027"),
            ("Dirigente\t20,00 %", "Dirigente\t120,00 %"),
            ("\t94.200,00\t\n", "\t94.300,00\t\n"),
        ],
    )
}

/// What is told of a finding without its place and without the codes of the document.
fn told(finding: &Finding) -> String {
    let figure = |text: &Option<String>| {
        text.clone().filter(|text| text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-')))
    };
    let expected = figure(&finding.expected);
    // Of two figures that are only different, the one that stands first is quoted: that is a matter of place.
    let found = figure(&finding.found).filter(|_| expected.is_some());
    let related = expected.is_some().then_some(finding.related.len());
    format!("{} {} {found:?} {expected:?} {related:?}", finding.code, finding.severity.word())
}

fn all_told(name: &str, text: &str, of_order: bool) -> Vec<String> {
    let mut all: Vec<String> =
        findings(name, text).iter().filter(|finding| of_order || !OF_ORDER.contains(&finding.code)).map(told).collect();
    all.sort();
    all
}

/// Fails where the findings of two texts differ in more than their places.
fn same(name: &str, before: &str, after: &str, of_order: bool) {
    assert_ne!(before, after, "{name}: nothing was changed");
    let (old, new) = (all_told(name, before, of_order), all_told(name, after, of_order));
    let without = |list: &[String], other: &[String]| {
        let mut other = other.to_vec();
        list.iter()
            .filter(|line| match other.iter().position(|known| known == *line) {
                Some(at) => {
                    other.swap_remove(at);
                    false
                }
                None => true,
            })
            .cloned()
            .collect::<Vec<_>>()
    };
    let (gone, came) = (without(&old, &new), without(&new, &old));
    assert!(gone.is_empty() && came.is_empty(), "{name}: gone {gone:#?}, came {came:#?}");
}

/// The codes of projects, objectives and indicators of a PEG, each moved on by as much; their order stays.
fn with_other_codes(text: &str, old: &str, new: &str) -> String {
    let mut out = text.to_owned();
    for before in ["_PD_", "_PG_", "_OB_", "P_", "M_", "O_", "S_", "G_"] {
        out = out.replace(&format!("{before}{old}"), &format!("{before}{new}"));
    }
    out.replace(&format!("\n{old} - "), &format!("\n{new} - "))
}

/// Amounts without the dots that part thousands.
fn without_dots(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for piece in text.split_inclusive(['\t', '\n']) {
        let cell = piece.trim_end_matches(['\t', '\n']);
        let bare = cell.trim_start_matches('-');
        let is_amount = bare.len() > 6
            && bare.as_bytes()[bare.len() - 3] == b','
            && bare.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','));
        out.push_str(&if is_amount { piece.replace('.', "") } else { piece.to_owned() });
    }
    out
}

#[test]
fn planted_defects_are_found() {
    let codes: Vec<&str> = findings("peg-2027.txt", &wrong_peg()).iter().map(|finding| finding.code).collect();
    assert!(codes.len() >= 5, "{codes:?}");
}

#[test]
fn other_codes_change_nothing() {
    let text = wrong_peg();
    same("peg-2027.txt", &text, &with_other_codes(&text, "11", "13"), true);
    if let Some(text) = real("001") {
        same("001.txt", &text, &with_other_codes(&text, "85", "83"), true);
    }
}

#[test]
fn sheets_in_another_order_change_nothing() {
    for seed in [1, 2027, 59] {
        let text = wrong_peg();
        same("peg-2027.txt", &text, &shuffled(&text, Moved::Sheets, seed), false);
        same("peg-2027.txt", &text, &shuffled(&text, Moved::Stretches, seed), false);
        if let Some(text) = real("001") {
            same("001.txt", &text, &shuffled(&text, Moved::Sheets, seed), false);
        }
    }
}

#[test]
fn numbers_in_another_notation_change_nothing() {
    let text = wrong_peg();
    same("peg-2027.txt", &text, &without_dots(&text), true);
    for number in ["001", "002", "004"] {
        if let Some(text) = real(number) {
            same(&format!("{number}.txt"), &text, &without_dots(&text), true);
        }
    }
}
