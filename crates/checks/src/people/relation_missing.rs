// SPDX-License-Identifier: AGPL-3.0-or-later
//! Projects that lack somebody whom nearly all others have.

use crate::check::{Run, check};
use crate::listed::short;
use crate::{Report, Subject, Words};
use ambito_domain::planning::Effort;
use rustc_hash::FxHashMap;

check! {
    /// # Un progetto senza una figura che quasi tutti gli altri hanno
    ///
    /// **Che cosa trova.** Progetti nel cui personale manca un rapporto di lavoro, per esempio il dirigente, che
    /// almeno diciannove progetti su venti hanno.
    ///
    /// **Perché conta.** Se tutti i progetti hanno un dirigente e uno no, di solito è caduta una riga: non si sa chi
    /// ne risponde, e le ore di quella persona non tornano.
    ///
    /// **Esempio.** «Orti di quartiere»: due istruttori e nessun dirigente; gli altri 39 progetti ne hanno uno.
    ///
    /// **Come si corregge.** Aggiungere la riga che manca, o dire chi dirige il progetto.
    ///
    /// **Eccezioni.** I progetti senza alcuna persona non sono contati, e si guarda solo dove i progetti con persone
    /// sono almeno otto.
    ///
    /// # A project without somebody whom nearly all others have
    ///
    /// **What it finds.** Projects among whose staff a working relation is missing, such as the manager, that at
    /// least nineteen projects of twenty have.
    ///
    /// **Why it matters.** Where all projects have a manager and one has not, a row was usually lost: nobody knows
    /// who answers for it, and that person's hours do not add up.
    ///
    /// **Example.** “Neighbourhood gardens”: two clerks and no manager; the other 39 projects have one.
    ///
    /// **How to mend it.** Add the missing row, or say who directs the project.
    ///
    /// **Exceptions.** Projects without any people are not counted, and only where at least eight projects have
    /// people.
    EFF007, "relation-missing", Note, Run::Alone(look)
}

/// With fewer projects nobody can say what all of them have.
const PROJECTS_MIN: usize = 8;
/// How the relations of those who answer for a project begin, lower case.
const ANSWERING: [&str; 4] = ["dirigent", "direttor", "responsabil", "segretario"];
/// So many projects have the relation for one that lacks it; one may lack it among fewer.
const USUAL: usize = 20;

fn look(subject: &Subject<'_>, report: &mut Report) {
    let projects: Vec<&[Effort]> =
        subject.draft.efforts.chunk_by(|left, right| left.node == right.node).filter(|rows| !rows.is_empty()).collect();
    if projects.len() < PROJECTS_MIN {
        return;
    }
    let mut having: FxHashMap<&str, usize> = FxHashMap::default();
    for rows in &projects {
        let mut own: Vec<&str> = rows.iter().filter_map(|row| row.relation.as_deref()).collect();
        own.sort_unstable();
        own.dedup();
        for relation in own {
            *having.entry(relation).or_default() += 1;
        }
    }
    let all = projects.len();
    let lacked = |have: usize| have < all && (have + 1 == all || (all - have) * USUAL <= all);
    let mut usual: Vec<&str> = having
        .into_iter()
        .filter(|(name, have)| lacked(*have) && ANSWERING.iter().any(|word| name.to_lowercase().starts_with(word)))
        .map(|(name, _)| name)
        .collect();
    usual.sort_unstable();
    for relation in usual {
        let lacking: Vec<&&[Effort]> =
            projects.iter().filter(|rows| rows.iter().all(|row| row.relation.as_deref() != Some(relation))).collect();
        let Some(first) = lacking.first().and_then(|rows| rows.first()) else { continue };
        let node = first.node.map_or_else(String::new, |id| subject.name(id));
        let message = Words::new("eff007-message")
            .with("count", lacking.len())
            .with("relation", relation)
            .with("node", short(&node))
            .with("all", all);
        // The row of headings is where the list of people begins.
        let above = first.line.saturating_sub(1);
        let header = |line: u32| if subject.cells(line).count() > 1 { line } else { line + 1 };
        let place = subject.whole(header(above));
        let defect = report.find(place, message);
        defect.hint(Words::new("eff007-hint").with("relation", relation));
        for row in lacking.iter().skip(1).filter_map(|rows| rows.first()) {
            defect.see(header(row.line.saturating_sub(1)), Words::new("eff007-also"));
        }
    }
}
