// SPDX-License-Identifier: AGPL-3.0-or-later
//! Where the dates of phases and indicators stand on their lines.

use crate::{Place, Subject};
use ambito_base::{Date, find_date};
use ambito_domain::planning::{Indicator, LineNo, Phase};

/// The cell of a phase's first day.
pub(super) fn start(subject: &Subject<'_>, phase: &Phase) -> Place {
    let cell = phase.from.and_then(|from| dated(subject, phase.line, from).next());
    cell.unwrap_or_else(|| subject.whole(phase.line))
}

/// The cell of a phase's last day.
pub(super) fn end(subject: &Subject<'_>, phase: &Phase) -> Place {
    let cell = phase.to.and_then(|to| dated(subject, phase.line, to).last());
    cell.unwrap_or_else(|| subject.whole(phase.line))
}

/// The date until which an indicator promises something: its target, or what its title says.
pub(super) fn due(indicator: &Indicator) -> Option<Date> {
    indicator.target.as_ref().and_then(|target| target.due).or(indicator.deadline)
}

/// The cell of that date.
pub(super) fn due_place(subject: &Subject<'_>, indicator: &Indicator) -> Place {
    let cell = due(indicator).and_then(|due| dated(subject, indicator.line, due).last());
    cell.unwrap_or_else(|| subject.whole(indicator.line))
}

/// The dates of a line's cells that are this one.
fn dated<'a>(subject: &'a Subject<'_>, line: LineNo, date: Date) -> impl Iterator<Item = Place> + 'a {
    subject.cells(line).filter_map(move |cell| {
        let mut from = 0;
        while let Some(found) = find_date(cell.text, from, Some(date.year())) {
            if found.date == date {
                let at = |bytes: usize| cell.place.start.saturating_add(u32::try_from(bytes).unwrap_or(u32::MAX));
                return Some(Place { line, start: at(found.start), end: at(found.end) });
            }
            from = found.end;
        }
        None
    })
}

/// The last cell of a line with this date, or the whole line.
pub(super) fn dated_last(subject: &Subject<'_>, line: LineNo, date: Date) -> Place {
    dated(subject, line, date).last().unwrap_or_else(|| subject.whole(line))
}
