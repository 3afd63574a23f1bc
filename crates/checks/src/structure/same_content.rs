// SPDX-License-Identifier: AGPL-3.0-or-later
//! One sheet under two numbers: the same title and description, or descriptions that are nearly the same.

use super::numbers::{number_of, own_title};
use crate::check::{Run, check};
use crate::{Place, Report, Subject, Words};
use ambito_base::fold;
use ambito_domain::planning::{LineNo, Node, NodeId};
use rustc_hash::{FxHashMap, FxHashSet, FxHasher};
use std::hash::{Hash as _, Hasher as _};

check! {
    /// # La stessa scheda sotto due numeri
    ///
    /// **Che cosa trova.** Due schede con numeri diversi hanno la stessa descrizione, sotto lo stesso titolo o sotto due
    /// titoli diversi, oppure descrizioni diverse solo per poche parole.
    ///
    /// **Perché conta.** O è un progetto solo scritto due volte, e le sue risorse si contano due volte, o una delle
    /// due descrizioni è stata copiata e non adattata.
    ///
    /// **Esempio.** «Casa delle famiglie» è la scheda 1105 e anche la 1206, con la stessa descrizione.
    ///
    /// **Come si corregge.** Unire le due schede, oppure scrivere in ciascuna che cosa fa e che cosa la lega
    /// all'altra.
    ///
    /// **Eccezioni.** Le schede che ogni centro ripete con lo stesso titolo e la stessa sigla (trasparenza,
    /// riservatezza) sono uguali apposta. Le copie di un solo numero le dice STR007; le risposte ripetute nelle schede,
    /// STR034.
    ///
    /// # One sheet under two numbers
    ///
    /// **What it finds.** Two sheets of different numbers have the same description, under one title or
    /// under two, or descriptions that differ in a few words only.
    ///
    /// **Why it matters.** Either one project is written twice, and its resources count twice, or one of the
    /// descriptions was copied and not adapted.
    ///
    /// **Example.** “House of the families” is sheet 1105 and sheet 1206 too, with one description.
    ///
    /// **How to mend it.** Join the two sheets, or say in each what it does and what ties it to the other.
    ///
    /// **Exceptions.** Sheets that every centre repeats with one title and one tag (transparency, privacy) are alike
    /// on purpose. Copies of one number are told by STR007; answers repeated in sheets, by STR034.
    STR008, "same-content-under-two-numbers", Warning, Run::Alone(look)
}

/// A shorter description may well be the same by chance, in bytes.
const TEXT_BYTES_MIN: usize = 80;
/// Texts that begin with other words are not compared, in bytes.
const OPENING_BYTES: usize = 48;
/// So much of the words of two texts, in percent, is the same where one was copied.
const LIKE_PERCENT_MIN: usize = 80;

fn look(subject: &Subject<'_>, report: &mut Report) {
    let mut texts: FxHashMap<u64, NodeId> = FxHashMap::default();
    for (id, node) in subject.nodes().filter(|(_, node)| node.in_body) {
        if node.text.len() >= TEXT_BYTES_MIN
            && let Some(other) = claim(&mut texts, digest(opening(&node.text)), id)
            && !by_design(subject, other, id)
            && let Some(likeness) = likeness(&subject.node(other).text, &node.text)
        {
            tell(subject, other, id, likeness, report);
        }
    }
}

/// Who had a text first, if somebody had.
fn claim<T: Copy>(known: &mut FxHashMap<u64, T>, digest: u64, who: T) -> Option<T> {
    let first = known.get(&digest).copied();
    if first.is_none() {
        known.insert(digest, who);
    }
    first
}

/// The first words of a text.
fn opening(text: &str) -> &str {
    let end = text.char_indices().map(|(at, _)| at).find(|at| *at >= OPENING_BYTES).unwrap_or(text.len());
    &text[..end]
}

/// How much of two texts is the same.
#[derive(Clone, Copy)]
enum Likeness {
    Whole,
    Nearly,
}

/// The likeness of two texts that begin alike, where it is great enough to tell.
fn likeness(one: &str, other: &str) -> Option<Likeness> {
    if one == other {
        return Some(Likeness::Whole);
    }
    let words = |text: &str| fold(text).split(' ').map(str::to_owned).collect::<FxHashSet<String>>();
    let (one, other) = (words(one), words(other));
    let common = one.intersection(&other).count();
    (common * 100 >= one.len().max(other.len()) * LIKE_PERCENT_MIN).then_some(Likeness::Nearly)
}

fn digest(text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    text.hash(&mut hasher);
    hasher.finish()
}

/// Copies of one number, and the sheets that every centre has: one title, and codes that differ only in the centre's.
fn by_design(subject: &Subject<'_>, one: NodeId, other: NodeId) -> bool {
    let (first, second) = (subject.node(one), subject.node(other));
    if first.code == second.code && first.level == second.level {
        return true;
    }
    let same_title = match (own_title(first), own_title(second)) {
        (Some(one), Some(other)) => fold(one) == fold(other),
        _ => false,
    };
    let (one, other) = (tag(subject, first), tag(subject, second));
    same_title && one.is_some() && one == other
}

/// What the code of a node has behind the code of its centre.
fn tag<'a>(subject: &Subject<'a>, node: &'a Node) -> Option<&'a str> {
    let last = node.code.as_deref()?.rsplit(['_', '.', '-']).next()?;
    centres(subject, node).find_map(|centre| last.strip_prefix(centre))
}

/// The codes of the nodes at the top that a node stands under.
fn centres<'a>(subject: &Subject<'a>, node: &'a Node) -> impl Iterator<Item = &'a str> {
    let uppers: Vec<&'a Node> = node.parent.iter().chain(&node.also_under).map(|id| subject.node(*id)).collect();
    uppers.into_iter().filter(|upper| upper.parent.is_none()).filter_map(|upper| upper.code.as_deref())
}

fn tell(subject: &Subject<'_>, one: NodeId, other: NodeId, likeness: Likeness, report: &mut Report) {
    let (first, second) = (subject.node(one), subject.node(other));
    let same_title = own_title(first).zip(own_title(second)).is_some_and(|(one, other)| fold(one) == fold(other));
    let (key, mark, related) = match (likeness, same_title) {
        (Likeness::Whole, true) => ("str008-title-message", "str008-mark", "str008-related"),
        (Likeness::Whole, false) => ("str008-text-message", "str008-mark", "str008-related"),
        (Likeness::Nearly, _) => ("str008-nearly-message", "str008-nearly-mark", "str008-nearly-related"),
    };
    let line = text_line(subject, second);
    let whole = subject.whole(line);
    let place = subject.find(line, &beginning(second), 0).map_or(whole, |found| Place { end: whole.end, ..found });
    let words = Words::new(key).with("number", number_of(second)).with("other", number_of(first));
    report
        .find(place, words)
        .mark(place, Words::new(mark))
        .see(text_line(subject, first), Words::new(related))
        .hint(Words::new("str008-hint"));
}

/// The line where a node's text begins, else its first.
fn text_line(subject: &Subject<'_>, node: &Node) -> LineNo {
    let opening = beginning(node);
    let end = node.line.saturating_add(60).min(subject.lines());
    (node.line..=end).find(|line| subject.line(*line).contains(&opening)).unwrap_or(node.line)
}

/// The first words of a description.
fn beginning(node: &Node) -> String {
    node.text.split(['\n', ' ']).take(4).collect::<Vec<_>>().join(" ")
}
