// SPDX-License-Identifier: AGPL-3.0-or-later
//! Matching folded words against text as printed.

use ambito_base::base_letter;

/// Where the text goes on after a folded word or phrase that it begins with; `None` where it does not begin with it
/// or goes on in the middle of a word. Spaces of the phrase match any run of punctuation and white space.
pub(crate) fn after_phrase(text: &str, phrase: &str) -> Option<usize> {
    // Most texts begin with another letter: that is seen without decoding anything.
    if let (Some(&first), Some(&wanted)) = (text.as_bytes().first(), phrase.as_bytes().first())
        && first.is_ascii_alphanumeric()
        && first.to_ascii_lowercase() != wanted
    {
        return None;
    }
    let mut chars = text.char_indices().peekable();
    let mut end = 0;
    // Leading punctuation of the text does not count.
    while let Some(&(_, char)) = chars.peek() {
        if char.is_alphanumeric() || matches!(char, '%' | '€' | '#' | '/') {
            break;
        }
        chars.next();
    }
    for want in phrase.chars() {
        if want == ' ' {
            let mut gap = false;
            while let Some(&(_, char)) = chars.peek() {
                if is_folded_away(char) {
                    gap = true;
                    chars.next();
                } else {
                    break;
                }
            }
            if !gap {
                return None;
            }
            continue;
        }
        loop {
            let (at, char) = chars.next()?;
            let letter = if char.is_ascii() { char.to_ascii_lowercase() } else { base_letter(char) };
            if letter == '\u{0}' {
                continue;
            }
            if letter != want {
                return None;
            }
            end = at + char.len_utf8();
            break;
        }
    }
    match text[end..].chars().next() {
        Some(next) if next.is_alphabetic() => None,
        _ => Some(end),
    }
}

fn is_folded_away(char: char) -> bool {
    !(char.is_alphanumeric() || matches!(char, '%' | '€' | '#' | '/'))
}

/// Whether a folded text holds a folded phrase as whole words.
pub(crate) fn has_phrase(folded: &str, phrase: &str) -> bool {
    let mut from = 0;
    let finder = memchr::memmem::Finder::new(phrase);
    while let Some(found) = finder.find(&folded.as_bytes()[from..]) {
        let start = from + found;
        let end = start + phrase.len();
        let before = start == 0 || !folded.as_bytes()[start - 1].is_ascii_alphanumeric();
        let after = end == folded.len() || !folded.as_bytes()[end].is_ascii_alphanumeric();
        if before && after {
            return true;
        }
        from = start + phrase.len().max(1);
        while !folded.is_char_boundary(from) {
            from += 1;
        }
    }
    false
}

/// The year a text consists of or ends with: "2027", "anno 2027", "target 2027", "valore atteso (2027)".
pub(crate) fn year_in(text: &str) -> Option<i16> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at + 4 <= bytes.len() {
        if bytes[at].is_ascii_digit() {
            let run = bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count();
            if run == 4 {
                let year = bytes[at..at + 4].iter().fold(0i16, |sum, b| sum * 10 + i16::from(b - b'0'));
                if (1990..=2099).contains(&year) {
                    return Some(year);
                }
            }
            at += run;
        } else {
            at += 1;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_match_printed_text() {
        assert_eq!(after_phrase("Obiettivo Strategico Sanità", "obiettivo strategico"), Some(20));
        assert_eq!(after_phrase("OBIETTIVI", "obiettivo"), None);
        assert_eq!(after_phrase("Azione16 Revisione", "azione"), Some(6));
        assert_eq!(after_phrase("L’attività è", "l attivita e"), Some("L’attività è".len()));
        assert!(has_phrase("valore n servizi", "n"));
        assert!(!has_phrase("nessuno", "n"));
        assert_eq!(year_in("Valore previsto 2021"), Some(2021));
        assert_eq!(year_in("cap 31896"), None);
    }
}
