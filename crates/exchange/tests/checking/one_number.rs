// SPDX-License-Identifier: AGPL-3.0-or-later
//! One amount of a table is changed, at a random place: where another line determines it, exactly one new finding
//! names its line or relates to it; a finding that was there already may only be worded anew.

use super::support::{REAL, demo, findings, line_of, real};
use ambito_findings::Finding;
use std::collections::HashSet;

/// How many amounts of a document are changed.
const CHANGES: usize = 24;

/// A small generator of numbers (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).unwrap()
    }
}

/// The amounts with cents that are cells of their own: line (0-based) and bytes.
fn amounts(text: &str) -> Vec<(usize, usize, usize)> {
    let mut found = Vec::new();
    for (number, line) in text.split('\n').enumerate() {
        let mut at = 0;
        for cell in line.split('\t') {
            let bare = cell.trim_start_matches('-');
            let is_amount = bare.len() > 3
                && bare.as_bytes()[bare.len() - 3] == b','
                && bare.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','));
            if is_amount && line.contains('\t') {
                found.push((number, at, at + cell.len()));
            }
            at += cell.len() + 1;
        }
    }
    found
}

/// The text with another digit before the decimal mark of one amount.
fn changed(text: &str, (number, from, to): (usize, usize, usize), random: &mut Random) -> String {
    let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
    let cell = lines[number][from..to].to_owned();
    let digits: Vec<usize> = (0..cell.len() - 3).filter(|at| cell.as_bytes()[*at].is_ascii_digit()).collect();
    let at = digits[random.below(digits.len())];
    let other = (b'1' + (cell.as_bytes()[at] - b'0' + u8::try_from(random.below(8)).unwrap()) % 9) as char;
    lines[number].replace_range(from + at..from + at + 1, &other.to_string());
    lines.join("\n")
}

fn key(finding: &Finding) -> (&'static str, usize) {
    (finding.code, line_of(finding))
}

/// Changes amounts of a document; how many of the changes were found.
fn prove(name: &str, text: &str) -> (usize, usize) {
    let before: HashSet<(&str, usize)> = findings(name, text).iter().map(key).collect();
    let amounts = amounts(text);
    let mut random = Random(0x5EED_0F00 + text.len() as u64);
    let (mut told, mut tried) = (0, 0);
    for _ in 0..CHANGES.min(amounts.len()) {
        let amount = amounts[random.below(amounts.len())];
        let wrong = changed(text, amount, &mut random);
        if wrong == text {
            continue;
        }
        tried += 1;
        let line = amount.0 + 1;
        let after = findings(name, &wrong);
        let speaks =
            |finding: &&Finding| line_of(finding) == line || finding.related.iter().any(|other| other.line == line);
        let new: Vec<&Finding> = after.iter().filter(|finding| !before.contains(&key(finding))).collect();
        let messages: Vec<String> =
            new.iter().map(|finding| format!("{} {} {}", finding.code, line_of(finding), finding.message)).collect();
        assert!(new.len() <= 1 && new.iter().all(speaks), "{name}, line {line}: {messages:#?}");
        told += usize::from(after.iter().any(|finding| speaks(&finding)));
    }
    (told, tried)
}

#[test]
fn one_wrong_amount_is_one_finding() {
    let (mut told, mut tried) = (0, 0);
    let mut all: Vec<(String, String)> =
        ["peg-2027.txt", "piano-di-zona.txt", "programma-fondi.txt"].map(|name| (name.to_owned(), demo(name))).into();
    all.extend(REAL.iter().filter_map(|(number, name)| Some(((*name).to_owned(), real(number)?))));
    for (name, text) in all {
        let (found, of) = prove(&name, &text);
        told += found;
        tried += of;
    }
    // What nothing else determines cannot be found: a cost without a total, staff without a table of sources.
    assert!(told * 10 >= tried * 7, "{told} of {tried}");
}
