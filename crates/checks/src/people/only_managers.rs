// SPDX-License-Identifier: AGPL-3.0-or-later
//! Projects that have managers and nobody else.

use super::staff;
use crate::check::{Run, check};
use crate::listed::tell_once;
use crate::{Place, Report, Subject, Words};
use ambito_base::fold;
use ambito_domain::planning::{Effort, NodeId};
use rustc_hash::FxHashSet;

/// Words of the relations of those who direct…
const MANAGERS: [&str; 4] = ["dirigent", "direttor", "segretario", "capo area"];

/// Where more of a hundred projects are so, it is how the plan is written.
const PERCENT_MAX: usize = 40;

check! {
    /// # Progetti con soltanto chi dirige
    ///
    /// **Che cosa trova.** Progetti nel cui personale c'è soltanto il dirigente, mentre gli altri hanno anche chi
    /// coordina o chi lavora. Sono elencati tutti in una volta.
    ///
    /// **Perché conta.** Un dirigente allo 0,50% non svolge un progetto: o mancano le righe di chi ci lavora, o il progetto non
    /// ha persone.
    ///
    /// **Esempio.** «Sportello per gli inquilini»: un dirigente, 0,10%.
    ///
    /// **Come si corregge.** Aggiungere chi ci lavora, oppure dire che il lavoro è compreso in un altro progetto.
    ///
    /// **Eccezioni.** Se più di quattro progetti su dieci sono così, è il modo in cui il piano è scritto.
    ///
    /// # Projects with managers only
    ///
    /// **What it finds.** Projects among whose staff there is only the manager, while the others also have somebody
    /// who coordinates or works. They are listed all at once.
    ///
    /// **Why it matters.** A manager at 0.50% does not carry out a project: either the rows of those who work are missing,
    /// or the project has no people.
    ///
    /// **Example.** "Help desk for tenants": one manager, 0.10%.
    ///
    /// **How to mend it.** Add those who work, or say that the work is part of another project.
    ///
    /// **Exceptions.** Where more than four projects of ten are so, it is how the plan is written.
    EFF006, "only-managers", Note, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let mut projects: FxHashSet<Option<NodeId>> = FxHashSet::default();
    let mut found: Vec<(Place, &'static str)> = Vec::new();
    let there = |rows: &&[Effort]| rows.first().and_then(|row| row.node).is_none_or(|node| subject.node(node).in_body);
    for rows in subject.draft.efforts.chunk_by(|left, right| left.node == right.node).filter(there) {
        projects.insert(rows.first().and_then(|effort| effort.node));
        if let Some(first) = rows.first().filter(|_| nobody_works(rows)) {
            found.push((staff::name_place(subject, first), "eff006-also"));
        }
    }
    if found.len() * 100 > projects.len() * PERCENT_MAX {
        return;
    }
    let message = Words::new("eff006-message").with("count", found.len()).with("all", projects.len());
    if let Some(defect) = tell_once(report, &found, message) {
        let place = defect.place;
        defect.mark_only(place).hint(Words::new("eff006-hint"));
    }
}

fn nobody_works(rows: &[Effort]) -> bool {
    rows.iter().filter_map(|effort| effort.relation.as_deref()).count() == rows.len()
        && rows.iter().all(|effort| {
            let relation = fold(effort.relation.as_deref().unwrap_or(""));
            MANAGERS.iter().any(|words| relation.contains(words))
        })
}
