// SPDX-License-Identifier: AGPL-3.0-or-later
//! The workbook, read back with another program's eyes.

use crate::fixture;
use ambito_base::Area;
use ambito_exchange::Reading;
use ambito_exchange::workbook::Book;
use ambito_findings::{Finding, Severity, TableCell, Where};
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
fn pages_and_cells_have_columns_where_a_document_has_them() {
    let check = |readings: &[Reading], expected: [&[&str]; 2]| {
        let mut book = book(readings, Language::Italian);
        let people = book.worksheet_range("Personale").unwrap();
        let first = |row: usize| -> Vec<String> {
            people.rows().nth(row).unwrap().iter().take(expected[0].len()).map(ToString::to_string).collect()
        };
        assert_eq!([first(0), first(people.rows().count() - 1)], expected);
    };
    let cells = ["Elio", "10 %"];
    let (pages, paragraphs) = (fixture::pages(cells).reading, fixture::paragraphs(cells).reading);
    check(&[fixture::text()], [&["riga", "percorso"], &["51", ""]]);
    check(std::slice::from_ref(&pages), [&["riga", "pagina", "percorso"], &["11", "2", ""]]);
    check(std::slice::from_ref(&paragraphs), [&["riga", "cella", "percorso"], &["102", "T2!1", ""]]);
    check(
        &[fixture::text(), pages],
        [&["documento", "riga", "pagina", "cella", "percorso"], &["demo/piano.pdf", "11", "2", "", ""]],
    );
}

#[test]
fn a_list_of_findings_has_the_columns_that_it_needs() {
    let page = Where::Page { page: 12, area: Area::default() };
    let cell = Where::Paragraphs { cell: Some(TableCell { table: 2, row: 5, column: Some(1) }) };
    let check = |at: &[&Where], expected: &str| {
        let findings: Vec<Finding> = at
            .iter()
            .map(|at| {
                let mut finding = Finding::new("SUM002", Severity::Error, "non torna".to_owned()).on_line(8, "riga");
                finding.at = (*at).clone();
                finding.in_document("piano")
            })
            .collect();
        let bytes = ambito_exchange::workbook::findings(&[], &findings, &Catalogue::new(Language::Italian)).unwrap();
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        let list = book.worksheet_range("Rilievi").unwrap();
        let rows = list.rows().map(|row| row.iter().take(5).map(ToString::to_string).collect::<Vec<_>>().join(" | "));
        assert_eq!(rows.collect::<Vec<_>>().join("\n"), expected);
    };
    check(&[&Where::File], "documento | riga | gravità | codice | rilievo\npiano | 8 | errore | SUM002 | non torna");
    check(&[&page], "documento | riga | pagina | gravità | codice\npiano | 8 | 12 | errore | SUM002");
    check(
        &[&page, &cell],
        "documento | riga | pagina | cella | gravità\npiano | 8 | 12 |  | errore\npiano | 8 |  | T2!B5 | errore",
    );
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
