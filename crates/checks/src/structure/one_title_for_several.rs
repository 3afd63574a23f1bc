// SPDX-License-Identifier: AGPL-3.0-or-later
//! One title that a list gives to several numbers.

use super::listing::{Entry, List, Listing};
use super::numbers::number_of;
use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_base::fold;
use ambito_domain::planning::{LineNo, NodeId};
use rustc_hash::{FxHashMap, FxHashSet};

check! {
    /// # Un titolo solo per più numeri
    ///
    /// **Che cosa trova.** Nello stesso elenco due o più voci dello stesso livello, con numeri diversi, hanno lo stesso
    /// titolo; oppure un obiettivo ha il titolo di un progetto che non è il suo.
    ///
    /// **Perché conta.** Il titolo da solo non dice di quale voce si parla: chi cita l'azione deve aggiungere sempre il
    /// numero, e nelle ricerche escono tutte.
    ///
    /// **Esempio.** La tabella elenca «Azione 7 Progetti finanziati» e «Azione 9 Progetti finanziati».
    ///
    /// **Come si corregge.** Aggiungere al titolo ciò che distingue le voci, come di solito fa già la scheda.
    ///
    /// **Eccezioni.** Le voci senza numero e quelle che ogni centro ripete non contano.
    ///
    /// # One title for several numbers
    ///
    /// **What it finds.** In one list two or more entries of a level, with different numbers, have the same title; or
    /// an objective has the title of a project that is not its own.
    ///
    /// **Why it matters.** The title alone does not say which entry is meant: who cites the action must always add the
    /// number, and a search finds them all.
    ///
    /// **Example.** The table lists “Action 7 Funded projects” and “Action 9 Funded projects”.
    ///
    /// **How to mend it.** Add to the title what tells the entries apart, as their sheets usually do.
    ///
    /// **Exceptions.** Entries without a number, and those that every centre repeats, do not count.
    STR026, "one-title-for-several", Note, Run::Alone(look)
}

/// Shorter titles ("Valutazione") are the same by chance, in bytes.
const TITLE_BYTES_MIN: usize = 30;

fn look(subject: &Subject<'_>, report: &mut Report) {
    lists(subject, report);
    levels(subject, report);
}

/// A sheet of one level with the title of a sheet of another level that it does not stand under.
fn levels(subject: &Subject<'_>, report: &mut Report) {
    let mut first: FxHashMap<String, NodeId> = FxHashMap::default();
    for (id, node) in subject.nodes().filter(|(_, node)| node.in_body && node.code.is_some()) {
        let Some(title) = node.title.as_deref().filter(|title| title.len() >= TITLE_BYTES_MIN) else { continue };
        let folded = fold(title);
        let Some(&other) = first.get(&folded) else {
            first.insert(folded, id);
            continue;
        };
        let twin = subject.node(other);
        if twin.level == node.level || is_above(subject, other, id) || is_above(subject, id, other) {
            continue;
        }
        let place = subject.place(node.line, title);
        let words = Words::new("str026-level-message").with("number", number_of(node)).with("other", number_of(twin));
        report
            .find(place, words.with("title", title))
            .mark(place, Words::new("str026-mark"))
            .see(twin.line, Words::new("str026-related"))
            .hint(Words::new("str026-level-hint"));
    }
}

fn is_above(subject: &Subject<'_>, upper: NodeId, lower: NodeId) -> bool {
    let mut at = subject.node(lower).parent;
    for _ in 0..16 {
        match at {
            Some(id) if id == upper => return true,
            Some(id) => at = subject.node(id).parent,
            None => return false,
        }
    }
    false
}

fn lists(subject: &Subject<'_>, report: &mut Report) {
    for same in groups(subject) {
        tell(subject, &same, report);
    }
}

/// The lines of lists that give one title to several numbers.
pub(super) fn lines(subject: &Subject<'_>) -> FxHashSet<LineNo> {
    groups(subject).into_iter().flatten().map(|(line, _)| line).collect()
}

fn groups(subject: &Subject<'_>) -> Vec<Vec<(LineNo, NodeId)>> {
    let listing = Listing::of(subject);
    let mut titles: FxHashMap<(&str, String), Vec<&Entry<'_>>> = FxHashMap::default();
    for entry in &listing.entries {
        let node = subject.node(entry.node);
        if let (Some(level), Some(_)) = (node.level.as_deref(), &node.code) {
            titles.entry((level, fold(&entry.entry.title))).or_default().push(entry);
        }
    }
    let mut found: Vec<Vec<(LineNo, NodeId)>> = titles
        .into_values()
        .filter(|entries| entries.len() > 1)
        .map(|entries| {
            let [contents, tables] = [List::Contents, List::Table].map(|list| several(subject, &entries, list));
            if contents.len() >= tables.len() { contents } else { tables }
        })
        .filter(|same| same.len() > 1)
        .collect();
    found.sort_unstable();
    found
}

/// The entries of one kind of list, one a number; a row that names two numbers with one title ("5/7") is one.
fn several(subject: &Subject<'_>, entries: &[&Entry<'_>], list: List) -> Vec<(LineNo, NodeId)> {
    let mut same: Vec<(LineNo, NodeId)> = Vec::new();
    let mut codes: FxHashSet<&str> = FxHashSet::default();
    for entry in entries.iter().filter(|entry| entry.list == list) {
        let code = subject.node(entry.node).code.as_deref().unwrap_or("");
        if codes.insert(code) && same.last().is_none_or(|(line, _)| *line != entry.entry.line) {
            same.push((entry.entry.line, entry.node));
        }
    }
    same
}

fn tell(subject: &Subject<'_>, same: &[(LineNo, NodeId)], report: &mut Report) {
    let Some((&(line, first), others)) = same.split_first() else { return };
    let node = subject.node(first);
    let entry = node.index.iter().find(|entry| entry.line == line);
    let title = entry.map_or("", |entry| entry.title.as_str());
    let numbers: Vec<String> = same.iter().map(|(_, id)| number_of(subject.node(*id))).collect();
    let place = subject.place(line, title);
    let words = Words::new("str026-message").with("count", same.len()).with("title", title);
    let defect = report.find(place, words.with("numbers", numbers.join(", ")));
    defect.mark(place, Words::new("str026-mark")).hint(Words::new("str026-hint"));
    for (line, _) in others {
        defect.see(*line, Words::new("str026-related"));
    }
    for sheet in same.iter().map(|(_, id)| subject.node(*id)).filter(|sheet| sheet.in_body) {
        if let Some(own) = sheet.title.as_deref().filter(|own| fold(own) != fold(title)) {
            defect.see(sheet.line, Words::new("str026-own").with("title", own));
        }
    }
}
