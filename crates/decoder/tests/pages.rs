// SPDX-License-Identifier: AGPL-3.0-or-later
//! What small pages are decoded to: letters and their places, lines, areas.

mod support;

use ambito_documents::blocks::Area;
use ambito_pages::page::Direction;
use support::{OnePage, letters, stream};

fn check_text(content: &str, expected: &str) {
    let page = OnePage { content, ..OnePage::default() }.only_page();
    assert_eq!(letters(&page), expected, "{content}");
}

/// The letters of a page with this font as `/D`.
fn check_font(content: &str, others: Vec<(u32, String)>, expected: &str) {
    let page = OnePage { content, others, ..OnePage::default() }.only_page();
    assert_eq!(letters(&page), expected, "{content}");
}

#[test]
fn letters_are_taken_once_and_bold_ones_are_known() {
    check_text("BT /F 10 Tf 50 100 Td (Spesa) Tj ET", "Spesa");
    check_text("BT /B 10 Tf 50 100 Td (Si) Tj ET", "*S*i");
    // Filled and stroked; written again a hair beside; the same word once more over the first.
    check_text("BT /F 10 Tf 2 Tr 50 100 Td (Si) Tj ET", "*S*i");
    check_text("BT /F 10 Tf 50 100 Td (Si) Tj 0.3 0 Td (Si) Tj ET", "*S*i");
    check_text("BT /F 10 Tf 50 100 Td (Si) Tj 0 -20 Td (no) Tj 0 20 Td (Si) Tj ET", "Sino");
    check_text("BT /F 10 Tf 50 100 Td (1100) Tj ET", "1100");
    check_text("BT /F 10 Tf 50 100 Td (a) Tj 3 0 Td (a) Tj ET", "aa");
    // Hidden and white letters are read, letters beside the page are not.
    check_text("BT 3 Tr /F 10 Tf 50 100 Td (scansione) Tj ET", "scansione");
    check_text("BT 1 g /F 10 Tf 50 100 Td (bianco) Tj ET", "bianco");
    check_text("BT /F 10 Tf 50 -100 Td (sotto) Tj 400 200 Td (oltre) Tj -400 0 Td (qui) Tj ET", "qui");
    check_text("BT /F 10 Tf 50 100 Td (a) Tj", "a");
    check_text("/Span << /ActualText (x) >> BDC BT /F 10 Tf 50 100 Td (a) Tj ET EMC", "a");
}

#[test]
fn letters_that_the_file_does_not_name_are_mended_where_sure() {
    let drawn = |first: u32, names: &str| {
        let last = first + u32::try_from(names.split_whitespace().count()).expect("few") - 1;
        let widths = "500 ".repeat(names.split_whitespace().count());
        let font = format!(
            "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 500 700] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar {first} \
             /LastChar {last} /Widths [{widths}] /Encoding << /Differences [{first} {names}] >> \
             /CharProcs << /c1 11 0 R /c2 11 0 R >> >>"
        );
        vec![(10, font), (11, stream("", "500 0 d0 0 0 400 700 re f"))]
    };
    check_font("BT /D 10 Tf 50 100 Td (AB) Tj ET", drawn(65, "/c1 /c2"), "AB");
    check_font("BT /D 10 Tf 50 100 Td <E0E1> Tj ET", drawn(0xE0, "/c1 /c2"), "àá");
    check_font("BT /D 10 Tf 50 100 Td <0102> Tj ET", drawn(1, "/c1 /c2"), "??");
    let map = |lines: &str| {
        vec![
            (10, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 11 0 R >>".to_owned()),
            (
                11,
                stream(
                    "",
                    &format!(
                        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def \
                         1 begincodespacerange <00> <FF> endcodespacerange {lines} endcmap end end"
                    ),
                ),
            ),
        ]
    };
    let passage = "/Span << /ActualText (xy) >> BDC BT /D 10 Tf 50 100 Td (AB) Tj ET EMC";
    check_font("BT /D 10 Tf 50 100 Td (AB) Tj ET", map("2 beginbfchar <41> <0058> <42> <0059> endbfchar"), "XY");
    check_font("BT /D 10 Tf 50 100 Td (AB) Tj ET", map("2 beginbfchar <41> <FFFD> <42> <E001> endbfchar"), "??");
    check_font("BT /D 10 Tf 50 100 Td (AB) Tj ET", map("2 beginbfchar <41> <0001> <42> <0059> endbfchar"), "?Y");
    check_font(passage, map("2 beginbfchar <41> <FFFD> <42> <FFFD> endbfchar"), "xy");
}

#[test]
fn places_follow_the_turn_and_the_cut_of_the_page() {
    let check = |page: &str, size: (i32, i32), baseline: i32, left: i32, direction: Direction| {
        let content = "BT /F 10 Tf 50 100 Td (a) Tj ET";
        let page = OnePage { content, page, ..OnePage::default() }.only_page();
        let glyph = &page.glyphs[0];
        let found = ((page.width, page.height), glyph.baseline, glyph.area.left, glyph.direction);
        assert_eq!(found, (size, baseline, left, direction));
    };
    check("", (30_000, 20_000), 10_000, 5_000, Direction::Right);
    check("/Rotate 90", (20_000, 30_000), 10_000, 9_780, Direction::Down);
    check("/Rotate 180", (30_000, 20_000), 10_000, 24_444, Direction::Left);
    check("/Rotate 270", (20_000, 30_000), 10_000, 9_220, Direction::Up);
    check("/CropBox [20 50 220 150]", (20_000, 10_000), 5_000, 3_000, Direction::Right);
}

#[test]
fn the_state_of_the_text_moves_letters() {
    let check = |state: &str, text: &str, expected: &[(i32, i32)]| {
        let content = format!("BT /F 10 Tf {state} 50 100 Td ({text}) Tj ET");
        let page = OnePage { content: &content, ..OnePage::default() }.only_page();
        let found: Vec<_> = page.glyphs.iter().map(|glyph| (glyph.area.left, glyph.baseline)).collect();
        assert_eq!(found, expected, "{state}");
    };
    check("", "aa", &[(5_000, 10_000), (5_556, 10_000)]);
    check("2 Tc", "aa", &[(5_000, 10_000), (5_756, 10_000)]);
    check("50 Tz", "aa", &[(5_000, 10_000), (5_278, 10_000)]);
    check("3 Ts", "aa", &[(5_000, 9_700), (5_556, 9_700)]);
    check("4 Tw", "a a", &[(5_000, 10_000), (5_556, 10_000), (6_234, 10_000)]);
}

/// Level rules as `-at:from..to`, upright ones as `|at:from..to`, areas as their edges.
fn drawn(content: &str, others: Vec<(u32, String)>) -> String {
    let resources = "/XObject << /Outer 20 0 R >>";
    let page = OnePage { content, resources, others, ..OnePage::default() }.only_page();
    let rules = page
        .rules
        .iter()
        .map(|rule| format!("{}{}:{}..{}", if rule.is_level { '-' } else { '|' }, rule.at, rule.from, rule.to));
    let fills = page.fills.iter().map(|Area { left, top, right, bottom }| format!("{left},{top},{right},{bottom}"));
    rules.chain(fills).collect::<Vec<_>>().join(" ")
}

#[test]
fn lines_and_areas_are_told_apart() {
    let check = |content: &str, expected: &str| assert_eq!(drawn(content, Vec::new()), expected, "{content}");
    check("10 50 m 110 50 l S", "-15000:1000..11000");
    check("10 50 m 10 150 l S", "|1000:5000..15000");
    check("10 50 m 110 150 l S", "");
    check("10 50 100 0.5 re f", "-14975:1000..11000");
    check("10 50 0.5 100 re f", "|1025:5000..15000");
    check("0.9 g 10 50 100 30 re f", "1000,12000,11000,15000");
    check("1 g 10 50 100 30 re f", "");
    check("1 G 10 50 m 110 50 l S", "");
    check("10 50 m 110 50 l n", "");
    check("10 50 100 30 re S", "-15000:1000..11000 |11000:12000..15000 -12000:1000..11000 |1000:12000..15000");
    check("q 2 0 0 2 0 0 cm 10 50 m 60 50 l S Q", "-10000:2000..12000");
}

#[test]
fn forms_inside_forms_are_drawn_in_their_place() {
    let form = |more: &str, content: &str| {
        stream(&format!("/Type /XObject /Subtype /Form /BBox [0 0 300 200] {more}"), content)
    };
    let others = vec![
        (20, form("/Resources << /XObject << /Inner 21 0 R >> >>", "q 1 0 0 1 0 50 cm /Inner Do Q")),
        (21, form("/Matrix [1 0 0 1 10 0]", "0 0 m 100 0 l S")),
    ];
    assert_eq!(drawn("/Outer Do", others), "-15000:1000..11000");
    let circle = vec![(20, form("/Resources << /XObject << /Outer 20 0 R >> >>", "0 50 m 100 50 l S /Outer Do"))];
    assert!(drawn("/Outer Do", circle).starts_with("-15000:0..10000"));
}

#[test]
fn a_page_that_draws_without_end_is_left_and_told() {
    let kid = |number: u32| {
        let resources = format!("/Resources << /XObject << /X {} 0 R >> >>", number + 1);
        (number, stream(&format!("/Type /XObject /Subtype /Form /BBox [0 0 9 9] {resources}"), "/X Do /X Do"))
    };
    let others = (20..50).map(kid).collect();
    let page =
        OnePage { content: "/Outer Do", resources: "/XObject << /Outer 20 0 R >>", others, ..OnePage::default() };
    let decoded = page.decoded();
    assert_eq!((decoded.pages, decoded.is_too_much), (vec![None], true));
}
