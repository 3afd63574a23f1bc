// SPDX-License-Identifier: AGPL-3.0-or-later
//! Findings on pages and in tables of word-processor files, in the forms for programs and for the terminal.

use super::html::tests::paged::{in_paragraphs, on_pages};
use super::html::tests::plan::{PLAN, source};
use super::{Source, check, json, sarif, text};
use ambito_checks::Selection;
use ambito_i18n::{Catalogue, Language};
use serde_json::{Value, json};

/// One of the forms of what is found in a document.
fn written(source: Source, form: &str, language: Language) -> String {
    let catalogue = Catalogue::new(language);
    let sources = [source];
    let findings = check(&sources, &Selection::default(), &catalogue);
    let mut out = Vec::new();
    match form {
        "json" => json::write(&mut out, &sources, &findings),
        "sarif" => sarif::write(&mut out, &findings, &catalogue),
        _ => text::write(&mut out, &findings, &catalogue),
    }
    .expect("a vector takes it all");
    String::from_utf8(out).expect("UTF-8")
}

fn value(source: Source, form: &str) -> Value {
    serde_json::from_str(&written(source, form, Language::Italian)).expect("JSON")
}

#[test]
fn the_json_names_pages_boxes_and_cells() {
    let schema: Value = serde_json::from_str(json::SCHEMA).expect("JSON");
    let validator = jsonschema::draft202012::new(&schema).expect("a schema");
    let check = |source: Source, expected: Value, related: Value| {
        let whole = value(source, "json");
        let problems: Vec<String> = validator.iter_errors(&whole).map(|error| error.to_string()).collect();
        assert_eq!(problems, Vec::<String>::new());
        let finding = &whole["findings"][0];
        let place = |of: &Value| json!([of["line"], of["page"], of["box"], of["cell"], of["sheet"]]);
        assert_eq!(finding["code"], "SUM003");
        assert_eq!((place(finding), place(&finding["related"][0])), (expected, related));
    };
    check(
        on_pages(source("piano.pdf", PLAN)),
        json!([9, 3, [603.41, 296, 785.88, 326], null, null]),
        json!([7, 3, [603.41, 236, 785.88, 266], null, null]),
    );
    check(
        in_paragraphs(source("piano.docx", PLAN)),
        json!([33, null, null, "T3!D5", null]),
        json!([31, null, null, "T3!D3", null]),
    );
    check(source("piano.txt", PLAN), json!([33, null, null, null, null]), json!([31, null, null, null, null]));
}

#[test]
fn the_terminal_says_pages_and_paragraphs() {
    let check = |source: Source, language: Language, place: &str, others: &str| {
        let text = written(source, "text", language);
        assert!(text.contains(place) && text.contains(others), "{text}");
    };
    let pdf = || on_pages(source("piano.pdf", PLAN));
    let word = || in_paragraphs(source("piano.docx", PLAN));
    check(pdf(), Language::Italian, "piano.pdf:pag. 3, riga 9   ", "righe 7, 8 (pag. 3): addendi");
    check(pdf(), Language::English, "piano.pdf:p. 3, line 9   ", "lines 7, 8 (p. 3): parts");
    check(word(), Language::Italian, "piano.docx:paragrafo 33 (tabella 3, cella D5)   ", "righe T3!3 e T3!4: addendi");
    check(word(), Language::English, "piano.docx:paragraph 33 (table 3, cell D5)   ", "lines T3!3 and T3!4: parts");
    check(source("piano.txt", PLAN), Language::Italian, "piano.txt:33   ", "righe 31 e 32: addendi");
}

#[test]
fn sarif_names_pages_and_cells() {
    let check = |source: Source, name: &str, properties: Value| {
        let whole = value(source, "sarif");
        let place = &whole["runs"][0]["results"][0]["locations"][0];
        assert_eq!(place["logicalLocations"][0]["fullyQualifiedName"], name);
        assert_eq!(place["properties"], properties);
    };
    check(on_pages(source("piano.pdf", PLAN)), "p3:9", json!({ "page": 3, "box": [603.41, 296, 785.88, 326] }));
    check(in_paragraphs(source("piano.docx", PLAN)), "T3!D5", Value::Null);
}
