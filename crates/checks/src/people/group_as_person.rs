// SPDX-License-Identifier: AGPL-3.0-or-later
//! A group where a person is expected.

use super::groups::is_group;
use super::staff;
use crate::check::{Run, check};
use crate::listed::tell_once;
use crate::{Place, Report, Subject, Words};

check! {
    /// # Un gruppo al posto di una persona
    ///
    /// **Che cosa trova.** Nella tabella del personale, fra i nomi di persone, il nome di un gruppo o di un ufficio. Ogni gruppo
    /// è detto una volta, con tutte le sue righe.
    ///
    /// **Perché conta.** Non si sa di quante persone è la quota: il 10% di un gruppo di dodici è più di una persona intera.
    ///
    /// **Esempio.** «Educatori», 30,00%, fra due nomi e cognomi.
    ///
    /// **Come si corregge.** Scrivere i nomi, oppure quante persone sono («Educatori, 4 persone»).
    ///
    /// **Eccezioni.** I gruppi sono riconosciuti da una lista di parole (assistenti, operatori, ufficio…): altri nomi di gruppi
    /// non sono visti.
    ///
    /// # A group in place of a person
    ///
    /// **What it finds.** In the table of staff, among names of people, the name of a group or of an office. Each group is
    /// told once, with all its rows.
    ///
    /// **Why it matters.** Nobody knows of how many people the share is: 10% of a group of twelve is more than a whole
    /// person.
    ///
    /// **Example.** "Educatori", 30.00%, between two names.
    ///
    /// **How to mend it.** Write the names, or how many people they are ("Educatori, 4 persone").
    ///
    /// **Exceptions.** Groups are known by a list of words (assistenti, operatori, ufficio…): other names of groups are
    /// not seen.
    EFF003, "group-as-person", Note, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    for person in staff::everybody(subject).iter().filter(|person| is_group(person.name)) {
        let places: Vec<(Place, &'static str)> =
            person.efforts.iter().map(|effort| (staff::name_place(subject, effort), "eff003-also")).collect();
        let message = Words::new("eff003-message").with("group", person.name).with("count", places.len());
        if let Some(defect) = tell_once(report, &places, message) {
            let place = defect.place;
            defect.found(person.name).mark_only(place).hint(Words::new("eff003-hint"));
        }
    }
}
