// SPDX-License-Identifier: AGPL-3.0-or-later
//! Any text can be checked: lines of the demonstration in any order, cut and joined anywhere. Nothing panics, every
//! place is inside the document, every message is worded whole, and the same text gives the same findings.

use super::support::{demo, findings};
use proptest::prelude::*;
use std::sync::LazyLock;

const NAMES: [&str; 5] =
    ["peg-2027.txt", "piano-di-zona.txt", "piano-obiettivi.md", "programma-fondi.txt", "programmi-finalizzati.txt"];

static LINES: LazyLock<Vec<String>> =
    LazyLock::new(|| NAMES.iter().flat_map(|name| demo(name).lines().map(str::to_owned).collect::<Vec<_>>()).collect());

/// How a line is damaged.
#[derive(Clone, Copy, Debug)]
enum Damage {
    None,
    Cut(usize),
    Doubled,
    Dots,
    Cells,
}

fn damage() -> impl Strategy<Value = Damage> {
    prop_oneof![
        6 => Just(Damage::None),
        1 => (0usize..200).prop_map(Damage::Cut),
        1 => Just(Damage::Doubled),
        1 => Just(Damage::Dots),
        1 => Just(Damage::Cells),
    ]
}

fn damaged(line: &str, damage: Damage) -> String {
    match damage {
        Damage::None => line.to_owned(),
        Damage::Cut(at) => line.chars().take(at).collect(),
        Damage::Doubled => format!("{line}\t{line}"),
        Damage::Dots => line.replace(['.', ','], "9"),
        Damage::Cells => line.split('\t').rev().collect::<Vec<_>>().join("\t"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn can_be_checked(picked in prop::collection::vec((0usize..2_000, damage()), 1..160), run in 1usize..12) {
        let lines: Vec<String> = picked
            .iter()
            // Stretches of lines that belong together, so that tables and sheets are met.
            .flat_map(|(at, damage)| (0..run).map(move |next| damaged(&LINES[(at + next) % LINES.len()], *damage)))
            .collect();
        let text = lines.join("\n");
        // A document without one word is refused before it is read; intake's own tests hold that.
        prop_assume!(!text.trim().is_empty());
        let found = findings("a.txt", &text);
        for finding in &found {
            let span = finding.span.unwrap();
            prop_assert!(span.line >= 1 && span.line <= lines.len(), "{finding:?}");
            let width = lines[span.line - 1].chars().count() + 1;
            prop_assert!(span.column <= span.end_column && span.end_column <= width.max(2), "{finding:?}");
            prop_assert!(!finding.message.contains(['{', '}']), "{finding:?}");
            prop_assert!(finding.related.iter().all(|other| other.line >= 1 && other.line <= lines.len()));
        }
        prop_assert_eq!(&found, &findings("a.txt", &text));
    }
}
