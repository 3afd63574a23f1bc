// SPDX-License-Identifier: AGPL-3.0-or-later
//! What only an index or a summary names.

use super::misnumbered::misnumbered;
use super::numbers::number_of;
use super::renamed::renamed;
use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_domain::planning::{LineNo, NodeId, NoteCode};
use ambito_findings::Severity;
use rustc_hash::FxHashSet;

/// More sheets without a number than this are a document that does not number its sheets.
const UNNUMBERED_MAX: usize = 8;

check! {
    /// # Una voce dell'indice senza scheda
    ///
    /// **Che cosa trova.** L'indice, una tabella o il riepilogo nomina una voce che nel testo non c'è.
    ///
    /// **Perché conta.** O la scheda è andata persa, o l'indice è di un'altra versione del piano: in tutti e due i casi
    /// qualcosa è stato promesso e non è scritto.
    ///
    /// **Esempio.** Il riepilogo elenca il progetto 2027_PD_1206; nel testo nessuna scheda ha quel codice.
    ///
    /// **Come si corregge.** Rimettere la scheda, oppure togliere la voce dall'indice.
    ///
    /// **Eccezioni.** Le voci dello stesso livello che mancano una dopo l'altra sono dette insieme. Dove lì sotto ci
    /// sono schede senza numero è una nota: forse sono le loro. Se della scheda è
    /// rimasta una tabella lo dice STR016.
    ///
    /// # An entry of the index without a sheet
    ///
    /// **What it finds.** The index, a table or the summary names an entry that the text does not have.
    ///
    /// **Why it matters.** Either the sheet was lost, or the index is of another version of the plan: in both cases
    /// something was promised and is not written.
    ///
    /// **Example.** The summary lists project 2027_PD_1206; no sheet of the text has that code.
    ///
    /// **How to mend it.** Put the sheet back, or take the entry out of the index.
    ///
    /// **Exceptions.** Entries of one level that are missing one after the other are told together. Where sheets
    /// without a number stand there it is a note: they may be theirs. Where a table of
    /// the sheet is left, STR016 tells it.
    STR013, "only-in-index", Warning, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let notes = &subject.draft.notes;
    let orphans: FxHashSet<NodeId> =
        notes.iter().filter(|note| note.code == NoteCode::OrphanTable).filter_map(|note| note.node).collect();
    let renamed = renamed(subject).into_iter().map(|(entry, _)| entry);
    let renamed: FxHashSet<NodeId> =
        renamed.chain(misnumbered(subject).into_iter().filter_map(|place| place.entry)).collect();
    let lost: Vec<(NodeId, LineNo)> = notes
        .iter()
        .filter(|note| note.code == NoteCode::NotInBody)
        .filter_map(|note| Some((note.node?, note.line)))
        .filter(|(id, _)| !orphans.contains(id) && !renamed.contains(id))
        .collect();
    let neighbours = |left: &(NodeId, LineNo), right: &(NodeId, LineNo)| {
        let (one, other) = (subject.node(left.0), subject.node(right.0));
        one.level == other.level && one.parent == other.parent && right.1 <= left.1 + 1
    };
    for group in lost.chunk_by(neighbours) {
        tell(subject, group, report);
    }
}

fn tell(subject: &Subject<'_>, group: &[(NodeId, LineNo)], report: &mut Report) {
    let Some(&(first, line)) = group.first() else { return };
    let names: Vec<String> = group.iter().map(|(id, _)| number_of(subject.node(*id))).collect();
    let node = subject.node(first);
    let unnumbered = unnumbered(subject, group);
    let key = if unnumbered.is_empty() { "str013-message" } else { "str013-unnumbered-message" };
    let wanted = node.title.as_deref().or(node.code.as_deref()).unwrap_or("");
    let place = subject.place(line, wanted);
    let defect = report.find(place, Words::new(key).with("count", group.len()).with("names", names.join(", ")));
    if unnumbered.is_empty() {
        defect.mark(place, Words::new("str013-mark")).hint(Words::new("str013-hint"));
    } else {
        defect.severity(Severity::Note).mark(place, Words::new("str013-unnumbered-mark"));
        defect.hint(Words::new("str013-unnumbered-hint"));
    }
    for line in unnumbered {
        defect.see(line, Words::new("str013-unnumbered"));
    }
    for (_, line) in &group[1..] {
        defect.see(*line, Words::new("str013-related"));
    }
    let lines: FxHashSet<LineNo> = group.iter().map(|(_, line)| *line).collect();
    for entry in group.iter().flat_map(|(id, _)| &subject.node(*id).index) {
        if !lines.contains(&entry.line) {
            defect.see(entry.line, Words::new("str013-again"));
        }
    }
}

/// The sheets without a number below what the entries stand under, where there are some: they may be the entries' own.
fn unnumbered(subject: &Subject<'_>, group: &[(NodeId, LineNo)]) -> Vec<LineNo> {
    let mut uppers: Vec<NodeId> = Vec::new();
    for (id, _) in group {
        let node = subject.node(*id);
        for upper in node.parent.iter().chain(&node.also_under) {
            // What is only named itself stands under what is in the text.
            let upper = if subject.node(*upper).in_body { Some(*upper) } else { subject.node(*upper).parent };
            uppers.extend(upper);
        }
    }
    uppers.sort_unstable();
    uppers.dedup();
    let sheets = uppers.iter().flat_map(|upper| subject.children(*upper)).map(|id| subject.node(*id));
    let sheets = sheets.filter(|sheet| sheet.in_body && sheet.code.is_none() && !sheet.fields.is_empty());
    let lines: Vec<LineNo> = sheets.map(|sheet| sheet.line).collect();
    if lines.len() <= UNNUMBERED_MAX { lines } else { Vec::new() }
}
