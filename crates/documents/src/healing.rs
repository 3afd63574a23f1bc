// SPDX-License-Identifier: AGPL-3.0-or-later
//! Words that a column of fixed width broke in two ("FINANZ IATE", "COMPETEN Z E"), joined again.
//!
//! A break is joined where the whole word stands elsewhere in the document and its parts do not, or where it falls at
//! a multiple of the column's width and neither part is a word. The titles' own accounting program wraps at thirty
//! characters; other widths are not guessed.

use ambito_base::fold;
use ambito_domain::planning::{NoteCode, PlanDraft};
use rustc_hash::{FxHashMap, FxHashSet};

/// The width at which titles of chapters are wrapped, in characters.
const WRAP_CHARS: usize = 30;
/// How far from a multiple of the width a break may fall: one space is added at each break before it.
const WRAP_SLACK: usize = 2;
/// How often a title is gone over.
const PASSES_MAX: usize = 4;
/// How much text is searched for whole words, in bytes.
const LEXICON_BYTES_MAX: usize = 4 << 20;
/// Short words that are whole.
const SMALL_WORDS: [&str; 44] = [
    "a", "ad", "ai", "al", "alla", "alle", "allo", "c", "che", "con", "d", "da", "dai", "dal", "dalla", "dei", "del",
    "della", "delle", "di", "e", "ed", "fra", "gli", "i", "il", "in", "l", "la", "le", "lo", "n", "nei", "nel",
    "nella", "o", "per", "su", "sul", "tra", "un", "una", "art", "cap",
];

/// Joins broken words in the titles of budget lines; the words of the rest of the text are the lexicon.
pub(crate) fn heal_titles(draft: &mut PlanDraft, text: &str) {
    let mut titles: FxHashMap<String, Option<String>> = FxHashMap::default();
    for line in &draft.budget_lines {
        if !titles.contains_key(&line.title) {
            titles.insert(line.title.clone(), None);
        }
    }
    if titles.is_empty() {
        return;
    }
    let lexicon = Lexicon::of(text, titles.keys());
    for (title, healed) in &mut titles {
        *healed = heal(title, &lexicon);
    }
    let mut notes = Vec::new();
    for line in &mut draft.budget_lines {
        if let Some(Some(healed)) = titles.get(&line.title) {
            line.title.clone_from(healed);
            notes.push((line.title.clone(), line.node, line.line));
        }
    }
    for (subject, node, line) in notes {
        draft.notes.push(ambito_domain::planning::Note { code: NoteCode::WordsJoined, subject, node, line });
    }
}

/// Words that stand whole somewhere: in prose, or often in titles.
struct Lexicon {
    prose: FxHashSet<String>,
    titles: FxHashMap<String, u32>,
}

impl Lexicon {
    fn of<'t>(text: &str, titles: impl Iterator<Item = &'t String>) -> Self {
        let mut prose = FxHashSet::default();
        let end = text.char_indices().nth(LEXICON_BYTES_MAX).map_or(text.len(), |(at, _)| at);
        for line in text[..end].lines() {
            // Lines of chapters are the ones that are broken.
            if line.trim_start().get(..3).is_some_and(|start| start.eq_ignore_ascii_case("cap")) {
                continue;
            }
            for word in fold(line).split(' ') {
                if word.len() > 1 && !prose.contains(word) {
                    prose.insert(word.to_owned());
                }
            }
        }
        let mut counts: FxHashMap<String, u32> = FxHashMap::default();
        for title in titles {
            for word in fold(title).split(' ') {
                *counts.entry(word.to_owned()).or_default() += 1;
            }
        }
        Self { prose, titles: counts }
    }

    /// A word of the language, as far as this document shows.
    fn is_word(&self, folded: &str) -> bool {
        SMALL_WORDS.contains(&folded) || self.prose.contains(folded)
    }

    /// A whole word that a join may give.
    fn is_whole(&self, folded: &str) -> bool {
        self.is_word(folded) || (folded.len() >= 4 && self.titles.contains_key(folded))
    }
}

/// The title with its broken words joined; `None` where there are none. A join may make room for the next one.
fn heal(title: &str, lexicon: &Lexicon) -> Option<String> {
    let mut healed = heal_once(title, lexicon)?;
    for _ in 0..PASSES_MAX {
        match heal_once(&healed, lexicon) {
            Some(again) => healed = again,
            None => break,
        }
    }
    Some(healed)
}

fn heal_once(title: &str, lexicon: &Lexicon) -> Option<String> {
    let tokens: Vec<&str> = title.split(' ').collect();
    let mut out: Vec<String> = Vec::with_capacity(tokens.len());
    let mut healed = false;
    let mut at = 0;
    // Characters before the token, without the spaces that breaks added.
    let mut offset = 0usize;
    let mut in_reference = false;
    while at < tokens.len() {
        let token = tokens[at];
        let length = token.chars().count();
        let near_wrap = is_near_wrap(offset + length);
        in_reference |= token.contains("==") || token.contains("VEG") || token.contains("VEDI");
        let near_start = is_near_wrap(offset.saturating_sub(1));
        if (near_wrap || near_start)
            && stray_letter(out.last().map(String::as_str), token, tokens.get(at + 1).copied(), lexicon)
        {
            healed = true;
            at += 1;
            continue;
        }
        match join_at(&tokens[at..], near_wrap, in_reference, lexicon) {
            Some((word, taken)) => {
                healed = true;
                offset += word.chars().count() + 1;
                out.push(word);
                at += taken;
            }
            None => {
                offset += length + 1;
                out.push(token.to_owned());
                at += 1;
            }
        }
    }
    healed.then(|| out.join(" "))
}

/// The word that the first tokens make together, and how many of them.
fn join_at(tokens: &[&str], near_wrap: bool, in_reference: bool, lexicon: &Lexicon) -> Option<(String, usize)> {
    let [first, second, rest @ ..] = tokens else { return None };
    if let Some(third) = rest.first() {
        if let Some(word) = join_three(first, second, third, lexicon) {
            return Some((word, 3));
        }
        // "OMOZZOLI P ARISETTI": the middle belongs to what follows where that makes a word.
        let later = edge(second, third)
            .is_some_and(|(tail, head)| lexicon.is_whole(&format!("{tail}{head}")) && !lexicon.is_word(&head));
        if later && edge(first, second).is_some_and(|(tail, head)| !lexicon.is_whole(&format!("{tail}{head}"))) {
            return None;
        }
    }
    if (near_wrap && joins_by_form(first, second)) || (in_reference && joins_in_reference(first, second)) {
        return Some((format!("{first}{second}"), 2));
    }
    join_two(first, second, near_wrap, lexicon).map(|word| (word, 2))
}

/// Breaks that the form shows: inside a number, before a hyphen, around a slash, inside a run of "=".
fn joins_by_form(first: &str, second: &str) -> bool {
    let last = first.chars().next_back();
    let next = second.chars().next();
    let (Some(last), Some(next)) = (last, next) else { return false };
    (last.is_ascii_digit() && next.is_ascii_digit())
        || (last.is_alphanumeric() && next == '-' && second.len() > 1)
        || (last == '/' && next.is_alphanumeric())
        || (last.is_alphanumeric() && next == '/')
        || (last == '=' && next == '=')
        || (first == "\"")
}

/// Inside "VEGG. CAP/E 3 655" the parts of a number and what a slash divides belong together.
fn joins_in_reference(first: &str, second: &str) -> bool {
    let digits = first.bytes().rev().take_while(u8::is_ascii_digit).count();
    let more = second.bytes().take_while(u8::is_ascii_digit).count();
    (digits > 0 && more > 0 && digits + more <= 5)
        || (first.ends_with('/') && second.starts_with(|c: char| c.is_alphanumeric()))
        || (second.starts_with('/') && first.ends_with(|c: char| c.is_alphanumeric()))
        || (first.ends_with('=') && second.starts_with('='))
}

/// An "I" that the rule of a column left between two words: "PER I INTERVENTI".
fn stray_letter(before: Option<&str>, token: &str, after: Option<&str>, lexicon: &Lexicon) -> bool {
    if token != "I" {
        return false;
    }
    let (Some(before), Some(after)) = (before, after) else { return false };
    // No article "i" stands before a vowel, or right behind a plural.
    let doubled = before.ends_with('I') && lexicon.is_word(&fold(before));
    (after.starts_with('I') || doubled) && lexicon.is_word(&fold(after))
}

fn is_near_wrap(offset: usize) -> bool {
    let rest = offset % WRAP_CHARS;
    offset + WRAP_SLACK >= WRAP_CHARS && (rest <= WRAP_SLACK || rest + WRAP_SLACK >= WRAP_CHARS)
}

/// The last word of a token and the first of the next, folded, where both edges are letters.
fn edge(first: &str, second: &str) -> Option<(String, String)> {
    let ends = first.chars().next_back()?.is_alphabetic();
    let begins = second.chars().next()?;
    if !ends || !begins.is_alphabetic() {
        return None;
    }
    let tail = first.rsplit(|c: char| !c.is_alphabetic()).next()?;
    let head = second.split(|c: char| !c.is_alphabetic()).next()?;
    Some((fold(tail), fold(head)))
}

fn join_two(first: &str, second: &str, near_wrap: bool, lexicon: &Lexicon) -> Option<String> {
    let (tail, head) = edge(first, second)?;
    let whole = format!("{tail}{head}");
    let (known_tail, known_head) = (lexicon.is_word(&tail), lexicon.is_word(&head));
    let short = tail.len() <= 2 || head.len() <= 2;
    let sure = lexicon.is_whole(&whole) && (!known_tail || !known_head || (near_wrap && short));
    // Italian words end with a vowel: a single letter behind a consonant is their rest.
    let rest = head.len() == 1 && !tail.ends_with(['a', 'e', 'i', 'o', 'u']);
    let unknown = !known_tail && (!known_head || rest) && (head.len() > 1 || rest) && whole.len() >= 5;
    let by_width = near_wrap && unknown && (tail.len() <= 3 || head.len() <= 4);
    (sure || by_width).then(|| format!("{first}{second}"))
}

/// "COMPETEN Z E", and "PROGE I TTO" where a column's rule was read as a letter.
fn join_three(first: &str, second: &str, third: &str, lexicon: &Lexicon) -> Option<String> {
    let (tail, middle) = edge(first, second)?;
    let (_, head) = edge(second, third)?;
    if middle.len() > 2 || lexicon.is_word(&tail) {
        return None;
    }
    if lexicon.is_whole(&format!("{tail}{middle}{head}")) {
        return Some(format!("{first}{second}{third}"));
    }
    (middle == "i" && !lexicon.is_word(&head) && lexicon.is_whole(&format!("{tail}{head}")))
        .then(|| format!("{first}{third}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_words_are_joined() {
        let prose = "prestazioni finanziate finalizzato contrasto del gioco al territorio competenze distretto sociale socio interventi\nprogetto personale con regione tributi locali";
        let titles = ["CONTRIBUTI E SERVIZI".to_owned()];
        let lexicon = Lexicon::of(prose, titles.iter());
        let check =
            |title: &str, expected: Option<&str>| assert_eq!(heal(title, &lexicon).as_deref(), expected, "{title}");
        check("SPESE DEI NIDI FINANZ IATE CON", Some("SPESE DEI NIDI FINANZIATE CON"));
        check("ALTRE COMPETEN Z E VARIE", Some("ALTRE COMPETENZE VARIE"));
        check("SERVIZIO PER PROGE I TTO NUOVO", Some("SERVIZIO PER PROGETTO NUOVO"));
        check("UFFICI DEL DI STRETTO SUD", Some("UFFICI DEL DISTRETTO SUD"));
        check("CONTRIBUTI CON TRIBUTI LOCALI", None);
        check("SERVIZI PER PERSONALE", None);
        check("INTERVENTI DI SERVIZIO IN SOCI O -ASSISTENZIALE", Some("INTERVENTI DI SERVIZIO IN SOCIO-ASSISTENZIALE"));
        check("AREA DETENUTI L.R. 2/03 AB-314 44=", Some("AREA DETENUTI L.R. 2/03 AB-31444="));
    }
}
