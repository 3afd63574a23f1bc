// SPDX-License-Identifier: AGPL-3.0-or-later
//! A person whose shares do not make the whole that everybody else's make.

use super::groups::is_group;
use super::staff::{self, Person, WHOLE};
use crate::check::{Run, check};
use crate::listed::PLACES_MAX;
use crate::{Report, Subject, Words};
use ambito_base::Share;

/// Among fewer people there is no rule.
const PEOPLE_MIN: usize = 5;

/// In so many of a hundred people it is the rule that their shares make 100%.
const PERCENT_MIN: usize = 80;

check! {
    /// # Le quote di una persona non fanno 100% come quelle degli altri
    ///
    /// **Che cosa trova.** Nel documento le quote di quasi tutti, sommate, fanno esattamente 100%; quelle di una persona fanno
    /// meno.
    ///
    /// **Perché conta.** Manca un pezzo del suo lavoro: un progetto in cui la persona c'è e non è scritta, o una quota sbagliata.
    ///
    /// **Esempio.** Quaranta persone fanno 100,00%, una fa 85,00%.
    ///
    /// **Come si corregge.** Aggiungere la quota che manca, o scrivere perché la persona è qui solo in parte (tempo parziale,
    /// altri uffici).
    ///
    /// **Eccezioni.** Dove meno di quattro persone su cinque fanno 100% non è una regola, e nulla è detto. I gruppi sono
    /// lasciati stare.
    ///
    /// # The shares of a person do not make 100% as those of the others do
    ///
    /// **What it finds.** In the document the shares of nearly everybody add up to exactly 100%; those of one person make
    /// less.
    ///
    /// **Why it matters.** A piece of their work is missing: a project where the person is and is not written, or a wrong
    /// share.
    ///
    /// **Example.** Forty people make 100.00%, one makes 85.00%.
    ///
    /// **How to mend it.** Add the missing share, or write why the person is here only in part (part time, other offices).
    ///
    /// **Exceptions.** Where fewer than four people of five make 100% it is no rule, and nothing is told. Groups are left
    /// alone.
    EFF004, "shares-fall-short", Warning, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let people: Vec<Person<'_>> =
        staff::everybody(subject).into_iter().filter(|person| !is_group(person.name)).collect();
    let sums: Vec<Share> = people.iter().map(Person::sum).collect();
    let whole = sums.iter().filter(|sum| **sum == WHOLE).count();
    if people.len() < PEOPLE_MIN || whole * 100 < people.len() * PERCENT_MIN {
        return;
    }
    for (person, sum) in people.iter().zip(&sums).filter(|(_, sum)| **sum < WHOLE) {
        let Some((first, others)) = person.efforts.split_first() else { continue };
        let place = staff::share_place(subject, first);
        let message = Words::new("eff004-message")
            .with("person", person.name)
            .with("sum", *sum)
            .with("whole", whole)
            .with("all", people.len());
        let defect = report.find(place, message);
        defect.instead(*sum, WHOLE).mark_only(place).hint(Words::new("eff004-hint"));
        for other in others.iter().take(PLACES_MAX) {
            defect.see(other.line, Words::new("eff001-part"));
        }
    }
}
