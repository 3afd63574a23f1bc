// SPDX-License-Identifier: AGPL-3.0-or-later
//! Phases whose numbers and dates tell different orders.

use super::places;
use crate::check::{Run, check};
use crate::listed::short;
use crate::{Report, Subject, Words};
use ambito_domain::planning::{NodeId, Phase, PhaseState};
use ambito_findings::Severity;
use rustc_hash::FxHashMap;

check! {
    /// # L'ordine delle fasi non è quello delle date
    ///
    /// **Che cosa trova.** Fra le fasi di uno stesso obiettivo, una che ha un numero d'ordine più alto comincia prima di una
    /// che ha un numero più basso.
    ///
    /// **Perché conta.** Il numero dice che una fase aspetta l'altra; le date dicono il contrario. O il numero o una data è
    /// sbagliata, e chi organizza il lavoro non sa a quale credere.
    ///
    /// **Esempio.** Fase 1 «Analisi» dal 15/03/2027, fase 2 «Stesura» dal 01/02/2027.
    ///
    /// **Come si corregge.** Correggere la data, oppure numerare di nuovo le fasi.
    ///
    /// **Eccezioni.** Le fasi di obiettivi diversi non si confrontano, e una fase che dura quanto tutto il piano è lasciata
    /// stare. Se la fase che viene dopo dura anche più a lungo dell'altra, è solo una nota.
    ///
    /// # The order of the phases is not that of their dates
    ///
    /// **What it finds.** Among the phases of one objective, one with a higher number starts before one with a lower
    /// number.
    ///
    /// **Why it matters.** The number says that a phase waits for the other; the dates say the contrary. Either the
    /// number or a date is wrong, and who organises the work does not know which to believe.
    ///
    /// **Example.** Phase 1 "Analysis" from 15/03/2027, phase 2 "Writing" from 01/02/2027.
    ///
    /// **How to mend it.** Correct the date, or number the phases again.
    ///
    /// **Exceptions.** Phases of different objectives are not compared, and a phase as long as the whole plan is left
    /// alone. Where the later phase also lasts longer than the other, it is a note only.
    TIM004, "phases-out-of-order", Warning, Run::Alone(look)
}

type Key<'a> = (Option<NodeId>, Option<&'a str>, Option<bool>);

fn look(subject: &Subject<'_>, report: &mut Report) {
    let period = subject.draft.period;
    let mut latest: FxHashMap<Key<'_>, (u32, &Phase)> = FxHashMap::default();
    for phase in &subject.draft.phases {
        let (Some(from), Some(order)) = (phase.from, number(phase)) else { continue };
        if phase.to.is_none_or(|to| to < from) || (period.from == phase.from && period.to == phase.to) {
            continue;
        }
        let planned = phase.state.map(|state| state == PhaseState::Planned);
        let key = (phase.node, phase.objective.as_deref(), planned);
        let Some(&(before_order, before)) = latest.get(&key) else {
            latest.insert(key, (order, phase));
            continue;
        };
        let Some(before_from) = before.from else { continue };
        if order > before_order && from < before_from {
            tell(subject, report, (order, phase), (before_order, before));
        } else if from >= before_from {
            latest.insert(key, (order, phase));
        }
    }
}

fn tell(subject: &Subject<'_>, report: &mut Report, later: (u32, &Phase), before: (u32, &Phase)) {
    let ((order, phase), (other_order, other)) = (later, before);
    let (Some(from), Some(other_from)) = (phase.from, other.from) else { return };
    let message = Words::new("tim004-message")
        .with("order", order.to_string())
        .with("title", short(&phase.title))
        .with("from", from)
        .with("other", other_order.to_string())
        .with("other-from", other_from);
    let place = places::start(subject, phase);
    let defect = report.find(place, message);
    defect.found(from).mark_only(place).see(other.line, Words::new("tim004-other")).hint(Words::new("tim004-hint"));
    if phase.to > other.to {
        defect.severity(Severity::Note);
    }
}

fn number(phase: &Phase) -> Option<u32> {
    phase.order.as_deref()?.trim().trim_end_matches(['.', ')']).parse().ok()
}
