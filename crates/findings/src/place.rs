// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the number of a line counts in: the file, a sheet, a page, the paragraphs of a text; and what of it is meant.

use ambito_base::Area;
use std::borrow::Cow;

/// What a line is counted in, and what of it is meant.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
pub enum Where {
    /// The lines of the file are counted.
    #[default]
    File,
    /// The rows of this sheet are counted.
    Sheet(String),
    /// The lines of a page are counted.
    Page {
        /// The page, 1-based, in the order of the file.
        page: u32,
        /// What is meant: a cell, a row or a line; empty where nothing is printed.
        area: Area,
    },
    /// The paragraphs of a word-processor file are counted.
    Paragraphs {
        /// What is meant in a table; nothing where the paragraph is in none.
        cell: Option<TableCell>,
    },
}

/// A cell, or a whole row, of a table in a word-processor file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TableCell {
    /// The table, 1-based, counted over the document.
    pub table: u32,
    /// The row, 1-based.
    pub row: u32,
    /// The column, 0-based; nothing where the whole row is meant.
    pub column: Option<usize>,
}

impl TableCell {
    /// The cell as spreadsheets name it, without its table: `B5`; of a whole row its number.
    #[must_use]
    pub fn in_table(self) -> String {
        let Self { table: _, row, column } = self;
        format!("{}{row}", column.map_or_else(String::new, letters))
    }

    /// The address: `T2!B5` for a cell, `T2!5` for a row.
    #[must_use]
    pub fn address(self) -> String {
        format!("T{}!{}", self.table, self.in_table())
    }
}

/// How many letters the names of columns are made of.
const LETTERS: usize = 26;

/// The name of a column as spreadsheets have it: `A`, …, `Z`, `AA`.
fn letters(column: usize) -> String {
    let mut name = Vec::new();
    let mut rest = column.saturating_add(1);
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % LETTERS).unwrap_or_default();
        name.push(char::from(b'A' + letter));
        rest = (rest - 1) / LETTERS;
    }
    name.iter().rev().collect()
}

impl Where {
    /// The sheet.
    #[must_use]
    pub fn sheet(&self) -> Option<&str> {
        match self {
            Self::Sheet(sheet) => Some(sheet),
            Self::File | Self::Page { .. } | Self::Paragraphs { .. } => None,
        }
    }

    /// The page.
    #[must_use]
    pub const fn page(&self) -> Option<u32> {
        match self {
            Self::Page { page, .. } => Some(*page),
            Self::File | Self::Sheet(_) | Self::Paragraphs { .. } => None,
        }
    }

    /// What is covered of the page, where anything is.
    #[must_use]
    pub fn area(&self) -> Option<Area> {
        match self {
            Self::Page { area, .. } => Some(*area).filter(|area| !area.is_empty()),
            Self::File | Self::Sheet(_) | Self::Paragraphs { .. } => None,
        }
    }

    /// The address of the cell or the row in a word-processor file.
    #[must_use]
    pub fn cell(&self) -> Option<String> {
        match self {
            Self::Paragraphs { cell } => cell.map(TableCell::address),
            Self::File | Self::Sheet(_) | Self::Page { .. } => None,
        }
    }

    /// What stands before the number of a line where lines are not counted over the whole file: `Foglio1`, `p12`.
    #[must_use]
    pub fn ground(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::Sheet(sheet) => Some(Cow::Borrowed(sheet)),
            Self::Page { page, .. } => Some(Cow::Owned(format!("p{page}"))),
            Self::File | Self::Paragraphs { .. } => None,
        }
    }

    /// The address of a line, the same in every language: `58`, `Foglio1:58`, `p12:8`.
    #[must_use]
    pub fn address(&self, line: usize) -> String {
        match self.ground() {
            Some(ground) => format!("{ground}:{line}"),
            None => line.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        let check = |place: Where, expected: &str| assert_eq!(place.address(8), expected);
        check(Where::File, "8");
        check(Where::Sheet("Spese 2027".to_owned()), "Spese 2027:8");
        check(Where::Page { page: 12, area: Area::default() }, "p12:8");
        check(Where::Paragraphs { cell: Some(TableCell { table: 2, row: 5, column: None }) }, "8");
    }

    #[test]
    fn cells_of_tables() {
        let check = |column: Option<usize>, expected: &str| {
            assert_eq!(TableCell { table: 2, row: 5, column }.address(), expected);
        };
        check(None, "T2!5");
        check(Some(0), "T2!A5");
        check(Some(25), "T2!Z5");
        check(Some(26), "T2!AA5");
        check(Some(702), "T2!AAA5");
    }

    #[test]
    fn nothing_printed_covers_nothing() {
        assert_eq!(Where::Page { page: 1, area: Area::default() }.area(), None);
        let area = Area { left: 0, top: 0, right: 10, bottom: 10 };
        assert_eq!(Where::Page { page: 1, area }.area(), Some(area));
    }
}
