// SPDX-License-Identifier: AGPL-3.0-or-later
//! The pinned JSON: valid for its schema, key by key as the contract says.

use crate::fixture;
use ambito_exchange::contract::{ReadingsWriter, SCHEMA};
use ambito_exchange::{Reading, Source};
use ambito_i18n::{Catalogue, Language};
use serde_json::{Value, json};

fn json(readings: &[Reading], language: Language) -> Value {
    let sources: Vec<Source> = readings.iter().cloned().map(fixture::source).collect();
    json_of(&sources, language)
}

fn json_of(sources: &[Source], language: Language) -> Value {
    let catalogue = Catalogue::new(language);
    let mut writer = ReadingsWriter::begin(Vec::new()).unwrap();
    for source in sources {
        writer.write(source, &catalogue).unwrap();
    }
    serde_json::from_slice(&writer.finish().unwrap()).unwrap()
}

fn problems(value: &Value) -> Vec<String> {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn every_key_stands_where_the_contract_puts_it() {
    insta::assert_json_snapshot!(json(&[fixture::text()], Language::Italian));
}

#[test]
fn what_is_written_is_valid() {
    for readings in [vec![], vec![fixture::empty()], vec![fixture::text(), fixture::sheets(), fixture::empty()]] {
        assert_eq!(problems(&json(&readings, Language::English)), Vec::<String>::new());
    }
}

/// The only keys that may be absent: they stand beside `line` in the formats that have them.
const OPTIONAL: [&str; 5] = ["sheet", "page", "box", "confidence", "cell"];

#[test]
fn the_schema_is_strict() {
    let cells = ["Cap. 41101", "1.000,00"];
    for source in [fixture::source(fixture::sheets()), fixture::pages(cells), fixture::paragraphs(cells)] {
        let whole = json_of(&[source], Language::Italian);
        assert_eq!(problems(&whole), Vec::<String>::new());
        let mut checked = 0;
        // Without any one of its other keys the JSON is not valid any more.
        for pointer in keys(&whole, "") {
            let (parent, key) = pointer.rsplit_once('/').unwrap();
            let mut cut = whole.clone();
            cut.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(key);
            let may_miss = OPTIONAL.contains(&key) && !pointer.contains("/set_aside/");
            assert_eq!(problems(&cut).is_empty(), may_miss, "{pointer}");
            checked += 1;
        }
        assert!(checked > 300, "{checked} keys");
    }
}

#[test]
fn pages_and_boxes_stand_beside_their_lines() {
    let whole = json_of(&[fixture::pages(["Cap. 41101", "186.400,10 €"])], Language::Italian);
    let document = &whole["documents"][0];
    let check = |list: &str, at: usize, expected: Value| {
        let record = &document[list][at];
        let place = json!({ "line": record["line"], "page": record["page"], "box": record["box"] });
        assert_eq!(place, expected, "{list} {at}");
        assert_eq!((record.get("sheet"), record.get("cell")), (None, None));
    };
    // The row, since no cell has the title.
    check("phases", 0, json!({ "line": 30, "page": 1, "box": [72, 492.5, 500.05, 503.5] }));
    // The second cell, which alone has the amount; then a row without an amount.
    check("budget_lines", 1, json!({ "line": 1, "page": 2, "box": [300.5, 72, 500.05, 83] }));
    check("budget_lines", 2, json!({ "line": 2, "page": 2, "box": [72, 86.5, 500.05, 97.5] }));
    // The last page was recognised from its picture; only footers are set aside.
    let last = document["amounts"].as_array().unwrap().iter().find(|amount| amount["page"] == 3).unwrap();
    assert_eq!((last["confidence"].as_u64(), document["budget_lines"][1].get("confidence")), (Some(91), None));
    let footer = json!({ "page": 2, "box": [250, 797, 350, 808], "text": "Pagina 2 di 3" });
    assert_eq!(document["set_aside"].as_array().map(Vec::len), Some(3));
    assert_eq!(document["set_aside"][1], footer);
    // Both cells have it: the row again.
    let whole = json_of(&[fixture::pages(["186.400,10", "186.400,10"])], Language::Italian);
    assert_eq!(whole["documents"][0]["budget_lines"][1]["box"], json!([72, 72, 500.05, 83]));
}

#[test]
fn cells_of_tables_stand_beside_their_paragraphs() {
    let draft = fixture::text().draft;
    let (at, effort) = draft.efforts.iter().enumerate().find(|(_, effort)| effort.line > 50).unwrap();
    let place = |cells: [&str; 2], list: &str, at: usize| {
        let whole = json_of(&[fixture::paragraphs(cells)], Language::Italian);
        let record = &whole["documents"][0][list][at];
        assert_eq!((record.get("sheet"), record.get("page"), record.get("box")), (None, None, None));
        (record["line"].clone(), record.get("cell").cloned())
    };
    let row = effort.line - 50;
    assert_eq!(place(["Elio", "niente"], "efforts", at), (json!(effort.line * 2), Some(json!(format!("T2!{row}")))));
    assert_eq!(place(["Elio", "niente"], "phases", 0), (json!(60), None));
    let amount = draft.amounts.iter().position(|amount| amount.line > 50).unwrap();
    let raw = draft.amounts[amount].raw.as_str();
    let row = draft.amounts[amount].line - 50;
    assert_eq!(place(["Elio", raw], "amounts", amount).1, Some(json!(format!("T2!B{row}"))));
    assert_eq!(
        place([&format!("circa {raw} in tutto"), "altro"], "amounts", amount).1,
        Some(json!(format!("T2!A{row}")))
    );
}

/// The pointers of all keys.
fn keys(value: &Value, at: &str) -> Vec<String> {
    match value {
        Value::Object(map) => map
            .iter()
            .flat_map(|(key, value)| {
                let pointer = format!("{at}/{key}");
                let below = keys(value, &pointer);
                std::iter::once(pointer).chain(below)
            })
            .collect(),
        Value::Array(items) => {
            items.iter().enumerate().flat_map(|(index, item)| keys(item, &format!("{at}/{index}"))).collect()
        }
        _ => Vec::new(),
    }
}

#[test]
fn sheets_are_named_beside_their_rows() {
    let whole = json(&[fixture::sheets()], Language::Italian);
    let document = &whole["documents"][0];
    assert_eq!((&document["nodes"][1]["line"], &document["nodes"][1]["sheet"]), (&22.into(), &"Obiettivi".into()));
    assert_eq!((&document["tables"][0]["line"], &document["tables"][0]["sheet"]), (&95.into(), &"Bilancio".into()));
    let text = json(&[fixture::text()], Language::Italian).to_string();
    assert!(!text.contains("\"sheet\""));
}

#[test]
fn only_messages_depend_on_the_language() {
    let without_messages = |language| {
        let mut whole = json(&[fixture::text()], language);
        for note in whole["documents"][0]["notes"].as_array_mut().unwrap() {
            assert!(note["message"].take().as_str().is_some_and(|message| !message.starts_with("note-")));
        }
        whole
    };
    assert_eq!(without_messages(Language::Italian), without_messages(Language::English));
}
