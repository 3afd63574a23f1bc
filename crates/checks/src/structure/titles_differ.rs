// SPDX-License-Identifier: AGPL-3.0-or-later
//! Titles of one number that differ.

use super::duplicate_code::strangers;
use super::numbers::{copies, number_of, own_title};
use super::one_title_for_several;
use super::renamed::renamed;
use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_base::fold;
use ambito_domain::planning::{LineNo, NodeId};
use ambito_findings::Severity;
use rustc_hash::FxHashSet;

/// In a title of so many words the one that differs is hard to see.
const WORDS_LONG: usize = 6;

check! {
    /// # Titoli diversi per la stessa voce
    ///
    /// **Che cosa trova.** Una voce che nell'indice, in una tabella, nella sua scheda o in una seconda copia porta
    /// titoli che non sono uguali.
    ///
    /// **Perché conta.** Chi confronta i due punti non sa se sono due cose o una sola, e quale titolo sia stato
    /// approvato.
    ///
    /// **Esempio.** Nell'indice «Azione 5 Il nido che viaggia», nella scheda «Azione 5 Nido e spazi gioco mobili».
    ///
    /// **Come si corregge.** Scegliere un titolo e scriverlo uguale dappertutto.
    ///
    /// **Eccezioni.** Maiuscole, accenti, apostrofi, trattini e punteggiatura non contano. Un titolo che è l'altro
    /// abbreviato è una nota. Una scheda che ha perso il titolo è detta da STR015, un titolo dato a più numeri da
    /// STR026.
    ///
    /// # Different titles of one entry
    ///
    /// **What it finds.** An entry whose titles in the index, in a table, on its sheet or in a second copy are not the
    /// same.
    ///
    /// **Why it matters.** Who compares the two does not know whether they are two things or one, and which title was
    /// approved.
    ///
    /// **Example.** The index has “Action 5 The travelling nursery”, the sheet “Action 5 Nursery and mobile play
    /// areas”.
    ///
    /// **How to mend it.** Choose one title and write it the same everywhere.
    ///
    /// **Exceptions.** Capital letters, accents, apostrophes, dashes and punctuation do not count. A title that is the
    /// other one shortened is a note. A sheet that lost its title is told by STR015, a title of several numbers by
    /// STR026.
    STR006, "titles-differ", Warning, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let groups = copies(subject);
    let shared = one_title_for_several::lines(subject);
    let several: FxHashSet<NodeId> = groups.iter().flatten().copied().collect();
    for group in groups {
        if strangers(subject, &group).is_none() {
            compare(subject, &group, &shared, report);
        }
    }
    // Nearly every node has one title and no entry of an index: nothing to compare.
    for (id, _) in subject.nodes().filter(|(id, node)| !node.index.is_empty() && !several.contains(id)) {
        compare(subject, &[id], &shared, report);
    }
    for (entry, sheet) in renamed(subject) {
        compare(subject, &[sheet, entry], &shared, report);
    }
}

fn compare(subject: &Subject<'_>, group: &[NodeId], shared: &FxHashSet<LineNo>, report: &mut Report) {
    let Some(&first) = group.iter().find(|id| own_title(subject.node(**id)).is_some()) else { return };
    let node = subject.node(first);
    let title = own_title(node).unwrap_or("");
    let mut titles = vec![fold(title)];
    let mut shortened = true;
    let mut others: Vec<(LineNo, &str)> = Vec::new();
    for id in group {
        let other = subject.node(*id);
        let own = own_title(other).map(|title| (other.line, title));
        let listed = other.index.iter().map(|entry| (entry.line, entry.title.as_str()));
        for (line, printed) in own.into_iter().chain(listed.filter(|(line, _)| !of_several(subject, shared, *line))) {
            let folded = fold(printed);
            if folded.is_empty() || folded == titles[0] {
                continue;
            }
            if !titles.contains(&folded) {
                shortened = shortened && is_shortened(&titles[0], &folded);
                titles.push(folded);
            }
            others.push((line, printed));
        }
    }
    if others.is_empty() {
        return;
    }
    others.sort_unstable();
    let words = match node.code {
        Some(_) => Words::new("str006-message").with("number", number_of(node)).with("count", titles.len()),
        None => Words::new("str006-untitled-message"),
    };
    let place = subject.place(node.line, title);
    let defect = report.find(place, words).found(title).mark(place, Words::new("str006-mark"));
    for (line, printed) in others {
        defect.see(line, related(title, printed));
    }
    defect.hint(Words::new("str006-hint"));
    if shortened && titles.len() == 2 {
        defect.severity(Severity::Note);
    }
}

/// What the other title is; of a long one that differs in a word or two, those words.
fn related(title: &str, printed: &str) -> Words {
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<String>>();
    let (own, other) = (words(title), words(printed));
    let same = |(one, other): &(&String, &String)| fold(one) == fold(other);
    let before = own.iter().zip(&other).take_while(same).count();
    let most = own.len().min(other.len()) - before;
    let behind = own.iter().rev().zip(other.iter().rev()).take_while(same).count().min(most);
    let own_words = own.get(before..own.len() - behind).unwrap_or_default();
    let other_words = other.get(before..other.len() - behind).unwrap_or_default();
    let few = |words: &[String]| (1..=2).contains(&words.len());
    if own.len() >= WORDS_LONG && few(own_words) && few(other_words) {
        return Words::new("str006-word").with("written", other_words.join(" ")).with("own", own_words.join(" "));
    }
    Words::new("str006-related").with("title", printed)
}

/// Whether a line gives one title to several numbers: their own check tells it, or one cell holds both numbers.
fn of_several(subject: &Subject<'_>, shared: &FxHashSet<LineNo>, line: LineNo) -> bool {
    let joint = |text: &str| {
        text.split_once('/').is_some_and(|(one, other)| {
            let number = |part: &str| (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
            number(one) && number(other)
        })
    };
    shared.contains(&line) || subject.cells(line).any(|cell| joint(cell.text))
}

/// Whether one of two titles has all words of the other in their order, and some more.
fn is_shortened(one: &str, other: &str) -> bool {
    let (few, many) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let mut words = many.split(' ');
    few.split(' ').filter(|word| word.len() > 3).all(|word| words.any(|other| other == word))
}
