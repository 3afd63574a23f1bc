// SPDX-License-Identifier: AGPL-3.0-or-later
//! A page as a decoder hands it over: glyphs in the order they are drawn, drawn lines, filled areas, pictures. All
//! measures are hundredths of a point, from the top left corner of the page as it is shown.

use ambito_documents::blocks::Area;

/// What is drawn on one page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// From left to right.
    pub width: i32,
    /// From top to bottom.
    pub height: i32,
    /// The glyphs, in the order they are drawn.
    pub glyphs: Vec<Glyph>,
    /// Straight lines along the page's edges, drawn as strokes or as thin areas.
    pub rules: Vec<Rule>,
    /// Coloured areas: backgrounds of rows and cells.
    pub fills: Vec<Area>,
    /// How much of the page pictures cover, in hundredths.
    pub pictures_share: u8,
    /// Whether a limit left something of it out.
    pub is_cut: bool,
}

/// Which way the letters of a glyph run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Direction {
    /// From left to right.
    #[default]
    Right,
    /// From top to bottom.
    Down,
    /// From right to left, upside down.
    Left,
    /// From bottom to top.
    Up,
}

/// How the letters look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Look {
    /// The size, in hundredths of a point.
    pub size: i32,
    /// Whether the letters are bold.
    pub is_bold: bool,
}

/// One glyph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glyph {
    /// Its letters; nothing where the file does not say which.
    pub text: Letters,
    /// From its origin to the end of its advance, and from the descender to the ascender of its size.
    pub area: Area,
    /// Where its line of writing stands: the ordinate of the baseline, or its abscissa for letters that run up or down.
    pub baseline: i32,
    /// How it looks.
    pub look: Look,
    /// Which way it runs.
    pub direction: Direction,
    /// How sure a recogniser is of it, in hundredths; `None` where the file itself says what it is.
    pub confidence: Option<u8>,
}

/// The letters of a glyph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Letters {
    /// One letter.
    One(char),
    /// Several: a ligature, a recognised word.
    Several(Box<str>),
    /// The file does not say.
    Unknown,
}

/// A drawn line that runs along an edge of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Whether it runs from left to right.
    pub is_level: bool,
    /// Where it stands: the ordinate of a level rule, the abscissa of an upright one.
    pub at: i32,
    /// Where it begins.
    pub from: i32,
    /// Where it ends.
    pub to: i32,
}

/// An entry of the file's own table of contents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bookmark {
    /// Its words.
    pub title: String,
    /// How deep it lies, 1 the highest.
    pub level: u8,
    /// The page it leads to, 1-based; `None` where it leads nowhere.
    pub page: Option<u32>,
}
