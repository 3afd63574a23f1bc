// SPDX-License-Identifier: AGPL-3.0-or-later
//! One long answer in several sheets.

use super::sheets::answer_place;
use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_domain::planning::{Field, NodeId};
use rustc_hash::FxHashMap;

check! {
    /// # Una risposta è ripetuta in un'altra scheda
    ///
    /// **Che cosa trova.** Una lunga risposta torna uguale, o con lo stesso inizio, nello stesso campo di più schede (una
    /// nota sola per tutto il documento).
    ///
    /// **Perché conta.** Di solito la scheda è stata fatta copiando l'altra: la risposta parla della cosa di prima,
    /// e di quella nuova non si sa niente.
    ///
    /// **Esempio.** Le schede «Servizi per gli anziani» e «Servizi per le persone con disabilità» dicono le stesse
    /// righe alla domanda sui bisogni.
    ///
    /// **Come si corregge.** Riscrivere la risposta che non parla della sua scheda.
    ///
    /// **Eccezioni.** Le risposte brevi, quelle che ripetono il nome di ciò sotto cui la scheda sta, e le schede con
    /// lo stesso numero. Le descrizioni di due schede le dice STR008.
    ///
    /// # An answer is repeated in another sheet
    ///
    /// **What it finds.** A long answer comes back, or its beginning does, in the same field of several sheets (one note
    /// for the whole document).
    ///
    /// **Why it matters.** Most often the sheet was made by copying the other: the answer speaks of the former thing, and
    /// nothing is said of the new one.
    ///
    /// **Example.** The sheets “Services for the elderly” and “Services for people with disabilities” answer the
    /// question about needs with the same lines.
    ///
    /// **How to mend it.** Write again the answer that does not speak of its sheet.
    ///
    /// **Exceptions.** Short answers, those that repeat the name of what the sheet stands under, and sheets of one
    /// number. Descriptions of two sheets are told by STR008.
    STR034, "description-copied", Note, Run::Alone(look)
}

/// A shorter answer may be right in two sheets.
const ANSWER_BYTES_MIN: usize = 60;
/// A longer answer is copied if it begins with so many of the other's bytes.
const OPENING_BYTES: usize = 100;

fn look(subject: &Subject<'_>, report: &mut Report) {
    let sheets = subject.sheets();
    let mut seen: FxHashMap<(usize, &str), (NodeId, &Field)> = FxHashMap::default();
    let mut again: Vec<(&Field, &Field)> = Vec::new();
    for sheet in &sheets.sheets {
        for answer in &sheet.answers {
            let value = answer.field.value.trim();
            if value.len() < ANSWER_BYTES_MIN || names_a_level(subject, sheet.node, value) {
                continue;
            }
            let &mut (node, first) =
                seen.entry((answer.question, opening_of(value))).or_insert((sheet.node, answer.field));
            let code = |id: NodeId| subject.node(id).code.as_deref();
            if node != sheet.node && code(node) != code(sheet.node) {
                again.push((answer.field, first));
            }
        }
    }
    let Some((field, _)) = again.first() else { return };
    let place = answer_place(subject, field);
    let defect = report.find(place, Words::new("str034-answers").with("count", again.len()));
    defect.mark_only(place).hint(Words::new("str034-hint-answers"));
    let mut lines: Vec<u32> = again.iter().flat_map(|(field, first)| [field.line, first.line]).collect();
    lines.sort_unstable();
    lines.dedup();
    for line in lines.into_iter().filter(|line| *line != place.line) {
        defect.see(line, Words::new("str034-again"));
    }
}

/// What two long answers must have in common.
fn opening_of(value: &str) -> &str {
    let end = (OPENING_BYTES..value.len()).find(|at| value.is_char_boundary(*at)).unwrap_or(value.len());
    value.get(..end).unwrap_or(value)
}

/// Whether an answer is the path of its sheet: those of one parent have it in common.
fn names_a_level(subject: &Subject<'_>, node: NodeId, answer: &str) -> bool {
    let mut parent = subject.node(node).parent;
    while let Some(id) = parent {
        let level = subject.node(id);
        if level.title.as_deref().is_some_and(|title| answer.contains(title)) {
            return true;
        }
        parent = level.parent;
    }
    false
}
