// SPDX-License-Identifier: AGPL-3.0-or-later
//! Forms and attachments: the values of fields that the page does not draw itself, ticked boxes, the names of attached
//! files.

use ambito_documents::blocks::Area;
use ambito_pages::page::{Direction, Glyph, Letters, Look, Page};
use hayro_interpret::kurbo::{Affine, Rect as Square, Shape};
use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, Name, Object, Rect, Stream, String as PdfString};
use hayro_syntax::page::Page as Source;

use crate::measure::area;
use crate::outline::{each_name, text_of};

/// The most fields of one page.
const FIELDS_MAX: usize = 5_000;
/// How many fields may stand above one.
const PARENTS_MAX: usize = 10;

/// The names of the files that are attached.
pub fn attachments(pdf: &Pdf) -> Vec<String> {
    const NAMES_MAX: usize = 100;
    let mut found = Vec::new();
    let tree = pdf
        .xref()
        .get::<Dict<'_>>(pdf.xref().root_id())
        .and_then(|catalogue| catalogue.get::<Dict<'_>>("Names"))
        .and_then(|names| names.get::<Dict<'_>>("EmbeddedFiles"));
    if let Some(tree) = tree {
        each_name(&tree, 0, &mut |name, target| {
            if found.len() < NAMES_MAX {
                let own = match target {
                    Object::Dict(file) => file.get::<PdfString<'_>>("UF").or_else(|| file.get::<PdfString<'_>>("F")),
                    _ => None,
                };
                found.push(own.map_or_else(|| text_of(name), |own| text_of(own.as_bytes())));
            }
        });
    }
    found
}

/// Adds what fields hold and the page does not show, and makes ticks of ticked boxes.
pub fn add_values(page: &mut Page, source: &Source<'_>, place: Affine) {
    let Some(all) = source.raw().get::<Array<'_>>("Annots") else { return };
    for field in all.iter::<Dict<'_>>().take(FIELDS_MAX) {
        if field.get::<Name<'_>>("Subtype").is_none_or(|kind| kind.as_ref() != b"Widget") {
            continue;
        }
        let Some(square) = field.get::<Rect>("Rect") else { continue };
        let square = Square::new(square.x0, square.y0, square.x1, square.y1);
        let frame = area((place * square.to_path(0.1)).bounding_box());
        match inherited(&field, "FT").and_then(Object::into_name).as_deref() {
            Some(b"Btn") => tick(page, &field, frame),
            Some(b"Tx" | b"Ch") => fill(page, &field, frame),
            _ => {}
        }
    }
}

/// The value of a field or of one above it.
fn inherited<'p>(field: &Dict<'p>, key: &str) -> Option<Object<'p>> {
    let mut field = field.clone();
    for _ in 0..PARENTS_MAX {
        if let Some(value) = field.get::<Object<'p>>(key) {
            return Some(value);
        }
        field = field.get::<Dict<'p>>("Parent")?;
    }
    None
}

/// A box that is ticked or empty; push buttons are neither.
fn tick(page: &mut Page, field: &Dict<'_>, frame: Area) {
    const PUSH_BUTTON: i32 = 1 << 16;
    if inherited(field, "Ff").and_then(Object::into_i32).unwrap_or(0) & PUSH_BUTTON != 0 {
        return;
    }
    let state = field.get::<Name<'_>>("AS").or_else(|| inherited(field, "V").and_then(Object::into_name));
    let is_ticked = state.is_some_and(|state| state.as_ref() != b"Off");
    page.glyphs.retain(|glyph| {
        let (x, y) =
            (i32::midpoint(glyph.area.left, glyph.area.right), i32::midpoint(glyph.area.top, glyph.area.bottom));
        !((frame.left..frame.right).contains(&x) && (frame.top..frame.bottom).contains(&y))
    });
    write(page, if is_ticked { "☒" } else { "☐" }, frame);
}

/// The text of a field that has no picture of its own.
fn fill(page: &mut Page, field: &Dict<'_>, frame: Area) {
    let drawn = field.get::<Dict<'_>>("AP").and_then(|states| states.get::<Stream<'_>>("N")).is_some();
    let seen = page.glyphs.iter().any(|glyph| {
        glyph.area.left >= frame.left
            && glyph.area.right <= frame.right
            && glyph.baseline > frame.top
            && glyph.baseline < frame.bottom
    });
    if drawn && seen {
        return;
    }
    let text = match inherited(field, "V") {
        Some(Object::String(text)) => text_of(text.as_bytes()),
        Some(Object::Name(name)) => text_of(name.as_ref()),
        _ => return,
    };
    let lines: Vec<&str> = text.lines().take(100).collect();
    if let [line] = lines.as_slice() {
        return write(page, line.trim(), frame);
    }
    for (index, line) in lines.into_iter().enumerate() {
        let top = frame.top + i32::try_from(index).unwrap_or(0) * 1_200;
        write(page, line.trim(), Area { top, bottom: top + 1_200, ..frame });
    }
}

/// Writes words into a frame of the page.
fn write(page: &mut Page, text: &str, frame: Area) {
    let size = (frame.bottom - frame.top).clamp(600, 1_000);
    // On the line of the label beside it; where there is none, in the middle of the frame.
    let beside = page.glyphs.iter().filter(|glyph| {
        glyph.direction == Direction::Right
            && glyph.area.right <= frame.left
            && (frame.top..frame.bottom).contains(&glyph.baseline)
    });
    let middle = i32::midpoint(frame.top, frame.bottom) + size * 28 / 100;
    let baseline = beside.max_by_key(|glyph| glyph.area.right).map_or(middle, |glyph| glyph.baseline);
    let top = baseline - size * 78 / 100;
    let mut left = frame.left;
    for word in text.split_whitespace() {
        let width = i32::try_from(word.chars().count()).unwrap_or(0) * size / 2;
        page.glyphs.push(Glyph {
            text: Letters::Several(word.into()),
            area: Area { left, top, right: left + width, bottom: top + size },
            baseline,
            look: Look { size, is_bold: false },
            direction: Direction::Right,
            confidence: None,
        });
        left += width + size / 3;
    }
}
