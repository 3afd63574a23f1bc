// SPDX-License-Identifier: AGPL-3.0-or-later
//! Phases under an objective that they do not describe.

use super::numbers::number_of;
use crate::check::{Run, check};
use crate::listed::short;
use crate::{Report, Subject, Words};
use ambito_base::fold;
use ambito_domain::planning::{Indicator, NodeId, Phase};
use rustc_hash::{FxHashMap, FxHashSet};

check! {
    /// # Una fase sotto l'obiettivo sbagliato
    ///
    /// **Che cosa trova.** Una fase porta il codice di un obiettivo di cui non usa nessuna parola, mentre usa quelle di
    /// un altro obiettivo della stessa scheda.
    ///
    /// **Perché conta.** Chi segue l'obiettivo vede avanzare un lavoro che non è il suo, e l'altro obiettivo resta
    /// senza fasi.
    ///
    /// **Esempio.** La fase «Apertura del bando per gli alloggi» è sotto l'obiettivo dei laboratori; il bando è
    /// nominato solo dall'obiettivo accanto.
    ///
    /// **Come si corregge.** Scrivere nella fase il codice dell'obiettivo che descrive.
    ///
    /// **Eccezioni.** Si confrontano soltanto le parole: se la fase è davvero di quell'obiettivo basta dirlo nel suo
    /// titolo. Le schede con un solo obiettivo non contano.
    ///
    /// # A phase under the wrong objective
    ///
    /// **What it finds.** A phase carries the code of an objective of which it uses no word, while it uses those of
    /// another objective of the same sheet.
    ///
    /// **Why it matters.** Who follows the objective sees work advance that is not its own, and the other objective is
    /// left without phases.
    ///
    /// **Example.** The phase “Opening the call for housing” is under the objective on workshops; the call is named
    /// only by the objective beside it.
    ///
    /// **How to mend it.** Write into the phase the code of the objective that it describes.
    ///
    /// **Exceptions.** Only words are compared: if the phase really is of that objective, its title should say so.
    /// Sheets of one objective do not count.
    STR020, "phase-of-another-objective", Warning, Run::Alone(look)
}

/// Shorter words say nothing of a matter.
/// Words of every objective.
const COMMON: [&str; 24] = [
    "altri",
    "altre",
    "altro",
    "altra",
    "anche",
    "coinvolti",
    "coinvolte",
    "coinvolgimento",
    "attraverso",
    "presso",
    "della",
    "delle",
    "degli",
    "dello",
    "nella",
    "nelle",
    "sulla",
    "dalla",
    "tutti",
    "tutte",
    "nuovo",
    "nuovi",
    "nuova",
    "nuove",
];

const WORD_BYTES_MIN: usize = 5;
/// So many letters of a word are compared: "laboratorio", "laboratori".
const STEM_BYTES: usize = 6;
/// The first letters of a word.
type Stem = [u8; STEM_BYTES];

/// So many different words of the other objective, beyond those of its own, show where phases belong.
const WORDS_MIN: usize = 3;
/// So many of them are shown.
const WORDS_SHOWN_MAX: usize = 5;

fn look(subject: &Subject<'_>, report: &mut Report) {
    let mut objectives: FxHashMap<NodeId, Vec<&Phase>> = FxHashMap::default();
    for phase in &subject.draft.phases {
        if let Some(node) = phase.node.filter(|_| phase.objective.is_some()) {
            objectives.entry(node).or_default().push(phase);
        }
    }
    let mut indicators: FxHashMap<NodeId, Vec<&Indicator>> = FxHashMap::default();
    for indicator in &subject.draft.indicators {
        if let Some(node) = indicator.node {
            indicators.entry(node).or_default().push(indicator);
        }
    }
    let mut sorted: Vec<(NodeId, Vec<&Phase>)> = objectives.into_iter().collect();
    sorted.sort_unstable_by_key(|(node, _)| *node);
    for (node, phases) in sorted {
        let Some(parent) = subject.node(node).parent else { continue };
        let level = &subject.node(node).level;
        let siblings: Vec<NodeId> = subject
            .children(parent)
            .iter()
            .copied()
            .filter(|id| *id != node && subject.node(*id).level == *level)
            // Two objectives of one code are told as such; the code of a phase tells nothing then.
            .filter(|id| subject.node(*id).code != subject.node(node).code)
            .collect();
        if !siblings.is_empty() && siblings.len() < 40 {
            compare(subject, (node, &phases), &siblings, &indicators, report);
        }
    }
}

fn compare(
    subject: &Subject<'_>,
    (own, phases): (NodeId, &[&Phase]),
    siblings: &[NodeId],
    indicators: &FxHashMap<NodeId, Vec<&Indicator>>,
    report: &mut Report,
) {
    let bag = |id: NodeId| {
        let mut words = FxHashSet::default();
        stems(subject.node(id).title.as_deref().unwrap_or(""), &mut words);
        for indicator in indicators.get(&id).into_iter().flatten() {
            stems(&indicator.title, &mut words);
            stems(indicator.note.as_deref().unwrap_or(""), &mut words);
        }
        words
    };
    let mine = bag(own);
    // A word that two of the others share does not tell which of them is meant.
    let theirs: Vec<FxHashSet<Stem>> = siblings.iter().map(|id| bag(*id)).collect();
    let mut uses: FxHashMap<Stem, usize> = FxHashMap::default();
    for word in theirs.iter().flatten() {
        *uses.entry(*word).or_default() += 1;
    }
    for (other, words) in siblings.iter().zip(&theirs) {
        let only: FxHashSet<Stem> = words
            .iter()
            .copied()
            .filter(|word| !mine.contains(word) && uses.get(word).is_some_and(|uses| *uses == 1))
            .collect();
        let found = strangers(phases, &mine, (words, &only));
        if !found.is_empty() {
            tell(subject, (own, *other), &found, report);
        }
    }
}

/// The phases that speak of the other objective, with the words that show it.
fn strangers<'a>(
    phases: &[&'a Phase],
    mine: &FxHashSet<Stem>,
    (theirs, only): (&FxHashSet<Stem>, &FxHashSet<Stem>),
) -> Vec<(&'a Phase, Vec<Stem>)> {
    let mut found = Vec::new();
    let mut evidence = 0;
    for phase in phases {
        let mut words = FxHashSet::default();
        stems(&phase.title, &mut words);
        let own = words.iter().filter(|word| mine.contains(*word)).count();
        let copied = words.iter().all(|word| theirs.contains(word));
        let mut shared: Vec<Stem> = words.into_iter().filter(|word| only.contains(word)).collect();
        shared.sort_unstable();
        let weight = if own == 0 { shared.len() } else { 0 };
        let plain = shared.len() >= if copied { WORDS_MIN } else { own + WORDS_MIN };
        if plain || weight > 0 {
            evidence += if plain { WORDS_MIN } else { weight };
            found.push((*phase, shared));
        }
    }
    if evidence + 1 >= WORDS_MIN { found } else { Vec::new() }
}

fn tell(subject: &Subject<'_>, (own, other): (NodeId, NodeId), found: &[(&Phase, Vec<Stem>)], report: &mut Report) {
    let Some((first, words)) = found.first() else { return };
    let (own, other) = (subject.node(own), subject.node(other));
    let place = subject.place(first.line, first.objective.as_deref().unwrap_or(""));
    let message = Words::new("str020-message").with("count", found.len()).with("title", short(&first.title));
    let defect = report.find(place, message.with("own", number_of(own)).with("other", number_of(other)));
    defect.mark(place, Words::new("str020-mark")).see(own.line, Words::new("str020-own"));
    let shared: Vec<String> =
        words.iter().filter_map(|word| whole_word(&first.title, word)).take(WORDS_SHOWN_MAX).collect();
    defect.see(other.line, Words::new("str020-other").with("words", shared.join(", ")));
    for (phase, _) in &found[1..] {
        defect.see(phase.line, Words::new("str020-more").with("other", number_of(other)));
    }
    defect.hint(Words::new("str020-hint"));
}

fn stems(text: &str, into: &mut FxHashSet<Stem>) {
    into.extend(fold(text).split(' ').filter(|word| !COMMON.contains(word)).filter_map(stem));
}

/// The stem of a folded word that says something.
fn stem(word: &str) -> Option<Stem> {
    let bytes = word.as_bytes();
    if bytes.len() < WORD_BYTES_MIN || bytes.first().is_some_and(u8::is_ascii_digit) {
        return None;
    }
    let mut stem = [0; STEM_BYTES];
    stem.iter_mut().zip(bytes).for_each(|(to, from)| *to = *from);
    Some(stem)
}

/// The word of a title that a stem was taken from.
fn whole_word(title: &str, wanted: &Stem) -> Option<String> {
    let mut words = title.split(|char: char| !char.is_alphanumeric());
    words.find(|word| stem(&fold(word)).as_ref() == Some(wanted)).map(str::to_owned)
}
