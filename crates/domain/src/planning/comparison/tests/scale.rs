// SPDX-License-Identifier: AGPL-3.0-or-later
//! Large readings: the work must not grow with the square of the records. No clock: a square would take hours.

use super::drafts::orderly;
use crate::planning::comparison::compare;

#[test]
fn many_records_with_other_names() {
    let old = orderly(2_000);
    let mut new = orderly(2_000);
    for (at, indicator) in new.indicators.iter_mut().enumerate() {
        indicator.node = None;
        indicator.title = format!("Nuovo indicatore numero {at} di tutti");
    }
    new.nodes.iter_mut().skip(1).for_each(|node| node.title = Some(format!("Azione di riparto {}", node.line)));
    let counts = compare(&old, &new).counts();
    assert_eq!(counts.added, counts.removed);
}

#[test]
fn many_equal_records() {
    let mut old = orderly(1);
    let one = old.budget_lines[0].clone();
    old.budget_lines = vec![one; 20_000];
    let mut new = old.clone();
    for (at, line) in new.budget_lines.iter_mut().enumerate() {
        line.title = format!("Spese per il servizio {at}");
    }
    assert_eq!(compare(&old, &old).changes, []);
    assert_eq!(compare(&old, &new).counts().changed, 20_000);
}
