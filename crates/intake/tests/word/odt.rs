// SPDX-License-Identifier: AGPL-3.0-or-later
//! OpenDocument texts, small, each for one thing that they can say.

use ambito_documents::blocks::Told;
use ambito_intake::blocks_from;

use crate::office::odt;
use crate::support::check;

#[track_caller]
fn reads(body: &str, expected: &str) {
    check("a.odt", odt(body, "", ""), expected);
}

#[test]
fn headings_and_paragraphs() {
    let automatic = "
        <style:style style:name='P1' style:family='paragraph' style:parent-style-name='Testo'>
            <style:paragraph-properties fo:break-before='page'/></style:style>
        <style:style style:name='P2' style:family='paragraph' style:parent-style-name='P1'/>";
    let outline =
        "<text:outline-style><text:outline-level-style text:level='1' style:num-format='I' style:num-suffix='.'/>
        <text:outline-level-style text:level='2' style:num-format='1' text:display-levels='2' style:num-suffix=')'/>
        <text:outline-level-style text:level='3' style:num-format=''/></text:outline-style>";
    let body = "
        <text:sequence-decls/><text:p text:style-name='Title'>Piano   di
            zona</text:p><text:p/>
        <text:h text:outline-level='1'>Uno</text:h><text:h text:outline-level='2'>Primo</text:h>
        <text:h text:outline-level='2' text:is-list-header='true'>Senza numero</text:h><text:h text:outline-level='3'>Giù</text:h>
        <text:p>prima riga<text:line-break/>seconda<text:s text:c='900000000'/>riga<text:soft-page-break/></text:p>
        <text:p text:style-name='P2'>nuova pagina</text:p>";
    let expected = "
        1 prose Piano di zona
        2 blank
        3 h1 I. Uno
        4 blank
        4 h2 I.1) Primo
        5 blank
        5 h2 Senza numero
        6 blank
        6 h3 Giù
        7 blank
        7 prose prima riga
        7 prose seconda riga
        8 page
        8 prose nuova pagina";
    check("a.odt", odt(body, automatic, outline), expected);
}

#[test]
fn items_with_their_numbers() {
    let automatic = "
        <text:list-style style:name='L1'><text:list-level-style-number text:level='1' style:num-format='1' style:num-suffix='.'
            text:start-value='4'/><text:list-level-style-number text:level='2' style:num-format='a' style:num-list-format='%1%.%2%)'/>
            </text:list-style>
        <text:list-style style:name='L2'><text:list-level-style-bullet text:level='1' text:bullet-char='•'/></text:list-style>";
    let item = |text: &str| format!("<text:list-item><text:p>{text}</text:p></text:list-item>");
    let body = format!(
        "<text:list xml:id='a' text:style-name='L1'>{}<text:list-item><text:p>cinque</text:p><text:p>ancora</text:p><text:list>{}{}\
         </text:list></text:list-item></text:list><text:p>In mezzo</text:p><text:list text:continue-list='a' \
         text:style-name='L1'><text:list-header><text:p>testa</text:p></text:list-header>{}<text:list-item \
         text:start-value='10'><text:p>dieci</text:p></text:list-item></text:list><text:p>Poi</text:p><text:list \
         text:style-name='L1'>{}</text:list><text:list text:style-name='L2'>{}</text:list><text:list \
         text:continue-numbering='true' text:style-name='L1'>{}</text:list>",
        item("quattro"),
        item("sotto"),
        item("sotto"),
        item("sei"),
        item("di nuovo"),
        item("punto"),
        item("avanti"),
    );
    let expected = "
        1 prose 4. quattro
        2 prose 5. cinque
        3 prose ancora
        4 prose 5.a) sotto
        5 prose 5.b) sotto
        6 blank
        6 prose In mezzo
        7 blank
        7 prose testa
        8 prose 6. sei
        9 prose 10. dieci
        10 blank
        10 prose Poi
        11 blank
        11 prose 4. di nuovo
        12 prose - punto
        13 prose 5. avanti";
    check("a.odt", odt(&body, automatic, ""), expected);
}

#[test]
fn tables_with_spans() {
    let cell = |text: &str| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>");
    let covered = "<table:covered-table-cell/>";
    let body = format!(
        "<table:table><table:table-columns/><table:table-header-rows><table:table-row><table:table-cell \
         table:number-columns-spanned='2'><text:p>Azione</text:p></table:table-cell>{covered}{}</table:table-row>\
         </table:table-header-rows><table:table-row>{}{}<table:table-cell><text:p>10</text:p><text:list><text:list-item>\
         <text:p>x</text:p></text:list-item></text:list></table:table-cell></table:table-row><table:table-row>{covered}{}\
         <table:table-cell/></table:table-row><table:table-row table:number-rows-repeated='2'>{}<table:table-cell \
         table:number-columns-repeated='2'/></table:table-row></table:table>",
        cell("Fonte"),
        cell("A"),
        cell("uno"),
        cell("due"),
        cell("tre"),
    );
    let expected = "
        T1!1:1 row Azione |  | Fonte
        T1!2:3 row A | uno | 10 - x
        T1!3:7 row  | due |
        T1!4:8 row tre |  |
        T1!5:8 row tre |  |";
    reads(&body, expected);
    let layout = format!(
        "<table:table><table:table-row><table:table-cell><text:p>Prima</text:p><table:table><table:table-row>{}{}\
         </table:table-row></table:table></table:table-cell></table:table-row></table:table>",
        cell("a"),
        cell("b"),
    );
    reads(&layout, "1 prose Prima\n2 blank\nT2!1:2 row a | b");
}

#[test]
fn indexes_notes_and_what_stands_aside() {
    let body = "
        <office:forms><form:form><form:checkbox form:id='c1' form:current-state='checked' form:label='x'/><form:checkbox
            form:id='c2'/></form:form></office:forms>
        <text:table-of-content><text:table-of-content-source><text:index-title-template>Table</text:index-title-template>
            </text:table-of-content-source><text:index-body><text:index-title><text:p>Sommario</text:p></text:index-title>
            <text:p><text:a>1. Premessa<text:tab/>3</text:a></text:p></text:index-body></text:table-of-content>
        <text:p>Vedi la legge<text:note><text:note-citation>2</text:note-citation><text:note-body><text:p>Legge 328/2000</text:p>
            </text:note-body></text:note><office:annotation><text:p>commento</text:p></office:annotation>.</text:p>
        <text:p><draw:control draw:control='c1'/> Sì <draw:control draw:control='c2'/> No</text:p>
        <text:p>Accanto<draw:frame><draw:text-box><text:p>Riquadro</text:p></draw:text-box><svg:desc>foto</svg:desc></draw:frame>
            <draw:custom-shape><text:p>Forma</text:p></draw:custom-shape></text:p>";
    let expected = "
        1 prose Sommario
        2 blank
        2 prose 1. Premessa.....3
        3 blank
        3 prose Vedi la legge[2].
        3 blank
        3 prose [2] Legge 328/2000
        4 blank
        4 prose ☒ Sì ☐ No
        5 blank
        5 prose Accanto
        6 blank
        6 prose Riquadro
        7 blank
        7 prose Forma";
    reads(body, expected);
}

#[test]
fn tracked_changes_are_taken_as_made() {
    let body = "
        <text:tracked-changes><text:changed-region text:id='t1'><text:deletion><text:p>vecchio</text:p></text:deletion>
            </text:changed-region><text:changed-region text:id='t2'><text:insertion/></text:changed-region><text:changed-region
            text:id='t3'><text:format-change/></text:changed-region></text:tracked-changes>
        <text:p>Primo</text:p>
        <text:p>Il <text:change text:change-id='t1'/><text:change-start text:change-id='t2'/>nuovo<text:change-end
            text:change-id='t2'/> <text:change-start text:change-id='t3'/>piano<text:change-end text:change-id='t3'/></text:p>";
    reads(body, "1 prose Primo\n2 blank\n2 prose Il nuovo piano");
    let told = blocks_from(&odt(body, "", ""), "a.odt").expect("it can be read").told;
    assert_eq!(told, [Told::Changes { count: 2, line: 3 }]);
}

#[test]
fn repeats_have_limits() {
    let row = |repeats: &str| {
        format!(
            "<table:table-row table:number-rows-repeated='{repeats}'><table:table-cell table:number-columns-repeated='{repeats}'>\
         <text:p>a</text:p></table:table-cell><table:table-cell table:number-columns-repeated='{repeats}'/></table:table-row>"
        )
    };
    let body = format!("<table:table>{}</table:table>", row("4000000000").repeat(20));
    let blocks = blocks_from(&odt(&body, "", ""), "a.odt").expect("it can be read");
    assert!(blocks.cut.contains(&"repeats") && blocks.lines.len() < 300_000, "{:?}", blocks.cut);
    assert!(blocks.lines.iter().all(|line| line.cells_count <= 4_096));
}
