// SPDX-License-Identifier: AGPL-3.0-or-later
//! Indicators, phases and people.

use super::kind::Kind;
use super::sheet::{Cell, Holds};
use super::tree::not_empty;
use super::{Book, Record, WorkbookError};
use crate::{Reading, people};
use ambito_domain::planning::{Comparison, Effort, Indicator, Phase, Unit};
use ambito_i18n::Catalogue;

pub(super) fn add(book: &mut Book<'_>, reading: &Reading) -> Result<(), WorkbookError> {
    let draft = Record::draft(reading);
    let catalogue = book.catalogue;
    for indicator in &draft.indicators {
        let record = Record::new(reading, indicator.line, indicator.node);
        let mut row = book.row(Kind::Indicators, record, indicator_cells(indicator, catalogue))?;
        for yearly in &indicator.yearly {
            let year = yearly.year.to_string();
            let title = catalogue.text("column-target-of-year", &[("year", (&year).into())]);
            let cell = match (yearly.target.value, yearly.target.comparison) {
                // A bare number can be reckoned with; "at least 5" stays as it is printed.
                (Some(value), None) => Cell::Number(value),
                _ => Cell::from(&yearly.target.raw),
            };
            row.put(&title, Holds::Words, &cell)?;
        }
    }
    for phase in &draft.phases {
        let Phase { node, objective: _, order, title, state, from, to, note, line } = phase;
        let cells = [
            Cell::of(order.as_ref()),
            Cell::from(title),
            Cell::of(state.map(|state| people::phase_state(state, catalogue))),
            Cell::of(*from),
            Cell::of(*to),
            Cell::of(note.as_ref()),
        ];
        book.row(Kind::Phases, Record::new(reading, *line, *node), cells)?;
    }
    for effort in &draft.efforts {
        let Effort { node, person, relation, share, line } = effort;
        let cells = [Cell::from(person), Cell::of(relation.as_ref()), Cell::of(*share)];
        book.row(Kind::People, Record::new(reading, *line, *node), cells)?;
    }
    Ok(())
}

fn indicator_cells<'a>(indicator: &'a Indicator, catalogue: &Catalogue) -> [Cell<'a>; 18] {
    let Indicator {
        node: _,
        code,
        title,
        group,
        note,
        baseline,
        target,
        yearly: _,
        deadline,
        measured,
        owner,
        extra,
        line: _,
    } = indicator;
    let target = target.as_ref();
    let measured = measured.as_ref();
    let extra: Vec<String> = extra.iter().map(|cell| format!("{}: {}", cell.label, cell.value)).collect();
    [
        Cell::of(code.as_ref()),
        Cell::from(title),
        Cell::of(group.as_ref()),
        Cell::of(baseline.as_ref()),
        Cell::of(target.map(|target| &target.raw)),
        Cell::of(target.and_then(|target| target.comparison).map(|sign| comparison(sign, catalogue))),
        target.and_then(|target| target.value).map_or(Cell::Empty, Cell::Number),
        target.and_then(|target| target.upper).map_or(Cell::Empty, Cell::Number),
        Cell::of(target.and_then(|target| target.unit).map(|word| unit(word, catalogue))),
        Cell::of(target.and_then(|target| target.due)),
        Cell::of(*deadline),
        Cell::of(measured.map(|measured| &measured.raw)),
        measured.and_then(|measured| measured.value).map_or(Cell::Empty, Cell::Number),
        Cell::of(measured.and_then(|measured| measured.date)),
        Cell::of(measured.filter(|measured| measured.is_final).map(|_| catalogue.text("word-yes", &[]))),
        Cell::of(owner.as_ref()),
        Cell::of(note.as_ref()),
        not_empty(extra.join("\n")),
    ]
}

fn comparison(comparison: Comparison, catalogue: &Catalogue) -> String {
    match comparison {
        Comparison::Between => catalogue.text("comparison-between", &[]),
        Comparison::By => catalogue.text("comparison-by", &[]),
        Comparison::Yes => catalogue.text("comparison-yes", &[]),
        Comparison::AtLeast => "≥".to_owned(),
        Comparison::AtMost => "≤".to_owned(),
        Comparison::Equal | Comparison::More | Comparison::Less => comparison.sign().to_owned(),
    }
}

fn unit(unit: Unit, catalogue: &Catalogue) -> String {
    match unit {
        Unit::Percent => "%".to_owned(),
        Unit::Euro => "€".to_owned(),
        Unit::Number => catalogue.text("unit-number", &[]),
        Unit::Days => catalogue.text("unit-days", &[]),
        Unit::Hours => catalogue.text("unit-hours", &[]),
        Unit::Months => catalogue.text("unit-months", &[]),
        Unit::Date => catalogue.text("unit-date", &[]),
    }
}
