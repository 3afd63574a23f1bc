// SPDX-License-Identifier: AGPL-3.0-or-later
//! The pinned JSON: valid for its schema, key by key as the contract says.

use crate::fixture;
use ambito_exchange::Reading;
use ambito_exchange::contract::{ReadingsWriter, SCHEMA};
use ambito_i18n::{Catalogue, Language};
use serde_json::Value;

fn json(readings: &[Reading], language: Language) -> Value {
    let catalogue = Catalogue::new(language);
    let mut writer = ReadingsWriter::begin(Vec::new()).unwrap();
    for reading in readings {
        writer.write(reading, &catalogue).unwrap();
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

#[test]
fn the_schema_is_strict() {
    let whole = json(&[fixture::sheets()], Language::Italian);
    let mut checked = 0;
    // Without any one of its keys the JSON is not valid any more; only `sheet` may be absent.
    for pointer in keys(&whole, "") {
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        let mut cut = whole.clone();
        cut.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(key);
        assert_eq!(problems(&cut).is_empty(), key == "sheet", "{pointer}");
        checked += 1;
    }
    assert!(checked > 300, "{checked} keys");
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
