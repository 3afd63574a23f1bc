// SPDX-License-Identifier: AGPL-3.0-or-later
//! A paragraph that one node holds twice.

use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_documents::blocks::LineKind;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

check! {
    /// # Lo stesso capoverso è scritto due volte
    ///
    /// **Che cosa trova.** Poche righe sotto torna lo stesso capoverso, parola per parola.
    ///
    /// **Perché conta.** Di solito è una copia rimasta nel montare il documento; a volte al suo posto doveva esserci
    /// un altro testo.
    ///
    /// **Esempio.** La frase sugli incontri pubblici apre e chiude la stessa premessa.
    ///
    /// **Come si corregge.** Togliere la copia, o mettere il testo che doveva esserci.
    ///
    /// **Eccezioni.** I capoversi brevi, quelli lontani fra loro e le righe di tabella non sono guardati.
    ///
    /// # One paragraph is written twice
    ///
    /// **What it finds.** A few lines below the same paragraph comes back, word for word.
    ///
    /// **Why it matters.** Most often it is a copy left when the document was put together; sometimes another text
    /// should have stood there.
    ///
    /// **Example.** The sentence about the public meetings opens and closes one foreword.
    ///
    /// **How to mend it.** Take the copy away, or put the text that should be there.
    ///
    /// **Exceptions.** Short paragraphs, paragraphs far from each other and rows of tables are not looked at.
    STR061, "paragraph-twice", Note, Run::Alone(look)
}

/// A shorter paragraph may come back.
const BYTES_MIN: usize = 80;
/// Two equal paragraphs farther apart belong to two things.
const LINES_APART_MAX: u32 = 30;

fn look(subject: &Subject<'_>, report: &mut Report) {
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
