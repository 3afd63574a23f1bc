// SPDX-License-Identifier: AGPL-3.0-or-later
//! A summary in which nothing is written now as zero, now as an empty cell.

use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_base::Cents;

check! {
    /// # L'assenza di importo è scritta in due modi
    ///
    /// **Che cosa trova.** Nel riepilogo alcune righe hanno 0,00, altre la cella vuota, e né le une né le altre hanno
    /// denaro. È detto una volta per tutto il documento.
    ///
    /// **Perché conta.** Chi legge pensa che lo zero sia una scelta e il vuoto una dimenticanza, o il contrario.
    ///
    /// **Esempio.** Due progetti con «0,00 0,00 %», dieci senza niente.
    ///
    /// **Come si corregge.** Scrivere sempre 0,00, o lasciare sempre vuoto.
    ///
    /// **Eccezioni.** Nessuna.
    ///
    /// # Nothing is written in two ways
    ///
    /// **What it finds.** In the summary some rows have 0.00, others an empty cell, and neither have money. It is
    /// told once for the whole document.
    ///
    /// **Why it matters.** The reader takes the zero for a choice and the empty cell for an omission, or the other
    /// way round.
    ///
    /// **Example.** Two projects with “0.00 0.00 %”, ten with nothing.
    ///
    /// **How to mend it.** Always write 0.00, or always leave it empty.
    ///
    /// **Exceptions.** None.
    STR065, "nothing-in-two-ways", Note, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let (mut zero, mut empty) = (Vec::new(), Vec::new());
    for summary in subject.draft.nodes.iter().filter_map(|node| node.summary) {
        match summary.amount {
            Some(amount) if amount == Cents::new(0) => zero.push(summary.line),
            None => empty.push(summary.line),
            Some(_) => {}
        }
    }
    let (Some((first, others)), Some(nothing)) = (zero.split_first(), empty.first()) else { return };
    let message =
        Words::new("str065-message").with("zero", zero.len().to_string()).with("empty", empty.len().to_string());
    let place = subject.amount(*first, Cents::new(0));
    let defect = report.find(place, message);
    defect.mark_only(place).hint(Words::new("str065-hint"));
    for other in others {
        defect.see(*other, Words::new("str065-zero"));
    }
    defect.see(*nothing, Words::new("str065-empty"));
}
