// SPDX-License-Identifier: AGPL-3.0-or-later
//! Plans that had ended before the year of the document.

use super::years::range;
use crate::check::{Run, check};
use crate::listed::tell_once;
use crate::{Place, Report, Subject, Words};
use ambito_base::{Date, fold};

/// How many bytes before its years a plan is named.
const NAME_BYTES_MAX: usize = 90;
/// Words that say that a plan is one of the past.
const PAST: [&str; 6] = ["precedent", "scors", "passat", "conclus", "scadut", "continuit"];

check! {
    /// # È richiamato un piano già scaduto
    ///
    /// **Che cosa trova.** Un piano nominato con i suoi anni, l'ultimo dei quali viene prima del periodo del
    /// documento, senza che il testo dica che è quello precedente. Una nota sola per tutto il documento.
    ///
    /// **Perché conta.** Chi legge crede che quel piano sia in vigore: o è stato rinnovato e il testo è quello
    /// dell'anno prima, o il lavoro si appoggia su un piano che non c'è più.
    ///
    /// **Esempio.** In un piano del 2027: «come prevede il Piano per la prevenzione della corruzione 2022-2024».
    ///
    /// **Come si corregge.** Citare il piano in vigore, o scrivere che è quello precedente e che cosa è successo
    /// dopo.
    ///
    /// **Eccezioni.** Il piano con lo stesso nome del documento: parlare della programmazione di prima è normale.
    ///
    /// # A plan that has expired is cited
    ///
    /// **What it finds.** A plan named with its years, the last of which comes before the period of the document,
    /// where the text does not say that it is a former one. One note for the whole document.
    ///
    /// **Why it matters.** The reader believes that the plan is in force: either it was renewed and the text is
    /// last year's, or the work rests on a plan that is no more.
    ///
    /// **Example.** In a plan of 2027: "as the Plan against corruption 2022-2024 provides".
    ///
    /// **How to mend it.** Cite the plan in force, or write that it is the former one and what happened since.
    ///
    /// **Exceptions.** The plan of the same name as the document: speaking of the period before is normal.
    TIM014, "expired-plan", Note, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let Some(first) = subject.draft.period.from.map(Date::year) else { return };
    let own = subject.draft.title.as_deref().map(fold).unwrap_or_default();
    let own: Vec<&str> = own.split(' ').filter(|word| !word.bytes().any(|byte| byte.is_ascii_digit())).collect();
    let own = own.join(" ").trim_end_matches(|char: char| !char.is_alphanumeric()).to_owned();
    let mut found: Vec<(Place, &'static str)> = Vec::new();
    let mut written = String::new();
    for line in 1..=subject.lines() {
        let text = subject.line(line);
        let mut from = 0;
        while let Some(at) = text.get(from..).and_then(|rest| rest.find("20")).map(|at| from + at) {
            from = at + 2;
            let Some((_, last, bytes)) = text.get(at..).and_then(range).filter(|(_, last, _)| *last < first) else {
                continue;
            };
            from = at + bytes;
            let Some(start) = plan_before(text, at, &own) else { continue };
            let base = subject.line_start(line);
            let byte = |bytes: usize| base.saturating_add(u32::try_from(bytes).unwrap_or(u32::MAX));
            found.push((Place { line, start: byte(at), end: byte(from) }, "tim014-also"));
            if written.is_empty() {
                let name = text.get(start..at).unwrap_or("").split_whitespace().collect::<Vec<_>>().join(" ");
                written = format!("{name} {}-{last}", text.get(at..at + 4).unwrap_or(""));
            }
            break;
        }
    }
    let message =
        Words::new("tim014-message").with("count", found.len()).with("plan", written).with("year", first.to_string());
    if let Some(defect) = tell_once(report, &found, message) {
        let place = defect.place;
        defect.mark_only(place).hint(Words::new("tim014-hint"));
    }
}

/// Where the name of the plan begins whose years stand at a byte, unless it is the document's own or one of the past.
fn plan_before(text: &str, at: usize, own: &str) -> Option<usize> {
    let mut from = at.saturating_sub(NAME_BYTES_MAX);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let before = text.get(from..at)?;
    let name = ["Piano ", "piano ", "PIANO "].iter().filter_map(|word| before.rfind(word)).max()?;
    let named = before.get(name..)?;
    // Another sentence, or a date.
    if named.contains(['.', ';', ':', '/']) || before.ends_with(['/', '-']) {
        return None;
    }
    let folded = fold(named);
    let mut end = (at + NAME_BYTES_MAX).min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let mut start = from.saturating_sub(NAME_BYTES_MAX);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    let around = fold(text.get(start..end)?);
    let past = PAST.iter().any(|word| around.contains(word));
    (!past && (own.is_empty() || !folded.starts_with(own)) && folded.split(' ').count() > 1).then_some(from + name)
}
