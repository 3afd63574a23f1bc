// SPDX-License-Identifier: AGPL-3.0-or-later
//! `EFF`.

use crate::support::{Case, Lines, prove};
use std::collections::BTreeMap;

/// The rows of people: name, relation, share.
fn people(lines: &Lines) -> Vec<u32> {
    lines.that(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        cells.len() == 3 && cells[2].ends_with(" %") && !cells[0].is_empty()
    })
}

/// A share in hundredths.
fn share(lines: &Lines, row: u32) -> i64 {
    lines.cells(row)[2].trim_end_matches(" %").replace(',', "").parse().unwrap()
}

fn written(hundredths: i64) -> String {
    format!("{},{:02} %", hundredths / 100, hundredths % 100)
}

/// The rows of each person, and their sum.
fn sums(lines: &Lines) -> BTreeMap<String, (Vec<u32>, i64)> {
    let mut sums: BTreeMap<String, (Vec<u32>, i64)> = BTreeMap::new();
    for row in people(lines) {
        let entry = sums.entry(lines.cells(row)[0].clone()).or_default();
        entry.0.push(row);
        entry.1 += share(lines, row);
    }
    sums
}

pub const CASES: &[Case] = &[
    Case {
        code: "EFF001",
        document: "peg-2027.txt",
        mutate: |lines, random| {
            let row = random.one(&people(lines))?;
            let sum = sums(lines)[&lines.cells(row)[0]].1;
            let more = share(lines, row) + 10_000 - sum + 1 + i64::try_from(random.below(3000)).ok()?;
            lines.set_cell(row, 2, &written(more));
            Some(row)
        },
    },
    Case {
        code: "EFF002",
        document: "peg-2027.txt",
        mutate: |lines, random| {
            let sums = sums(lines);
            let rows: Vec<u32> = people(lines)
                .into_iter()
                .filter(|row| sums[&lines.cells(*row)[0]].0.len() > 2 && lines.cells(*row)[1] != "Dirigente")
                .collect();
            let row = random.one(&rows)?;
            lines.set_cell(row, 1, "Incarico professionale a tempo");
            Some(row)
        },
    },
    Case {
        code: "EFF003",
        document: "peg-2027.txt",
        mutate: |lines, random| {
            let row = random.one(&people(lines))?;
            lines.set_cell(row, 0, "Operatori del quartiere");
            Some(row)
        },
    },
    Case {
        code: "EFF004",
        document: "peg-2027.txt",
        mutate: |lines, random| {
            // First everybody is made whole, then one is not.
            for (rows, sum) in sums(lines).into_values() {
                let whole = share(lines, rows[0]) + 10_000 - sum;
                lines.set_cell(rows[0], 2, &written(whole));
            }
            let row = random.one(&people(lines))?;
            let less = share(lines, row) - 1 - i64::try_from(random.below(400)).ok()?;
            lines.set_cell(row, 2, &written(less));
            Some(row)
        },
    },
    Case {
        code: "EFF005",
        document: "peg-2027.txt",
        mutate: |lines, random| {
            let sums = sums(lines);
            let rows: Vec<u32> =
                people(lines).into_iter().filter(|row| sums[&lines.cells(*row)[0]].1 <= 9_000).collect();
            let row = random.one(&rows)?;
            let mut cells = lines.cells(row);
            cells[2] = written(100 + i64::try_from(random.below(300)).ok()?);
            lines.0.insert(row as usize, cells.join("\t"));
            Some(row + 1)
        },
    },
    Case {
        code: "EFF006",
        document: "peg-2027.txt",
        mutate: |lines, random| {
            let rows = people(lines);
            let managers: Vec<u32> = rows.iter().copied().filter(|row| lines.cells(*row)[1] == "Dirigente").collect();
            let row = random.one(&managers)?;
            let others = rows.iter().skip_while(|other| **other <= row).zip(row + 1..);
            let count = others.take_while(|(other, next)| **other == *next).count();
            lines.0.drain(row as usize..row as usize + count);
            Some(row)
        },
    },
    Case {
        code: "EFF007",
        document: "peg-2027.txt",
        mutate: |lines, random| {
            let rows = people(lines);
            let row =
                random.one(&rows.into_iter().filter(|row| lines.cells(*row)[1] == "Dirigente").collect::<Vec<_>>())?;
            // Another project gets the manager's hours.
            let name = lines.cells(row)[0].clone();
            let other = *people(lines).iter().find(|other| **other != row && lines.cells(**other)[0] == name)?;
            let sum = share(lines, row) + share(lines, other);
            lines.set_cell(other, 2, &written(sum));
            lines.0.remove(row as usize - 1);
            Some(row - 1)
        },
    },
];

#[test]
fn found() {
    prove(CASES);
}
