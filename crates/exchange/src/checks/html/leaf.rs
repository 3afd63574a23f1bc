// SPDX-License-Identifier: AGPL-3.0-or-later
//! Pages of a PDF in small: what is printed as light bars, cells as thin frames, the places of a finding marked.
//!
//! What the findings on one page share is drawn once, as a symbol that every card uses. Coordinates are whole points:
//! a leaf is a few centimetres wide. Invariant: a picture says in words where its mark is; beside the mark a sign in
//! the margin shows it without colour.

use super::places::Spot;
use super::{Page, severity};
use crate::checks::Source;
use crate::checks::quoted::Quoted;
use crate::page::escaped;
use crate::place;
use ambito_documents::blocks::{Area, LineKind, PageSize, Pages, Places};
use ambito_findings::{Finding, Where};
use ambito_i18n::Arg;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::{self, Write};

/// The most leaves in a report, in pages; findings on further ones are told in words.
const LEAVES_MAX: usize = 200;
/// The most bars on a leaf, in lines of the page.
const LINES_DRAWN_MAX: usize = 300;
/// The most frames on a leaf, in cells of the page.
const CELLS_DRAWN_MAX: usize = 600;
/// The most places that a finding marks on a leaf.
const PLACES_MARKED_MAX: usize = 24;
/// The longest side of a page that is drawn, in points; standards end at 14.400.
const SIDE_POINTS_MAX: i32 = 20_000;
/// A mark is at least so high and wide, in points: a figure alone would be a dot.
const MARK_POINTS_MIN: i32 = 12;

/// A page that is drawn.
#[derive(Debug, Default)]
struct Leaf {
    width: i32,
    height: i32,
    /// The strokes of the lines, as the path of a picture.
    bars: String,
    /// The frames of the cells, as the path of a picture.
    frames: String,
}

impl Leaf {
    /// A line of the page, as a bar.
    fn bar(&mut self, area: Area) {
        if !area.is_empty() {
            let [left, top, right, bottom] = in_points(area);
            put(&mut self.bars, format_args!("M{left} {}H{right}", (top + bottom) / 2));
        }
    }
}

/// The leaves of a report, by document and page.
#[derive(Debug, Default)]
pub(super) struct Leaves(BTreeMap<(usize, u32), Leaf>);

impl Leaves {
    /// The pages that findings stand on, in their order, as far as the limit goes.
    pub(super) fn of(sources: &[Source], findings: &[Finding], spots: &[Option<Spot>]) -> Self {
        let mut wanted: BTreeSet<(usize, u32)> = BTreeSet::new();
        for (finding, spot) in findings.iter().zip(spots) {
            if let (Some(page), Some(spot)) = (finding.at.page(), spot)
                && wanted.len() < LEAVES_MAX
            {
                wanted.insert((spot.source, page));
            }
        }
        let mut leaves = BTreeMap::new();
        for (index, source) in sources.iter().enumerate() {
            if let Places::Pages(pages) = &source.blocks.places {
                let of_source = wanted.range((index, 0)..=(index, u32::MAX)).map(|(_, page)| *page).collect();
                leaves.extend(drawn(source, pages, &of_source).into_iter().map(|(page, leaf)| ((index, page), leaf)));
            }
        }
        Self(leaves)
    }
}

/// The pages of a document that can be drawn.
fn drawn(source: &Source, pages: &Pages, wanted: &BTreeSet<u32>) -> BTreeMap<u32, Leaf> {
    let mut leaves: BTreeMap<u32, Leaf> = BTreeMap::new();
    let mut counts: BTreeMap<u32, (usize, usize)> = BTreeMap::new();
    for page in wanted {
        let size = (*page as usize).checked_sub(1).and_then(|at| pages.sizes.get(at));
        if let Some((width, height)) = size.and_then(measured) {
            leaves.insert(*page, Leaf { width, height, ..Leaf::default() });
        }
    }
    for (line, place) in source.blocks.lines.iter().zip(&pages.lines) {
        let Some(leaf) = leaves.get_mut(&place.page) else { continue };
        let (lines, cells) = counts.entry(place.page).or_default();
        let from = line.cells_from as usize;
        let of_row = pages.cells.get(from..from + line.cells_count as usize).unwrap_or_default();
        if line.kind == LineKind::Row && !of_row.is_empty() {
            for area in of_row.iter().filter(|area| !area.is_empty()) {
                *cells += 1;
                if *cells <= CELLS_DRAWN_MAX {
                    let [left, top, right, bottom] = in_points(*area);
                    put(&mut leaf.frames, format_args!("M{left} {top}H{right}V{bottom}H{left}z"));
                }
            }
        } else if *lines < LINES_DRAWN_MAX {
            *lines += 1;
            leaf.bar(place.area);
        }
    }
    for margin in &pages.margins {
        let Some(leaf) = leaves.get_mut(&margin.page) else { continue };
        let (lines, _) = counts.entry(margin.page).or_default();
        if *lines < LINES_DRAWN_MAX {
            *lines += 1;
            leaf.bar(margin.area);
        }
    }
    leaves
}

/// Width and height in points, where a page of that size can be drawn.
fn measured(size: &PageSize) -> Option<(i32, i32)> {
    let PageSize { width, height } = *size;
    let fits = |side: i32| Some(side / 100).filter(|side| (1..=SIDE_POINTS_MAX).contains(side));
    fits(width).zip(fits(height))
}

fn in_points(area: Area) -> [i32; 4] {
    let Area { left, top, right, bottom } = area;
    [left, top, right, bottom].map(|edge| edge.div_euclid(100).clamp(-SIDE_POINTS_MAX, SIDE_POINTS_MAX * 2))
}

/// Writes what is shared, out of sight: a symbol for each page.
pub(super) fn symbols(out: &mut impl Write, page: &Page<'_>) -> io::Result<()> {
    if page.leaves.0.is_empty() {
        return Ok(());
    }
    out.write_all(b"<svg class=\"leaves\" aria-hidden=\"true\" width=\"0\" height=\"0\">\n")?;
    for ((source, number), leaf) in &page.leaves.0 {
        let Leaf { width, height, bars, frames } = leaf;
        writeln!(
            out,
            "<symbol id=\"{}\" viewBox=\"0 0 {width} {height}\">\
             <rect class=\"leaf-paper\" width=\"{width}\" height=\"{height}\"/>\
             <path class=\"leaf-bars\" d=\"{bars}\"/><path class=\"leaf-frames\" d=\"{frames}\"/></symbol>",
            id(*source, *number),
        )?;
    }
    out.write_all(b"</svg>\n")
}

fn id(source: usize, page: u32) -> String {
    format!("leaf-{}-{page}", source + 1)
}

/// The leaf of a finding, where its page is drawn.
pub(super) fn figure(out: &mut impl Write, page: &Page<'_>, index: usize) -> io::Result<()> {
    let finding = &page.findings[index];
    let (Some(spot), Where::Page { page: number, .. }) = (page.spots[index], &finding.at) else { return Ok(()) };
    let Some(leaf) = page.leaves.0.get(&(spot.source, *number)) else { return Ok(()) };
    let Leaf { width, height, .. } = leaf;
    let marked = marked(page, finding, spot);
    let words = told(page, *number, leaf, &marked);
    let class = if width > height { "leaf wide" } else { "leaf" };
    write!(
        out,
        "<figure class=\"{class}\"><svg viewBox=\"0 0 {width} {height}\" role=\"img\"><title>{}</title>\
         <use href=\"#{}\"/>",
        escaped(&words),
        id(spot.source, *number),
    )?;
    for area in related(page, finding, spot.source, *number) {
        rect(out, area, "leaf-other")?;
    }
    for (at, area) in marked.iter().enumerate() {
        rect(out, *area, &format!("leaf-mark {}", severity::class(finding)))?;
        if at == 0 {
            let [_, top, _, bottom] = in_points(*area);
            let middle = (top + bottom) / 2;
            write!(out, "<path class=\"leaf-sign\" d=\"M0 {}L34 {middle}L0 {}z\"/>", middle - 20, middle + 20)?;
        }
    }
    let number = number.to_string();
    let caption = page.catalogue.text("place-page", &[("page", (&number).into())]);
    writeln!(out, "</svg><figcaption aria-hidden=\"true\">{}</figcaption></figure>", escaped(&caption))
}

/// What a finding marks on its page: the cells of its marks, else its own place.
fn marked(page: &Page<'_>, finding: &Finding, spot: Spot) -> Vec<Area> {
    let blocks = &page.sources[spot.source].blocks;
    let quoted = Quoted::of(blocks, spot.line);
    let short = |byte: usize| u32::try_from(byte).unwrap_or(u32::MAX);
    let of_marks = finding.marks.iter().filter_map(|mark| {
        let bytes = quoted.bytes(mark.column, mark.end_column)?;
        place::of_bytes(blocks, spot.line, short(bytes.start), short(bytes.end)).area
    });
    let mut areas: Vec<Area> = finding.at.area().into_iter().chain(of_marks).take(PLACES_MARKED_MAX).collect();
    let mut known = BTreeSet::new();
    areas.retain(|area| known.insert(in_points(*area)));
    areas
}

/// The other places of a finding on the same page.
fn related(page: &Page<'_>, finding: &Finding, source: usize, number: u32) -> Vec<Area> {
    let path = page.sources[source].reading.path.as_str();
    let here = finding.related.iter().filter(|other| other.document == path && other.at.page() == Some(number));
    here.filter_map(|other| other.at.area()).take(PLACES_MARKED_MAX).collect()
}

/// A place on the leaf, large enough to be seen.
fn rect(out: &mut impl Write, area: Area, class: &str) -> io::Result<()> {
    let [left, top, right, bottom] = in_points(area);
    let (width, height) = ((right - left).max(MARK_POINTS_MIN), (bottom - top).max(MARK_POINTS_MIN));
    let (x, y) = ((left + right - width) / 2, (top + bottom - height) / 2);
    write!(out, "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>")
}

/// `Pagina 12 in piccolo: il segno è in alto, a destra`.
fn told(page: &Page<'_>, number: u32, leaf: &Leaf, marked: &[Area]) -> String {
    let number = number.to_string();
    let Some(area) = marked.first() else {
        return page.catalogue.text("page-leaf-plain", &[("page", (&number).into())]);
    };
    let [left, top, right, bottom] = in_points(*area);
    let height = match (top + bottom) * 3 / (leaf.height * 2) {
        ..=0 => "top",
        1 => "middle",
        _ => "bottom",
    };
    let side = match (left + right) * 3 / (leaf.width * 2) {
        // A whole row is on no side.
        _ if (right - left) * 2 > leaf.width => "whole",
        ..=0 => "left",
        1 => "centre",
        _ => "right",
    };
    let args = [("page", Arg::from(&number)), ("height", height.into()), ("side", side.into())];
    page.catalogue.text("page-leaf", &args)
}

fn put(out: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing into a string cannot fail.
    let _ = out.write_fmt(text);
}
