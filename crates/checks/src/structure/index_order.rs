// SPDX-License-Identifier: AGPL-3.0-or-later
//! Lists that name the sheets in another order than the body has them.

use super::listing::{Entry, List, Listing};
use super::numbers::number_of;
use super::order::strays;
use super::out_of_order;
use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_domain::planning::{LineNo, NodeId};
use rustc_hash::FxHashSet;

check! {
    /// # L'ordine dell'indice non è quello del testo
    ///
    /// **Che cosa trova.** L'indice o il riepilogo nomina le schede nell'ordine del testo, tranne qualcuna che sta in
    /// un altro punto.
    ///
    /// **Perché conta.** L'indice serve a trovare le pagine: una voce spostata fa cercare la scheda dove non è, e fa
    /// pensare che una delle due copie sia vecchia.
    ///
    /// **Esempio.** Nell'indice l'azione 5 sta prima dell'azione 4; nel testo è il contrario.
    ///
    /// **Come si corregge.** Fare di nuovo l'indice dal testo, oppure spostare la scheda.
    ///
    /// **Eccezioni.** Un ordine del tutto diverso è una scelta e non è detto.
    /// Le tabelle che ristampano una voce sotto un altro obiettivo non contano.
    ///
    /// # The order of the index is not that of the text
    ///
    /// **What it finds.** The index or the summary names the sheets in the order of the text, except some that stand
    /// elsewhere.
    ///
    /// **Why it matters.** An index is for finding pages: an entry out of place sends the reader to where the sheet is
    /// not, and makes one of the two look outdated.
    ///
    /// **Example.** The index has action 5 before action 4; the text has them the other way round.
    ///
    /// **How to mend it.** Make the index again from the text, or move the sheet.
    ///
    /// **Exceptions.** Quite another order is a choice and is not told.
    /// Tables that print an entry again under another objective do not count.
    STR005, "index-order-differs", Warning, Run::Alone(look)
}

/// At most this share of entries, in percent, may be out of order for the others to be in one.
const STRAYS_PERCENT_MAX: usize = 20;
/// A list shorter than this has no order.
const ENTRIES_MIN: usize = 3;

fn look(subject: &Subject<'_>, report: &mut Report) {
    let listing = Listing::of(subject);
    // A sheet out of the order of the numbers is told as such.
    let mut seen: FxHashSet<NodeId> = out_of_order::nodes(subject).into_iter().map(|(stray, _)| stray).collect();
    let strays = seen.clone();
    let contents: Vec<(LineNo, NodeId)> = listing
        .entries
        .iter()
        .filter(|entry| entry.list == List::Contents && subject.node(entry.node).in_body && seen.insert(entry.node))
        .map(|Entry { node, entry, .. }| (entry.line, *node))
        .collect();
    compare(subject, &contents, report);
    let mut summaries: Vec<(LineNo, NodeId)> = subject
        .nodes()
        .filter(|(id, node)| node.in_body && !strays.contains(id))
        .filter_map(|(id, node)| Some((node.summary?.line, id)))
        .collect();
    summaries.sort_unstable();
    compare(subject, &summaries, report);
}

fn compare(subject: &Subject<'_>, listed: &[(LineNo, NodeId)], report: &mut Report) {
    if listed.len() < ENTRIES_MIN {
        return;
    }
    let lines: Vec<usize> = listed.iter().map(|(_, id)| subject.node(*id).line as usize).collect();
    let strays = strays(&lines);
    if strays.len() * 100 > listed.len() * STRAYS_PERCENT_MAX.max(34 * usize::from(listed.len() < 8)) {
        // Another order altogether is a choice: a summary by policy, sheets by number.
        return;
    }
    for at in strays {
        let (line, id) = listed[at];
        let node = subject.node(id);
        let before = listed.get(at.checked_sub(1).unwrap_or(1)).map(|(_, id)| number_of(subject.node(*id)));
        let place = subject.whole(line);
        let words =
            Words::new("str005-message").with("name", number_of(node)).with("before", before.unwrap_or_default());
        report
            .find(place, words)
            .mark(place, Words::new("str005-mark"))
            .see(node.line, Words::new("str005-body"))
            .hint(Words::new("str005-hint"));
    }
}
