// SPDX-License-Identifier: AGPL-3.0-or-later
//! Headings: "Obiettivo 3 Informatizzazione", "2021_OB_8501_1 …", "7.1.2", "Programma di Intervento: 7 - …".

use crate::reader::Reader;
use crate::values::words::after_phrase;
use crate::vocabulary::Vocabulary;

/// A heading as its own words tell it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Heading {
    pub(crate) level: Option<String>,
    pub(crate) code: Option<String>,
    pub(crate) title: String,
    pub(crate) kind: Option<String>,
}

/// A code at the beginning of a text by its shape, with its level and what follows it.
pub(crate) fn code_heading<'t, 'v>(text: &'t str, words: &'v Vocabulary) -> Option<(&'v str, &'t str, &'t str)> {
    let first = *text.as_bytes().first()?;
    if !first.is_ascii_alphanumeric() {
        return None;
    }
    words.codes.iter().find_map(|(level, shape)| {
        let end = shape.prefix(text)?;
        Some((
            level.as_str(),
            &text[..end],
            text[end..].trim_start_matches([' ', ':', '-', '–', '.', '*', '\t']).trim_end(),
        ))
    })
}

/// A level's word followed by a number, by a kind, or by nothing.
pub(crate) fn level_heading(text: &str, words: &Vocabulary, levels: &[String]) -> Option<Heading> {
    let text = text.trim_start_matches(['-', '•', ' ']);
    let first = text.chars().next()?;
    if !first.is_alphabetic() {
        return None;
    }
    let mut best: Option<(usize, &str, &[String])> = None;
    for level in &words.levels {
        if !levels.contains(&level.name) {
            continue;
        }
        for word in &level.words {
            if let Some(end) = after_phrase(text, word)
                && best.is_none_or(|(longest, ..)| end > longest)
            {
                best = Some((end, &level.name, &level.kinds));
            }
        }
    }
    let (end, level, kinds) = best?;
    let rest = &text[end..];
    let (kind, rest) = kind_after(rest, kinds);
    let (code, title) = number_after(rest);
    let level = Some(level.to_owned());
    match code {
        Some(code) => Some(Heading { level, code: Some(code), title: title.to_owned(), kind }),
        // "Progetto: Sportello per tutti"
        None if rest.trim_start().starts_with(':')
            && !rest.trim_matches([' ', ':', '.', '*']).is_empty()
            && kind.is_none() =>
        {
            let title = rest.trim_start_matches([' ', ':', '*']).trim_end();
            Some(Heading { level, code: None, title: title.to_owned(), kind })
        }
        None if kind.is_some() || rest.trim_matches([' ', ':', '.', '*']).is_empty() => {
            let title = rest.trim_start_matches([' ', ':', '-', '–', '*']).trim_end();
            Some(Heading { level, code: None, title: title.to_owned(), kind })
        }
        None => None,
    }
}

/// "di miglioramento", "gestionale ordinario" after the word of a level.
fn kind_after<'t>(rest: &'t str, kinds: &[String]) -> (Option<String>, &'t str) {
    let body = rest.trim_start();
    for kind in kinds {
        if let Some(end) = after_phrase(body, kind) {
            return (Some(body[..end].trim().to_lowercase()), &body[end..]);
        }
    }
    (None, rest)
}

/// "n. 3 - Titolo", "16 Revisione", ": 7 - Inclusione": the number and the title behind it.
pub(crate) fn number_after(rest: &str) -> (Option<String>, &str) {
    let body = rest.trim_start_matches([' ', ':', '\u{A0}', '*']);
    let body = ["n.", "n°", "nr.", "N.", "N°", "Nr.", "num.", "n "]
        .iter()
        .find_map(|sign| body.strip_prefix(sign))
        .map_or(body, str::trim_start);
    let bytes = body.as_bytes();
    let letter = bytes.first().is_some_and(u8::is_ascii_uppercase)
        && bytes.get(1).is_some_and(|b| b.is_ascii_digit() || *b == b'.');
    let mut end = usize::from(letter);
    let start = end;
    let goes_on = |end: usize| match bytes.get(end) {
        Some(b'.' | b'-') => end > 0 && bytes.get(end + 1).is_some_and(u8::is_ascii_digit),
        Some(byte) => byte.is_ascii_digit(),
        None => false,
    };
    while goes_on(end) {
        end += 1;
    }
    if end == start || end > 12 {
        return (None, rest);
    }
    let after = &body[end..];
    // "5%", "3ª", "10/2021" are no numbers of headings; a letter may close one ("2b").
    let closed = match after.chars().next() {
        None => true,
        Some('%' | '/' | 'ª' | '°' | ',') => false,
        Some(char) => !char.is_alphanumeric() || char.is_uppercase(),
    };
    if !closed {
        return (None, rest);
    }
    let title =
        after.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '.' | '-' | '–' | '—' | ')' | '*'));
    (Some(body[..end].to_owned()), title.trim_end())
}

/// "3. Gli obiettivi trasversali", "1.2 Titolo", "5 Obiettivi": a number and a title, as a chapter has them.
pub(crate) fn chapter(text: &str) -> Option<(String, &str)> {
    let bytes = text.as_bytes();
    if !bytes.first()?.is_ascii_digit() {
        return None;
    }
    let mut end = 0;
    while end < bytes.len()
        && (bytes[end].is_ascii_digit() || (bytes[end] == b'.' && bytes.get(end + 1).is_some_and(u8::is_ascii_digit)))
    {
        end += 1;
    }
    let code = &text[..end];
    if code.len() > 8 || code.split('.').any(|part| part.len() > 2) {
        return None;
    }
    let after = &text[end..];
    let rest = after.strip_prefix(['.', ')']).unwrap_or(after);
    let title = rest.trim_start_matches([' ', '-', '–', '\u{A0}', '\t']);
    (title.len() < rest.len() && title.chars().next().is_some_and(char::is_alphabetic))
        .then(|| (code.to_owned(), title.trim_end()))
}

impl Reader<'_> {
    /// Whether a level's plural stands alone ("### Obiettivi operativi"): the level it announces.
    pub(crate) fn plural_level(&self, folded: &str) -> Option<String> {
        let known = |name: &String| self.levels.contains(name);
        self.words
            .levels
            .iter()
            .find(|level| known(&level.name) && level.plural.iter().any(|word| word == folded))
            .map(|level| level.name.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn levels() -> Vec<String> {
        ["area", "obiettivo strategico", "obiettivo", "azione", "programma", "attività"].map(str::to_owned).to_vec()
    }

    fn check(text: &str, expected: Option<(&str, Option<&str>, &str, Option<&str>)>) {
        let words = Vocabulary::builtin();
        let found = level_heading(text, &words, &levels());
        let found = found.as_ref().map(|heading| {
            (
                heading.level.as_deref().unwrap_or(""),
                heading.code.as_deref(),
                heading.title.as_str(),
                heading.kind.as_deref(),
            )
        });
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn words_and_numbers() {
        check("Obiettivo 1 rafforzamento servizi", Some(("obiettivo", Some("1"), "rafforzamento servizi", None)));
        check("Azione16 Revisione", Some(("azione", Some("16"), "Revisione", None)));
        check("OBIETTIVO STRATEGICO n. 2.1 – Casa", Some(("obiettivo strategico", Some("2.1"), "Casa", None)));
        check("Obiettivo di miglioramento", Some(("obiettivo", None, "", Some("di miglioramento"))));
        check("Obiettivo Prioritario", Some(("obiettivo", None, "", Some("prioritario"))));
        check(
            "Programma di Intervento: 7 - Inclusione sociale",
            Some(("programma", Some("7"), "Inclusione sociale", None)),
        );
        check("Obiettivo ricompreso nella scheda", None);
        check("Azione 5% del fondo", None);
        check("Gli obiettivi", None);
        check("FASE A1: COSTITUZIONE", Some(("attività", Some("A1"), "COSTITUZIONE", None)));
    }

    #[test]
    fn chapters() {
        assert_eq!(chapter("3. Gli obiettivi"), Some(("3".to_owned(), "Gli obiettivi")));
        assert_eq!(chapter("5 Obiettivi area"), Some(("5".to_owned(), "Obiettivi area")));
        assert_eq!(chapter("1.2 Casa"), Some(("1.2".to_owned(), "Casa")));
        assert_eq!(chapter("2021 e oltre"), None);
        assert_eq!(chapter("12/07/2021"), None);
    }
}
