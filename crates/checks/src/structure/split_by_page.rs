// SPDX-License-Identifier: AGPL-3.0-or-later
//! Rows and answers that the end of a page cut in two.

use super::sheets::opening;
use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_domain::planning::{Note, NoteCode};

check! {
    /// # Il cambio di pagina divide righe o risposte
    ///
    /// **Che cosa trova.** Una riga di tabella o una risposta comincia su una pagina e finisce sulla seguente; la
    /// lettura l'ha riunita. È detto una volta per tutto il documento.
    ///
    /// **Perché conta.** Chi copia la pagina prende mezza risposta, e un programma può leggere la seconda metà come
    /// una riga senza valore.
    ///
    /// **Esempio.** La risposta sui bisogni finisce a metà frase; il resto è in una riga senza etichetta sulla pagina
    /// dopo.
    ///
    /// **Come si corregge.** Impedire che le righe si dividano fra due pagine («mantieni insieme»).
    ///
    /// **Eccezioni.** Nessuna: è una nota sulla forma, il contenuto c'è.
    ///
    /// # The end of a page divides rows or answers
    ///
    /// **What it finds.** A row of a table or an answer begins on one page and ends on the next; the reading joined
    /// it. It is told once for the whole document.
    ///
    /// **Why it matters.** Who copies the page takes half an answer, and a program may read the second half as a row
    /// without value.
    ///
    /// **Example.** The answer about needs ends in the middle of a sentence; the rest is in a row without a label on
    /// the next page.
    ///
    /// **How to mend it.** Keep rows from being divided between pages (“keep together”).
    ///
    /// **Exceptions.** None: it is a note on the form, the contents are there.
    STR058, "row-split-by-page", Note, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let notes: Vec<&Note> = subject
        .draft
        .notes
        .iter()
        .filter(|note| matches!(note.code, NoteCode::FieldJoined | NoteCode::RowJoined))
        .collect();
    let mut notes = notes;
    notes.dedup_by_key(|note| note.line);
    let Some((first, others)) = notes.split_first() else { return };
    let place = subject.place(first.line, &first.subject);
    let message = Words::new("str058-message").with("count", notes.len()).with("what", opening(&first.subject));
    let defect = report.find(place, message);
    defect.mark_only(place).hint(Words::new("str058-hint"));
    let mut told = first.line;
    for other in others.iter().filter(|other| other.line != first.line) {
        if other.line != told {
            told = other.line;
            defect.see(told, Words::new("str058-other"));
        }
    }
}
