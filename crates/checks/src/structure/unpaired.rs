// SPDX-License-Identifier: AGPL-3.0-or-later
//! Parentheses and quotation marks that are opened and not closed, or closed and not opened.

use super::text_cut::unclosed;
use crate::check::{Run, check};
use crate::{Place, Report, Subject, Words};
use ambito_documents::blocks::LineKind;
use ambito_domain::planning::LineNo;
use rustc_hash::FxHashSet;

check! {
    /// # Una parentesi o una citazione non è in coppia
    ///
    /// **Che cosa trova.** Nel testo una parentesi è aperta e mai chiusa, o chiusa e mai aperta; o una citazione
    /// comincia e non finisce. È detto una volta per tutto il documento.
    ///
    /// **Perché conta.** Di solito lì è caduto un pezzo di testo, e chi cita un atto non sa dove il suo titolo
    /// finisce.
    ///
    /// **Esempio.** «le Linee di indirizzo “Insieme per i piccoli attraverso incontri mensili».
    ///
    /// **Come si corregge.** Chiudere la parentesi o la citazione, o rimettere il testo caduto.
    ///
    /// **Eccezioni.** Gli elenchi «a)», «1)» non contano; un testo che continua nella riga dopo è letto insieme a
    /// quella. I titoli tagliati sono di un altro controllo.
    ///
    /// # A parenthesis or a quotation is not paired
    ///
    /// **What it finds.** In the text a parenthesis is opened and never closed, or closed and never opened; or a
    /// quotation begins and does not end. It is told once for the whole document.
    ///
    /// **Why it matters.** Most often a piece of text fell out there, and who cites an act does not know where its
    /// title ends.
    ///
    /// **Example.** “the guidelines ‘Together for the little ones through monthly meetings”.
    ///
    /// **How to mend it.** Close the parenthesis or the quotation, or put the lost text back.
    ///
    /// **Exceptions.** Lists “a)”, “1)” do not count; a text that goes on in the next line is read together with it.
    /// Titles that are cut belong to another check.
    STR056, "bracket-or-quote-unpaired", Note, Run::Alone(look)
}

/// Letters and digits before a closing parenthesis that make it the mark of a list: "a)", "12)", "iii)".
const LIST_MARK_MAX: usize = 4;
/// A quotation of several paragraphs does not go beyond so many lines.
const QUOTED_LINES_MAX: u32 = 24;
/// A line that ends nearer than this to its beginning says too little.
const BYTES_MIN: usize = 3;

fn look(subject: &Subject<'_>, report: &mut Report) {
    let mut found: Vec<Place> = Vec::new();
    let mut open: Option<Place> = None;
    let mut quoted: Option<Place> = None;
    let titles = titles_cut(subject);
    for line in 1..=subject.lines() {
        let text = subject.line(line);
        if text.trim().len() < BYTES_MIN || titles.contains(&line) {
            continue;
        }
        if !text.bytes().any(|byte| matches!(byte, b'(' | b')' | b'"' | 0xE2)) {
            // A parenthesis may stay open over one line without any, as where a page ends; not over a table.
            if subject.kind(line) != LineKind::Prose {
                found.extend(open.take());
            }
            continue;
        }
        let Unpaired { opened, closed, quotes } = unpaired(text);
        let place = |at: usize| byte_place(subject, line, at);
        match (closed, open.take()) {
            (Some(_), Some(_)) => {}
            (Some(at), None) => found.push(place(at)),
            (None, before) => found.extend(before),
        }
        if let Some(at) = opened {
            open = Some(place(at));
        } else if let Some(at) = quotes {
            // A quotation of several paragraphs ends some lines below.
            match quoted.take() {
                Some(before) if line - before.line <= QUOTED_LINES_MAX => {}
                before => {
                    found.extend(before);
                    quoted = Some(place(at));
                }
            }
        }
    }
    found.extend(open);
    found.extend(quoted);
    found.sort_unstable();
    found.dedup_by_key(|place| place.line);
    let Some((first, others)) = found.split_first() else { return };
    let defect = report.find(*first, Words::new("str056-message").with("count", found.len()));
    defect.mark(*first, Words::new("str056-mark")).hint(Words::new("str056-hint"));
    for other in others {
        defect.see(other.line, Words::new("str056-other"));
    }
}

/// The lines of titles that are cut within a parenthesis, which another check tells.
fn titles_cut(subject: &Subject<'_>) -> FxHashSet<LineNo> {
    let nodes = &subject.draft.nodes;
    let cut = nodes.iter().filter(|node| node.title.as_deref().is_some_and(unclosed));
    cut.flat_map(|node| node.line..=node.line + 2).collect()
}

/// Where, in a line, something has no pair.
#[derive(Default)]
struct Unpaired {
    opened: Option<usize>,
    closed: Option<usize>,
    quotes: Option<usize>,
}

fn unpaired(text: &str) -> Unpaired {
    let mut out = Unpaired::default();
    let mut open: Vec<usize> = Vec::new();
    let (mut word, mut quotes, mut curly, mut last_quote) = (0_usize, 0_usize, 0_i32, 0_usize);
    let (mut inside, mut lone) = (None, None);
    for (at, char) in text.char_indices() {
        match char {
            '(' => open.push(at),
            ')' if open.pop().is_none() && !is_mark(text, at, word) => _ = out.closed.get_or_insert(at),
            '"' => {
                (quotes, last_quote) = (quotes + 1, at);
                match inside {
                    // Two that both begin a word: the first has lost its end.
                    Some(before) if opens(text, at) => {
                        lone = lone.or(Some(before));
                        inside = Some(at);
                    }
                    Some(_) => inside = None,
                    None => inside = Some(at),
                }
            }
            '“' => (curly, last_quote) = (curly + 1, at),
            '”' => curly -= 1,
            _ => {}
        }
        word = if char.is_alphanumeric() { word + 1 } else { 0 };
    }
    out.opened = open.first().copied();
    // Curly marks are mixed with straight ones in many texts: only one kind is judged.
    let straight = quotes % 2 == 1 && curly == 0;
    let bent = curly > 0 && quotes % 2 == 0;
    out.quotes =
        (straight || bent).then_some(if straight { lone.or(inside).unwrap_or(last_quote) } else { last_quote });
    out
}

/// Whether a straight quotation mark begins a word: after a space or nothing, and before a letter.
fn opens(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|head| head.chars().next_back());
    let after = text.get(at + 1..).and_then(|rest| rest.chars().next());
    before.is_none_or(char::is_whitespace) && after.is_some_and(char::is_alphanumeric)
}

/// Whether a closing parenthesis is the mark of a list: after a letter or a number, and before what is listed.
fn is_mark(text: &str, at: usize, word: usize) -> bool {
    // "… mercato2) Incontri": the items of a list that lost its line ends.
    let glued = word > LIST_MARK_MAX && at > 0 && starts_with_digit(text, at - 1);
    if glued {
        return true;
    }
    let before = text.get(..at).unwrap_or("").chars().rev().take(word);
    let numeral = before.clone().all(|char| char.is_ascii_digit())
        || word == 1
        || before.clone().all(|char| matches!(char, 'i' | 'v' | 'x' | 'I' | 'V' | 'X'));
    let mark = (1..=LIST_MARK_MAX).contains(&word) && (numeral || word == 2 && starts_with_digit(text, at - word));
    mark && text.get(at + 1..).is_some_and(|rest| !rest.is_empty())
}

fn starts_with_digit(text: &str, at: usize) -> bool {
    text.as_bytes().get(at).is_some_and(u8::is_ascii_digit)
}

fn byte_place(subject: &Subject<'_>, line: LineNo, at: usize) -> Place {
    let start = subject.line_start(line).saturating_add(u32::try_from(at).unwrap_or(u32::MAX));
    let bytes = subject.line(line).get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
    Place { line, start, end: start.saturating_add(u32::try_from(bytes).unwrap_or(1)) }
}
