// SPDX-License-Identifier: AGPL-3.0-or-later
//! The share of true cells that were found. A cell is right where its row was found in order and it has, in the
//! same column, the same text; runs of white space count as one blank.

use super::align::{EMPTY, Row, agreement, align};
use std::collections::HashMap;
use std::fmt::Write as _;

/// A text without white space at its ends, and with one blank for each run of it inside.
pub fn collapsed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A file of rows.
struct Table<'a> {
    numbers: Vec<&'a str>,
    rows: Vec<Row>,
}

/// Gives each text its number.
struct Texts {
    numbers: HashMap<String, u32>,
    all: Vec<String>,
}

impl Texts {
    fn new() -> Self {
        Self { numbers: HashMap::from([(String::new(), EMPTY)]), all: vec![String::new()] }
    }

    fn number(&mut self, text: &str) -> u32 {
        let text = collapsed(text);
        let next = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        *self.numbers.entry(text).or_insert_with_key(|text| {
            self.all.push(text.clone());
            next
        })
    }

    fn table<'a>(&mut self, file: &'a str) -> Table<'a> {
        let lines = file.lines().map(|line| line.split_once('\t').unwrap_or((line, "")));
        let (numbers, cells): (Vec<_>, Vec<_>) = lines.unzip();
        let rows = cells.iter().map(|cells| cells.split('\t').map(|cell| self.number(cell)).collect()).collect();
        Table { numbers, rows }
    }
}

/// How many cells are right and how many there are, then those that are not.
pub fn compare(truth: &str, found: &str) -> String {
    let mut texts = Texts::new();
    let (truth, found) = (texts.table(truth), texts.table(found));
    let mut partner = vec![None; truth.rows.len()];
    for (row, other) in align(&truth.rows, &found.rows) {
        partner[row] = Some(other);
    }
    let (mut right, mut all) = (0, 0);
    let mut wrong = String::new();
    for (row, partner) in truth.rows.iter().zip(partner) {
        all += row.len();
        let other = partner.map(|other| &found.rows[other]);
        if let Some(other) = other {
            right += agreement(row, other) as usize;
        }
        let place = partner.map_or("?", |other| found.numbers[other]);
        for (column, &text) in row.iter().enumerate() {
            let there = other.map(|other| other.get(column).copied().unwrap_or(EMPTY));
            if there != Some(text) {
                let shown = there.map_or("(no row)", |there| &texts.all[there as usize]);
                let _ = writeln!(wrong, "{place}\t{}\t{}\t{shown}", column + 1, texts.all[text as usize]);
            }
        }
    }
    format!("{right} {all}\n{wrong}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_right_cells_and_lists_the_others() {
        let check = |truth: &str, found: &str, expected: &str| assert_eq!(compare(truth, found), expected);
        let truth = "1\tVoce\tEuro\n2\tPane  e pasta\t3,00\n3\t\t4,00\n";
        check(truth, "7\tVoce\tEuro\n7\tPane e pasta\t3,00\n8\t\t4,00\n", "6 6\n");
        let wrong = "4 6\n7\t2\t3,00\t30,0\n?\t1\t\t(no row)\n?\t2\t4,00\t(no row)\n";
        check(truth, "7\tVoce\tEuro\n7\tPane e pasta\t30,0\n", &wrong.replacen('4', "3", 1));
    }
}
