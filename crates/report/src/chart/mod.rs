// SPDX-License-Identifier: AGPL-3.0-or-later
//! Charts as SVG that stands in a page: it has a title and a description for who does not see it, and takes its width from the
//! page, so that its words are of one size on every screen and on paper.
//!
//! Invariants: colour never speaks alone (each kind of bar has a pattern of its own, each line a stroke of its own, and
//! figures stand beside them); no style and no script, which a page's policy would refuse; what people wrote is escaped;
//! as many rows as a page can bear. Deliberately absent: links and hover, since a picture has one name; the table that
//! stands with every chart is where one goes on from.

mod bars;
mod line;
mod svg;
mod timeline;
mod wrap;

pub use bars::{Bar, BarRow, Bars, Mark};
pub use line::{Line, Lines, Point};
pub use timeline::{Span, Tick, Timeline};

/// The most rows of a chart; more is a list, and the table has them.
pub const ROWS_MAX: usize = 60;

/// What a chart is called.
#[derive(Clone, Debug)]
pub struct Names {
    /// An id that nothing else on the page has.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// What one sees in it, in a sentence or two.
    pub description: String,
}

/// How a kind of bar looks, the same everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// What is spent, what is planned: full and blue.
    Full,
    /// What comes in, what was done: green with oblique strokes.
    Struck,
    /// What is allocated: ochre with dots.
    Dotted,
    /// What it costs: violet with upright strokes.
    Barred,
    /// What is too much or late: red with crossed strokes.
    Crossed,
}

impl Look {
    /// Every look.
    const ALL: [Self; 5] = [Self::Full, Self::Struck, Self::Dotted, Self::Barred, Self::Crossed];

    /// The end of its pattern's id.
    const fn word(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Struck => "struck",
            Self::Dotted => "dotted",
            Self::Barred => "barred",
            Self::Crossed => "crossed",
        }
    }

    /// Its colour, as SVG writes it.
    #[must_use]
    pub const fn colour(self) -> &'static str {
        match self {
            Self::Full => "#0059b3",
            Self::Struck => "#006b46",
            Self::Dotted => "#7a4a00",
            Self::Barred => "#5b2d8c",
            Self::Crossed => "#b3173a",
        }
    }
}
