// SPDX-License-Identifier: AGPL-3.0-or-later
//! Rows of tables and sheets that page breaks cut.

use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_domain::planning::{LineNo, NoteCode};

check! {
    /// # Righe divise dal cambio di pagina
    ///
    /// **Che cosa trova.** Righe di tabelle, o risposte di schede, che un cambio di pagina ha diviso in due e che il
    /// programma ha riunito.
    ///
    /// **Perché conta.** Chi copia la tabella in un foglio di calcolo trova righe a metà: una senza valore, l'altra
    /// senza nome.
    ///
    /// **Esempio.** « Numero di posti nei nidi » con il valore atteso, e nella pagina seguente il responsabile da solo.
    ///
    /// **Come si corregge.** Nel programma di scrittura impedire che le righe si dividano fra le pagine, e rifare il
    /// documento.
    ///
    /// **Eccezioni.** È una nota, detta una volta per documento: il programma le legge già intere.
    ///
    /// # Rows cut by page breaks
    ///
    /// **What it finds.** Rows of tables, or answers of sheets, that a page break cut in two and that the program
    /// joined.
    ///
    /// **Why it matters.** Who copies the table into a spreadsheet finds half rows: one without a value, the other
    /// without a name.
    ///
    /// **Example.** “Number of nursery places” with its target, and on the next page the owner alone.
    ///
    /// **How to mend it.** Keep rows from breaking across pages in the word processor, and make the document again.
    ///
    /// **Exceptions.** It is a note, said once a document: the program already reads them whole.
    STR019, "cut-by-page", Note, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let joined = |code| matches!(code, NoteCode::RowJoined | NoteCode::FieldJoined);
    let notes = subject.draft.notes.iter().filter(|note| joined(note.code));
    let mut lines: Vec<LineNo> = notes.map(|note| note.line).collect();
    lines.sort_unstable();
    lines.dedup();
    let Some((&first, others)) = lines.split_first() else { return };
    let place = subject.whole(first);
    let defect = report.find(place, Words::new("str019-message").with("count", lines.len()));
    defect.mark(place, Words::new("str019-mark")).hint(Words::new("str019-hint"));
    for line in others {
        defect.see(*line, Words::new("str019-related"));
    }
}
