// SPDX-License-Identifier: AGPL-3.0-or-later
//! Where a page ends inside a table, a cell or a paragraph, the parts are put together again; heading rows that come
//! again on the next page are left out.

use crate::document::Context;
use crate::join::append;
use crate::limits::POINT;
use crate::lines::Line;
use crate::prose::Paragraph;
use crate::region::Element;
use crate::rows::is_figure;
use crate::table::{Filled, Row, Table};
use crate::words::Word;
use crate::zone::{Drawn, Gutter, Known, gutters_over, is_marker, table_of};

/// The most rows of headings that come again.
const HEADER_ROWS_MAX: usize = 4;
/// How far the edges of columns may differ from page to page.
const SAME_EDGE: i32 = 6 * POINT;

/// Puts the next column of a page behind the one before, which it stands to the right of by this much.
pub fn join_column(all: &mut Vec<Element>, column: Vec<Element>, offset: i32, context: &Context) {
    let shifted = column.into_iter().map(|element| shifted(element, -offset)).collect();
    let count = all.len();
    // Of a table that goes on, only the rows that are added stand in the second column.
    let mut kept = match all.last() {
        Some(Element::Table(table)) => table.rows.len(),
        _ => 0,
    };
    join_page(all, shifted, context);
    for (index, element) in all.iter_mut().enumerate().skip(count.saturating_sub(1)) {
        let rows = std::mem::take(&mut kept);
        match element {
            Element::Table(table) => table.rows.iter_mut().skip(rows).for_each(|row| row.shift(offset)),
            Element::Paragraph(paragraph) if index >= count => {
                paragraph.area.left += offset;
                paragraph.area.right += offset;
            }
            // What ended the first column.
            Element::Paragraph(_) => {}
        }
    }
}

/// The widest distance between two lines that follow each other.
fn widest_pitch(lines: &[Line]) -> i32 {
    lines.windows(2).map(|pair| pair[1].baseline - pair[0].baseline).max().unwrap_or(0)
}

fn shifted(element: Element, by: i32) -> Element {
    match element {
        Element::Table(mut table) => {
            table.rows.iter_mut().for_each(|row| row.shift(by));
            table.lines = table.lines.iter().map(|line| line.shifted(by)).collect();
            table.columns.iter_mut().for_each(|(left, right)| (*left, *right) = (*left + by, *right + by));
            Element::Table(table)
        }
        Element::Paragraph(mut paragraph) => {
            paragraph.area.left += by;
            paragraph.area.right += by;
            paragraph.last = paragraph.last.map(|line| line.shifted(by));
            Element::Paragraph(paragraph)
        }
    }
}

/// Puts the next page behind what came before.
pub fn join_page(all: &mut Vec<Element>, page: Vec<Element>, context: &Context) {
    let skipped = usize::from(begins_with_title_again(all, &page));
    let mut page = page.into_iter().skip(skipped).peekable();
    // Rows of a single text at the head of the page look like prose.
    while let (Some(Element::Table(above)), Some(Element::Paragraph(text))) = (all.last_mut(), page.peek()) {
        let row = row_of_columns(above, text, context);
        if row.is_none() && !is_row_of(above, text) {
            break;
        }
        if let Some(Element::Paragraph(text)) = page.next() {
            above.rows.push(row.unwrap_or_else(|| single(text, above.columns.len())));
        }
    }
    let Some(first) = page.next() else { return };
    match (all.last_mut(), first) {
        (Some(Element::Table(above)), Element::Table(below)) => {
            let mut widest = widest_pitch(&above.lines);
            let mut next = Some(below);
            while let Some(below) = next.take() {
                let end = below.lines.last().cloned();
                widest = widest.max(widest_pitch(&below.lines));
                if let Some(below) = join_tables(above, below, context) {
                    all.push(Element::Table(below));
                    break;
                }
                // A table without lines may have come in pieces, with no more than the space of a row between them.
                let is_near = |piece: &Table| {
                    end.as_ref().zip(piece.lines.first()).is_some_and(|(end, first)| {
                        let plain = !first.is_bold() || end.is_bold();
                        plain && (first.baseline - end.baseline) * 10 <= widest * 11
                    })
                };
                match page.next() {
                    Some(Element::Table(piece)) if is_near(&piece) => next = Some(piece),
                    Some(other) => {
                        all.push(other);
                        break;
                    }
                    None => {}
                }
            }
        }
        (Some(Element::Paragraph(above)), Element::Table(below)) => match stitched(above, &below, context) {
            Some(table) => {
                all.pop();
                all.push(Element::Table(table));
            }
            None => all.push(Element::Table(below)),
        },
        (Some(Element::Paragraph(above)), Element::Paragraph(below)) if goes_on(above, &below) => {
            append(&mut above.text, None, &below.text, None, &context.lexicon);
            above.height += below.height;
            above.is_open = below.is_open;
            above.last = below.last;
        }
        (_, first) => all.push(first),
    }
    all.extend(page);
}

/// A table without lines whose first row alone stands at the end of the page before, where it looks like a sentence.
fn stitched(above: &Paragraph, below: &Table, context: &Context) -> Option<Table> {
    const CELLS_MIN: usize = 3;
    let line = above.last.as_ref().filter(|_| above.height == 1 && !below.is_drawn)?;
    let first = below.lines.first()?;
    let pitch = below.lines.get(1).map(|second| second.baseline - first.baseline);
    let distance = below.row_gap.map(|gap| gap + line.size / 2).or(pitch).unwrap_or(line.size * 2);
    let lifted = line.moved_to(first.baseline - distance);
    let lines: Vec<_> = std::iter::once(lifted).chain(below.lines.iter().cloned()).collect();
    let gutters = gutters_over(&lines)?;
    let mut table = table_of(
        &lines,
        &gutters,
        Drawn { rules: &[], fills: &[] },
        Some(Known { row_gap: below.row_gap }),
        &context.lexicon,
    )?;
    let first = table.rows.first()?;
    let filled = first.cells.iter().filter(|cell| !cell.is_empty()).count();
    if table.rows.len() != below.rows.len() + 1 || filled < CELLS_MIN || gutters.len() + 1 < below.columns.len() {
        return None;
    }
    for (row, page) in
        table.rows.iter_mut().zip(std::iter::once(above.page).chain(below.rows.iter().map(|row| row.page)))
    {
        row.page = page;
    }
    if let Some(row) = table.rows.first_mut() {
        row.area = above.area;
        row.cells.iter_mut().for_each(|cell| {
            let height = line.area.top - cell.area.top;
            cell.area.top += height;
            cell.area.bottom += height;
        });
    }
    Some(table)
}

/// Whether a page begins with the title of the table that goes on: a heading row that stood over all its columns.
fn begins_with_title_again(all: &[Element], page: &[Element]) -> bool {
    let (
        [.., Element::Paragraph(before), Element::Table(above)],
        [Element::Paragraph(title), Element::Table(below), ..],
    ) = (all, page)
    else {
        return false;
    };
    before.text == title.text && before.look == title.look && heads_again(above, below)
}

/// Whether two tables begin with the same words, however they are divided into columns.
fn heads_again(above: &Table, below: &Table) -> bool {
    let words = |row: &Row| {
        row.cells.iter().map(|cell| cell.text.as_str()).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
    };
    let Some(first) = below.rows.first().map(words) else { return false };
    above.rows.iter().take(HEADER_ROWS_MAX).any(|row| words(row) == first)
}

/// Whether a paragraph is the rest of the one that ended the page before.
fn goes_on(above: &Paragraph, below: &Paragraph) -> bool {
    let small = below.text.chars().next().is_some_and(char::is_lowercase);
    let marker = below.text.split(' ').next().is_some_and(is_marker);
    let ends = above.text.ends_with(['.', ':', ';', '!', '?']);
    let same =
        (above.look.size - below.look.size).abs() * 20 <= above.look.size && above.look.is_bold == below.look.is_bold;
    let hyphen = above.text.ends_with('-') && !above.text.ends_with(" -");
    same && small && !marker && (above.is_open || hyphen) && !ends
}

/// Joins a table to the one that ended the page before; gives it back if it is another.
fn join_tables(above: &mut Table, mut below: Table, context: &Context) -> Option<Table> {
    if begins_anew(above, &below) {
        return Some(below);
    }
    if !same_columns(above, &below) || (!above.is_drawn && above.row_gap.is_some()) {
        let same = same_columns(above, &below);
        match refitted(above, &below, context) {
            Some(Refitted::Below(table)) => below = table,
            Some(Refitted::Above(table)) => *above = table,
            None if same => {}
            None => return Some(below),
        }
    }
    let again = repeated(&above.rows, &below.rows);
    let mut rows = below.rows.into_iter().skip(again);
    if let Some(first) = rows.next() {
        match above.rows.last_mut() {
            Some(last) if is_rest(last, &first) => add_rest(last, first, context),
            _ => above.rows.push(first),
        }
    }
    above.rows.extend(rows);
    if !above.is_drawn {
        above.lines = below.lines;
    }
    None
}

/// The row that a line alone at the head of a page makes in the columns of the table before, if its words stand in them:
/// "Totale", and two amounts.
fn row_of_columns(table: &Table, text: &Paragraph, context: &Context) -> Option<Row> {
    let line = text.last.as_ref().filter(|_| text.height == 1 && !table.is_drawn)?;
    let gutters: Vec<Gutter> = table.columns.windows(2).map(|pair| Gutter { from: pair[0].1, to: pair[1].0 }).collect();
    let none = Drawn { rules: &[], fills: &[] };
    let columns = Some(Known { row_gap: table.row_gap });
    let made = table_of(std::slice::from_ref(line), &gutters, none, columns, &context.lexicon)?;
    let mut row = made.rows.into_iter().next()?;
    let filled = row.cells.iter().filter(|cell| !cell.is_empty()).count();
    let figures = row.cells.iter().filter(|cell| is_figure(&cell.text)).count();
    row.page = text.page;
    (filled >= 2 && figures >= 1).then_some(row)
}

/// Whether a line is a row of a table without lines that has others like it: "Nota: …" below every row.
fn is_row_of(table: &Table, text: &Paragraph) -> bool {
    let word = |text: &str| text.split(' ').next().map(str::to_owned);
    !table.is_drawn
        && text.height == 1
        && table.columns.first().is_some_and(|(left, _)| (text.area.left - left).abs() <= SAME_EDGE)
        && table.rows.iter().any(|row| {
            let (first, rest) = match row.cells.split_first() {
                Some((first, rest)) => (first, rest),
                None => return false,
            };
            !first.is_empty() && rest.iter().all(Filled::is_empty) && word(&first.text) == word(&text.text)
        })
}

/// A row of a single text.
fn single(text: Paragraph, columns: usize) -> Row {
    let Paragraph { text, area, height, page, last, confidence, .. } = text;
    let mut cells = vec![Filled::default(); columns];
    if let Some(first) = cells.first_mut() {
        *first = Filled { text, area, last, right: area.right, confidence };
    }
    Row { cells, area, height, page }
}

/// Whether a table begins with a row of headings of its own.
fn begins_anew(above: &Table, below: &Table) -> bool {
    let is_heading = |row: &Row| {
        let filled: Vec<&Filled> = row.cells.iter().filter(|cell| !cell.is_empty()).collect();
        filled.len() >= 2
            && filled.iter().all(|cell| !is_figure(&cell.text) && cell.last.as_ref().is_some_and(Line::is_bold))
    };
    let headings = above.rows.iter().filter(|row| is_heading(row)).count();
    below.rows.first().is_some_and(is_heading) && headings * 3 < above.rows.len() && !heads_again(above, below)
}

fn same_columns(above: &Table, below: &Table) -> bool {
    above.is_drawn == below.is_drawn
        && above.columns.len() == below.columns.len()
        && above.columns.iter().zip(&below.columns).all(|(a, b)| {
            if above.is_drawn {
                (a.0 - b.0).abs() <= SAME_EDGE && (a.1 - b.1).abs() <= SAME_EDGE
            } else {
                a.0 < b.1 && b.0 < a.1
            }
        })
}

enum Refitted {
    Below(Table),
    Above(Table),
}

/// One of two tables without lines, divided as the other is: a page may hold rows that leave a column empty.
fn refitted(above: &Table, below: &Table, context: &Context) -> Option<Refitted> {
    if above.is_drawn || below.is_drawn {
        return None;
    }
    let fit = |table: &Table, like: &Table| {
        let row_gap = like.row_gap.or(table.row_gap);
        let gutters: Vec<Gutter> =
            like.columns.windows(2).map(|pair| Gutter { from: pair[0].1, to: pair[1].0 }).collect();
        let free = |word: &Word| {
            gutters.iter().all(|gutter| word.area.left >= gutter.from - POINT || word.area.right <= gutter.to + POINT)
        };
        // A total may stand over several columns.
        let crossing = table.lines.iter().filter(|line| !line.words.iter().all(free)).count();
        let fits = crossing * 4 <= table.lines.len();
        let none = Drawn { rules: &[], fills: &[] };
        if !fits {
            return None;
        }
        let page = table.rows.first().map_or(0, |row| row.page);
        let mut made = table_of(&table.lines, &gutters, none, Some(Known { row_gap }), &context.lexicon)?;
        made.rows.iter_mut().for_each(|row| row.page = page);
        Some(made)
    };
    if above.columns.len() >= below.columns.len() {
        fit(below, above).map(Refitted::Below)
    } else {
        let one_page = above.rows.iter().all(|row| row.page == above.rows[0].page);
        if one_page { fit(above, below).map(Refitted::Above) } else { None }
    }
}

/// How many of the first rows say what the first rows of the table say.
fn repeated(above: &[Row], below: &[Row]) -> usize {
    let same = |a: &Row, b: &Row| {
        let texts = |row: &Row| row.cells.iter().map(|cell| cell.text.clone()).collect::<Vec<_>>();
        texts(a) == texts(b)
    };
    let count = above.iter().zip(below).take(HEADER_ROWS_MAX).take_while(|(a, b)| same(a, b)).count();
    // Rows of figures are no headings.
    let is_heading = |row: &Row| row.cells.iter().filter(|cell| is_figure(&cell.text)).count() * 2 <= row.cells.len();
    below.iter().take(count).take_while(|row| is_heading(row)).count()
}

/// Whether a row is the rest of one that the end of the page divided: it only goes on texts that did not end.
fn is_rest(last: &Row, first: &Row) -> bool {
    let filled: Vec<(&Filled, &Filled)> =
        last.cells.iter().zip(&first.cells).filter(|(_, cell)| !cell.is_empty()).collect();
    let only_texts =
        filled.iter().all(|(above, cell)| !above.is_empty() && !is_figure(&cell.text) && !cell.text.starts_with('•'));
    let fewer =
        filled.len() < last.cells.iter().filter(|cell| !cell.is_empty()).count() || last.cells.len() == filled.len();
    let goes_on = filled.iter().any(|(above, cell)| {
        let small = cell.text.chars().next().is_some_and(|letter| letter.is_lowercase() || matches!(letter, '(' | '<'));
        let open = !above.text.ends_with(['.', ';', ':', '!', '?']);
        let full = above.last.as_ref().is_some_and(|line| {
            let needed = cell
                .text
                .split(' ')
                .next()
                .map_or(0, |word| i32::try_from(word.chars().count()).unwrap_or(0) * line.size / 2);
            line.area.right + needed >= above.right
        });
        // A title in capitals goes on in capitals.
        let capitals = |text: &str| text.len() > 3 && !text.chars().any(char::is_lowercase);
        let titled = filled.len() == 1 && full && capitals(&above.text) && capitals(&cell.text);
        // A bracket that is still open.
        let bracket = above.text.matches('(').count() > above.text.matches(')').count() && cell.text.contains(')');
        (open && small) || above.text.ends_with('-') || (open && titled) || bracket
    });
    !filled.is_empty() && only_texts && fewer && goes_on
}

fn add_rest(last: &mut Row, first: Row, context: &Context) {
    for (above, cell) in last.cells.iter_mut().zip(first.cells) {
        if !cell.is_empty() {
            append(&mut above.text, above.last.as_ref(), &cell.text, Some(above.right), &context.lexicon);
            above.last = cell.last;
            above.confidence = crate::table::least(above.confidence, cell.confidence);
        }
    }
}
