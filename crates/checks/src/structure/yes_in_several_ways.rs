// SPDX-License-Identifier: AGPL-3.0-or-later
//! Yes and no, each written in several ways.

use super::sheets::answer_place;
use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_domain::planning::Field;

check! {
    /// # Sì e no sono scritti in più modi
    ///
    /// **Che cosa trova.** Le risposte brevi delle schede sono scritte ora «Si», ora «SI», «si» o «Sì»; e così il no.
    /// È detto una volta per tutto il documento.
    ///
    /// **Perché conta.** Un filtro su «Si» perde le altre, e il conto delle risposte non torna.
    ///
    /// **Esempio.** Trenta schede rispondono «Si», dodici «SI», quattro «sì».
    ///
    /// **Come si corregge.** Scegliere un modo solo, meglio «Sì» e «No», e usarlo in tutte le schede.
    ///
    /// **Eccezioni.** Si guarda solo la prima parola di una risposta.
    ///
    /// # Yes and no are written in several ways
    ///
    /// **What it finds.** The short answers of the sheets are written now “Yes”, now “YES” or “yes”; so is the no. It
    /// is told once for the whole document.
    ///
    /// **Why it matters.** A filter on “Yes” loses the others, and the count of answers does not come out.
    ///
    /// **Example.** Thirty sheets answer “Yes”, twelve “YES”, four “yes”.
    ///
    /// **How to mend it.** Choose one way and use it in all sheets.
    ///
    /// **Exceptions.** Only the first word of an answer is looked at.
    STR066, "yes-and-no-in-several-ways", Note, Run::Alone(look)
}

/// The ways to write yes and no.
const WAYS: [&str; 10] = ["Si", "SI", "si", "Sì", "SÌ", "sì", "Si'", "No", "NO", "no"];
/// How many of them are ways to write yes.
const WAYS_OF_YES: usize = 7;

fn look(subject: &Subject<'_>, report: &mut Report) {
    let sheets = subject.sheets();
    let mut first: [Option<&Field>; WAYS.len()] = [None; WAYS.len()];
    let mut counts = [0_usize; WAYS.len()];
    for answer in sheets.sheets.iter().flat_map(|sheet| &sheet.answers) {
        let value = answer.field.value.trim_start();
        if !value.starts_with(['S', 's', 'N', 'n']) {
            continue;
        }
        let end = value.find(|char: char| !char.is_alphabetic()).unwrap_or(value.len());
        let Some(at) = WAYS.iter().position(|way| value.get(..end) == Some(*way)) else { continue };
        counts[at] += 1;
        first[at].get_or_insert(answer.field);
    }
    let (yes, no) = counts.split_at(WAYS_OF_YES);
    let used = |counts: &[usize]| counts.iter().filter(|count| **count > 0).count();
    if used(yes) < 2 && used(no) < 2 {
        return;
    }
    let ways: Vec<String> = WAYS
        .iter()
        .zip(counts)
        .filter(|(_, count)| *count > 0)
        .map(|(way, count)| format!("{way} ({count})"))
        .collect();
    let rarest = (0..WAYS.len()).filter(|at| counts[*at] > 0).min_by_key(|at| counts[*at]);
    let Some((rarest, field)) = rarest.and_then(|at| Some((at, first[at]?))) else { return };
    let place = answer_place(subject, field);
    let message = Words::new("str066-message").with("count", ways.len().to_string()).with("ways", ways.join(", "));
    let defect = report.find(place, message);
    defect.mark_only(place).hint(Words::new("str066-hint"));
    for (at, way) in WAYS.iter().enumerate().filter(|(at, _)| *at != rarest) {
        if let Some(field) = first[at] {
            defect.see(field.line, Words::new("str066-way").with("way", *way));
        }
    }
}
