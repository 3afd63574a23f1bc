// SPDX-License-Identifier: AGPL-3.0-or-later
//! A field of a sheet without an answer.

use super::sheets::Sheet;
use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_documents::blocks::LineKind;

check! {
    /// # Il campo è vuoto
    ///
    /// **Che cosa trova.** In una scheda c'è l'etichetta di un campo, ma accanto non c'è niente.
    ///
    /// **Perché conta.** Chi legge non sa se la risposta è «no», se manca o se è andata persa.
    ///
    /// **Esempio.** «L'intervento è in continuità con la programmazione precedente?» senza risposta.
    ///
    /// **Come si corregge.** Scrivere la risposta, anche solo «no» o «non previsto».
    ///
    /// **Eccezioni.** Un campo la cui risposta continua nelle righe sotto non è vuoto.
    ///
    /// # The field is empty
    ///
    /// **What it finds.** A sheet has the label of a field, but nothing beside it.
    ///
    /// **Why it matters.** The reader cannot know whether the answer is “no”, is missing, or was lost.
    ///
    /// **Example.** “Does the action continue the former plan?” without an answer.
    ///
    /// **How to mend it.** Write the answer, even only “no” or “not foreseen”.
    ///
    /// **Exceptions.** A field whose answer goes on in the lines below is not empty.
    STR035, "empty-answer", Note, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let sheets = subject.sheets();
    for (sheet, question, line) in sheets.bare_labels(subject) {
        tell(subject, sheet, sheets.labels.get(question).copied().unwrap_or(""), line, report);
    }
    for sheet in &sheets.sheets {
        for answer in sheet.answers.iter().filter(|answer| answer.field.value.trim().is_empty()) {
            let line = answer.field.line;
            let filled = subject.cells(line).filter(|cell| !cell.text.is_empty()).count();
            let goes_on = subject.cells(line + 1).next().is_some_and(|cell| cell.text.is_empty());
            if subject.kind(line) != LineKind::Row || filled > 1 || goes_on {
                continue;
            }
            tell(subject, sheet, &answer.field.label, line, report);
        }
    }
}

fn tell(subject: &Subject<'_>, sheet: &Sheet<'_>, label: &str, line: u32, report: &mut Report) {
    let message = Words::new("str035-message").with("field", label).with("sheet", subject.name(sheet.node));
    report.find(subject.whole(line), message).hint(Words::new("str035-hint"));
}
