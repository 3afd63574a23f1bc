// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the library draws a page on: takes down glyphs, straight lines, coloured areas and pictures.
#![expect(clippy::disallowed_types, reason = "the library measures pictures in floating point")]

use std::panic::resume_unwind;

use ambito_documents::blocks::Area;
use ambito_pages::limits::PAGE_RULES_MAX;
use ambito_pages::page::{Page, Rule};
use hayro_interpret::font::GlyphRun;
use hayro_interpret::kurbo::{BezPath, PathEl, Rect, Shape};
use hayro_interpret::{BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, Paint, SoftMask};
use hayro_syntax::object::{Dict, String as PdfString};

use crate::bold::BoldFonts;
use crate::fonts::Fonts;
use crate::limits::PAGE_STEPS_MAX;
use crate::measure::{area, hundredths, is_white};
use crate::outline::text_of;
use crate::writing::{Stroke, Writing};

/// How thick an area may be and still be a line, in hundredths of a point.
const THICK: i32 = 260;
/// The shortest line.
const SHORT: i32 = 150;

/// What a page is left with that draws more than the limit.
pub struct DrawsTooMuch;

/// Takes down what is drawn.
pub struct Recorder<'f, 'p> {
    /// What was drawn so far, without what is written.
    page: Page,
    writing: Writing<'f, 'p>,
    /// How much pictures cover, in hundredths of a point squared.
    pictures: i64,
    /// How many things were drawn.
    steps: usize,
}

impl<'f, 'p> Recorder<'f, 'p> {
    /// A page of this size.
    pub fn new(width: i32, height: i32, fonts: &'f mut Fonts, bold: &'f BoldFonts<'p>) -> Self {
        let page = Page { width, height, ..Page::default() };
        Self { page, writing: Writing::new((width, height), fonts, bold), pictures: 0, steps: 0 }
    }

    /// The page, and whether some of its letters were found by other means than the file's own words for them.
    pub fn finish(mut self) -> (Page, bool) {
        let all = i64::from(self.page.width) * i64::from(self.page.height);
        let share = (self.pictures * 100).checked_div(all).unwrap_or(0).clamp(0, 100);
        self.page.pictures_share = u8::try_from(share).unwrap_or(100);
        self.page.is_cut |= self.writing.is_cut;
        let written = self.writing.finish();
        self.page.glyphs = written.glyphs;
        (self.page, written.is_mended)
    }

    /// Counts what is drawn. A page that draws without end is left: whoever decodes it catches this, and tells it.
    fn step(&mut self, count: usize) {
        self.steps += count;
        if self.steps > PAGE_STEPS_MAX {
            resume_unwind(Box::new(DrawsTooMuch));
        }
    }

    /// Takes a filled rectangle: a line if it is thin, else a coloured area.
    fn filled(&mut self, covered: Area, is_seen: bool) {
        let (width, height) = (covered.right - covered.left, covered.bottom - covered.top);
        if !is_seen || width.max(height) < SHORT {
            return;
        }
        if height <= THICK && width > height {
            self.rule(Rule {
                is_level: true,
                at: i32::midpoint(covered.top, covered.bottom),
                from: covered.left,
                to: covered.right,
            });
        } else if width <= THICK {
            self.rule(Rule {
                is_level: false,
                at: i32::midpoint(covered.left, covered.right),
                from: covered.top,
                to: covered.bottom,
            });
        } else if self.page.fills.len() < PAGE_RULES_MAX {
            self.page.fills.push(covered);
        }
    }

    fn rule(&mut self, rule: Rule) {
        if self.page.rules.len() < PAGE_RULES_MAX {
            self.page.rules.push(rule);
        } else {
            self.page.is_cut = true;
        }
    }

    /// Takes the straight pieces of a stroked path.
    fn stroked(&mut self, path: &BezPath) {
        const SLANT: i32 = 50;
        let mut start = None;
        let mut last: Option<(i32, i32)> = None;
        for element in path.elements() {
            let to = match element {
                PathEl::MoveTo(point) => {
                    last = Some((hundredths(point.x), hundredths(point.y)));
                    start = last;
                    continue;
                }
                PathEl::LineTo(point) => Some((hundredths(point.x), hundredths(point.y))),
                PathEl::ClosePath => start,
                PathEl::QuadTo(_, point) | PathEl::CurveTo(_, _, point) => {
                    last = Some((hundredths(point.x), hundredths(point.y)));
                    continue;
                }
            };
            if let (Some((x0, y0)), Some((x1, y1))) = (last, to) {
                if (y0 - y1).abs() <= SLANT && (x0 - x1).abs() >= SHORT {
                    self.rule(Rule { is_level: true, at: i32::midpoint(y0, y1), from: x0.min(x1), to: x0.max(x1) });
                } else if (x0 - x1).abs() <= SLANT && (y0 - y1).abs() >= SHORT {
                    self.rule(Rule { is_level: false, at: i32::midpoint(x0, x1), from: y0.min(y1), to: y0.max(y1) });
                }
            }
            last = to;
        }
    }

    /// Takes the straight-edged pieces of a filled path.
    fn filled_path(&mut self, path: &BezPath, is_seen: bool) {
        let mut piece: Option<Rect> = None;
        let mut straight = true;
        for element in path.elements() {
            match element {
                PathEl::MoveTo(point) => {
                    if let Some(rect) = piece.take().filter(|_| straight) {
                        self.filled(area(rect), is_seen);
                    }
                    piece = Some(Rect::from_points(*point, *point));
                    straight = true;
                }
                PathEl::LineTo(point) => piece = piece.map(|rect| rect.union_pt(*point)),
                PathEl::ClosePath => {}
                PathEl::QuadTo(..) | PathEl::CurveTo(..) => straight = false,
            }
        }
        if let Some(rect) = piece.filter(|_| straight) {
            self.filled(area(rect), is_seen);
        }
    }
}

impl<'a> Device<'a> for Recorder<'_, '_> {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        const ELEMENTS_MAX: usize = 2_000;
        self.step(1);
        if path.elements().len() > ELEMENTS_MAX {
            return;
        }
        let is_seen = is_seen(&props.paint);
        let path = props.transform * path;
        match mode {
            DrawMode::Fill(_) => self.filled_path(&path, is_seen),
            DrawMode::Stroke(_) => {
                if is_seen {
                    self.stroked(&path);
                }
            }
            DrawMode::FillAndStroke(..) => {
                self.filled_path(&path, is_seen);
                if is_seen {
                    self.stroked(&path);
                }
            }
            DrawMode::Invisible => {}
        }
    }

    fn push_clip_path(&mut self, _: &ClipPath) {
        self.step(1);
    }

    fn push_clip_rect(&mut self, _: &Rect) {
        self.step(1);
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {
        self.step(1);
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        self.step(run.glyphs().len());
        let stroke = if matches!(mode, DrawMode::Stroke(_)) { Stroke::Edges } else { Stroke::Filled };
        self.writing.take(run, props.transform, stroke);
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        self.step(1);
        let size = Rect::new(0.0, 0.0, f64::from(image.width()), f64::from(image.height()));
        let covered = area((props.transform * size.to_path(0.1)).bounding_box());
        let (width, height) = (self.page.width, self.page.height);
        let across = i64::from(covered.right.min(width) - covered.left.max(0)).max(0);
        let down = i64::from(covered.bottom.min(height) - covered.top.max(0)).max(0);
        self.pictures = self.pictures.saturating_add(across * down);
    }

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}

    fn begin_marked_content(&mut self, _: &[u8], properties: Option<&Dict<'_>>) {
        self.step(1);
        let text = properties.and_then(|properties| properties.get::<PdfString<'_>>("ActualText"));
        self.writing.open_passage(text.map(|text| text_of(text.as_bytes())));
    }

    fn end_marked_content(&mut self) {
        self.writing.close_passage();
    }
}

fn is_seen(paint: &Paint<'_>) -> bool {
    match paint {
        Paint::Color(color) => !is_white(color.to_rgba().components()),
        Paint::Pattern(_) => true,
    }
}
