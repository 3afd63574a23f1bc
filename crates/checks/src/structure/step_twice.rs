// SPDX-License-Identifier: AGPL-3.0-or-later
//! One row of a timetable under two activities.

use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_base::fold;
use ambito_domain::planning::LineNo;
use rustc_hash::FxHashMap;

check! {
    /// # Una riga del cronoprogramma sotto due attività
    ///
    /// **Che cosa trova.** Nello stesso cronoprogramma due righe con numeri diversi hanno parola per parola lo stesso
    /// titolo.
    ///
    /// **Perché conta.** Non si sa se il lavoro va fatto due volte o se è lo stesso: mesi e costi possono essere
    /// contati doppi.
    ///
    /// **Esempio.** « Incontri del gruppo tecnico » sta sotto l'attività A2 e, con gli stessi mesi, sotto la A3.
    ///
    /// **Come si corregge.** Tenere la riga sotto una sola attività, oppure dire in che cosa sono diverse.
    ///
    /// **Eccezioni.** I titoli di una parola sola (« Valutazione ») non contano.
    ///
    /// # A row of the timetable under two activities
    ///
    /// **What it finds.** In one timetable two rows of different numbers have the same title word for word.
    ///
    /// **Why it matters.** Nobody knows whether the work is to be done twice or is the same: months and costs may be
    /// counted double.
    ///
    /// **Example.** “Meetings of the technical group” stands under activity A2 and, in the same months, under A3.
    ///
    /// **How to mend it.** Keep the row under one activity, or say how the two differ.
    ///
    /// **Exceptions.** Titles of a single word (“Evaluation”) do not count.
    STR027, "step-under-two-activities", Note, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    for timetable in &subject.draft.timetables {
        let mut first: FxHashMap<String, (&str, LineNo)> = FxHashMap::default();
        for row in &timetable.rows {
            let (Some(code), Some(label)) = (row.code.as_deref(), row.label.as_deref()) else { continue };
            let title = fold(label);
            if !title.contains(' ') {
                continue;
            }
            let Some(&(other, line)) = first.get(&title) else {
                first.insert(title, (code, row.line));
                continue;
            };
            if other == code {
                continue;
            }
            let place = subject.place(row.line, label);
            let words = Words::new("str027-message").with("title", label).with("code", code).with("other", other);
            report
                .find(place, words)
                .mark(place, Words::new("str027-mark").with("other", other))
                .see(line, Words::new("str027-first").with("other", other))
                .hint(Words::new("str027-hint"));
        }
    }
}
