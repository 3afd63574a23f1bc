// SPDX-License-Identifier: AGPL-3.0-or-later
//! What every Rust file keeps to.

use super::{Fault, House, SourceFile, Weight};
use anyhow::Result;

/// The first line of every Rust file.
const LICENCE_LINE: &str = "// SPDX-License-Identifier: AGPL-3.0-or-later";
/// Look twice at a file of more lines than these.
const LINES_WARN: usize = 400;
/// A file of more lines than these is split.
const LINES_MAX: usize = 700;

/// What may not stand in a file, put together here so that this file does not name it, and what to do instead.
const PROMISES: &[(&str, &str)] = &[
    (concat!("[al", "low("), "say `#[expect(lint, reason = \"…\")]`"),
    (concat!("to", "do!"), "write it, or leave it out"),
    (concat!("unimpl", "emented!"), "write it, or leave it out"),
    (concat!("TO", "DO"), "do it, or file an issue"),
    (concat!("FIX", "ME"), "mend it, or file an issue"),
    (concat!("db", "g!"), "take it away"),
    (concat!("#[ig", "nore"), "a test runs or does not exist"),
];

/// Every file opens with its licence and says what it is for.
pub fn opens_with_licence_and_doc(house: &House) -> Result<Vec<Fault>> {
    let mut faults = Vec::new();
    for file in house.files.iter().filter(|file| file.is_rust()) {
        if file.text.lines().next() != Some(LICENCE_LINE) {
            faults.push(file.fault(1, format!("the first line must be `{LICENCE_LINE}`")));
        }
        if !file.text.lines().any(|line| line.starts_with("//!")) {
            faults.push(file.fault(2, "a module opens with `//!`: what it is for, its invariants, what it leaves out"));
        }
    }
    Ok(faults)
}

/// A file is one thing, and short.
pub fn is_short(house: &House) -> Result<Vec<Fault>> {
    let mut faults = Vec::new();
    for file in house.files.iter().filter(|file| file.is_rust()) {
        let count = file.text.lines().count();
        let message = format!("{count} lines: would a reader want it split by meaning?");
        if count > LINES_MAX {
            faults.push(file.fault(count, format!("{message} The limit is {LINES_MAX}")));
        } else if count > LINES_WARN {
            faults.push(Fault { weight: Weight::Warning, ..file.fault(count, message) });
        }
    }
    Ok(faults)
}

/// Nothing is promised for later, and no lint is silenced without a reason.
pub fn promises_nothing(house: &House) -> Result<Vec<Fault>> {
    let mut faults = Vec::new();
    for file in house.files.iter().filter(|file| file.is_rust()) {
        for (number, line) in file.lines() {
            for (word, advice) in PROMISES {
                if has_word(line, word) {
                    faults.push(file.fault(number, format!("`{word}` may not stay: {advice}")));
                }
            }
        }
    }
    Ok(faults)
}

/// Bytes come in as bytes: only `intake` and the binary open files, only `web` and the binary know addresses of a network;
/// `testbed` starts servers and is no part of the program.
pub fn only_intake_reads_files(house: &House) -> Result<Vec<Fault>> {
    let message = |word: &str| format!("`{word}` outside intake and the binary: let intake read and pass the bytes");
    let mut faults = in_code(house, &["ambito", "intake", "testbed"], &["std::fs", "fs::read", "File::open"], message);
    let message = |word: &str| format!("`{word}` outside the rooms that listen: the binary and web");
    faults.extend(in_code(house, &["ambito", "web", "testbed"], &["std::net"], message));
    Ok(faults)
}

/// Time comes in as a parameter.
pub fn time_is_a_parameter(house: &House) -> Result<Vec<Fault>> {
    let message = |word: &str| format!("`{word}` outside the binary: take the time as a parameter");
    Ok(in_code(house, &["ambito"], &["SystemTime", "Instant", "Zoned::now", "Timestamp::now"], message))
}

/// Files of rooms that are bound which speak to a library that measures in floating point, each with clippy's `expect`
/// and its reason: nothing of it leaves them, or is more than the ratio of a picture.
const MAY_FLOAT: &[&str] = &[
    "crates/decoder/src/device.rs",
    "crates/decoder/src/file.rs",
    "crates/decoder/src/measure.rs",
    "crates/decoder/src/scan.rs",
];

/// Money and measures never float.
pub fn money_never_floats(house: &House) -> Result<Vec<Fault>> {
    let message = |word: &str| format!("`{word}`: use Cents, Share or Decimal of ambito-base");
    let free = ["ambito", "exchange", "findings", "i18n", "intake"];
    let mut faults = in_code(house, &free, &[concat!("f", "32"), concat!("f", "64")], message);
    faults.retain(|fault| !MAY_FLOAT.iter().any(|file| fault.place.split(':').next() == Some(*file)));
    Ok(faults)
}

/// Words in the code of crates that are not free of a rule; comments and tests are left out.
fn in_code(house: &House, free: &[&str], words: &[&str], message: impl Fn(&str) -> String) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in house.files.iter().filter(|file| file.is_rust()) {
        let bound = room(file).is_some_and(|room| !free.contains(&room));
        for (number, line) in file.lines().take_while(|(_, line)| !line.starts_with("#[cfg(test)]")) {
            let code = line.split("//").next().unwrap_or_default();
            for word in words.iter().filter(|word| bound && has_word(code, word)) {
                faults.push(file.fault(number, message(word)));
            }
        }
    }
    faults
}

/// The crate whose shipped source a file is; none for tests and benchmarks.
fn room(file: &SourceFile) -> Option<&str> {
    let (room, rest) = file.path.strip_prefix("crates/")?.split_once('/')?;
    (rest.starts_with("src/") && !rest.ends_with("/tests.rs") && !rest.contains("/tests/")).then_some(room)
}

/// Whether a text stands in a line and is not a part of a longer word.
fn has_word(line: &str, word: &str) -> bool {
    let part = |char: char| char.is_alphanumeric() || char == '_';
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + word.len()..].chars().next();
        let opens = word.starts_with(part) && before.is_some_and(part);
        let closes = word.ends_with(part) && after.is_some_and(part);
        !opens && !closes
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::{places, sample};

    #[test]
    fn asks_for_licence_and_doc() {
        let good = format!("{LICENCE_LINE}\n//! Words.\n");
        let house = sample(&[("a.rs", &good), ("b.rs", "//! Words.\n"), ("c.rs", LICENCE_LINE), ("d.txt", "")]);
        assert_eq!(places(opens_with_licence_and_doc, &house), ["b.rs:1", "c.rs:2"]);
    }

    #[test]
    fn measures_length() {
        let long = "x\n".repeat(LINES_MAX + 1);
        let middle = "x\n".repeat(LINES_WARN + 1);
        let house = sample(&[("a.rs", &long), ("b.rs", &middle), ("c.rs", "x")]);
        let faults = is_short(&house).unwrap();
        let weights: Vec<Weight> = faults.iter().map(|fault| fault.weight).collect();
        assert_eq!(weights, [Weight::Error, Weight::Warning]);
    }

    #[test]
    fn finds_promises_but_not_inside_words() {
        let words: Vec<&str> = PROMISES.iter().map(|(word, _)| *word).collect();
        let text = format!("{}\nMETODO {}S\n", words.join("\n"), words[3]);
        let found = places(promises_nothing, &sample(&[("a.rs", &text)]));
        assert_eq!(found.len(), PROMISES.len(), "{found:?}");
    }

    #[test]
    fn files_are_opened_in_two_rooms() {
        let text = "use std::fs;\n// std::fs is elsewhere\n#[cfg(test)]\nuse std::fs;\n";
        let house = sample(&[
            ("crates/intake/src/lib.rs", text),
            ("crates/documents/src/lib.rs", text),
            ("crates/documents/tests/real.rs", text),
            ("xtask/src/main.rs", text),
        ]);
        assert_eq!(places(only_intake_reads_files, &house), ["crates/documents/src/lib.rs:1"]);
    }

    #[test]
    fn clocks_and_floats_stay_outside() {
        let float = concat!("let x: f", "64 = read();");
        let house = sample(&[
            ("crates/domain/src/lib.rs", float),
            ("crates/exchange/src/lib.rs", float),
            ("crates/decoder/src/measure.rs", float),
            ("crates/decoder/src/worker.rs", float),
            ("crates/base/src/lib.rs", "let start = Instant::now();\nlet instantly = 1;"),
            ("crates/ambito/src/main.rs", "let start = Instant::now();"),
        ]);
        assert_eq!(
            places(money_never_floats, &house),
            ["crates/domain/src/lib.rs:1", "crates/decoder/src/worker.rs:1"]
        );
        assert_eq!(places(time_is_a_parameter, &house), ["crates/base/src/lib.rs:1"]);
    }
}
