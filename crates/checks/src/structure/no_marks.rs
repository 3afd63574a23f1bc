// SPDX-License-Identifier: AGPL-3.0-or-later
//! A timetable in which nothing is marked.

use crate::check::{Run, check};
use crate::{Report, Subject, Words};

check! {
    /// # Il cronoprogramma non ha nessun segno
    ///
    /// **Che cosa trova.** Un cronoprogramma ha le colonne dei mesi e le righe delle attività, ma nessuna casella è
    /// segnata.
    ///
    /// **Perché conta.** Il cronoprogramma non dice quando si fa che cosa; di solito i segni erano colori o disegni,
    /// persi nel passaggio da un formato all'altro. Gli indicatori che rimandano al cronoprogramma non si possono
    /// controllare.
    ///
    /// **Esempio.** Diciotto mesi, sette attività, tutte le caselle vuote.
    ///
    /// **Come si corregge.** Rimettere i segni come testo (una x in ogni casella).
    ///
    /// **Eccezioni.** Le tabelle con una sola riga non sono guardate.
    ///
    /// # The timetable has no mark at all
    ///
    /// **What it finds.** A timetable has the columns of the months and the rows of the activities, but no box is
    /// marked.
    ///
    /// **Why it matters.** The timetable does not say when anything is done; most often the marks were colours or
    /// drawings that were lost between formats. Indicators that refer to the timetable cannot be checked.
    ///
    /// **Example.** Eighteen months, seven activities, all boxes empty.
    ///
    /// **How to mend it.** Put the marks back as text (an x in each box).
    ///
    /// **Exceptions.** Tables with one row are not looked at.
    STR046, "timetable-without-marks", Warning, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    for table in &subject.draft.timetables {
        if table.rows.len() < 2 || table.rows.iter().any(|row| !row.marks.is_empty()) {
            continue;
        }
        let message = Words::new("str046-message")
            .with("rows", table.rows.len().to_string())
            .with("columns", table.columns.len().to_string());
        let defect = report.find(subject.whole(table.line), message);
        defect.hint(Words::new("str046-hint"));
        for row in &table.rows {
            defect.see(row.line, Words::new("str046-row"));
        }
    }
}
