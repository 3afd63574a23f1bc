// SPDX-License-Identifier: AGPL-3.0-or-later
//! Fields of resources that hold no amount.

use crate::check::{Run, check};
use crate::{Report, Subject, Words};

check! {
    /// # Risorse economiche senza un importo
    ///
    /// **Che cosa trova.** Nel campo delle risorse economiche di una scheda c'è un testo, ma nessun importo, mentre
    /// altre schede ne hanno uno. È detto una volta per tutto il documento, con tutte le righe.
    ///
    /// **Perché conta.** Senza un importo non si può dire quanto costa il piano, né sommare le schede.
    ///
    /// **Esempio.** Risorse economiche preventivate: «fondi comunali e donazioni».
    ///
    /// **Come si corregge.** Scrivere quanto si prevede di spendere, anche «0» o «circa», e da quale fonte.
    ///
    /// **Eccezioni.** Se meno di due schede hanno un importo è il modo in cui il piano è scritto. Un campo vuoto, o
    /// che rinvia («da definire»), è di un altro controllo.
    ///
    /// # Economic resources without an amount
    ///
    /// **What it finds.** The field of the economic resources of a sheet holds words but no amount, while other
    /// sheets have one. It is told once for the whole document, with all lines.
    ///
    /// **Why it matters.** Without an amount nobody can say what the plan costs, or add the sheets up.
    ///
    /// **Example.** Economic resources: “municipal funds and donations”.
    ///
    /// **How to mend it.** Write how much is to be spent, even “0” or “about”, and from which source.
    ///
    /// **Exceptions.** Where fewer than two sheets have an amount it is how the plan is written. An empty field, or
    /// one that defers (“to be defined”), belongs to another check.
    FUN005, "resources-without-amount", Note, Run::Alone(look)
}

/// The first words of the label, lower case.
const LABELS: [&str; 2] = ["risorse economiche", "risorse finanziarie"];
/// Words that say that there is nothing to pay, or that the amount comes later.
const SILENT: [&str; 6] =
    ["da definire", "nessun", "non previst", "non sono previst", "non necessari", "da individuare"];
/// With fewer amounts it is how the plan is written.
const WITH_AMOUNT_MIN: usize = 2;
/// So many digits one after the other are an amount.
const DIGITS_MIN: usize = 3;

fn look(subject: &Subject<'_>, report: &mut Report) {
    let sheets = subject.sheets();
    let lower: Vec<String> = sheets.labels.iter().map(|label| label.to_lowercase()).collect();
    let asked: Vec<bool> = lower.iter().map(|label| LABELS.iter().any(|words| label.starts_with(words))).collect();
    let answers = sheets.sheets.iter().flat_map(|sheet| &sheet.answers);
    let (mut with, mut without) = (0, Vec::new());
    for answer in answers.filter(|answer| asked[answer.question] && !answer.field.value.trim().is_empty()) {
        let value = answer.field.value.to_lowercase();
        if has_amount(&value) {
            with += 1;
        } else if !SILENT.iter().any(|words| value.contains(words)) {
            without.push(answer.field);
        }
    }
    let (true, Some((first, others))) = (with >= WITH_AMOUNT_MIN, without.split_first()) else { return };
    let message = Words::new("fun005-message").with("count", without.len()).with("field", &first.label);
    let beside = subject.cells(first.line).filter(|cell| !cell.text.is_empty()).nth(1);
    let place = beside.map_or_else(|| subject.whole(first.line), |cell| cell.place);
    let defect = report.find(place, message);
    defect.mark_only(place).hint(Words::new("fun005-hint"));
    for other in others {
        defect.see(other.line, Words::new("fun005-also"));
    }
}

fn has_amount(value: &str) -> bool {
    let mut digits = 0;
    let long = value.bytes().any(|byte| {
        digits = match byte {
            b'0'..=b'9' => digits + 1,
            b'.' if digits > 0 => digits,
            _ => 0,
        };
        digits >= DIGITS_MIN
    });
    long || ["€", " euro", "mila", "milion"].iter().any(|word| value.contains(word))
}
