// SPDX-License-Identifier: AGPL-3.0-or-later
//! A page with its glyphs made words and its drawn lines made nets: all that can be known of it without the others.

use ambito_documents::blocks::{Area, PageSize};

use crate::grid::{Grid, grids};
use crate::lines::{Line, lines};
use crate::page::{Direction, Page, Rule};
use crate::turn::{turned, upright_words};
use crate::words::{UNKNOWN, Word, words};

/// A page before it is laid out.
#[derive(Clone, Debug, Default)]
pub struct Prepared {
    /// How large it is.
    pub size: PageSize,
    /// Its words.
    pub words: Vec<Word>,
    /// Its drawn tables.
    pub grids: Vec<Grid>,
    /// Its drawn lines.
    pub rules: Vec<Rule>,
    /// Its coloured areas.
    pub fills: Vec<Area>,
    /// What was seen of its letters.
    pub letters: Letters,
    /// Whether a limit left something out.
    pub is_cut: bool,
}

/// What was seen of the letters of a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Letters {
    /// How many letters are known.
    pub known: usize,
    /// How many glyphs nobody knows the letters of.
    pub unknown: usize,
    /// How much of the page pictures cover, in hundredths.
    pub pictures_share: u8,
}

impl Letters {
    /// Whether the page is a picture of a page: a picture over most of it, and nothing else but perhaps a stamp.
    #[must_use]
    pub fn is_picture(&self) -> bool {
        const FEW_LETTERS: usize = 20;
        const STAMP_LETTERS: usize = 160;
        (self.known < FEW_LETTERS && self.pictures_share >= 40)
            || (self.known < STAMP_LETTERS && self.pictures_share >= 75)
    }

    /// Whether the file hides which letters it shows.
    #[must_use]
    pub fn is_illegible(&self) -> bool {
        self.unknown > 20 && self.unknown * 5 > self.known
    }
}

impl Prepared {
    /// Takes what is drawn on a page.
    #[must_use]
    pub fn of(page: Page) -> Self {
        let page = turned(page);
        let mut all = words(&page.glyphs, Direction::Right);
        for direction in [Direction::Up, Direction::Down, Direction::Left] {
            all.extend(upright_words(words(&page.glyphs, direction), direction));
        }
        let inside = |word: &Word| {
            word.area.right > 0 && word.area.left < page.width && word.area.bottom > 0 && word.area.top < page.height
        };
        all.retain(inside);
        let unknown = all.iter().map(|word| word.text.matches(UNKNOWN).count()).sum();
        let known = all.iter().map(|word| word.text.chars().count()).sum::<usize>() - unknown;
        Self {
            size: PageSize { width: page.width, height: page.height },
            words: all,
            grids: grids(&page.rules),
            rules: page.rules,
            fills: page.fills,
            letters: Letters { known, unknown, pictures_share: page.pictures_share },
            is_cut: page.is_cut,
        }
    }

    /// Its lines of writing over the whole width.
    #[must_use]
    pub fn lines(&self) -> Vec<Line> {
        lines(self.words.clone())
    }
}
