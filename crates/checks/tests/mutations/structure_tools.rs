// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the mutations of sheets, tables and words share: the documents, the labels of their sheets, ways to change them.

use crate::support::{Lines, Random};

pub const SHEETS: &str = "piano-di-zona.txt";
pub const FUNDS: &str = "programma-fondi.txt";
pub const PEG: &str = "peg-2027.txt";
pub const TARGET: &str = "Target\t";
pub const STAFF: &str = "Risorse di personale dedicate\t";
pub const CROSS: &str = "L'obiettivo è trasversale e integrato con altre aree di policy\t";
pub const CONTINUES: &str = "E' in continuità con la programmazione precedente (2024 / 2026)?\t";
pub const TOGETHER: &str = "L'intervento è coprogettato con altri attori della rete\t";
pub const NEEDS: &str = "Questo intervento a quale/i bisogno/i risponde\t";
pub const RESULTS: &str = "Quali risultati vuole raggiungere?\t";
pub const IMPACT: &str = "Quale impatto vuole raggiungere?\t";

/// Puts lines of text before the first title of a table; the line of the first.
pub fn before_table(lines: &mut Lines, text: &[&str]) -> Option<u32> {
    let caption = *lines.that(|line| line.starts_with("Tabella 1")).first()? as usize;
    let rows = text.iter().map(|line| (*line).to_owned()).chain([String::new()]);
    lines.0.splice(caption - 1..caption - 1, rows);
    u32::try_from(caption).ok()
}

/// One of the lines that begin so.
pub fn one_of(lines: &Lines, random: &mut Random, begin: &str) -> Option<u32> {
    random.one(&lines.that(|line| line.starts_with(begin)))
}

/// Gives a random field of one label another answer.
pub fn answer(lines: &mut Lines, random: &mut Random, label: &str, text: &str) -> Option<u32> {
    let row = one_of(lines, random, label)?;
    lines.set_cell(row, 1, text);
    Some(row)
}

pub fn random_text<'a>(random: &mut Random, of: &[&'a str]) -> &'a str {
    of[random.below(of.len())]
}

/// The length of the first five words of an answer.
pub fn first_words(line: &str) -> usize {
    let answer = line.split('\t').nth(1).unwrap_or("");
    let words: Vec<&str> = answer.split(' ').take(5).collect();
    if words.len() == 5 { words.join(" ").len() } else { 0 }
}

/// The line of the text of one description.
pub fn description(lines: &Lines, random: &mut Random) -> Option<u32> {
    random.one(&lines.that(|line| line == "Descrizione")).map(|line| line + 2)
}

/// A row of the timetable.
pub fn timetable_row(lines: &Lines, random: &mut Random) -> Option<u32> {
    let header = *lines.that(|line| line.starts_with("Attività\tgen")).first()?;
    Some(header + 1 + u32::try_from(random.below(5)).ok()?)
}
