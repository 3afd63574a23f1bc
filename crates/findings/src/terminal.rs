// SPDX-License-Identifier: AGPL-3.0-or-later
//! Findings on a terminal: what, where, the line itself with the place marked, what to do.
//!
//! Plain characters only: the words say what a colour would, and the text can be copied into a letter.

use crate::quote::{Quote, lay_out};
use crate::{Finding, Mark, Severity, Span};
use std::borrow::Cow;
use std::fmt::Write as _;

/// The words for the severities, in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// For [`Severity::Error`].
    pub error: String,
    /// For [`Severity::Warning`].
    pub warning: String,
    /// For [`Severity::Note`].
    pub note: String,
}

/// The text of a finding, ending with a line end.
#[must_use]
pub fn render(finding: &Finding, words: &Words) -> String {
    let address = finding.span.map(|span| finding.at.address(span.line));
    render_at(finding, address.as_deref(), words)
}

/// The same, with the place behind the document in the caller's words.
#[must_use]
pub fn render_at(finding: &Finding, place: Option<&str>, words: &Words) -> String {
    let Finding { code, severity, message, document, span, quote, marks, hints, .. } = finding;
    let word = match severity {
        Severity::Error => &words.error,
        Severity::Warning => &words.warning,
        Severity::Note => &words.note,
    };
    let mut out = format!("{word} {code}  ");
    if let Some(document) = document {
        out.push_str(&printable(document));
        if let Some(place) = place {
            put(&mut out, format_args!(":{}", printable(place)));
        }
        out.push_str("   ");
    }
    put(&mut out, format_args!("{}\n", printable(message)));
    let mut margin = 3;
    if let (Some(span), Some(quote)) = (span, quote) {
        let line = span.line.to_string();
        margin = line.len() + 1;
        let whole = [whole_mark(*span, quote)];
        let Quote { text, marks } = lay_out(quote, if marks.is_empty() { &whole } else { marks });
        put(&mut out, format_args!("{:margin$}|\n", ""));
        put(&mut out, format_args!("{line} |  {text}\n"));
        for mark in marks {
            put(&mut out, format_args!("{:margin$}|  {mark}\n", ""));
        }
    }
    for hint in hints {
        // A reason that somebody wrote may have several lines.
        for (index, line) in hint.lines().enumerate() {
            let sign = if index == 0 { '=' } else { ' ' };
            put(&mut out, format_args!("{:margin$}{sign} {}\n", "", printable(line)));
        }
    }
    out
}

/// A text that a terminal can print: characters that would move its cursor, change its colours or turn the direction
/// of what follows are written by their number. A name of a file may have any of them.
#[must_use]
pub fn printable(text: &str) -> Cow<'_, str> {
    let is_harmful =
        |char: char| char.is_control() || matches!(char, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if !text.contains(is_harmful) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for char in text.chars() {
        if is_harmful(char) {
            out.extend(char.escape_default());
        } else {
            out.push(char);
        }
    }
    Cow::Owned(out)
}

/// The mark of the place itself, to the end of the line where the place goes on below it.
fn whole_mark(span: Span, quote: &str) -> Mark {
    let end_column = if span.line == span.end_line { span.end_column } else { quote.chars().count() + 1 };
    Mark { column: span.column, end_column, label: String::new() }
}

fn put(out: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing into a string cannot fail.
    let _ = out.write_fmt(text);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn italian() -> Words {
        Words { error: "errore".to_owned(), warning: "avviso".to_owned(), note: "nota".to_owned() }
    }

    fn english() -> Words {
        Words { error: "error".to_owned(), warning: "warning".to_owned(), note: "note".to_owned() }
    }

    #[test]
    fn a_file_that_is_not_there() {
        let finding = Finding::new("FIL001", Severity::Error, "il file non c'è".to_owned())
            .in_document("piani/peg.txt")
            .hint("cosa fare: controllare il nome e la cartella");
        insta::assert_snapshot!(render(&finding, &italian()), @r"
        errore FIL001  piani/peg.txt   il file non c'è
           = cosa fare: controllare il nome e la cartella
        ");
    }

    #[test]
    fn nothing_that_a_terminal_obeys_is_printed() {
        let finding = Finding::new("FIL001", Severity::Error, "il file non c'è".to_owned())
            .in_document("piani/\u{1b}[2Jpeg\n.txt")
            .hint("accettato da M. R.: prima riga\nseconda riga");
        insta::assert_snapshot!(render(&finding, &italian()), @r"
        errore FIL001  piani/\u{1b}[2Jpeg\n.txt   il file non c'è
           = accettato da M. R.: prima riga
             seconda riga
        ");
    }

    #[test]
    fn a_line_of_a_vocabulary() {
        let finding = Finding::new("VOC002", Severity::Error, "the column “costo” does not exist".to_owned())
            .in_document("parole.toml")
            .on_line(112, "   column = \"costo\"\t# è così")
            .hint("what to do: see CONTRIBUTING.md");
        insta::assert_snapshot!(render(&finding, &english()), @r#"
        error VOC002  parole.toml:112   the column “costo” does not exist
            |
        112 |     column = "costo"   # è così
            |     └──────────────────────────
            = what to do: see CONTRIBUTING.md
        "#);
    }

    #[test]
    fn a_long_line_is_cut_around_its_mark() {
        let text = format!("{}qui{}", "a".repeat(150), "b".repeat(150));
        let mut finding = Finding::new("VOC002", Severity::Warning, "ecco".to_owned()).on_line(7, &text);
        finding.span = Some(Span { line: 7, column: 151, end_line: 7, end_column: 154 });
        insta::assert_snapshot!(render(&finding, &italian()), @r"
        avviso VOC002  ecco
          |
        7 |  …aaaaaaaaaaaaaaaaaaaaquibbbbbbbbbbbbbbbbbbbb…
          |                       └──
        ");
    }

    #[test]
    fn cells_with_labels() {
        let quote = "\t\tInterventi domiciliari per persone non autosufficienti\tFNPS 2027\t430.000,00\t400.000,00\t30.000,00\t400.000,00";
        let column = |text: &str, nth: usize| {
            let byte = quote.match_indices(text).nth(nth).map_or(0, |(at, _)| at);
            quote[..byte].chars().count() + 1
        };
        let mark = |column: usize, label: &str| Mark { column, end_column: column + 10, label: label.to_owned() };
        let mut finding =
            Finding::new("SUM002", Severity::Error, "A + B non è uguale alla dotazione assegnata".to_owned())
                .in_document("programma.txt")
                .on_line(58, quote)
                .hint("come si corregge: scrivere 430.000,00, oppure togliere la variazione B");
        finding.marks = vec![
            mark(column("400.000,00", 0), "A"),
            Mark { column: column("30.000,00", 1), end_column: column("30.000,00", 1) + 9, label: "B".to_owned() },
            mark(column("400.000,00", 1), "scritto 400.000,00; A + B = 430.000,00"),
        ];
        insta::assert_snapshot!(render(&finding, &italian()), @r"
        errore SUM002  programma.txt:58   A + B non è uguale alla dotazione assegnata
           |
        58 |  Interventi domiciliari per …   FNPS 2027   430.000,00   400.000,00   30.000,00   400.000,00
           |                                                          └─ A ─────   └─ B ────   └─ scritto 400.000,00; A + B = 430.000,00
           = come si corregge: scrivere 430.000,00, oppure togliere la variazione B
        ");
    }
}
