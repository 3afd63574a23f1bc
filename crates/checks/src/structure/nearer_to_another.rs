// SPDX-License-Identifier: AGPL-3.0-or-later
//! Sheets whose title is that of another parent than theirs.

use super::numbers::{number_of, own_title};
use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_base::fold;
use ambito_domain::planning::NodeId;
use rustc_hash::{FxHashMap, FxHashSet};

check! {
    /// # Una scheda che sembra di un'altra voce
    ///
    /// **Che cosa trova.** Tutte le parole del titolo di una scheda stanno nel titolo di un'altra azione (o di un altro
    /// obiettivo), e nessuna in quello sotto cui la scheda è messa.
    ///
    /// **Perché conta.** Le somme per azione raccontano un'altra politica: ciò che si spende per la povertà risulta
    /// speso per le famiglie.
    ///
    /// **Esempio.** «Contrasto alla povertà estrema» sta sotto l'azione «Famiglie», mentre c'è un'azione «
    /// Inclusione e contrasto alla povertà estrema».
    ///
    /// **Come si corregge.** Spostare la scheda sotto l'altra voce, oppure dire perché sta lì.
    ///
    /// **Eccezioni.** È una nota: può essere voluto. Si guardano solo i titoli con almeno tre parole di peso.
    ///
    /// # A sheet that seems to be of another entry
    ///
    /// **What it finds.** All words of the title of a sheet stand in the title of another action (or objective), and
    /// none in that of the one it is put under.
    ///
    /// **Why it matters.** The sums by action tell of another policy: what is spent on poverty appears as spent on
    /// families.
    ///
    /// **Example.** “Fighting extreme poverty” stands under the action “Families”, while there is an action “Inclusion
    /// and fighting extreme poverty”.
    ///
    /// **How to mend it.** Move the sheet below the other entry, or say why it stands there.
    ///
    /// **Exceptions.** It is a note: it may be meant. Only titles of at least three words of weight are looked at.
    STR028, "nearer-to-another-parent", Note, Run::Alone(look)
}

/// Fewer words are the same by chance.
const WORDS_MIN: usize = 3;
/// Shorter words carry no weight, in bytes.
const WORD_BYTES_MIN: usize = 5;
/// A plan with more entries above its sheets is not compared.
const PARENTS_MAX: usize = 5_000;

fn look(subject: &Subject<'_>, report: &mut Report) {
    let sheets = || subject.nodes().filter(|(_, node)| node.in_body && node.summary.is_some());
    let mut parents: FxHashMap<NodeId, FxHashSet<String>> = FxHashMap::default();
    for parent in sheets().filter_map(|(_, node)| node.parent) {
        parents.entry(parent).or_insert_with(|| words(subject.node(parent).title.as_deref().unwrap_or("")));
    }
    if parents.len() > PARENTS_MAX {
        return;
    }
    let mut named: FxHashMap<&str, Vec<NodeId>> = FxHashMap::default();
    for (id, title) in &parents {
        for word in title {
            named.entry(word).or_default().push(*id);
        }
    }
    for (id, node) in sheets() {
        let (Some(parent), Some(title)) = (node.parent, own_title(node)) else { continue };
        let title = words(title);
        let own = parents.get(&parent);
        if title.len() < WORDS_MIN || own.is_none_or(|own| title.iter().any(|word| own.contains(word))) {
            continue;
        }
        let candidates = title.iter().next().and_then(|word| named.get(word.as_str()));
        let level = &subject.node(parent).level;
        let mut fits: Vec<NodeId> = candidates
            .into_iter()
            .flatten()
            .copied()
            .filter(|other| subject.node(*other).level == *level)
            .filter(|other| parents.get(other).is_some_and(|words| title.is_subset(words)))
            .collect();
        fits.sort_unstable();
        if let [other, ..] = fits.as_slice() {
            tell(subject, id, (parent, *other), report);
        }
    }
}

fn words(text: &str) -> FxHashSet<String> {
    fold(text).split(' ').filter(|word| word.len() >= WORD_BYTES_MIN).map(str::to_owned).collect()
}

fn tell(subject: &Subject<'_>, id: NodeId, (own, other): (NodeId, NodeId), report: &mut Report) {
    let node = subject.node(id);
    let row = node.summary.map_or(node.line, |row| row.line);
    // Of all places that name the two, those of the summary that names the sheet.
    let near = |parent: NodeId| {
        let children = subject.children(parent).iter().filter_map(|child| Some(subject.node(*child).summary?.line));
        children.min_by_key(|line| line.abs_diff(row)).unwrap_or(subject.node(parent).line)
    };
    let (own_line, other_line) = (row, near(other));
    let (own, other) = (subject.node(own), subject.node(other));
    let title = node.title.as_deref().unwrap_or("");
    let line = (node.line..node.line + 4).find(|line| subject.find(*line, title, 0).is_some()).unwrap_or(node.line);
    let place = subject.place(line, title);
    let words = Words::new("str028-message").with("number", number_of(node)).with("title", title);
    report
        .find(place, words.with("own", number_of(own)).with("other", number_of(other)))
        .mark(place, Words::new("str028-mark"))
        .see(own_line, Words::new("str028-own"))
        .see(other_line, Words::new("str028-other"))
        .hint(Words::new("str028-hint"));
}
