// SPDX-License-Identifier: AGPL-3.0-or-later
//! Laws of the reading of any text: it never panics, counts every line once, points only at what is there, gives the
//! same for the same bytes, and does not depend on line ends and encodings.

use super::support::{DEMO, Source, demo, list};
use encoding_rs::WINDOWS_1252;
use proptest::prelude::*;
use serde_json::Value;
use std::collections::HashSet;
use std::sync::LazyLock;

/// Lines of the demonstration documents, to be put together in any order.
static LINES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let texts = DEMO.map(|name| demo(name).text().to_owned());
    texts.iter().flat_map(|text| text.lines()).map(str::to_owned).collect()
});

const PIECES: &[&str] = &[
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\t\t",
    " ",
    "\u{A0}",
    "\x0C",
    "|",
    "; ",
    "# ",
    "## ",
    "**",
    "- ",
    "<p>",
    "<br>",
    "---",
    "Obiettivo 3 ",
    "Azione 12 ",
    "Area ",
    "Programma ",
    "Indicatore: ",
    "Indicatori:",
    "Nota:",
    "Totale",
    "Dirigente: ",
    "2027_PD_1101",
    "2027_OB_1101_1",
    "M_1101_1_1",
    "Cap. 02101 Art. 00",
    "VEGG. CAP/U ",
    "CAP. E/36",
    "1.234,56 €",
    "12,5 %",
    "circa 3 milioni di euro",
    "350 mila euro",
    "31/12/2027",
    "almeno 10",
    "> di 5",
    "dal 1/2/2027 al ",
    "x",
    "Codice indicatore\tIndicatore\tValore previsto 2027\n",
    "Nome Soggetto\tRelazione Personale\tImpegno Personale\n",
    "Obiettivo\tAzione\tFonte\tTotale\tA\tB\tA+B\n",
    "Cronoprogramma",
    "È",
    "e\u{300}",
    "\u{410}",
    "９",
    "🙂",
    "\u{0}",
];

/// Every law of one reading; `None` where the bytes are no text.
fn check(source: &Source) -> Option<String> {
    let json = source.json()?;
    assert_eq!(source.json().as_ref(), Some(&json), "read again, it is another reading");
    let document = &serde_json::from_str::<Value>(&json).unwrap()["documents"][0];
    covers_every_line_once(document);
    points_at_what_is_there(document, source);
    has_a_tree(document);
    Some(json)
}

fn covers_every_line_once(document: &Value) {
    let count = |key: &str| document["coverage"][key].as_u64().unwrap();
    assert_eq!(count("lines"), count("read") + count("text") + count("unread"));
    // A line that was read may have a cell that was not: it is listed, and counts as read.
    assert!(count("unread") <= list(document, "unread").len() as u64);
    assert!(
        list(document, "unread").iter().all(|line| line["text"].as_str().is_some_and(|text| !text.trim().is_empty()))
    );
}

/// Every line number is a line of the text, every id a node.
fn points_at_what_is_there(document: &Value, source: &Source) {
    // Form feeds and old line ends also end a line for a reader: the most a text of these bytes can have.
    let most =
        source.bytes.iter().filter(|byte| matches!(byte, b'\n' | b'\r' | 0x0B | 0x0C | 0x85 | 0xA8 | 0xA9)).count();
    let ids: HashSet<&str> = list(document, "nodes").iter().map(|node| node["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), list(document, "nodes").len(), "two nodes have one id");
    visit(document, &mut |key, value| match key {
        "line" => assert!((1..=most as u64 + 1).contains(&value.as_u64().unwrap()), "line {value} of {}", most + 1),
        "node" | "parent" => assert!(value.is_null() || ids.contains(value.as_str().unwrap()), "{key} {value}"),
        _ => {}
    });
    for id in list(document, "nodes").iter().flat_map(|node| list(node, "also_under")) {
        assert!(ids.contains(id.as_str().unwrap()), "also under {id}");
    }
}

fn visit(value: &Value, each: &mut impl FnMut(&str, &Value)) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                each(key, value);
                visit(value, each);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| visit(value, each)),
        _ => {}
    }
}

/// Parents lead to a root; nothing is under itself, nor twice under the same node.
fn has_a_tree(document: &Value) {
    let nodes = list(document, "nodes");
    let place = |id: &Value| nodes.iter().position(|node| node["id"] == *id);
    for node in nodes {
        let (mut upper, mut steps) = (place(&node["parent"]), 0);
        while let Some(at) = upper {
            steps += 1;
            assert!(steps <= nodes.len(), "the parents of {} go round in a ring", node["id"]);
            upper = place(&nodes[at]["parent"]);
        }
        let also: HashSet<&Value> = list(node, "also_under").iter().collect();
        assert_eq!(also.len(), list(node, "also_under").len(), "twice under one node: {node}");
        assert!(!also.contains(&node["id"]) && !also.contains(&node["parent"]), "also under itself: {node}");
    }
}

fn source(name: &str, text: &str) -> Source {
    Source { name: name.to_owned(), bytes: text.as_bytes().to_vec() }
}

const NAMES: [&str; 4] = ["a.txt", "a.md", "a.html", "a.csv"];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text(text in "\\PC{0,300}", name in prop::sample::select(NAMES.to_vec())) {
        check(&source(name, &text));
    }

    #[test]
    fn any_words(words in prop::collection::vec(prop::sample::select(PIECES), 0..120), name in prop::sample::select(NAMES.to_vec())) {
        check(&source(name, &words.concat()));
    }

    #[test]
    fn lines_of_plans_in_any_order(lines in prop::collection::vec(prop::sample::select(&LINES[..]), 1..60)) {
        check(&source("a.txt", &lines.join("\n")));
    }

    #[test]
    fn plans_cut_anywhere(name in prop::sample::select(DEMO.to_vec()), from in 0..=1_000_usize, to in 0..=1_000_usize) {
        let text = demo(name).text().to_owned();
        let place = |thousandths: usize| text.floor_char_boundary(text.len() * thousandths / 1_000);
        let (start, end) = (place(from).min(place(to)), place(from).max(place(to)));
        check(&source(name, &text[start..end]));
    }
}

/// What the properties found once.
#[test]
fn a_row_that_names_the_node_above_it_makes_no_ring() {
    let header =
        "Indirizzo\tObiettivo\tAzione\tCodice Progetto\tProgetto\tBudget\t% di assorbimento risorse finanziarie";
    let row = "1\t2027_OB_1101_1\tRaccolta dei fabbisogni dei Comuni\tPrevisto\t07/01/2027\t12/02/2027";
    let heading = "2027_OB_1101_1 Approvare nei tempi il programma annuale del Piano di Zona";
    check(&source("a.txt", &format!("{heading}\n{header}\n{row}\n")));
}

#[test]
fn demonstration_documents_keep_the_laws() {
    for name in DEMO {
        check(&demo(name)).unwrap();
    }
}

#[test]
fn encodings_and_line_ends_do_not_matter() {
    for name in DEMO {
        let plain = demo(name);
        let json = plain.json().unwrap();
        let text = plain.text();
        let utf16 =
            |bytes_of: fn(u16) -> [u8; 2]| format!("\u{FEFF}{text}").encode_utf16().flat_map(bytes_of).collect();
        let (windows, _, was_lossy) = WINDOWS_1252.encode(text);
        let mut forms: Vec<(&str, Vec<u8>)> = vec![
            ("CRLF", text.replace('\n', "\r\n").into_bytes()),
            ("a byte order mark", format!("\u{FEFF}{text}").into_bytes()),
            ("UTF-16, little end first", utf16(u16::to_le_bytes)),
            ("UTF-16, big end first", utf16(u16::to_be_bytes)),
        ];
        if !was_lossy {
            forms.push(("Windows-1252", windows.into_owned()));
        }
        for (form, bytes) in forms {
            let other = Source { name: name.to_owned(), bytes };
            assert!(other.json().as_ref() == Some(&json), "{name} as {form} is read otherwise");
        }
    }
}
