// SPDX-License-Identifier: AGPL-3.0-or-later
//! References to other chapters that were cut.

use crate::check::{Run, check};
use crate::{Place, Report, Subject, Words};
use ambito_domain::planning::{Note, NoteCode};

check! {
    /// # Il rinvio a un altro capitolo è tagliato
    ///
    /// **Che cosa trova.** Nel titolo di un capitolo il rinvio al capitolo collegato («vedi cap. …») è troncato:
    /// mancano il numero o una parte. È detto una volta per tutto il documento.
    ///
    /// **Perché conta.** Da quel rinvio si sa quale entrata paga quale spesa: senza il numero, il vincolo non si può
    /// controllare.
    ///
    /// **Esempio.** «CONTRIBUTO REGIONALE ==VEGG. CAP. U/41».
    ///
    /// **Come si corregge.** Completare il rinvio: il programma che stampa i titoli li taglia dopo un certo numero di
    /// lettere.
    ///
    /// **Eccezioni.** Nessuna.
    ///
    /// # The reference to another chapter is cut
    ///
    /// **What it finds.** In the title of a chapter the reference to the linked chapter (“see chap. …”) is cut: the
    /// number or a part of it is missing. It is told once for the whole document.
    ///
    /// **Why it matters.** From that reference one knows which revenue pays which expense: without the number the
    /// earmarking cannot be checked.
    ///
    /// **Example.** “REGIONAL CONTRIBUTION ==SEE CHAP. E/41”.
    ///
    /// **How to mend it.** Complete the reference: the program that prints the titles cuts them after a number of
    /// letters.
    ///
    /// **Exceptions.** None.
    STR057, "reference-cut", Note, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let notes: Vec<&Note> =
        subject.draft.notes.iter().filter(|note| matches!(note.code, NoteCode::ReferenceCut)).collect();
    let Some((first, others)) = notes.split_first() else { return };
    let place = last_place(subject, first);
    let message = Words::new("str057-message").with("count", notes.len());
    let defect = report.find(place, message);
    defect.mark_only(place).hint(Words::new("str057-hint"));
    let mut told = first.line;
    for other in others.iter().filter(|other| other.line != first.line) {
        if other.line != told {
            told = other.line;
            defect.see(told, Words::new("str057-other"));
        }
    }
}

/// The last place of what is left of a reference: a short piece may stand in the line more than once.
fn last_place(subject: &Subject<'_>, note: &Note) -> Place {
    let at = subject.line(note.line).rfind(note.subject.as_str());
    at.and_then(|at| subject.find(note.line, &note.subject, at)).unwrap_or_else(|| subject.whole(note.line))
}
