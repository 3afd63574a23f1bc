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
        .filter(|note| match note.code {
            NoteCode::WordsJoined => word_broken(subject, note).is_some(),
            code => code == NoteCode::LookAlikes,
        })
        .collect();
    let Some((first, others)) = notes.split_first() else { return };
    let place = word_broken(subject, first).unwrap_or_else(|| subject.place(first.line, &first.subject));
    let alike = notes.iter().any(|note| note.code == NoteCode::LookAlikes);
    let message = Words::new(if alike { "str059-alike" } else { "str059-message" }).with("count", notes.len());
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

/// The first word that a space breaks: where the printed title has a space between letters and the healed one has none.
fn word_broken(subject: &Subject<'_>, note: &Note) -> Option<Place> {
    let lines = &subject.draft.budget_lines;
    let at = lines.partition_point(|line| line.line < note.line);
    let healed = lines.get(at).filter(|line| line.line == note.line)?.title.as_str();
    let cell = subject.cells(note.line).max_by_key(|cell| cell.text.len())?;
    let mut letters = healed.chars().peekable();
    let mut before = ' ';
    for (at, char) in cell.text.char_indices() {
        if letters.peek() == Some(&char) {
            letters.next();
        } else if char == ' ' {
            let after = cell.text.get(at + 1..)?.chars().next().unwrap_or(' ');
            if before.is_alphabetic() && after.is_alphabetic() {
                let from = cell.text.get(..at)?.rfind(' ').map_or(0, |at| at + 1);
                let to = cell.text.get(at + 1..)?.find(' ').map_or(cell.text.len(), |end| at + 1 + end);
                return subject.find(note.line, cell.text.get(from..to)?, 0);
            }
        } else {
            return None;
        }
        before = char;
    }
    None
}
