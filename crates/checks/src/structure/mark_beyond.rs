// SPDX-License-Identifier: AGPL-3.0-or-later
//! Marks of a timetable that stand beyond its headings.

use super::table_runs::filled;
use crate::check::{Run, check};
use crate::{Report, Subject, Words};

check! {
    /// # Un segno sta oltre le colonne del cronoprogramma
    ///
    /// **Che cosa trova.** In un cronoprogramma alcuni segni stanno a destra dell'ultima colonna che ha
    /// un'intestazione. È detto una volta per cronoprogramma.
    ///
    /// **Perché conta.** Di quei segni non si sa il mese: o manca l'intestazione di alcune colonne, o l'attività va
    /// oltre la fine del progetto.
    ///
    /// **Esempio.** Le intestazioni arrivano al mese 12, i segni al 14.
    ///
    /// **Come si corregge.** Aggiungere le intestazioni dei mesi che mancano, o togliere i segni di troppo.
    ///
    /// **Eccezioni.** Nessuna: un segno senza mese non dice niente.
    ///
    /// # A mark stands beyond the columns of the timetable
    ///
    /// **What it finds.** In a timetable some marks stand to the right of the last column that has a heading. It is
    /// told once for each timetable.
    ///
    /// **Why it matters.** Nobody knows the month of these marks: either the headings of some columns are missing, or
    /// the activity goes beyond the end of the project.
    ///
    /// **Example.** The headings go up to month 12, the marks up to 14.
    ///
    /// **How to mend it.** Add the headings of the months that are missing, or take the extra marks away.
    ///
    /// **Exceptions.** None: a mark without a month says nothing.
    STR047, "mark-beyond-the-columns", Error, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    for table in &subject.draft.timetables {
        let columns = table.columns.len();
        let beyond = |marks: &[u32]| marks.iter().any(|mark| *mark as usize >= columns);
        let rows: Vec<_> = table.rows.iter().filter(|row| beyond(&row.marks)).collect();
        let Some((first, others)) = rows.split_first() else { continue };
        let last = rows.iter().flat_map(|row| &row.marks).max().map_or(0, |mark| *mark + 1);
        let message = Words::new("str047-message")
            .with("count", rows.len())
            .with("columns", columns.to_string())
            .with("last", last.to_string());
        let cell = filled(subject, first.line).last();
        let place = cell.map_or_else(|| subject.whole(first.line), |cell| cell.place);
        let defect = report.find(place, message);
        defect.mark(place, Words::new("str047-mark")).hint(Words::new("str047-hint"));
        for row in others {
            defect.see(row.line, Words::new("str047-row"));
        }
        let header = table.line.saturating_add(u32::try_from(table.header.len()).unwrap_or(0));
        defect.see(header, Words::new("str047-header"));
    }
}
