// SPDX-License-Identifier: AGPL-3.0-or-later
//! Sheets that have nothing below them, where all others have.

use super::numbers::{code_place, number_of};
use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_domain::planning::NodeId;
use ambito_findings::Severity;
use rustc_hash::{FxHashMap, FxHashSet};

check! {
    /// # Una scheda senza obiettivi
    ///
    /// **Che cosa trova.** Un progetto senza obiettivi, o un obiettivo senza azioni, dove quasi tutti quelli del suo
    /// livello ne hanno.
    ///
    /// **Perché conta.** Una spesa o una promessa senza obiettivo non si può misurare: a fine anno nessuno sa dire se è
    /// andata bene.
    ///
    /// **Esempio.** Nove progetti hanno da uno a tre obiettivi; il decimo ha solo l'importo e il personale.
    ///
    /// **Come si corregge.** Scrivere l'obiettivo con il suo indicatore, oppure togliere la scheda.
    ///
    /// **Eccezioni.** Una voce sotto cui gli elenchi mettono soltanto schede di altre voci è una nota. Sotto un livello
    /// che in generale non ha nulla non si cerca.
    ///
    /// # A sheet without objectives
    ///
    /// **What it finds.** A project without objectives, or an objective without actions, where nearly all of its level
    /// have some.
    ///
    /// **Why it matters.** Money or a promise without an objective cannot be measured: at the end of the year nobody
    /// can say whether it went well.
    ///
    /// **Example.** Nine projects have one to three objectives; the tenth has only its amount and its people.
    ///
    /// **How to mend it.** Write the objective with its indicator, or take the sheet out.
    ///
    /// **Exceptions.** An entry under which lists put only sheets of other entries is a note. Nothing is looked for
    /// under a level that in general has nothing below.
    STR022, "nothing-below", Warning, Run::Alone(look)
}

/// This share of the nodes of a level, in percent, must have something below for the others to lack it.
const FULL_PERCENT_MIN: usize = 80;
/// Fewer nodes show no habit.
const NODES_MIN: usize = 4;

fn look(subject: &Subject<'_>, report: &mut Report) {
    for (id, full, all) in empty(subject) {
        let node = subject.node(id);
        let like =
            subject.nodes().find(|(other, like)| like.level == node.level && !subject.children(*other).is_empty());
        let Some((like, sheet)) = like else { continue };
        let what = subject.children(like).first().and_then(|child| subject.node(*child).level.as_deref()).unwrap_or("");
        let place = code_place(subject, node);
        let words = Words::new("str022-message").with("number", number_of(node)).with("what", what);
        report
            .find(place, words.with("count", full).with("all", all))
            .mark(place, Words::new("str022-mark").with("what", what))
            .see(sheet.line, Words::new("str022-like"))
            .hint(Words::new("str022-hint"));
    }
    borrowing(subject, report);
}

/// The nodes under which lists put sheets of others.
fn lent(subject: &Subject<'_>) -> FxHashSet<NodeId> {
    subject.nodes().flat_map(|(_, node)| node.also_under.iter().copied()).collect()
}

/// Nodes that have only sheets of others below them, where nearly all have their own.
fn borrowing(subject: &Subject<'_>, report: &mut Report) {
    let lent = lent(subject);
    let mut levels: FxHashMap<&str, (usize, Vec<NodeId>)> = FxHashMap::default();
    for (id, node) in subject.nodes().filter(|(_, node)| node.in_body && node.code.is_some()) {
        let Some(level) = node.level.as_deref() else { continue };
        let (own, borrowing) = levels.entry(level).or_default();
        match (subject.children(id).is_empty(), lent.contains(&id)) {
            (false, _) => *own += 1,
            (true, true) => borrowing.push(id),
            (true, false) => {}
        }
    }
    let mut found: Vec<(NodeId, usize)> = levels
        .into_values()
        .filter(|(own, few)| *own >= NODES_MIN && own * 100 >= (own + few.len()) * FULL_PERCENT_MIN)
        .flat_map(|(own, few)| few.into_iter().map(move |id| (id, own)))
        .collect();
    found.sort_unstable();
    for (id, _) in found {
        let node = subject.node(id);
        let place = code_place(subject, node);
        report
            .find(place, Words::new("str022-borrowing-message").with("number", number_of(node)))
            .severity(Severity::Note)
            .mark(place, Words::new("str022-borrowing-mark"))
            .hint(Words::new("str022-borrowing-hint"));
    }
}

/// The nodes without anything below, with how many of their level have something and how many there are.
pub(super) fn empty(subject: &Subject<'_>) -> Vec<(NodeId, usize, usize)> {
    let lent = lent(subject);
    let mut levels: FxHashMap<&str, (usize, Vec<NodeId>)> = FxHashMap::default();
    for (id, node) in subject.nodes().filter(|(_, node)| node.in_body) {
        let Some(level) = node.level.as_deref() else { continue };
        let (full, empty) = levels.entry(level).or_default();
        if subject.children(id).is_empty() && !lent.contains(&id) {
            empty.push(id);
        } else {
            *full += 1;
        }
    }
    let mut found: Vec<(NodeId, usize, usize)> = Vec::new();
    for (full, empty) in levels.into_values() {
        let all = full + empty.len();
        if all >= NODES_MIN && full * 100 >= all * FULL_PERCENT_MIN {
            found.extend(empty.into_iter().map(|id| (id, full, all)));
        }
    }
    found.sort_unstable();
    found
}
