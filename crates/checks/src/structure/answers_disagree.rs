// SPDX-License-Identifier: AGPL-3.0-or-later
//! Two answers of one sheet that do not agree.

use super::sheets::{Answer, answer_place};
use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_base::fold;

check! {
    /// # Due risposte della scheda non vanno d'accordo
    ///
    /// **Che cosa trova.** La scheda dice che il destinatario dell'azione è «trasversale», ma alla domanda se
    /// l'obiettivo è trasversale risponde no.
    ///
    /// **Perché conta.** Chi conta gli obiettivi trasversali ottiene un numero diverso secondo il campo che guarda.
    ///
    /// **Esempio.** Target: «Trasversale»; «L'obiettivo è trasversale e integrato con altre aree?»: «No».
    ///
    /// **Come si corregge.** Cambiare una delle due risposte, o spiegare in che senso l'azione è trasversale.
    ///
    /// **Eccezioni.** Dove la domanda ne contiene due («trasversale e integrato») il no può riguardare la seconda:
    /// per questo è una nota.
    ///
    /// # Two answers of the sheet do not agree
    ///
    /// **What it finds.** The sheet says that the action's target is “cross-cutting”, but answers no when asked
    /// whether the objective is cross-cutting.
    ///
    /// **Why it matters.** Who counts cross-cutting objectives gets another number depending on the field.
    ///
    /// **Example.** Target: “Cross-cutting”; “Is the objective cross-cutting and integrated with other areas?”: “No”.
    ///
    /// **How to mend it.** Change one of the two answers, or explain in which sense the action is cross-cutting.
    ///
    /// **Exceptions.** Where the question asks two things (“cross-cutting and integrated”) the no may be about the
    /// second: that is why it is a note.
    STR036, "answers-disagree", Note, Run::Alone(look)
}

/// The word that both fields speak of, folded.
const WORD: &str = "trasversale";
/// Labels of the field that says for whom an action is, by their beginning, lower case.
const TARGETS: [&str; 3] = ["target", "destinatari", "beneficiari"];

fn look(subject: &Subject<'_>, report: &mut Report) {
    let sheets = subject.sheets();
    let lower: Vec<String> = sheets.labels.iter().map(|label| label.to_lowercase()).collect();
    let targets: Vec<bool> = lower.iter().map(|label| TARGETS.iter().any(|word| label.starts_with(word))).collect();
    let asking: Vec<bool> = lower.iter().map(|label| label.contains(WORD)).collect();
    let found: Vec<(&Answer<'_>, &Answer<'_>)> = sheets
        .sheets
        .iter()
        .filter_map(|sheet| {
            let target = sheet.answers.iter().find(|answer| targets[answer.question] && says_so(answer))?;
            let denial = sheet.answers.iter().find(|answer| asking[answer.question] && denies(answer))?;
            Some((target, denial))
        })
        .collect();
    let Some(((target, denial), others)) = found.split_first() else { return };
    let place = answer_place(subject, denial.field);
    let message = Words::new("str036-message")
        .with("count", found.len())
        .with("target", target.field.value.trim())
        .with("field", &denial.field.label)
        .with("answer", denial.field.value.trim());
    let defect = report.find(place, message);
    defect.mark_only(place).hint(Words::new("str036-hint"));
    defect.see(target.field.line, Words::new("str036-target"));
    for (_, denial) in others {
        defect.see(denial.field.line, Words::new("str036-other"));
    }
}

fn says_so(answer: &Answer<'_>) -> bool {
    let value = answer.field.value.trim();
    value.len() <= 2 * WORD.len() && fold(value).starts_with(WORD)
}

fn denies(answer: &Answer<'_>) -> bool {
    fold(answer.field.value.split_whitespace().next().unwrap_or("")) == "no"
}
