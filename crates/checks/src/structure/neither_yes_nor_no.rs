// SPDX-License-Identifier: AGPL-3.0-or-later
//! A question that nearly all sheets answer with yes or no, answered with neither.

use super::sheets::{Answer, SHEETS_MIN, answer_place};
use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_base::fold;

check! {
    /// # La risposta non dice né sì né no
    ///
    /// **Che cosa trova.** A una domanda a cui quasi tutte le schede rispondono con sì o no, alcune rispondono con
    /// altro: un elenco di enti, «in studio», una frase che non decide. È detto una volta per tutto il documento.
    ///
    /// **Perché conta.** Chi conta i sì e i no (quante azioni sono coprogettate?) non sa dove mettere queste schede.
    ///
    /// **Esempio.** «L'intervento è coprogettato con altri attori?»: «Comuni e distretto sanitario».
    ///
    /// **Come si corregge.** Cominciare la risposta con sì o no, poi il resto.
    ///
    /// **Eccezioni.** «In parte» e «parzialmente» sono risposte. Si guardano solo domande a cui almeno sette schede
    /// su dieci dicono sì o no.
    ///
    /// # The answer says neither yes nor no
    ///
    /// **What it finds.** To a question that nearly all sheets answer with yes or no some answer with something else:
    /// a list of bodies, “being studied”, a sentence that does not decide. It is told once for the whole document.
    ///
    /// **Why it matters.** Who counts the yes and the no (how many actions are planned together?) does not know where
    /// to put these sheets.
    ///
    /// **Example.** “Is the action planned with others?”: “Municipalities and health district”.
    ///
    /// **How to mend it.** Begin the answer with yes or no, then the rest.
    ///
    /// **Exceptions.** “In part” and “partly” are answers. Only questions are looked at to which at least seven
    /// sheets in ten say yes or no.
    STR037, "neither-yes-nor-no", Note, Run::Alone(look)
}

/// First words of an answer that decides, folded.
const DECIDING: [&str; 8] = ["si", "no", "non", "in parte", "parzialmente", "solo", "yes", "vedi"];

fn look(subject: &Subject<'_>, report: &mut Report) {
    let sheets = subject.sheets();
    let mut counts = vec![(0_usize, 0_usize); sheets.labels.len()];
    let answers = || sheets.sheets.iter().flat_map(|sheet| &sheet.answers);
    for answer in answers().filter(|answer| !answer.field.value.trim().is_empty()) {
        let (all, decided) = &mut counts[answer.question];
        *all += 1;
        *decided += usize::from(decides(answer));
    }
    let asks: Vec<bool> = counts.iter().map(|(all, decided)| *all >= SHEETS_MIN && decided * 10 >= all * 7).collect();
    let neither: Vec<&Answer<'_>> = answers()
        .filter(|answer| asks[answer.question] && !answer.field.value.trim().is_empty() && !decides(answer))
        .collect();
    let Some((first, others)) = neither.split_first() else { return };
    let place = answer_place(subject, first.field);
    let defect = report.find(place, Words::new("str037-message").with("count", neither.len()));
    defect.mark_only(place).hint(Words::new("str037-hint"));
    for other in others {
        defect.see(other.field.line, Words::new("str037-other"));
    }
}

fn decides(answer: &Answer<'_>) -> bool {
    let value = answer.field.value.trim_start();
    if !value.starts_with(['s', 'S', 'n', 'N', 'i', 'I', 'p', 'P', 'y', 'Y', 'v', 'V', '"', '(', '-', '<']) {
        return false;
    }
    let head: String = value.chars().take(16).collect();
    let folded = fold(&head);
    DECIDING.iter().any(|word| folded.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
}
