// SPDX-License-Identifier: AGPL-3.0-or-later
//! A note that names as many things as the target, where more of them are promised.

use super::{outcome, places};
use crate::check::{Run, check};
use crate::listed::short;
use crate::{Report, Subject, Words};
use ambito_base::Decimal;
use ambito_domain::planning::Comparison;
use std::cmp::Ordering;

/// A list of more things, or of fewer than two, is none.
const ITEMS_MAX: usize = 20;

/// An item of more words is a sentence.
const ITEM_WORDS_MAX: usize = 5;

/// An item joined by a plus, or the last of a longer list, may have so many words.
const LONG_ITEM_WORDS_MAX: usize = 14;

/// What a note says of how the items stand.
const STATES: [&str; 4] = ["in corso,", "In corso,", "già attivi,", "attivi,"];

check! {
    /// # La nota ne elenca tanti quanti il valore atteso, che ne promette di più
    ///
    /// **Che cosa trova.** Il valore atteso è «più di» un numero, e la nota dell'indicatore elenca esattamente quel numero di
    /// cose: l'elenco non basta a raggiungerlo. O ne elenca già il doppio: il valore non chiede nulla di più.
    ///
    /// **Perché conta.** Se l'elenco è completo, il valore non sarà raggiunto; se non lo è, non si sa chi manca.
    ///
    /// **Esempio.** «N. soggetti coinvolti: > di» 3, nota «Comune, distretto, parrocchia».
    ///
    /// **Come si corregge.** Scrivere «almeno» invece di «più di», oppure completare l'elenco.
    ///
    /// **Eccezioni.** Sono elenchi solo le note fatte di voci brevi separate da virgole o dal segno «+».
    ///
    /// # The note names as many as the target, which promises more
    ///
    /// **What it finds.** The target is "more than" a number, and the note of the indicator lists exactly that number of
    /// things: the list is not enough to reach it. Or it lists twice as many: the target asks for nothing more.
    ///
    /// **Why it matters.** If the list is complete, the target will not be reached; if not, nobody knows who is missing.
    ///
    /// **Example.** "No. of bodies involved: > di" 3, note "Town, district, parish".
    ///
    /// **How to mend it.** Write "at least" in place of "more than", or complete the list.
    ///
    /// **Exceptions.** Only notes made of short items between commas or plus signs are lists.
    IND013, "note-lists-it", Note, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    for indicator in &subject.draft.indicators {
        let (Some(target), Some(note)) = (&indicator.target, indicator.note.as_deref()) else { continue };
        if target.comparison != Some(Comparison::More) {
            continue;
        }
        let Some(count) = items(note) else { continue };
        let listed = i64::try_from(count).ok().map(Decimal::whole).and_then(outcome::scaled);
        let (Some(listed), Some(wanted)) = (listed, target.value.and_then(outcome::scaled)) else { continue };
        let (key, hint) = match listed.cmp(&wanted) {
            Ordering::Less => continue,
            Ordering::Equal => ("ind013-message", "ind013-hint"),
            Ordering::Greater => ("ind013-more", "ind013-more-hint"),
        };
        // One more than promised keeps the promise; many more make it worth nothing.
        if listed < wanted.saturating_mul(2) && listed != wanted {
            continue;
        }
        let place = places::target(subject, indicator);
        let message = Words::new(key).with("title", short(&indicator.title)).with("count", count);
        let message = message.with("target", target.raw.as_str());
        let below = indicator.line + 1;
        report.find(place, message).mark_only(place).see(below, Words::new("ind013-note")).hint(Words::new(hint));
    }
}

/// How many things a note lists, where it is a list and nothing else.
fn items(note: &str) -> Option<usize> {
    let note = note.trim().trim_end_matches('.');
    if note.contains(" + ") {
        let parts = note.split(" + ");
        let count = parts.clone().count();
        let short = parts.clone().all(|part| part.split_whitespace().count() <= LONG_ITEM_WORDS_MAX);
        return (short && count <= ITEMS_MAX).then_some(count);
    }
    // "Going on, this, that": how they stand is no item.
    let note = STATES.iter().find_map(|state| note.strip_prefix(state)).unwrap_or(note).trim();
    if !note.contains(',') || note.bytes().any(|byte| matches!(byte, b'.' | b':' | b';') || byte.is_ascii_digit()) {
        return None;
    }
    let parts: Vec<&str> = note.split(',').map(str::trim).collect();
    let short = |part: &&str| !part.is_empty() && part.split_whitespace().count() <= ITEM_WORDS_MAX;
    let (last, others) = parts.split_last()?;
    let named = last.split_whitespace().count() <= LONG_ITEM_WORDS_MAX && others.len() > 2;
    if !others.iter().all(short) || !(short(last) || named) {
        return None;
    }
    let count = parts.len() + usize::from(last.contains(" e ") || last.contains(" ed "));
    (2..=ITEMS_MAX).contains(&count).then_some(count)
}

#[cfg(test)]
mod tests {
    use super::items;

    #[test]
    fn counts_lists() {
        assert_eq!(items("Comune, distretto, parrocchia"), Some(3));
        assert_eq!(items("Comune, distretto e parrocchia."), Some(3));
        assert_eq!(items("Il dato, che è letto dal sistema ogni mese, comprende tutti"), None);
        assert_eq!(items("Sono 3, oppure 4"), None);
    }
}
