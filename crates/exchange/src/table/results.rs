// SPDX-License-Identifier: AGPL-3.0-or-later
//! Indicators, phases and people.

use super::grid::{Align, Grid};
use super::{ByNode, Page};
use crate::people;
use ambito_domain::planning::{Effort, Indicator, Phase};
use std::io::{self, Write};

pub(super) fn write<W: Write>(page: &mut Page<'_, W>) -> io::Result<()> {
    indicators(page)?;
    phases(page)?;
    efforts(page)
}

fn indicators<W: Write>(page: &mut Page<'_, W>) -> io::Result<()> {
    let draft = page.draft();
    if draft.indicators.is_empty() {
        return Ok(());
    }
    let catalogue = page.catalogue;
    let mut grid = Grid::new([
        (catalogue.text("column-line", &[]), Align::Right),
        (catalogue.text("column-code", &[]), Align::Left),
        (catalogue.text("column-indicator", &[]), Align::Main),
        (catalogue.text("column-baseline", &[]), Align::Grow),
        (catalogue.text("column-target", &[]), Align::Grow),
        (catalogue.text("column-deadline", &[]), Align::Left),
        (catalogue.text("column-measured", &[]), Align::Grow),
        (catalogue.text("column-owner", &[]), Align::Grow),
    ]);
    let mut groups = ByNode::new();
    for indicator in &draft.indicators {
        groups.begin(indicator.node, &mut grid, page);
        let Indicator { code, title, group, note, baseline, deadline, measured, owner, line, .. } = indicator;
        let mut words = people::one_line(title);
        if let Some(group) = group {
            words = format!("{group}: {words}");
        }
        if let Some(note) = note {
            let note = people::one_line(note);
            words = format!("{words}\n{}", catalogue.text("indicator-note", &[("note", (&note).into())]));
        }
        grid.row(vec![
            page.line(*line),
            code.clone().unwrap_or_default(),
            words,
            baseline.clone().unwrap_or_default(),
            target(indicator),
            deadline.map_or_else(String::new, people::date),
            measured.as_ref().map_or_else(String::new, |measured| people::measured(measured, catalogue)),
            owner.clone().unwrap_or_default(),
        ]);
    }
    page.section(&catalogue.text("section-indicators", &[("count", draft.indicators.len().into())]), grid)
}

/// The target as printed, and those of the years where they say something else.
fn target(indicator: &Indicator) -> String {
    let single = indicator.target.iter().map(|target| &target.raw);
    let single = single.filter(|raw| indicator.yearly.iter().all(|yearly| yearly.target.raw != **raw)).cloned();
    let yearly = indicator.yearly.iter().map(|yearly| format!("{}: {}", yearly.year, yearly.target.raw));
    single.chain(yearly).collect::<Vec<_>>().join("\n")
}

fn phases<W: Write>(page: &mut Page<'_, W>) -> io::Result<()> {
    let draft = page.draft();
    if draft.phases.is_empty() {
        return Ok(());
    }
    let catalogue = page.catalogue;
    let mut grid = Grid::new([
        (catalogue.text("column-line", &[]), Align::Right),
        (catalogue.text("column-order", &[]), Align::Right),
        (catalogue.text("column-phase", &[]), Align::Main),
        (catalogue.text("column-state", &[]), Align::Left),
        (catalogue.text("column-from", &[]), Align::Left),
        (catalogue.text("column-to", &[]), Align::Left),
        (catalogue.text("column-note", &[]), Align::Grow),
    ]);
    let mut groups = ByNode::new();
    for phase in &draft.phases {
        groups.begin(phase.node, &mut grid, page);
        let Phase { node: _, objective: _, order, title, state, from, to, note, line } = phase;
        grid.row(vec![
            page.line(*line),
            order.clone().unwrap_or_default(),
            people::one_line(title),
            state.map_or_else(String::new, |state| people::phase_state(state, catalogue)),
            from.map_or_else(String::new, people::date),
            to.map_or_else(String::new, people::date),
            note.as_deref().map_or_else(String::new, people::one_line),
        ]);
    }
    page.section(&catalogue.text("section-phases", &[("count", draft.phases.len().into())]), grid)
}

fn efforts<W: Write>(page: &mut Page<'_, W>) -> io::Result<()> {
    let draft = page.draft();
    if draft.efforts.is_empty() {
        return Ok(());
    }
    let catalogue = page.catalogue;
    let mut grid = Grid::new([
        (catalogue.text("column-line", &[]), Align::Right),
        (catalogue.text("column-person", &[]), Align::Main),
        (catalogue.text("column-relation", &[]), Align::Grow),
        (catalogue.text("column-effort", &[]), Align::Right),
    ]);
    let mut groups = ByNode::new();
    for effort in &draft.efforts {
        groups.begin(effort.node, &mut grid, page);
        let Effort { node: _, person, relation, share, line } = effort;
        grid.row(vec![
            page.line(*line),
            person.clone(),
            relation.clone().unwrap_or_default(),
            share.map_or_else(String::new, |share| people::share(share, catalogue.language())),
        ]);
    }
    page.section(&catalogue.text("section-people", &[("count", draft.efforts.len().into())]), grid)
}
