// SPDX-License-Identifier: AGPL-3.0-or-later
//! Where in its line a value stands: the cell of a row, or the words of a line, that say what was read.
//!
//! A reading knows the line of a record, not the place of each value in it; here the value is looked for in what the line
//! shows, as a document prints it. Invariant: a place is told only where there is exactly one that can be meant; where
//! there is none or there are several, the line is all that is known. Deliberately absent: guessing by the order of columns.

use super::address::line_anchor;
use ambito_app::reviews::{ReviewPage, ShownRecord, ShownValue};
use ambito_documents::blocks::{Blocks, Line, LineKind};
use ambito_documents::corrections::parse;
use ambito_domain::planning::LineNo;
use ambito_domain::review::{RecordKey, RecordKind, ValueKind};
use serde::Serialize;
use std::collections::BTreeMap;
use std::ops::Range;

/// The longest text in which values are looked for, in bytes.
const TEXT_BYTES_MAX: usize = 8_000;
/// How many words a value that is no text is written in at most: `31 dicembre 2027`.
const WORDS_MAX: usize = 3;

/// A stretch of a text; one that says what was read has an anchor.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Stretch {
    pub(crate) text: String,
    pub(crate) anchor: String,
}

/// Where values stand in the lines of a window.
#[derive(Clone, Debug, Default)]
pub(crate) struct Traces {
    lines: BTreeMap<LineNo, Vec<Trace>>,
    values: BTreeMap<(RecordKey, String), String>,
}

/// A place that has an anchor.
#[derive(Clone, Debug)]
struct Trace {
    spot: Spot,
    anchor: String,
}

/// A place in a line: which of its texts, and which bytes of that.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Spot {
    cell: usize,
    range: Range<usize>,
}

/// What a line shows: the text of each of its cells, or its own.
pub(crate) fn texts<'a>(blocks: &'a Blocks, line: &Line) -> Vec<&'a str> {
    match line.kind {
        LineKind::Row => blocks.cells(line).iter().map(|cell| blocks.str(*cell).trim()).collect(),
        _ => vec![blocks.str(line.span).trim_end()],
    }
}

impl Traces {
    /// Looks for every value of a window.
    pub(crate) fn of(page: &ReviewPage) -> Self {
        let mut found: BTreeMap<LineNo, Vec<(Spot, RecordKey, String)>> = BTreeMap::new();
        for record in page.records.iter().filter(|record| record.key.kind != RecordKind::Document) {
            let line = record.key.line;
            let index = line.checked_sub(page.window.first_line).and_then(|index| usize::try_from(index).ok());
            let Some(own) = index.and_then(|index| page.blocks.lines.get(index)) else { continue };
            let texts = texts(&page.blocks, own);
            if texts.iter().map(|text| text.len()).sum::<usize>() > TEXT_BYTES_MAX {
                continue;
            }
            for (spot, field) in spots(record, &texts) {
                found.entry(line).or_default().push((spot, record.key, field));
            }
        }
        let mut traces = Self::default();
        found.into_iter().for_each(|(line, spots)| traces.settle(line, spots));
        traces
    }

    /// Gives the places of a line their anchors, in their order; one inside another is that other one.
    fn settle(&mut self, line: LineNo, mut spots: Vec<(Spot, RecordKey, String)>) {
        spots.sort_by_key(|(spot, ..)| (spot.cell, spot.range.start, usize::MAX - spot.range.end));
        let kept = self.lines.entry(line).or_default();
        for (spot, record, field) in spots {
            let last = kept.last().filter(|last| last.spot.cell == spot.cell && spot.range.start < last.spot.range.end);
            let anchor = match last {
                Some(last) if spot.range.end <= last.spot.range.end => last.anchor.clone(),
                Some(_) => continue,
                None => {
                    let anchor = format!("{}v{}", line_anchor(line), kept.len() + 1);
                    kept.push(Trace { spot, anchor: anchor.clone() });
                    anchor
                }
            };
            self.values.insert((record, field), anchor);
        }
    }

    /// The anchor of the place of a value, where it is known.
    pub(crate) fn anchor(&self, record: RecordKey, field: &str) -> Option<&str> {
        self.values.get(&(record, field.to_owned())).map(String::as_str)
    }

    /// The anchors that stand in one of the texts of a line.
    pub(crate) fn anchors(&self, line: LineNo, cell: usize) -> Vec<&str> {
        let here = self.lines.get(&line).into_iter().flatten().filter(|trace| trace.spot.cell == cell);
        here.map(|trace| trace.anchor.as_str()).collect()
    }

    /// One of the texts of a line, cut where values begin and end.
    pub(crate) fn cut(&self, line: LineNo, cell: usize, text: &str) -> Vec<Stretch> {
        let plain = |text: &str| Stretch { text: text.to_owned(), anchor: String::new() };
        let mut stretches = Vec::new();
        let mut at = 0;
        let here = self.lines.get(&line).into_iter().flatten().filter(|trace| trace.spot.cell == cell);
        for Trace { spot, anchor } in here {
            let (Some(before), Some(own)) = (text.get(at..spot.range.start), text.get(spot.range.clone())) else {
                continue;
            };
            if !before.is_empty() {
                stretches.push(plain(before));
            }
            stretches.push(Stretch { text: own.to_owned(), anchor: anchor.clone() });
            at = spot.range.end;
        }
        if let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            stretches.push(plain(rest));
        }
        stretches
    }
}

/// The places of a record's values in the texts of its line, as far as they are known.
fn spots(record: &ShownRecord, texts: &[&str]) -> Vec<(Spot, String)> {
    let looked_for = record.values.iter().filter(|value| !matches!(value.kind, ValueKind::Node | ValueKind::Choice(_)));
    looked_for
        .filter(|value| !value.read.trim().is_empty())
        .filter_map(|value| spot(record.key.kind, value, texts).map(|spot| (spot, value.field.clone())))
        .collect()
}

fn spot(record: RecordKind, value: &ShownValue, texts: &[&str]) -> Option<Spot> {
    let says = |text: &str| match value.kind {
        ValueKind::Text | ValueKind::LongText | ValueKind::Target => same(text, &value.read),
        kind => parse(record, kind, &value.field, text).is_ok_and(|said| said == value.read),
    };
    let whole = |cell: usize| Spot { cell, range: 0..texts[cell].len() };
    // Of the row of a table it is known which cell a value is.
    let named = value.field.strip_prefix("cell.").and_then(|number| number.parse::<usize>().ok()?.checked_sub(1));
    if let Some(cell) = named.filter(|cell| texts.get(*cell).is_some_and(|text| says(text))) {
        return Some(whole(cell));
    }
    let cells: Vec<usize> = (0..texts.len()).filter(|cell| says(texts[*cell])).collect();
    match cells.as_slice() {
        [] => {}
        [one] => return Some(whole(*one)),
        _ => return None,
    }
    let inside = |(cell, text): (usize, &&str)| {
        let ranges = match value.kind {
            ValueKind::Text | ValueKind::LongText | ValueKind::Target => occurrences(text, &value.read),
            _ => written(text, &says),
        };
        ranges.into_iter().map(move |range| Spot { cell, range }).collect::<Vec<_>>()
    };
    let mut found = texts.iter().enumerate().flat_map(inside);
    let first = found.next()?;
    if found.next().is_none() { Some(first) } else { None }
}

/// Whether two texts say the same but for spaces and capital letters.
fn same(left: &str, right: &str) -> bool {
    let plain = |text: &str| text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
    plain(left) == plain(right)
}

/// Where a text stands in another as whole words, but for spaces and capital letters.
fn occurrences(hay: &str, needle: &str) -> Vec<Range<usize>> {
    let needle: Vec<char> = needle.split_whitespace().collect::<Vec<_>>().join(" ").chars().collect();
    let mut found = Vec::new();
    let mut after = 0;
    for (start, _) in hay.char_indices() {
        if start < after || !is_edge(&hay[..start], &hay[start..]) {
            continue;
        }
        if let Some(end) = ends(hay, start, &needle).filter(|end| is_edge(&hay[..*end], &hay[*end..])) {
            found.push(start..end);
            after = end;
        }
    }
    found
}

/// Where a text that starts here ends, if it does.
fn ends(hay: &str, start: usize, needle: &[char]) -> Option<usize> {
    let mut at = start;
    for wanted in needle {
        let rest = &hay[at..];
        if *wanted == ' ' {
            let spaces = rest.len() - rest.trim_start().len();
            if spaces == 0 {
                return None;
            }
            at += spaces;
        } else {
            let next = rest.chars().next()?;
            if next != *wanted && !next.to_lowercase().eq(wanted.to_lowercase()) {
                return None;
            }
            at += next.len_utf8();
        }
    }
    Some(at)
}

/// Whether a word or a number may end before, or begin after, a place in a text.
fn is_edge(before: &str, after: &str) -> bool {
    let (Some(last), Some(next)) = (before.chars().next_back(), after.chars().next()) else { return true };
    if last.is_alphanumeric() && next.is_alphanumeric() {
        return false;
    }
    // `1.234,56` and `1/2027` are one number each.
    let joins = |sign: char| matches!(sign, '.' | ',' | '/' | '-' | '+' | '−');
    let is_digit = |char: Option<char>| char.is_some_and(|char| char.is_ascii_digit());
    let inner = joins(last) && next.is_ascii_digit() && is_digit(before.chars().rev().nth(1));
    let outer = joins(next) && last.is_ascii_digit() && is_digit(after.chars().nth(1));
    !(inner || outer)
}

/// Where a text has words that say a value, in as few words as can be.
fn written(text: &str, says: &dyn Fn(&str) -> bool) -> Vec<Range<usize>> {
    let start = text.as_ptr() as usize;
    let words: Vec<Range<usize>> = text
        .split_whitespace()
        .map(|word| {
            let from = word.as_ptr() as usize - start;
            from..from + word.len()
        })
        .collect();
    for count in 1..=WORDS_MAX {
        let found: Vec<Range<usize>> = words
            .windows(count)
            .filter_map(|words| {
                let range = words.first()?.start..words.last()?.end;
                bare(text, range).filter(|range| says(&text[range.clone()]))
            })
            .collect();
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

/// A stretch without the marks of the sentence around it; nothing where it has no figure.
fn bare(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let own = &text[range.clone()];
    let front = own.trim_start_matches(['(', '[', '«', '"', ':', ';', ',']);
    let from = range.start + own.len() - front.len();
    let kept = front.trim_end_matches([')', ']', '»', '"', ':', ';', ',', '.']);
    kept.contains(|char: char| char.is_ascii_digit()).then(|| from..from + kept.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(field: &str, kind: ValueKind, read: &str) -> ShownValue {
        let (text, read) = (read.to_owned(), read.to_owned());
        ShownValue { field: field.to_owned(), part: String::new(), kind, text, read, correction: None }
    }

    fn check(texts: &[&str], value: &ShownValue, expected: Option<(usize, &str)>) {
        let found = spot(RecordKind::Allocation, value, texts);
        let said = found.map(|spot| (spot.cell, &texts[spot.cell][spot.range]));
        assert_eq!(said, expected, "{} in {texts:?}", value.read);
    }

    #[test]
    fn a_value_stands_in_its_cell() {
        let row = ["FNPS 2027", "€ 430.000,00", "400.000", "30.000,00", "0", "0"];
        check(&row, &shown("total", ValueKind::Money, "430.000,00"), Some((1, "€ 430.000,00")));
        check(&row, &shown("before", ValueKind::Money, "400.000,00"), Some((2, "400.000")));
        check(&row, &shown("source", ValueKind::Text, "fnps  2027"), Some((0, "FNPS 2027")));
        check(&row, &shown("change", ValueKind::Money, "0,00"), None);
        check(&row, &shown("after", ValueKind::Money, "12,00"), None);
        check(&row, &shown("cell.6", ValueKind::Text, "0"), Some((5, "0")));
        check(&["1.2 Sportello sociale", "Sociale"], &shown("code", ValueKind::Text, "1.2"), Some((0, "1.2")));
    }

    #[test]
    fn a_value_stands_in_its_words() {
        let line = ["Entro il 31 dicembre 2027 (o 1/2028) spende 12.000 euro, di cui 1.200,00 € per 30%."];
        check(&line, &shown("to", ValueKind::Date, "31/12/2027"), Some((0, "31 dicembre 2027")));
        check(&line, &shown("amount", ValueKind::Money, "12.000,00"), Some((0, "12.000")));
        check(&line, &shown("after", ValueKind::Money, "1.200,00"), Some((0, "1.200,00")));
        check(&line, &shown("share", ValueKind::Percent, "30"), Some((0, "30%")));
        check(&line, &shown("title", ValueKind::Text, "12"), None);
        check(&line, &shown("title", ValueKind::Text, "Spende"), Some((0, "spende")));
        check(&["due e due"], &shown("title", ValueKind::Text, "due"), None);
        check(&["Città «È»"], &shown("title", ValueKind::Text, "è"), Some((0, "È")));
    }

    #[test]
    fn a_text_is_cut_where_values_stand() {
        let key = RecordKey { kind: RecordKind::Node, line: 7, ordinal: 0 };
        let spot = |range: Range<usize>| Spot { cell: 0, range };
        let mut traces = Traces::default();
        let named = |spot: Spot, field: &str| (spot, key, field.to_owned());
        traces.settle(7, vec![named(spot(4..9), "title"), named(spot(0..3), "code"), named(spot(5..6), "part")]);
        let cut = traces.cut(7, 0, "1.2 Zona!!");
        let said: Vec<(&str, &str)> = cut.iter().map(|one| (one.text.as_str(), one.anchor.as_str())).collect();
        assert_eq!(said, [("1.2", "l7v1"), (" ", ""), ("Zona!", "l7v2"), ("!", "")]);
        assert_eq!(traces.anchor(key, "part"), Some("l7v2"));
        assert_eq!(traces.anchors(7, 0), ["l7v1", "l7v2"]);
        assert_eq!(traces.cut(8, 0, "altro"), [Stretch { text: "altro".to_owned(), anchor: String::new() }]);
    }
}
