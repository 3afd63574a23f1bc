// SPDX-License-Identifier: AGPL-3.0-or-later
//! Large targets without separators of thousands.

use crate::check::{Run, check};
use crate::{Report, Subject, Words};

check! {
    /// # Un valore grande senza i punti delle migliaia
    ///
    /// **Che cosa trova.** Un valore previsto di sei cifre o più è scritto senza i punti delle migliaia, mentre
    /// gli importi del documento li hanno. È detto una volta per tutto il documento.
    ///
    /// **Perché conta.** Un numero lungo senza punti si legge male: uno zero di troppo non si vede.
    ///
    /// **Esempio.** Spesa gestita: «4500000».
    ///
    /// **Come si corregge.** Scrivere 4.500.000.
    ///
    /// **Eccezioni.** I numeri più corti e i codici non sono guardati.
    ///
    /// # A large value without separators
    ///
    /// **What it finds.** A target of six digits or more is written without the separators of thousands, which the
    /// amounts of the document have. It is told once for the whole document.
    ///
    /// **Why it matters.** A long number without separators is hard to read: one zero too many is not seen.
    ///
    /// **Example.** Money managed: “4500000”.
    ///
    /// **How to mend it.** Write 4.500.000.
    ///
    /// **Exceptions.** Shorter numbers and codes are not looked at.
    STR072, "target-without-separators", Note, Run::Alone(look)
}

/// So many digits want separators.
const DIGITS_MIN: usize = 6;

fn look(subject: &Subject<'_>, report: &mut Report) {
    if subject.draft.budget_lines.is_empty() && subject.draft.totals.is_empty() && subject.draft.amounts.is_empty() {
        return;
    }
    let long = |raw: &str| {
        let digits = raw.trim_start_matches(['>', '<', '=', ' ', '€']).split([' ', ',', '€']).next().unwrap_or("");
        digits.len() >= DIGITS_MIN && digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0')
    };
    let mut found = subject
        .draft
        .indicators
        .iter()
        .filter_map(|indicator| Some((indicator, indicator.target.as_ref()?)))
        .filter(|(_, target)| target.value.is_some() && long(&target.raw));
    let Some((first, target)) = found.next() else { return };
    let others: Vec<u32> = found.map(|(indicator, _)| indicator.line).collect();
    let place = subject.place(first.line, &target.raw);
    let message = Words::new("str072-message").with("count", others.len() + 1).with("number", &target.raw);
    let defect = report.find(place, message);
    defect.mark_only(place).found(&target.raw).hint(Words::new("str072-hint"));
    for line in others {
        defect.see(line, Words::new("str072-again"));
    }
}
