// SPDX-License-Identifier: AGPL-3.0-or-later
//! A reading as figures: one row a record, `line TAB kind TAB key=value…`, words only as checksums. The truth of the
//! real documents is kept in this form, so that none of their sentences or names stands in this project.

use super::support::list;
use serde_json::Value;
use std::collections::HashMap;

/// One record.
pub struct Row {
    pub line: u64,
    pub kind: &'static str,
    pub values: Vec<Figure>,
}

/// One value: as compared, and as shown where it differs.
pub struct Figure {
    pub key: &'static str,
    pub value: String,
    pub shown: String,
}

/// The checksum of a text, whatever its capitals, quotes, dashes, white space and closing stops: 16 bits, enough to
/// tell a wrong text and too few to tell who or what it names.
pub fn checksum(text: &str) -> String {
    let mut hash = 0x811C_9DC5_u32;
    for byte in plain(text).bytes() {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    format!("#{:04x}", (hash >> 16) ^ (hash & 0xFFFF))
}

/// A text without what a careful reader does not count as a difference.
pub fn plain(text: &str) -> String {
    let folded: String = text
        .to_lowercase()
        .chars()
        .map(|char| match char {
            '’' | '‘' | '`' | '´' => '\'',
            '“' | '”' | '«' | '»' => '"',
            '–' | '—' | '−' => '-',
            other => other,
        })
        .collect();
    let words: Vec<&str> = folded.split_whitespace().collect();
    words.join(" ").trim_matches([' ', '.', ':', ';']).to_owned()
}

/// The rows of a document of the JSON, ordered by line.
pub fn figures(document: &Value) -> Vec<Row> {
    let mut sheet = Sheet { places: places(document), rows: Vec::new() };
    sheet.document(document);
    sheet.nodes(document);
    sheet.results(document);
    sheet.money(document);
    sheet.tables(document);
    sheet.rows.sort_by_key(|row| row.line);
    sheet.rows
}

/// What stands for a node: `@` and its line, with its place among the nodes of that line.
fn places(document: &Value) -> HashMap<&str, String> {
    let mut seen: HashMap<u64, u32> = HashMap::new();
    let mut places = HashMap::new();
    for node in list(document, "nodes") {
        let line = node["line"].as_u64().unwrap();
        let place = seen.entry(line).or_insert(0);
        *place += 1;
        let name = if *place == 1 { format!("@{line}") } else { format!("@{line}.{place}") };
        places.insert(node["id"].as_str().unwrap(), name);
    }
    places
}

struct Sheet<'a> {
    places: HashMap<&'a str, String>,
    rows: Vec<Row>,
}

impl Sheet<'_> {
    fn row(&mut self, kind: &'static str, record: &Value) -> &mut Row {
        self.rows.push(Row { line: record["line"].as_u64().unwrap_or(0), kind, values: Vec::new() });
        self.rows.last_mut().unwrap()
    }

    /// A row that begins with the node it hangs from.
    fn under(&mut self, kind: &'static str, record: &Value) -> &mut Row {
        let place = record["node"].as_str().map(|id| self.places[id].clone());
        self.row(kind, record).word("node", place)
    }

    fn document(&mut self, document: &Value) {
        let row = self.row("doc", &Value::Null).value("family", &document["family"]);
        row.text("title", &document["title"]).text("body", &document["body"]);
        row.value("from", &document["period"]["from"]).value("to", &document["period"]["to"]);
        row.value("issued", &document["issued"]).value("version", &document["version"]);
        row.text("status", &document["status"]).value("lines", &document["coverage"]["lines"]);
    }

    fn nodes(&mut self, document: &Value) {
        for node in list(document, "nodes") {
            let parent = node["parent"].as_str().map(|id| self.places[id].clone());
            let mut also: Vec<String> =
                list(node, "also_under").iter().map(|id| self.places[id.as_str().unwrap()].clone()).collect();
            also.sort();
            let row = self.row("node", node).value("level", &node["level"]).value("code", &node["code"]);
            row.text("title", &node["title"]).text("inferred", &node["inferred_title"]).value("kind", &node["kind"]);
            row.word("parent", parent).word("also", Some(also.join(","))).flag("body", &node["in_body"]);
            row.text("owner", &node["owner"]).text("text", &node["text"]);
            let summary = &node["summary"];
            row.value("amount", &summary["amount"])
                .value("share", &summary["share"])
                .value("summary", &summary["line"]);
            let place = self.places[node["id"].as_str().unwrap()].clone();
            for field in list(node, "fields") {
                let row = self.row("field", field).word("node", Some(place.clone()));
                row.text("label", &field["label"]).text("value", &field["value"]);
            }
        }
    }

    fn results(&mut self, document: &Value) {
        for record in list(document, "indicators") {
            let (target, found) = (&record["target"], &record["measured"]);
            let row = self.under("indicator", record).value("code", &record["code"]).text("title", &record["title"]);
            row.text("group", &record["group"]).text("note", &record["note"]).text("baseline", &record["baseline"]);
            row.text("raw", &target["raw"]).value("comparison", &target["comparison"]).value("value", &target["value"]);
            row.value("unit", &target["unit"]).value("due", &target["due"]).value("deadline", &record["deadline"]);
            row.text("owner", &record["owner"]).text("found", &found["raw"]).value("found_value", &found["value"]);
            row.value("found_unit", &found["unit"]).value("found_date", &found["date"]);
            row.value("found_kind", &found["date_kind"]).flag("final", &found["final"]);
        }
        for record in list(document, "phases") {
            let row = self.under("phase", record).value("order", &record["order"]).text("title", &record["title"]);
            row.value("state", &record["state"]).value("from", &record["from"]).value("to", &record["to"]);
            row.text("note", &record["note"]);
        }
        for record in list(document, "efforts") {
            let row = self.under("effort", record).text("person", &record["person"]);
            row.text("relation", &record["relation"]).value("share", &record["share"]);
        }
    }

    fn money(&mut self, document: &Value) {
        for record in list(document, "budget_lines") {
            let references = list(record, "references").iter().map(reference).collect::<Vec<_>>().join(",");
            let row = self.under("budget", record).value("direction", &record["direction"]);
            row.value("kind", &record["kind"])
                .value("chapter", &record["chapter"])
                .value("article", &record["article"]);
            row.text("title", &record["title"]).value("amount", &record["amount"]).word("refs", Some(references));
        }
        for record in list(document, "allocations") {
            let row = self.under("allocation", record).text("source", &record["source"]);
            row.value("total", &record["total"]).value("before", &record["before"]).value("change", &record["change"]);
            row.value("after", &record["after"]).text("owner", &record["owner"]);
        }
        for record in list(document, "resources") {
            let sources = list(record, "sources").iter().map(source).collect::<Vec<_>>().join(",");
            let row = self.under("resource", record).text("activity", &record["activity"]);
            row.value("cost", &record["cost"]).value("kind", &record["kind"]).word("sources", Some(sources));
        }
        for record in list(document, "totals") {
            let row = self.under("total", record).text("label", &record["label"]).text("column", &record["column"]);
            row.value("amount", &record["amount"]).value("share", &record["share"]);
        }
        for record in list(document, "amounts") {
            let row = self.under("amount", record).text("label", &record["label"]).text("raw", &record["raw"]);
            row.value("amount", &record["amount"]).flag("approximate", &record["approximate"]);
            row.value("per", &record["per"]);
        }
    }

    fn tables(&mut self, document: &Value) {
        for record in list(document, "timetables") {
            let row = self.under("timetable", record).text("title", &record["title"]);
            row.word("columns", Some(list(record, "columns").len().to_string()));
            row.text("headings", &Value::String(joined(list(record, "columns"), " ", word)));
            for line in list(record, "rows") {
                let row = self.row("marks", line).value("code", &line["code"]).text("label", &line["label"]);
                row.word("marks", Some(joined(list(line, "marks"), ",", Value::to_string)));
            }
        }
        for record in list(document, "tables") {
            let row = self.under("table", record).text("title", &record["title"]);
            row.word("columns", Some(list(record, "headers").len().to_string()));
            row.text("headers", &Value::String(joined(list(record, "headers"), " ", word)));
            for (at, cells) in list(record, "rows").iter().enumerate() {
                let row = self.row("cells", record).word("row", Some(at.to_string()));
                row.word("cells", Some(joined(cells.as_array().unwrap(), "|", cell)));
            }
        }
    }
}

impl Row {
    fn push(&mut self, key: &'static str, value: String, shown: &str) -> &mut Self {
        if !value.is_empty() {
            self.values.push(Figure { key, value, shown: shown.to_owned() });
        }
        self
    }

    /// A code, a number, a date, a word of the contract.
    fn value(&mut self, key: &'static str, value: &Value) -> &mut Self {
        let shown = if value.is_null() { String::new() } else { word(value) };
        self.push(key, shown.split_whitespace().collect::<Vec<_>>().join("_"), &shown)
    }

    fn word(&mut self, key: &'static str, value: Option<String>) -> &mut Self {
        let value = value.unwrap_or_default();
        self.push(key, value.clone(), &value)
    }

    /// Words of the document.
    fn text(&mut self, key: &'static str, value: &Value) -> &mut Self {
        let shown = value.as_str().unwrap_or_default();
        self.push(key, sum_of(value), shown)
    }

    fn flag(&mut self, key: &'static str, value: &Value) -> &mut Self {
        self.push(key, if value == true { "y".to_owned() } else { String::new() }, "yes")
    }
}

fn word(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// The checksum of a text, nothing where it says nothing.
fn sum_of(value: &Value) -> String {
    value.as_str().filter(|text| !plain(text).is_empty()).map(checksum).unwrap_or_default()
}

fn joined(values: &[Value], between: &str, each: fn(&Value) -> String) -> String {
    values.iter().map(each).collect::<Vec<_>>().join(between)
}

fn reference(value: &Value) -> String {
    let side = &value["direction"].as_str().unwrap()[..1];
    let article = value["article"].as_str().map(|article| format!("/{article}")).unwrap_or_default();
    match value["chapter"].as_str() {
        Some(chapter) => format!("{side}{chapter}{article}"),
        None => format!("{side}?{article}{}", sum_of(&value["raw"])),
    }
}

fn source(value: &Value) -> String {
    let amount = value["amount"].as_str().map_or_else(|| sum_of(&value["raw"]), str::to_owned);
    format!("{}:{amount}", sum_of(&value["source"]))
}

fn cell(value: &Value) -> String {
    value["value"].as_str().map_or_else(|| sum_of(&value["raw"]), str::to_owned)
}
