// SPDX-License-Identifier: AGPL-3.0-or-later
//! Web pages.

mod support;

use ambito_intake::blocks_from;
use support::{check, dump};

#[test]
fn reads_headings_paragraphs_and_items() {
    check(
        "piano.html",
        "<!DOCTYPE html><html><head><title>no</title><style>p{}</style></head><body>
<h1>Piano <b>di</b>
zona</h1>
<p>Citt&agrave;&nbsp;&euro; 5<br>seconda riga</p>
<ul><li>uno</li><li><p>due</p></li></ul><script>var a = '<p>no</p>';</script>
<pre>a
  b</pre></body></html>",
        "2 h1 Piano di zona
         3 blank
         4 prose Città € 5
         4 prose seconda riga
         4 blank
         5 prose - uno
         5 prose - due
         5 blank
         6 prose a
         7 prose b",
    );
}

#[test]
fn reads_tables_with_spans() {
    check(
        "piano.html",
        "<table><caption>Quadro</caption>
<thead><tr><th>Area</th><th colspan=2>Importi</th></tr></thead>
<tr><td rowspan='2'>Anziani</td><td>1</td><td>2</td></tr>
<tr><td>3<td>4
<tr><td>Minori</td><td></td><td><p>5</p><p>6</p></td></tr></table><p>fine",
        "1 prose Quadro
         2 row Area | Importi |
         3 row Anziani | 1 | 2
         4 row  | 3 | 4
         5 row Minori |  | 5 6
         5 blank
         5 prose fine",
    );
}

#[test]
fn covers_columns_behind_the_last_cell() {
    check(
        "piano.html",
        "<table><tr><td>a</td><td rowspan=2>b</td></tr><tr><td>c</td></tr><tr><td>d</td><td>e</td></tr></table>",
        "1 row a | b\n1 row c |\n1 row d | e",
    );
}

#[test]
fn reads_layout_tables_as_running_text() {
    check(
        "piano.html",
        "<table><tr><td>menu</td><td><h2>Titolo</h2><p>Testo</p><table><tr><td>a</td><td>b</td></tr></table>coda</td></tr>
<tr><td>x</td><td>y</td></tr></table>",
        "1 prose menu
         1 h2 Titolo
         1 prose Testo
         1 blank
         1 row a | b
         1 blank
         1 prose coda
         2 row x | y",
    );
}

#[test]
fn tells_pages_by_content() {
    check("piano.txt", "<!-- x -->\n<HTML><p>a", "2 prose a");
    check("piano", "<?xml version='1.0'?><html><p>a", "1 prose a");
    check("piano.txt", "un <html> nel testo", "1 prose un <html> nel testo");
}

#[test]
fn survives_20_000_nested_tables() {
    let page = format!("<html>{}fondo", "<table><tr><td>x".repeat(20_000));
    let blocks = blocks_from(page.as_bytes(), "piano.html").expect("it can be read");
    assert_eq!(blocks.cut, ["nesting"]);
    assert!(dump(&blocks).contains("fondo"));
}

#[test]
fn limits_what_spans_make() {
    let row = "<tr><td rowspan=1000 colspan=1000>x</td></tr>".repeat(40_000);
    let blocks = blocks_from(format!("<table>{row}</table>").as_bytes(), "piano.html").expect("it can be read");
    assert!(blocks.cut.contains(&"empty-cells"), "{:?}", blocks.cut);
}
