// SPDX-License-Identifier: AGPL-3.0-or-later
//! The three forms of one comparison, on a plan and its amendment.

use super::{Compared, write_html, write_json, write_table};
use crate::Reading;
use ambito_base::{Area, Cents, Date, Decimal, Share};
use ambito_documents::blocks::{Format, PageLine, PageSize, Pages, Places};
use ambito_domain::planning::comparison::{FieldName, RecordKind};
use ambito_domain::planning::{
    Allocation, BudgetLine, Comparison, Direction, Effort, Field, Indicator, Node, NodeId, Phase, PhaseState,
    PlanDraft, Target, Unit,
};
use ambito_i18n::{Catalogue, Language};

fn node(parent: Option<u32>, level: &str, code: &str, title: &str, line: u32) -> Node {
    Node {
        parent: parent.map(NodeId),
        level: Some(level.to_owned()),
        code: Some(code.to_owned()),
        title: Some(title.to_owned()),
        in_body: true,
        line,
        ..Node::default()
    }
}

fn indicator(node: u32, title: &str, value: i64, line: u32) -> Indicator {
    Indicator {
        node: Some(NodeId(node)),
        code: None,
        title: title.to_owned(),
        group: None,
        note: None,
        baseline: None,
        target: Some(Target {
            raw: format!(">= {value}"),
            comparison: Some(Comparison::AtLeast),
            value: Some(Decimal::whole(value)),
            upper: None,
            unit: Some(Unit::Number),
            due: None,
            column: None,
        }),
        yearly: Vec::new(),
        deadline: None,
        measured: None,
        owner: None,
        extra: Vec::new(),
        line,
    }
}

fn allocation(node: u32, source: &str, change: i64, line: u32) -> Allocation {
    Allocation {
        node: Some(NodeId(node)),
        source: Some(source.to_owned()),
        total: Some(Cents::new(50_000_000)),
        before: Some(Cents::new(40_000_000)),
        change: Some(Cents::new(change)),
        after: Cents::new(40_000_000).checked_add(Cents::new(change)),
        owner: None,
        line,
    }
}

fn draft() -> PlanDraft {
    let mut nodes = vec![
        node(None, "area", "A", "Anziani", 3),
        node(Some(0), "azione", "2026_AZ_1", "Assistenza domiciliare leggera", 5),
        node(Some(0), "azione", "2026_AZ_2", "Dimissioni protette", 20),
    ];
    nodes[1].text = "Il servizio raggiunge chi vive solo, con almeno 150 persone seguite ogni anno dagli operatori \
                     dei Comuni e del terzo settore, e si coordina con il punto unico di accesso."
        .to_owned();
    nodes[1].fields =
        vec![Field { label: "Target".to_owned(), value: "Persone con più di 75 anni".to_owned(), line: 8 }];
    PlanDraft {
        title: Some("Piano di zona 2026".to_owned()),
        nodes,
        indicators: vec![indicator(1, "Persone seguite", 150, 11), indicator(2, "Dimissioni concordate", 80, 22)],
        phases: vec![Phase {
            node: Some(NodeId(1)),
            objective: None,
            order: Some("1".to_owned()),
            title: "Avvio delle équipe".to_owned(),
            state: Some(PhaseState::Planned),
            from: Date::new(2026, 1, 1).ok(),
            to: Date::new(2026, 6, 30).ok(),
            note: None,
            line: 12,
        }],
        allocations: vec![allocation(1, "FNPS 2026", 3_000_000, 14)],
        efforts: vec![Effort {
            node: Some(NodeId(1)),
            person: "Cantafavole Nora".to_owned(),
            relation: Some("Assistente sociale".to_owned()),
            share: Some(Share::from_hundredths(5_000)),
            line: 15,
        }],
        ..PlanDraft::default()
    }
}

fn amended() -> PlanDraft {
    let mut draft = draft();
    draft.title = Some("Piano di zona 2026 <aggiornato>".to_owned());
    draft.nodes[1].text = draft.nodes[1].text.replace("150", "180").replace(" e del terzo settore", "");
    draft.nodes[1].fields[0].value = "Persone con più di 70 anni".to_owned();
    draft.indicators[0] = indicator(1, "Persone seguite", 180, 12);
    draft.phases[0].to = None;
    draft.allocations = vec![allocation(1, "FNPS 2026", -1_250_050, 15)];
    draft.efforts.clear();
    draft.budget_lines.push(BudgetLine {
        node: Some(NodeId(1)),
        direction: Some(Direction::Expense),
        kind: None,
        chapter: "41101".to_owned(),
        article: Some("02".to_owned()),
        title: "Prestazioni domiciliari".to_owned(),
        amount: Some(Cents::new(2_500_000)),
        references: Vec::new(),
        line: 16,
    });
    draft.nodes[2] = node(Some(0), "azione", "2026_AZ_3", "Sportello per chi si prende cura", 24);
    draft.indicators[1] = indicator(2, "Accessi allo sportello", 300, 26);
    draft
}

fn reading(path: &str, draft: PlanDraft) -> Reading {
    Reading { path: path.to_owned(), sha256: "ab".repeat(32), format: Format::Text, places: Places::Lines, draft }
}

/// The three forms in one language: table, JSON, page.
fn written(old: PlanDraft, new: PlanDraft, language: Language, columns: usize) -> [String; 3] {
    let (old, new) = (reading("piano.txt", old), reading("piano-aggiornato.txt", new));
    let compared = Compared::new(&old, &new);
    let catalogue = Catalogue::new(language);
    let mut outs = [Vec::new(), Vec::new(), Vec::new()];
    write_table(&mut outs[0], &compared, columns, &catalogue).unwrap();
    write_json(&mut outs[1], &compared).unwrap();
    write_html(&mut outs[2], &compared, &catalogue).unwrap();
    outs.map(|out| String::from_utf8(out).unwrap())
}

#[test]
fn a_table_for_people() {
    insta::assert_snapshot!(written(draft(), amended(), Language::Italian, 100)[0]);
}

#[test]
fn a_narrow_table_in_english() {
    let text = &written(draft(), amended(), Language::English, 60)[0];
    assert!(text.lines().all(|line| line.chars().count() <= 60), "{text}");
    insta::assert_snapshot!(text);
}

#[test]
fn silence_where_nothing_changed() {
    let [table, json, page] = written(draft(), draft(), Language::Italian, 100);
    assert_eq!(table, "Nessuna differenza: i due documenti dicono le stesse cose\n");
    assert!(json.contains("\"changes\":[]"));
    assert!(page.contains("Nessuna differenza") && !page.contains("<table"));
}

#[test]
fn the_json_is_as_its_schema_says() {
    let [_, json, _] = written(draft(), amended(), Language::English, 100);
    let value: serde_json::Value = serde_json::from_str(&json).unwrap();
    let schema: serde_json::Value = serde_json::from_str(super::SCHEMA).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let problems: Vec<String> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
    assert_eq!(problems, Vec::<String>::new());
    assert_eq!(json, written(draft(), amended(), Language::Italian, 60)[1], "no word depends on the language");
    insta::assert_json_snapshot!(value);
}

/// A reading of 10 lines a page.
fn on_pages(path: &str, draft: PlanDraft) -> Reading {
    let line = |at: u32| {
        let top = 7_200 + i32::try_from(at % 10).unwrap() * 1_450;
        let area = Area { left: 7_200, top, right: 50_005, bottom: top + 1_100 };
        PageLine { page: at / 10 + 1, line: at % 10 + 1, area, confidence: None }
    };
    let sizes = vec![PageSize { width: 59_528, height: 84_189 }; 4];
    let places = Places::Pages(Pages { sizes, lines: (0..40).map(line).collect(), ..Pages::default() });
    Reading { format: Format::Pdf, places, ..reading(path, draft) }
}

#[test]
fn pages_are_named_where_a_side_has_them() {
    let check = |old: &Reading, new: &Reading, words: &[&str]| -> serde_json::Value {
        let compared = Compared::new(old, new);
        let catalogue = Catalogue::new(Language::Italian);
        let (mut table, mut json) = (Vec::new(), Vec::new());
        write_table(&mut table, &compared, 100, &catalogue).unwrap();
        write_json(&mut json, &compared).unwrap();
        let table = String::from_utf8(table).unwrap();
        for word in words {
            assert!(table.contains(word), "{word} in {table}");
        }
        let value: serde_json::Value = serde_json::from_slice(&json).unwrap();
        let schema: serde_json::Value = serde_json::from_str(super::SCHEMA).unwrap();
        let validator = jsonschema::draft202012::new(&schema).unwrap();
        let problems: Vec<String> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
        assert_eq!(problems, Vec::<String>::new());
        value
    };
    let (text, pdf) = (reading("piano.txt", draft()), on_pages("piano.pdf", draft()));
    let (text_new, pdf_new) = (reading("piano.txt", amended()), on_pages("piano.pdf", amended()));
    check(&pdf, &pdf_new, &["pag. 2, riga 5", ", nel documento di prima"]);
    let mixed = check(&text, &pdf_new, &["pag. 2, riga 5 (prima: riga 14)", "riga 15 del documento di prima"]);
    let change = mixed["changes"].as_array().unwrap().iter().find(|change| change["old_line"] == 14).unwrap();
    assert_eq!(change.get("old_page"), None);
    assert_eq!((&change["new_page"], &change["new_line"]), (&2.into(), &5.into()));
    assert_eq!(change["new_box"], serde_json::json!([72, 130, 500.05, 141]));
    check(&pdf, &text_new, &["riga 15 (prima: pag. 2, riga 4)"]);
    // The same document, as text and as PDF, says the same.
    assert!(Compared::new(&text, &pdf).is_equal());
}

#[test]
fn the_schema_names_every_record_and_value() {
    let schema: serde_json::Value = serde_json::from_str(super::SCHEMA).unwrap();
    let listed = |value: &serde_json::Value| -> Vec<String> {
        value.as_array().unwrap().iter().map(|word| word.as_str().unwrap().to_owned()).collect()
    };
    let records: Vec<&str> = RecordKind::ALL.iter().map(|kind| kind.word()).collect();
    let fields: Vec<&str> = FieldName::ALL.iter().map(|name| name.word()).collect();
    assert_eq!(listed(&schema["$defs"]["change"]["properties"]["record"]["enum"]), records);
    assert_eq!(listed(&schema["$defs"]["field"]["enum"]), fields);
}

#[test]
fn the_page_stands_for_itself() {
    for language in Language::ALL {
        let page = &written(draft(), amended(), language, 100)[2];
        for forbidden in ["<script", "http://", "https://", "url(", "@import", "<aggiornato>", "compare-"] {
            assert!(!page.contains(forbidden), "{forbidden}");
        }
        assert!(page.contains(&format!("<html lang=\"{}\">", language.word())));
        assert_eq!(page.matches("<table").count(), page.matches("<caption").count());
        assert_eq!(page.matches("<section").count(), page.matches("<h2 id=").count());
    }
}
