// SPDX-License-Identifier: AGPL-3.0-or-later
//! What all pages share: one file that stands for itself.
//!
//! Invariants: no scripts, nothing fetched (a policy inside the page says so); text enters only through [`escaped`].

use ambito_i18n::Language;
use std::io::{self, Write};

/// Writes the head and opens the body; `style` is trusted, `title` is not.
pub(crate) fn begin(out: &mut impl Write, language: Language, title: &str, style: &str) -> io::Result<()> {
    write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{}</title>\n<style>\n{style}</style>\n</head>\n<body>\n",
        language.word(),
        escaped(title),
    )
}

/// Closes the page.
pub(crate) fn end(out: &mut impl Write) -> io::Result<()> {
    out.write_all(b"</body>\n</html>\n")
}

/// Text that cannot be taken for markup, with its line breaks as spaces.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            control if control.is_control() => out.push(' '),
            other => out.push(other),
        }
    }
    out
}
