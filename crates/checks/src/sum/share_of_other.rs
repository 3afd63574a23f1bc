// SPDX-License-Identifier: AGPL-3.0-or-later
//! A printed share that is of another total than the last.

use super::shares::claims;
use crate::arithmetic::Ledger;
use crate::check::{Run, check};
use crate::{Subject, Words};

check! {
    /// # La percentuale è di un altro totale
    ///
    /// **Che cosa trova.** In un quadro riassuntivo una percentuale non è quella del totale in fondo, ma è esatta se
    /// si prende un altro totale dello stesso quadro (spesso la cifra stessa: 100%).
    ///
    /// **Perché conta.** Nella stessa colonna si confrontano percentuali di cose diverse, e la loro somma supera il
    /// cento.
    ///
    /// **Esempio.** Un «Totale indirizzo» di 90.000,00 su 100.000,00 porta scritto 100%: è il 100% di sé stesso, ma
    /// il 90% del totale.
    ///
    /// **Come si corregge.** Scrivere la percentuale del totale in fondo, oppure dire nell'intestazione di che cosa
    /// è.
    ///
    /// **Eccezioni.** Vale il quadro che finisce con un totale del 100%.
    ///
    /// # The share is of another total
    ///
    /// **What it finds.** In a summary, a share is not that of the total at the end, but is exact for another total
    /// of the same summary (often the amount itself: 100%).
    ///
    /// **Why it matters.** Shares of different things are compared in one column, and together they make more than a
    /// hundred.
    ///
    /// **Example.** A “Total of the direction” of 90,000.00 out of 100,000.00 says 100%: it is 100% of itself, but
    /// 90% of the total.
    ///
    /// **How to mend it.** Write the share of the total at the end, or say in the heading what it is of.
    ///
    /// **Exceptions.** It holds for summaries that end with a total of 100%.
    SUM007, "share-of-another-whole", Error, Run::Equations(state)
}

fn state(subject: &Subject<'_>, ledger: &mut Ledger) {
    for claim in claims(subject).into_iter().filter(|claim| claim.other_whole.is_some()) {
        let Some(other) = claim.other_whole.clone() else { continue };
        let message = Words::new("sum007-message").with("amount", other.quantity);
        let words = [message, Words::new("sum007-carried"), Words::new("sum007-hint")];
        let own_line = claim.share.place.line;
        let mut equation = claim.equation(words);
        if other.place.line != own_line {
            equation.see.push((other.place.line, Words::new("sum007-related").with("amount", other.quantity)));
        }
        ledger.state(equation);
    }
}
