// SPDX-License-Identifier: AGPL-3.0-or-later
//! When two texts say the same: the plain form of text, in which layout does not count.
//!
//! The plain form is stricter than [`ambito_base::fold`]: signs that change a value stay (`>` `<` `%`, the minus of a
//! number, the marks inside a number), while white space, quotes, dashes, bullets, capitals and accents do not count.

use ambito_base::{Decimal, base_letter, parse_date};

/// Signs that carry a value of their own.
const SIGNS: &str = "%€$£/#<>=+@&§×✓✔✗✘☑☒√";

/// Writes the plain form of a text into a buffer that is cleared first.
///
/// Words are parted by one space; a sign takes no space on either side.
pub(super) fn plain_into(text: &str, out: &mut String) {
    out.clear();
    let mut gap = false;
    let mut last = ' ';
    let mut before = ' ';
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        let letter = if char.is_ascii() { char.to_ascii_lowercase() } else { base_letter(char) };
        if letter == '\u{0}' {
            continue;
        }
        let next_is_digit = chars.peek().is_some_and(char::is_ascii_digit);
        let kept = if letter.is_alphanumeric() {
            if gap && last.is_alphanumeric() {
                out.push(' ');
            }
            Some(letter)
        } else if SIGNS.contains(letter) {
            Some(letter)
        } else {
            match letter {
                '≥' | '≤' => {
                    out.push(if letter == '≥' { '>' } else { '<' });
                    Some('=')
                }
                '.' | ',' | ':' if before.is_ascii_digit() && next_is_digit => Some(letter),
                '-' | '−' | '–' | '—' | '‐' | '‑'
                    if next_is_digit && !before.is_alphanumeric() && !last.is_ascii_digit() =>
                {
                    Some('-')
                }
                _ => None,
            }
        };
        before = char;
        match kept {
            Some(sign) => {
                out.push(sign);
                last = sign;
                gap = false;
            }
            None => gap = true,
        }
    }
}

/// The plain form of a text.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    plain_into(text, &mut out);
    out
}

/// Writes the plain form without its spaces, save between digits: a column may have broken words, never numbers.
///
/// Two texts with the same letters, digits and signs in the same order say the same.
pub(super) fn letters_into(text: &str, out: &mut String) {
    plain_into(text, out);
    if out.contains(' ') {
        let plain = std::mem::take(out);
        let bytes = plain.as_bytes();
        // A space of the plain form always stands between two letters or digits.
        let is_digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
        out.reserve(plain.len());
        out.extend(plain.char_indices().filter_map(|(at, char)| {
            let kept = char != ' ' || (is_digit(at.checked_sub(1)) && is_digit(at.checked_add(1)));
            kept.then_some(char)
        }));
    }
}

/// Whether two texts say the same words.
pub(super) fn same_words(old: &str, new: &str) -> bool {
    if old == new {
        return true;
    }
    let (mut old_letters, mut new_letters) = (String::new(), String::new());
    letters_into(old, &mut old_letters);
    letters_into(new, &mut new_letters);
    old_letters == new_letters
}

/// Whether two texts say the same: the same words, or one number or date in two notations (`1.500,00` and `1500`).
pub(super) fn same_text(old: &str, new: &str) -> bool {
    same_words(old, new) || same_number(old, new) || same_date(old, new)
}

fn same_number(old: &str, new: &str) -> bool {
    match (number(old), number(new)) {
        (Some(old), Some(new)) => old == new,
        _ => false,
    }
}

fn same_date(old: &str, new: &str) -> bool {
    match (parse_date(old, None), parse_date(new, None)) {
        (Some(old), Some(new)) => old == new,
        _ => false,
    }
}

/// A text that is one number and nothing else: its digits and its unit.
fn number(text: &str) -> Option<(String, &'static str)> {
    let text = text.trim();
    let (body, unit) = if let Some(body) = text.strip_suffix('%') {
        (body.trim_end(), "%")
    } else if let Some(body) = text.strip_prefix('€').or_else(|| text.strip_suffix('€')) {
        (body.trim(), "€")
    } else {
        (text, "")
    };
    Decimal::parse(body).map(|value| (canonical(value), unit))
}

/// A number without the zeros that say nothing: `9.40` and `9.4` give `9.4`.
pub(super) fn canonical(value: Decimal) -> String {
    let digits = value.to_string();
    if digits.contains('.') { digits.trim_end_matches('0').trim_end_matches('.').to_owned() } else { digits }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layout_does_not_count() {
        let same = |old: &str, new: &str| assert!(same_text(old, new), "{old} / {new}");
        same("L’Obiettivo  è: “uno”", "L'OBIETTIVO E' \"uno\"");
        same("2021 – 2023", "2021-2023");
        same("• primo\n• secondo", "primo secondo");
        same("100 %", "100%");
        same("1.500,00", "1500");
        same("€ 1.500,00", "1500 €");
        same("6/05/2021", "06/05/2021");
        same("≥ 5", ">= 5");
        same("n.3", "n. 3");
        same("PRESTAZIONI FINANZ IATE DALLA REGIO NE", "Prestazioni finanziate dalla Regione");
    }

    #[test]
    fn values_count() {
        let differ = |old: &str, new: &str| assert!(!same_text(old, new), "{old} / {new}");
        differ("> di", "< di");
        differ("pari a -5", "pari a 5");
        differ("1,5", "15");
        differ("40%", "40");
        differ("dieci persone", "undici persone");
        differ("n. 3", "n. 4");
        differ("12 3", "123");
    }
}
