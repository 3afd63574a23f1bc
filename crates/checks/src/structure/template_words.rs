// SPDX-License-Identifier: AGPL-3.0-or-later
//! A field that holds the template's words instead of an answer.

use super::sheets::answer_place;
use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_base::fold;
use ambito_domain::planning::Field;

check! {
    /// # Il campo contiene le parole del modello
    ///
    /// **Che cosa trova.** La risposta di una scheda è la spiegazione che il modello dava a chi compila («indicare…»,
    /// «chi è impegnato»), ripete l'etichetta, oppure comincia con una domanda del modello rimasta davanti alla
    /// risposta vera.
    ///
    /// **Perché conta.** Chi legge crede che il campo sia compilato, ma la scheda non dice niente: per esempio non si
    /// sa chi lavora all'azione.
    ///
    /// **Esempio.** Risorse di personale dedicate: «(indicare il personale impegnato)».
    ///
    /// **Come si corregge.** Scrivere la risposta al posto delle parole del modello, o togliere la domanda rimasta
    /// davanti.
    ///
    /// **Eccezioni.** Una risposta che usa una di queste parole dentro una frase vera non è segnalata; un campo vuoto
    /// è di un altro controllo.
    ///
    /// # The field holds the template's words
    ///
    /// **What it finds.** An answer of a sheet is the explanation that the template gave to the writer (“indicate…”,
    /// “who is involved”), repeats its label, or begins with a question of the template that was left before the true
    /// answer.
    ///
    /// **Why it matters.** The reader takes the field as filled in, but the sheet says nothing: nobody knows, for
    /// example, who works on the action.
    ///
    /// **Example.** Dedicated staff: “(indicate the staff involved)”.
    ///
    /// **How to mend it.** Write the answer in place of the template's words, or take away the question that was left
    /// before it.
    ///
    /// **Exceptions.** An answer that uses such a word within a true sentence is not told; an empty field belongs to
    /// another check.
    STR031, "answered-with-template-words", Warning, Run::Alone(look)
}

/// How explanations of templates begin, folded; they are no answer wherever they stand.
const EXPLANATIONS: [&str; 8] = [
    "chi e impegnato",
    "destinatario/i dell intervento",
    "come si misura",
    "a chi e rivolto",
    "a chi si rivolge l intervento",
    "testo libero",
    "campo da compilare",
    "massimo caratteri",
];
/// Imperatives of templates: no answer where nothing else is said, or within parentheses.
const IMPERATIVES: [&str; 9] =
    ["indicare", "specificare", "descrivere", "inserire", "compilare", "elencare", "barrare", "riportare", "precisare"];
/// First words of a question.
const ASKING: [&str; 7] = ["chi", "come", "quale", "quali", "quanto", "quanti", "cosa"];
/// A longer answer with an imperative is a sentence of its own.
const WORDS_MAX: usize = 12;
/// Bytes within which a question of a template ends.
const QUESTION_BYTES_MAX: usize = 160;

fn look(subject: &Subject<'_>, report: &mut Report) {
    for sheet in &subject.sheets().sheets {
        for answer in &sheet.answers {
            let Some((words, whole)) = template(answer.field) else { continue };
            let place = answer_place(subject, answer.field);
            let place = subject.find(place.line, words, 0).unwrap_or(place);
            let key = if whole { "str031-message" } else { "str031-before" };
            let hint = if whole { "str031-hint" } else { "str031-remove" };
            let defect = report.find(place, Words::new(key).with("field", &answer.field.label));
            defect.mark_only(place).found(words).hint(Words::new(hint).with("words", words.trim()));
        }
    }
}

/// The words of the template in an answer, and whether there is nothing else.
fn template(field: &Field) -> Option<(&str, bool)> {
    let value = field.value.trim();
    let first = value.split_whitespace().next()?;
    let bare = first.trim_start_matches(['(', '[', '<', '"']);
    let imperative = IMPERATIVES.iter().any(|word| bare.eq_ignore_ascii_case(word));
    let marked = !first.starts_with(char::is_alphabetic) || value.contains("...");
    if imperative && marked && value.split_whitespace().nth(WORDS_MAX).is_none() {
        return Some((value, true));
    }
    let asking = ASKING.iter().any(|word| first.eq_ignore_ascii_case(word)) || first.eq_ignore_ascii_case("perché");
    if asking
        && let Some(end) =
            value.char_indices().take_while(|(at, _)| *at < QUESTION_BYTES_MAX).find(|(_, char)| *char == '?')
    {
        let question = value.get(..=end.0)?;
        return Some((question, value.len() == question.len()));
    }
    // Only what can be an explanation, or as long as the label, is folded.
    let begins = first.starts_with(['c', 'C', 'd', 'D', 'a', 'A', 't', 'T', 'm', 'M']);
    if !begins && value.len().abs_diff(field.label.len()) > 4 {
        return None;
    }
    let head: String = value.chars().take(QUESTION_BYTES_MAX).collect();
    let folded = fold(&head);
    let explanation = EXPLANATIONS.iter().any(|known| folded.starts_with(known));
    if explanation {
        let end = explained(value);
        return Some((value.get(..end)?, end == value.len()));
    }
    (value.len() == head.len() && folded == fold(&field.label)).then_some((value, true))
}

/// Where the explanation ends: at the first new thought (a capital letter, a dash, a tag) after some words of it.
fn explained(value: &str) -> usize {
    let mut at = 0;
    for (count, word) in value.split(' ').enumerate() {
        let begins = word.chars().next().is_some_and(|char| char.is_uppercase() || matches!(char, '-' | '<' | '•'));
        if count > 1 && begins {
            return value.get(..at).map_or(at, |head| head.trim_end().len());
        }
        if let Some(end) = word.find('\n').filter(|_| count > 1) {
            return at + end;
        }
        at += word.len() + 1;
    }
    value.len()
}
