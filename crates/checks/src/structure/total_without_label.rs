// SPDX-License-Identifier: AGPL-3.0-or-later
//! A row of totals that does not say of what.

use crate::check::{Run, check};
use crate::{Report, Subject, Words};

check! {
    /// # La riga dei totali non ha etichetta
    ///
    /// **Che cosa trova.** Una riga contiene solo somme, senza le parole che dicono di che cosa sono il totale.
    ///
    /// **Perché conta.** Chi legge deve indovinare se è il totale generale, quello dell'ultima parte o una riga
    /// rimasta senza nome; chi elabora la tabella la prende per una riga come le altre.
    ///
    /// **Esempio.** Sotto «totale 4.3» c'è una riga di quattro importi e nient'altro.
    ///
    /// **Come si corregge.** Scrivere all'inizio della riga di che cosa è il totale.
    ///
    /// **Eccezioni.** Si guardano le righe che la lettura riconosce come totali.
    ///
    /// # The row of totals has no label
    ///
    /// **What it finds.** A row holds only sums, without the words that say of what they are the total.
    ///
    /// **Why it matters.** The reader has to guess whether it is the grand total, that of the last part, or a row
    /// that lost its name; who processes the table takes it for a row like the others.
    ///
    /// **Example.** Below “total 4.3” there is a row with four amounts and nothing else.
    ///
    /// **How to mend it.** Write at the beginning of the row of what it is the total.
    ///
    /// **Exceptions.** Only rows that the reading recognises as totals are looked at.
    STR041, "total-without-label", Note, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let totals = &subject.draft.totals;
    for row in totals.chunk_by(|left, right| left.line == right.line) {
        let Some(first) = row.first() else { continue };
        let nameless = row.iter().all(|total| total.label.as_deref().is_none_or(|label| label.trim().is_empty()));
        let words = subject.cells(first.line).any(|cell| cell.text.chars().any(char::is_alphabetic));
        if nameless && !words && row.len() > 1 {
            report.find(subject.whole(first.line), Words::new("str041-message")).hint(Words::new("str041-hint"));
        }
    }
}
