// SPDX-License-Identifier: AGPL-3.0-or-later
//! Tables that list nodes under each other: "Obiettivo 7 … | 18 | Azione 18 …". They stand at the head of an area and
//! point forward, so their rows are kept and resolved when all nodes are known.

use crate::clean::clean_line;
use crate::headings::{Heading, level_heading};
use crate::reader::{Mark, Reader, TreeRow};

impl Reader<'_> {
    /// Whether a row has at least two filled cells of which one names a numbered node.
    pub(super) fn tree_begins(&self, cells: &[&str], filled: usize) -> bool {
        filled >= 2 && cells.len() <= 6 && cells.iter().any(|cell| self.numbered(&clean_line(cell)).is_some())
    }

    fn numbered(&self, text: &str) -> Option<Heading> {
        if text.len() > 300 {
            return None;
        }
        level_heading(text, self.words, &self.levels).filter(|heading| heading.code.is_some())
    }

    /// A row of such a table.
    pub(super) fn tree_row(&mut self, at: usize, cells: &[&str], filled: usize) -> bool {
        if filled == 0 || (filled == 1 && cells.len() < 3) {
            return false;
        }
        let clean: Vec<String> = cells.iter().map(|cell| clean_line(cell).into_owned()).collect();
        let mut upper = None;
        let mut lower = None;
        let mut reference: Option<String> = None;
        let lowest = self.lower_level();
        for cell in clean.iter().filter(|cell| !cell.is_empty()) {
            if cell.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'/' | b'.' | b'-' | b',' | b' ')) {
                reference = Some(cell.clone());
                continue;
            }
            match self.numbered(cell) {
                Some(Heading { level: Some(level), code: Some(code), title, .. }) => {
                    if level == lowest {
                        lower = Some((level, vec![code], title));
                    } else {
                        upper = Some((level, code, title));
                    }
                }
                // A title without the word of its level, beside its number.
                _ => {
                    if let Some(numbers) = &reference {
                        let codes: Vec<String> = numbers
                            .split(['/', ',', '-', ' '])
                            .filter(|code| !code.is_empty())
                            .map(str::to_owned)
                            .collect();
                        lower = Some((lowest.clone(), codes, cell.clone()));
                    }
                }
            }
        }
        if upper.is_none() && lower.is_none() {
            return false;
        }
        // An empty cell is the upper node of the row above.
        let inherited = upper.is_none();
        if inherited {
            upper = self.tree_rows.last().and_then(|row| row.upper.clone());
        }
        let place = self.current();
        self.tree_rows.push(TreeRow {
            place,
            upper,
            upper_printed: !inherited,
            lower,
            reference,
            line: Self::number(at),
        });
        self.marks[at] = Mark::Read;
        true
    }

    /// The lower of the two levels such tables list.
    fn lower_level(&self) -> String {
        if self.levels.iter().any(|level| level == "azione") { "azione".to_owned() } else { "progetto".to_owned() }
    }
}
