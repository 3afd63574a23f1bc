// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the reader of a file tells of the whole of it: no change of a text shows that.

use crate::support;
use ambito_documents::blocks::{PageState, Told};

/// The checks that this file proves.
pub const PROVEN: [&str; 5] = ["STR082", "STR083", "STR084", "STR085", "STR086"];

/// In each clean document the reader tells this: the check finds it, there, and no check finds anything else.
fn check(told: &Told, expected: &[(&str, u32)]) {
    for name in support::DEMO {
        let mut blocks = support::blocks(name, &support::text(name));
        blocks.told.push(told.clone());
        let found: Vec<(&str, u32)> =
            support::check_blocks(name, blocks).iter().map(|defect| (defect.check.code, defect.place.line)).collect();
        assert_eq!(found, expected, "{name} {told:?}");
    }
}

#[test]
fn tracked_changes_are_told() {
    check(&Told::Changes { count: 3, line: 2 }, &[("STR082", 2)]);
}

#[test]
fn pages_that_are_missing_are_told() {
    let pages = |state| Told::Pages { state, pages: vec![3, 5, 6] };
    check(&pages(PageState::Picture), &[("STR083", 1)]);
    check(&pages(PageState::Illegible), &[("STR084", 1)]);
    check(&pages(PageState::Undecoded), &[("STR084", 1)]);
    check(&pages(PageState::Recognised), &[]);
    check(&pages(PageState::Mended), &[]);
}

#[test]
fn doubtful_figures_are_told_one_by_one() {
    for name in support::DEMO {
        let mut blocks = support::blocks(name, &support::text(name));
        for line in [4, 2] {
            blocks.told.push(Told::Doubt { line, text: "12.300,00".to_owned(), confidence: 54 });
        }
        let found = support::check_blocks(name, blocks);
        let places: Vec<(&str, u32)> = found.iter().map(|defect| (defect.check.code, defect.place.line)).collect();
        assert_eq!(places, [("STR085", 2), ("STR085", 4)], "{name}");
        let args = &found[0].message.args;
        assert_eq!(args, &[("text", "12.300,00".into()), ("confidence", "54".into())], "{name}");
    }
}

#[test]
fn attachments_are_told() {
    check(&Told::Attached { names: vec!["budget-2027.xlsx".to_owned()] }, &[("STR086", 1)]);
}
