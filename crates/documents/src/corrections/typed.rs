// SPDX-License-Identifier: AGPL-3.0-or-later
//! What people type, understood as the documents are: Italian amounts, dates, shares.

use ambito_base::{Cents, Date, Decimal, Share, parse_date};
use ambito_domain::review::{RecordKey, RecordKind, ValueKind};

/// The longest text that a correction takes, in characters.
const LONG_TEXT_CHARS_MAX: usize = 50_000;
/// The longest value of one line, in characters.
const TEXT_CHARS_MAX: usize = 4_000;
/// The most columns that a timetable is believed to have.
const MARKS_MAX: u32 = 1_000;

/// Why what was typed cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mistyped {
    /// It is no amount.
    Money,
    /// It is no date.
    Date,
    /// It is no share.
    Percent,
    /// It is no number.
    Number,
    /// It lists no columns.
    Marks,
    /// It is none of the words.
    Choice,
    /// It names no node.
    Node,
    /// Something must stand there.
    Empty,
    /// It is too long.
    TooLong,
}

impl Mistyped {
    /// Every one.
    pub const ALL: [Self; 9] = [
        Self::Money,
        Self::Date,
        Self::Percent,
        Self::Number,
        Self::Marks,
        Self::Choice,
        Self::Node,
        Self::Empty,
        Self::TooLong,
    ];

    /// The key of its message.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Money => "mistyped-money",
            Self::Date => "mistyped-date",
            Self::Percent => "mistyped-percent",
            Self::Number => "mistyped-number",
            Self::Marks => "mistyped-marks",
            Self::Choice => "mistyped-choice",
            Self::Node => "mistyped-node",
            Self::Empty => "mistyped-empty",
            Self::TooLong => "mistyped-too-long",
        }
    }
}

/// Understands what was typed for a field of a kind of record, and gives it in the notation in which values are shown;
/// empty where nothing was typed.
///
/// # Errors
/// What is the matter with it.
pub fn parse(record: RecordKind, kind: ValueKind, field: &str, typed: &str) -> Result<String, Mistyped> {
    let text = understood(kind, field, typed)?;
    // An amount in prose is nothing without its amount, and a resource is always of one of the kinds.
    let is_required = matches!((record, field), (RecordKind::Amount, "amount") | (RecordKind::Resource, "kind"));
    if is_required && text.is_empty() { Err(Mistyped::Empty) } else { Ok(text) }
}

fn understood(kind: ValueKind, field: &str, typed: &str) -> Result<String, Mistyped> {
    let chars_max = if kind == ValueKind::LongText { LONG_TEXT_CHARS_MAX } else { TEXT_CHARS_MAX };
    if typed.chars().nth(chars_max).is_some() {
        return Err(Mistyped::TooLong);
    }
    // No database of ours takes NUL.
    let typed = typed.replace('\0', "");
    if kind == ValueKind::LongText {
        let lines: Vec<&str> = typed.lines().map(str::trim_end).collect();
        return Ok(lines.join("\n").trim().to_owned());
    }
    let line = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.is_empty() {
        return Ok(line);
    }
    match kind {
        ValueKind::Money => Cents::parse(&line).map(Cents::italian).ok_or(Mistyped::Money),
        ValueKind::Date => parse_date(&line, None).map(italian_date).ok_or(Mistyped::Date),
        ValueKind::Percent => Share::parse(&line).map(Share::italian).ok_or(Mistyped::Percent),
        ValueKind::Number => {
            Decimal::parse(&line).map(|number| italian_number(&number.to_string())).ok_or(Mistyped::Number)
        }
        ValueKind::Choice(all) => all.contains(&line.as_str()).then_some(line).ok_or(Mistyped::Choice),
        ValueKind::Node => match line.parse::<RecordKey>() {
            Ok(key) if key.kind == RecordKind::Node => Ok(key.to_string()),
            _ => Err(Mistyped::Node),
        },
        // A stroke stands for nothing in the cells of targets.
        ValueKind::Target if matches!(line.as_str(), "-" | "–" | "/") => Ok(String::new()),
        ValueKind::Text if field == "marks" => {
            let marks = marks_of(&line).ok_or(Mistyped::Marks)?;
            Ok(marks.iter().map(u32::to_string).collect::<Vec<_>>().join(", "))
        }
        ValueKind::Text | ValueKind::Target | ValueKind::LongText => Ok(line),
    }
}

/// A date as people write it: `31/12/2027`.
pub(super) fn italian_date(date: Date) -> String {
    format!("{:02}/{:02}/{:04}", date.day(), date.month(), date.year())
}

/// A number in the pinned notation, as people write it: `1.234,5`.
fn italian_number(plain: &str) -> String {
    let (sign, rest) = plain.strip_prefix('-').map_or(("", plain), |rest| ("-", rest));
    let (whole, decimals) = rest.split_once('.').unwrap_or((rest, ""));
    let mut out = sign.to_owned();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    if !decimals.is_empty() {
        out.push(',');
        out.push_str(decimals);
    }
    out
}

/// Columns as people list them, counted from 1; sorted, each once.
pub(super) fn marks_of(text: &str) -> Option<Vec<u32>> {
    let mut marks = Vec::new();
    for part in text.split([',', ';', ' ']).filter(|part| !part.is_empty()) {
        let (first, last) = part.split_once(['-', '–']).unwrap_or((part, part));
        let (first, last) = (first.parse::<u32>().ok()?, last.parse::<u32>().ok()?);
        if first == 0 || last < first || last > MARKS_MAX {
            return None;
        }
        marks.extend(first..=last);
    }
    marks.sort_unstable();
    marks.dedup();
    Some(marks)
}
