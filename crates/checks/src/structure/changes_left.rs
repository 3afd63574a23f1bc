// SPDX-License-Identifier: AGPL-3.0-or-later
//! Tracked changes that nobody has accepted or refused.

use ambito_domain::planning::NoteCode;

use crate::check::{Run, check};
use crate::{Report, Subject, Words};

check! {
    /// # Modifiche tracciate non ancora accettate
    ///
    /// **Che cosa trova.** Nel file di videoscrittura (DOCX o ODT) ci sono modifiche tracciate, cioè parole aggiunte o
    /// tolte che nessuno ha ancora accettato né rifiutato. È detto una volta per documento, alla prima modifica.
    ///
    /// **Perché conta.** Non si sa quale dei due testi vale: Ambito legge quello con tutte le modifiche fatte, chi apre
    /// il file può vederne un altro, e chi lo pubblica mostra anche ciò che è stato tolto.
    ///
    /// **Esempio.** Nella tabella del budget «12.000,00» è barrato e accanto è scritto «15.000,00», in colore.
    ///
    /// **Come si corregge.** Aprire il documento, accettare o rifiutare ogni modifica e salvarlo di nuovo.
    ///
    /// **Eccezioni.** Le modifiche che riguardano solo l'aspetto, come il grassetto, non contano.
    ///
    /// # Tracked changes that have not been accepted yet
    ///
    /// **What it finds.** In the word-processor file (DOCX or ODT) there are tracked changes: words put in or taken out
    /// that nobody has accepted or refused yet. It is told once for each document, at the first change.
    ///
    /// **Why it matters.** Nobody knows which of the two texts holds: Ambito reads the one with all changes made, who
    /// opens the file may see another, and who publishes it also shows what was taken out.
    ///
    /// **Example.** In the budget table “12.000,00” is struck through, and “15.000,00” is written beside it in colour.
    ///
    /// **How to mend it.** Open the document, accept or refuse each change, and save it again.
    ///
    /// **Exceptions.** Changes of the looks alone, such as bold, do not count.
    STR082, "changes-not-accepted", Warning, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    for note in subject.draft.notes.iter().filter(|note| note.code == NoteCode::ChangesTracked) {
        let place = subject.whole(note.line);
        let message = Words::new("str082-message").with("count", note.subject.parse::<usize>().unwrap_or(0));
        report.find(place, message).mark_only(place).hint(Words::new("str082-hint"));
    }
}
