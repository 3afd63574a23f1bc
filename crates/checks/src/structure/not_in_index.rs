// SPDX-License-Identifier: AGPL-3.0-or-later
//! Sheets that an index, the tables or a summary leave out.

use super::listing::{List, Listing};
use super::misnumbered::misnumbered;
use super::numbers::{code_place, number_of};
use super::renamed::renamed;
use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_base::fold;
use ambito_domain::planning::{LineNo, NodeId, NoteCode};
use rustc_hash::{FxHashMap, FxHashSet};

check! {
    /// # Una scheda che l'indice non nomina
    ///
    /// **Che cosa trova.** Le schede di un livello sono quasi tutte nell'indice, nelle tabelle dei capitoli o nel
    /// riepilogo, tranne qualcuna.
    ///
    /// **Perché conta.** Chi guarda l'indice o il riepilogo crede che quella scheda non esista; nelle somme per centro
    /// manca.
    ///
    /// **Esempio.** La tabella del capitolo elenca cinque obiettivi, il capitolo ne contiene sei.
    ///
    /// **Come si corregge.** Aggiungere la voce nell'elenco, oppure togliere la scheda se è rimasta da un'altra
    /// versione.
    ///
    /// **Eccezioni.** Se mancano un obiettivo e le sue azioni è detto dell'obiettivo. Un livello che l'elenco non
    /// riporta in generale non conta.
    ///
    /// # A sheet that the index does not name
    ///
    /// **What it finds.** Nearly all sheets of a level are in the index, in the tables of the chapters or in the
    /// summary, except some.
    ///
    /// **Why it matters.** Who looks at the index or the summary believes that the sheet does not exist; it is missing
    /// in the sums of its centre.
    ///
    /// **Example.** The table of the chapter lists five objectives, the chapter has six.
    ///
    /// **How to mend it.** Add the entry to the list, or take the sheet out if it was left from another version.
    ///
    /// **Exceptions.** Where an objective and its actions are missing, the objective is told. A level that the list
    /// does not give in general does not count.
    STR014, "not-in-index", Warning, Run::Alone(look)
}

/// A list must name this share of a level, in percent, to be one of that level.
const NAMED_PERCENT_MIN: usize = 60;
/// Fewer sheets of a level show no habit.
const SHEETS_MIN: usize = 4;
/// A list that leaves out more helps nobody.
const TOLD_MAX: usize = 500;

fn look(subject: &Subject<'_>, report: &mut Report) {
    let listing = Listing::of(subject);
    for (list, key, word) in
        [(List::Contents, "str014-contents-message", "contents"), (List::Table, "str014-tables-message", "tables")]
    {
        let mut named: FxHashMap<NodeId, LineNo> = FxHashMap::default();
        for entry in listing.entries.iter().filter(|entry| entry.list == list) {
            named.entry(entry.node).or_insert(entry.entry.line);
        }
        missing(subject, &named, (key, word), report);
    }
    let named = subject.nodes().filter_map(|(id, node)| Some((id, node.summary?.line))).collect();
    missing(subject, &named, ("str014-summary-message", "summary"), report);
}

fn missing(
    subject: &Subject<'_>,
    named: &FxHashMap<NodeId, LineNo>,
    (key, word): (&'static str, &'static str),
    report: &mut Report,
) {
    if named.is_empty() {
        return;
    }
    let mut levels: FxHashMap<&str, (usize, Vec<NodeId>)> = FxHashMap::default();
    // Sheets whose place in the list is told by another check.
    let untitled: FxHashSet<NodeId> = subject
        .draft
        .notes
        .iter()
        .filter(|note| note.code == NoteCode::HeadingLost)
        .filter_map(|note| note.node)
        .chain(renamed(subject).into_iter().map(|(_, sheet)| sheet))
        .chain(misnumbered(subject).into_iter().map(|place| place.sheet))
        .collect();
    // A second sheet of one number is told as such.
    let numbers: FxHashSet<(&Option<String>, &String)> =
        named.keys().filter_map(|id| Some((&subject.node(*id).level, subject.node(*id).code.as_ref()?))).collect();
    for (id, node) in subject.nodes().filter(|(id, node)| node.in_body && !untitled.contains(id)) {
        let Some(level) = node.level.as_deref() else { continue };
        if !named.contains_key(&id) && node.code.as_ref().is_some_and(|code| numbers.contains(&(&node.level, code))) {
            continue;
        }
        let (there, absent) = levels.entry(level).or_default();
        if named.contains_key(&id) {
            *there += 1;
        } else {
            absent.push(id);
        }
    }
    let lost: FxHashSet<NodeId> = levels
        .into_values()
        .filter(|(there, absent)| {
            let all = there + absent.len();
            all >= SHEETS_MIN && there * 100 >= all * NAMED_PERCENT_MIN
        })
        .flat_map(|(_, absent)| absent)
        .collect();
    let mut told: Vec<NodeId> = lost
        .iter()
        .copied()
        .filter(|id| subject.node(*id).parent.is_none_or(|parent| !lost.contains(&parent)))
        .collect();
    told.sort_unstable();
    // A list that gives a sheet another's number names its title there.
    let mut titles: FxHashMap<String, LineNo> = FxHashMap::default();
    if !told.is_empty() {
        for entry in subject.draft.nodes.iter().flat_map(|node| &node.index) {
            titles.entry(fold(&entry.title)).or_insert(entry.line);
        }
    }
    for id in told.into_iter().take(TOLD_MAX) {
        let node = subject.node(id);
        let place = code_place(subject, node);
        let defect = report.find(place, Words::new(key).with("number", number_of(node)));
        defect.mark(place, Words::new("str014-mark").with("list", word)).hint(Words::new("str014-hint"));
        for child in subject.children(id).iter().filter(|child| lost.contains(child)) {
            defect.see(subject.node(*child).line, Words::new("str014-below"));
        }
        if let Some(line) = node.title.as_deref().and_then(|title| titles.get(&fold(title))) {
            defect.see(*line, Words::new("str014-elsewhere"));
        }
        let before = (0..id.0)
            .rev()
            .map(NodeId)
            .find(|other| subject.node(*other).level == node.level && named.contains_key(other));
        if let Some(line) = before.and_then(|other| named.get(&other)) {
            defect.see(*line, Words::new("str014-neighbour"));
        }
    }
}
