// SPDX-License-Identifier: AGPL-3.0-or-later
//! A heading row in which two cells had run together.

use crate::check::{Run, check};
use crate::{Place, Report, Subject, Words};
use ambito_domain::planning::{Note, NoteCode};

check! {
    /// # Due intestazioni della tabella sono in una cella sola
    ///
    /// **Che cosa trova.** La riga delle intestazioni ha una cella in meno delle altre righe, perché due intestazioni
    /// sono scritte insieme. La lettura le ha divise, ma sulla pagina ogni colonna dopo sta sotto l'intestazione
    /// sbagliata.
    ///
    /// **Perché conta.** Chi guarda la tabella prende l'ultima colonna prima del totale per il totale, e la colonna
    /// del totale resta senza nome.
    ///
    /// **Esempio.** «80 e oltre N/D» in una cella: il totale vero è sotto nessuna intestazione.
    ///
    /// **Come si corregge.** Dividere la cella in due.
    ///
    /// **Eccezioni.** Si guardano solo le intestazioni che la lettura ha saputo dividere.
    ///
    /// # Two headings of the table stand in one cell
    ///
    /// **What it finds.** The heading row has one cell less than the other rows because two headings are written
    /// together. The reading divided them, but on the page every later column stands under the wrong heading.
    ///
    /// **Why it matters.** Who looks at the table takes the last column before the total for the total, and the
    /// column of the total has no name.
    ///
    /// **Example.** “80 and over N/A” in one cell: the true total stands under no heading.
    ///
    /// **How to mend it.** Divide the cell into two.
    ///
    /// **Exceptions.** Only headings are told that the reading was able to divide.
    STR053, "headings-run-together", Warning, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let mut notes = subject.draft.notes.iter().filter(|note| note.code == NoteCode::HeaderDivided);
    let Some(first) = notes.next() else { return };
    let others: Vec<&Note> = notes.collect();
    let place = together(subject, first.line);
    let message = Words::new("str053-message").with("count", others.len() + 1);
    let defect = report.find(place, message);
    defect.mark_only(place).hint(Words::new("str053-hint"));
    if subject.cells(first.line + 1).next().is_some() {
        defect.see(first.line + 1, Words::new("str053-row"));
    }
    for other in others {
        defect.see(other.line, Words::new("str053-other"));
    }
}

/// The cell with two headings: the one with most words among those of few letters, else the whole row.
fn together(subject: &Subject<'_>, line: u32) -> Place {
    let cells = subject.cells(line).filter(|cell| cell.column > 0);
    let two = cells.filter(|cell| cell.text.contains(' ')).max_by_key(|cell| cell.text.matches(' ').count());
    two.map_or_else(|| subject.whole(line), |cell| cell.place)
}
