// SPDX-License-Identifier: AGPL-3.0-or-later
//! Sheets that lost their heading.

use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_domain::planning::NoteCode;

check! {
    /// # Una scheda che ha perso il titolo
    ///
    /// **Che cosa trova.** Nel testo comincia una scheda (c'è la sua descrizione) e sopra non c'è il titolo.
    ///
    /// **Perché conta.** Chi legge crede che il testo continui la scheda di prima: risultati e responsabilità vanno
    /// all'obiettivo sbagliato.
    ///
    /// **Esempio.** Dopo gli indicatori di un obiettivo viene subito un'altra «Descrizione analitica».
    ///
    /// **Come si corregge.** Rimettere il titolo sopra la descrizione; quello dell'indice, se c'è, dice quale.
    ///
    /// **Eccezioni.** Se la stessa scheda ha due descrizioni apposta, la seconda va chiamata in un altro modo.
    ///
    /// # A sheet that lost its heading
    ///
    /// **What it finds.** A sheet begins in the text (its description is there) and there is no heading above it.
    ///
    /// **Why it matters.** Readers believe that the text goes on with the sheet before: results and responsibilities go
    /// to the wrong objective.
    ///
    /// **Example.** After the indicators of an objective another “Analytical description” follows at once.
    ///
    /// **How to mend it.** Put the heading back above the description; that of the index, if there is one, says which.
    ///
    /// **Exceptions.** If a sheet has two descriptions on purpose, the second should be called otherwise.
    STR015, "heading-lost", Warning, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    for note in subject.draft.notes.iter().filter(|note| note.code == NoteCode::HeadingLost) {
        let node = note.node.map(|id| subject.node(id));
        let words = match node.and_then(|node| node.inferred_title.as_deref()) {
            Some(title) => Words::new("str015-message").with("title", title),
            None => Words::new("str015-unknown-message"),
        };
        let place = subject.whole(note.line);
        let defect = report.find(place, words).mark(place, Words::new("str015-mark")).hint(Words::new("str015-hint"));
        if let Some(entry) = node.and_then(|node| node.index.first()) {
            defect.see(entry.line, Words::new("str015-index"));
        }
        let before = note.node.and_then(|id| id.0.checked_sub(1)).and_then(|at| subject.draft.nodes.get(at as usize));
        if let Some(before) = before.filter(|before| before.in_body) {
            defect.see(before.line, Words::new("str015-before"));
        }
    }
}
