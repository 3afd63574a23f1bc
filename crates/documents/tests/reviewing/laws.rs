// SPDX-License-Identifier: AGPL-3.0-or-later
//! What holds for any corrections of any document.

use crate::support::{Document, WORDS, demo, documents, on, set};
use ambito_documents::corrections::{apply, node_keys, parse, records};
use ambito_domain::planning::{NodeId, PlanDraft};
use ambito_domain::review::{Act, Correction, Placement, ReadRecord, RecordKey, RecordKind, ValueKind};
use proptest::prelude::*;
use proptest::sample::Index;
use std::collections::BTreeMap;
use std::sync::LazyLock;

static DEMO: LazyLock<Vec<(Document, Vec<ReadRecord>)>> = LazyLock::new(|| {
    let names = ["peg-2027.txt", "piano-di-zona.txt", "piano-obiettivi.md", "programma-fondi.txt"];
    names
        .iter()
        .map(|name| demo(name))
        .map(|document| (records(&document.draft), document))
        .map(|(r, d)| (d, r))
        .collect()
});

/// What is drawn: a document, and for each correction a record, a value and a number out of which the new value is made.
fn drawn() -> impl Strategy<Value = (Index, Vec<(Index, Index, u32)>)> {
    (any::<Index>(), proptest::collection::vec((any::<Index>(), any::<Index>(), any::<u32>()), 1..12))
}

/// A value of a kind, other for other numbers.
fn value(kind: ValueKind, field: &str, number: u32, keys: &[RecordKey]) -> String {
    match kind {
        ValueKind::Money => format!("{},{:02}", 1 + number % 900, number % 100),
        ValueKind::Date => format!("{:02}/{:02}/2027", 1 + number % 28, 1 + number % 12),
        ValueKind::Percent => format!("{},5", number % 100),
        ValueKind::Number => (number % 1000).to_string(),
        ValueKind::Target => format!("almeno {}", number % 1000),
        ValueKind::Choice(all) => all[number as usize % all.len()].to_owned(),
        ValueKind::Node => keys[number as usize % keys.len()].to_string(),
        ValueKind::Text if field == "marks" => format!("{}, {}", 1 + number % 3, 4 + number % 3),
        ValueKind::Text | ValueKind::LongText => format!("parole {number}"),
    }
}

/// Corrections of different fields, as they were drawn.
fn corrections(document: &Document, all: &[ReadRecord], picks: &[(Index, Index, u32)]) -> Vec<Correction> {
    let keys = node_keys(&document.draft);
    let mut acts: BTreeMap<(RecordKey, String), Act> = BTreeMap::new();
    for (record, at, number) in picks {
        let record = record.get(all);
        let one = at.get(&record.values);
        let typed = value(one.kind, &one.field, *number, &keys);
        let new = parse(record.key.kind, one.kind, &one.field, &typed).unwrap();
        let act = set(record.key, &one.field, &one.text, &new);
        acts.insert((record.key, one.field.clone()), act);
    }
    (1..).zip(acts.into_values()).map(|(number, act)| on(document, number, act)).collect()
}

/// What a field says after all.
fn said(draft: &PlanDraft, act: &Act) -> Option<String> {
    let Act::Set { record, field, .. } = act else { return None };
    let found = records(draft).into_iter().find(|found| found.key == *record)?;
    found.values.into_iter().find(|value| value.field == *field).map(|value| value.text)
}

fn whole(draft: &PlanDraft) {
    let count = draft.nodes.len();
    let fits = |id: Option<NodeId>| id.is_none_or(|id| id.index() < count);
    assert!(draft.nodes.iter().all(|node| fits(node.parent) && node.also_under.iter().all(|id| id.index() < count)));
    assert!(records(draft).iter().all(|record| fits(record.node)));
    for at in 0..count {
        let (mut upper, mut steps) = (draft.nodes[at].parent, 0);
        while let Some(id) = upper {
            (upper, steps) = (draft.node(id).parent, steps + 1);
            assert!(steps <= count, "a node hangs from itself");
        }
    }
}

#[test]
fn a_reading_without_corrections_stays_as_it_is() {
    for document in documents() {
        let same = apply(document.draft.clone(), &document.blocks, &[], &WORDS);
        assert!(same.draft == document.draft, "{}", document.name);
        // Corrections that say what was read.
        let all = records(&document.draft);
        let acts = all.iter().flat_map(|record| {
            record.values.iter().map(|one| set(record.key, &one.field, &one.text, &one.text)).collect::<Vec<_>>()
        });
        let corrections: Vec<Correction> = (1..).zip(acts).map(|(number, act)| on(&document, number, act)).collect();
        let same = apply(document.draft.clone(), &document.blocks, &corrections, &WORDS);
        assert!(same.draft == document.draft, "{}", document.name);
        let other = same.placed.iter().position(|placed| placed.placement != Placement::Agreed);
        assert_eq!(other.map(|at| &corrections[at]), None, "{}", document.name);
    }
}

#[test]
fn values_are_typed_as_they_are_shown() {
    for document in documents() {
        for record in records(&document.draft) {
            for one in &record.values {
                // A cell may hold words where an amount is expected.
                let Ok(once) = parse(record.key.kind, one.kind, &one.field, &one.text) else { continue };
                assert_eq!(parse(record.key.kind, one.kind, &one.field, &once).as_ref(), Ok(&once), "{one:?}");
                if !matches!(one.kind, ValueKind::Text | ValueKind::LongText | ValueKind::Target) {
                    assert_eq!(once, one.text, "{}: {:?} {one:?}", document.name, record.key);
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_corrected_value_is_read_back((document, picks) in drawn()) {
        let (document, all) = document.get(&DEMO);
        let corrections = corrections(document, all, &picks);
        let applied = apply(document.draft.clone(), &document.blocks, &corrections, &WORDS);
        whole(&applied.draft);
        for (correction, placed) in corrections.iter().zip(&applied.placed) {
            let Act::Set { new, field, .. } = &correction.act else { unreachable!() };
            if placed.placement == Placement::Lost {
                prop_assert_eq!(field.as_str(), "node", "{:?}", correction);
            } else {
                prop_assert_eq!(said(&applied.draft, &correction.act), Some(new.clone()), "{:?}", correction);
            }
        }
    }

    #[test]
    fn once_is_enough((document, picks) in drawn()) {
        let (document, all) = document.get(&DEMO);
        let corrections = corrections(document, all, &picks);
        let once = apply(document.draft.clone(), &document.blocks, &corrections, &WORDS);
        let twice = apply(once.draft.clone(), &document.blocks, &corrections, &WORDS);
        prop_assert!(twice.draft == once.draft, "{:?}", corrections);
    }

    #[test]
    fn the_order_of_different_fields_does_not_matter((document, picks) in drawn(), seed in any::<Index>()) {
        let (document, all) = document.get(&DEMO);
        let corrections = corrections(document, all, &picks);
        let mut turned = corrections.clone();
        turned.rotate_left(seed.index(corrections.len()));
        turned.reverse();
        let one = apply(document.draft.clone(), &document.blocks, &corrections, &WORDS);
        let other = apply(document.draft.clone(), &document.blocks, &turned, &WORDS);
        prop_assert!(one.draft == other.draft);
    }

    #[test]
    fn lines_before_do_not_lose_corrections((document, picks) in drawn(), more in 1..40_u32) {
        let (document, all) = document.get(&DEMO);
        // The values of the document's front have no line of their own; nodes are named by theirs.
        let own: Vec<ReadRecord> = all.iter().filter(|record| record.key.kind != RecordKind::Document).cloned().collect();
        let corrections: Vec<Correction> = corrections(document, &own, &picks)
            .into_iter()
            .filter(|one| !matches!(&one.act, Act::Set { field, .. } if field == "node"))
            .collect();
        let mut text = "Nota di accompagnamento dell'ufficio.\n".repeat(more as usize);
        text.push_str(&document.blocks.text);
        let later = Document::of(&document.name, &text);
        let applied = apply(later.draft.clone(), &later.blocks, &corrections, &WORDS);
        whole(&applied.draft);
        let kept = applied.placed.iter().filter(|placed| placed.placement != Placement::Lost).count();
        prop_assert_eq!(kept, corrections.len());
    }

    #[test]
    fn removals_leave_a_whole_draft((document, picks) in drawn()) {
        let (document, all) = document.get(&DEMO);
        let mut corrections = corrections(document, all, &picks);
        let number = 1_000 + u32::try_from(corrections.len()).unwrap();
        for ((record, _, _), number) in picks.iter().zip(number..) {
            let record = record.get(all);
            let act = Act::Remove { record: record.key, old: ambito_documents::corrections::short(record) };
            corrections.push(on(document, number, act));
        }
        let applied = apply(document.draft.clone(), &document.blocks, &corrections, &WORDS);
        whole(&applied.draft);
        prop_assert_eq!(applied.placed.len(), corrections.len());
        prop_assert_eq!(applied.draft.coverage, document.draft.coverage);
    }
}
