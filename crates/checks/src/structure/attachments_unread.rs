// SPDX-License-Identifier: AGPL-3.0-or-later
//! Files that are attached to a PDF.

use ambito_domain::planning::NoteCode;

use crate::check::{Run, check};
use crate::{Report, Subject, Words};

check! {
    /// # File allegati che non sono stati letti
    ///
    /// **Che cosa trova.** Il PDF porta dentro di sé altri file, e Ambito non li ha letti. È detto una volta per
    /// documento, con i loro nomi.
    ///
    /// **Perché conta.** Un allegato può essere parte del piano, come il foglio di calcolo del budget: ciò che vi sta
    /// manca dalla lettura e dai controlli, e chi sfoglia il PDF non lo vede.
    ///
    /// **Esempio.** Al PDF del PEG è allegato «budget-2027.xlsx», con gli importi di ogni capitolo.
    ///
    /// **Come si corregge.** Salvare gli allegati dal programma con cui si guarda il PDF e leggerli come gli altri
    /// documenti.
    ///
    /// **Eccezioni.** Le fatture elettroniche e i file di firma sono allegati come gli altri: se non riguardano il
    /// piano, basta saperlo.
    ///
    /// # Attached files that were not read
    ///
    /// **What it finds.** The PDF carries other files inside itself, and Ambito has not read them. It is told once
    /// for each document, with their names.
    ///
    /// **Why it matters.** An attachment may be a part of the plan, such as the sheet of its budget: what stands
    /// there is missing from the reading and from the checks, and who turns the pages of the PDF does not see it.
    ///
    /// **Example.** The file “budget-2027.xlsx”, with the amounts of each chapter, is attached to the PDF of the
    /// plan.
    ///
    /// **How to mend it.** Save the attachments from the program that shows the PDF, and read them like the other
    /// documents.
    ///
    /// **Exceptions.** Electronic invoices and signatures are attachments like the others: if they do not concern the
    /// plan, it is enough to know.
    STR086, "attachments-not-read", Note, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    for note in subject.draft.notes.iter().filter(|note| note.code == NoteCode::FilesAttached) {
        let place = subject.whole(note.line);
        let message = Words::new("str086-message").with("names", &note.subject);
        report.find(place, message).mark_only(place).hint(Words::new("str086-hint"));
    }
}
