// SPDX-License-Identifier: AGPL-3.0-or-later
//! Large inputs for the benchmark: the demonstration documents again and again, each time with other codes, titles
//! and amounts, so that nothing can be answered from what was read before.
//!
//! Invariants: the same size gives the same bytes; every copy is as valid as the document; a file is written piece by
//! piece, since what this process holds in memory would count as the measured program's own (a child begins as a copy
//! of its parent).

use anyhow::{Context, Result};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

/// A family of documents: the demonstration document, and how one copy differs from the next.
pub struct Family {
    /// Short name, for the table.
    pub name: &'static str,
    /// File name in `demo/documenti`.
    pub file: &'static str,
    /// Codes that change: a run of digits right after `before` grows by `step` with every copy.
    codes: &'static [Code],
    /// What begins a title; the copy's number is written at the end of it.
    title: Title,
}

/// A code inside a text.
struct Code {
    before: &'static str,
    step: u64,
}

/// Which lines are titles to tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Title {
    /// None: codes are enough.
    None,
    /// Lines that begin with `## `.
    Heading,
    /// Lines that end with an amount in brackets.
    BeforeAmount,
}

const fn code(before: &'static str, step: u64) -> Code {
    Code { before, step }
}

/// The five families; the first is the one measured at every size.
pub const FAMILIES: &[Family] = &[
    Family {
        name: "peg",
        file: "peg-2027.txt",
        codes: &[
            code("_PD_", 200),
            code("_PG_", 200),
            code("_OB_", 200),
            code("\nP_", 200),
            code("\nM_", 200),
            code("\nO_", 200),
            code("\nG_", 200),
        ],
        title: Title::None,
    },
    Family {
        name: "zone_plan",
        file: "piano-di-zona.txt",
        codes: &[code("Obiettivo ", 6), code("Azione ", 10)],
        title: Title::None,
    },
    Family { name: "objectives_plan", file: "piano-obiettivi.md", codes: &[code("Q0", 1)], title: Title::Heading },
    Family {
        name: "fund_programme",
        file: "programma-fondi.txt",
        codes: &[
            code("\n", 1),
            code("\t", 1),
            code("totale ", 1),
            code("totale programma ", 1),
            code("Intervento: ", 1),
        ],
        title: Title::None,
    },
    Family { name: "targeted_programmes", file: "programmi-finalizzati.txt", codes: &[], title: Title::BeforeAmount },
];

/// Writes copies of a document until the file has at least `bytes`, and gives its true size.
pub fn write(family: &Family, demo: &Path, to: &Path, bytes: u64, first_copy: u64) -> Result<u64> {
    let source = demo.join(family.file);
    let text = std::fs::read_to_string(&source).with_context(|| format!("{} cannot be read", source.display()))?;
    let file = File::create(to).with_context(|| format!("{} cannot be written", to.display()))?;
    let mut file = BufWriter::new(file);
    let mut written = 0u64;
    let mut copy = first_copy;
    while written < bytes {
        let piece = vary(family, &text, copy);
        file.write_all(piece.as_bytes()).and_then(|()| file.write_all(b"\n"))?;
        written += piece.len() as u64 + 1;
        copy += 1;
    }
    file.flush()?;
    Ok(written)
}

/// One copy: codes and titles moved on by its number, amounts multiplied.
fn vary(family: &Family, text: &str, copy: u64) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for line in text.split_inclusive('\n') {
        let begins = out.len();
        vary_line(family, line, copy, &mut out);
        match family.title {
            Title::Heading if line.starts_with("## ") => {
                out.truncate(out.trim_end().len());
                out.push_str(&format!(" – {copy}\n"));
            }
            Title::BeforeAmount if line.trim_end().ends_with("euro)") => {
                if let Some(at) = out[begins..].find(" (") {
                    out.insert_str(begins + at, &format!(" – {copy}"));
                }
            }
            Title::None | Title::Heading | Title::BeforeAmount => {}
        }
    }
    out
}

fn vary_line(family: &Family, line: &str, copy: u64, out: &mut String) {
    let bytes = line.as_bytes();
    let mut at = 0;
    while at < line.len() {
        if !bytes[at].is_ascii_digit() {
            let end = bytes[at..].iter().position(u8::is_ascii_digit).map_or(line.len(), |found| at + found);
            out.push_str(&line[at..end]);
            at = end;
            continue;
        }
        let end = end_of_number(bytes, at);
        let number = &line[at..end];
        // A share above 100% would be no share.
        let share = line[end..].trim_start().starts_with('%');
        if let Some(cents) = amount(number).filter(|_| !share) {
            // A multiple: what adds up in the document adds up in every copy.
            out.push_str(&printed(cents * (copy + 1)));
        } else {
            // Only the first run of "4.1.2" is the code of the copy.
            let digits = number.bytes().take_while(u8::is_ascii_digit).count();
            out.push_str(&coded(family, line, at, &number[..digits], copy));
            out.push_str(&number[digits..]);
        }
        at = end;
    }
}

/// A run of digits after a known text, moved on; any other as it is.
fn coded(family: &Family, line: &str, at: usize, digits: &str, copy: u64) -> String {
    let follows = |code: &&Code| match code.before.strip_prefix('\n') {
        Some(start) => line[..at] == *start,
        None => line[..at].ends_with(code.before),
    };
    match (family.codes.iter().find(follows), digits.parse::<u64>()) {
        (Some(code), Ok(value)) => format!("{:0width$}", value + copy * code.step, width = digits.len()),
        _ => digits.to_owned(),
    }
}

/// Where a number with its marks ends: marks count only between digits.
fn end_of_number(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    while at < bytes.len() {
        let digit = bytes[at].is_ascii_digit();
        let mark = matches!(bytes[at], b'.' | b',') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
        if !digit && !mark {
            break;
        }
        at += 1;
    }
    at
}

/// The cents of a number printed with thousands and two decimals; other numbers are no amounts here.
fn amount(number: &str) -> Option<u64> {
    let (whole, decimals) = number.split_once(',')?;
    let mut groups = whole.split('.');
    let first = groups.next()?.len();
    let grouped = (1..=3).contains(&first) && groups.all(|group| group.len() == 3);
    if !grouped || decimals.len() != 2 {
        return None;
    }
    format!("{}{decimals}", whole.replace('.', "")).parse().ok()
}

fn printed(cents: u64) -> String {
    let mut whole = (cents / 100).to_string();
    let mut at = whole.len();
    while at > 3 {
        at -= 3;
        whole.insert(at, '.');
    }
    format!("{whole},{:02}", cents % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_copy_has_other_codes_and_amounts() {
        let check = |family: usize, line: &str, expected: &str| {
            assert_eq!(vary(&FAMILIES[family], line, 3), expected, "{}", FAMILIES[family].name);
        };
        check(0, "\t2027_PD_1101\tUfficio\t250.750,00\t52,14 %\n", "\t2027_PD_1701\tUfficio\t1.003.000,00\t52,14 %\n");
        check(0, "P_1101_1_1\tentro il\t31/03/2027\n", "P_1701_1_1\tentro il\t31/03/2027\n");
        check(1, "Obiettivo 2 Sostenere\t3\tAzione 3 Sportello\n", "Obiettivo 20 Sostenere\t3\tAzione 33 Sportello\n");
        check(2, "## Parlare chiaro\n", "## Parlare chiaro – 3\n");
        check(
            3,
            "4.1\tServizi\t4.1.1\tFSE - 11.2.1\t1.800.000,00\n",
            "7.1\tServizi\t7.1.1\tFSE - 11.2.1\t7.200.000,00\n",
        );
        check(4, "Muoversi per tutti (900 mila euro)\n", "Muoversi per tutti – 3 (900 mila euro)\n");
    }

    #[test]
    fn the_first_copy_is_the_document() {
        for family in FAMILIES.iter().filter(|family| family.title == Title::None) {
            let path = crate::house::root().join("demo/documenti").join(family.file);
            let text = std::fs::read_to_string(path).unwrap();
            assert_eq!(vary(family, &text, 0), text, "{}", family.file);
        }
    }
}
