// SPDX-License-Identifier: AGPL-3.0-or-later
//! Chapters that are named and are not there.

use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_domain::planning::LineNo;

/// How many chapters the message names.
const NAMED_MAX: usize = 8;

check! {
    /// # Capitoli richiamati che nel documento non ci sono
    ///
    /// **Che cosa trova.** I titoli di alcuni capitoli ne richiamano altri («vedi cap. …») che in nessun bilancio del
    /// documento compaiono.
    ///
    /// **Perché conta.** Senza il capitolo richiamato nessuno può vedere se l'entrata vincolata e la sua spesa sono
    /// uguali.
    ///
    /// **Esempio.** «Vedi cap. U 31859», ma il capitolo 31859 non è in alcun progetto.
    ///
    /// **Come si corregge.** Vedere se il numero è giusto; se il capitolo è di un altro servizio, va bene così.
    ///
    /// **Eccezioni.** È una nota sola per tutto il documento, perché il documento può essere una parte del bilancio.
    /// I richiami tagliati a metà sono un altro rilievo.
    ///
    /// # Chapters that are named and are not in the document
    ///
    /// **What it finds.** The titles of some chapters name others (“see ch. …”) that stand in no budget of the
    /// document.
    ///
    /// **Why it matters.** Without the chapter that is named nobody can see whether earmarked revenue and its expense
    /// are equal.
    ///
    /// **Example.** “See ch. E 31859”, but chapter 31859 is in no project.
    ///
    /// **How to mend it.** See whether the number is right; if the chapter belongs to another service, all is well.
    ///
    /// **Exceptions.** It is one note for the whole document, since the document may be a part of the budget.
    /// References that were cut off are another finding.
    FUN002, "cited-chapter-missing", Note, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let chapters = subject.chapters();
    let mut missing: Vec<(LineNo, String, &str)> = Vec::new();
    for line in chapters.lines() {
        for reference in line.references.iter().filter(|reference| reference.chapter.is_some()) {
            if chapters.named(reference).is_empty() {
                let chapter = reference.chapter.clone().unwrap_or_default();
                let shown = match &reference.article {
                    Some(article) => format!("{chapter}/{article}"),
                    None => chapter,
                };
                missing.push((line.line, shown, &reference.raw));
            }
        }
    }
    let Some((first, _, raw)) = missing.first() else { return };
    let place = subject.place(*first, raw);
    let mut names: Vec<&str> = Vec::new();
    for (_, name, _) in &missing {
        if !names.contains(&name.as_str()) && names.len() <= NAMED_MAX {
            names.push(name);
        }
    }
    let more = names.len() > NAMED_MAX;
    names.truncate(NAMED_MAX);
    let list = format!("{}{}", names.join(", "), if more { ", …" } else { "" });
    let message = Words::new("fun002-message").with("chapters", list).with("count", names.len());
    let defect = report.find(place, message);
    defect.mark_only(place).hint(Words::new("fun002-hint"));
    let mut last = *first;
    for (line, ..) in &missing[1..] {
        if *line != last {
            defect.see(*line, Words::new("fun002-related"));
            last = *line;
        }
    }
}
