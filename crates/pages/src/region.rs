// SPDX-License-Identifier: AGPL-3.0-or-later
//! One page in reading order: drawn tables, columns of prose, tables without lines, paragraphs.

use ambito_documents::blocks::Area;

use crate::breaks::join_column;
use crate::columns::division;
use crate::document::Context;
use crate::grid::Grid;
use crate::limits::NESTING_MAX;
use crate::lines::{Line, lines};
use crate::prepared::Prepared;
use crate::prose::{Paragraph, paragraphs};
use crate::table::{Table, from_grid};
use crate::words::Word;
use crate::zone::{Drawn, Stretch, stretches};

/// A piece of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Element {
    /// A table.
    Table(Table),
    /// A paragraph.
    Paragraph(Paragraph),
}

/// The pieces of a page in reading order. Words that were set aside must be gone.
#[must_use]
pub fn elements(page: &Prepared, number: u32, context: &Context) -> Vec<Element> {
    let (mut boxes, mut free) = drawn_tables(page, context);
    boxes.sort_by_key(|(area, _)| (area.top, area.left));
    free.sort_by_key(|word| (word.area.top, word.area.left));
    let bounds = context.bounds(page.size);
    let layout = Layout { drawn: Drawn { rules: &page.rules, fills: &page.fills }, context };
    let mut out = Vec::new();
    layout.region(free, boxes, bounds, 0, &mut out);
    for element in &mut out {
        match element {
            Element::Table(table) => table.rows.iter_mut().for_each(|row| row.page = number),
            Element::Paragraph(paragraph) => paragraph.page = number,
        }
    }
    out
}

/// A drawn table with what it covers.
type Boxed = (Area, Vec<Element>);

/// The drawn tables, and the words that stand in none.
fn drawn_tables(page: &Prepared, context: &Context) -> (Vec<Boxed>, Vec<Word>) {
    let mut free: Vec<Word> = page.words.clone();
    let mut boxes = Vec::new();
    for (index, grid) in page.grids.iter().enumerate() {
        let area = grid.area();
        // A frame around other tables is no table.
        let holds = |other: &Grid| {
            let inner = other.area();
            area.left <= inner.left && area.top <= inner.top && area.right >= inner.right && area.bottom >= inner.bottom
        };
        if grid.cells.len() < 2 || page.grids.iter().enumerate().any(|(other, grid)| other != index && holds(grid)) {
            continue;
        }
        let (inside, outside): (Vec<Word>, Vec<Word>) = free.into_iter().partition(|word| {
            let (x, y) =
                (i32::midpoint(word.area.left, word.area.right), i32::midpoint(word.area.top, word.area.bottom));
            (area.left..area.right).contains(&x) && (area.top..area.bottom).contains(&y)
        });
        free = outside;
        if inside.is_empty() {
            continue;
        }
        if is_layout(grid, &inside) {
            free.extend(inside);
            continue;
        }
        let mut elements = Vec::new();
        let (tables, left_over) = from_grid(grid.clone(), inside, &context.lexicon);
        free.extend(left_over);
        for table in tables {
            if table.columns.len() > 1 {
                elements.push(Element::Table(table));
            } else {
                elements.extend(boxed_text(table));
            }
        }
        boxes.push((area, elements));
    }
    (boxes, free)
}

/// Whether lines divide a page rather than a table: one of its cells holds a page of text.
fn is_layout(grid: &Grid, words: &[Word]) -> bool {
    const LINES_MAX: usize = 40;
    let mut of_cell: Vec<Vec<Word>> = vec![Vec::new(); grid.cells.len()];
    for word in words {
        let (x, y) = (i32::midpoint(word.area.left, word.area.right), i32::midpoint(word.area.top, word.area.bottom));
        if let Some(cell) = grid.cell_at(x, y) {
            of_cell[cell].push(word.clone());
        }
    }
    let filled = of_cell.iter().filter(|words| !words.is_empty()).count();
    filled <= 3 && of_cell.into_iter().any(|words| lines(words).len() > LINES_MAX)
}

/// Boxes below each other, one column wide, are paragraphs with a frame.
fn boxed_text(table: Table) -> impl Iterator<Item = Element> {
    table.rows.into_iter().flat_map(|row| {
        let height = row.height;
        row.cells.into_iter().filter(|cell| !cell.is_empty()).map(move |cell| {
            let last = cell.last;
            let look = last
                .as_ref()
                .map_or_else(Default::default, |line| crate::page::Look { size: line.size, is_bold: line.is_bold() });
            Element::Paragraph(Paragraph {
                text: cell.text,
                area: cell.area,
                look,
                height,
                is_apart: true,
                is_open: false,
                is_centred: false,
                page: 0,
                last,
                confidence: cell.confidence,
            })
        })
    })
}

struct Layout<'p> {
    drawn: Drawn<'p>,
    context: &'p Context,
}

impl Layout<'_> {
    fn region(&self, words: Vec<Word>, boxes: Vec<Boxed>, bounds: (i32, i32), depth: usize, out: &mut Vec<Element>) {
        let areas: Vec<Area> = boxes.iter().map(|(area, _)| *area).collect();
        let Some((middle, top, bottom)) = (if depth < NESTING_MAX { division(&words, &areas) } else { None }) else {
            return self.flow(words, boxes, bounds, out);
        };
        let mut parts: [(Vec<Word>, Vec<Boxed>); 4] = Default::default();
        let part_of = |area: Area| {
            let y = i32::midpoint(area.top, area.bottom);
            if y < top {
                0
            } else if y > bottom {
                3
            } else if i32::midpoint(area.left, area.right) < middle {
                1
            } else {
                2
            }
        };
        for word in words {
            parts[part_of(word.area)].0.push(word);
        }
        for one in boxes {
            parts[part_of(one.0)].1.push(one);
        }
        let mut first_left = bounds.0;
        for (place, (words, boxes)) in parts.into_iter().enumerate() {
            let extents = || {
                let left = words.iter().map(|word| word.area.left).min().unwrap_or(bounds.0);
                let right = words.iter().map(|word| word.area.right).max().unwrap_or(bounds.1);
                (left, right)
            };
            let bounds = if place == 1 || place == 2 { extents() } else { bounds };
            let mut part = Vec::new();
            self.region(words, boxes, bounds, depth + 1, &mut part);
            if place == 2 {
                // What ends the first column may go on at the head of the second.
                join_column(out, part, bounds.0 - first_left, self.context);
            } else {
                out.extend(part);
            }
            if place == 1 {
                first_left = bounds.0;
            }
        }
    }

    /// What stands below each other.
    fn flow(&self, words: Vec<Word>, boxes: Vec<Boxed>, bounds: (i32, i32), out: &mut Vec<Element>) {
        let mut rest = lines(words).into_iter().peekable();
        for (area, elements) in boxes {
            let mut above = Vec::new();
            while let Some(line) = rest.next_if(|line| i32::midpoint(line.area.top, line.area.bottom) < area.top) {
                above.push(line);
            }
            self.written(above, bounds, out);
            out.extend(elements);
        }
        self.written(rest.collect(), bounds, out);
    }

    fn written(&self, lines: Vec<Line>, bounds: (i32, i32), out: &mut Vec<Element>) {
        for stretch in stretches(lines, self.drawn, &self.context.lexicon) {
            match stretch {
                Stretch::Table(table) => out.push(Element::Table(table)),
                Stretch::Prose(lines) => {
                    let made = paragraphs(&lines, bounds.0, bounds.1, &self.context.lexicon);
                    out.extend(made.into_iter().map(Element::Paragraph));
                }
            }
        }
    }
}
