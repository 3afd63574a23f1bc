// SPDX-License-Identifier: AGPL-3.0-or-later
//! A description or a long answer that two sheets share word for word.

use super::numbers::{number_of, own_title};
use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_base::fold;
use ambito_domain::planning::{Field, LineNo, Node, NodeId};
use ambito_findings::Severity;
use rustc_hash::{FxHashMap, FxHashSet, FxHasher};
use std::hash::{Hash as _, Hasher as _};

check! {
    /// # La stessa descrizione in due schede
    ///
    /// **Che cosa trova.** Due schede con numeri diversi hanno la stessa descrizione, o la stessa risposta lunga,
    /// parola per parola.
    ///
    /// **Perché conta.** Un testo copiato e non adattato descrive un solo servizio: dell'altro il piano non dice nulla,
    /// e chi valuta se ne accorge.
    ///
    /// **Esempio.** « Servizi per anziani » e « Servizi per disabili » hanno la stessa descrizione, che non nomina né
    /// gli uni né gli altri.
    ///
    /// **Come si corregge.** Scrivere nella seconda scheda il suo testo; se le due schede sono una sola cosa, unirle.
    ///
    /// **Eccezioni.** Le schede che ogni centro ripete con lo stesso titolo e la stessa sigla (trasparenza,
    /// riservatezza) sono uguali apposta. Le risposte brevi non contano. Le copie di un solo numero le dice STR007.
    ///
    /// # One description on two sheets
    ///
    /// **What it finds.** Two sheets of different numbers have the same description, or the same long answer, word for
    /// word.
    ///
    /// **Why it matters.** A text that was copied and not adapted describes one service: of the other the plan says
    /// nothing, and evaluators notice.
    ///
    /// **Example.** “Services for the elderly” and “Services for the disabled” have one description, which names
    /// neither.
    ///
    /// **How to mend it.** Write the second sheet a text of its own; if the two sheets are one thing, join them.
    ///
    /// **Exceptions.** Sheets that every centre repeats with one title and one tag (transparency, privacy) are alike on
    /// purpose. Short answers do not count. Copies of one number are told by STR007.
    STR008, "same-content-under-two-numbers", Warning, Run::Alone(look)
}

/// A shorter description may well be the same by chance, in bytes.
const TEXT_BYTES_MIN: usize = 80;
/// Texts that begin with other words are not compared, in bytes.
const OPENING_BYTES: usize = 48;
/// So much of the words of two texts, in percent, is the same where one was copied.
const LIKE_PERCENT_MIN: usize = 80;
/// A shorter answer may well be the same by chance, in bytes.
const ANSWER_BYTES_MIN: usize = 60;

fn look(subject: &Subject<'_>, report: &mut Report) {
    let mut texts: FxHashMap<u64, NodeId> = FxHashMap::default();
    let mut answers: FxHashMap<u64, (NodeId, LineNo)> = FxHashMap::default();
    let common = common_answers(subject);
    for (id, node) in subject.nodes().filter(|(_, node)| node.in_body) {
        if node.text.len() >= TEXT_BYTES_MIN
            && let Some(other) = claim(&mut texts, digest(opening(&node.text)), id)
            && !by_design(subject, other, id)
            && let Some(likeness) = likeness(&subject.node(other).text, &node.text)
        {
            tell(subject, other, id, likeness, report);
            continue;
        }
        shared_answers(subject, (id, node), &common, &mut answers, report);
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
    let tag = |node: &Node| {
        let code = node.code.as_deref()?;
        let last = code.rsplit(['_', '.', '-']).next()?;
        let centre = centres(subject, node).find_map(|centre| last.strip_prefix(centre))?;
        Some(centre.to_owned())
    };
    same_title && tag(first).is_some() && tag(first) == tag(second)
}

/// The codes of the nodes at the top that a node stands under.
fn centres<'a>(subject: &Subject<'a>, node: &'a Node) -> impl Iterator<Item = &'a str> {
    let uppers: Vec<&'a Node> = node.parent.iter().chain(&node.also_under).map(|id| subject.node(*id)).collect();
    uppers.into_iter().filter(|upper| upper.parent.is_none()).filter_map(|upper| upper.code.as_deref())
}

fn tell(subject: &Subject<'_>, one: NodeId, other: NodeId, likeness: Likeness, report: &mut Report) {
    let (first, second) = (subject.node(one), subject.node(other));
    let same_title = own_title(first).zip(own_title(second)).is_some_and(|(one, other)| fold(one) == fold(other));
    let key = match (likeness, same_title) {
        (Likeness::Whole, true) => "str008-title-message",
        (Likeness::Whole, false) => "str008-message",
        (Likeness::Nearly, _) => "str008-nearly-message",
    };
    let line = text_line(subject, second);
    let words = Words::new(key).with("number", number_of(second)).with("other", number_of(first));
    report
        .find(subject.whole(line), words)
        .mark(subject.whole(line), Words::new("str008-mark"))
        .see(text_line(subject, first), Words::new("str008-related"))
        .hint(Words::new("str008-hint"));
}

/// The line where a node's text begins, else its first.
fn text_line(subject: &Subject<'_>, node: &Node) -> LineNo {
    let opening: String = node.text.split(['\n', ' ']).take(4).collect::<Vec<_>>().join(" ");
    let end = node.line.saturating_add(60).min(subject.lines());
    (node.line..=end).find(|line| subject.line(*line).contains(&opening)).unwrap_or(node.line)
}

/// Answers that so many sheets give are the document's own standard.
const SHEETS_OF_A_STANDARD_MIN: usize = 4;

/// The long answers that many sheets give.
fn common_answers(subject: &Subject<'_>) -> FxHashSet<u64> {
    let mut counts: FxHashMap<u64, usize> = FxHashMap::default();
    for field in subject.nodes().flat_map(|(_, node)| &node.fields).filter(|field| is_long(field)) {
        *counts.entry(digest(&field.value)).or_default() += 1;
    }
    counts.into_iter().filter(|(_, count)| *count >= SHEETS_OF_A_STANDARD_MIN).map(|(digest, _)| digest).collect()
}

fn is_long(field: &Field) -> bool {
    field.value.len() >= ANSWER_BYTES_MIN
}

/// Whether an answer only names what the sheet stands under.
fn names_upper(subject: &Subject<'_>, node: &Node, value: &str) -> bool {
    let mut at = node.parent;
    for _ in 0..8 {
        let Some(upper) = at.map(|id| subject.node(id)) else { return false };
        if upper.title.as_deref() == Some(value) {
            return true;
        }
        at = upper.parent;
    }
    false
}

fn shared_answers(
    subject: &Subject<'_>,
    (id, node): (NodeId, &Node),
    common: &FxHashSet<u64>,
    answers: &mut FxHashMap<u64, (NodeId, LineNo)>,
    report: &mut Report,
) {
    let mut shared: Vec<(&Field, NodeId, LineNo)> = Vec::new();
    for field in node.fields.iter().filter(|field| is_long(field)) {
        let digest = digest(&field.value);
        if common.contains(&digest) || names_upper(subject, node, &field.value) {
            continue;
        }
        if let Some((other, line)) = claim(answers, digest, (id, field.line))
            && other != id
            && !by_design(subject, other, id)
            && subject.node(other).fields.iter().any(|known| known.value == field.value)
        {
            shared.push((field, other, line));
        }
    }
    let Some(&(first, other, _)) = shared.first() else { return };
    let labels: Vec<String> = shared.iter().map(|(field, ..)| format!("« {} »", field.label)).collect();
    let place = subject.whole(first.line);
    let words = Words::new("str008-answers-message").with("number", number_of(node)).with("count", shared.len());
    let words = words.with("other", number_of(subject.node(other))).with("labels", labels.join(", "));
    let defect = report.find(place, words).severity(Severity::Note).mark(place, Words::new("str008-mark"));
    for (_, _, line) in &shared {
        defect.see(*line, Words::new("str008-related"));
    }
    defect.hint(Words::new("str008-hint"));
}
