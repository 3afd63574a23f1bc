// SPDX-License-Identifier: AGPL-3.0-or-later
//! Parts told in one sentence that do not make the total told with them.

use super::enumeration::enumerations;
use super::figures::{Fit, Kind, Nearness};
use crate::arithmetic::{Equation, Ledger, Quantity, Rule, Scope, Term};
use crate::check::{Run, check};
use crate::{Subject, Words};
use ambito_base::Cents;
use ambito_findings::Severity;

check! {
    /// # Le parti dette in una frase non fanno il totale detto con esse
    ///
    /// **Che cosa trova.** Una frase elenca più quantità della stessa specie e chiude con "per un totale di": la somma delle
    /// quantità è un'altra.
    ///
    /// **Perché conta.** Chi legge prende il totale per buono; se una delle parti è sbagliata o manca, il totale non vale
    /// nulla.
    ///
    /// **Esempio.** "120 persone a Castelvento, 80 a Collelume e 60 a Pietralume, per un totale di 270": la somma è 260.
    ///
    /// **Come si corregge.** Riscrivere il totale, o la parte sbagliata, o aggiungere quella che manca.
    ///
    /// **Eccezioni.** Numeri di specie diverse (incontri, ore), percentuali, anni ed età non sono sommati. Con "circa"
    /// vale l'arrotondamento alle cifre scritte e il rilievo è un avviso.
    ///
    /// # Parts told in one sentence do not make the total told with them
    ///
    /// **What it finds.** A sentence lists several quantities of one kind and ends with "a total of": they make another sum.
    ///
    /// **Why it matters.** Readers take the total as it is; if a part is wrong or missing, the total is worth nothing.
    ///
    /// **Example.** "120 people in Castelvento, 80 in Collelume and 60 in Pietralume, a total of 270": the sum is 260.
    ///
    /// **How to mend it.** Write the total again, or the part that is wrong, or add the one that is missing.
    ///
    /// **Exceptions.** Numbers of different kinds (meetings, hours), percentages, years and ages are not added. With
    /// "about", rounding to the printed digits holds and it is a warning.
    SUM019, "prose-parts-differ", Error, Run::Equations(state)
}

fn state(subject: &Subject<'_>, ledger: &mut Ledger) {
    for told in subject.told() {
        for list in enumerations(told) {
            let Some(sum) = list.sum() else { continue };
            if list.total.fit(sum) == Fit::Rounded {
                continue;
            }
            let exact = list.parts.iter().chain([&list.total]).all(|figure| figure.nearness == Nearness::Exact);
            let term = |figure: &super::figures::Figure| {
                Term::new(told.part(figure.start, figure.end), quantity(figure.hundredths, figure.kind))
            };
            ledger.state(Equation {
                rule: Rule::Sum,
                see: Vec::new(),
                parts: list.parts.iter().map(term).collect(),
                total: term(&list.total),
                scope: Scope::Grand,
                message: Words::new("sum019-message"),
                carried: Words::new("sum019-carried"),
                hint: Words::new("sum019-hint"),
                severity: (!exact).then_some(Severity::Warning),
            });
        }
    }
}

/// A figure of prose as equations have it.
pub(super) fn quantity(hundredths: i64, kind: Kind) -> Quantity {
    match kind {
        Kind::Money => Quantity::Money(Cents::new(hundredths)),
        _ => Quantity::Number(hundredths),
    }
}
