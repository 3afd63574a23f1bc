// SPDX-License-Identifier: AGPL-3.0-or-later
//! Sheets and indicators out of the rising order of their numbers.

use super::numbers::{code_place, number_of, split};
use super::order::strays;
use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_domain::planning::{Indicator, LineNo, NodeId};
use rustc_hash::{FxHashMap, FxHashSet};

check! {
    /// # Una voce fuori dal suo ordine
    ///
    /// **Che cosa trova.** Schede, obiettivi o indicatori che nel testo vanno per numero crescente, tranne qualcuno che
    /// sta prima o dopo il suo posto.
    ///
    /// **Perché conta.** Chi cerca la scheda al suo posto non la trova e crede che manchi.
    ///
    /// **Esempio.** La scheda 1203 sta dopo la 1205, mentre tutte le altre sono in ordine.
    ///
    /// **Come si corregge.** Spostare la voce al suo posto, oppure correggere il numero se è sbagliato quello.
    ///
    /// **Eccezioni.** Dove le voci non seguono l'ordine dei numeri in generale non è detto nulla; i numeri ristampati
    /// in un altro capitolo non contano. Le schede di tipi diversi di codice e di centri diversi si contano a parte.
    ///
    /// # An entry out of its order
    ///
    /// **What it finds.** Sheets, objectives or indicators that stand in the text by rising number, except some that
    /// stand before or behind their place.
    ///
    /// **Why it matters.** Who looks for the sheet in its place does not find it and believes that it is missing.
    ///
    /// **Example.** Sheet 1203 stands after 1205, while all others are in order.
    ///
    /// **How to mend it.** Move the entry to its place, or correct its number if that is wrong.
    ///
    /// **Exceptions.** Where entries do not follow their numbers in general nothing is said; numbers printed again in
    /// another chapter do not count. Sheets of different kinds of code and of different centres are counted apart.
    STR004, "out-of-order", Note, Run::Alone(look)
}

/// A sequence shorter than this has no order that an entry could be out of.
const ENTRIES_MIN: usize = 4;
/// At most this share of entries, in percent, may be out of order for the others to be in one.
const STRAYS_PERCENT_MAX: usize = 20;

fn look(subject: &Subject<'_>, report: &mut Report) {
    for (stray, before) in nodes(subject) {
        tell(subject, stray, before, report);
    }
    indicators(subject, report);
}

/// The last parts of codes that should rise, with their nodes.
type Group<'a> = Vec<(&'a str, NodeId)>;

/// The nodes out of the order of their numbers, each with the one before it.
pub(super) fn nodes(subject: &Subject<'_>) -> Vec<(NodeId, NodeId)> {
    let mut groups: FxHashMap<(&str, &str, usize), Group<'_>> = FxHashMap::default();
    let mut order = Vec::new();
    let mut seen: FxHashSet<(&str, &str)> = FxHashSet::default();
    let tops: Vec<LineNo> =
        subject.nodes().filter(|(_, node)| node.parent.is_none()).map(|(_, node)| node.line).collect();
    for (id, node) in subject.nodes().filter(|(_, node)| node.in_body) {
        let (Some(level), Some(code)) = (node.level.as_deref(), node.code.as_deref()) else { continue };
        let end = code.rfind(['_', '.', '-']).map_or(0, |at| at + 1);
        let (stem, last) = code.split_at(end);
        let letters = if end == 0 { split(code).map_or("", |(stem, _)| stem) } else { stem };
        // Bare numbers go through the document; codes of many parts begin again under every heading at the top.
        let top = if end == 0 { 0 } else { tops.partition_point(|line| *line <= node.line) };
        let parent = node.parent.filter(|_| end == 0 && !letters.is_empty()).map_or(0, |parent| parent.index() + 1);
        if end == 0 && letters.is_empty() && !seen.insert((level, code)) {
            continue;
        }
        let key = (level, letters, top + parent);
        let group = groups.entry(key).or_default();
        if group.is_empty() {
            order.push(key);
        }
        group.push((last, id));
    }
    order.iter().filter_map(|key| groups.get(key)).flat_map(|group| out_of_order(group)).collect()
}

/// The entries out of order, each with the one before it.
fn out_of_order<T: Copy>(group: &[(&str, T)]) -> Vec<(T, T)> {
    if group.len() < ENTRIES_MIN {
        return Vec::new();
    }
    let mut sorted: Vec<usize> = (0..group.len()).collect();
    sorted.sort_by(|a, b| key(group[*a].0).cmp(&key(group[*b].0)));
    let mut rank = vec![0; group.len()];
    for (place, at) in sorted.into_iter().enumerate() {
        rank[at] = place;
    }
    let strays = strays(&rank);
    if strays.len() > 1 && strays.len() * 100 > group.len() * STRAYS_PERCENT_MAX {
        return Vec::new();
    }
    strays.into_iter().filter_map(|at| Some((group[at].1, group.get(at.checked_sub(1).unwrap_or(1))?.1))).collect()
}

/// Short numbers before long ones, else by their letters.
fn key(last: &str) -> (usize, &str) {
    let bare = last.trim_start_matches('0');
    if bare.bytes().all(|byte| byte.is_ascii_digit()) { (bare.len(), bare) } else { (last.len(), last) }
}

fn tell(subject: &Subject<'_>, stray: NodeId, before: NodeId, report: &mut Report) {
    let node = subject.node(stray);
    let place = code_place(subject, node);
    let before = subject.node(before);
    let words = Words::new("str004-message").with("number", number_of(node)).with("before", number_of(before));
    report
        .find(place, words)
        .mark(place, Words::new("str004-mark"))
        .see(before.line, Words::new("str004-before"))
        .hint(Words::new("str004-hint"));
}

/// Within an objective the order is expected from two indicators on; the document tells it once.
fn indicators(subject: &Subject<'_>, report: &mut Report) {
    let mut found: Vec<(&Indicator, &Indicator)> = Vec::new();
    let mut pairs = 0;
    for pair in subject.draft.indicators.windows(2) {
        let [before, after] = pair else { continue };
        let numbers = (before.code.as_deref().and_then(split), after.code.as_deref().and_then(split));
        let (Some((_, low)), Some((_, high))) = numbers else { continue };
        if before.node.is_none() || before.node != after.node {
            continue;
        }
        pairs += 1;
        if high < low {
            found.push((before, after));
        }
    }
    let Some((before, after)) = found.first() else { return };
    if found.len() * 100 > pairs * STRAYS_PERCENT_MAX {
        return;
    }
    let place = subject.place(after.line, after.code.as_deref().unwrap_or(""));
    let words = Words::new("str004-indicator-message").with("count", found.len());
    let words =
        words.with("number", after.code.as_deref().unwrap_or("")).with("before", before.code.as_deref().unwrap_or(""));
    let defect = report.find(place, words).mark(place, Words::new("str004-mark"));
    defect.see(before.line, Words::new("str004-before")).hint(Words::new("str004-hint"));
    for (_, after) in &found[1..] {
        defect.see(after.line, Words::new("str004-other"));
    }
}
