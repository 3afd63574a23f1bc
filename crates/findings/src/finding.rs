// SPDX-License-Identifier: AGPL-3.0-or-later
//! Findings as data.

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// It may be right, but somebody should look.
    Warning,
    /// It is wrong, or it could not be done.
    Error,
}

/// A place inside a document: 1-based lines, and columns in characters; the end column is the first after the span.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Span {
    /// The first line.
    pub line: usize,
    /// The first column, in characters.
    pub column: usize,
    /// The last line.
    pub end_line: usize,
    /// The first column after it, in characters.
    pub end_column: usize,
}

/// Something wrong or doubtful, with its place and the way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The stable code: three capital letters of the family, three digits.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, in one sentence of the reader's language.
    pub message: String,
    /// The document, as the user named it.
    pub document: Option<String>,
    /// The place in the document.
    pub span: Option<Span>,
    /// The line of the place, as it is in the document.
    pub quote: Option<String>,
    /// What follows from it and what to do, each in one sentence.
    pub hints: Vec<String>,
}

impl Finding {
    /// A finding that is known by its code, its severity and its message only.
    #[must_use]
    pub fn new(code: &'static str, severity: Severity, message: String) -> Self {
        Self { code, severity, message, document: None, span: None, quote: None, hints: Vec::new() }
    }

    /// The same finding, in a document.
    #[must_use]
    pub fn in_document(mut self, document: impl Into<String>) -> Self {
        self.document = Some(document.into());
        self
    }

    /// The same finding, on a whole line of its document, quoted without the space around it.
    #[must_use]
    pub fn on_line(mut self, line: usize, text: &str) -> Self {
        let before = text.chars().take_while(|char| char.is_whitespace()).count();
        let width = text.trim().chars().count();
        self.span = Some(Span { line, column: before + 1, end_line: line, end_column: before + 1 + width });
        self.quote = Some(text.trim_end().to_owned());
        self
    }

    /// The same finding, with one more sentence on what to do.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }
}
