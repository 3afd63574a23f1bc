// SPDX-License-Identifier: AGPL-3.0-or-later
//! Numbers of phases that are left out or given twice.

use super::number_missing::listed;
use super::numbers::number_of;
use crate::check::{Run, check};
use crate::{Place, Report, Subject, Words};
use ambito_domain::planning::{LineNo, NodeId, Phase, PhaseState};
use rustc_hash::FxHashMap;

check! {
    /// # Fasi numerate male
    ///
    /// **Che cosa trova.** Le fasi di una scheda sono numerate da 1 in avanti e un numero manca, oppure c'è due volte.
    ///
    /// **Perché conta.** Una fase saltata può essere una riga persa; con due fasi dello stesso numero chi scrive « vedi
    /// fase 2 » non si fa capire.
    ///
    /// **Esempio.** Una scheda ha le fasi 1, 2 e 4.
    ///
    /// **Come si corregge.** Rimettere la fase, oppure numerarle di nuovo.
    ///
    /// **Eccezioni.** Le fasi previste e quelle effettive si contano a parte. Le schede che non cominciano da 1 non
    /// sono guardate.
    ///
    /// # Phases numbered wrongly
    ///
    /// **What it finds.** The phases of a sheet are numbered from 1 on and a number is missing, or is there twice.
    ///
    /// **Why it matters.** A skipped phase may be a lost row; with two phases of one number, who writes “see phase 2”
    /// is not understood.
    ///
    /// **Example.** A sheet has the phases 1, 2 and 4.
    ///
    /// **How to mend it.** Put the phase back, or number them again.
    ///
    /// **Exceptions.** Planned and actual phases are counted apart. Sheets that do not begin at 1 are not looked at.
    STR029, "phase-number-wrong", Note, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let objectives =
        subject.draft.phases.iter().filter_map(|phase| Some((subject.node(phase.node?), &phase.objective)));
    let mut sheets = objectives.filter(|(node, code)| node.code == **code).map(|(node, _)| node.parent);
    let Some(level) = sheets.next().flatten().and_then(|parent| subject.node(parent).level.as_deref()) else { return };
    let mut headings: Vec<(LineNo, NodeId)> = subject
        .nodes()
        .filter(|(_, node)| node.in_body && node.level.as_deref() == Some(level))
        .map(|(id, node)| (node.line, id))
        .collect();
    headings.sort_unstable();
    let mut places: FxHashMap<(NodeId, bool), usize> = FxHashMap::default();
    let mut sheets: Vec<(NodeId, Vec<(u32, &Phase)>)> = Vec::new();
    for phase in &subject.draft.phases {
        // The rows of a sheet that was lost are told with it.
        if phase.node.is_some_and(|id| !subject.node(id).in_body) {
            continue;
        }
        // The sheet it stands in, whatever objective it names.
        let above = headings.partition_point(|(line, _)| *line <= phase.line).checked_sub(1);
        let Some(&(_, sheet)) = above.and_then(|at| headings.get(at)) else { continue };
        let Some(number) = phase.order.as_deref().and_then(|order| order.parse().ok()) else { continue };
        let place = *places.entry((sheet, phase.state == Some(PhaseState::Actual))).or_insert_with(|| {
            sheets.push((sheet, Vec::new()));
            sheets.len() - 1
        });
        sheets[place].1.push((number, phase));
    }
    for (sheet, mut phases) in sheets {
        phases.sort_by_key(|(number, phase)| (*number, phase.line));
        if phases.first().is_some_and(|(number, _)| *number == 1) {
            compare(subject, &number_of(subject.node(sheet)), &phases, report);
        }
    }
}

fn compare(subject: &Subject<'_>, sheet: &str, phases: &[(u32, &Phase)], report: &mut Report) {
    let twice = phases.windows(2).any(|pair| pair[0].0 == pair[1].0);
    for pair in phases.windows(2) {
        let [(low, before), (high, after)] = pair else { continue };
        let words = if low == high {
            Words::new("str029-twice-message").with("sheet", sheet).with("number", high.to_string())
        } else if *high > low + 1 && !twice {
            let (_, missing) = listed(low + 1, high - 1);
            Words::new("str029-message").with("sheet", sheet).with("missing", missing)
        } else {
            continue;
        };
        let place = number_place(subject, after);
        report
            .find(place, words)
            .mark(place, Words::new("str029-mark"))
            .see(before.line, Words::new("str029-before"))
            .hint(Words::new("str029-hint"));
    }
}

fn number_place(subject: &Subject<'_>, phase: &Phase) -> Place {
    let order = phase.order.as_deref().unwrap_or("");
    let cell = subject.cells(phase.line).find(|cell| cell.text.trim_end_matches('.') == order);
    cell.map_or_else(|| subject.whole(phase.line), |cell| cell.place)
}
