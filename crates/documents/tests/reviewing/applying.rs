// SPDX-License-Identifier: AGPL-3.0-or-later
//! Corrections by hand, one kind after another.

use crate::support::{Document, WORDS, correction, demo, on, set};
use ambito_documents::corrections::{Lines, Mistyped, apply, parse, records, short};
use ambito_domain::planning::{PlanDraft, Unit};
use ambito_domain::review::{Act, Placement, RecordKey, RecordKind, ValueKind};
use std::collections::BTreeSet;

fn first(draft: &PlanDraft, kind: RecordKind) -> RecordKey {
    records(draft).into_iter().find(|record| record.key.kind == kind).unwrap().key
}

fn text(draft: &PlanDraft, key: RecordKey, field: &str) -> String {
    let record = records(draft).into_iter().find(|record| record.key == key).unwrap();
    record.values.into_iter().find(|value| value.field == field).unwrap().text
}

#[test]
fn what_is_typed_is_read_as_documents_are() {
    let node = RecordKind::BudgetLine;
    let check = |kind: ValueKind, typed: &str, expected: Result<&str, Mistyped>| {
        assert_eq!(parse(node, kind, "", typed).as_deref().map_err(|fault| *fault), expected, "{typed}");
    };
    check(ValueKind::Money, "430000", Ok("430.000,00"));
    check(ValueKind::Money, " € 1.234,5 ", Ok("1.234,50"));
    check(ValueKind::Money, "", Ok(""));
    check(ValueKind::Money, "molto", Err(Mistyped::Money));
    check(ValueKind::Date, "31 dicembre 2027", Ok("31/12/2027"));
    check(ValueKind::Date, "2027-12-31", Ok("31/12/2027"));
    check(ValueKind::Date, "31/12", Err(Mistyped::Date));
    check(ValueKind::Percent, "12,50 %", Ok("12,5"));
    check(ValueKind::Percent, "tutto", Err(Mistyped::Percent));
    check(ValueKind::Number, "1500", Ok("1.500"));
    check(ValueKind::Target, "  ≥  80% ", Ok("≥ 80%"));
    check(ValueKind::Target, "-", Ok(""));
    check(ValueKind::Text, "due\nrighe", Ok("due righe"));
    check(ValueKind::LongText, " due \r\nrighe ", Ok(" due\nrighe".trim()));
    check(ValueKind::Choice(&["yes"]), "no", Err(Mistyped::Choice));
    check(ValueKind::Node, "node:4:0", Ok("node:4:0"));
    check(ValueKind::Node, "phase:4:0", Err(Mistyped::Node));
    let marks = |typed: &str| parse(RecordKind::TimetableRow, ValueKind::Text, "marks", typed);
    assert_eq!(marks("5, 1-3,2").as_deref(), Ok("1, 2, 3, 5"));
    assert_eq!(marks("0"), Err(Mistyped::Marks));
    assert_eq!(parse(RecordKind::Amount, ValueKind::Money, "amount", ""), Err(Mistyped::Empty));
    assert_eq!(parse(node, ValueKind::Text, "", &"a".repeat(5_000)), Err(Mistyped::TooLong));
}

#[test]
fn a_target_is_understood_again() {
    let document = demo("piano-obiettivi.md");
    let key = first(&document.draft, RecordKind::Indicator);
    let field = records(&document.draft)
        .into_iter()
        .find(|record| record.key == key)
        .and_then(|record| record.values.into_iter().find(|value| value.kind == ValueKind::Target))
        .unwrap();
    let act = set(key, &field.field, &field.text, "≥ 80%");
    let applied = apply(document.draft.clone(), &document.blocks, &[on(&document, 1, act)], &WORDS);
    assert_eq!(applied.placed[0].placement, Placement::Applied);
    assert_eq!(applied.placed[0].record, Some(key));
    let indicator = &applied.draft.indicators[0];
    let target = indicator.target.as_ref().unwrap();
    assert_eq!((target.raw.as_str(), target.unit), ("≥ 80%", Some(Unit::Percent)));
    assert_eq!(target.value.unwrap().to_string(), "80");
}

#[test]
fn a_node_that_is_none_leaves_what_hung_from_it_to_the_one_above() {
    let document = demo("piano-di-zona.txt");
    let (at, node) = document.draft.nodes.iter().enumerate().rfind(|(_, node)| node.parent.is_some()).unwrap();
    let parent = node.parent.unwrap();
    let own = records(&document.draft);
    let record = own.iter().filter(|record| record.key.kind == RecordKind::Node).nth(at).unwrap();
    let act = Act::Remove { record: record.key, old: short(record) };
    let applied = apply(document.draft.clone(), &document.blocks, &[on(&document, 1, act)], &WORDS);
    assert_eq!(applied.placed[0].placement, Placement::Applied);
    assert_eq!(applied.draft.nodes.len(), document.draft.nodes.len() - 1);
    assert!(applied.draft.node(parent).text.ends_with(&node.text));
    assert_eq!(applied.draft.coverage, document.draft.coverage);
}

#[test]
fn unread_lines_go_to_a_node_or_aside() {
    let mut text = String::from("# Piano degli obiettivi 2027\n\n## Obiettivo 1 – Casa\n\n");
    text.push_str("Colonna;strana\n| x | y | z |\n\n## Obiettivo 2 – Scuola\n\nTesto.\n");
    let document = Document::of("piano.md", &text);
    let unread = document.draft.unread.first().expect("a line that is not understood").clone();
    let node = records(&document.draft).into_iter().rfind(|record| record.key.kind == RecordKind::Node).unwrap().key;
    let anchor = format!("{}\n{}", document.blocks.text(unread.line), document.blocks.text(node.line));
    let assign = correction(1, &anchor, Act::Assign { line: unread.line, node });
    let applied = apply(document.draft.clone(), &document.blocks, std::slice::from_ref(&assign), &WORDS);
    assert_eq!(applied.placed[0].placement, Placement::Applied);
    assert!(applied.draft.nodes.last().unwrap().text.contains(&unread.text));
    let (before, after) = (document.draft.coverage, applied.draft.coverage);
    assert_eq!((after.lines, after.unread + 1, after.text), (before.lines, before.unread, before.text + 1));
    // A later decision on the same line counts.
    let aside = on(&document, 2, Act::SetAside { line: unread.line, reason: String::new() });
    let applied = apply(document.draft.clone(), &document.blocks, &[assign, aside], &WORDS);
    let after = applied.draft.coverage;
    assert_eq!((after.text, after.read), (before.text, before.read + 1));
    assert!(applied.draft.unread.iter().all(|line| line.line != unread.line));
}

#[test]
fn what_has_no_place_any_more_is_told() {
    let document = demo("peg-2027.txt");
    let gone = RecordKey { kind: RecordKind::Phase, line: 3, ordinal: 0 };
    let lost = correction(1, "una riga che non c'è", set(gone, "title", "a", "b"));
    let no_field = set(first(&document.draft, RecordKind::BudgetLine), "cell.99", "", "b");
    let applied = apply(document.draft.clone(), &document.blocks, &[lost, on(&document, 2, no_field)], &WORDS);
    assert!(applied.placed.iter().all(|placed| placed.placement == Placement::Lost));
    assert!(applied.draft == document.draft);
}

#[test]
fn a_node_does_not_hang_from_itself() {
    let document = demo("piano-di-zona.txt");
    let keys: Vec<RecordKey> = ambito_documents::corrections::node_keys(&document.draft);
    let (child, parent) = document
        .draft
        .nodes
        .iter()
        .enumerate()
        .find_map(|(at, node)| node.parent.map(|parent| (keys[at], keys[parent.index()])))
        .unwrap();
    let act = set(parent, "node", "", &child.to_string());
    let applied = apply(document.draft.clone(), &document.blocks, &[on(&document, 1, act)], &WORDS);
    assert_eq!(applied.placed[0].placement, Placement::Lost);
    assert!(applied.draft == document.draft);
}

#[test]
fn a_line_set_aside_that_is_read_now_is_looked_at_again() {
    let document = demo("piano-di-zona.txt");
    let read = first(&document.draft, RecordKind::Node).line;
    let said: BTreeSet<u32> = records(&document.draft).iter().map(|record| record.key.line).collect();
    let quiet =
        (read + 1..).find(|line| !said.contains(line) && !document.blocks.text(*line).trim().is_empty()).unwrap();
    for (line, expected) in [(read, Placement::Lost), (quiet, Placement::Agreed)] {
        let act = Act::SetAside { line, reason: "non dice nulla".to_owned() };
        let applied = apply(document.draft.clone(), &document.blocks, &[on(&document, 1, act)], &WORDS);
        assert_eq!(applied.placed[0].placement, expected, "line {line}");
        assert!(applied.draft == document.draft);
    }
}

#[test]
fn two_nodes_change_places() {
    let document = demo("piano-di-zona.txt");
    let keys: Vec<RecordKey> = ambito_documents::corrections::node_keys(&document.draft);
    let (child, parent, upper) = document
        .draft
        .nodes
        .iter()
        .enumerate()
        .find_map(|(at, node)| {
            let parent = node.parent?;
            let upper = document.draft.nodes[parent.index()].parent?;
            Some((keys[at], keys[parent.index()], keys[upper.index()]))
        })
        .unwrap();
    let under = |own: RecordKey, old: RecordKey, new: RecordKey| set(own, "node", &old.to_string(), &new.to_string());
    let acts = [under(parent, upper, child), under(child, parent, upper)];
    for turned in [[0, 1], [1, 0]] {
        let corrections: Vec<_> =
            (1..).zip(turned).map(|(number, at)| on(&document, number, acts[at].clone())).collect();
        let applied = apply(document.draft.clone(), &document.blocks, &corrections, &WORDS);
        assert!(applied.placed.iter().all(|placed| placed.placement == Placement::Applied), "{:?}", applied.placed);
        assert_eq!(text(&applied.draft, parent, "node"), child.to_string());
        assert_eq!(text(&applied.draft, child, "node"), upper.to_string());
        assert!(apply(applied.draft.clone(), &document.blocks, &corrections, &WORDS).draft == applied.draft);
    }
}

#[test]
fn records_move_to_another_node() {
    let document = demo("peg-2027.txt");
    let keys = ambito_documents::corrections::node_keys(&document.draft);
    let line = first(&document.draft, RecordKind::BudgetLine);
    let old = text(&document.draft, line, "node");
    let other = keys.iter().rev().find(|key| key.to_string() != old).unwrap();
    let act = set(line, "node", &old, &other.to_string());
    let applied = apply(document.draft.clone(), &document.blocks, &[on(&document, 1, act)], &WORDS);
    assert_eq!(applied.placed[0].placement, Placement::Applied);
    assert_eq!(text(&applied.draft, line, "node"), other.to_string());
}
