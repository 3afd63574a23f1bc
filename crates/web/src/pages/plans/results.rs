// SPDX-License-Identifier: AGPL-3.0-or-later
//! What was promised and found, as a page shows it: indicators, phases, people.

use super::place::{Places, Spot};
use super::words;
use crate::render::Label;
use ambito_domain::planning::{Effort, Indicator, Phase, Target};
use serde::Serialize;

#[derive(Serialize)]
pub struct ShownIndicator {
    code: Option<String>,
    title: String,
    group: Option<String>,
    note: Option<String>,
    baseline: Option<String>,
    target: Option<String>,
    due: Option<String>,
    yearly: Vec<(String, String)>,
    deadline: Option<String>,
    measured: Option<String>,
    measured_on: Option<String>,
    owner: Option<String>,
    extra: Vec<(String, String)>,
    place: Spot,
}

pub fn indicator(indicator: Indicator, places: &Places<'_>) -> ShownIndicator {
    let Indicator {
        node: _,
        code,
        title,
        group,
        note,
        baseline,
        target,
        yearly,
        deadline,
        measured,
        owner,
        extra,
        line,
    } = indicator;
    let day = |target: &Target| target.due.map(words::day).filter(|day| *day != target.raw);
    let measured_on = measured.as_ref().and_then(|found| found.date.map(words::day).filter(|day| *day != found.raw));
    ShownIndicator {
        code,
        title,
        group,
        note,
        baseline,
        due: target.as_ref().and_then(day),
        target: target.map(|target| target.raw),
        yearly: yearly.into_iter().map(|yearly| (yearly.year.to_string(), yearly.target.raw)).collect(),
        deadline: deadline.map(words::day),
        measured: measured.map(|found| found.raw),
        measured_on,
        owner,
        extra: extra.into_iter().map(|cell| (cell.label.to_string(), cell.value)).collect(),
        place: places.spot(line),
    }
}

#[derive(Serialize)]
pub struct ShownPhase {
    order: Option<String>,
    title: String,
    objective: Option<String>,
    note: Option<String>,
    state: Option<Label>,
    from: Option<String>,
    to: Option<String>,
    place: Spot,
}

pub fn phase(phase: Phase, places: &Places<'_>) -> ShownPhase {
    let Phase { node: _, objective, order, title, state, from, to, note, line } = phase;
    ShownPhase {
        order,
        title,
        objective,
        note,
        state: state.map(words::phase_state),
        from: from.map(words::day),
        to: to.map(words::day),
        place: places.spot(line),
    }
}

#[derive(Serialize)]
pub struct ShownEffort {
    person: String,
    relation: Option<String>,
    share: Option<i64>,
    place: Spot,
}

pub fn effort(effort: Effort, places: &Places<'_>) -> ShownEffort {
    let Effort { node: _, person, relation, share, line } = effort;
    ShownEffort { person, relation, share: share.map(ambito_base::Share::hundredths), place: places.spot(line) }
}
