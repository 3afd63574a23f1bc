// SPDX-License-Identifier: AGPL-3.0-or-later
//! A person with two working relations.

use super::groups::is_group;
use super::staff;
use crate::check::{Run, check};
use crate::listed::PLACES_MAX;
use crate::{Report, Subject, Words};
use ambito_base::fold;
use ambito_domain::planning::Effort;
use rustc_hash::FxHashMap;

check! {
    /// # Una persona ha due rapporti di lavoro
    ///
    /// **Che cosa trova.** La stessa persona è scritta in alcune righe con un rapporto di lavoro e in altre con un altro. È
    /// segnata la riga che si scosta dalle altre.
    ///
    /// **Perché conta.** Il rapporto decide il costo e chi risponde: una delle due righe è sbagliata, o il cambiamento non è
    /// detto.
    ///
    /// **Esempio.** «Posizione Organizzativa» in dodici progetti e «Dipendente» nel tredicesimo.
    ///
    /// **Come si corregge.** Correggere la riga che si scosta; se il rapporto è cambiato durante l'anno, scriverlo.
    ///
    /// **Eccezioni.** I gruppi sono lasciati stare; maiuscole e punteggiatura non contano.
    ///
    /// # A person has two working relations
    ///
    /// **What it finds.** The same person is written in some rows with one working relation and in others with another.
    /// The row that departs from the others is marked.
    ///
    /// **Why it matters.** The relation decides the cost and who answers: one of the two rows is wrong, or the change is
    /// not told.
    ///
    /// **Example.** "Posizione Organizzativa" in twelve projects and "Dipendente" in the thirteenth.
    ///
    /// **How to mend it.** Correct the row that departs; if the relation changed during the year, write so.
    ///
    /// **Exceptions.** Groups are left alone; capitals and punctuation do not count.
    EFF002, "two-relations", Warning, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    for person in staff::everybody(subject) {
        let first = person.efforts.first().and_then(|effort| effort.relation.as_deref());
        // Most people have one relation, written in one way.
        if person.efforts.iter().all(|effort| effort.relation.as_deref() == first) || is_group(person.name) {
            continue;
        }
        let mut relations: FxHashMap<String, Vec<&Effort>> = FxHashMap::default();
        for effort in &person.efforts {
            if let Some(relation) = &effort.relation {
                relations.entry(fold(relation)).or_default().push(effort);
            }
        }
        let mut relations: Vec<Vec<&Effort>> = relations.into_values().collect();
        relations.sort_by_key(|rows| (std::cmp::Reverse(rows.len()), rows.first().map(|effort| effort.line)));
        let Some((usual, others)) = relations.split_first() else { continue };
        let Some(usual_first) = usual.first() else { continue };
        for rows in others {
            let Some(odd) = rows.first() else { continue };
            let relation = odd.relation.as_deref().unwrap_or("");
            let usually = usual_first.relation.as_deref().unwrap_or("");
            let place = subject.place(odd.line, relation);
            let message = Words::new("eff002-message")
                .with("person", person.name)
                .with("relation", relation)
                .with("usual", usually)
                .with("count", usual.len());
            let defect = report.find(place, message);
            defect.instead(relation, usually).mark_only(place).hint(Words::new("eff002-hint"));
            for row in rows.iter().skip(1).take(PLACES_MAX) {
                defect.see(row.line, Words::new("eff002-also"));
            }
            for row in usual.iter().take(PLACES_MAX) {
                defect.see(row.line, Words::new("eff002-usual"));
            }
        }
    }
}
