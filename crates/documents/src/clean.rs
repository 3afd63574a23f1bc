// SPDX-License-Identifier: AGPL-3.0-or-later
//! Markup inside cells and lines: taken off, with what it means kept.

use std::borrow::Cow;

/// Tags that end a paragraph; every other known tag leaves only its content.
const BREAKS: [&str; 9] = ["p", "br", "ul", "ol", "li", "div", "tr", "h1", "h2"];
const KNOWN: [&str; 24] = [
    "b", "i", "u", "em", "strong", "span", "sup", "sub", "font", "a", "table", "td", "th", "tbody", "thead", "h3",
    "h4", "h5", "h6", "small", "s", "input", "label", "center",
];

/// The text of a cell or line without markup, paragraphs divided by line ends, white space collapsed.
pub(crate) fn clean_text(raw: &str) -> Cow<'_, str> {
    let raw = raw.trim_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    if is_plain(raw) { Cow::Borrowed(raw) } else { Cow::Owned(strip(raw)) }
}

/// The same on one line.
pub(crate) fn clean_line(raw: &str) -> Cow<'_, str> {
    match clean_text(raw) {
        Cow::Owned(text) if text.contains('\n') => Cow::Owned(text.split('\n').collect::<Vec<_>>().join(" ")),
        other => other,
    }
}

/// Whether there is nothing to take off: the common case, decided in one pass over the bytes.
fn is_plain(text: &str) -> bool {
    let mut before = 0u8;
    for &byte in text.as_bytes() {
        match byte {
            b'<' | b'*' | b'&' | b'\\' | b'`' | b'\t' | b'\n' | b'\r' => return false,
            b' ' if before == b' ' => return false,
            // The first byte of U+00A0, U+00AD (C2) and of U+200B… (E2 80 8B…)
            0xA0 | 0xAD if before == 0xC2 => return false,
            0x8B..=0x8F if before == 0x80 => return false,
            _ => {}
        }
        before = byte;
    }
    true
}

fn strip(raw: &str) -> String {
    let without_tags = if raw.contains('<') { strip_tags(raw) } else { raw.to_owned() };
    let without_entities = if without_tags.contains('&') { entities(&without_tags) } else { without_tags };
    let without_marks =
        if without_entities.contains(['*', '\\', '`']) { emphasis(&without_entities) } else { without_entities };
    collapse(&without_marks)
}

fn strip_tags(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(open) = rest.find('<') {
        out.push_str(&rest[..open]);
        let after = &rest[open + 1..];
        match after.find('>').filter(|&close| close <= 400) {
            Some(close) => {
                let inside = &after[..close];
                let name_text = inside.strip_prefix('/').unwrap_or(inside);
                let name_len = name_text.bytes().take_while(u8::is_ascii_alphanumeric).count();
                let name = name_text[..name_len].to_ascii_lowercase();
                if inside.starts_with("http") || inside.contains("://") {
                    out.push_str(inside);
                } else if name == "input" {
                    out.push_str(if inside.contains("checked") { " [x] " } else { " [ ] " });
                } else if BREAKS.contains(&name.as_str()) {
                    if name == "li" && !inside.starts_with('/') && !after[close + 1..].trim_start().starts_with('-') {
                        out.push_str("\n- ");
                    } else {
                        out.push('\n');
                    }
                } else if !KNOWN.contains(&name.as_str()) {
                    out.push('<');
                    rest = after;
                    continue;
                }
                rest = &after[close + 1..];
            }
            None => {
                out.push('<');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

fn entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let after = &rest[at + 1..];
        let end = after.bytes().take(10).position(|b| b == b';');
        let char = end.and_then(|end| match &after[..end] {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" | "#39" => Some('\''),
            "nbsp" => Some(' '),
            "euro" => Some('€'),
            "egrave" => Some('è'),
            "agrave" => Some('à'),
            "ograve" => Some('ò'),
            "ugrave" => Some('ù'),
            "igrave" => Some('ì'),
            "rsquo" => Some('’'),
            name => {
                let number = name.strip_prefix('#')?;
                let value = match number.strip_prefix(['x', 'X']) {
                    Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                    None => number.parse().ok()?,
                };
                char::from_u32(value).filter(|c| !c.is_control())
            }
        });
        match (char, end) {
            (Some(char), Some(end)) => {
                out.push(char);
                rest = &after[end + 1..];
            }
            _ => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

/// Takes off `**`, `***`, pairs of `*word*` and back-quotes, and the backslash of an escaped mark.
fn emphasis(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = String::with_capacity(text.len());
    let mut open: Option<usize> = None;
    let mut at = 0;
    let mut copied = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' if bytes.get(at + 1).is_some_and(u8::is_ascii_punctuation) => {
                out.push_str(&text[copied..at]);
                copied = at + 1;
                at += 2;
            }
            b'`' => {
                out.push_str(&text[copied..at]);
                at += 1;
                copied = at;
            }
            b'*' => {
                let run = bytes[at..].iter().take_while(|b| **b == b'*').count();
                let before_space = at == 0 || !bytes[at - 1].is_ascii_alphanumeric();
                let after_word = bytes.get(at + run).is_some_and(|b| !b.is_ascii_whitespace());
                let closes = at > 0 && !bytes[at - 1].is_ascii_whitespace();
                let drop = if run >= 2 {
                    true
                } else if open.is_some() && closes {
                    open = None;
                    true
                } else if before_space && after_word && text[at + 1..].contains('*') {
                    open = Some(at);
                    true
                } else {
                    false
                };
                if drop {
                    out.push_str(&text[copied..at]);
                    if run >= 2 && !out.ends_with([' ', '\n']) && !out.is_empty() {
                        let word_follows = bytes.get(at + run).is_some_and(u8::is_ascii_alphanumeric);
                        let word_before = out.as_bytes()[out.len() - 1].is_ascii_alphanumeric();
                        if word_follows && word_before {
                            out.push(' ');
                        }
                    }
                    copied = at + run;
                }
                at += run;
            }
            _ => at += 1,
        }
    }
    out.push_str(&text[copied..]);
    out
}

/// Collapses white space, drops invisible characters, and puts no space before a closing bracket.
fn collapse(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut space = false;
    let mut line = false;
    for char in text.chars() {
        match char {
            '\n' => line = true,
            '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{FEFF}' => {}
            char if char.is_whitespace() => space = true,
            char => {
                if line && !out.is_empty() {
                    out.push('\n');
                } else if space && !out.is_empty() && !matches!(char, ']' | ')') {
                    out.push(' ');
                }
                (space, line) = (false, false);
                out.push(char);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(raw: &str, expected: &str) {
        assert_eq!(clean_text(raw), expected, "{raw}");
    }

    #[test]
    fn markup_is_taken_off() {
        check("[Elevata Qualificazione <b>Q0000802</b> ]", "[Elevata Qualificazione Q0000802]");
        check("<b>100%</b> <i>eseguito il 11/12/2024</i>", "100% eseguito il 11/12/2024");
        check("<p>primo</p> <p>secondo</p>", "primo\nsecondo");
        check("vedi <ul style=\"x\">- uno- due</ul>", "vedi\n- uno- due");
        check("importo <40.000 euro", "importo <40.000 euro");
        check("<https://esempio.it/>", "https://esempio.it/");
        check("**Titolo** *Azione 51* si veda", "Titolo Azione 51 si veda");
        check("in vigore*", "in vigore*");
        check("* solo richieste dirette", "* solo richieste dirette");
        check("2027_OB_1 **Nome**", "2027_OB_1 Nome");
        check("miglioramento**2027_OB_1**", "miglioramento 2027_OB_1");
        check("a &amp; b &#232; &sconosciuta;", "a & b è &sconosciuta;");
        check("<input type=\"checkbox\" checked> Autonomia", "[x] Autonomia");
        check("l'ac\u{AD}cesso\u{A0} qui", "l'accesso qui");
    }

    #[test]
    fn plain_text_is_borrowed() {
        assert!(matches!(clean_text("Prestazioni di servizio, 3 n."), Cow::Borrowed(_)));
    }
}
