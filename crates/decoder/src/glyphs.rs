// SPDX-License-Identifier: AGPL-3.0-or-later
//! From the library's glyphs to ours: letters, place, size, weight, direction.

use ambito_documents::blocks::Area;
use ambito_pages::page::{Direction, Glyph, Letters, Look};
use hayro_interpret::font::{Glyph as Source, PositionedGlyph};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::kurbo::Affine;

use crate::measure::{corners, length};

/// The smallest letters that are read, in hundredths of a point: smaller ones are drawn to be copied, not to be seen.
const SIZE_MIN: i32 = 100;
/// How far letters reach above and below their line, in hundredths of their size.
const ASCENT: i32 = 78;
const DESCENT: i32 = 22;

/// A glyph of a run; `None` where it is too small to be seen.
pub fn glyph(source: &PositionedGlyph<'_>, place: Affine, is_bold: bool) -> Option<Glyph> {
    let advance = match &**source {
        Source::Outline(outline) => outline.advance_width(),
        Source::Type3(shape) => shape.advance_width(),
    };
    let corners = corners(place * source.transform(), advance.unwrap_or(500.0));
    let size = length(corners.up);
    if size < SIZE_MIN {
        return None;
    }
    let (direction, baseline) = direction(corners.up, corners.origin);
    let area = cover(direction, corners.origin, corners.end, size);
    let text = match source.as_unicode() {
        Some(BfString::Char(letter)) => letters_of(letter),
        Some(BfString::String(letters)) if letters.chars().count() == 1 => {
            letters.chars().next().map_or(Letters::Unknown, letters_of)
        }
        Some(BfString::String(letters)) if letters.is_empty() => Letters::Unknown,
        Some(BfString::String(letters)) => Letters::Several(letters.into_boxed_str()),
        None => Letters::Unknown,
    };
    Some(Glyph { text, area, baseline, look: Look { size, is_bold }, direction, confidence: None })
}

/// What the file says, if it is a letter.
fn letters_of(letter: char) -> Letters {
    match letter {
        '\u{F020}' | '\t' | '\n' | '\r' => Letters::One(' '),
        // The bullets, arrows and ticks of the fonts of symbols that everybody has.
        '\u{F0B7}' | '\u{F0A7}' | '\u{F0D8}' | '\u{F0FC}' => Letters::One(letter),
        _ if is_letter(letter) => Letters::One(letter),
        _ => Letters::Unknown,
    }
}

/// Whether this says which letter it is: controls, letters of the private range and the mark of unknown letters do not.
pub fn is_letter(letter: char) -> bool {
    !letter.is_control()
        && !matches!(letter, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}' | '\u{FFFD}'..='\u{FFFF}')
}

/// Which way a line of writing runs whose letters stand in this direction, and where it stands.
fn direction(up: (i32, i32), origin: (i32, i32)) -> (Direction, i32) {
    let (x, y) = up;
    if y.abs() >= x.abs() {
        if y <= 0 { (Direction::Right, origin.1) } else { (Direction::Left, origin.1) }
    } else if x > 0 {
        (Direction::Down, origin.0)
    } else {
        (Direction::Up, origin.0)
    }
}

fn cover(direction: Direction, origin: (i32, i32), end: (i32, i32), size: i32) -> Area {
    let (ascent, descent) = (size / 100 * ASCENT + size % 100 * ASCENT / 100, size / 100 * DESCENT);
    let (left, right) = (origin.0.min(end.0), origin.0.max(end.0));
    let (top, bottom) = (origin.1.min(end.1), origin.1.max(end.1));
    match direction {
        Direction::Right => Area { left, right, top: origin.1 - ascent, bottom: origin.1 + descent },
        Direction::Left => Area { left, right, top: origin.1 - descent, bottom: origin.1 + ascent },
        Direction::Up => Area { left: origin.0 - ascent, right: origin.0 + descent, top, bottom },
        Direction::Down => Area { left: origin.0 - descent, right: origin.0 + ascent, top, bottom },
    }
}
