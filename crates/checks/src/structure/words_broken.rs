// SPDX-License-Identifier: AGPL-3.0-or-later
//! Words with spaces within, and letters that look like others.

use crate::check::{Run, check};
use crate::{Place, Report, Subject, Words};
use ambito_domain::planning::{Note, NoteCode};

check! {
    /// # Parole spezzate o lettere scambiate
    ///
    /// **Che cosa trova.** Alcune parole hanno uno spazio in mezzo («EDIFIC I»), perché una colonna stretta le ha
    /// spezzate, o hanno lettere di un altro alfabeto che sembrano le nostre. La lettura le ha riconosciute. È detto
    /// una volta per tutto il documento.
    ///
    /// **Perché conta.** Chi cerca la parola nel documento non la trova.
    ///
    /// **Esempio.** «PROGETTAZION E SOCIALE».
    ///
    /// **Come si corregge.** Scrivere le parole intere nel programma da cui il documento è stampato.
    ///
    /// **Eccezioni.** Nessuna: la lettura tiene conto delle parole intere.
    ///
    /// # Broken words or changed letters
    ///
    /// **What it finds.** Some words have a space within (“BUIL DINGS”) because a narrow column broke them, or have
    /// letters of another alphabet that look like ours. The reading recognised them. It is told once for the whole
    /// document.
    ///
    /// **Why it matters.** Who looks for the word in the document does not find it.
    ///
    /// **Example.** “SOCIAL PLANN ING”.
    ///
    /// **How to mend it.** Write the words whole in the program that prints the document.
    ///
    /// **Exceptions.** None: the reading goes by the whole words.
    STR059, "words-broken", Note, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let notes: Vec<&Note> = subject
        .draft
        .notes
        .iter()
        .filter(|note| matches!(note.code, NoteCode::WordsJoined | NoteCode::LookAlikes))
        .collect();
    let Some((first, others)) = notes.split_first() else { return };
    let place = broken(subject, first);
    let message = Words::new("str059-message").with("count", notes.len());
    let defect = report.find(place, message);
    defect.mark_only(place).hint(Words::new("str059-hint"));
    let mut told = first.line;
    for other in others.iter().filter(|other| other.line != first.line) {
        if other.line != told {
            told = other.line;
            defect.see(told, Words::new("str059-other"));
        }
    }
}

/// The word that a space breaks: where the printed title has a space and the healed one has none.
fn broken(subject: &Subject<'_>, note: &Note) -> Place {
    let healed = subject.draft.budget_lines.iter().find(|line| line.line == note.line).map(|line| line.title.as_str());
    let cell = subject.cells(note.line).max_by_key(|cell| cell.text.len());
    let word = healed.zip(cell).and_then(|(healed, cell)| {
        let same = cell.text.bytes().zip(healed.bytes()).take_while(|(printed, healed)| printed == healed).count();
        let before = cell.text.get(..same)?.rfind(' ').map_or(0, |at| at + 1);
        let after = cell.text.get(same + 1..)?.find(' ').map_or(cell.text.len(), |at| same + 1 + at);
        subject.find(note.line, cell.text.get(before..after)?, 0)
    });
    word.unwrap_or_else(|| subject.place(note.line, &note.subject))
}
