// SPDX-License-Identifier: AGPL-3.0-or-later
//! Pages of a PDF in the report: their numbers in the document, their outlines beside the findings.

use super::markup::{anchors, tree_of};
use super::paged::{LINES_ON_PAGE, in_paragraphs, on_pages};
use super::plan::{PLAN, source};
use super::{Names, page};
use crate::checks::{self, Source};
use ambito_checks::Selection;
use ambito_documents::blocks::Places;
use ambito_findings::{Finding, Where};
use ambito_i18n::{Catalogue, Language};

/// The plan on pages, and what the checks find in it.
fn paged(language: Language) -> (Source, Vec<Finding>) {
    let source = on_pages(source("piano.pdf", PLAN));
    let findings = checks::check(std::slice::from_ref(&source), &Selection::default(), &Catalogue::new(language));
    (source, findings)
}

/// The finding of a code whose message or marks have these words.
fn finding<'f>(findings: &'f [Finding], code: &str) -> &'f Finding {
    findings.iter().find(|finding| finding.code == code).unwrap_or_else(|| panic!("{code} in {findings:#?}"))
}

/// The card of a finding.
fn card<'h>(html: &'h str, code: &str) -> &'h str {
    let card = html.split("<article ").find(|card| card.contains(&format!(">{code}<"))).expect("its card");
    &card[..card.find("</article>").expect("it ends")]
}

#[test]
fn findings_know_page_and_cell() {
    let (source, findings) = paged(Language::Italian);
    let total = PLAN.lines().position(|line| line.starts_with("Totale")).expect("a total");
    let finding = finding(&findings, "SUM003");
    let Where::Page { page, area } = finding.at else { panic!("{:?}", finding.at) };
    assert_eq!(
        (page as usize, finding.span.expect("a place").line),
        (total / LINES_ON_PAGE + 1, total % LINES_ON_PAGE + 1)
    );
    // The total of the expense stands in the last of four columns.
    let row = source.blocks.places.of(u32::try_from(total + 1).expect("small")).area.expect("a row");
    assert!(area.left > (row.left + row.right) / 2 && area.right - area.left <= (row.right - row.left) / 4);
    // The addends are told with their cells too, on the same column.
    assert!(!finding.related.is_empty());
    for other in &finding.related {
        assert_eq!(other.at.area().map(|cell| (cell.left, cell.right)), Some((area.left, area.right)), "{other:?}");
    }
}

#[test]
fn a_report_on_pages_draws_them() {
    for (language, page_words, line_words) in
        [(Language::Italian, "pagina 3", "pag. 3, riga"), (Language::English, "page 3", "p. 3, line")]
    {
        let (source, findings) = paged(language);
        let html = page(&[source], &findings, Names::Shown, language);
        tree_of(&html).expect("a well formed page");
        anchors(&html).expect("links that lead somewhere");
        assert!(html.contains(&format!("<p class=\"sheet\">{page_words}</p>")), "{page_words}");
        let card = card(&html, "SUM003");
        assert!(card.contains(line_words), "{card}");
        assert!(card.contains("<use href=\"#leaf-1-3\"/>") && card.contains("class=\"leaf-mark error\""), "{card}");
        // Each page is drawn once, however many findings are on it.
        assert_eq!(html.matches("<symbol id=\"leaf-1-3\"").count(), 1);
        let uses = html.matches("<use href=\"#leaf-").count();
        assert_eq!(uses, findings.len());
        assert!(html.matches("<symbol ").count() < uses);
    }
}

#[test]
fn a_page_of_pages() {
    let (source, findings) = paged(Language::Italian);
    let html = page(&[source], &findings, Names::Shown, Language::Italian);
    insta::assert_snapshot!(card(&html, "SUM003"));
    let symbols = html.split("<svg class=\"leaves\"").nth(1).and_then(|rest| rest.split("</svg>").next());
    insta::assert_snapshot!(symbols.expect("what is shared"));
}

#[test]
fn pages_that_cannot_be_drawn_are_told_in_words() {
    let (mut source, findings) = paged(Language::Italian);
    let Places::Pages(pages) = &mut source.blocks.places else { panic!("pages") };
    pages.sizes.iter_mut().for_each(|size| size.width = 0);
    let html = page(&[source], &findings, Names::Shown, Language::Italian);
    tree_of(&html).expect("a well formed page");
    assert!(!html.contains("<symbol") && card(&html, "SUM003").contains("pag. 3, riga"));
}

#[test]
fn a_word_processor_file_is_told_with_tables_and_cells() {
    let source = in_paragraphs(source("piano.docx", PLAN));
    let catalogue = Catalogue::new(Language::Italian);
    let findings = checks::check(std::slice::from_ref(&source), &Selection::default(), &catalogue);
    let sum = finding(&findings, "SUM003");
    let address = sum.at.cell().expect("a cell");
    assert!(address.contains("!D"), "{address}");
    let hints = sum.hints.join(" ");
    assert!(hints.contains("righe T"), "{hints}");
    let html = page(&[source], &findings, Names::Shown, Language::Italian);
    tree_of(&html).expect("a well formed page");
    anchors(&html).expect("links that lead somewhere");
    assert!(card(&html, "SUM003").contains("tabella "), "{}", card(&html, "SUM003"));
    assert!(!html.contains("<symbol"));
}

#[test]
fn a_page_full_of_cells_is_drawn_as_far_as_the_limit() {
    let (mut source, findings) = paged(Language::Italian);
    let Places::Pages(pages) = &mut source.blocks.places else { panic!("pages") };
    // Everything is on the third page, and its first row has five thousand cells.
    pages.lines.iter_mut().for_each(|line| line.page = 3);
    let row = source.blocks.lines.iter_mut().find(|line| line.cells_count > 0).expect("a row");
    row.cells_from = 0;
    row.cells_count = 5_000;
    pages.cells.resize(5_000, pages.cells[0]);
    let html = page(&[source], &findings, Names::Shown, Language::Italian);
    let symbol = html.split("<symbol id=\"leaf-1-3\"").nth(1).and_then(|rest| rest.split("</symbol>").next());
    let frames = symbol.and_then(|symbol| symbol.split("leaf-frames").nth(1)).expect("its frames");
    assert_eq!(frames.matches('z').count(), 600);
}
