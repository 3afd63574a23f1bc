// SPDX-License-Identifier: AGPL-3.0-or-later
//! Answers that hold only the words of the next question.

use super::sheets::answer_place;
use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_base::fold;
use ambito_domain::planning::Field;

check! {
    /// # La risposta ripete la domanda accanto
    ///
    /// **Che cosa trova.** Dopo il sì o il no la risposta contiene solo parole della domanda che viene dopo, e
    /// nessuna della propria. È detto una volta per tutto il documento, con tutte le righe.
    ///
    /// **Perché conta.** Di solito la risposta è scivolata di una riga: la domanda vera resta senza risposta.
    ///
    /// **Esempio.** «È integrato con altre politiche?» «Si, socio sanitaria», e la domanda dopo è «Presenta aspetti
    /// di integrazione socio-sanitaria».
    ///
    /// **Come si corregge.** Scrivere nel campo la sua risposta e controllare quella della domanda accanto.
    ///
    /// **Eccezioni.** Un sì o un no senza altre parole, e risposte di più di otto parole, non sono guardati.
    ///
    /// # The answer repeats the next question
    ///
    /// **What it finds.** After the yes or no the answer holds only words of the question that comes next, and none
    /// of its own. It is told once for the whole document, with all lines.
    ///
    /// **Why it matters.** Most often the answer slipped by one row: the true question stays without an answer.
    ///
    /// **Example.** “Is it integrated with other policies?” “Yes, social and health”, and the next question is “Has
    /// aspects of social and health integration”.
    ///
    /// **How to mend it.** Write the field's own answer and look at that of the next question.
    ///
    /// **Exceptions.** A yes or no without other words, and answers of more than eight words, are not looked at.
    STR076, "answer-of-the-next-label", Note, Run::Alone(look)
}

/// A longer answer is one of its own.
const BYTES_MAX: usize = 60;
/// So many first letters make two words one.
const STEM: usize = 5;

fn look(subject: &Subject<'_>, report: &mut Report) {
    let sheets = subject.sheets();
    let stems: Vec<Vec<String>> = sheets.labels.iter().map(|label| stems(label)).collect();
    let mut found: Vec<(&Field, usize)> = Vec::new();
    for sheet in &sheets.sheets {
        for (answer, next) in sheet.answers.iter().zip(sheet.answers.iter().skip(1)) {
            let value = answer.field.value.trim();
            if value.len() > BYTES_MAX
                || !value.get(..2).is_some_and(|head| {
                    ["si", "no"].iter().any(|word| head.eq_ignore_ascii_case(word)) || head == "s\u{ec}"
                })
            {
                continue;
            }
            let words = stems_of_answer(value);
            let (Some(own), Some(other)) = (stems.get(answer.question), stems.get(next.question)) else { continue };
            if !words.is_empty() && words.iter().all(|word| other.contains(word) && !own.contains(word)) {
                found.push((answer.field, next.question));
            }
        }
    }
    let Some(((field, next), others)) = found.split_first() else { return };
    let place = answer_place(subject, field);
    let message = Words::new("str076-message")
        .with("count", found.len())
        .with("field", &field.label)
        .with("answer", field.value.trim())
        .with("next", sheets.labels.get(*next).copied().unwrap_or(""));
    let defect = report.find(place, message);
    defect.mark_only(place).found(field.value.trim()).hint(Words::new("str076-hint"));
    for (other, _) in others {
        defect.see(other.line, Words::new("str076-other"));
    }
}

/// The beginnings of the words that say something.
fn stems(text: &str) -> Vec<String> {
    let long = |word: &&str| word.chars().count() >= STEM;
    fold(text).split(' ').filter(long).map(|word| word.chars().take(STEM).collect()).collect()
}

/// Those of an answer, without its yes or no.
fn stems_of_answer(value: &str) -> Vec<String> {
    stems(value.split_once([' ', ',', ':']).map_or("", |(_, rest)| rest))
}
