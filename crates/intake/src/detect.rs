// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a file is: told by its first bytes, then by its text, and by its name's extension only between what looks
//! alike. A PDF called `.txt` is a PDF.

use std::path::Path;

use ambito_documents::blocks::Format;

use crate::csv;
use crate::limits::SNIFF_BYTES;

/// What the bytes are before they are decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Container {
    /// A PDF document.
    Pdf,
    /// A ZIP archive: a workbook, a word-processor file, or another.
    Zip,
    /// A compound file: an old office document, or one of today locked with a password.
    Compound,
    /// A picture, a program: never text.
    Binary,
    /// Text, as far as the first bytes tell.
    Text,
}

/// How a text is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Lines of plain text or Markdown.
    Lines(Format),
    /// A web page.
    Html,
    /// Values with this separator.
    Values(u8, Format),
}

/// Tells the container by the first bytes.
#[must_use]
pub fn container_of(bytes: &[u8]) -> Container {
    const BINARY: [&[u8]; 9] = [
        b"\x89PNG",
        b"\xFF\xD8\xFF",
        b"GIF8",
        b"\x1F\x8B",
        b"\x7FELF",
        b"7z\xBC\xAF",
        b"Rar!",
        b"SQLite format 3\0",
        b"II*\0",
    ];
    let unmarked = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    if unmarked.starts_with(b"%PDF-") || (unmarked.starts_with(b"%PDF")) {
        Container::Pdf
    } else if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        Container::Zip
    } else if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        Container::Compound
    } else if BINARY.iter().any(|magic| bytes.starts_with(magic)) {
        Container::Binary
    } else {
        Container::Text
    }
}

/// Tells the layout of a text.
#[must_use]
pub fn layout_of(text: &str, name: &str) -> Layout {
    let extension =
        Path::new(name).extension().and_then(|extension| extension.to_str()).unwrap_or("").to_ascii_lowercase();
    match extension.as_str() {
        "html" | "htm" | "xhtml" => Layout::Html,
        _ if is_page(text) => Layout::Html,
        "csv" => Layout::Values(csv::separator_of(text), Format::Csv),
        "tsv" | "tab" => Layout::Values(b'\t', Format::Tsv),
        "md" | "markdown" => Layout::Lines(Format::Markdown),
        _ if csv::is_semicolons(text) => Layout::Values(b';', Format::Csv),
        _ => Layout::Lines(Format::Text),
    }
}

/// Whether a text is a web page by its first tag. Tags further on, or in the cells of a table, do not make it one.
fn is_page(text: &str) -> bool {
    let mut start = text.get(..text.floor_char_boundary(SNIFF_BYTES)).unwrap_or("").trim_start();
    while let Some(comment) = start.strip_prefix("<!--").or_else(|| start.strip_prefix("<?xml")) {
        let end = if start.starts_with("<?") { "?>" } else { "-->" };
        start = comment.split_once(end).map_or("", |(_, behind)| behind).trim_start();
    }
    ["<!doctype html", "<html", "<head>", "<body"]
        .iter()
        .any(|tag| start.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag)))
}
