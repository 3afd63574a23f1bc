// SPDX-License-Identifier: AGPL-3.0-or-later
//! The document, line by line, each finding beside its line: in the margin on a wide screen, below it on a narrow one
//! and on paper.
//!
//! Every line that is not blank has its number and its anchor; a blank one only where a finding is on it. Stretches
//! are laid out only when they come into view, so that long documents open fast.

mod form;
mod notes;
mod pieces;
mod rows;

pub(super) use pieces::without_markup;

use super::Page;
use super::places::Spot;
use crate::checks::Source;
use crate::page::escaped;
use ambito_documents::blocks::{Line, LineKind, Places};
use std::collections::HashSet;
use std::io::{self, Write};

/// About how many lines are laid out together.
const STRETCH_LINES: usize = 50;

/// A line with its number.
#[derive(Clone, Copy)]
struct Numbered<'a> {
    spot: Spot,
    line: &'a Line,
}

/// Writes the document.
pub(super) fn write(out: &mut impl Write, page: &Page<'_>, source: usize) -> io::Result<()> {
    let words = match page.sources[source].blocks.places {
        Places::Pages(_) => page.catalogue.text("page-document-hint-pages", &[]),
        Places::Paragraphs(_) => page.catalogue.text("page-document-hint-paragraphs", &[]),
        Places::Lines | Places::Mapped(_) | Places::Sheets { .. } => page.catalogue.text("page-document-hint", &[]),
    };
    writeln!(out, "<p class=\"quiet\">{}</p>\n<div class=\"document\">", escaped(&words))?;
    let lines = &page.sources[source].blocks.lines;
    let numbered: Vec<Numbered<'_>> =
        lines.iter().zip(1u32..).map(|(line, number)| Numbered { spot: Spot { source, line: number }, line }).collect();
    let targets = targets(page, source);
    let titles: HashSet<u32> =
        page.draft(source).nodes.iter().filter(|node| node.in_body).map(|node| node.line).collect();
    let mut at = 0;
    let mut in_stretch = 0;
    let mut ground = Ground::default();
    while at < numbered.len() {
        let rest = &numbered[at..];
        let taken = run_length(page, rest);
        if in_stretch == 0 {
            let ahead = taken.max(STRETCH_LINES).min(rest.len());
            writeln!(out, "<div class=\"stretch\" style=\"--lines:{ahead}\">")?;
        }
        let run = &rest[..taken];
        // Rows are counted anew on each sheet, lines on each page.
        let here = ground_of(page, run);
        if here != ground {
            ground = here;
            if let Some(name) = here.name(page) {
                writeln!(out, "<p class=\"sheet\">{}</p>", escaped(&name))?;
            }
        }
        match run.first().map(|first| first.line.kind) {
            Some(LineKind::Row) => rows::write(out, page, run)?,
            _ => run.iter().try_for_each(|line| prose(out, page, *line, &targets, &titles))?,
        }
        at += taken;
        in_stretch += taken;
        if in_stretch >= STRETCH_LINES || at == numbered.len() {
            out.write_all(b"</div>\n")?;
            in_stretch = 0;
        }
    }
    out.write_all(b"</div>\n")
}

/// How many lines make one thing: the rows of a table with what was joined to them, else one line.
fn run_length(page: &Page<'_>, rest: &[Numbered<'_>]) -> usize {
    let ground = ground_of(page, rest);
    let is_row = |line: &&Numbered<'_>| {
        matches!(line.line.kind, LineKind::Row | LineKind::Joined | LineKind::Rule)
            && ground_of(page, std::slice::from_ref(*line)) == ground
    };
    match rest.first().map(|first| first.line.kind) {
        Some(LineKind::Row) => rest.iter().take_while(is_row).count(),
        _ => 1,
    }
}

/// What lines are counted in: a sheet, a page, else the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Ground<'a> {
    sheet: Option<&'a str>,
    number: Option<u32>,
}

impl Ground<'_> {
    /// `foglio Spese`, `pagina 12`.
    fn name(self, page: &Page<'_>) -> Option<String> {
        let sheet = self.sheet.map(|sheet| page.catalogue.text("page-sheet", &[("sheet", sheet.into())]));
        sheet.or_else(|| {
            let number = self.number?.to_string();
            Some(page.catalogue.text("page-page", &[("page", (&number).into())]))
        })
    }
}

/// What the first of these lines is counted in.
fn ground_of<'a>(page: &Page<'a>, lines: &[Numbered<'_>]) -> Ground<'a> {
    let Some(first) = lines.first() else { return Ground::default() };
    let sources: &'a [Source] = page.sources;
    let place = sources[first.spot.source].blocks.places.of(first.spot.line);
    Ground { sheet: place.sheet, number: place.page }
}

/// Lines that something points to.
fn targets(page: &Page<'_>, source: usize) -> HashSet<u32> {
    let mut targets: HashSet<u32> = HashSet::new();
    for (finding, spot) in page.findings.iter().zip(&page.spots) {
        let related = finding.related.iter().filter_map(|other| page.places.of_related(other));
        targets.extend(related.chain(*spot).filter(|spot| spot.source == source).map(|spot| spot.line));
    }
    targets
}

/// A line that is no row.
fn prose(
    out: &mut impl Write,
    page: &Page<'_>,
    Numbered { spot, line }: Numbered<'_>,
    targets: &HashSet<u32>,
    titles: &HashSet<u32>,
) -> io::Result<()> {
    let found = page.on_line.get(&spot).map_or(&[][..], Vec::as_slice);
    let kind = match line.kind {
        LineKind::Blank if !targets.contains(&spot.line) => return Ok(()),
        // Where pages have numbers, those say that one ends.
        LineKind::PageBreak if !targets.contains(&spot.line) && page.located(spot).0.page().is_some() => return Ok(()),
        LineKind::PageBreak if !targets.contains(&spot.line) => return out.write_all(b"<hr>\n"),
        LineKind::Heading(_) => " heading",
        _ if titles.contains(&spot.line) => " heading",
        LineKind::Rule => " rule",
        _ => "",
    };
    let has = if found.is_empty() { "" } else { " has" };
    let text = pieces::html(page, spot, line.span, &pieces::marks(page, spot, line));
    write!(
        out,
        "<div class=\"l{kind}{has}\" id=\"{}\"><span class=\"n\">{}</span><p>{}</p>",
        spot.anchor(),
        page.number(spot),
        text.trim(),
    )?;
    if !found.is_empty() {
        write!(out, "<div class=\"margin\">{}</div>", notes::html(page, found))?;
    }
    out.write_all(b"</div>\n")
}
