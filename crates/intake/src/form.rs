// SPDX-License-Identifier: AGPL-3.0-or-later
//! What one line is by its form alone: a heading by its marks, a line that only separates, a row between pipes.

use ambito_documents::blocks::Span;

use crate::limits::HEADING_BYTES_MAX;

/// The form of a line without tabs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `## text ##`: level and the bytes of the text alone.
    Heading {
        /// 1 to 6.
        level: u8,
        /// First byte of the text.
        from: usize,
        /// First byte after it.
        to: usize,
    },
    /// Only marks.
    Rule,
    /// Starts with a pipe, and has another.
    PipeRow,
    /// Opens an HTML table.
    Table,
    /// None of these.
    Prose,
}

/// Tells the form of a line that is trimmed, not empty and has no tab.
#[must_use]
pub fn form_of(content: &str) -> Form {
    match content.as_bytes().first() {
        Some(b'#') => heading(content).unwrap_or(Form::Prose),
        Some(b'|') if is_rule(content) => Form::Rule,
        Some(b'|') if content.len() > 1 && memchr::memchr(b'|', &content.as_bytes()[1..]).is_some() => Form::PipeRow,
        Some(b'<') if opens_table(content) => Form::Table,
        Some(b'-' | b'=' | b'*' | b'_' | b'+' | b':' | b'~' | 0xE2) if is_rule(content) => Form::Rule,
        _ => Form::Prose,
    }
}

/// Whether a line that begins with heading marks is a heading although it has tabs: `cells` of them at most two (a
/// title and its page).
#[must_use]
pub fn is_tabbed_heading(content: &str, cells: usize) -> bool {
    content.starts_with('#') && cells <= 2 && heading(content).is_some()
}

/// Whether a line with tabs only separates: `-----⇥----⇥---`. A single `-` in a cell is a value (nothing there).
#[must_use]
pub fn is_tab_rule(content: &str) -> bool {
    matches!(content.as_bytes().first(), Some(b'-' | b'=' | b'_' | b':' | 0xE2))
        && content.split('\t').map(str::trim).filter(|cell| !cell.is_empty()).all(|cell| {
            cell.chars().all(|char| is_mark(char) && char != '*' || char == ':')
                && cell.chars().filter(|&char| is_mark(char)).count() >= 2
        })
}

/// A stretch of text without the blanks around it.
#[must_use]
pub fn trimmed(text: &str, start: usize, end: usize) -> Span {
    let stretch = text.get(start..end).unwrap_or("");
    let inner = stretch.trim_start();
    let from = start + (stretch.len() - inner.len());
    Span::new(from, from + inner.trim_end().len())
}

/// Whether the text opens an HTML table: `<table` as a whole word.
#[must_use]
pub fn opens_table(content: &str) -> bool {
    let bytes = content.as_bytes();
    bytes.get(..6).is_some_and(|start| start.eq_ignore_ascii_case(b"<table"))
        && bytes.get(6).is_none_or(|byte| matches!(byte, b'>' | b'/' | b' ' | b'\t' | b'\n' | b'\r'))
}

fn heading(content: &str) -> Option<Form> {
    let level = content.bytes().take_while(|&byte| byte == b'#').count();
    let rest = content.get(level..)?;
    if !(1..=6).contains(&level) || content.len() > HEADING_BYTES_MAX || !rest.starts_with([' ', '\u{A0}']) {
        return None;
    }
    let unclosed = rest.trim_end_matches('#');
    let title = if unclosed.ends_with(char::is_whitespace) { unclosed.trim() } else { rest.trim() };
    if title.is_empty() {
        return None;
    }
    let from = level + (rest.len() - rest.trim_start().len());
    Some(Form::Heading { level: u8::try_from(level).ok()?, from, to: from + title.len() })
}

/// At least three marks, or nothing but marks in at least two cells; with anything else it is text.
fn is_rule(content: &str) -> bool {
    let mut marks = 0;
    let mut cells = 0;
    let mut in_cell = false;
    let mut last = None;
    for char in content.chars() {
        if is_mark(char) || char == '+' {
            let same = last.is_none_or(|last| last == char || char == '+' || last == '+');
            if !same {
                return false;
            }
            marks += usize::from(char != '+');
            last = Some(char);
            cells += usize::from(!in_cell && char != '+');
            in_cell = char != '+';
        } else if char == '|' {
            in_cell = false;
        } else if char != ':' && !char.is_whitespace() {
            return false;
        }
    }
    marks >= 3 || (cells >= 2 && content.contains('|'))
}

fn is_mark(char: char) -> bool {
    matches!(char, '-' | '=' | '*' | '_' | '~' | '─' | '━' | '═' | '—' | '–')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(content: &str, expected: Form) {
        assert_eq!(form_of(content), expected, "{content}");
    }

    #[test]
    fn tells_headings() {
        check("## Area ##", Form::Heading { level: 2, from: 3, to: 7 });
        check("###### A", Form::Heading { level: 6, from: 7, to: 8 });
        check("# C#", Form::Heading { level: 1, from: 2, to: 4 });
        check("####### A", Form::Prose);
        check("#tag", Form::Prose);
        check("# #", Form::Prose);
    }

    #[test]
    fn tells_rules() {
        for rule in ["---", "***", "===", "- - -", "|---|:--|", "|-|-|", "+----+---+", "--- | ---", ":--|--:", "────"]
        {
            check(rule, Form::Rule);
        }
        for prose in ["--", "-", "+", "-*-", "--- x", "1 - 2", ":", "–"] {
            check(prose, Form::Prose);
        }
        assert!(is_tab_rule("-----\t----\t---"));
        assert!(!is_tab_rule("-\t-\t-"));
        assert!(!is_tab_rule("---\tx"));
    }

    #[test]
    fn tells_pipe_rows_and_tables() {
        check("| a | b |", Form::PipeRow);
        check("| a", Form::Prose);
        check("<TABLE border=1>", Form::Table);
        check("<tables>", Form::Prose);
    }
}
