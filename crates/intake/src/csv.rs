// SPDX-License-Identifier: AGPL-3.0-or-later
//! Values separated by commas, semicolons or tabs, with quotes. A value that is quoted over several lines makes the
//! later ones `Joined`. A line with one value only is prose: offices write titles above their tables.

use ambito_documents::blocks::{Blocks, Format, LineKind, Span};
use memchr::{memchr, memchr_iter, memchr2};

use crate::builder::Builder;
use crate::form::trimmed;
use crate::limits::{QUOTED_BYTES_MAX, QUOTED_LINES_MAX, SNIFF_LINES};
use crate::text::unify_ends;

/// Reads values that this byte separates.
#[must_use]
pub fn read(text: String, separator: u8, format: Format) -> Blocks {
    let text = unify_ends(text);
    let mut builder = Builder::new(&text);
    let mut start = 0;
    let mut place = 1;
    while start < text.len() {
        let (behind, lines) = record(&mut builder, start, place, separator);
        start = behind;
        place += lines;
    }
    let made = builder.made();
    made.into_blocks(format, text)
}

/// What separates the values of a file named as CSV: the mark that most lines have equally often.
#[must_use]
pub fn separator_of(text: &str) -> u8 {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(SNIFF_LINES).collect();
    let mut best = (0, b';');
    for separator in [b';', b'\t', b','] {
        let alike = steady_lines(&lines, separator).1;
        if alike > best.0 {
            best = (alike, separator);
        }
    }
    best.1
}

/// Whether a text without an extension that says so is separated by semicolons: at least three lines and most of them
/// with the same count, at least two, that stand without blanks behind, as in no prose.
#[must_use]
pub fn is_semicolons(text: &str) -> bool {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(SNIFF_LINES).collect();
    if lines.iter().any(|line| line.contains('\t')) {
        return false;
    }
    let (count, alike) = steady_lines(&lines, b';');
    let all: usize = lines.iter().map(|line| memchr_iter(b';', line.as_bytes()).count()).sum();
    let like_prose: usize = lines.iter().map(|line| line.matches("; ").count()).sum();
    count >= 2 && alike >= 3 && alike * 5 >= lines.len() * 4 && like_prose * 4 <= all
}

/// The count of separators outside quotes that most lines share, and how many lines share it.
fn steady_lines(lines: &[&str], separator: u8) -> (usize, usize) {
    let mut counts: Vec<usize> = lines.iter().map(|line| separators_in(line, separator)).filter(|&n| n > 0).collect();
    counts.sort_unstable();
    counts
        .chunk_by(|a, b| a == b)
        .map(|same| (same.first().copied().unwrap_or(0), same.len()))
        .max_by_key(|same| same.1)
        .unwrap_or((0, 0))
}

fn separators_in(line: &str, separator: u8) -> usize {
    let mut quoted = false;
    let mut count = 0;
    for byte in line.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            byte if byte == separator && !quoted => count += 1,
            _ => {}
        }
    }
    count
}

/// Reads one record; gives the byte behind it and how many lines of the file it took.
fn record(builder: &mut Builder<'_>, start: usize, place: u32, separator: u8) -> (usize, u32) {
    let text = builder.source;
    let bytes = text.as_bytes();
    let cells_from = builder.cells.len();
    let mut at = start;
    let end = loop {
        if let Some((cell, behind)) = quoted(builder, at, separator) {
            builder.cells.push(cell);
            at = behind;
        } else {
            let behind =
                bytes.get(at..).and_then(|rest| memchr2(separator, b'\n', rest)).map_or(bytes.len(), |n| at + n);
            builder.cells.push(trimmed(text, at, behind));
            at = behind;
        }
        if bytes.get(at) == Some(&separator) {
            at += 1;
        } else {
            break at;
        }
    };
    finish(builder, start, end, place, cells_from);
    let lines = bytes.get(start..end).map_or(0, |record| memchr_iter(b'\n', record).count());
    (end + 1, u32::try_from(lines).unwrap_or(0) + 1)
}

/// Adds the lines of a record: the first as a row, prose or blank, the others joined to it.
fn finish(builder: &mut Builder<'_>, start: usize, end: usize, place: u32, cells_from: usize) {
    let text = builder.source;
    let mut line_start = start;
    for (offset, line) in (0..).zip(text.get(start..end).unwrap_or("").split('\n')) {
        let span = trimmed(text, line_start, line_start + line.len());
        line_start += line.len() + 1;
        if offset > 0 {
            builder.line(place + offset, span, LineKind::Joined);
            continue;
        }
        let filled =
            builder.cells.get(cells_from..).unwrap_or(&[]).iter().filter(|cell| cell.start < cell.end).copied();
        let filled: Vec<Span> = filled.take(2).collect();
        match filled.as_slice() {
            [] => {
                builder.cells.truncate(cells_from);
                builder.line(place, span, LineKind::Blank);
            }
            [only] => {
                builder.cells.truncate(cells_from);
                builder.line(place, *only, LineKind::Prose);
            }
            _ => builder.row(place, span, cells_from),
        }
    }
}

/// Reads a quoted value that begins here (blanks before the quote are forgiven); gives its text and the byte behind it.
/// A quote that is not closed within the limits, or has text behind it, is a character like any other.
fn quoted(builder: &mut Builder<'_>, at: usize, separator: u8) -> Option<(Span, usize)> {
    let text = builder.source;
    let bytes = text.as_bytes();
    let blanks = bytes.get(at..)?.iter().take_while(|&&byte| byte == b' ').count();
    let open = at + blanks;
    if bytes.get(open) != Some(&b'"') {
        return None;
    }
    let limit = bytes.len().min(open + QUOTED_BYTES_MAX);
    let mut from = open + 1;
    let close = loop {
        let quote = from + memchr(b'"', bytes.get(from..limit)?)?;
        if bytes.get(quote + 1) != Some(&b'"') {
            break quote;
        }
        from = quote + 2;
    };
    let behind = close + 1 + bytes.get(close + 1..)?.iter().take_while(|&&byte| matches!(byte, b' ' | b'\r')).count();
    let value = text.get(open + 1..close)?;
    let is_whole = bytes.get(behind).is_none_or(|&byte| byte == separator || byte == b'\n');
    if !is_whole || memchr_iter(b'\n', value.as_bytes()).count() > QUOTED_LINES_MAX {
        return None;
    }
    let span = if value.contains(['\n', '"']) {
        let words: Vec<&str> = value.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()).collect();
        builder.write(&words.join(" ").replace("\"\"", "\""))
    } else {
        trimmed(text, open + 1, close)
    };
    Some((span, behind))
}
