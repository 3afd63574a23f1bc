// SPDX-License-Identifier: AGPL-3.0-or-later
//! One description under two different titles.

use super::sheets::answer_place;
use crate::check::{Run, check};
use crate::{Place, Report, Subject, Words};
use ambito_base::fold;
use ambito_domain::planning::{Field, NodeId};
use ambito_findings::Severity;
use rustc_hash::FxHashMap;

check! {
    /// # Una descrizione è ripetuta sotto un altro titolo
    ///
    /// **Che cosa trova.** Due nodi con titoli diversi hanno la stessa descrizione, parola per parola; o una lunga
    /// risposta torna uguale, o con lo stesso inizio, nello stesso campo di più schede (una nota sola per tutto il
    /// documento).
    ///
    /// **Perché conta.** Di solito la scheda è stata fatta copiando l'altra: la descrizione parla della cosa di
    /// prima, e di quella nuova non si sa niente.
    ///
    /// **Esempio.** «Servizi per gli anziani» e «Servizi per le persone con disabilità» sono descritti con le stesse
    /// righe.
    ///
    /// **Come si corregge.** Riscrivere la descrizione che non parla del suo titolo.
    ///
    /// **Eccezioni.** Due nodi con lo stesso titolo (un obiettivo trasversale ripetuto per ogni servizio) possono
    /// avere la stessa descrizione, e le schede con lo stesso numero sono di un altro controllo.
    ///
    /// # A description is repeated under another title
    ///
    /// **What it finds.** Two nodes with different titles have the same description, word for word; or a long answer
    /// comes back, or its beginning does, in the same field of several sheets (one note for the whole document).
    ///
    /// **Why it matters.** Most often the sheet was made by copying the other: the description speaks of the former
    /// thing, and nothing is said of the new one.
    ///
    /// **Example.** “Services for the elderly” and “Services for people with disabilities” are described with the
    /// same lines.
    ///
    /// **How to mend it.** Write again the description that does not speak of its title.
    ///
    /// **Exceptions.** Two nodes of one title (a common objective repeated for each service) may have one
    /// description, and sheets of one number belong to another check.
    STR034, "description-copied", Warning, Run::Alone(look)
}

/// A shorter text may be equal by chance.
const TEXT_BYTES_MIN: usize = 80;
/// A shorter answer may be right in two sheets.
const ANSWER_BYTES_MIN: usize = 60;
/// A longer answer is copied if it begins with so many of the other's bytes.
const OPENING_BYTES: usize = 100;

/// So much of a text is looked for, in so many lines below the beginning of its node.
const START_CHARS: usize = 40;
const LINES_BELOW: usize = 30;

fn look(subject: &Subject<'_>, report: &mut Report) {
    let mut seen: FxHashMap<&str, NodeId> = FxHashMap::default();
    for (id, node) in subject.nodes() {
        let text = node.text.trim();
        if text.len() < TEXT_BYTES_MIN {
            continue;
        }
        let Some(&first) = seen.get(text) else {
            seen.insert(text, id);
            continue;
        };
        let title = |id: NodeId| fold(subject.node(id).title.as_deref().unwrap_or(""));
        if title(first) == title(id) {
            continue;
        }
        let message = Words::new("str034-message").with("node", subject.name(id)).with("other", subject.name(first));
        let place = text_place(subject, node.line, text);
        report
            .find(place, message)
            .mark_only(place)
            .hint(Words::new("str034-hint"))
            .see(text_place(subject, subject.node(first).line, text).line, Words::new("str034-first"));
    }
    answers(subject, report);
}

/// The first paragraph of a text, at or below the line where its node begins.
fn text_place(subject: &Subject<'_>, from: u32, text: &str) -> Place {
    let start: String = text.chars().take(START_CHARS).collect();
    let line = (from..=subject.lines()).take(LINES_BELOW).find(|line| subject.line(*line).contains(&start));
    subject.whole(line.unwrap_or(from))
}

fn answers(subject: &Subject<'_>, report: &mut Report) {
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
    defect.severity(Severity::Note).mark_only(place).hint(Words::new("str034-hint-answers"));
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
