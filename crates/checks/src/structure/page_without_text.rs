// SPDX-License-Identifier: AGPL-3.0-or-later
//! Pages of a PDF that are pictures.

use ambito_domain::planning::NoteCode;

use crate::check::{Run, check};
use crate::{Report, Subject, Words};

check! {
    /// # Una pagina senza testo
    ///
    /// **Che cosa trova.** Nel PDF ci sono pagine che sono immagini, di solito fogli passati allo scanner: non
    /// contengono testo e Ambito non le ha lette. È detto una volta per documento, con i numeri delle pagine.
    ///
    /// **Perché conta.** Ciò che sta su quelle pagine manca dalla lettura e dai controlli, e non lo trova neppure chi
    /// cerca una parola o usa un lettore di schermo: la legge chiede documenti accessibili.
    ///
    /// **Esempio.** L'ultima pagina del piano, con le firme e la tabella delle risorse, è stata stampata, firmata e
    /// passata allo scanner.
    ///
    /// **Come si corregge.** Chiedere il file di partenza e leggere quello; per la pubblicazione, esportare il PDF dal
    /// programma con cui il documento è stato scritto. Chi legge i documenti con i comandi può anche far riconoscere le
    /// lettere, e confrontare poi i valori con le immagini.
    ///
    /// **Eccezioni.** Le pagine bianche e quelle con qualche riga di testo non contano. Se tutte le pagine sono
    /// immagini il documento non si legge, e lo dice la lettura.
    ///
    /// # A page without text
    ///
    /// **What it finds.** In the PDF there are pages that are pictures, usually sheets from a scanner: there is no
    /// text on them and Ambito has not read them. It is told once for each document, with the numbers of the pages.
    ///
    /// **Why it matters.** What stands on those pages is missing from the reading and from the checks, and nobody
    /// finds it by looking for a word or with a screen reader: the law asks for accessible documents.
    ///
    /// **Example.** The last page of the plan, with the signatures and the table of resources, was printed, signed
    /// and scanned.
    ///
    /// **How to mend it.** Ask for the file it was made from and read that one; to publish, export the PDF from the
    /// program that the document was written in. Who reads documents with commands can also have the letters
    /// recognised, and then compare the values with the pictures.
    ///
    /// **Exceptions.** Blank pages and those with some lines of text do not count. Where all pages are pictures the
    /// document is not read, and the reading says so.
    STR083, "page-without-text", Warning, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    for note in subject.draft.notes.iter().filter(|note| note.code == NoteCode::PagesWithoutText) {
        let place = subject.whole(note.line);
        let message = Words::new("str083-message").with("pages", &note.subject);
        report.find(place, message).mark_only(place).hint(Words::new("str083-hint"));
    }
}
