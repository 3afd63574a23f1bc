// SPDX-License-Identifier: AGPL-3.0-or-later
//! Tables whose sheet was lost.

use super::numbers::number_of;
use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_domain::planning::NoteCode;

check! {
    /// # Una tabella rimasta senza la sua scheda
    ///
    /// **Che cosa trova.** Una tabella di indicatori, fasi o persone sta in fondo a una scheda e i suoi codici sono di
    /// un'altra, che nel testo non c'è.
    ///
    /// **Perché conta.** Una pagina è andata persa: misure e persone sembrano della scheda di prima, e i conti delle
    /// persone non tornano.
    ///
    /// **Esempio.** Dopo le persone della scheda 1102 viene l'indicatore M_1103_6_1, senza titolo e senza obiettivo.
    ///
    /// **Come si corregge.** Rimettere le pagine perse fra le due schede.
    ///
    /// **Eccezioni.** Un solo codice sbagliato in mezzo a una scheda lo dice STR011.
    ///
    /// # A table without its sheet
    ///
    /// **What it finds.** A table of indicators, phases or people stands at the end of a sheet and its codes are of
    /// another, which the text does not have.
    ///
    /// **Why it matters.** A page was lost: measures and people seem to be of the sheet before, and the sums of people
    /// do not come out.
    ///
    /// **Example.** After the people of sheet 1102 comes the indicator M_1103_6_1, without a heading and without an
    /// objective.
    ///
    /// **How to mend it.** Put the lost pages back between the two sheets.
    ///
    /// **Exceptions.** A single wrong code in the middle of a sheet is told by STR011.
    STR016, "orphan-table", Error, Run::Alone(look)
}

/// Each is looked for among all nodes; more than these help nobody.
const TOLD_MAX: usize = 500;

fn look(subject: &Subject<'_>, report: &mut Report) {
    let notes = &subject.draft.notes;
    for note in notes.iter().filter(|note| note.code == NoteCode::OrphanTable).take(TOLD_MAX) {
        let lost = note.node.map(|id| subject.node(id)).filter(|node| !node.in_body);
        let above = subject.nodes().map(|(_, node)| node);
        let above = above.filter(|node| node.in_body && node.code.is_some() && node.line < note.line);
        let Some(sheet) = above.max_by_key(|node| node.line) else { continue };
        let words = match lost {
            Some(node) => Words::new("str016-named-message").with("lost", number_of(node)),
            None => Words::new("str016-message"),
        };
        let place = subject.place(note.line, &note.subject);
        let words = words.with("code", note.subject.as_str()).with("sheet", number_of(sheet));
        let defect = report.find(place, words).found(note.subject.as_str());
        defect.mark(place, Words::new("str016-mark")).see(sheet.line, Words::new("str016-sheet"));
        let listed = notes.iter().find(|other| other.code == NoteCode::NotInBody && other.node == note.node);
        if let Some(listed) = listed.filter(|_| note.node.is_some()) {
            defect.see(listed.line, Words::new("str016-list"));
        }
        defect.hint(Words::new("str016-hint"));
    }
}
