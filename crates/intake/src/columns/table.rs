// SPDX-License-Identifier: AGPL-3.0-or-later
//! Whether a group of lines is plainly a table, and its rows.
//!
//! It is one with three rows of three filled cells that stand under one another, or with two rows of two cells where a
//! column behind the first holds only figures. Where lines have more gaps than the table has columns it is justified
//! prose.

use ambito_documents::blocks::{LineKind, Span};

use super::Member;
use super::bands::{Band, assign};
use super::segments::{Segment, is_blank, is_figure, is_nothing};
use super::wraps::{Wrapped, parts_of};
use crate::builder::Builder;

/// A line laid over the columns.
#[derive(Clone, Debug)]
pub struct Laid {
    /// Its line in the blocks.
    pub index: usize,
    /// A blank line or a page end stands above it.
    pub after_gap: bool,
    /// For each column, what stands in it.
    pub cells: Vec<Option<Segment>>,
    /// More segments than filled cells: gaps that are no columns.
    is_crushed: bool,
}

impl Laid {
    /// How many cells are filled.
    pub fn filled(&self) -> usize {
        self.cells.iter().flatten().count()
    }
}

/// What the columns hold.
#[derive(Debug)]
pub struct Columns {
    /// Where they stand.
    pub bands: Vec<Band>,
    /// Which of them hold figures.
    pub are_figures: Vec<bool>,
}

/// Makes rows of the lines if they are a table; tells whether they are.
pub fn write(above: &[Member], members: &[Member], bands: &[Band], builder: &mut Builder<'_>) -> bool {
    let text = builder.source;
    let lines: Vec<Laid> = members.iter().map(|member| lay(member, bands)).collect();
    let cell = |segment: &Segment| text.get(segment.span.range()).unwrap_or("");
    let are_figures: Vec<bool> = (0..bands.len()).map(|column| holds_figures(&lines, column, cell)).collect();
    if !is_table(&lines, &are_figures) {
        return false;
    }
    let columns = Columns { bands: bands.to_vec(), are_figures };
    for header in above {
        let header = &Member { segments: split_words(&header.segments, bands, text), ..header.clone() };
        if assign(&header.segments, bands).is_some() {
            let laid = lay(header, bands);
            write_row(&[&laid], builder);
        }
    }
    let mut from = 0;
    for wrapped in parts_of(&lines, &columns, cell) {
        match wrapped {
            Wrapped::Row(count) => {
                let parts: Vec<&Laid> = lines.iter().skip(from).take(count).collect();
                write_row(&parts, builder);
                from += count;
            }
            Wrapped::Prose => from += 1,
        }
    }
    true
}

fn lay(member: &Member, bands: &[Band]) -> Laid {
    let mut cells: Vec<Option<Segment>> = vec![None; bands.len()];
    let assigned = assign(&member.segments, bands);
    for (order, segment) in member.segments.iter().enumerate() {
        let column = assigned.as_ref().and_then(|columns| columns.get(order).copied());
        let column = column.or_else(|| bands.iter().rposition(|band| band.from <= segment.from)).unwrap_or(0);
        if let Some(cell) = cells.get_mut(column) {
            *cell = Some(cell.map_or(*segment, |first| Segment {
                from: first.from,
                to: segment.to,
                span: Span::new(first.span.start as usize, segment.span.end as usize),
            }));
        }
    }
    let filled = cells.iter().flatten().count();
    Laid { index: member.index, after_gap: member.after_gap, cells, is_crushed: member.segments.len() > filled }
}

/// A header of words so short that single blanks part them (`Gen Feb Mar`): one segment for each word, where each stands
/// over a column of its own.
fn split_words(segments: &[Segment], bands: &[Band], text: &str) -> Vec<Segment> {
    let mut split = Vec::new();
    for segment in segments {
        let mut words: Vec<Segment> = Vec::new();
        let mut from = segment.from;
        let mut start = segment.span.start as usize;
        for word in text.get(segment.span.range()).unwrap_or("").split(is_blank) {
            let to = from + word.chars().count();
            words.push(Segment { from, to, span: Span::new(start, start + word.len()) });
            from = to + 1;
            // A blank may be two bytes long (no-break space).
            start += word.len()
                + text.get(start + word.len()..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        }
        let covered = bands.iter().filter(|band| band.from < segment.to && band.to > segment.from).count();
        let is_over_columns = words.len() >= 3 && words.len() == covered && assign(&words, bands).is_some();
        split.extend(if is_over_columns { words } else { vec![*segment] });
    }
    split
}

/// At least two figures; what is none is the header, or says that there is nothing.
fn holds_figures<'t>(lines: &[Laid], column: usize, cell: impl Fn(&Segment) -> &'t str) -> bool {
    let cells = || lines.iter().filter_map(|line| line.cells.get(column).and_then(Option::as_ref)).map(&cell);
    let figures = cells().filter(|cell| is_figure(cell)).count();
    let words =
        cells().skip_while(|cell| !is_figure(cell)).filter(|cell| !is_figure(cell) && !is_nothing(cell)).count();
    let header = cells().take_while(|cell| !is_figure(cell)).count();
    figures >= 2 && words == 0 && header <= 3.min(figures)
}

fn is_table(lines: &[Laid], are_figures: &[bool]) -> bool {
    let rows = || lines.iter().filter(|line| line.filled() >= 2);
    let crushed = rows().filter(|line| line.is_crushed).count();
    if crushed * 5 > rows().count() {
        return false;
    }
    let figures = are_figures.iter().skip(1).any(|&figures| figures);
    let by_figures = figures && rows().count() >= 2;
    let by_columns = rows().filter(|line| line.filled() >= 3).count() >= 3;
    by_figures || (by_columns && are_aligned(lines, are_figures))
}

/// Most columns begin or end at the same place in most of their cells.
fn are_aligned(lines: &[Laid], are_figures: &[bool]) -> bool {
    let aligned = (0..are_figures.len())
        .filter(|&column| {
            let cells: Vec<&Segment> = lines.iter().filter_map(|line| line.cells.get(column)?.as_ref()).collect();
            let most = |edge: fn(&Segment) -> usize| {
                let mut edges: Vec<usize> = cells.iter().map(|cell| edge(cell)).collect();
                edges.sort_unstable();
                edges.chunk_by(|a, b| a == b).map(<[usize]>::len).max().unwrap_or(0)
            };
            most(|cell| cell.from).max(most(|cell| cell.to)) * 10 >= cells.len() * 6
        })
        .count();
    aligned * 3 >= are_figures.len() * 2
}

/// Makes a row of its first line, with what the others add to its cells.
fn write_row(parts: &[&Laid], builder: &mut Builder<'_>) {
    let Some((first, rest)) = parts.split_first() else { return };
    let cells_from = builder.cells.len();
    for column in 0..first.cells.len() {
        let spans: Vec<Span> =
            parts.iter().filter_map(|part| part.cells.get(column)?.as_ref()).map(|cell| cell.span).collect();
        let span = match spans.as_slice() {
            [] => builder
                .lines
                .get(first.index)
                .map_or(Span::default(), |line| Span { start: line.span.end, end: line.span.end }),
            [only] => *only,
            [..] => {
                let words: Vec<&str> = spans.iter().map(|&span| builder.str(span)).collect();
                let joined = words.join(" ");
                builder.write(&joined)
            }
        };
        builder.cells.push(span);
    }
    builder.turn_into_row(first.index, cells_from);
    for part in rest {
        if let Some(line) = builder.lines.get_mut(part.index) {
            line.kind = LineKind::Joined;
        }
    }
}
