// SPDX-License-Identifier: AGPL-3.0-or-later
//! A share told in prose whose unit is missing.

use super::figures::{Kind, figures, lower_word};
use crate::check::{Run, check};
use crate::{Report, Subject, Words};

/// Above this, in hundredths, a bare number is no share of a whole that lost its unit.
const SHARE_HUNDREDTHS_MAX: i64 = 10_000;

check! {
    /// # Una quota senza unità di misura
    ///
    /// **Che cosa trova.** Il testo dice che una cosa è "pari a" un numero con la virgola di un'altra ("pari allo 0,8 del
    /// bilancio") senza dire se è percentuale.
    ///
    /// **Perché conta.** Preso alla lettera 0,8 è l'ottanta per cento; se si voleva dire 0,8% la cifra è cento volte più
    /// piccola.
    ///
    /// **Esempio.** "un costo pari allo 0,8 del bilancio gestito".
    ///
    /// **Come si corregge.** Scrivere "0,8%", oppure la quota intera ("l'80%").
    ///
    /// **Eccezioni.** I numeri senza virgola ("pari a 3 del gruppo") e gli importi in euro non sono controllati.
    ///
    /// # A share without its unit
    ///
    /// **What it finds.** The text says that one thing is a decimal number "of" another ("equal to 0.8 of the budget") and
    /// does not say whether that is per cent.
    ///
    /// **Why it matters.** Taken literally, 0.8 is eighty per cent; if 0.8% was meant, the figure is a hundred times smaller.
    ///
    /// **Example.** "a cost equal to 0.8 of the budget".
    ///
    /// **How to mend it.** Write "0.8%", or the whole share ("80%").
    ///
    /// **Exceptions.** Numbers without decimals and amounts of euro are not checked.
    SUM023, "share-without-unit", Warning, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    for told in subject.told() {
        if !told.text.contains("pari a") {
            continue;
        }
        for figure in figures(told.text) {
            let before = told.text.get(..figure.start).unwrap_or("").trim_end();
            let equal =
                ["pari a", "pari al", "pari allo", "pari all'", "pari all’"].iter().any(|it| before.ends_with(it));
            let after = told.text.get(figure.end..).unwrap_or("");
            let of = after.starts_with(' ')
                && matches!(lower_word(after).as_str(), "del" | "della" | "dei" | "degli" | "delle" | "dello");
            if equal
                && of
                && figure.kind == Kind::Plain
                && figure.step < 100
                && (1..SHARE_HUNDREDTHS_MAX).contains(&figure.hundredths)
            {
                let printed = told.text.get(figure.start..figure.end).unwrap_or("");
                let defect = report
                    .find(told.part(figure.start, figure.end), Words::new("sum023-message").with("share", printed));
                defect.found(figure.datum()).hint(Words::new("sum023-hint").with("share", printed));
            }
        }
    }
}
