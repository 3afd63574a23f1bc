// SPDX-License-Identifier: AGPL-3.0-or-later
//! `FUN`.

use crate::support::{Case, Lines, Random, is_amount, more, prove};

pub const CASES: &[Case] = &[
    Case { code: "FUN001", document: "peg-2027.txt", mutate: other_revenue },
    Case { code: "FUN002", document: "peg-2027.txt", mutate: unknown_chapter },
    Case { code: "FUN003", document: "piano-di-zona.txt", mutate: no_source },
    Case { code: "FUN004", document: "peg-2027.txt", mutate: not_answered },
    Case { code: "FUN005", document: "piano-di-zona.txt", mutate: no_amount },
];

#[test]
fn found() {
    prove(CASES);
}

/// A revenue that names its expense, with the total of its column.
fn other_revenue(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let row = random.one(&lines.that(|line| line.starts_with("Cap. 0") && line.contains("VEGG")))?;
    let total = (row..).find(|row| lines.line_of(*row).starts_with("Totale\t")).unwrap();
    let euro = 1 + random.below(9_000);
    for line in [row, total] {
        let column = lines.cells(line).iter().position(|cell| is_amount(cell))?;
        let old = lines.cells(line)[column].clone();
        lines.set_cell(line, column, &more(&old, euro));
    }
    Some(row)
}

/// An expense names a revenue that is nowhere.
fn unknown_chapter(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let row = random.one(&lines.that(|line| line.starts_with("Cap. 4") && !line.contains("VEGG")))?;
    let title = format!("{} ==VEGG. CAP/E 29{:02}==", lines.cells(row)[1], random.below(99));
    lines.set_cell(row, 1, &title);
    Some(row)
}

/// A cost whose sources were forgotten, in their totals too.
fn no_source(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let rows = lines.that(|line| line.starts_with('A') && line.split('\t').filter(|cell| is_amount(cell)).count() > 1);
    let row = random.one(&rows)?;
    let total = lines.that(|line| line.starts_with("TOTALE\t"))[0];
    for column in 2..lines.cells(row).len() {
        let cell = lines.cells(row)[column].clone();
        if is_amount(&cell) {
            let cents = |text: &str| text.replace(['.', ','], "").parse::<usize>().unwrap();
            let left = cents(&lines.cells(total)[column]) - cents(&cell);
            lines.set_cell(row, column, "");
            let text = if left == 0 { String::new() } else { more(&format!("0,{:02}", left % 100), left / 100) };
            lines.set_cell(total, column, &text);
        }
    }
    Some(row)
}

/// A revenue also names an expense that names another revenue.
fn not_answered(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let row = random.one(&lines.that(|line| line.starts_with("Cap. 0") && line.contains("VEGG")))?;
    let answered = lines.that(|line| line.starts_with("Cap. 4") && line.contains("VEGG"));
    let other = lines.cells(random.one(&answered)?)[0].clone();
    let number = other.split(' ').nth(1)?.to_owned();
    let title = lines.cells(row)[1].clone();
    if title.contains(&number) {
        return None;
    }
    let title = title.trim_end_matches(['=', ' ']);
    lines.set_cell(row, 1, &format!("{title}-{number}=="));
    Some(row)
}

/// A sheet says which money, not how much.
fn no_amount(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let row = random.one(&lines.that(|line| line.starts_with("Risorse economiche preventivate\t")))?;
    lines.set_cell(row, 1, "Fondi comunali e donazioni");
    Some(row)
}
