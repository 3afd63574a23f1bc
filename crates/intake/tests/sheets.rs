// SPDX-License-Identifier: AGPL-3.0-or-later
//! Workbooks.

mod support;

use std::io::{Cursor, Write};

use ambito_documents::blocks::Format;
use ambito_intake::blocks_from;
use rust_xlsxwriter::{ExcelDateTime, Format as Style, Workbook};
use support::check;
use zip::write::SimpleFileOptions;

fn xlsx() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let style = |code: &str| Style::new().set_num_format(code);
    let date = ExcelDateTime::from_ymd(2024, 12, 31).expect("a date");
    let sheet = workbook.add_worksheet().set_name("Budget").expect("a name");
    sheet.write(0, 1, "Piano 2024").expect("it fits");
    sheet.write(2, 1, "Capitolo").expect("it fits");
    sheet.write(2, 2, "Titolo\nlungo").expect("it fits");
    sheet.write(2, 3, "Importo").expect("it fits");
    sheet.write_with_format(3, 1, 42, &style("00000")).expect("it fits");
    sheet.write_with_format(3, 3, 12_020_000.5, &style("#,##0.00")).expect("it fits");
    sheet.merge_range(4, 1, 4, 2, "Totale", &Style::new()).expect("it fits");
    sheet.write(4, 3, 7).expect("it fits");
    sheet.write(4, 4, "").expect("it fits");
    let sheet = workbook.add_worksheet().set_name("Nascosto").expect("a name");
    sheet.set_hidden(true);
    sheet.write_with_format(9, 0, 0.2834, &style("0.00%")).expect("it fits");
    sheet.write_with_format(9, 1, &date, &style("dd/mm/yyyy")).expect("it fits");
    sheet.write(9, 2, true).expect("it fits");
    workbook.save_to_buffer().expect("memory takes it")
}

#[test]
fn reads_excel_workbooks() {
    check(
        "a.bin",
        xlsx(),
        "Budget!1 prose Piano 2024
         Budget!2 blank
         Budget!3 row Capitolo | Titolo lungo | Importo
         Budget!4 row 00042 |  | 12020000.5
         Budget!5 row Totale |  | 7
         Nascosto!1 blank
         Nascosto!10 row 28.34% | 31/12/2024 | VERO",
    );
}

#[test]
fn does_not_fill_the_space_between_cells() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for row in [0, 1, 500_000, 1_048_575] {
        sheet.write(row, 0, "a").expect("it fits");
        sheet.write(row, 16_383, "b").expect("it fits");
    }
    let blocks = blocks_from(&workbook.save_to_buffer().expect("memory takes it"), "a.xlsx").expect("it can be read");
    assert_eq!(blocks.cut, ["row-cells"]);
    assert!(blocks.lines.len() < 20);
}

fn ods(content: &str) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let parts = [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content)];
    for (name, text) in parts {
        archive.start_file(name, SimpleFileOptions::default()).expect("memory takes it");
        archive.write_all(text.as_bytes()).expect("memory takes it");
    }
    archive.finish().expect("memory takes it").into_inner()
}

#[test]
fn reads_opendocument_sheets() {
    let content = r#"<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>
<table:table table:name="Spese &amp; entrate">
 <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
 <table:table-row><table:table-cell office:value-type="string"><text:p>Voce<text:s/>di</text:p><text:p>spesa</text:p>
   <office:annotation><text:p>commento</text:p></office:annotation></table:table-cell>
  <table:table-cell office:value-type="string"><text:p>Caff&#232; &amp; t&#xE8;</text:p></table:table-cell></table:table-row>
 <table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="currency" office:value="1234.5"><text:p>1.234,50 €</text:p></table:table-cell>
  <table:table-cell office:value-type="percentage" office:value="0.125"><text:p>12,5%</text:p></table:table-cell>
  <table:table-cell table:number-columns-repeated="2"/>
  <table:table-cell office:value-type="date" office:date-value="2024-12-31"><text:p>31 dic 24</text:p></table:table-cell></table:table-row>
 <table:table-row><table:table-cell office:value-type="float" office:value="42"><text:p>00042</text:p></table:table-cell>
  <table:covered-table-cell office:value-type="string"><text:p>coperta</text:p></table:covered-table-cell>
  <table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>VERO</text:p></table:table-cell></table:table-row>
</table:table></office:spreadsheet></office:body></office:document-content>"#;
    assert_eq!(blocks_from(&ods(content), "a").expect("it can be read").format, Format::Ods);
    check(
        "a.ods",
        ods(content),
        "Spese & entrate!3 row Voce di spesa | Caffè & tè |  |  |
         Spese & entrate!4 row 1234.5 | 12.5% |  |  | 31/12/2024
         Spese & entrate!5 row 1234.5 | 12.5% |  |  | 31/12/2024
         Spese & entrate!6 row 00042 |  | VERO |  |",
    );
}

#[test]
fn limits_what_repeats_make() {
    let row = r#"<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>"#;
    let content = format!("<a><table:table table:name='s'>{}</table:table></a>", row.repeat(1_000));
    let blocks = blocks_from(&ods(&content), "a.ods").expect("it can be read");
    assert!(blocks.cut.contains(&"repeats"), "{:?}", blocks.cut);
}
