// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the reader of a file tells of the whole of it: no change of a text shows that.

use crate::support;
use ambito_documents::blocks::Told;

/// The checks that this file proves.
pub const PROVEN: [&str; 1] = ["STR082"];

#[test]
fn tracked_changes_are_told() {
    for name in support::DEMO {
        let mut blocks = support::blocks(name, &support::text(name));
        blocks.told.push(Told::Changes { count: 3, line: 2 });
        let told: Vec<(&str, u32)> =
            support::check_blocks(name, blocks).iter().map(|defect| (defect.check.code, defect.place.line)).collect();
        assert_eq!(told, [("STR082", 2)], "{name}");
    }
}
