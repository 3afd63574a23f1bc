// SPDX-License-Identifier: AGPL-3.0-or-later
//! Lists that give a sheet another number than it has.

use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_domain::planning::NoteCode;

check! {
    /// # Un numero diverso nell'elenco e nella scheda
    ///
    /// **Che cosa trova.** Una tabella o un indice nomina una voce con il suo titolo ma con un numero che non è il suo.
    ///
    /// **Perché conta.** Il numero sbagliato spesso è di un'altra voce: chi segue il numero legge la scheda sbagliata.
    ///
    /// **Esempio.** Nella tabella « Azione 4 Il nido che viaggia », nella scheda « Azione 5 Il nido che viaggia ».
    ///
    /// **Come si corregge.** Correggere il numero nell'elenco.
    ///
    /// **Eccezioni.** Nessuna: due numeri per lo stesso titolo nello stesso obiettivo non possono valere insieme.
    ///
    /// # One number in the list, another on the sheet
    ///
    /// **What it finds.** A table or an index names an entry by its title but with a number that is not its own.
    ///
    /// **Why it matters.** The wrong number is often that of another entry: who follows it reads the wrong sheet.
    ///
    /// **Example.** The table has “Action 4 The travelling nursery”, the sheet “Action 5 The travelling nursery”.
    ///
    /// **How to mend it.** Correct the number in the list.
    ///
    /// **Exceptions.** None: two numbers of one title under one objective cannot both hold.
    STR017, "index-number-differs", Error, Run::Alone(look)
}

/// Each is looked for among all nodes; more than these help nobody.
const TOLD_MAX: usize = 500;

fn look(subject: &Subject<'_>, report: &mut Report) {
    let notes = subject.draft.notes.iter().filter(|note| note.code == NoteCode::IndexNumberDiffers);
    for note in notes.take(TOLD_MAX) {
        let Some(id) = note.node else { continue };
        let node = subject.node(id);
        let (Some(own), Some((written, title))) = (node.code.as_deref(), note.subject.split_once(' ')) else {
            continue;
        };
        let cell = subject.cells(note.line).find(|cell| cell.text.split(' ').any(|word| word == written));
        let place = cell.map_or_else(|| subject.place(note.line, written), |cell| cell.place);
        let words = Words::new("str017-message").with("title", title).with("written", written).with("own", own);
        let defect = report.find(place, words).instead(written, own);
        defect.mark(place, Words::new("str017-mark").with("own", own));
        defect.see(node.line, Words::new("str017-sheet").with("own", own));
        let owner = subject.nodes().map(|(_, other)| other);
        let mut owner = owner.filter(|other| other.in_body && other.level == node.level);
        if let Some(owner) = owner.find(|other| other.code.as_deref() == Some(written)) {
            defect.see(owner.line, Words::new("str017-owner").with("written", written));
        }
        defect.hint(Words::new("str017-hint").with("own", own));
    }
}
