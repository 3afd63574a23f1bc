// SPDX-License-Identifier: AGPL-3.0-or-later
//! Where the lines and cells of a document stand in its file: for findings, for the JSON, in words.
//!
//! Invariant: a cell is named only where exactly one cell of the row answers; else the place is that of the row.

use ambito_base::{Area, Cents, Share, fold};
use ambito_documents::blocks::{Blocks, Line, LineKind, Place, Places};
use ambito_domain::planning::LineNo;
use ambito_findings::{TableCell, Where};
use ambito_i18n::Catalogue;

/// A value that is looked for in the cells of a row.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Sought<'a> {
    /// Words or a value as printed; nothing where they are empty.
    Text(&'a str),
    /// An amount, however it is printed.
    Money(Cents),
    /// A share, however it is printed.
    Share(Share),
}

/// Where a line, or a cell of it, stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Located<'a> {
    /// The line of the file or of the page, the row of the sheet, or the paragraph.
    pub line: u32,
    /// The sheet.
    pub sheet: Option<&'a str>,
    /// The page.
    pub page: Option<u32>,
    /// What is covered of the page, where anything is.
    pub area: Option<Area>,
    /// How sure its line is, in hundredths, where it was recognised in a picture.
    pub confidence: Option<u8>,
    /// The cell or the row, in tables of word-processor files.
    pub cell: Option<TableCell>,
}

/// Where a line stands.
pub(crate) fn of_line(places: &Places, line: LineNo) -> Located<'_> {
    located(places.of(line), None)
}

/// Where the cell stands that alone holds a value; else its row.
pub(crate) fn of_value<'b>(blocks: &'b Blocks, line: LineNo, sought: Option<Sought<'_>>) -> Located<'b> {
    let column = match &blocks.places {
        Places::Pages(_) | Places::Paragraphs(_) => sought.and_then(|it| column_of(blocks, line, it)),
        Places::Lines | Places::Mapped(_) | Places::Sheets { .. } => None,
    };
    of_column(blocks, line, column)
}

/// Where the cell stands that holds these bytes of the text; else the line.
pub(crate) fn of_bytes(blocks: &Blocks, line: LineNo, start: u32, end: u32) -> Located<'_> {
    let column = row(blocks, line).and_then(|row| {
        let cells = blocks.cells(row);
        let exact = cells.iter().position(|cell| (cell.start, cell.end) == (start, end));
        exact.or_else(|| cells.iter().position(|cell| cell.start <= start && end <= cell.end))
    });
    of_column(blocks, line, column)
}

/// The same as a part of a finding.
pub(crate) fn as_where(places: &Places, located: Located<'_>) -> Where {
    let Located { line: _, sheet, page, area, confidence: _, cell } = located;
    match (places, sheet, page) {
        (Places::Paragraphs(_), ..) => Where::Paragraphs { cell },
        (_, Some(sheet), _) => Where::Sheet(sheet.to_owned()),
        (_, _, Some(page)) => Where::Page { page, area: area.unwrap_or_default() },
        _ => Where::File,
    }
}

/// A place as people say it: `riga 8`, `foglio Spese, riga 8`, `pag. 12, riga 8`,
/// `paragrafo 31 (tabella 2, cella B5)`.
pub(crate) fn words(at: &Where, line: usize, catalogue: &Catalogue) -> String {
    let number = line.to_string();
    match at {
        Where::File => catalogue.text("page-line", &[("line", (&number).into())]),
        Where::Sheet(sheet) => {
            format!("{sheet}, {}", catalogue.text("page-line", &[("line", (&number).into())]))
        }
        Where::Page { page, .. } => {
            let page = page.to_string();
            catalogue.text("place-page-line", &[("page", (&page).into()), ("line", (&number).into())])
        }
        Where::Paragraphs { cell: None } => catalogue.text("place-paragraph", &[("paragraph", (&number).into())]),
        Where::Paragraphs { cell: Some(cell) } => {
            let place = in_table(*cell, catalogue);
            catalogue.text("place-paragraph-in", &[("paragraph", (&number).into()), ("place", (&place).into())])
        }
    }
}

/// A cell or a row as people say it: `tabella 2, cella B5`, `tabella 2, riga 5`.
pub(crate) fn in_table(cell: TableCell, catalogue: &Catalogue) -> String {
    let (table, name) = (cell.table.to_string(), cell.in_table());
    let args = [("table", (&table).into()), ("name", (&name).into())];
    match cell.column {
        Some(_) => catalogue.text("place-cell", &args),
        None => catalogue.text("place-row", &args),
    }
}

fn of_column(blocks: &Blocks, line: LineNo, column: Option<usize>) -> Located<'_> {
    let mut place = blocks.places.of(line);
    if let (Places::Pages(pages), Some(row), Some(column)) = (&blocks.places, row(blocks, line), column)
        && let Some(area) = pages.cells.get(row.cells_from as usize + column).filter(|area| !area.is_empty())
    {
        place.area = Some(*area);
    }
    located(place, column)
}

fn located(place: Place<'_>, column: Option<usize>) -> Located<'_> {
    let Place { sheet, line, page, area, confidence, row } = place;
    let cell = row.map(|(table, row)| TableCell { table, row, column });
    Located { line, sheet, page, area: area.filter(|area| !area.is_empty()), confidence, cell }
}

/// The row that a line is.
fn row(blocks: &Blocks, line: LineNo) -> Option<&Line> {
    let line = blocks.lines.get((line as usize).checked_sub(1)?)?;
    (line.kind == LineKind::Row).then_some(line)
}

/// The only cell of a row that is the value, else the only one that has it among other words.
fn column_of(blocks: &Blocks, line: LineNo, sought: Sought<'_>) -> Option<usize> {
    let cells: Vec<&str> = blocks.cells(row(blocks, line)?).iter().map(|cell| blocks.str(*cell).trim()).collect();
    match sought {
        Sought::Text(text) => {
            let folded: Vec<String> = cells.iter().map(|cell| format!(" {} ", fold(cell).trim())).collect();
            let wanted = format!(" {} ", fold(text).trim());
            if wanted.trim().is_empty() {
                return None;
            }
            only(cells.iter().map(|cell| *cell == text.trim()))
                .or_else(|| only(folded.iter().map(|cell| *cell == wanted)))
                .or_else(|| only(folded.iter().map(|cell| cell.contains(&wanted))))
        }
        Sought::Money(amount) => only(cells.iter().map(|cell| Cents::parse(cell) == Some(amount))),
        Sought::Share(share) => only(cells.iter().map(|cell| Share::parse(cell) == Some(share))),
    }
}

/// The index of the only one that answers.
fn only(answers: impl Iterator<Item = bool>) -> Option<usize> {
    let mut found = answers.enumerate().filter(|(_, answers)| *answers).map(|(index, _)| index);
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ambito_documents::blocks::{Format, PageLine, PageSize, Pages, ParagraphPlace, Span};
    use ambito_i18n::Language;

    const ROW: Area = Area { left: 100, top: 100, right: 400, bottom: 200 };

    /// One row of these cells, each a hundred hundredths wide, and a line below it.
    fn blocks(cells: &[&str]) -> Blocks {
        let mut blocks = Blocks::new(Format::Pdf, cells.join("\t"));
        let mut spans = Vec::new();
        let mut from = 0;
        for cell in cells {
            spans.push(Span::new(from, from + cell.len()));
            from += cell.len() + 1;
        }
        blocks.push_row(Span::new(0, blocks.text.len()), spans);
        blocks.push_line(Span::new(0, 1), LineKind::Prose);
        let cell = |at: i32| Area { left: at * 100, right: at * 100 + 100, ..ROW };
        blocks.places = Places::Pages(Pages {
            sizes: vec![PageSize { width: 1_000, height: 1_000 }],
            lines: vec![
                PageLine { page: 1, line: 1, area: ROW, confidence: Some(61) },
                PageLine { page: 1, line: 2, area: Area::default(), confidence: None },
            ],
            cells: (1..).take(cells.len()).map(cell).collect(),
            margins: Vec::new(),
        });
        blocks
    }

    #[test]
    fn a_value_stands_in_the_only_cell_that_has_it() {
        let check = |cells: &[&str], sought: Sought<'_>, expected: Option<i32>| {
            let blocks = blocks(cells);
            let area = of_value(&blocks, 1, Some(sought)).area.expect("a row");
            assert_eq!((area != ROW).then_some(area.left / 100), expected, "{cells:?} {sought:?}");
        };
        check(&["M_8", "Verbali", "8"], Sought::Text("8"), Some(3));
        check(&["M_8", "Verbali", ">= 8"], Sought::Text(">= 8"), Some(3));
        check(&["M 8", "Verbali", "almeno 8"], Sought::Text("8"), None);
        check(&["18", "Verbali", "almeno 8 su 10"], Sought::Text("8"), Some(3));
        check(&["8", "Verbali", "8"], Sought::Text("8"), None);
        check(&["8", "Verbali"], Sought::Text("—"), None);
        check(&["A", "1.000,00", "€ 900,00"], Sought::Money(Cents::new(90_000)), Some(3));
        check(&["A", "900,00", "€ 900,00"], Sought::Money(Cents::new(90_000)), None);
        check(&["A", "28,34 %", "28"], Sought::Share(Share::from_hundredths(2_834)), Some(2));
    }

    #[test]
    fn bytes_stand_in_their_cell_or_in_the_row() {
        let blocks = blocks(&["Totale", " 900,00 ", ""]);
        let check = |start: u32, end: u32, expected: i32| {
            assert_eq!(of_bytes(&blocks, 1, start, end).area.expect("a row").left, expected, "{start}..{end}");
        };
        check(8, 14, 200);
        check(7, 15, 200);
        check(16, 16, 300);
        check(0, 16, ROW.left);
        assert_eq!(of_bytes(&blocks, 1, 8, 14).confidence, Some(61));
        assert_eq!(of_bytes(&blocks, 2, 0, 1).area, None);
        assert_eq!(of_bytes(&blocks, 2, 0, 1).confidence, None);
        assert_eq!(of_bytes(&blocks, 9, 0, 1).line, 9);
    }

    #[test]
    fn places_in_words() {
        let check = |at: Where, italian: &str, english: &str| {
            assert_eq!(words(&at, 8, &Catalogue::new(Language::Italian)), italian);
            assert_eq!(words(&at, 8, &Catalogue::new(Language::English)), english);
        };
        let cell = |column| Where::Paragraphs { cell: Some(TableCell { table: 2, row: 5, column }) };
        check(Where::File, "riga 8", "line 8");
        check(Where::Sheet("Spese".to_owned()), "Spese, riga 8", "Spese, line 8");
        check(Where::Page { page: 12, area: ROW }, "pag. 12, riga 8", "p. 12, line 8");
        check(Where::Paragraphs { cell: None }, "paragrafo 8", "paragraph 8");
        check(cell(Some(1)), "paragrafo 8 (tabella 2, cella B5)", "paragraph 8 (table 2, cell B5)");
        check(cell(None), "paragrafo 8 (tabella 2, riga 5)", "paragraph 8 (table 2, row 5)");
    }

    #[test]
    fn paragraphs_outside_tables_are_no_cells() {
        let places = Places::Paragraphs(vec![
            ParagraphPlace { paragraph: 3, row: None },
            ParagraphPlace { paragraph: 4, row: Some((1, 2)) },
        ]);
        assert_eq!(as_where(&places, of_line(&places, 1)), Where::Paragraphs { cell: None });
        let row = TableCell { table: 1, row: 2, column: None };
        assert_eq!(as_where(&places, of_line(&places, 2)), Where::Paragraphs { cell: Some(row) });
    }
}
