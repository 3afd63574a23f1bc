// SPDX-License-Identifier: AGPL-3.0-or-later
//! Headings: the bookmarks of the file where it has them, else short lines by themselves whose letters are larger or
//! bolder than those of the text.

use ambito_documents::blocks::Area;
use rustc_hash::FxHashMap;

use crate::document::Context;
use crate::page::{Bookmark, Look};
use crate::prose::Paragraph;
use crate::region::Element;

/// How long a heading may be, in characters.
const HEADING_CHARS_MAX: usize = 200;
/// How many lines of writing it may have.
const HEADING_LINES_MAX: u32 = 4;
/// The lowest level.
const LEVEL_MAX: u8 = 6;

/// What headings look like in one document.
#[derive(Debug, Default)]
pub struct Headings {
    /// How the letters of running text look: of paragraphs, for tables are often set smaller.
    body: Look,
    /// The looks of headings, the highest first.
    looks: Vec<Look>,
    /// The paragraphs that bookmarks name: page and place to level.
    bookmarks: FxHashMap<(u32, Area), u8>,
    /// The level that most bookmarks give to headings of a look.
    of_look: FxHashMap<Look, u8>,
}

impl Headings {
    /// Looks for what headings look like.
    #[must_use]
    pub fn of(elements: &[Element], bookmarks: &[Bookmark], context: &Context) -> Self {
        let body = body_look(elements).unwrap_or(Look { size: context.body_size, is_bold: context.is_body_bold });
        let mut looks: Vec<Look> = Vec::new();
        for element in elements {
            if let Element::Paragraph(paragraph) = element
                && stands_out(paragraph, body)
            {
                let look = rounded(paragraph.look);
                if !looks.contains(&look) {
                    looks.push(look);
                }
            }
        }
        looks.sort_by_key(|look| (-look.size, !look.is_bold));
        let (bookmarks, of_look) = named(elements, bookmarks);
        Self { body, looks, bookmarks, of_look }
    }

    /// The level of a heading, 1 the highest; `None` for a paragraph.
    #[must_use]
    pub fn level(&self, paragraph: &Paragraph) -> Option<u8> {
        if let Some(&level) = self.bookmarks.get(&(paragraph.page, paragraph.area)) {
            return Some(level);
        }
        if !stands_out(paragraph, self.body) {
            return None;
        }
        if let Some(&level) = self.of_look.get(&rounded(paragraph.look)) {
            return Some(level);
        }
        let place = self.looks.iter().position(|&look| look == rounded(paragraph.look))?;
        Some(u8::try_from(place + 1).unwrap_or(LEVEL_MAX).min(LEVEL_MAX))
    }
}

/// The paragraphs that bookmarks name, with their levels, and the usual level of each look.
fn named(elements: &[Element], bookmarks: &[Bookmark]) -> (FxHashMap<(u32, Area), u8>, FxHashMap<Look, u8>) {
    let mut levels: FxHashMap<(u32, String), Vec<u8>> = FxHashMap::default();
    for bookmark in bookmarks {
        if let Some(page) = bookmark.page {
            levels.entry((page, folded(&bookmark.title))).or_default().push(bookmark.level.clamp(1, LEVEL_MAX));
        }
    }
    let mut candidates: FxHashMap<(u32, String), Vec<&Paragraph>> = FxHashMap::default();
    for element in elements {
        if let Element::Paragraph(paragraph) = element {
            let key = (paragraph.page, folded(&paragraph.text));
            if levels.contains_key(&key) {
                candidates.entry(key).or_default().push(paragraph);
            }
        }
    }
    let mut found = FxHashMap::default();
    let mut counts: FxHashMap<(Look, u8), usize> = FxHashMap::default();
    for (key, mut paragraphs) in candidates {
        // Of several paragraphs with the words of fewer bookmarks, those that look most like headings.
        paragraphs.sort_by_key(|paragraph| (-paragraph.look.size, !paragraph.look.is_bold));
        for (paragraph, &level) in paragraphs.iter().zip(&levels[&key]) {
            found.insert((paragraph.page, paragraph.area), level);
            *counts.entry((rounded(paragraph.look), level)).or_default() += 1;
        }
    }
    let mut counts: Vec<((Look, u8), usize)> = counts.into_iter().collect();
    counts.sort_by_key(|&((look, level), count)| (count, look.size, look.is_bold, level));
    (found, counts.into_iter().map(|((look, level), _)| (look, level)).collect())
}

fn rounded(look: Look) -> Look {
    Look { size: look.size / 50 * 50, ..look }
}

fn folded(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// How most letters of running text look: of paragraphs that are longer than headings are.
fn body_look(elements: &[Element]) -> Option<Look> {
    const LONG_CHARS: usize = 60;
    let mut letters: FxHashMap<(i32, bool), usize> = FxHashMap::default();
    for element in elements {
        if let Element::Paragraph(Paragraph { text, look, height, .. }) = element {
            let count = text.chars().count();
            if count >= LONG_CHARS && (*height > 1 || text.ends_with('.')) {
                *letters.entry((look.size / 25 * 25, look.is_bold)).or_default() += count;
            }
        }
    }
    let ((size, is_bold), _) = letters.into_iter().max_by_key(|&(look, count)| (count, look))?;
    Some(Look { size, is_bold })
}

/// Whether a paragraph looks like a heading.
fn stands_out(paragraph: &Paragraph, body: Look) -> bool {
    let larger = paragraph.look.size * 100 >= body.size * 112;
    let bolder = paragraph.look.is_bold && !body.is_bold && paragraph.look.size * 100 >= body.size * 90;
    let text = paragraph.text.as_str();
    (larger || bolder)
        && paragraph.height <= HEADING_LINES_MAX
        && text.chars().count() <= HEADING_CHARS_MAX
        && text.chars().count() >= 3
        && text.chars().any(char::is_alphabetic)
}
