// SPDX-License-Identifier: AGPL-3.0-or-later
//! The writing of one page: glyphs as they are drawn, each once, with the letters that the file says, or, where it says
//! nothing or cannot be right, those that its fonts say.
//!
//! Text is taken whatever its colour, white too: on a coloured ground it is what people read, and the ground may be a
//! picture. Hidden text is taken: it is the layer of letters over a scanned page. Text beside the page is not.

use ambito_pages::limits::PAGE_GLYPHS_MAX;
use ambito_pages::page::{Glyph, Letters};
use hayro_interpret::font::{Glyph as Source, GlyphRun};
use hayro_interpret::kurbo::Affine;

use crate::bold::BoldFonts;
use crate::fonts::{Fonts, Sayings, is_bold};
use crate::glyphs::glyph;
use crate::twice::Drawn;

/// What a glyph was drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Origin {
    /// A shape of a font that says which letters it holds: the font's place on this page, the shape's number.
    Shape { font: u16, number: u32 },
    /// A drawing under a number.
    Drawing { code: u32 },
    /// Another font.
    Other,
    /// It is written by the glyph before it.
    Dropped,
}

/// How a run is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stroke {
    /// Its shapes are filled, or hidden.
    Filled,
    /// Only their edges are drawn.
    Edges,
}

/// What is written on a page.
pub struct Writing<'f, 'p> {
    fonts: &'f mut Fonts,
    bold: &'f BoldFonts<'p>,
    /// From left to right and from top to bottom.
    page: (i32, i32),
    glyphs: Vec<Glyph>,
    origins: Vec<Origin>,
    sayings: Sayings,
    drawn: Drawn,
    /// The texts that open marked passages say they hold, with the glyph that each begins at.
    passages: Vec<Option<(usize, String)>>,
    /// Whether a limit left something out.
    pub is_cut: bool,
}

/// What was written, at last.
pub struct Written {
    /// The glyphs.
    pub glyphs: Vec<Glyph>,
    /// Whether letters were found by other means than the file's own words for them.
    pub is_mended: bool,
}

impl<'f, 'p> Writing<'f, 'p> {
    /// Nothing written yet, on a page of this size.
    pub fn new(page: (i32, i32), fonts: &'f mut Fonts, bold: &'f BoldFonts<'p>) -> Self {
        Self {
            fonts,
            bold,
            page,
            glyphs: Vec::new(),
            origins: Vec::new(),
            sayings: Sayings::default(),
            drawn: Drawn::default(),
            passages: Vec::new(),
            is_cut: false,
        }
    }

    /// Takes a run of glyphs.
    pub fn take(&mut self, run: &GlyphRun<'_, '_>, place: Affine, stroke: Stroke) {
        // All glyphs of a run are of one font, and asking for it is dear.
        let Some(first) = run.glyphs().first() else { return };
        let data = match &**first {
            Source::Outline(shape) => shape.font_data(),
            Source::Type3(_) => None,
        };
        let font = data.as_ref().and_then(|data| self.sayings.place(data));
        let bold = match (&data, &**first) {
            (Some(data), _) => is_bold(data.weight, data.postscript_name.as_deref()),
            (None, Source::Outline(shape)) => self.bold.has(shape),
            (None, Source::Type3(_)) => false,
        };
        for source in run.glyphs() {
            if self.glyphs.len() >= PAGE_GLYPHS_MAX {
                self.is_cut = true;
                return;
            }
            let Some(mut glyph) = glyph(source, place, bold).filter(|glyph| self.is_on_page(glyph)) else { continue };
            let origin = match &**source {
                Source::Outline(shape) => {
                    let number = shape.glyph_id().to_u32();
                    let is_unknown = glyph.text == Letters::Unknown;
                    if is_unknown && data.as_ref().is_some_and(|data| self.fonts.is_blank(data, shape)) {
                        glyph.text = Letters::One(' ');
                    }
                    font.map_or(Origin::Other, |font| Origin::Shape { font, number })
                }
                Source::Type3(drawing) => Origin::Drawing { code: drawing.char_code() },
            };
            if let Some(again) = self.drawn.again(&glyph, &self.glyphs) {
                let looks_bold = again.is_moved || stroke == Stroke::Edges;
                self.glyphs[again.index].look.is_bold |= looks_bold;
                continue;
            }
            if let Origin::Shape { font, number } = origin {
                self.sayings.note(font, number, &glyph.text);
            }
            self.drawn.note(&glyph);
            self.glyphs.push(glyph);
            self.origins.push(origin);
        }
    }

    fn is_on_page(&self, glyph: &Glyph) -> bool {
        let (width, height) = self.page;
        let area = glyph.area;
        area.right >= 0 && area.left <= width && area.bottom >= 0 && area.top <= height
    }

    /// A marked passage begins, and perhaps says which text it holds.
    pub fn open_passage(&mut self, text: Option<String>) {
        const PASSAGES_MAX: usize = 100;
        if self.passages.len() < PASSAGES_MAX {
            self.passages.push(text.map(|text| (self.glyphs.len(), text)));
        }
    }

    /// The last marked passage ends: what it says is believed of shapes that say nothing themselves.
    pub fn close_passage(&mut self) {
        let Some(Some((from, text))) = self.passages.pop() else { return };
        let Some(glyphs) = self.glyphs.get_mut(from..).filter(|glyphs| !glyphs.is_empty()) else { return };
        if glyphs.iter().all(|glyph| glyph.text != Letters::Unknown) {
            return;
        }
        if text.chars().count() == glyphs.len() {
            for (glyph, letter) in glyphs.iter_mut().zip(text.chars()) {
                glyph.text = Letters::One(letter);
            }
        } else if !text.is_empty() && !text.contains(char::is_whitespace) {
            let area = glyphs.iter().fold(glyphs[0].area, |area, glyph| area.with(glyph.area));
            glyphs[0].area = area;
            glyphs[0].text = Letters::Several(text.into_boxed_str());
            self.origins[from + 1..].fill(Origin::Dropped);
            self.origins[from] = Origin::Other;
        }
    }

    /// The glyphs with their letters.
    pub fn finish(mut self) -> Written {
        let verdicts = self.sayings.verdicts(self.fonts);
        let is_numbered = self.is_numbered();
        let mut is_mended = false;
        for (glyph, origin) in self.glyphs.iter_mut().zip(&self.origins) {
            let instead = match *origin {
                Origin::Shape { font, number } => {
                    verdicts.get(usize::from(font)).and_then(|verdict| verdict.instead(number, &glyph.text))
                }
                Origin::Drawing { code } if is_numbered && glyph.text == Letters::Unknown => {
                    numbered(code).map(Letters::One)
                }
                Origin::Drawing { .. } | Origin::Other | Origin::Dropped => None,
            };
            if let Some(instead) = instead {
                is_mended |= instead != Letters::Unknown;
                glyph.text = instead;
            }
        }
        if self.origins.contains(&Origin::Dropped) {
            let mut origins = self.origins.iter();
            self.glyphs.retain(|_| origins.next() != Some(&Origin::Dropped));
        }
        Written { glyphs: self.glyphs, is_mended }
    }

    /// Whether the drawings that nobody names are numbered as Latin-1 numbers letters: then all but a few are.
    fn is_numbered(&self) -> bool {
        let codes = || {
            self.glyphs.iter().zip(&self.origins).filter_map(|(glyph, origin)| match origin {
                Origin::Drawing { code } if glyph.text == Letters::Unknown => Some(*code),
                _ => None,
            })
        };
        let all = codes().count();
        codes().filter(|&code| numbered(code).is_none()).count() * 20 <= all
    }
}

/// The letter of a number.
fn numbered(code: u32) -> Option<char> {
    char::from_u32(code).filter(|letter| matches!(letter, ' '..='~' | '\u{A0}'..='\u{FF}'))
}
