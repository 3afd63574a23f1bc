// SPDX-License-Identifier: AGPL-3.0-or-later
//! A printed share and the one that its amount has.

use super::shares::claims;
use crate::arithmetic::{Ledger, share};
use crate::check::{Run, check};
use crate::{Subject, Words};

check! {
    /// # La percentuale scritta non è quella che risulta
    ///
    /// **Che cosa trova.** In un quadro riassuntivo la percentuale scritta accanto a una cifra non è quella che la
    /// cifra ha del totale in fondo al quadro, arrotondata al centesimo.
    ///
    /// **Perché conta.** Le percentuali si leggono prima delle cifre: una sbagliata sposta il peso di un obiettivo.
    ///
    /// **Esempio.** 25.000,00 su 200.000,00 è il 12,50%; è scritto 15,20%.
    ///
    /// **Come si corregge.** Rifare il conto: cifra diviso totale, per cento, due decimali.
    ///
    /// **Eccezioni.** Vale il quadro che finisce con un totale del 100%. Non c'è tolleranza: l'arrotondamento è
    /// quello comune (da 5 in su).
    ///
    /// # The printed share is not the one that results
    ///
    /// **What it finds.** In a summary, the share printed beside an amount is not the one that the amount has of the
    /// total at the end, rounded to hundredths.
    ///
    /// **Why it matters.** Shares are read before amounts: a wrong one moves the weight of an objective.
    ///
    /// **Example.** 25,000.00 of 200,000.00 is 12.50%; 15.20% is printed.
    ///
    /// **How to mend it.** Work it out again: amount divided by total, times a hundred, two decimals.
    ///
    /// **Exceptions.** It holds for summaries that end with a total of 100%. There is no tolerance: rounding is the
    /// common one (half up).
    SUM006, "share-differs", Error, Run::Equations(state)
}

fn state(subject: &Subject<'_>, ledger: &mut Ledger) {
    for claim in claims(subject).into_iter().filter(|claim| claim.other_whole.is_none()) {
        let [amount, whole] = [&claim.amount, &claim.whole].map(|term| term.quantity);
        let Some(right) = share(amount.hundredths(), whole.hundredths()) else { continue };
        let about = |key| Words::new(key).with("name", &claim.name).with("amount", amount).with("whole", whole);
        let carried =
            about("sum006-carried").with("share", claim.share.quantity).with("right", claim.share.quantity.like(right));
        let words = [about("sum006-message"), carried, Words::new("sum006-hint")];
        ledger.state(claim.equation(words));
    }
}
