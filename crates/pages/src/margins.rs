// SPDX-License-Identifier: AGPL-3.0-or-later
//! Headers and footers: lines at the edge of the page that come again at the same height on other pages, their numbers
//! aside. They are set aside and kept, not read as content.

use ambito_documents::blocks::Area;
use rustc_hash::FxHashMap;

use crate::limits::POINT;
use crate::lines::Line;
use crate::prepared::Prepared;

/// A line that was set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Margin {
    /// The page, 1-based.
    pub page: u32,
    /// Its text.
    pub text: String,
    /// What it covers.
    pub area: Area,
}

/// How much of the height of a page its edges are, in hundredths.
const EDGE_SHARE: i32 = 13;
/// How many lines of each edge are looked at.
const EDGE_LINES: usize = 5;
/// How far two heights may differ and be the same.
const SAME_HEIGHT: i32 = 4 * POINT;

/// Takes headers and footers off the pages. `body_size` is the size of most letters, in hundredths of a point.
pub fn set_aside(pages: &mut [Prepared], body_size: i32) -> Vec<Margin> {
    let edges: Vec<Vec<(Line, bool)>> = pages.iter().map(|page| edge_lines(page, body_size)).collect();
    let mut seen: FxHashMap<(String, bool), Vec<i32>> = FxHashMap::default();
    for (page, lines) in pages.iter().zip(&edges) {
        for (line, is_top) in lines {
            seen.entry((shape(&line.text()), *is_top)).or_default().push(height(line, *is_top, page));
        }
    }
    let enough = 2.max(pages.len() * 3 / 10);
    let mut margins = Vec::new();
    for (index, (page, lines)) in pages.iter_mut().zip(edges).enumerate() {
        let mut gone: Vec<Area> = Vec::new();
        for (line, is_top) in lines {
            let text = line.text();
            let at = height(&line, is_top, page);
            let again = seen
                .get(&(shape(&text), is_top))
                .is_some_and(|all| all.iter().filter(|&&other| (other - at).abs() <= SAME_HEIGHT).count() >= enough.min(12));
            if again {
                gone.push(line.area);
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

/// How far a line stands from its edge.
fn height(line: &Line, is_top: bool, page: &Prepared) -> i32 {
    if is_top { line.baseline } else { page.size.height - line.baseline }
}

/// A text with every number the same.
fn shape(text: &str) -> String {
    let mut shape = String::with_capacity(text.len());
    for letter in text.chars() {
        if !letter.is_ascii_digit() {
            shape.push(letter);
        } else if !shape.ends_with('#') {
            shape.push('#');
        }
    }
    shape
}

/// The lines at the upper and the lower edge that may be headers and footers.
fn edge_lines(page: &Prepared, body_size: i32) -> Vec<(Line, bool)> {
    let edge = page.size.height * EDGE_SHARE / 100;
    let lines = page.lines();
    let in_table = |line: &Line| {
        let middle = i32::midpoint(line.area.top, line.area.bottom);
        page.grids.iter().any(|grid| {
            let area = grid.area();
            grid.cells.len() > 1 && (area.top..area.bottom).contains(&middle)
        })
    };
    let fits = |line: &Line, next: Option<&Line>| {
        let text = line.text();
        let numbered = text.chars().any(|letter| letter.is_ascii_digit());
        let large = line.size * 100 > body_size * 106;
        // A row of headings stands close to what it heads.
        let far = next.is_none_or(|next| (next.baseline - line.baseline).abs() * 10 > line.size * 16);
        let gaps = line
            .words
            .windows(2)
            .filter(|pair| (pair[1].area.left - pair[0].area.right) * 100 > line.size * 115)
            .count();
        !in_table(line) && (numbered || !large) && (far || gaps == 0) && gaps <= 2
    };
    let mut out = Vec::new();
    let tops = lines.iter().take(EDGE_LINES).take_while(|line| line.area.bottom <= edge).count();
    for (index, line) in lines.iter().take(tops).enumerate() {
        if fits(line, lines.get(index + 1)) {
            out.push((line.clone(), true));
        }
    }
    let bottoms =
        lines.iter().rev().take(EDGE_LINES).take_while(|line| line.area.top >= page.size.height - edge).count();
    for index in (lines.len() - bottoms.min(lines.len() - tops)..lines.len()).rev() {
        let line = &lines[index];
        if fits(line, index.checked_sub(1).and_then(|above| lines.get(above))) {
            out.push((line.clone(), false));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_all_the_same() {
        assert_eq!(shape("Pagina 12 di 340"), shape("Pagina 3 di 9"));
        assert_ne!(shape("Pagina 3"), shape("Foglio 3"));
    }
}
