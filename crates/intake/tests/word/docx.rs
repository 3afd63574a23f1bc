// SPDX-License-Identifier: AGPL-3.0-or-later
//! Word documents, small, each for one thing that they can say.

use ambito_documents::blocks::Told;
use ambito_intake::blocks_from;

use crate::office::{archive, docx, p};
use crate::support::{check, dump};

#[track_caller]
fn reads(body: &str, expected: &str) {
    check("a.docx", docx(body, &[]), expected);
}

#[track_caller]
fn reads_with(body: &str, parts: &[(&str, &str)], expected: &str) {
    check("a.docx", docx(body, parts), expected);
}

const STYLES: &str = "
    <w:style w:type='paragraph' w:default='1' w:styleId='Normale'><w:name w:val='Normal'/></w:style>
    <w:style w:type='paragraph' w:styleId='Titolo1'><w:name w:val='heading 1'/><w:basedOn w:val='Normale'/>
        <w:pPr><w:outlineLvl w:val='0'/></w:pPr></w:style>
    <w:style w:type='paragraph' w:styleId='Titolo2'><w:name w:val='Titolo 2'/></w:style>
    <w:style w:type='paragraph' w:styleId='Mio'><w:name w:val='Il mio'/><w:basedOn w:val='Titolo2'/></w:style>
    <w:style w:type='paragraph' w:styleId='Titolo'><w:name w:val='Title'/></w:style>
    <w:style w:type='paragraph' w:styleId='TitoloIndice'><w:name w:val='TOC Heading'/><w:basedOn w:val='Titolo1'/>
        <w:pPr><w:outlineLvl w:val='9'/></w:pPr></w:style>
    <w:style w:type='paragraph' w:styleId='Sommario1'><w:name w:val='toc 1'/></w:style>
    <w:style w:type='paragraph' w:styleId='Giro'><w:name w:val='Giro'/><w:basedOn w:val='Giro'/></w:style>
    <w:style w:type='paragraph' w:styleId='Pagina'><w:name w:val='Pagina'/><w:pPr><w:pageBreakBefore/></w:pPr></w:style>
    <w:style w:type='paragraph' w:styleId='Capo'><w:name w:val='Capo'/><w:pPr><w:numPr><w:numId w:val='3'/></w:numPr></w:pPr>
        </w:style>";

#[test]
fn headings_by_their_style() {
    let body = [
        p("Titolo", "Piano"),
        p("Titolo1", "Uno"),
        p("Mio", "Due"),
        p("Giro", "Testo"),
        "<w:p><w:pPr><w:outlineLvl w:val='2'/></w:pPr><w:r><w:t>Tre</w:t></w:r></w:p>".to_owned(),
        p("TitoloIndice", "Sommario"),
    ];
    let expected = "
        1 prose Piano
        2 blank
        2 h1 Uno
        3 blank
        3 h2 Due
        4 blank
        4 prose Testo
        5 blank
        5 h3 Tre
        6 blank
        6 prose Sommario";
    reads_with(&body.concat(), &[("styles", STYLES)], expected);
}

#[test]
fn paragraphs_breaks_and_pages() {
    let body = "
        <w:p><w:r><w:t xml:space='preserve'> Approvato  il</w:t><w:br/><w:t>18 dicembre</w:t></w:r></w:p>
        <w:p/><w:p/>
        <w:p><w:r><w:t>co</w:t><w:softHyphen/><w:t>mune socio</w:t><w:noBreakHyphen/><w:t>sanitario</w:t></w:r></w:p>
        <w:p><w:r><w:br w:type='page'/></w:r></w:p>
        <w:p><w:r><w:t>due</w:t><w:br w:type='page'/><w:t>tre</w:t></w:r></w:p>
        <w:p><w:pPr><w:pStyle w:val='Pagina'/></w:pPr><w:r><w:t>quattro &amp; &#232;</w:t></w:r></w:p>";
    let expected = "
        1 prose Approvato il
        1 prose 18 dicembre
        2 blank
        4 prose comune socio-sanitario
        5 blank
        5 page
        6 prose due
        6 page
        6 prose tre
        7 page
        7 prose quattro & è";
    reads_with(body, &[("styles", STYLES)], expected);
}

const NUMBERS: &str = "
    <w:abstractNum w:abstractNumId='0'>
        <w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>
        <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='%1.%2)'/></w:lvl>
    </w:abstractNum>
    <w:abstractNum w:abstractNumId='1'>
        <w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/><w:lvlText w:val='&#xF0B7;'/></w:lvl>
        <w:lvl w:ilvl='1'><w:numFmt w:val='bullet'/><w:lvlText w:val='&#xF0A8;'/></w:lvl>
    </w:abstractNum>
    <w:abstractNum w:abstractNumId='2'>
        <w:lvl w:ilvl='0'><w:start w:val='3'/><w:numFmt w:val='upperRoman'/><w:lvlText w:val='CAPO %1'/><w:pStyle w:val='Altro'/>
        </w:lvl>
        <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:isLgl/><w:lvlText w:val='%1.%2'/>
            <w:pStyle w:val='Capo'/></w:lvl>
    </w:abstractNum>
    <w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>
    <w:num w:numId='2'><w:abstractNumId w:val='1'/></w:num>
    <w:num w:numId='3'><w:abstractNumId w:val='2'/></w:num>
    <w:num w:numId='4'><w:abstractNumId w:val='0'/>
        <w:lvlOverride w:ilvl='0'><w:startOverride w:val='7'/></w:lvlOverride></w:num>";

fn item(list: u32, level: u32, text: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr></w:pPr><w:r><w:t>{text}</w:t>\
         </w:r></w:p>"
    )
}

#[test]
fn items_with_their_numbers() {
    let body = [
        p("", "Elenco:"),
        item(1, 0, "uno"),
        item(1, 1, "sotto"),
        item(1, 1, "sotto"),
        item(1, 0, "due"),
        item(1, 1, "sotto"),
        p("", "Poi"),
        item(4, 0, "sette"),
        item(1, 0, "otto"),
        item(2, 0, "punto"),
        item(2, 1, "casella"),
        item(0, 0, "nessuno"),
        item(3, 0, "capo"),
        p("Capo", "articolo"),
        item(99, 0, "senza elenco"),
    ];
    let expected = "
        1 prose Elenco:
        2 blank
        2 prose 1. uno
        3 prose 1.a) sotto
        4 prose 1.b) sotto
        5 prose 2. due
        6 prose 2.a) sotto
        7 blank
        7 prose Poi
        8 blank
        8 prose 7. sette
        9 prose 8. otto
        10 prose - punto
        11 prose ☐ casella
        12 blank
        12 prose nessuno
        13 blank
        13 prose CAPO III capo
        14 prose 3.1 articolo
        15 blank
        15 prose senza elenco";
    reads_with(&body.concat(), &[("styles", STYLES), ("numbering", NUMBERS)], expected);
}

fn cell(properties: &str, text: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p("", text))
}

fn row(cells: &[String]) -> String {
    format!("<w:tr>{}</w:tr>", cells.concat())
}

#[test]
fn tables_with_spans() {
    let body = [
        p("", "Prima"),
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>".to_owned(),
        row(&[cell("<w:gridSpan w:val='2'/>", "Azione"), cell("", "Fonte")]),
        row(&[cell("<w:vMerge w:val='restart'/>", "A"), cell("", "uno"), cell("", "10,00")]),
        row(&[cell("<w:vMerge/>", ""), cell("", "due"), cell("", "")]),
        "<w:tr><w:trPr><w:gridBefore w:val='1'/><w:gridAfter w:val='1'/></w:trPr>".to_owned(),
        cell("", "tre"),
        "</w:tr>".to_owned(),
        row(&[cell("", ""), cell("", ""), cell("", "")]),
        "<w:tr><w:tc><w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r></w:p><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc>"
            .to_owned(),
        cell("", "d"),
        "</w:tr></w:tbl>".to_owned(),
        p("", "Dopo"),
    ];
    let expected = "
        1 prose Prima
        2 blank
        T1!1:2 row Azione |  | Fonte
        T1!2:4 row A | uno | 10,00
        T1!3:7 row  | due |
        T1!4:10 row  | tre |
        T1!5:11 blank
        T1!6:14 row a b c | d
        17 blank
        17 prose Dopo";
    reads(&body.concat(), expected);
}

#[test]
fn tables_in_tables() {
    let inner = format!("<w:tbl>{}</w:tbl>", row(&[cell("", "x"), cell("", "1")]));
    let layout = format!("<w:tbl><w:tr><w:tc>{}{inner}<w:p/></w:tc></w:tr></w:tbl>", p("Titolo1", "Scheda"));
    let beside = format!("<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc>{}</w:tr></w:tbl>", cell("", "y"));
    let expected = "
        1 h1 Scheda
        2 blank
        T2!1:2 row x | 1
        4 blank
        T3!1:5 row x 1 | y";
    reads_with(&format!("{layout}{beside}"), &[("styles", STYLES)], expected);
    reads(&format!("<w:tbl>{}</w:tbl>", row(&[cell("", "Da sola")])), "1 prose Da sola");
}

#[test]
fn tabs_make_rows_but_not_in_an_index() {
    let tabbed = |style: &str, text: &str| p(style, &text.replace('|', "</w:t><w:tab/><w:t>"));
    let body = [
        tabbed("Sommario1", "1.|Premessa|3"),
        tabbed("Sommario1", "Azioni ....|12"),
        tabbed("", "|Rientrato"),
        tabbed("", "1.|Premessa"),
        tabbed("", "Dirigente:|Cantafavole Nora"),
        tabbed("", "Fondo|100,00|Ambito"),
    ];
    let expected = "
        1 prose 1. Premessa.....3
        2 blank
        2 prose Azioni.....12
        3 blank
        3 prose Rientrato
        4 blank
        4 prose 1. Premessa
        5 blank
        5 prose Dirigente: Cantafavole Nora
        6 blank
        6 row Fondo | 100,00 | Ambito";
    reads_with(&body.concat(), &[("styles", STYLES)], expected);
}

#[test]
fn notes_follow_what_they_hang_from() {
    let notes = format!(
        "<w:footnote w:id='-1' w:type='separator'>{}</w:footnote><w:footnote w:id='1'>{}</w:footnote><w:footnote w:id='2'>{}\
         </w:footnote>",
        p("", "---"),
        p("", "Legge 328/2000"),
        p("", "In migliaia"),
    );
    let ends = format!("<w:endnote w:id='1'>{}{}</w:endnote>", p("", "Fine"), p("", "della nota"));
    let foot = |id: u32| format!("<w:r><w:footnoteReference w:id='{id}'/></w:r>");
    let body = format!(
        "<w:p><w:r><w:t>Secondo la legge</w:t></w:r>{}<w:r><w:t>, il piano.</w:t></w:r></w:p><w:p><w:r><w:t>Titolo</w:t>\
         <w:endnoteReference w:id='1'/></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>10,00</w:t></w:r>{}</w:p></w:tc>{}</w:tr>\
         </w:tbl>{}",
        foot(1),
        foot(2),
        cell("", "x"),
        p("", "Dopo"),
    );
    let expected = "
        1 prose Secondo la legge[1], il piano.
        1 blank
        1 prose [1] Legge 328/2000
        2 blank
        2 prose Titolo
        3 blank
        T1!1:3 row 10,00 | x
        2 blank
        2 prose [i] Fine della nota
        3 blank
        3 prose [2] In migliaia
        5 blank
        5 prose Dopo";
    reads_with(&body, &[("footnotes", &notes), ("endnotes", &ends)], expected);
}

#[test]
fn tracked_changes_are_taken_as_made() {
    let body = "
        <w:p><w:r><w:t>Invariato</w:t></w:r></w:p>
        <w:p><w:r><w:t>Il </w:t></w:r><w:del><w:r><w:delText>vecchio</w:delText></w:r></w:del><w:ins><w:r><w:t>nuovo</w:t></w:r>
            </w:ins><w:r><w:t> piano</w:t></w:r></w:p>
        <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>prima </w:t></w:r></w:p>
        <w:p><w:pPr><w:pPrChange><w:pPr><w:outlineLvl w:val='0'/></w:pPr></w:pPrChange></w:pPr><w:r><w:t>seconda</w:t></w:r></w:p>
        <w:moveFrom><w:r><w:t>via</w:t></w:r></w:moveFrom>
        <w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr>
            <w:tr><w:tc><w:p><w:r><w:t>y</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>z</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    let expected = "
        1 prose Invariato
        2 blank
        2 prose Il nuovo piano
        4 blank
        4 prose prima seconda
        6 blank
        T1!1:6 row y | z";
    reads(body, expected);
    let told = blocks_from(&docx(body, &[]), "a.docx").expect("it can be read").told;
    assert_eq!(told, [Told::Changes { count: 5, line: 3 }]);
}

#[test]
fn what_is_filled_in() {
    let body = "
        <w:p><w:sdt><w:sdtPr><w14:checkbox xmlns:w14='x'><w14:checked w14:val='1'/></w14:checkbox></w:sdtPr><w:sdtContent><w:r>
            <w:t>X</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t xml:space='preserve'> Sì </w:t></w:r><w:r><w:fldChar
            w:fldCharType='begin'><w:ffData><w:checkBox><w:default w:val='0'/></w:checkBox></w:ffData></w:fldChar>
            <w:instrText>FORMCHECKBOX</w:instrText><w:fldChar w:fldCharType='separate'/><w:fldChar w:fldCharType='end'/></w:r>
            <w:r><w:t xml:space='preserve'> No </w:t><w:sym w:font='Wingdings' w:char='F0FE'/></w:r></w:p>
        <w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Fare clic qui</w:t></w:r></w:sdtContent></w:sdt>
            <w:r><w:t>Ente:</w:t></w:r></w:p>
        <w:sdt><w:sdtContent><w:p><w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:ddList><w:result w:val='1'/><w:listEntry
            w:val='A'/><w:listEntry w:val='B'/></w:ddList></w:ffData></w:fldChar><w:fldChar w:fldCharType='end'/></w:r><w:fldSimple
            w:instr='DATE'><w:r><w:t xml:space='preserve'> il 3/2/2027</w:t></w:r></w:fldSimple></w:p></w:sdtContent></w:sdt>";
    let expected = "
        1 prose ☒ Sì ☐ No ☒
        2 blank
        2 prose Ente:
        3 blank
        3 prose B il 3/2/2027";
    reads(body, expected);
}

#[test]
fn boxes_follow_their_paragraph() {
    let text_box = format!("<w:txbxContent>{}</w:txbxContent>", p("", "Nel riquadro"));
    let body = format!(
        "<w:p><w:r><mc:AlternateContent xmlns:mc='x'><mc:Choice>{text_box}</mc:Choice><mc:Fallback>{text_box}</mc:Fallback>\
         </mc:AlternateContent><w:t>Accanto</w:t></w:r></w:p>{}",
        p("", "Dopo")
    );
    reads(&body, "1 prose Accanto\n2 blank\n2 prose Nel riquadro\n3 blank\n3 prose Dopo");
}

#[test]
fn parts_that_have_other_names() {
    let document = format!("<document><body>{}</body></document>", p("", "Trovato").replace("w:", ""));
    let package = "<Relationships><Relationship Type='http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument' \
                   Target='/word/document2.xml'/></Relationships>";
    let bytes = archive(&[("_rels/.rels", package), ("word/document2.xml", &document)]);
    check("a.txt", bytes, "1 prose Trovato");
}

#[test]
fn depth_and_width_have_limits() {
    let deep = |count: usize| {
        format!("{}{}{}", "<w:tbl><w:tr><w:tc>".repeat(count), p("", "fondo"), "</w:tc></w:tr></w:tbl>".repeat(count))
    };
    let blocks = blocks_from(&docx(&deep(500), &[]), "a.docx").expect("it can be read");
    assert_eq!(blocks.cut, ["nesting"]);
    assert_eq!(dump(&blocks), "1 prose fondo\n");
    let error = blocks_from(&docx(&deep(5_000), &[]), "a.docx").expect_err("it is too deep");
    assert_eq!(error.kind(), "damaged");
    let wide =
        format!("<w:tbl>{}</w:tbl>", row(&[cell("<w:gridSpan w:val='4000000000'/>", "a"), cell("", "b")]).repeat(3));
    let blocks = blocks_from(&docx(&wide, &[]), "a.docx").expect("it can be read");
    assert!(blocks.cut.contains(&"row-cells") && blocks.cells.len() <= 3 * 4_096, "{:?}", blocks.cut);
    let entities = "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><w:document><w:body><w:p><w:r><w:t>fine&b;</w:t></w:r></w:p>\
                    </w:body></w:document>";
    check("a.docx", archive(&[("word/document.xml", entities)]), "1 prose fine");
}
