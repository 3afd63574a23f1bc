// SPDX-License-Identifier: AGPL-3.0-or-later
//! Pages of a PDF whose letters cannot be known, or that cannot be opened.

use ambito_domain::planning::NoteCode;

use crate::check::{Run, check};
use crate::{Report, Subject, Words};

check! {
    /// # Una pagina che non si riesce a leggere
    ///
    /// **Che cosa trova.** Nel PDF ci sono pagine che si vedono ma non si leggono, perché i loro caratteri non dicono
    /// quali lettere mostrano, oppure pagine che non si riescono ad aprire. È detto una volta per documento e per
    /// motivo, con i numeri delle pagine.
    ///
    /// **Perché conta.** Ciò che sta su quelle pagine manca dalla lettura e dai controlli; chi copia il testo dal PDF
    /// ottiene segni senza senso.
    ///
    /// **Esempio.** Nella tabella del PEG si legge «Totale 1.200,00», ma copiando la riga si ottiene «⌷⌷⌷⌷⌷⌷
    /// ⌷⌷⌷⌷⌷⌷⌷⌷».
    ///
    /// **Come si corregge.** Esportare di nuovo il PDF dal programma con cui il documento è stato scritto, con i
    /// caratteri incorporati, o chiedere il file di partenza. Chi legge i documenti con i comandi può anche far
    /// riconoscere le lettere dalla forma.
    ///
    /// **Eccezioni.** Le pagine che si leggono lo stesso, ricavando le lettere dal disegno dei caratteri, non
    /// contano.
    ///
    /// # A page that cannot be read
    ///
    /// **What it finds.** In the PDF there are pages that can be seen but not read, because their fonts do not say
    /// which letters they show, or pages that cannot be opened. It is told once for each document and reason, with
    /// the numbers of the pages.
    ///
    /// **Why it matters.** What stands on those pages is missing from the reading and from the checks; who copies
    /// text from the PDF gets signs without a sense.
    ///
    /// **Example.** In the table of the plan “Totale 1.200,00” can be seen, but a copy of the row gives “⌷⌷⌷⌷⌷⌷
    /// ⌷⌷⌷⌷⌷⌷⌷⌷”.
    ///
    /// **How to mend it.** Export the PDF again from the program that the document was written in, with its fonts
    /// embedded, or ask for the file it was made from. Who reads documents with commands can also have the letters
    /// recognised by their form.
    ///
    /// **Exceptions.** Pages that are read all the same, with letters found from the shapes of the font, do not
    /// count.
    STR084, "page-not-read", Warning, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    for note in &subject.draft.notes {
        let key = match note.code {
            NoteCode::PagesIllegible => "str084-message",
            NoteCode::PagesUndecoded => "str084-message-undecoded",
            _ => continue,
        };
        let place = subject.whole(note.line);
        let message = Words::new(key).with("pages", &note.subject);
        report.find(place, message).mark_only(place).hint(Words::new("str084-hint"));
    }
}
