// SPDX-License-Identifier: AGPL-3.0-or-later
//! Figures that were recognised in a picture, and not surely.

use ambito_domain::planning::NoteCode;

use crate::check::{Run, check};
use crate::{Report, Subject, Words};

check! {
    /// # Una cifra riconosciuta con poca sicurezza
    ///
    /// **Che cosa trova.** In una pagina letta dall'immagine c'è una cella o una riga con cifre che il
    /// riconoscimento dei caratteri non ha letto con sicurezza. È detto per ogni cella o riga, con la sicurezza da 0
    /// a 100.
    ///
    /// **Perché conta.** Un 3 letto come 8 cambia un importo, un obiettivo, una data, e una somma che non torna può
    /// essere un errore di lettura e non del documento.
    ///
    /// **Esempio.** Sulla pagina passata allo scanner il timbro copre «12.800,00»; è stato letto «12.300,00», con
    /// sicurezza 54.
    ///
    /// **Come si corregge.** Confrontare la cifra con l'immagine della pagina; se si può, leggere il file di partenza
    /// al posto della scansione.
    ///
    /// **Eccezioni.** Le parole senza cifre non contano, e neppure le cifre lette con una sicurezza di almeno 80.
    ///
    /// # A figure that was recognised with little certainty
    ///
    /// **What it finds.** On a page that was read from its picture there is a cell or a line with figures
    /// that were not recognised with certainty. It is told for each cell or line, with the certainty from 0 to 100.
    ///
    /// **Why it matters.** A 3 read as an 8 changes an amount, a target, a date, and a sum that does not come out may
    /// be an error of the reading and not of the document.
    ///
    /// **Example.** On the scanned page the stamp covers “12.800,00”; “12.300,00” was read, with a certainty of 54.
    ///
    /// **How to mend it.** Compare the figure with the picture of the page; where possible, read the file that the
    /// scan was made from.
    ///
    /// **Exceptions.** Words without figures do not count, nor do figures that were read with a certainty of at least
    /// 80.
    STR085, "figure-doubtful", Warning, Run::Alone(look)
}

/// How much of a paragraph the message quotes, in characters.
const QUOTED_CHARS_MAX: usize = 60;

fn look(subject: &Subject<'_>, report: &mut Report) {
    for note in subject.draft.notes.iter().filter(|note| note.code == NoteCode::FigureDoubtful) {
        let Some((confidence, text)) = note.subject.split_once("% ") else { continue };
        let place = subject.place(note.line, text);
        let mut quoted: String = text.chars().take(QUOTED_CHARS_MAX).collect();
        if quoted.len() < text.len() {
            quoted.push('…');
        }
        let message = Words::new("str085-message").with("text", quoted).with("confidence", confidence);
        report.find(place, message).mark_only(place).hint(Words::new("str085-hint"));
    }
}
