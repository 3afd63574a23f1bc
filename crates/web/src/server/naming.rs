// SPDX-License-Identifier: AGPL-3.0-or-later
//! The names of files that are given away: what they are of, in letters that every system knows.

use ambito_base::fold;

/// The most letters of a part of a name.
const PART_CHARS_MAX: usize = 60;

/// The header that gives a file, with its name in letters that every browser knows and as it is.
pub(crate) fn disposition(how: &str, name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|char| if char.is_ascii_alphanumeric() || "-_. ()".contains(char) { char } else { '_' })
        .collect();
    let mut whole = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.".contains(&byte) {
            whole.push(char::from(byte));
        } else {
            whole.push_str(&format!("%{byte:02X}"));
        }
    }
    format!("{how}; filename=\"{plain}\"; filename*=UTF-8''{whole}")
}

/// Words as a part of a file's name: small letters of ASCII, digits and hyphens; cut between words where it is long.
pub(crate) fn slug(words: &str) -> String {
    let folded = fold(words);
    let plain: String = folded.chars().map(|char| if char.is_ascii_alphanumeric() { char } else { ' ' }).collect();
    let mut slug = String::new();
    for word in plain.split_whitespace() {
        if slug.is_empty() {
            slug.extend(word.chars().take(PART_CHARS_MAX));
        } else if slug.len() + 1 + word.len() <= PART_CHARS_MAX {
            slug.push('-');
            slug.push_str(word);
        } else {
            break;
        }
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_cannot_leave_their_header() {
        let check = |name: &str, expected: &str| assert_eq!(disposition("attachment", name), expected);
        check("piano.pdf", "attachment; filename=\"piano.pdf\"; filename*=UTF-8''piano.pdf");
        check("è \"x\"\r\n.txt", "attachment; filename=\"_ _x___.txt\"; filename*=UTF-8''%C3%A8%20%22x%22%0D%0A.txt");
    }

    #[test]
    fn a_name_says_what_the_file_is_of() {
        let check = |words: &str, expected: &str| assert_eq!(slug(words), expected);
        check("Piano di zona 2027", "piano-di-zona-2027");
        check("L’attività «è» più/meno: 1\r\n", "l-attivita-e-piu-meno-1");
        check("../../etc", "etc");
        check("Ω", "");
        check(&"Programma delle attività ".repeat(9), "programma-delle-attivita-programma-delle-attivita-programma");
        check(&"x".repeat(99), &"x".repeat(60));
    }
}
