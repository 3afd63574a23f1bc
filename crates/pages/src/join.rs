// SPDX-License-Identifier: AGPL-3.0-or-later
//! Joins the lines of one cell or paragraph: hyphens at the ends of lines, codes broken where a cell is full, leaders
//! of tables of contents.

use rustc_hash::FxHashSet;

use crate::lines::Line;

/// The words that stand whole somewhere in the document, to tell a hyphen of a word from one of a line's end.
#[derive(Debug, Default)]
pub struct Lexicon {
    hyphenated: FxHashSet<String>,
    whole: FxHashSet<String>,
}

impl Lexicon {
    /// Learns the words of a line.
    pub fn learn(&mut self, line: &Line) {
        for word in &line.words {
            let inner = word.text.trim_matches(|letter: char| !letter.is_alphanumeric());
            if inner.contains('-') {
                self.hyphenated.insert(inner.to_lowercase());
            } else if inner.chars().count() > 3 && inner.chars().all(char::is_uppercase) {
                self.whole.insert(inner.to_owned());
            }
        }
    }

    /// Whether capitals around a hyphen stand elsewhere as one word.
    fn is_whole(&self, before: &str, after: &str) -> bool {
        let head = before.trim_end_matches('-').rsplit(|letter: char| !letter.is_alphanumeric()).next().unwrap_or("");
        let tail = after.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or("");
        self.whole.contains(&format!("{head}{tail}"))
    }

    fn has(&self, before: &str, after: &str) -> bool {
        let head = before.rsplit(' ').next().unwrap_or(before);
        let head = head.trim_start_matches(|letter: char| !letter.is_alphanumeric());
        let tail = after.split(' ').next().unwrap_or(after);
        let tail = tail.trim_end_matches(|letter: char| !letter.is_alphanumeric());
        self.hyphenated.contains(&format!("{head}{tail}").to_lowercase())
    }
}

/// Adds the next line's text. `right` is how far the lines may reach, where it is known: a code that fills its line
/// and goes on below was broken.
pub fn append(text: &mut String, above: Option<&Line>, next: &str, right: Option<i32>, lexicon: &Lexicon) {
    let Some(last) = text.chars().next_back() else {
        text.push_str(next);
        return;
    };
    let Some(first) = next.chars().next() else { return };
    match last {
        '\u{AD}' => {
            text.pop();
        }
        '-' if ends_word(text) && first.is_lowercase() => {
            if !lexicon.has(text, next) {
                text.pop();
            }
        }
        '-' if ends_word(text) && first.is_uppercase() && lexicon.is_whole(text, next) => {
            text.pop();
        }
        // "2027-", "L.R. 3/", a path, an address.
        '-' | '/' | '_' if text.chars().rev().nth(1).is_some_and(|letter| !letter.is_whitespace()) => {}
        _ if is_broken_code(text, above, first, right) => {}
        _ => text.push(' '),
    }
    text.push_str(next);
}

/// Whether a text ends with a letter and a hyphen.
fn ends_word(text: &str) -> bool {
    text.chars().rev().nth(1).is_some_and(char::is_alphabetic)
}

/// "2027_PD_11" that fills its cell, with "01" below.
fn is_broken_code(text: &str, above: Option<&Line>, first: char, right: Option<i32>) -> bool {
    let (Some(above), Some(right)) = (above, right) else { return false };
    let [word] = above.words.as_slice() else { return false };
    let count = i32::try_from(word.text.chars().count()).unwrap_or(i32::MAX).max(1);
    let letter = (word.area.right - word.area.left) / count;
    let is_full = right - word.area.right < letter;
    let code = text.rsplit(' ').next().unwrap_or(text);
    let is_code = code.chars().any(|letter| letter.is_ascii_digit())
        && code.contains(['_', '/', '-', '.'])
        && code.chars().any(|letter| letter.is_alphabetic() || letter == '_');
    is_full && count >= 6 && is_code && first.is_alphanumeric()
}

/// A text with the leaders of tables of contents as a run of dots without blanks: `1. Premessa.....3`.
#[must_use]
pub fn without_leaders(text: &str) -> String {
    let is_leader = |word: &str| word.len() >= 2 && word.chars().all(|letter| matches!(letter, '.' | '…' | '·' | '_'));
    let dots = |word: &str| word.chars().map(|letter| if letter == '…' { 3 } else { 1 }).sum::<usize>();
    if !text.contains("..") && !text.contains('…') && !text.contains(". .") && !text.contains("__") {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut leader = 0;
    for word in text.split(' ') {
        if is_leader(word) || word == "." {
            leader += dots(word);
            continue;
        }
        // "Premessa......... 3": dots that touch their word.
        let bare = word.trim_end_matches(['.', '…']);
        let own = dots(&word[bare.len()..]);
        if leader >= 4 {
            out.push_str(".....");
        } else if leader > 0 {
            out.push(' ');
            out.extend(std::iter::repeat_n('.', leader));
        }
        if !out.is_empty() && leader < 4 {
            out.push(' ');
        }
        leader = 0;
        if own >= 4 {
            out.push_str(bare);
            leader = own;
        } else {
            out.push_str(word);
        }
    }
    if leader > 0 {
        out.push_str(if leader >= 4 { "....." } else { " ." });
    }
    split_leader(&out).unwrap_or(out)
}

/// `Premessa..........3` in one word.
fn split_leader(text: &str) -> Option<String> {
    let from = text.find("......")?;
    let to = from + text[from..].find(|letter| letter != '.').unwrap_or(text.len() - from);
    Some(format!("{}.....{}", &text[..from], &text[to..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(lines: &[&str], lexicon: &Lexicon) -> String {
        let mut text = String::new();
        for line in lines {
            append(&mut text, None, line, None, lexicon);
        }
        text
    }

    #[test]
    fn lines_are_joined() {
        let mut lexicon = Lexicon::default();
        lexicon.hyphenated.insert("socio-sanitaria".to_owned());
        let check = |lines: &[&str], expected: &str| assert_eq!(joined(lines, &lexicon), expected);
        check(&["una riga", "e un'altra"], "una riga e un'altra");
        check(&["programma-", "zione"], "programmazione");
        check(&["programma\u{AD}", "zione"], "programmazione");
        check(&["socio-", "sanitaria, e"], "socio-sanitaria, e");
        check(&["anni 2027-", "2029"], "anni 2027-2029");
        check(&["fondi -", "quota"], "fondi - quota");
        check(&["art. 3/", "bis"], "art. 3/bis");
    }

    #[test]
    fn leaders_are_dots() {
        let check = |text: &str, expected: &str| assert_eq!(without_leaders(text), expected);
        check("1. Premessa . . . . . . . 3", "1. Premessa.....3");
        check("1. Premessa ............ 3", "1. Premessa.....3");
        check("1. Premessa.........3", "1. Premessa.....3");
        check("1. Premessa.......... 3", "1. Premessa.....3");
        check("Azione 1 ecc. 3", "Azione 1 ecc. 3");
        check("Firma ________", "Firma.....");
    }
}
