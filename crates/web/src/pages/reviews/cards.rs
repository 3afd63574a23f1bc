// SPDX-License-Identifier: AGPL-3.0-or-later
//! The reading beside the source: what was read, what was found and what was not read, in the order of the lines.

use super::address::{line_anchor, query, record_anchor, review, unread_anchor};
use super::traces::Traces;
use super::{finding, mending, words};
use crate::form::Form;
use crate::render::Label;
use crate::server::Context;
use ambito_app::reviews::{NodeChoice, ReviewPage, ShownCorrection, ShownRecord, ShownUnread};
use ambito_domain::office::DocumentId;
use ambito_domain::planning::LineNo;
use ambito_domain::review::{RecordKey, RecordKind, ValueKind};
use serde::Serialize;

/// What who looks may do.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct May {
    /// Put right what was read.
    pub(crate) edit: bool,
    /// Add words to the area's vocabulary.
    pub(crate) teach: bool,
}

/// How many nodes are offered for a line before one has to search.
const NEAR_NODES: usize = 2;

/// A card.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Card {
    /// What was read.
    Record { card: Box<Record> },
    /// What was found.
    Finding { card: Box<finding::Card> },
    /// What was not read.
    Unread { card: Box<Unread> },
}

/// Where a card stands in the source.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct At {
    pub(crate) href: String,
    pub(crate) label: Label,
}

/// A record.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Record {
    pub(crate) anchor: String,
    pub(crate) line: LineNo,
    pub(crate) key: String,
    pub(crate) what: Label,
    pub(crate) at: Option<At>,
    pub(crate) node: Option<Door>,
    pub(crate) values: Vec<Value>,
    pub(crate) removed: Option<Corrected>,
    /// The form that puts its values right; absent where nothing may be changed.
    pub(crate) form: Option<Form>,
    pub(crate) is_document: bool,
    /// The way to choose another node for it; empty where it hangs from none.
    pub(crate) move_href: String,
}

/// Something with an address.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Door {
    pub(crate) href: String,
    pub(crate) name: Label,
}

/// A value.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Value {
    pub(crate) label: Label,
    pub(crate) text: Label,
    /// `money`, `percent`, `long` or nothing.
    pub(crate) form: &'static str,
    /// The way to its place in the source; empty for the document itself.
    pub(crate) href: String,
    pub(crate) corrected: Option<Corrected>,
}

/// Who put something right, and what it was.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Corrected {
    pub(crate) id: String,
    pub(crate) by: String,
    pub(crate) at: i64,
    pub(crate) old: Label,
    pub(crate) placement: Label,
}

/// A line that was not read.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Unread {
    pub(crate) anchor: String,
    pub(crate) at: At,
    pub(crate) line: LineNo,
    pub(crate) text: String,
    /// What somebody made of it.
    pub(crate) settled: Option<Settled>,
    /// Nodes near the line, to be chosen at once: key and name.
    pub(crate) near: Vec<(String, Label)>,
    pub(crate) choose_href: String,
    /// The way to teach its word; empty for who may not.
    pub(crate) word_href: String,
}

/// What became of a line that was not read.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Settled {
    pub(crate) corrected: Corrected,
    /// The node it was given to; else it was set aside.
    pub(crate) node: Option<Label>,
    pub(crate) reason: String,
}

/// What a node is called: level, code and title, as far as it has them.
pub(crate) fn node_name(node: &NodeChoice) -> Label {
    let parts = [&node.level, &node.code, &node.title].into_iter().flatten().map(|part| part.trim());
    let name = parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    if name.is_empty() { Label::key("plans-node-unnamed") } else { Label::said(name) }
}

/// The cards of a page, in the order of the lines; of a line first what is wrong.
pub(crate) fn cards(context: &Context, page: &ReviewPage, base: &str, traces: &Traces, may: May) -> Vec<Card> {
    let mut cards: Vec<(LineNo, u8, Card)> = Vec::new();
    for found in &page.findings {
        let card = finding::card(context, page, found, may.edit);
        cards.push((found.line.unwrap_or_default(), 0, Card::Finding { card: Box::new(card) }));
    }
    for record in &page.records {
        let card = self::record(context, page, base, record, traces, may.edit);
        cards.push((record.key.line, 1, Card::Record { card: Box::new(card) }));
    }
    for unread in &one_a_line(&page.unread) {
        cards.push((unread.line, 2, Card::Unread { card: Box::new(self::unread(page, unread, may)) }));
    }
    cards.sort_by_key(|(line, order, _)| (*line, *order));
    cards.into_iter().map(|(.., card)| card).collect()
}

/// Where a line stands, with the way to it.
pub(crate) fn at(page: &ReviewPage, line: LineNo) -> At {
    let place = super::source::place(&page.blocks, line, page.window.first_line);
    let here = (page.window.first_line..=page.window.last_line).contains(&line);
    let href =
        if here { format!("#{}", line_anchor(line)) } else { super::address::review_line(page.document.id, line) };
    let number = place.line.to_string();
    let label = match (place.page, place.sheet) {
        _ if !here => Label::key("page-line").with("line", line.to_string()),
        (Some(page), _) => Label::key("place-page-line").with("page", page.to_string()).with("line", number),
        (_, Some(sheet)) => Label::key("plans-place-sheet").with("sheet", sheet).with("line", number),
        _ => Label::key("page-line").with("line", number),
    };
    At { href, label }
}

fn record(
    context: &Context,
    page: &ReviewPage,
    base: &str,
    record: &ShownRecord,
    traces: &Traces,
    may_edit: bool,
) -> Record {
    let is_document = record.key.kind == RecordKind::Document;
    let values = record.values.iter().filter(|value| value.kind != ValueKind::Node);
    let filled = values.clone().filter(|value| !value.text.is_empty() || value.correction.is_some());
    let hangs = record.values.iter().any(|value| value.kind == ValueKind::Node);
    let open = may_edit && record.removed.is_none();
    let at = (!is_document).then(|| at(page, record.key.line));
    let line = at.as_ref().map(|at| at.href.clone()).unwrap_or_default();
    Record {
        anchor: record_anchor(record.key),
        line: record.key.line,
        key: record.key.to_string(),
        what: words::record_kind(record.key.kind),
        at,
        node: record.node.as_ref().map(|node| Door { href: node_href(page, base, node.key), name: node_name(node) }),
        values: filled
            .map(|value| Value {
                label: words::field(&value.field, &value.part),
                text: shown(value.kind, &value.text),
                form: match value.kind {
                    ValueKind::Money => "money",
                    ValueKind::Percent => "percent",
                    ValueKind::LongText => "long",
                    _ => "",
                },
                href: traces.anchor(record.key, &value.field).map_or_else(|| line.clone(), |spot| format!("#{spot}")),
                corrected: value.correction.as_ref().map(|one| corrected(value.kind, one)),
            })
            .collect(),
        removed: record.removed.as_ref().map(|one| corrected(ValueKind::Text, one)),
        form: open.then(|| mending::form(context, page.document.id, page.reading.number, record)),
        is_document,
        move_href: if open && hangs {
            super::choosing::href(&review(page.document.id), record.key)
        } else {
            String::new()
        },
    }
}

/// Where a node begins: in this window, or in another of the same pages.
fn node_href(page: &ReviewPage, base: &str, key: RecordKey) -> String {
    if page.records.iter().any(|record| record.key == key) {
        return format!("#{}", record_anchor(key));
    }
    let mark = if base.contains('?') { '&' } else { '?' };
    format!("{base}{mark}line={}#{}", key.line, record_anchor(key))
}

/// A value as people read it.
pub(crate) fn shown(kind: ValueKind, text: &str) -> Label {
    match kind {
        _ if text.is_empty() => Label::key("web-form-nothing"),
        ValueKind::Choice(_) => words::choice(text),
        _ => Label::said(text),
    }
}

pub(crate) fn corrected(kind: ValueKind, correction: &ShownCorrection) -> Corrected {
    Corrected {
        id: correction.id.to_string(),
        by: correction.by.clone(),
        at: correction.made.as_microsecond(),
        old: shown(kind, &correction.old),
        placement: words::placement(correction.placement),
    }
}

fn unread(page: &ReviewPage, unread: &ShownUnread, may: May) -> Unread {
    let settled = unread.settled.as_ref().map(|(correction, node)| Settled {
        corrected: corrected(ValueKind::Text, correction),
        node: node.as_ref().map(node_name),
        reason: correction.new.clone(),
    });
    unread_card(page.document.id, unread, at(page, unread.line), settled, near(page, unread.line), may)
}

/// Of a line of which several parts were not read, one: what is decided of it holds for the line.
pub(crate) fn one_a_line(unread: &[ShownUnread]) -> Vec<ShownUnread> {
    let mut lines: Vec<ShownUnread> = Vec::new();
    for part in unread {
        match lines.last_mut().filter(|last| last.line == part.line) {
            Some(last) => last.text = format!("{} … {}", last.text, part.text),
            None => lines.push(part.clone()),
        }
    }
    lines
}

/// The card of a line that was not read.
pub(crate) fn unread_card(
    document: DocumentId,
    unread: &ShownUnread,
    at: At,
    settled: Option<Settled>,
    near: Vec<(String, Label)>,
    may: May,
) -> Unread {
    let (line, base, name) = (unread.line.to_string(), review(document), document.to_string());
    let word = [("word", first_words(&unread.text)), ("document", name.as_str()), ("line", line.as_str())];
    Unread {
        anchor: unread_anchor(unread.line),
        at,
        line: unread.line,
        text: unread.text.clone(),
        settled,
        near,
        choose_href: format!("{base}/choose?{}", query(&[("line", &line)])),
        word_href: if may.teach { format!("/words/new?{}", query(&word)) } else { String::new() },
    }
}

/// The words of a line that may be a heading or a label: what stands before a colon or a tab.
fn first_words(text: &str) -> &str {
    text.split([':', '\t']).next().unwrap_or(text).trim()
}

/// The nodes that a line most likely belongs to: those of the records before it, the nearest first.
fn near(page: &ReviewPage, line: LineNo) -> Vec<(String, Label)> {
    let mut near: Vec<(String, Label)> = Vec::new();
    let before = page.records.iter().filter(|record| record.key.line < line).collect::<Vec<_>>();
    for record in before.into_iter().rev() {
        let node = match record.key.kind {
            RecordKind::Node => Some((record.key.to_string(), own_name(record))),
            _ => record.node.as_ref().map(|node| (node.key.to_string(), node_name(node))),
        };
        if let Some(node) = node.filter(|(key, _)| near.iter().all(|(known, _)| known != key)) {
            near.push(node);
        }
        if near.len() == NEAR_NODES {
            break;
        }
    }
    near
}

/// What a node's own record calls it.
fn own_name(record: &ShownRecord) -> Label {
    let said = |field: &str| record.values.iter().find(|value| value.field == field).map(|value| value.text.clone());
    node_name(&NodeChoice { key: record.key, level: said("level"), code: said("code"), title: said("title") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_to_teach_is_what_stands_first() {
        assert_eq!(first_words("Traguardo: 30 utenti"), "Traguardo");
        assert_eq!(first_words(" Cantiere\tCosto "), "Cantiere");
        assert_eq!(first_words("Cantiere"), "Cantiere");
    }
}
