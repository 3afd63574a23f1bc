// SPDX-License-Identifier: AGPL-3.0-or-later
//! The comparison form of text: what two spellings of one word have in common.

/// Text folded for comparison: lower case, without accents, look-alike letters of other alphabets replaced,
/// apostrophes, quotes and punctuation turned into single spaces.
pub type Folded = String;

/// Folds text for comparison: `L’Obiettivo è:` and `L'OBIETTIVO E'` both give `l obiettivo e`.
#[must_use]
pub fn fold(text: &str) -> Folded {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// Folds text into a buffer that is cleared first; allocates nothing when the buffer is large enough.
pub fn fold_into(text: &str, out: &mut Folded) {
    let mut folded = std::mem::take(out).into_bytes();
    folded.clear();
    folded.reserve(text.len());
    let bytes = text.as_bytes();
    let mut gap = false;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        // Nearly all text is ASCII; the rest is decoded one character at a time.
        let (letter, ascii) = if byte.is_ascii() {
            at += 1;
            (char::from(ASCII[usize::from(byte)]), true)
        } else {
            let Some(char) = text[at..].chars().next() else { break };
            at += char.len_utf8();
            let letter = base_letter(char);
            if letter == '\u{0}' {
                continue;
            }
            (if letter.is_alphanumeric() || letter == '€' { letter } else { ' ' }, letter.is_ascii())
        };
        if letter == ' ' {
            gap = true;
            continue;
        }
        if gap && !folded.is_empty() {
            folded.push(b' ');
        }
        gap = false;
        if ascii {
            folded.push(letter as u8);
        } else {
            folded.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
        }
    }
    // Only whole characters were pushed.
    *out = String::from_utf8(folded).unwrap_or_default();
}

/// What each ASCII character folds to; a space for those that part words.
const ASCII: [u8; 128] = {
    let mut table = [b' '; 128];
    let mut byte = 0;
    while byte < 128 {
        let lower = (byte as u8).to_ascii_lowercase();
        if lower.is_ascii_alphanumeric() || matches!(lower, b'%' | b'#' | b'/') {
            table[byte] = lower;
        }
        byte += 1;
    }
    table
};

/// The plain lower-case letter a character stands for: accents dropped, Cyrillic and Greek look-alikes replaced,
/// NUL for combining marks and invisible characters.
#[must_use]
pub fn base_letter(char: char) -> char {
    match char {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'À' | 'Á' | 'Â' | 'Ã' | 'Ä' | 'Å' | 'а' | 'А' | 'α' | 'Α' => {
            'a'
        }
        'è' | 'é' | 'ê' | 'ë' | 'È' | 'É' | 'Ê' | 'Ë' | 'е' | 'Е' | 'ѐ' | 'ё' | 'ε' | 'Ε' => 'e',
        'ì' | 'í' | 'î' | 'ï' | 'Ì' | 'Í' | 'Î' | 'Ï' | 'і' | 'І' | 'ι' | 'Ι' | 'ı' | 'ї' => 'i',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'Ò' | 'Ó' | 'Ô' | 'Õ' | 'Ö' | 'о' | 'О' | 'ο' | 'Ο' => 'o',
        'ù' | 'ú' | 'û' | 'ü' | 'Ù' | 'Ú' | 'Û' | 'Ü' | 'υ' => 'u',
        'ç' | 'Ç' | 'с' | 'С' => 'c',
        'ñ' | 'Ñ' | 'п' => 'n',
        'р' | 'Р' | 'ρ' | 'Ρ' => 'p',
        'т' | 'Т' | 'τ' | 'Τ' => 't',
        'м' | 'М' | 'Μ' => 'm',
        'н' | 'Н' | 'Η' => 'h',
        'к' | 'К' | 'κ' | 'Κ' => 'k',
        'в' | 'В' | 'Β' => 'b',
        'х' | 'Х' | 'χ' | 'Χ' => 'x',
        'у' | 'У' | 'γ' | 'Υ' => 'y',
        'ѕ' | 'Ѕ' => 's',
        'Ζ' => 'z',
        'Ν' => 'n',
        // Combining accents, soft hyphen, zero-width characters, byte order mark.
        '\u{300}'..='\u{36F}' | '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' => '\u{0}',
        'º' | '°' | 'ª' => ' ',
        other => other.to_lowercase().next().unwrap_or(other),
    }
}

/// Whether a character belongs to a word for folding.
#[must_use]
pub fn is_word_char(char: char) -> bool {
    char.is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_spellings_together() {
        assert_eq!(fold("L’Obiettivo  è:"), "l obiettivo e");
        assert_eq!(fold("L'OBIETTIVO E'"), "l obiettivo e");
        assert_eq!(fold("Vаlоrе аttеsо"), "valore atteso");
        assert_eq!(fold("E\u{300} in attesa"), "e in attesa");
        assert_eq!(fold("  "), "");
        assert_eq!(fold("% di assorbimento"), "% di assorbimento");
    }
}
