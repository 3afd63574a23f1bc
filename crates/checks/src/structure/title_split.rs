// SPDX-License-Identifier: AGPL-3.0-or-later
//! Titles that a page break cut.

use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_domain::planning::NoteCode;

check! {
    /// # Un titolo diviso dal cambio di pagina
    ///
    /// **Che cosa trova.** Un titolo comincia in fondo a una pagina e finisce in cima alla seguente, in un'altra riga
    /// della tabella.
    ///
    /// **Perché conta.** Chi copia la tabella ne prende metà, e la metà che resta sembra il titolo di un'altra riga.
    ///
    /// **Esempio.** «Sostenere le famiglie» in una riga, «e la cura» dopo la fine della pagina.
    ///
    /// **Come si corregge.** Scrivere il titolo intero nella prima riga, oppure ripeterlo intero sulla nuova pagina.
    ///
    /// **Eccezioni.** È una nota: il programma lo legge già intero.
    ///
    /// # A title cut by a page break
    ///
    /// **What it finds.** A title begins at the foot of a page and ends at the top of the next, in another row of the
    /// table.
    ///
    /// **Why it matters.** Who copies the table takes half of it, and the other half looks like the title of another
    /// row.
    ///
    /// **Example.** “Supporting families” in one row, “and care” after the end of the page.
    ///
    /// **How to mend it.** Write the whole title in the first row, or repeat it whole on the new page.
    ///
    /// **Exceptions.** It is a note: the program already reads it whole.
    STR018, "title-split", Note, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    for note in subject.draft.notes.iter().filter(|note| note.code == NoteCode::TitleJoined) {
        let tail = subject.cells(note.line).filter(|cell| !cell.text.is_empty() && note.subject.ends_with(cell.text));
        let place = tail.max_by_key(|cell| cell.text.len()).map_or_else(|| subject.whole(note.line), |cell| cell.place);
        let defect = report.find(place, Words::new("str018-message").with("title", note.subject.as_str()));
        defect.mark(place, Words::new("str018-mark")).hint(Words::new("str018-hint"));
        if let Some(id) = note.node {
            defect.see(subject.node(id).line, Words::new("str018-first"));
        }
    }
}
