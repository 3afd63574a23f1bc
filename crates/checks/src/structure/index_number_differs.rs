// SPDX-License-Identifier: AGPL-3.0-or-later
//! Lists that give a sheet another number than it has.

use super::misnumbered::{Misnumbered, doubled, misnumbered};
use crate::check::{Run, check};
use crate::{Report, Subject, Words};

check! {
    /// # Un numero diverso nell'elenco e nella scheda
    ///
    /// **Che cosa trova.** Una tabella o un indice nomina una voce con il suo titolo ma con un numero che non è il suo.
    ///
    /// **Perché conta.** Il numero sbagliato spesso è di un'altra voce: chi segue il numero legge la scheda sbagliata.
    ///
    /// **Esempio.** Nella tabella «Azione 4 Il nido che viaggia», nella scheda «Azione 5 Il nido che viaggia».
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
    let places = misnumbered(subject);
    if places.is_empty() {
        return;
    }
    // A sheet with the number of another is told as such.
    let doubled = doubled(subject);
    let groups = places.chunk_by(|left, right| left.sheet == right.sheet && left.written == right.written);
    for group in groups.filter(|group| group.iter().all(|place| !doubled.contains(&place.sheet))).take(TOLD_MAX) {
        tell(subject, group, report);
    }
}

fn tell(subject: &Subject<'_>, group: &[Misnumbered<'_>], report: &mut Report) {
    let Some((Misnumbered { sheet, written, line, .. }, others)) = group.split_first() else { return };
    let node = subject.node(*sheet);
    let (own, title) = (node.code.as_deref().unwrap_or(""), node.title.as_deref().unwrap_or(""));
    let cell = subject.cells(*line).find(|cell| cell.text.split(' ').any(|word| word == *written));
    let place = cell.map_or_else(|| subject.place(*line, written), |cell| cell.place);
    let words = Words::new("str017-message").with("title", title).with("written", *written).with("own", own);
    let defect = report.find(place, words).instead(*written, own);
    defect.mark(place, Words::new("str017-mark").with("own", own));
    defect.see(node.line, Words::new("str017-sheet").with("own", own));
    for other in others {
        defect.see(other.line, Words::new("str017-again").with("written", *written));
    }
    let mut owner = subject.nodes().map(|(_, other)| other).filter(|other| other.in_body && other.level == node.level);
    if let Some(owner) = owner.find(|other| other.code.as_deref() == Some(*written)) {
        defect.see(owner.line, Words::new("str017-owner").with("written", *written));
    }
    defect.hint(Words::new("str017-hint").with("own", own));
}
