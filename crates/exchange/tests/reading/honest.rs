// SPDX-License-Identifier: AGPL-3.0-or-later
//! The coverage is honest: changing a digit of a line that counts as read changes the JSON.
//!
//! Lines that are kept as text or listed as unread are in the JSON as they stand, so any line that is not blank may
//! be chosen; the few that rightly say nothing are listed in [`SILENT`].

use super::support::{DEMO, Numbers, REAL, Source, demo, real};
use std::collections::BTreeSet;

/// How many digits are changed in one document.
const CHANGES: usize = 200;

/// Lines with digits and without a value: document, line, reason.
const SILENT: &[(&str, u32, &str)] = &[
    (REAL[1].1, 132, REPEATED),
    (REAL[1].1, 664, REPEATED),
    (REAL[1].1, 982, REPEATED),
    (REAL[1].1, 1681, REPEATED),
    (REAL[1].1, 1848, "a heading row repeated at the top of a page, above the note of the last row"),
    (REAL[1].1, 2563, REPEATED),
];

const REPEATED: &str = "a heading row at the foot of a page, repeated at the top of the next: no row stands below it";

/// Changes digits chosen by a generator; those that leave the JSON as it is, told with their lines.
fn check(source: &Source, seed: u64) {
    let json = source.json().unwrap();
    let text = source.text();
    let digits: Vec<(usize, u32)> = (1..)
        .zip(text.split_inclusive('\n'))
        .scan(0, |start, (number, line)| {
            let from = *start;
            *start += line.len();
            Some(
                line.bytes()
                    .enumerate()
                    .filter(|(_, byte)| byte.is_ascii_digit())
                    .map(move |(at, _)| (from + at, number)),
            )
        })
        .flatten()
        .collect();
    let lines: Vec<u32> = digits.iter().map(|(_, line)| *line).collect::<BTreeSet<_>>().into_iter().collect();
    let mut numbers = Numbers(seed);
    let mut told = BTreeSet::new();
    for _ in 0..CHANGES {
        // First the line, then the digit: long lines are not chosen more often.
        let line = lines[numbers.below(lines.len())];
        let there: Vec<usize> = digits.iter().filter(|(_, place)| *place == line).map(|(at, _)| *at).collect();
        let at = there[numbers.below(there.len())];
        let mut bytes = source.bytes.clone();
        bytes[at] = b'0' + (bytes[at] - b'0' + 1 + u8::try_from(numbers.below(9)).unwrap()) % 10;
        let changed = Source { name: source.name.clone(), bytes };
        let is_silent = SILENT.iter().any(|silent| (silent.0, silent.1) == (&*source.name, line));
        if !is_silent && changed.json().unwrap() == json {
            let from = text[..at].rfind('\n').map_or(0, |before| before + 1);
            let end = text[at..].find('\n').map_or(text.len(), |after| at + after);
            told.insert((line, format!("line {line}, column {}: {:.150}", at - from + 1, &text[from..end])));
        }
    }
    let told: Vec<String> = told.into_iter().map(|(_, line)| line).collect();
    assert!(told.is_empty(), "{}: changing a digit of these lines changes nothing\n{}", source.name, told.join("\n"));
}

#[test]
fn demonstration_documents() {
    for (seed, name) in (1..).zip(DEMO) {
        check(&demo(name), seed);
    }
}

#[test]
fn objectives_plan() {
    real(REAL[0].0).inspect(|source| check(source, 10));
}

#[test]
fn peg() {
    real(REAL[1].0).inspect(|source| check(source, 11));
}

#[test]
fn fund_programme() {
    real(REAL[2].0).inspect(|source| check(source, 12));
}

#[test]
fn targeted_programmes() {
    real(REAL[3].0).inspect(|source| check(source, 13));
}

#[test]
fn zone_plan() {
    real(REAL[4].0).inspect(|source| check(source, 14));
}
