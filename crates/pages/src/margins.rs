// SPDX-License-Identifier: AGPL-3.0-or-later
//! Headers and footers: lines at the edge of the page that come again at the same height on other pages, their numbers
//! aside. They are set aside and kept, not read as content.

use ambito_documents::blocks::{Area, Margin};
use rustc_hash::FxHashMap;

use crate::limits::POINT;
use crate::lines::Line;
use crate::prepared::Prepared;

/// How much of the height of a page its edges are, in hundredths.
const EDGE_SHARE: i32 = 13;
/// How many lines of each edge are looked at.
const EDGE_LINES: usize = 5;
/// How many pages a document must have for its letterhead to be told from a title.
const LETTERHEAD_PAGES: usize = 4;
/// How far two heights may differ and be the same.
const SAME_HEIGHT: i32 = 4 * POINT;

/// Takes headers and footers off the pages. `body_size` is the size of most letters, in hundredths of a point.
pub fn set_aside(pages: &mut [Prepared], body_size: i32) -> Vec<Margin> {
    let edges: Vec<Vec<(Line, bool)>> =
        pages.iter().map(|page| edge_lines(page, body_size, pages.len() >= LETTERHEAD_PAGES)).collect();
    let mut seen: FxHashMap<(String, bool), Vec<i32>> = FxHashMap::default();
    for ((page, lines), number) in pages.iter().zip(&edges).zip(1..) {
        for (line, is_top) in lines {
            for shape in shapes(&line.text(), number) {
                seen.entry((shape, *is_top)).or_default().push(height(line, *is_top, page));
            }
        }
    }
    let enough = 2.max(pages.len() * 3 / 10).min(12);
    let pages_count = pages.len();
    let mut margins = Vec::new();
    for (index, (page, lines)) in pages.iter_mut().zip(edges).enumerate() {
        let mut gone: Vec<Area> = Vec::new();
        for (line, is_top) in lines {
            let text = line.text();
            let at = height(&line, is_top, page);
            let large = line.size * 100 > body_size * 106 && !text.chars().any(|letter| letter.is_ascii_digit());
            let enough = if large { enough.max(pages_count * 6 / 10) } else { enough };
            let again = shapes(&text, i64::try_from(index + 1).unwrap_or(0)).any(|shape| {
                seen.get(&(shape, is_top))
                    .is_some_and(|all| all.iter().filter(|&&other| (other - at).abs() <= SAME_HEIGHT).count() >= enough)
            });
            if again || is_numbered(&text, index + 1, pages_count) || is_small_and_far(&line, page, body_size) {
                gone.push(line.area);
                let text = parts(&line);
                margins.push(Margin { page: u32::try_from(index + 1).unwrap_or(u32::MAX), text, area: line.area });
            }
        }
        if !gone.is_empty() {
            page.words.retain(|word| {
                !gone.iter().any(|area| {
                    area.left <= word.area.left
                        && word.area.right <= area.right
                        && area.top <= word.area.top
                        && word.area.bottom <= area.bottom
                })
            });
        }
    }
    margins
}

/// The text of a line, with tabs between its left, middle and right part.
fn parts(line: &Line) -> String {
    let mut text = String::new();
    for (index, word) in line.words.iter().enumerate() {
        if let Some(before) = index.checked_sub(1).and_then(|before| line.words.get(before)) {
            let gap = word.area.left - before.area.right;
            text.push(if gap > line.size * 2 { '\t' } else { ' ' });
        }
        text.push_str(&word.text);
    }
    text
}

/// Whether a line ends with the number of its page and of all pages: "pagina 1 di 1". It says so even where there is but
/// one page.
fn is_numbered(text: &str, page: usize, of: usize) -> bool {
    let folded = text.to_lowercase();
    ["pagina", "pag.", "page", "foglio"]
        .iter()
        .any(|word| ["di", "of", "/"].iter().any(|between| folded.ends_with(&format!("{word} {page} {between} {of}"))))
}

/// Whether a line at the very edge stands far from the text: at the outermost edge whatever its size, further in only
/// if it is smaller than the text.
fn is_small_and_far(line: &Line, page: &Prepared, body_size: i32) -> bool {
    let within = |share: i32| {
        let edge = page.size.height * share / 1_000;
        line.area.bottom <= edge || line.area.top >= page.size.height - edge
    };
    let far = page.words.iter().all(|word| {
        let apart = (word.baseline - line.baseline).abs();
        apart <= line.size / 3 || apart * 10 > line.size * 22
    });
    far && (within(58) || (within(80) && line.size * 100 <= body_size * 93))
}

/// How far a line stands from its edge.
fn height(line: &Line, is_top: bool, page: &Prepared) -> i32 {
    if is_top { line.baseline } else { page.size.height - line.baseline }
}

/// A text as it is, and once for each of its numbers with that one counted from the number of the page: "pagina 3 di 9"
/// on page 3 and "pagina 4 di 9" on page 4 have a shape in common; codes that change otherwise have none.
fn shapes(text: &str, page: i64) -> impl Iterator<Item = String> {
    const NUMBERS_MAX: usize = 6;
    let numbers = || {
        let mut from = 0;
        let bytes = text.as_bytes();
        std::iter::from_fn(move || {
            let start = from + bytes.get(from..)?.iter().position(u8::is_ascii_digit)?;
            let length = bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
            from = start + length;
            Some(start..from)
        })
    };
    std::iter::once(text.to_owned()).chain(numbers().take(NUMBERS_MAX).filter_map(move |range| {
        let number: i64 = text[range.clone()].parse().ok()?;
        // Years and codes are not pages.
        let offset = number - page;
        (offset.abs() < 1_000).then(|| format!("{}#{offset}{}", &text[..range.start], &text[range.end..]))
    }))
}

/// The lines at the upper and the lower edge that may be headers and footers.
fn edge_lines(page: &Prepared, body_size: i32, many: bool) -> Vec<(Line, bool)> {
    let edge = page.size.height * EDGE_SHARE / 100;
    let lines = page.lines();
    let in_table = |line: &Line| {
        let middle = i32::midpoint(line.area.top, line.area.bottom);
        page.grids.iter().any(|grid| {
            let area = grid.area();
            grid.cells.len() > 1 && (area.top..area.bottom).contains(&middle)
        })
    };
    let fits = |line: &Line| {
        let numbered = line.text().chars().any(|letter| letter.is_ascii_digit());
        let large = line.size * 100 > body_size * 106;
        let wide = |pair: &[crate::words::Word]| (pair[1].area.left - pair[0].area.right) * 100 > line.size * 115;
        let gaps = line.words.windows(2).filter(|pair| wide(pair)).count();
        // A letterhead may be large; it comes again word by word on most pages.
        !in_table(line) && (numbered || !large || many) && gaps <= 2
    };
    let at_top = |line: &&Line| line.area.bottom <= edge;
    let at_bottom = |line: &&Line| line.area.top >= page.size.height - edge;
    let tops = block(lines.iter().take_while(at_top), lines.iter());
    let rest = lines.len() - tops;
    let bottoms = block(lines.iter().rev().take(rest).take_while(at_bottom), lines.iter().rev());
    let top = lines.iter().take(tops).filter(|line| fits(line)).map(|line| (line.clone(), true));
    let bottom = lines.iter().rev().take(bottoms).filter(|line| fits(line)).map(|line| (line.clone(), false));
    top.chain(bottom).collect()
}

/// How many lines at an edge stand apart from the text by white space: a line that the text goes on from is text.
fn block<'l>(edge: impl Iterator<Item = &'l Line>, all: impl Iterator<Item = &'l Line>) -> usize {
    let count = edge.take(EDGE_LINES).count();
    let lines: Vec<&Line> = all.take(count + 1).collect();
    (0..count)
        .rev()
        .find(|&index| {
            let (line, next) = (lines[index], lines.get(index + 1));
            next.is_none_or(|next| (next.baseline - line.baseline).abs() * 10 > line.size * 16)
        })
        .map_or(0, |last| last + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_pages_are_told_from_others() {
        let check = |a: (&str, i64), b: (&str, i64), alike: bool| {
            let of_b: Vec<String> = shapes(b.0, b.1).collect();
            assert_eq!(shapes(a.0, a.1).any(|shape| of_b.contains(&shape)), alike, "{a:?} {b:?}");
        };
        check(("Pagina 3 di 9", 3), ("Pagina 4 di 9", 4), true);
        check(("- 17 -", 3), ("- 18 -", 4), true);
        check(("Comune di Castelvento", 3), ("Comune di Castelvento", 4), true);
        check(("Pagina 3", 3), ("Foglio 4", 4), false);
        check(("2027_PD_1102", 3), ("2027_PD_1104", 4), false);
    }
}
