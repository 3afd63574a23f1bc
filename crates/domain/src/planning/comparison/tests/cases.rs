// SPDX-License-Identifier: AGPL-3.0-or-later
//! Cases that people meet.

use super::drafts::orderly;
use crate::planning::comparison::{Comparison, FieldName, compare};
use crate::planning::{Node, NodeId, PlanDraft};
use ambito_base::Cents;

fn tree(nodes: &[(Option<u32>, &str, &str, &str)]) -> PlanDraft {
    let node = |&(parent, level, code, title): &(Option<u32>, &str, &str, &str)| Node {
        parent: parent.map(NodeId),
        level: Some(level.to_owned()),
        code: (!code.is_empty()).then(|| code.to_owned()),
        title: Some(title.to_owned()),
        in_body: true,
        ..Node::default()
    };
    PlanDraft { nodes: nodes.iter().map(node).collect(), ..PlanDraft::default() }
}

fn lines(comparison: &Comparison<'_>) -> Vec<String> {
    let line = |change: &super::super::Change<'_>| {
        let field = change.field.map_or("", FieldName::word);
        let value = |value: &super::super::Value<'_>| value.pinned().unwrap_or_default().into_owned();
        format!("{} {} {} {}→{}", change.kind.word(), change.label, field, value(&change.old), value(&change.new))
    };
    comparison.changes.iter().map(line).collect()
}

fn check(old: &PlanDraft, new: &PlanDraft, expected: &[&str]) {
    assert_eq!(lines(&compare(old, new)), expected);
}

#[test]
fn codes_move_with_the_plans_year() {
    let old = tree(&[(None, "progetto", "2021_PD_8501", "Casa"), (Some(0), "obiettivo", "2021_OB_8501_1", "Aprire")]);
    let new = tree(&[(None, "progetto", "2022_PD_8501", "Casa"), (Some(0), "obiettivo", "2022_OB_8501_1", "Chiudere")]);
    check(&old, &new, &["changed 2022_OB_8501_1 Chiudere title Aprire→Chiudere"]);
}

#[test]
fn an_inserted_number_renumbers_the_others() {
    let old = tree(&[(None, "azione", "1", "Domicilio"), (None, "azione", "2", "Sportello")]);
    let new = tree(&[
        (None, "azione", "1", "Domicilio"),
        (None, "azione", "2", "Tirocini"),
        (None, "azione", "3", "Sportello"),
    ]);
    check(&old, &new, &["added 2 Tirocini  →", "changed 3 Sportello code 2→3"]);
}

#[test]
fn a_renamed_node_keeps_what_hangs_from_it() {
    let old = tree(&[
        (None, "area", "", "Anziani"),
        (Some(0), "azione", "", "Assistenza domiciliare"),
        (Some(0), "azione", "", "Centri diurni"),
    ]);
    let mut new = old.clone();
    new.nodes[0].title = Some("Longevità attiva".to_owned());
    check(&old, &new, &["changed Longevità attiva title Anziani→Longevità attiva"]);
}

#[test]
fn a_title_that_is_alike_is_the_same_node() {
    let old =
        tree(&[(None, "azione", "", "Percorsi di sostegno per le famiglie fragili"), (None, "azione", "", "Altro")]);
    let new =
        tree(&[(None, "azione", "", "Percorsi di sostegno per le famiglie più fragili"), (None, "azione", "", "Casa")]);
    let told = lines(&compare(&old, &new));
    assert_eq!(told.len(), 3, "{told:?}");
    assert!(told.iter().any(|line| line.contains("title Percorsi")), "{told:?}");
}

#[test]
fn two_nodes_of_one_code_are_told_apart_by_title() {
    let old = tree(&[(None, "obiettivo", "OB_1", "Prima"), (None, "obiettivo", "OB_1", "Seconda")]);
    let new = tree(&[(None, "obiettivo", "OB_1", "Seconda"), (None, "obiettivo", "OB_1", "Prima")]);
    check(&old, &new, &[]);
}

#[test]
fn a_node_that_moved_says_where_from() {
    let old =
        tree(&[(None, "area", "", "Anziani"), (None, "area", "", "Minori"), (Some(0), "azione", "", "Mediazione")]);
    let mut new = old.clone();
    new.nodes[2].parent = Some(NodeId(1));
    check(&old, &new, &["changed Mediazione parent Anziani→Minori"]);
}

#[test]
fn a_removed_node_takes_its_records_along() {
    let old = orderly(3);
    let mut new = orderly(2);
    new.budget_lines[0].amount = Some(Cents::new(12_345));
    let comparison = compare(&old, &new);
    let counts = comparison.counts();
    assert_eq!((counts.changed, counts.added), (1, 0));
    assert!(counts.removed > 10);
    let changed = comparison.changes.iter().find(|change| change.field.is_some()).expect("one value changed");
    assert_eq!(changed.difference(), Some(Cents::new(12_345)));
    assert_eq!(comparison.path(changed), ["2026_OB_0_1 nodo zeronodo".replace("zero", "uno")]);
}
