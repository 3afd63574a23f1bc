// SPDX-License-Identifier: AGPL-3.0-or-later
//! Which runs are bold where the library does not say which font they are written in: Type 1 fonts, and fonts that are
//! not in the file. A run is known by its first shape, which is looked for in the fonts of the page.
//!
//! Leaves out on purpose the fonts of forms that are drawn on the page, and drawn (Type 3) fonts: neither can be told.

use hayro_font::{Font, FontCache, FontGlyph};
use hayro_interpret::InterpreterSettings;
use hayro_interpret::font::OutlineGlyph;
use hayro_syntax::object::{Dict, Name};
use hayro_syntax::page::Page;

use crate::fonts::is_bold;

/// The most fonts of a page that are looked at.
const PAGE_FONTS_MAX: usize = 200;

/// The fonts of a page that the library does not name.
#[derive(Default)]
pub struct BoldFonts<'p> {
    bold: Vec<Font<'p>>,
    plain: Vec<Font<'p>>,
}

impl<'p> BoldFonts<'p> {
    /// Looks through the fonts of a page.
    pub fn of(page: &Page<'p>, cache: &FontCache<'p>, settings: &InterpreterSettings) -> Self {
        let fonts = &page.resources().fonts;
        let (bold, plain): (Vec<Dict<'p>>, Vec<Dict<'p>>) = fonts
            .keys()
            .take(PAGE_FONTS_MAX)
            .filter_map(|name| fonts.get::<Dict<'p>>(name.as_ref()))
            .filter(is_unnamed)
            .partition(is_called_bold);
        if bold.is_empty() {
            return Self::default();
        }
        let load = |dicts: Vec<Dict<'p>>| {
            let font = |dict| cache.font(dict, &settings.font_resolver, &settings.cmap_resolver);
            dicts.iter().filter_map(font).collect()
        };
        Self { bold: load(bold), plain: load(plain) }
    }

    /// Whether a shape is one of a bold font, and of no other.
    pub fn has(&self, shape: &OutlineGlyph) -> bool {
        if self.bold.is_empty() {
            return false;
        }
        let (code, wanted) = (shape.char_code(), shape.identifier());
        let is_of = |font: &Font<'p>| match font.glyph(font.map_code(code), code) {
            FontGlyph::Outline(own) => own.identifier() == wanted,
            FontGlyph::Type3(_) => false,
        };
        u8::try_from(code).is_ok() && self.bold.iter().any(is_of) && !self.plain.iter().any(is_of)
    }
}

/// Whether the library does not say the name of this font.
fn is_unnamed(font: &Dict<'_>) -> bool {
    match font.get::<Name<'_>>("Subtype").as_deref() {
        Some(b"Type1" | b"MMType1") => true,
        Some(b"TrueType") => {
            font.get::<Dict<'_>>("FontDescriptor").is_none_or(|about| !about.contains_key("FontFile2"))
        }
        _ => false,
    }
}

fn is_called_bold(font: &Dict<'_>) -> bool {
    let name = font.get::<Name<'_>>("BaseFont");
    let about = font.get::<Dict<'_>>("FontDescriptor");
    let weight = about.and_then(|about| about.get::<u32>("FontWeight"));
    is_bold(weight, name.as_deref().and_then(|name| std::str::from_utf8(name).ok()))
}
