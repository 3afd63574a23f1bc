// SPDX-License-Identifier: AGPL-3.0-or-later
//! Findings on a terminal: what, where, the line itself with the place marked, what to do.
//!
//! Plain characters only: the words say what a colour would, and the text can be copied into a letter.

use crate::{Finding, Severity, Span};
use std::fmt::Write as _;
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// The widest quoted line, in columns; a longer one is cut around its mark.
const QUOTE_COLUMNS_MAX: usize = 100;
/// How much of a cut line is shown before its mark, in characters.
const QUOTE_BEFORE_CHARS: usize = 20;

/// The words for the severities, in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// For [`Severity::Error`].
    pub error: String,
    /// For [`Severity::Warning`].
    pub warning: String,
}

/// The text of a finding, ending with a line end.
#[must_use]
pub fn render(finding: &Finding, words: &Words) -> String {
    let Finding { code, severity, message, document, span, quote, hints } = finding;
    let word = match severity {
        Severity::Error => &words.error,
        Severity::Warning => &words.warning,
    };
    let mut out = format!("{word} {code}  ");
    match (document, span) {
        (Some(document), Some(span)) => put(&mut out, format_args!("{document}:{}   ", span.line)),
        (Some(document), None) => put(&mut out, format_args!("{document}   ")),
        (None, _) => {}
    }
    put(&mut out, format_args!("{message}\n"));
    let mut margin = 3;
    if let (Some(span), Some(quote)) = (span, quote) {
        margin = span.line.to_string().len() + 1;
        quote_lines(&mut out, *span, quote, margin);
    }
    for hint in hints {
        put(&mut out, format_args!("{:margin$}= {hint}\n", ""));
    }
    out
}

/// The quoted line, and the mark under its place.
fn quote_lines(out: &mut String, span: Span, quote: &str, margin: usize) {
    let from = span.column.saturating_sub(1);
    let marked = if span.line == span.end_line { span.end_column.saturating_sub(span.column) } else { usize::MAX };
    let skipped = if quote.width() > QUOTE_COLUMNS_MAX { from.saturating_sub(QUOTE_BEFORE_CHARS) } else { 0 };
    let mut shown = String::from(if skipped > 0 { "…" } else { "" });
    let mut mark_at = shown.width();
    let mut mark_width = 0;
    for (index, char) in quote.chars().enumerate().skip(skipped) {
        let char = if char == '\t' || char.is_control() { ' ' } else { char };
        let width = char.width().unwrap_or(0);
        if shown.width() + width > QUOTE_COLUMNS_MAX {
            shown.push('…');
            break;
        }
        shown.push(char);
        if index < from {
            mark_at += width;
        } else if index - from < marked {
            mark_width += width;
        }
    }
    put(out, format_args!("{:margin$}|\n", ""));
    put(out, format_args!("{} |  {shown}\n", span.line));
    put(out, format_args!("{:margin$}|  {:mark_at$}└{}\n", "", "", "─".repeat(mark_width.saturating_sub(1))));
}

fn put(out: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing into a string cannot fail.
    let _ = out.write_fmt(text);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn italian() -> Words {
        Words { error: "errore".to_owned(), warning: "avviso".to_owned() }
    }

    fn english() -> Words {
        Words { error: "error".to_owned(), warning: "warning".to_owned() }
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
    fn a_line_of_a_vocabulary() {
        let finding = Finding::new("VOC002", Severity::Error, "the column “costo” does not exist".to_owned())
            .in_document("parole.toml")
            .on_line(112, "   column = \"costo\"\t# è così")
            .hint("what to do: see CONTRIBUTING.md");
        insta::assert_snapshot!(render(&finding, &english()), @r#"
        error VOC002  parole.toml:112   the column “costo” does not exist
            |
        112 |     column = "costo" # è così
            |     └────────────────────────
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
        7 |  …aaaaaaaaaaaaaaaaaaaaquibbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb…
          |                       └──
        ");
    }
}
