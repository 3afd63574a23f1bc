// SPDX-License-Identifier: AGPL-3.0-or-later
//! Plain text and Markdown.

mod support;

use ambito_documents::blocks::{Format, Places};
use ambito_intake::{blocks_from, limits::ROW_CELLS_MAX};
use support::check;

#[test]
fn tells_the_kinds_of_lines() {
    check(
        "piano.txt",
        "# Piano ##\n\n  Versione: 3 \n---\nCodice\tTitolo \t\n\t\t\n\tsolo questo\n-----\t---\n-\t-\t-\n",
        "1 h1 Piano
         2 blank
         3 prose Versione: 3
         4 rule
         5 row Codice | Titolo |
         6 blank
         7 row  | solo questo
         8 rule
         9 row - | - | -",
    );
}

#[test]
fn reads_pipe_rows_with_and_without_outer_pipes() {
    check(
        "piano.md",
        "| A | B |\n|---|:--|\n| x \\| y | |\n\nA | B\n--- | ---\n1 | 2\na | b | c\n\nsolo | prosa\nuna | due | tre\n",
        "1 row A | B
         2 rule
         3 row x | y |
         4 blank
         5 row A | B
         6 rule
         7 row 1 | 2
         8 row a | b | c
         9 blank
         10 prose solo | prosa
         11 prose una | due | tre",
    );
}

#[test]
fn takes_every_line_end() {
    let expected = "1 prose a\n2 row b | c\n3 blank\n4 prose d";
    for end in ["\n", "\r\n", "\r", "\u{2028}", "\u{85}"] {
        check("piano.txt", ["a", "b\tc", "", "d", ""].join(end), expected);
    }
    check("piano.txt", "a\r\nb\rc\nd", "1 prose a\n2 prose b\n3 prose c\n4 prose d");
}

#[test]
fn breaks_pages_at_form_feeds() {
    check("piano.txt", "a\n\x0C\nb\n", "1 prose a\n2 page\n3 prose b");
    check(
        "piano.txt",
        "a\n\x0Cb\tc\nd\x0Ce\n\x0C\x0C",
        "1 prose a\n2 page\n2 row b | c\n3 prose d\n3 page\n3 prose e\n4 page\n4 page",
    );
}

#[test]
fn keeps_plain_places_as_long_as_they_hold() {
    let blocks = blocks_from(b"a\n\x0C\nb\tc\n", "piano.txt").expect("it can be read");
    assert_eq!((blocks.places, blocks.format), (Places::Lines, Format::Text));
}

#[test]
fn does_not_copy_the_text() {
    let text = "Codice\tTitolo\r\n1\tSportello\r\n";
    assert_eq!(blocks_from(text.as_bytes(), "piano.txt").expect("it can be read").text, text);
}

#[test]
fn keeps_tags_inside_cells_as_text() {
    check("piano.txt", "a\t<b>forte</b><table>\nx\ty\n", "1 row a | <b>forte</b><table>\n2 row x | y");
}

#[test]
fn reads_html_tables_inside_text_in_place() {
    check(
        "piano.md",
        "Prima\n<table>\n<tr><td>a</td>\n<td>b</td></tr>\n</table> coda\nDopo\n<table> mai chiusa\n",
        "1 prose Prima
         5 blank
         3 row a | b
         5 blank
         5 prose coda
         6 prose Dopo
         7 prose <table> mai chiusa"
            .replace("5 blank\n         3", "2 blank\n         3")
            .as_str(),
    );
}

#[test]
fn reads_a_heading_with_its_page_but_a_table_with_hashes() {
    check("piano.md", "## Obiettivi\t12\n# N.\tTitolo\tImporto\n", "1 h2 Obiettivi\t12\n2 row # N. | Titolo | Importo");
}

#[test]
fn limits_the_cells_of_a_row_and_says_so() {
    let row = vec!["1"; 200_000].join("\t");
    let blocks = blocks_from(row.as_bytes(), "piano.txt").expect("it can be read");
    assert_eq!(blocks.cells.len(), ROW_CELLS_MAX);
    assert_eq!(blocks.cut, ["row-cells"]);
    assert_eq!(blocks.str(blocks.lines[0].span).len(), row.len());
}

#[test]
fn reads_other_encodings() {
    let utf16: Vec<u8> = "\u{FEFF}Attività\tè\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    check("piano.txt", utf16, "1 row Attività | è");
    check("piano.txt", b"Attivit\xE0\t\x80 5\n", "1 row Attività | € 5");
}
