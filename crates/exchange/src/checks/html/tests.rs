// SPDX-License-Identifier: AGPL-3.0-or-later
//! Pages of small documents, with invented findings.

mod markup;
mod on_pages;
pub(in crate::checks) mod paged;
pub(in crate::checks) mod plan;

use super::{Names, PageOptions, write};
use crate::checks::Source;
use ambito_documents::blocks::Places;
use ambito_findings::{Acceptance, Finding, Severity, Where};
use ambito_i18n::{Catalogue, Language};
use markup::{anchors, body, tree_of};
use plan::{PLAN, findings, source};
use proptest::prelude::*;

fn page(sources: &[Source], findings: &[Finding], names: Names, language: Language) -> String {
    let mut out = Vec::new();
    write(&mut out, sources, findings, PageOptions { names }, &Catalogue::new(language))
        .expect("a vector takes it all");
    String::from_utf8(out).expect("UTF-8")
}

#[test]
fn a_page_for_people() {
    let sources = [source("piano.txt", PLAN)];
    let html = page(&sources, &findings("piano.txt"), Names::Hidden, Language::Italian);
    insta::assert_snapshot!(body(&html));
}

#[test]
fn a_page_without_findings_in_english() {
    let sources = [source("note.txt", "Note di <b>Natale</b> & \"altro\"\n\n<script>alert(1)</script>\n")];
    let html = page(&sources, &[], Names::Shown, Language::English);
    insta::assert_snapshot!(body(&html));
}

#[test]
fn every_page_is_well_formed_and_stands_for_itself() {
    let one = [source("piano.txt", PLAN)];
    let two = [source("a/piano.txt", PLAN), source("b/altro.txt", "Altro piano\n\nVoce\tImporto\nTotale\t10,00\n")];
    let empty = [source("vuoto.txt", "")];
    let mut across = findings("a/piano.txt");
    across[0].related[0].document = "b/altro.txt".to_owned();
    across[0].related[0].line = 4;
    for (sources, findings) in
        [(&one[..], findings("piano.txt")), (&two[..], across), (&empty[..], Vec::new()), (&one[..], Vec::new())]
    {
        for (names, language) in [(Names::Hidden, Language::Italian), (Names::Shown, Language::English)] {
            let html = page(sources, &findings, names, language);
            tree_of(&html).expect("a well formed page");
            anchors(&html).expect("links that lead somewhere");
            for foreign in ["<script", "http:", "https:", "src=", "url(", "@import", "javascript:", "onclick"] {
                assert!(!html.contains(foreign), "{foreign}");
            }
            assert_eq!(html.matches("<h1").count(), 1);
        }
    }
}

#[test]
fn hidden_names_are_nowhere_and_keep_their_numbers() {
    let mut findings = findings("piano.txt");
    let on_person = "Zufolanti Elio\tDipendente\t70,00 %";
    let line = PLAN.lines().position(|line| line == on_person).expect("the person's row") + 1;
    let mut finding = Finding::new("EFF001", Severity::Warning, "Elio ZUFOLANTI è oltre il 100%".to_owned())
        .in_document("piano.txt")
        .on_line(line, on_person)
        .hint("come si corregge: sentire il dott. Zufolanti");
    finding.accepted =
        Some(Acceptance { reason: "noto".to_owned(), by: "Marta Pennalunga".to_owned(), on: "2027-01-01".to_owned() });
    findings.push(finding);
    let sources = [source("piano.txt", PLAN)];
    let hidden = page(&sources, &findings, Names::Hidden, Language::Italian);
    let folded = hidden.to_lowercase();
    for word in ["cantafavole", "nora", "zufolanti", "elio", "pennalunga", "quadrifogliani", "m.rossi"] {
        assert!(!folded.contains(word), "{word}");
    }
    assert!(hidden.contains("Persona 2 è oltre il 100%"));
    assert!(hidden.contains("Dirigente: Persona 1"));
    let shown = page(&sources, &findings, Names::Shown, Language::Italian);
    assert!(shown.contains("Elio ZUFOLANTI è oltre") && shown.contains("Dirigente: Cantafavole Nora"));
}

#[test]
fn a_finding_is_beside_its_line_and_on_its_node() {
    let sources = [source("piano.txt", PLAN)];
    let html = page(&sources, &findings("piano.txt"), Names::Shown, Language::Italian);
    let row = html.split("<tr class=\"has\"").nth(1).expect("a row with a finding");
    let row = &row[..row.find("</tr>").expect("it ends")];
    assert!(
        row.contains("<mark class=\"error\" title=\"scritto 900,00; il conto dà 1.000,00\">900,00</mark>"),
        "{row}"
    );
    assert!(row.contains("href=\"#f1\""), "{row}");
    let node = html.split("<span class=\"node\">").find(|node| node.contains("Sportello sociale")).expect("the node");
    let node = &node[..node.find("class=\"line\"").expect("its link")];
    assert!(node.contains("badge error") && node.contains("1 errore"), "{node}");
}

#[test]
fn rows_of_workbooks_are_told_with_their_sheet() {
    let mut source = source("piano.tsv", "Voce\tImporto\nA\t10,00\nVoce\tImporto\nB\t20,00\n");
    let places =
        Places::Sheets { names: vec!["Uno".to_owned(), "Due".to_owned()], rows: vec![(0, 1), (0, 2), (1, 1), (1, 2)] };
    source.blocks.places = places.clone();
    source.reading.places = places;
    let mut finding =
        Finding::new("SUM001", Severity::Error, "non torna".to_owned()).in_document("piano.tsv").on_line(2, "B\t20,00");
    finding.at = Where::Sheet("Due".to_owned());
    let html = page(&[source], &[finding], Names::Shown, Language::Italian);
    tree_of(&html).expect("a well formed page");
    assert!(html.contains("<a href=\"#d1-4\">Due, riga 2</a>"));
    assert!(html.contains("<tr class=\"has\" id=\"d1-4\"><th scope=\"row\" class=\"n\">2</th>"));
    let sheets: Vec<&str> =
        html.split("<p class=\"sheet\">").skip(1).filter_map(|rest| rest.split('<').next()).collect();
    assert_eq!(sheets, ["foglio Uno", "foglio Due"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_text_gives_a_well_formed_page(
        lines in prop::collection::vec("[a-zA-Z0-9<>&\"'*\t .,:;()à€%#|_-]{0,60}", 0..40),
        at in 0usize..40,
        column in 1usize..70,
    ) {
        let text = lines.join("\n");
        let mut found = Vec::new();
        if let Some(line) = lines.get(at) {
            let mut finding = Finding::new("SUM001", Severity::Error, line.clone()).in_document("x.txt").on_line(at + 1, line);
            finding.marks.push(ambito_findings::Mark { column, end_column: column + 4, label: line.clone() });
            found.push(finding);
        }
        let html = page(&[source("x.txt", &text)], &found, Names::Hidden, Language::Italian);
        prop_assert!(tree_of(&html).is_ok(), "{:?}", tree_of(&html));
        prop_assert!(anchors(&html).is_ok(), "{:?}", anchors(&html));
    }
}
