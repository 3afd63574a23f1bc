// SPDX-License-Identifier: AGPL-3.0-or-later
//! Sheets that deny integration with health but name its bodies.

use super::sheets::answer_place;
use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_base::fold;
use ambito_domain::planning::Field;

check! {
    /// # No all'integrazione sanitaria, ma la scheda nomina la sanità
    ///
    /// **Che cosa trova.** Una scheda risponde «no» alla domanda sull'integrazione socio-sanitaria, ma fra il
    /// personale, la rete o i partner nomina un'azienda sanitaria o operatori della sanità. È detto una volta per
    /// tutto il documento.
    ///
    /// **Perché conta.** Una delle due risposte è sbagliata, e chi conta le azioni integrate ne conta una in meno.
    ///
    /// **Esempio.** «Presenta aspetti di integrazione socio-sanitaria: no»; coprogettato con: «ASST, consultori».
    ///
    /// **Come si corregge.** Cambiare la risposta, o dire che parte ha la sanità.
    ///
    /// **Eccezioni.** Una risposta che dopo il no spiega non è segnalata.
    ///
    /// # No to integration with health, but the sheet names it
    ///
    /// **What it finds.** A sheet answers “no” to the question on social and health integration, but names a health
    /// authority or health workers among its staff, its network, its partners. It is told once for the whole
    /// document.
    ///
    /// **Why it matters.** One of the two answers is wrong, and who counts the integrated actions counts one too few.
    ///
    /// **Example.** “Has aspects of social and health integration: no”; designed with: “the health authority”.
    ///
    /// **How to mend it.** Change the answer, or say what part the health bodies have.
    ///
    /// **Exceptions.** An answer that explains after the no is not told.
    STR077, "health-denied-but-named", Note, Run::Alone(look)
}

/// A longer answer explains.
const NO_BYTES_MAX: usize = 4;
/// Words of labels under which those who take part are named, lower case.
const TAKING_PART: [&str; 4] = ["personale", "rete", "partner", "coprogett"];
/// Bodies of health: acronyms as whole words…
const BODIES: [&str; 6] = ["ATS", "ASST", "ASL", "AUSL", "USL", "ULSS"];

fn look(subject: &Subject<'_>, report: &mut Report) {
    let sheets = subject.sheets();
    let folded: Vec<String> = sheets.labels.iter().map(|label| fold(label)).collect();
    let asks = |question: usize| {
        folded.get(question).is_some_and(|label: &String| label.contains("sanitari") && label.contains("integrazione"))
    };
    let named = |question: usize| {
        folded.get(question).is_some_and(|label: &String| TAKING_PART.iter().any(|word| label.contains(word)))
    };
    let mut found: Vec<(&Field, &Field, &str)> = Vec::new();
    for sheet in &sheets.sheets {
        let denial = sheet.answers.iter().find(|answer| {
            let value = answer.field.value.trim();
            asks(answer.question) && value.len() <= NO_BYTES_MAX && fold(value) == "no"
        });
        let Some(denial) = denial else { continue };
        let others = sheet.answers.iter().filter(|answer| named(answer.question));
        let said = others.filter_map(|answer| Some((answer.field, body(&answer.field.value)?))).next();
        found.extend(said.map(|(field, body)| (denial.field, field, body)));
    }
    let Some(((denial, said, body), others)) = found.split_first() else { return };
    let place = answer_place(subject, denial);
    let message = Words::new("str077-message")
        .with("count", found.len())
        .with("field", &denial.label)
        .with("body", *body)
        .with("other", &said.label);
    let defect = report.find(place, message);
    defect.mark_only(place).hint(Words::new("str077-hint")).see(said.line, Words::new("str077-named"));
    for (denial, ..) in others {
        defect.see(denial.line, Words::new("str077-other"));
    }
}

/// The body or the word of health that an answer names.
fn body(value: &str) -> Option<&str> {
    let words = value.split(|char: char| !char.is_alphanumeric());
    let health = |word: &str| {
        BODIES.iter().any(|body| body.eq_ignore_ascii_case(word))
            || word.get(..8).is_some_and(|head| head.eq_ignore_ascii_case("sanitari"))
    };
    words.into_iter().find(|word| health(word))
}
