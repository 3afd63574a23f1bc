// SPDX-License-Identifier: AGPL-3.0-or-later
//! A total of a summary without its share.

use super::blocks_of::{Kind, blocks};
use super::shares::whole_of;
use crate::arithmetic::share;
use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_base::{Cents, Share};
use ambito_domain::planning::{LineNo, Total};

check! {
    /// # A un totale manca la percentuale
    ///
    /// **Che cosa trova.** In un quadro riassuntivo in cui i totali hanno la loro percentuale, uno o più totali hanno la
    /// cifra ma non la percentuale.
    ///
    /// **Perché conta.** Chi confronta i pesi degli obiettivi salta quelli senza percentuale, e la colonna non fa cento.
    ///
    /// **Esempio.** «Totale obiettivo» 500.000,00 senza percentuale, in un quadro di 10.000.000,00: è il 5,00%.
    ///
    /// **Come si corregge.** Scrivere la percentuale che risulta.
    ///
    /// **Eccezioni.** Vale il quadro che finisce con un totale del 100% e in cui la maggior parte dei totali con una cifra
    /// ha anche la percentuale. È detto una volta per quadro.
    ///
    /// # A total lacks its share
    ///
    /// **What it finds.** In a summary whose totals have their share, one or more totals have an amount but no share.
    ///
    /// **Why it matters.** Who compares the weights of objectives passes over those without a share, and the column does not
    /// make a hundred.
    ///
    /// **Example.** “Total of the objective” 500,000.00 without a share, in a summary of 10,000,000.00: it is 5.00%.
    ///
    /// **How to mend it.** Write the share that results.
    ///
    /// **Exceptions.** It holds for summaries that end with a total of 100% and in which most totals with an amount have a
    /// share too. It is told once for each summary.
    SUM027, "share-missing", Note, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    for block in blocks(subject).iter().filter(|block| block.kind == Kind::Summary) {
        let Some((_, whole)) = whole_of(block) else { continue };
        let (with, without): (Vec<&Total>, Vec<&Total>) = block
            .totals
            .iter()
            .copied()
            .filter(|total| total.amount.is_some())
            .partition(|total| total.share.is_some());
        let missing: Vec<(LineNo, Cents, Share)> = without
            .iter()
            .filter_map(|total| {
                let amount = total.amount?;
                Some((total.line, amount, Share::from_hundredths(share(amount.cents(), whole.cents())?)))
            })
            .collect();
        let Some(((line, amount, right), others)) = missing.split_first().filter(|_| with.len() > without.len()) else {
            continue;
        };
        let message = Words::new("sum027-message").with("count", missing.len()).with("amount", *amount);
        let defect = report.find(subject.amount(*line, *amount), message.with("share", *right));
        defect.hint(Words::new("sum027-hint").with("share", *right));
        for (line, amount, right) in others {
            defect.see(*line, Words::new("sum027-related").with("amount", *amount).with("share", *right));
        }
    }
}
