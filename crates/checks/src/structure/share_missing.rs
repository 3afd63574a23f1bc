// SPDX-License-Identifier: AGPL-3.0-or-later
//! Subtotals with an amount but no share.

use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_domain::planning::Total;
use rustc_hash::FxHashMap;

check! {
    /// # Un totale con l'importo ma senza la percentuale
    ///
    /// **Che cosa trova.** Una riga di totale ha l'importo ma non la percentuale, che le altre righe con lo stesso
    /// nome hanno. È detto una volta per tutto il documento.
    ///
    /// **Perché conta.** Chi somma le percentuali di quel livello trova meno di cento, e non capisce se manca un
    /// numero o un importo.
    ///
    /// **Esempio.** «Totale Obiettivo 240.500,00» senza percentuale, mentre gli altri hanno «35,10 %».
    ///
    /// **Come si corregge.** Scrivere la percentuale: l'importo diviso il totale del centro di responsabilità.
    ///
    /// **Eccezioni.** I totali senza importo, o di zero euro, non sono segnalati.
    ///
    /// # A total with its amount but without its share
    ///
    /// **What it finds.** A row of a total has its amount but not its share, which the other rows of the same name
    /// have. It is told once for the whole document.
    ///
    /// **Why it matters.** Who adds the shares of that level finds less than a hundred, and does not know whether a
    /// number or an amount is missing.
    ///
    /// **Example.** “Totale Obiettivo 240.500,00” without a share, while the others have “35,10 %”.
    ///
    /// **How to mend it.** Write the share: the amount divided by the total of the centre.
    ///
    /// **Exceptions.** Totals without an amount, or of zero euro, are not told.
    STR073, "share-missing", Note, Run::Alone(look)
}

/// So many rows of one name have a share before it is usual.
const WITH_MIN: usize = 2;

fn look(subject: &Subject<'_>, report: &mut Report) {
    let named = |total: &'_ &Total| total.label.is_some() && total.amount.is_some_and(|amount| amount.cents() != 0);
    let mut with: FxHashMap<&str, usize> = FxHashMap::default();
    for total in subject.draft.totals.iter().filter(named).filter(|total| total.share.is_some()) {
        *with.entry(total.label.as_deref().unwrap_or("")).or_default() += 1;
    }
    let usual = |total: &&Total| with.get(total.label.as_deref().unwrap_or("")).is_some_and(|count| *count >= WITH_MIN);
    let without: Vec<&Total> =
        subject.draft.totals.iter().filter(named).filter(|total| total.share.is_none()).filter(usual).collect();
    let Some((first, others)) = without.split_first() else { return };
    let (Some(label), Some(amount)) = (first.label.as_deref(), first.amount) else { return };
    let place = subject.amount(first.line, amount);
    let message = Words::new("str073-message").with("count", without.len()).with("label", label).with("amount", amount);
    let defect = report.find(place, message);
    defect.mark(place, Words::new("str073-mark")).hint(Words::new("str073-hint"));
    for other in others {
        defect.see(other.line, Words::new("str073-other"));
    }
    let has = subject.draft.totals.iter().find(|total| total.label.as_deref() == Some(label) && total.share.is_some());
    if let Some(has) = has {
        defect.see(has.line, Words::new("str073-has"));
    }
}
