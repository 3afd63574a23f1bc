// SPDX-License-Identifier: AGPL-3.0-or-later
//! What whole files say beside their pages: bookmarks, attachments, the values of forms, why they cannot be opened.

mod support;

use ambito_decoder::{Refusal, decode};
use support::{OnePage, letters};

/// The letters of a page with these fields.
fn check_fields(fields: &str, content: &str, expected: &str) {
    let page = OnePage { content, page: &format!("/Annots [{fields}]"), ..OnePage::default() }.only_page();
    assert_eq!(letters(&page), expected, "{fields}");
}

#[test]
fn the_values_of_fields_are_read() {
    let field = |more: &str| format!("<< /Type /Annot /Subtype /Widget /Rect [50 90 150 110] {more} >>");
    check_fields(&field("/FT /Tx /V (Comune)"), "", "Comune");
    check_fields(&field("/FT /Tx /V <FEFF00E0>"), "", "à");
    check_fields(&field("/Parent << /FT /Tx /V (sopra) >>"), "", "sopra");
    check_fields(&field("/FT /Ch /V (scelta)"), "", "scelta");
    check_fields(&field("/FT /Tx"), "", "");
    check_fields(&field("/FT /Btn /AS /Yes"), "", "☒");
    check_fields(&field("/FT /Btn /AS /Off"), "", "☐");
    check_fields(&field("/FT /Btn /V /Si"), "", "☒");
    check_fields(&field("/Ff 32768 /FT /Btn /AS /a /Parent << /V /a >>"), "", "☒");
    check_fields(&field("/FT /Btn /Ff 65536"), "", "");
    check_fields("<< /Type /Annot /Subtype /Link /Rect [50 90 150 110] /FT /Tx /V (no) >>", "", "");
}

#[test]
fn bookmarks_lead_to_pages_by_place_and_by_name() {
    let others = vec![
        (30, "<< /First 31 0 R /Last 33 0 R >>".to_owned()),
        (31, "<< /Title (Uno) /Dest [3 0 R /Fit] /First 32 0 R /Next 33 0 R /Parent 30 0 R >>".to_owned()),
        (32, "<< /Title <FEFF00C8> /A << /S /GoTo /D (qui) >> /Parent 31 0 R >>".to_owned()),
        (33, "<< /Title (Tre) /Dest /vecchio /Next 34 0 R >>".to_owned()),
        // It leads nowhere, and back to the first.
        (34, "<< /Title (Quattro) /Dest (altrove) /Next 31 0 R >>".to_owned()),
    ];
    let catalogue = "/Outlines 30 0 R /Dests << /vecchio [3 0 R /Fit] >> \
                     /Names << /Dests << /Kids [<< /Names [(qui) << /D [3 0 R /Fit] >>] >>] >> >>";
    let decoded = OnePage { catalogue, others, ..OnePage::default() }.decoded();
    let found: Vec<_> = decoded.bookmarks.iter().map(|mark| (mark.title.as_str(), mark.level, mark.page)).collect();
    assert_eq!(found, [("Uno", 1, Some(1)), ("È", 2, Some(1)), ("Tre", 1, Some(1)), ("Quattro", 1, None)]);
}

#[test]
fn attached_files_are_named() {
    let catalogue = "/Names << /EmbeddedFiles << /Names [(a) << /F (conti.xlsx) >> (nota.txt) << >>] >> >>";
    let decoded = OnePage { catalogue, ..OnePage::default() }.decoded();
    assert_eq!(decoded.attachments, ["conti.xlsx", "nota.txt"]);
}

#[test]
fn layers_that_are_off_are_not_read() {
    let content = "/OC /Off BDC BT /F 10 Tf 50 100 Td (spento) Tj ET EMC BT /F 10 Tf 50 50 Td (acceso) Tj ET";
    let page = OnePage {
        content,
        resources: "/Properties << /Off 20 0 R >>",
        catalogue: "/OCProperties << /OCGs [20 0 R] /D << /OFF [20 0 R] >> >>",
        others: vec![(20, "<< /Type /OCG /Name (bozza) >>".to_owned())],
        ..OnePage::default()
    };
    assert_eq!(letters(&page.only_page()), "acceso");
}

#[test]
fn damaged_files_are_mended_or_refused() {
    let whole = OnePage { content: "BT /F 10 Tf 50 100 Td (intero) Tj ET", ..OnePage::default() }.file();
    let check = |bytes: Vec<u8>, expected: Result<&str, Refusal>| {
        let read = decode(bytes, 1, |page| letters(&page))
            .map(|decoded| decoded.pages.into_iter().flatten().collect::<String>());
        assert_eq!(read, expected.map(str::to_owned));
    };
    check(whole.clone(), Ok("intero"));
    let at = whole.windows(4).position(|window| window == b"xref").expect("a table");
    check(whole[..at].to_vec(), Ok("intero"));
    let wrong = String::from_utf8(whole).expect("text").replace("startxref\n", "startxref\n9");
    check(wrong.into_bytes(), Ok("intero"));
    check(b"%PDF-1.7\nnothing".to_vec(), Err(Refusal::Damaged));
}
