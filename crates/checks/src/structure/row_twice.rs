// SPDX-License-Identifier: AGPL-3.0-or-later
//! An activity that a timetable names twice.

use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_base::fold;
use ambito_domain::planning::TimetableRow;
use rustc_hash::FxHashMap;

check! {
    /// # Il cronoprogramma ha due volte la stessa riga
    ///
    /// **Che cosa trova.** In un cronoprogramma due righe hanno le stesse parole, sotto due fasi diverse o nella
    /// stessa.
    ///
    /// **Perché conta.** O la stessa attività è contata in due fasi, o una delle due righe doveva dire un'altra cosa.
    ///
    /// **Esempio.** «Riunioni dei referenti» sotto la fase 2 e sotto la fase 3, con gli stessi mesi.
    ///
    /// **Come si corregge.** Lasciare la riga nella fase giusta, o dire in che cosa le due sono diverse.
    ///
    /// **Eccezioni.** Le parole di una sola lettera o molto brevi non sono guardate.
    ///
    /// # The timetable has the same row twice
    ///
    /// **What it finds.** In a timetable two rows have the same words, under two phases or in one.
    ///
    /// **Why it matters.** Either one activity is counted in two phases, or one of the rows was to say something
    /// else.
    ///
    /// **Example.** “Meetings of the contact persons” under phase 2 and under phase 3, with the same months.
    ///
    /// **How to mend it.** Leave the row in the right phase, or say in what the two differ.
    ///
    /// **Exceptions.** Very short labels are not looked at.
    STR054, "row-twice", Note, Run::Alone(look)
}

/// A shorter label may come back.
const BYTES_MIN: usize = 14;

fn look(subject: &Subject<'_>, report: &mut Report) {
    for table in &subject.draft.timetables {
        let mut seen: FxHashMap<String, &TimetableRow> = FxHashMap::default();
        for row in &table.rows {
            let Some(label) = row.label.as_deref().filter(|label| label.len() >= BYTES_MIN) else { continue };
            let Some(first) = seen.get(&fold(label)).copied() else {
                seen.insert(fold(label), row);
                continue;
            };
            let same = !row.marks.is_empty() && row.marks == first.marks;
            let place = subject.place(row.line, label);
            let key = if same { "str054-same" } else { "str054-message" };
            report
                .find(place, Words::new(key).with("row", label))
                .mark_only(place)
                .hint(Words::new("str054-hint"))
                .see(first.line, Words::new("str054-first"));
        }
    }
}
