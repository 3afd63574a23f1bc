// SPDX-License-Identifier: AGPL-3.0-or-later
//! A person whose shares make more than a whole person.

use super::groups::is_group;
use super::staff::{self, WHOLE};
use crate::check::{Run, check};
use crate::listed::PLACES_MAX;
use crate::{Report, Subject, Words};

check! {
    /// # Una persona è impegnata per più del 100%
    ///
    /// **Che cosa trova.** Le quote di tempo di una persona, sommate in tutto il documento, superano il 100%.
    ///
    /// **Perché conta.** Nessuno ha più tempo del suo: i progetti che contano su quella persona ne avranno meno di quanto è
    /// scritto.
    ///
    /// **Esempio.** 60,00% in un progetto e 50,00% in un altro: fanno 110,00%.
    ///
    /// **Come si corregge.** Ridurre le quote fino a 100%, o controllare se una è scritta due volte.
    ///
    /// **Eccezioni.** La stessa quota ripetuta nello stesso progetto è contata una volta. I gruppi non sono sommati.
    ///
    /// # A person is engaged for more than 100%
    ///
    /// **What it finds.** The shares of a person's time, added up over the whole document, exceed 100%.
    ///
    /// **Why it matters.** Nobody has more time than their own: the projects that count on that person will get less than
    /// is written.
    ///
    /// **Example.** 60.00% in one project and 50.00% in another: they make 110.00%.
    ///
    /// **How to mend it.** Lower the shares to 100%, or look whether one of them is written twice.
    ///
    /// **Exceptions.** The same share repeated in the same project is counted once. Groups are not added up.
    EFF001, "over-hundred", Error, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    for person in staff::everybody(subject) {
        let sum = person.sum();
        let Some((last, others)) = person.efforts.split_last().filter(|_| sum > WHOLE) else { continue };
        if is_group(person.name) {
            continue;
        }
        let place = staff::share_place(subject, last);
        let message = Words::new("eff001-message").with("person", person.name).with("sum", sum);
        let defect = report.find(place, message.with("count", person.efforts.len()));
        defect.instead(sum, WHOLE).mark_only(place).hint(Words::new("eff001-hint"));
        for other in others.iter().take(PLACES_MAX) {
            defect.see(other.line, Words::new("eff001-part"));
        }
    }
}
