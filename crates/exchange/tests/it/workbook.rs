// SPDX-License-Identifier: AGPL-3.0-or-later
//! The workbook, read back with another program's eyes.

use crate::fixture;
use ambito_exchange::Reading;
use ambito_exchange::workbook::Book;
use ambito_i18n::{Catalogue, Language};
use calamine::{Data, Reader as _, Xlsx};
use std::fmt::Write as _;
use std::io::Cursor;

fn book(readings: &[Reading], language: Language) -> Xlsx<Cursor<Vec<u8>>> {
    let catalogue = Catalogue::new(language);
    let mut book = Book::new(readings.len(), &catalogue);
    for reading in readings {
        book.add(reading).unwrap();
    }
    Xlsx::new(Cursor::new(book.finish().unwrap())).unwrap()
}

/// All sheets as text: kind of value and value, one row a line.
fn dump(book: &mut Xlsx<Cursor<Vec<u8>>>) -> String {
    let mut out = String::new();
    for (name, range) in book.worksheets() {
        writeln!(out, "[{name}]").unwrap();
        for row in range.rows() {
            let cells: Vec<String> = row
                .iter()
                .map(|cell| match cell {
                    Data::Empty => String::new(),
                    Data::Float(number) => format!("#{number}"),
                    Data::DateTime(date) => format!("@{}", date.as_f64()),
                    other => other.to_string().replace('\n', "⏎"),
                })
                .collect();
            writeln!(out, "{}", cells.join(" | ").trim_end()).unwrap();
        }
    }
    out
}

#[test]
fn one_sheet_a_kind() {
    insta::assert_snapshot!(dump(&mut book(&[fixture::text()], Language::Italian)));
}

#[test]
fn several_documents_are_named_in_the_first_column() {
    let mut book = book(&[fixture::text(), fixture::sheets()], Language::English);
    let budget = book.worksheet_range("Budget").unwrap();
    let first: Vec<String> = budget.rows().map(|row| format!("{} {}", row[0], row[1])).collect();
    let expected = [
        "document line",
        "demo/piano.txt 40",
        "demo/piano.txt 41",
        "demo/piano.txt 42",
        "demo/piano.xlsx Obiettivi:50",
        "demo/piano.xlsx Obiettivi:51",
        "demo/piano.xlsx Obiettivi:52",
        "Total of the rows in sight ",
    ];
    assert_eq!(first.iter().map(|line| line.trim_end()).collect::<Vec<_>>(), expected.map(str::trim_end));
}

#[test]
fn sums_follow_the_filter() {
    let mut book = book(&[fixture::text()], Language::Italian);
    let formulas = book.worksheet_formula("Bilancio").unwrap();
    let found: Vec<&str> =
        formulas.cells().map(|(_, _, formula)| formula.as_str()).filter(|text| !text.is_empty()).collect();
    assert_eq!(found, ["SUBTOTAL(109,I2:I4)", "SUBTOTAL(109,J2:J4)"]);
    for name in ["Totali", "Importi", "Albero"] {
        assert!(book.worksheet_formula(name).unwrap().cells().all(|(_, _, formula)| formula.is_empty()), "{name}");
    }
}

#[test]
fn a_text_is_never_a_formula() {
    let mut book = book(&[fixture::text()], Language::Italian);
    let resources = book.worksheet_range("Risorse").unwrap();
    assert!(resources.used_cells().any(|(_, _, cell)| *cell == Data::String("=Assistente sociale".to_owned())));
}

#[test]
fn only_sheets_with_rows_exist() {
    let book = book(&[fixture::empty()], Language::Italian);
    assert_eq!(book.sheet_names(), ["Indice"]);
}
