// SPDX-License-Identifier: AGPL-3.0-or-later
//! One element that stands under two parents.

use super::listing::{Listing, misplaced};
use super::numbers::{code_place, number_of};
use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_domain::planning::{LineNo, NodeId};
use rustc_hash::FxHashSet;

check! {
    /// # Una voce sotto due voci superiori
    ///
    /// **Che cosa trova.** Un'azione, un obiettivo o un progetto che il documento mette sotto due voci dello stesso
    /// livello.
    ///
    /// **Perché conta.** Può essere voluto (un'azione serve due obiettivi), ma allora risorse e risultati si contano
    /// due volte se nessuno lo dice.
    ///
    /// **Esempio.** L'azione 3 sta sotto l'obiettivo 1 e, in un'altra tabella, anche sotto l'obiettivo 9.
    ///
    /// **Come si corregge.** Dire nella scheda che serve più obiettivi e sotto quale si contano le risorse, oppure
    /// toglierla da una delle tabelle.
    ///
    /// **Eccezioni.** Se l'indice la mette soltanto sotto un'altra voce che la scheda, è un errore di posto: lo dice
    /// STR010.
    ///
    /// # An entry under two others
    ///
    /// **What it finds.** An action, an objective or a project that the document puts under two entries of one level.
    ///
    /// **Why it matters.** It may be meant (one action serves two objectives), but then resources and results are
    /// counted twice unless somebody says so.
    ///
    /// **Example.** Action 3 stands under objective 1 and, in another table, under objective 9 too.
    ///
    /// **How to mend it.** Say on the sheet that it serves several objectives and under which its resources count, or
    /// take it out of one of the tables.
    ///
    /// **Exceptions.** Where a list has it only under another entry than its sheet, it is in the wrong place: STR010
    /// tells it.
    STR009, "under-two-parents", Note, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let listing = Listing::of(subject);
    let wrong = misplaced(subject, &listing);
    let moved: FxHashSet<NodeId> = wrong.iter().map(|place| place.node).collect();
    let lines: FxHashSet<LineNo> = wrong.iter().map(|place| place.line).collect();
    for (id, node) in subject.nodes().filter(|(id, node)| node.in_body && !moved.contains(id)) {
        let Some(parent) = node.parent else { continue };
        let upper = subject.node(parent);
        // The path of a plan goes through several centres by design: only what has a number of its own is counted.
        let others: Vec<NodeId> = node
            .also_under
            .iter()
            .copied()
            .filter(|id| subject.node(*id).level == upper.level && subject.node(*id).code != upper.code)
            .collect();
        // An objective that a table repeats only to put a sheet under it in the wrong place is told with that sheet.
        let repeated = node.index.iter().any(|entry| lines.contains(&entry.line));
        if node.code.is_some() && upper.level.is_some() && !others.is_empty() && !repeated {
            tell(subject, id, &others, &listing, report);
        }
    }
}

fn tell(subject: &Subject<'_>, id: NodeId, others: &[NodeId], listing: &Listing<'_>, report: &mut Report) {
    let node = subject.node(id);
    let place = code_place(subject, node);
    let named: Vec<String> = others.iter().map(|id| number_of(subject.node(*id))).collect();
    let parent = node.parent.map(|id| number_of(subject.node(id))).unwrap_or_default();
    let words = Words::new("str009-message").with("number", number_of(node)).with("parent", parent);
    let defect = report.find(place, words.with("others", named.join(", ")));
    defect.mark(place, Words::new("str009-mark")).hint(Words::new("str009-hint"));
    for other in others {
        let upper = subject.node(*other);
        let level = upper.level.as_deref().unwrap_or("");
        let mut lines = node.index.iter().map(|entry| entry.line);
        let line = lines.find(|line| listing.upper(listing.list_of(*line), level, *line) == Some(*other));
        let line = line.unwrap_or(upper.line);
        defect.see(line, Words::new("str009-related").with("parent", number_of(upper)));
    }
}
