// SPDX-License-Identifier: AGPL-3.0-or-later
//! The documents of the demonstration as offices publish them: each PDF, DOCX and ODT says what its text says, value
//! by value, and each value has its place on the page.

use crate::run;
use ambito_documents::blocks::PageSize;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The picture of a page: its text is recognised, so that some of it may differ.
const SCAN: &str = "programmi-finalizzati.scansione.pdf";

fn documents() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/documenti")
}

/// The rendered files of these extensions, without the picture.
fn rendered(extensions: &[&str]) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(documents().join("resi"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name != SCAN && extensions.iter().any(|extension| name.ends_with(extension)))
        .collect();
    names.sort();
    names
}

/// The text that a rendered file was made from.
fn text_of(name: &str) -> String {
    let stem = name.split('.').next().unwrap();
    let text = [format!("{stem}.txt"), format!("{stem}.md")].into_iter().find(|name| documents().join(name).exists());
    text.unwrap_or_else(|| panic!("{name} has no text"))
}

/// Each says what its text says; a failure shows all that differ.
fn compare_all(extension: &str, least: usize) {
    let names = rendered(&[extension]);
    assert!(names.len() >= least, "{names:?}");
    let mut differ = Vec::new();
    for name in names {
        let run = run(&documents(), &["compare", &text_of(&name), &format!("resi/{name}")]);
        if run.code != Some(0) || !run.out.contains("Nessuna differenza") {
            let last = run.out.lines().chain(run.err.lines()).last().unwrap_or_default().to_owned();
            differ.push(format!("{name}: {last}"));
        }
    }
    assert_eq!(differ, Vec::<String>::new());
}

#[test]
fn every_pdf_says_what_its_text_says() {
    compare_all(".pdf", 20);
}

#[test]
fn every_docx_says_what_its_text_says() {
    compare_all(".docx", 5);
}

#[test]
fn every_odt_says_what_its_text_says() {
    compare_all(".odt", 5);
}

/// In the texts there is nothing wrong, so that whatever is found in what was made of them was made by the reading.
#[test]
fn nothing_is_found_in_what_says_what_its_text_says() {
    let mut found = Vec::new();
    for name in rendered(&[".pdf", ".docx", ".odt"]) {
        let run = run(&documents(), &["check", &format!("resi/{name}"), "--fail-on", "note"]);
        if run.code != Some(0) {
            let told = run.out.lines().filter(|line| line.contains(&name)).collect::<Vec<_>>();
            found.push(format!("{name}: {} {}", told.join("; "), run.err));
        }
    }
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn every_value_of_a_pdf_has_its_place_on_a_page() {
    for name in rendered(&[".pdf"]) {
        let run = run(&documents(), &["read", &format!("resi/{name}"), "--format", "json"]);
        assert_eq!(run.code, Some(0), "{name}: {}", run.err);
        let whole: Value = serde_json::from_str(&run.out).unwrap();
        let sizes = sizes_of(&documents().join("resi").join(&name));
        let mut places = Vec::new();
        gather(&whole["documents"][0], &mut places);
        assert!(places.len() > 10, "{name}: {} places", places.len());
        for place in places {
            check_place(place, &sizes, &name);
        }
    }
}

/// Everything that stands on a line or a page.
fn gather<'a>(value: &'a Value, places: &mut Vec<&'a Value>) {
    match value {
        Value::Object(map) => {
            if value["line"].is_u64() || value["page"].is_u64() {
                places.push(value);
            }
            map.values().for_each(|value| gather(value, places));
        }
        Value::Array(list) => list.iter().for_each(|value| gather(value, places)),
        _ => {}
    }
}

fn check_place(place: &Value, sizes: &[PageSize], name: &str) {
    let page = place["page"].as_u64().unwrap_or_else(|| panic!("{name}: no page: {place}"));
    let size = sizes.get(usize::try_from(page).unwrap() - 1).unwrap_or_else(|| panic!("{name}: no such page: {place}"));
    let sides = place["box"].as_array().unwrap_or_else(|| panic!("{name}: no box: {place}"));
    let sides: Vec<i32> = sides.iter().map(hundredths).collect();
    let [left, top, right, bottom] = sides[..] else { panic!("{name}: {place}") };
    let is_inside = 0 <= left && left < right && right <= size.width && 0 <= top && top < bottom;
    assert!(is_inside && bottom <= size.height, "{name}: not on a page of {size:?}: {place}");
}

/// A number of points as it is written, in hundredths.
fn hundredths(number: &Value) -> i32 {
    let text = number.to_string();
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    format!("{whole}{rest:0<2}").parse().unwrap_or_else(|_| panic!("{text} has more than two decimals"))
}

/// How large its pages are, as the library says.
fn sizes_of(path: &Path) -> Vec<PageSize> {
    let bytes = std::fs::read(path).unwrap();
    let decoded = ambito_decoder::decode(bytes, 1, |page| PageSize { width: page.width, height: page.height });
    decoded.unwrap().pages.into_iter().map(Option::unwrap).collect()
}

#[test]
fn a_picture_of_a_page_is_read_where_the_recogniser_is_installed() {
    let languages = Command::new("tesseract").arg("--list-langs").output();
    let is_there = languages.is_ok_and(|output| String::from_utf8_lossy(&output.stdout).lines().any(|it| it == "ita"));
    if !is_there {
        eprintln!("SKIPPED: the packages tesseract-ocr and tesseract-ocr-ita are not installed; {SCAN} was not read");
        return;
    }
    let read = |path: &str, more: &[&str]| {
        let run = run(&documents(), &[&["read", path, "--format", "json"], more].concat());
        assert_eq!(run.code, Some(0), "{path}: {}", run.err);
        serde_json::from_str::<Value>(&run.out).unwrap()["documents"][0].clone()
    };
    let all = |document: &Value, list: &str, key: &str| -> BTreeSet<String> {
        document[list].as_array().unwrap().iter().map(|item| item[key].to_string()).collect()
    };
    let text = read("programmi-finalizzati.txt", &[]);
    let scan = read(&format!("resi/{SCAN}"), &["--ocr"]);
    assert_eq!(scan["title"], text["title"]);
    assert_eq!(scan["family"], text["family"]);
    assert_eq!(all(&scan, "nodes", "title"), all(&text, "nodes", "title"));
    assert_eq!(all(&scan, "amounts", "amount"), all(&text, "amounts", "amount"));
    for node in scan["nodes"].as_array().unwrap() {
        assert!(node["confidence"].as_u64().is_some_and(|confidence| confidence <= 100), "{node}");
    }
}
