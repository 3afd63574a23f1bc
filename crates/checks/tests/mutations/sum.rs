// SPDX-License-Identifier: AGPL-3.0-or-later
//! `SUM`.

use crate::support::{Case, is_amount, more, prove};

pub const CASES: &[Case] = &[Case {
    code: "SUM002",
    document: "programma-fondi.txt",
    mutate: |lines, random| {
        let rows = lines
            .that(|line| line.split('\t').filter(|cell| is_amount(cell)).count() == 4 && !line.starts_with("totale"));
        let row = random.one(&rows)?;
        let amounts: Vec<usize> =
            lines.cells(row).iter().enumerate().filter(|(_, cell)| is_amount(cell)).map(|(at, _)| at).collect();
        let column = amounts[1 + random.below(3)];
        let changed = more(&lines.cells(row)[column], 1 + random.below(90_000));
        lines.set_cell(row, column, &changed);
        Some(row)
    },
}];

#[test]
fn found() {
    prove(CASES);
}
