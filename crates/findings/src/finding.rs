// SPDX-License-Identifier: AGPL-3.0-or-later
//! Findings as data.

use crate::Where;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// It is worth a look.
    Note,
    /// It is probably wrong, or right only with something that is not said.
    Warning,
    /// It is wrong, or it could not be done.
    Error,
}

impl Severity {
    /// The pinned word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
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

/// A marked place on the quoted line, with what is to be said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The first column, 1-based, in characters.
    pub column: usize,
    /// The first column after it.
    pub end_column: usize,
    /// A few words; empty where the mark alone says it.
    pub label: String,
}

/// Another place that the finding speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// The document, as the user named it.
    pub document: String,
    /// What its line is counted in.
    pub at: Where,
    /// The line, the row of a sheet or the paragraph.
    pub line: usize,
    /// What stands there, in a few words.
    pub label: String,
}

/// Why somebody decided to live with a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acceptance {
    /// The reason.
    pub reason: String,
    /// Who says it.
    pub by: String,
    /// The day, ISO.
    pub on: String,
}

/// Something wrong or doubtful, with its place and the way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The stable code: three capital letters of the family, three digits.
    pub code: &'static str,
    /// The name of the defect, the same in every language; empty where the code has none.
    pub name: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, in one sentence of the reader's language.
    pub message: String,
    /// The document, as the user named it.
    pub document: Option<String>,
    /// What the lines of its place are counted in.
    pub at: Where,
    /// The place in the document.
    pub span: Option<Span>,
    /// The line of the place, as it is in the document.
    pub quote: Option<String>,
    /// The marked places on the quoted line, from left to right; where there are none, the place itself is marked.
    pub marks: Vec<Mark>,
    /// Other places that it speaks of, among them those that only carry it on.
    pub related: Vec<Related>,
    /// What should stand there, in the pinned notation.
    pub expected: Option<String>,
    /// What stands there, in the pinned notation.
    pub found: Option<String>,
    /// What follows from it and what to do, each in one sentence.
    pub hints: Vec<String>,
    /// Why somebody lives with it, where somebody does.
    pub accepted: Option<Acceptance>,
    /// What it is known by as long as the lines that it speaks of stay the same.
    pub fingerprint: String,
}

impl Finding {
    /// A finding that is known by its code, its severity and its message only.
    #[must_use]
    pub fn new(code: &'static str, severity: Severity, message: String) -> Self {
        Self {
            code,
            name: "",
            severity,
            message,
            document: None,
            at: Where::File,
            span: None,
            quote: None,
            marks: Vec::new(),
            related: Vec::new(),
            expected: None,
            found: None,
            hints: Vec::new(),
            accepted: None,
            fingerprint: String::new(),
        }
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
