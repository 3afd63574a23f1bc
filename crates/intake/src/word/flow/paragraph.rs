// SPDX-License-Identifier: AGPL-3.0-or-later
//! One paragraph: its text as it comes, and what it is when it ends. Blanks collapse; invisible characters go.
//!
//! Bold, size and colour are not looked at: a paragraph that looks like a heading becomes prose that stands alone, which
//! is what plain texts give, and the readers of documents know headings by their words.

use super::super::signs;

/// Stands for the sign of a note, until it is known whether it is shown there; no XML can hold it.
const NOTE_SIGN: char = '\u{1}';
/// Where a page ends inside a paragraph.
pub const PAGE_END: char = '\u{C}';

/// What a paragraph is by its style and its list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// Its level as a heading.
    pub heading: Option<u8>,
    /// The number or sign before it.
    pub label: String,
    /// It is an item of a list: nothing stands between it and the next.
    pub is_item: bool,
    /// It is an entry of an index.
    pub is_index: bool,
    /// It begins on a new page.
    pub breaks_before: bool,
    /// Its end was deleted: the next paragraph goes on with it.
    pub goes_on: bool,
}

/// What is no letter inside a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A tab.
    Tab,
    /// The line ends, the paragraph does not.
    Line,
    /// The page ends.
    Page,
}

/// A note that hangs from a place.
#[derive(Clone, Debug)]
struct Note {
    sign: String,
    text: String,
}

/// A paragraph in the making.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// Its number, 1-based, over the whole document.
    pub number: u32,
    text: String,
    notes: Vec<Note>,
}

/// A paragraph that has ended.
#[derive(Clone, Debug)]
pub struct Text {
    /// Its number.
    pub number: u32,
    /// Its level as a heading.
    pub heading: Option<u8>,
    /// Whether it is an item of a list.
    pub is_item: bool,
    /// Whether it is an entry of an index.
    pub is_index: bool,
    /// Whether it begins on a new page.
    pub breaks_before: bool,
    /// Its text; tabs, line ends and page ends are in it.
    pub content: String,
    /// Its notes, each with its sign.
    pub notes: Vec<String>,
}

impl Paragraph {
    /// An empty paragraph.
    #[must_use]
    pub const fn new(number: u32) -> Self {
        Self { number, text: String::new(), notes: Vec::new() }
    }

    /// The same under another number.
    #[must_use]
    pub fn renumbered(self, number: u32) -> Self {
        Self { number, ..self }
    }

    /// How much text there is so far, in bytes.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.text.len()
    }

    /// Adds text.
    pub fn push(&mut self, text: &str) {
        for char in text.chars() {
            match signs::of_private(char).unwrap_or(char) {
                '\u{AD}' | '\u{200B}' | '\u{FEFF}' | NOTE_SIGN => {}
                '\u{2028}' => self.text.push('\n'),
                char if char.is_whitespace() => {
                    if !self.text.ends_with(' ') {
                        self.text.push(' ');
                    }
                }
                char => self.text.push(char),
            }
        }
    }

    /// Adds a tab, a line end or a page end.
    pub fn mark(&mut self, mark: Mark) {
        self.text.push(match mark {
            Mark::Tab => '\t',
            Mark::Line => '\n',
            Mark::Page => PAGE_END,
        });
    }

    /// Adds a note.
    pub fn push_note(&mut self, sign: &str, text: &str) {
        self.text.push(NOTE_SIGN);
        self.notes.push(Note { sign: sign.trim().to_owned(), text: text.to_owned() });
    }

    /// Ends the paragraph.
    #[must_use]
    pub fn finish(self, form: Form) -> Text {
        let Self { number, text, notes } = self;
        let Form { heading, label, is_item, is_index, breaks_before, goes_on: _ } = form;
        // In a title or beside a figure the sign of a note would be taken for a part of it.
        let shows_signs = heading.is_none() && ends_sentence(text.trim_end_matches([NOTE_SIGN, ' ']));
        let mut content = String::with_capacity(label.len() + 1 + text.len());
        let is_empty = text.chars().all(|char| char.is_whitespace() || char == NOTE_SIGN);
        if !is_empty && !label.is_empty() {
            content.push_str(&label);
            content.push(' ');
        }
        let mut signs = notes.iter();
        for char in text.chars() {
            match char {
                NOTE_SIGN => {
                    if let Some(note) = signs.next().filter(|_| shows_signs) {
                        content.push('[');
                        content.push_str(&note.sign);
                        content.push(']');
                    }
                }
                '\n' | '\t' | PAGE_END => {
                    content.truncate(content.trim_end_matches(' ').len());
                    content.push(char);
                }
                ' ' if content.is_empty() || content.ends_with(['\n', '\t', PAGE_END, ' ']) => {}
                char => content.push(char),
            }
        }
        content.truncate(content.trim_end_matches([' ', '\n', '\t']).len());
        let notes = notes
            .into_iter()
            .filter(|note| !note.text.is_empty())
            .map(|Note { sign, text }| format!("[{sign}] {text}"));
        Text { number, heading, is_item, is_index, breaks_before, content, notes: notes.collect() }
    }
}

impl Text {
    /// Whether nothing is to be read in it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.content.chars().all(char::is_whitespace)
    }

    /// Whether a sentence ends here.
    #[must_use]
    pub fn ends_sentence(&self) -> bool {
        self.heading.is_none()
            && ends_sentence(
                self.content.trim_end_matches(|char: char| char == ']' || char == '[' || char.is_ascii_digit()),
            )
    }
}

fn ends_sentence(text: &str) -> bool {
    text.ends_with(['.', '!', '?'])
}
