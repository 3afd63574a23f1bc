// SPDX-License-Identifier: AGPL-3.0-or-later
//! A paragraph written twice, and words of one row within another.

use super::sheets::opening;
use super::table_runs::{filled, runs};
use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_documents::blocks::LineKind;
use ambito_findings::Severity;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeSet;

check! {
    /// # Un testo è copiato dentro un altro
    ///
    /// **Che cosa trova.** Poche righe sotto torna lo stesso capoverso, parola per parola (nota); oppure nella cella
    /// di una tabella c'è una frase lunga che è anche nella cella di un'altra riga, in mezzo a parole diverse
    /// (avviso).
    ///
    /// **Perché conta.** Di solito è un pezzo rimasto nel copiare: la riga dice due cose, e quella vera può essersi
    /// persa.
    ///
    /// **Esempio.** La descrizione degli aiuti alle famiglie finisce con la frase sui sistemi informatici della riga
    /// sopra.
    ///
    /// **Come si corregge.** Togliere la copia, o mettere il testo che doveva esserci.
    ///
    /// **Eccezioni.** I testi brevi e quelli lontani fra loro non sono guardati; due celle del tutto uguali sono
    /// giuste, e così i titoli dei capitoli di bilancio.
    ///
    /// # A text is copied into another
    ///
    /// **What it finds.** A few lines below the same paragraph comes back, word for word (note); or the cell of a
    /// table holds a long sentence that is also in the cell of another row, among other words (warning).
    ///
    /// **Why it matters.** Most often it is a piece left when copying: the row says two things, and the true one may
    /// have been lost.
    ///
    /// **Example.** The description of the help for families ends with the sentence about computer systems of the row
    /// above.
    ///
    /// **How to mend it.** Take the copy away, or put the text that should be there.
    ///
    /// **Exceptions.** Short texts and texts far from each other are not looked at; two cells that are wholly equal
    /// are right, and so are titles of chapters.
    STR061, "text-copied", Note, Run::Alone(look)
}

/// A shorter paragraph may come back.
const BYTES_MIN: usize = 80;
/// Two equal paragraphs farther apart belong to two things.
const LINES_APART_MAX: u32 = 30;
/// A shorter sentence may be right in two rows.
const SENTENCE_BYTES_MIN: usize = 70;

fn look(subject: &Subject<'_>, report: &mut Report) {
    paragraphs(subject, report);
    rows(subject, report);
}

fn paragraphs(subject: &Subject<'_>, report: &mut Report) {
    let mut seen: FxHashMap<&str, u32> = FxHashMap::default();
    let nodes: BTreeSet<u32> = subject.draft.nodes.iter().map(|node| node.line).collect();
    for line in 1..=subject.lines() {
        if subject.kind(line) != LineKind::Prose {
            continue;
        }
        let text = subject.line(line).trim();
        if text.len() < BYTES_MIN {
            continue;
        }
        // One description under two titles is told by another check.
        let node_between = |first: u32| nodes.range(first + 1..=line).next().is_some();
        if let Some(first) = seen.insert(text, line)
            && line - first <= LINES_APART_MAX
            && !node_between(first)
        {
            report
                .find(subject.whole(line), Words::new("str061-message"))
                .hint(Words::new("str061-hint"))
                .see(first, Words::new("str061-first"));
        }
    }
}

fn rows(subject: &Subject<'_>, report: &mut Report) {
    // Titles of chapters are made of one another: the pay, and the contributions on it.
    let chapters: FxHashSet<u32> = subject.draft.budget_lines.iter().map(|line| line.line).collect();
    for run in runs(subject, 3) {
        let mut seen: FxHashMap<&str, (u32, &str)> = FxHashMap::default();
        for line in run.filter(|line| !chapters.contains(line)) {
            for cell in filled(subject, line).filter(|cell| cell.text.len() >= SENTENCE_BYTES_MIN) {
                for sentence in cell.text.split(". ").map(|sentence| sentence.trim_end_matches(['.', ' '])) {
                    if sentence.len() < SENTENCE_BYTES_MIN {
                        continue;
                    }
                    let &mut (first, whole) = seen.entry(sentence).or_insert((line, cell.text));
                    if first == line || whole == cell.text {
                        continue;
                    }
                    let place = subject.find(line, sentence, 0).unwrap_or(cell.place);
                    let defect = report.find(place, Words::new("str061-within").with("text", opening(sentence)));
                    defect.severity(Severity::Warning).mark_only(place).hint(Words::new("str061-hint"));
                    defect.see(first, Words::new("str061-first"));
                    break;
                }
            }
        }
    }
}
