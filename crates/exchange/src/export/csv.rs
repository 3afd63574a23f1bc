// SPDX-License-Identifier: AGPL-3.0-or-later
//! A list as lines of text, in the notation that the office's spreadsheet opens by itself: with its mark of UTF-8; in
//! Italian semicolons between the cells, commas in the figures and days first; in English commas, points and ISO days.

use super::{Cell, Column};
use ambito_base::{Cents, Date};
use ambito_i18n::Language;

/// What tells a spreadsheet that the text is UTF-8.
const UTF8_MARK: &str = "\u{feff}";
/// What ends a line, as RFC 4180 has it.
const LINE_END: &str = "\r\n";
/// What a spreadsheet takes for the beginning of a formula.
const FORMULA_MARKS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];
/// What says that words are words: spreadsheets hide it.
const WORDS_MARK: char = '\'';

/// Writes a list as text.
#[derive(Clone, Copy, Debug)]
pub struct Csv {
    language: Language,
}

impl Csv {
    /// A file in the notation of a language.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self { language }
    }

    /// The first line, with what stands before it.
    #[must_use]
    pub fn head(&self, columns: &[Column]) -> String {
        let cells: Vec<Cell> = columns.iter().map(|column| Cell::Text(column.title.clone())).collect();
        format!("{UTF8_MARK}{}", self.row(&cells))
    }

    /// A line.
    #[must_use]
    pub fn row(&self, cells: &[Cell]) -> String {
        let (mut line, separator) = (String::new(), self.separator());
        for (at, cell) in cells.iter().enumerate() {
            if at > 0 {
                line.push(separator);
            }
            match cell {
                Cell::Nothing => {}
                Cell::Text(text) => line.push_str(&self.quoted(text)),
                Cell::Count(count) => line.push_str(&count.to_string()),
                Cell::Money(amount) => line.push_str(&self.decimal(&plain(*amount))),
                Cell::Share(hundredths) => {
                    line.push_str(&format!("{}%", self.decimal(&plain(Cents::new(*hundredths)))))
                }
                Cell::Day(day) => line.push_str(&self.day(*day)),
                Cell::Moment(at) => {
                    line.push_str(&format!("{} {:02}:{:02}", self.day(at.date()), at.hour(), at.minute()));
                }
            }
        }
        line.push_str(LINE_END);
        line
    }

    const fn separator(self) -> char {
        match self.language {
            Language::Italian => ';',
            Language::English => ',',
        }
    }

    fn quoted(self, text: &str) -> String {
        let is_formula = text.trim_start_matches(' ').starts_with(FORMULA_MARKS);
        let text = if is_formula { format!("{WORDS_MARK}{text}") } else { text.to_owned() };
        if text.contains([self.separator(), '"', '\n', '\r']) {
            format!("\"{}\"", text.replace('"', "\"\""))
        } else {
            text
        }
    }

    fn decimal(self, plain: &str) -> String {
        match self.language {
            Language::Italian => plain.replace('.', ","),
            Language::English => plain.to_owned(),
        }
    }

    fn day(self, day: Date) -> String {
        match self.language {
            Language::Italian => format!("{:02}/{:02}/{:04}", day.day(), day.month(), day.year()),
            Language::English => day.to_string(),
        }
    }
}

/// Hundredths as a number without groups: `-1234.56`.
fn plain(amount: Cents) -> String {
    let (sign, magnitude) = (if amount.cents() < 0 { "-" } else { "" }, amount.cents().unsigned_abs());
    format!("{sign}{}.{:02}", magnitude / 100, magnitude % 100)
}

#[cfg(test)]
mod tests {
    use super::super::Holds;
    use super::*;

    /// Reads a text back, cell by cell.
    fn parsed(text: &str, separator: char) -> Vec<Vec<String>> {
        let (mut rows, mut row, mut cell, mut is_quoted) = (Vec::new(), Vec::new(), String::new(), false);
        let mut chars = text.trim_start_matches(UTF8_MARK).chars().peekable();
        while let Some(char) = chars.next() {
            match char {
                '"' if is_quoted && chars.peek() == Some(&'"') => cell.extend(chars.next()),
                '"' => is_quoted = !is_quoted,
                char if char == separator && !is_quoted => row.push(std::mem::take(&mut cell)),
                '\r' if !is_quoted => {}
                '\n' if !is_quoted => {
                    row.push(std::mem::take(&mut cell));
                    rows.push(std::mem::take(&mut row));
                }
                char => cell.push(char),
            }
        }
        rows
    }

    #[test]
    fn what_is_written_is_read_back() {
        let columns = ["Voce", "Importo"].map(|title| Column { title: title.to_owned(), holds: Holds::Words });
        let check = |language, separator, expected: [&str; 5]| {
            let csv = Csv::new(language);
            let cells = [
                Cell::Text("Uno; \"due\",\ntre".to_owned()),
                Cell::Money(Cents::new(-123_456_789)),
                Cell::Share(2_834),
                Cell::Day(ambito_base::Date::constant(2027, 3, 9)),
                Cell::Count(1_234),
            ];
            let text = format!("{}{}{}", csv.head(&columns), csv.row(&cells), csv.row(&[Cell::Nothing, Cell::Nothing]));
            let rows = parsed(&text, separator);
            assert_eq!(rows, [vec!["Voce", "Importo"], expected.to_vec(), vec!["", ""]]);
        };
        let words = "Uno; \"due\",\ntre";
        check(Language::Italian, ';', [words, "-1234567,89", "28,34%", "09/03/2027", "1234"]);
        check(Language::English, ',', [words, "-1234567.89", "28.34%", "2027-03-09", "1234"]);
    }

    #[test]
    fn words_are_no_formula() {
        let csv = Csv::new(Language::Italian);
        for text in ["=1+1", "+ 5%", "-", "@SUM(A1)", "\t=1", "  =1"] {
            let line = csv.row(&[Cell::Text(text.to_owned())]);
            assert!(line.trim_start_matches('"').starts_with('\''), "{line}");
        }
        assert_eq!(csv.row(&[Cell::Text("a=b".to_owned())]), "a=b\r\n");
        assert_eq!(csv.row(&[Cell::Money(Cents::new(-5))]), "-0,05\r\n");
    }
}
