// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the name of a style says: word processors name their own styles in the language of who wrote the document.

/// What the name of a style says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// Heading of a level.
    Heading(u8),
    /// An entry of an index.
    Index,
    /// Neither, although it is based on a heading: the heading of an index.
    Body,
}

/// "heading 2", "Titolo2"; "toc 1", "Sommario 1". The style "Title" is none: offices give it to every line of a cover,
/// and which of them is the title is told by its words.
#[must_use]
pub fn named(name: &str) -> Option<Named> {
    const HEADINGS: [&str; 6] = ["heading", "titolo", "intestazione", "überschrift", "titre", "título"];
    const INDEXES: [&str; 6] = ["toc", "sommario", "contents", "indice", "user index", "illustration index"];
    const BODIES: [&str; 5] = ["toc heading", "titolosommario", "titolo sommario", "contents heading", "titolo indice"];
    // Inside OpenDocument names a blank is written so.
    let folded = name.trim().to_lowercase().replace("_20_", " ");
    if BODIES.contains(&folded.as_str()) {
        return Some(Named::Body);
    }
    let word = folded.trim_end_matches(|char: char| char.is_ascii_digit());
    let digits = folded.get(word.len()..)?;
    let level: u8 = digits.parse().ok().filter(|level| (1..=9).contains(level))?;
    let word = word.trim_end();
    if HEADINGS.contains(&word) {
        Some(Named::Heading(level))
    } else if INDEXES.contains(&word) {
        Some(Named::Index)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_headings() {
        for (name, expected) in [
            ("heading 1", Some(Named::Heading(1))),
            ("Titolo 3", Some(Named::Heading(3))),
            ("Titolo3", Some(Named::Heading(3))),
            ("Heading_20_2", Some(Named::Heading(2))),
            ("Titolo", None),
            ("TOC Heading", Some(Named::Body)),
            ("toc 2", Some(Named::Index)),
            ("Sommario2", Some(Named::Index)),
            ("Titolo 0", None),
            ("Normale", None),
            ("Elenco 2", None),
            ("", None),
        ] {
            assert_eq!(named(name), expected, "{name}");
        }
    }
}
