// SPDX-License-Identifier: AGPL-3.0-or-later
//! One number on two sheets.

use super::duplicate_code::strangers;
use super::numbers::{code_place, copies, number_of};
use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_base::fold;
use ambito_domain::planning::{Field, LineNo, Node};
use ambito_findings::Severity;

check! {
    /// # Due schede con lo stesso numero
    ///
    /// **Che cosa trova.** Nel testo ci sono due schede con lo stesso numero e lo stesso titolo. Se le risposte non
    /// sono uguali, nessuno sa quale valga; se sono uguali, una è di troppo ed è solo una nota.
    ///
    /// **Perché conta.** Quando la scheda si aggiorna se ne cambia una e l'altra resta vecchia: dopo un mese il piano
    /// dice due cose.
    ///
    /// **Esempio.** L'azione 6 è stampata nel capitolo dei minori e di nuovo in quello dei progetti comuni, con
    /// destinatari diversi.
    ///
    /// **Come si corregge.** Tenere una scheda sola e nell'altro capitolo scrivere dove si trova; se sono due azioni,
    /// dare due numeri.
    ///
    /// **Eccezioni.** Un obiettivo ristampato come titolo di un altro capitolo, senza testo suo, non è una seconda
    /// scheda; neppure un titolo che rinvia («si veda la scheda»).
    ///
    /// # Two sheets of one number
    ///
    /// **What it finds.** The text has two sheets of one number and one title. If their answers are not the same,
    /// nobody knows which one holds; if they are, one is too many, and it is only a note.
    ///
    /// **Why it matters.** When the sheet is brought up to date one of them is changed and the other stays old: after a
    /// month the plan says two things.
    ///
    /// **Example.** Action 6 is printed in the chapter on children and again in that of shared projects, for other
    /// people.
    ///
    /// **How to mend it.** Keep one sheet, and in the other chapter say where it is; if they are two actions, give two
    /// numbers.
    ///
    /// **Exceptions.** An objective printed again as the title of another chapter, without a text of its own, is no
    /// second sheet; nor is a title that refers (“see sheet”).
    STR007, "two-contents-under-one-number", Warning, Run::Alone(look)
}

/// A shorter answer ("Si") is the same by chance, in bytes.
const SENTENCE_BYTES_MIN: usize = 20;

fn look(subject: &Subject<'_>, report: &mut Report) {
    for group in copies(subject).iter().filter(|group| group.len() > 1) {
        let mut sheets = group.iter().map(|id| subject.node(*id)).filter(|node| node.in_body && has_content(node));
        let (Some(first), Some(second)) = (sheets.next(), sheets.next()) else { continue };
        if strangers(subject, group).is_some() {
            continue;
        }
        tell(subject, first, second, report);
    }
}

fn has_content(node: &Node) -> bool {
    !node.text.is_empty() || !node.fields.is_empty()
}

fn tell(subject: &Subject<'_>, first: &Node, second: &Node, report: &mut Report) {
    let differing: Vec<(&str, LineNo)> = differing(first, second);
    let same = differing.is_empty() && fold(&first.text) == fold(&second.text);
    let key = if same { "str007-same-message" } else { "str007-message" };
    let place = code_place(subject, second);
    let defect = report.find(place, Words::new(key).with("number", number_of(second)));
    defect.mark(place, Words::new("str007-mark")).see(first.line, Words::new("str007-first"));
    for (label, line) in differing {
        defect.see(line, Words::new("str007-differs").with("label", label));
    }
    defect.hint(Words::new("str007-hint"));
    if same {
        defect.severity(Severity::Note);
    }
}

/// The answers of the second sheet that are not those of the first.
fn differing<'a>(first: &'a Node, second: &'a Node) -> Vec<(&'a str, LineNo)> {
    let answer = |field: &Field| (fold(&field.label), fold(&field.value));
    let known: Vec<(String, String)> = first.fields.iter().map(answer).collect();
    // The labels of the two may be worded differently; a whole sentence is not the same by chance.
    let same = |one: &(String, String), other: &(String, String)| {
        one.1 == other.1 && (one.0 == other.0 || one.1.len() >= SENTENCE_BYTES_MIN)
    };
    second
        .fields
        .iter()
        .filter(|field| {
            let own = answer(field);
            !known.iter().any(|other| same(other, &own))
        })
        .map(|field| (field.label.as_str(), field.line))
        .collect()
}
