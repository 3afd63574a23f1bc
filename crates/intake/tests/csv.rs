// SPDX-License-Identifier: AGPL-3.0-or-later
//! Values separated by commas, semicolons and tabs.

mod support;

use ambito_documents::blocks::Format;
use ambito_intake::blocks_from;
use support::check;

#[test]
fn reads_quotes_and_joined_lines() {
    check(
        "piano.csv",
        "Piano 2024\n\nCodice;Titolo;Importo\n1;\"Sportello; \"\"sociale\"\"\";\"1.234,56\"\n2;\"due\nrighe\n\";0\n;;\n3;5\" tubi;1\n",
        "1 prose Piano 2024
         2 blank
         3 row Codice | Titolo | Importo
         4 row 1 | Sportello; \"sociale\" | 1.234,56
         5 row 2 | due righe | 0
         6 joined
         7 joined
         8 blank
         9 row 3 | 5\" tubi | 1",
    );
}

#[test]
fn tells_the_separator() {
    check("a.csv", "a,b\n1,\"2,5\"\n", "1 row a | b\n2 row 1 | 2,5");
    check("a.csv", "a;b\n1;2,5\n", "1 row a | b\n2 row 1 | 2,5");
    check("a.csv", "a\tb\n1\t2,5\n", "1 row a | b\n2 row 1 | 2,5");
    check("a.tsv", "a\t\"b\nc\"\n", "1 row a | b c\n2 joined");
}

#[test]
fn tells_csv_by_content() {
    let blocks = blocks_from(b"a;b;c\n1;2;3\n4;5;6\n", "piano.txt").expect("it can be read");
    assert_eq!(blocks.format, Format::Csv);
    for prose in ["uno; due; tre\nuno; due; tre\nuno; due; tre\n", "a;b;c\n1;2;3\n", "a;b;c\n1\t2;3\n4;5;6\n"] {
        assert_eq!(blocks_from(prose.as_bytes(), "piano.txt").expect("it can be read").format, Format::Text, "{prose}");
    }
}

#[test]
fn takes_an_open_quote_as_a_character() {
    check("a.csv", "a;\"b\nc;d\n", "1 row a | \"b\n2 row c | d");
    check("a.csv", "a;\"b\" x;c\n", "1 row a | \"b\" x | c");
}
