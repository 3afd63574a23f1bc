// SPDX-License-Identifier: AGPL-3.0-or-later
//! Where the values of an indicator stand on its line, and what its table's heading says.

use crate::{Place, Subject};
use ambito_base::fold;
use ambito_domain::planning::{Indicator, LineNo};

/// How many lines above an indicator its table's heading is looked for.
const HEADING_LINES_MAX: u32 = 4;

/// The title.
pub(super) fn title(subject: &Subject<'_>, indicator: &Indicator) -> Place {
    subject.place(indicator.line, &indicator.title)
}

/// The target.
pub(super) fn target(subject: &Subject<'_>, indicator: &Indicator) -> Place {
    let raw = indicator.target.as_ref().map_or("", |target| target.raw.as_str());
    value(subject, indicator.line, raw, Side::First)
}

/// The result.
pub(super) fn result(subject: &Subject<'_>, indicator: &Indicator) -> Place {
    let raw = indicator.measured.as_ref().map_or("", |measured| measured.raw.as_str());
    value(subject, indicator.line, raw, Side::Last)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    First,
    Last,
}

/// The cell that holds a value and nothing else, else the value inside the last cell where it stands.
fn value(subject: &Subject<'_>, line: LineNo, raw: &str, side: Side) -> Place {
    if raw.is_empty() {
        return subject.whole(line);
    }
    let mut whole = subject.cells(line).filter(|cell| cell.text == raw);
    let whole = if side == Side::First { whole.next() } else { whole.last() };
    let holding = subject.cells(line).filter(|cell| cell.text.contains(raw)).last();
    let start = subject.line_start(line);
    match (whole, holding) {
        (Some(cell), _) if side == Side::First || holding.is_none_or(|last| last.column <= cell.column) => cell.place,
        (_, Some(cell)) => {
            let from = cell.place.start.saturating_sub(start) as usize;
            subject.find(line, raw, from).unwrap_or(cell.place)
        }
        _ => subject.place(line, raw),
    }
}

/// The heading cell above the first indicator of a document that holds one of some words.
pub(super) fn heading(subject: &Subject<'_>, words: &[&str]) -> Option<Place> {
    let first = subject.draft.indicators.first()?.line;
    (first.saturating_sub(HEADING_LINES_MAX)..first).rev().find_map(|line| {
        subject
            .cells(line)
            .find(|cell| {
                let text = fold(cell.text);
                words.iter().any(|word| text.contains(word))
            })
            .map(|cell| cell.place)
    })
}
