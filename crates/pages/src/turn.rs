// SPDX-License-Identifier: AGPL-3.0-or-later
//! Pages and words that run another way: a page whose writing runs up or down is turned until it can be read; single
//! headings that stand upright in a table become words in their place.

use ambito_documents::blocks::Area;

use crate::page::{Direction, Glyph, Page, Rule};
use crate::words::Word;

/// The page with most of its writing from left to right.
#[must_use]
pub fn turned(page: Page) -> Page {
    let count = |direction: Direction| page.glyphs.iter().filter(|glyph| glyph.direction == direction).count();
    let main = [Direction::Right, Direction::Up, Direction::Down, Direction::Left]
        .into_iter()
        .max_by_key(|&direction| (count(direction), direction == Direction::Right))
        .unwrap_or_default();
    if main == Direction::Right || count(main) * 2 <= page.glyphs.len() {
        return page;
    }
    let Page { width, height, glyphs, rules, fills, pictures_share, is_cut } = page;
    let turn = Turn { width, height, main };
    let (width, height) = if main == Direction::Left { (width, height) } else { (height, width) };
    Page {
        width,
        height,
        glyphs: glyphs
            .into_iter()
            .map(|glyph| Glyph {
                area: turn.area(glyph.area),
                baseline: turn.baseline(glyph.baseline, glyph.direction),
                direction: turn.direction(glyph.direction),
                ..glyph
            })
            .collect(),
        rules: rules.into_iter().map(|rule| turn.rule(rule)).collect(),
        fills: fills.into_iter().map(|fill| turn.area(fill)).collect(),
        pictures_share,
        is_cut,
    }
}

/// A turn that makes what runs in `main` run from left to right.
struct Turn {
    width: i32,
    height: i32,
    main: Direction,
}

impl Turn {
    fn point(&self, x: i32, y: i32) -> (i32, i32) {
        match self.main {
            Direction::Right => (x, y),
            Direction::Up => (self.height - y, x),
            Direction::Down => (y, self.width - x),
            Direction::Left => (self.width - x, self.height - y),
        }
    }

    fn area(&self, area: Area) -> Area {
        let (a, b) = self.point(area.left, area.top);
        let (c, d) = self.point(area.right, area.bottom);
        Area { left: a.min(c), top: b.min(d), right: a.max(c), bottom: b.max(d) }
    }

    fn rule(&self, rule: Rule) -> Rule {
        let ends = if rule.is_level {
            (self.point(rule.from, rule.at), self.point(rule.to, rule.at))
        } else {
            (self.point(rule.at, rule.from), self.point(rule.at, rule.to))
        };
        let ((a, b), (c, d)) = ends;
        if rule.is_level == (self.main == Direction::Left || self.main == Direction::Right) {
            Rule { is_level: true, at: b, from: a.min(c), to: a.max(c) }
        } else {
            Rule { is_level: false, at: a, from: b.min(d), to: b.max(d) }
        }
    }

    fn direction(&self, direction: Direction) -> Direction {
        const ROUND: [Direction; 4] = [Direction::Right, Direction::Down, Direction::Left, Direction::Up];
        let place = |direction| ROUND.iter().position(|&other| other == direction).unwrap_or(0);
        ROUND[(place(direction) + 4 - place(self.main)) % 4]
    }

    fn baseline(&self, baseline: i32, direction: Direction) -> i32 {
        let (x, y) = match direction {
            Direction::Right | Direction::Left => self.point(0, baseline),
            Direction::Up | Direction::Down => self.point(baseline, 0),
        };
        match self.direction(direction) {
            Direction::Right | Direction::Left => y,
            Direction::Up | Direction::Down => x,
        }
    }
}

/// Words that run up or down, those of one line joined to one word in its place.
#[must_use]
pub fn upright_words(mut words: Vec<Word>, direction: Direction) -> Vec<Word> {
    let along = |word: &Word| match direction {
        Direction::Up => -word.area.bottom,
        Direction::Down => word.area.top,
        Direction::Left => -word.area.right,
        Direction::Right => word.area.left,
    };
    words.sort_by_key(|word| (word.baseline, along(word)));
    let mut out: Vec<(Word, i32)> = Vec::new();
    for word in words {
        let end = match direction {
            Direction::Up => -word.area.top,
            Direction::Down => word.area.bottom,
            Direction::Left => -word.area.left,
            Direction::Right => word.area.right,
        };
        match out.last_mut() {
            Some((open, last))
                if (word.baseline - open.baseline).abs() * 5 <= word.look.size
                    && along(&word) - *last <= word.look.size =>
            {
                open.text.push(' ');
                open.text.push_str(&word.text);
                open.area = open.area.with(word.area);
                *last = end;
            }
            _ => out.push((word, end)),
        }
    }
    out.into_iter()
        .map(|(word, _)| {
            let middle = i32::midpoint(word.area.top, word.area.bottom);
            Word { baseline: middle + word.look.size / 4, ..word }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{Letters, Look};

    /// The same word on a page of 600 × 800 points, written in this direction.
    fn page(direction: Direction) -> Page {
        let letters: Vec<char> = "uno".chars().collect();
        let glyphs = letters
            .iter()
            .enumerate()
            .map(|(index, &letter)| {
                let step = i32::try_from(index).unwrap() * 500;
                let (area, baseline) = match direction {
                    Direction::Right => ((10_000 + step, 9_200, 10_500 + step, 10_200), 10_000),
                    Direction::Left => ((9_500 - step, 9_800, 10_000 - step, 10_800), 10_000),
                    Direction::Up => ((9_200, 9_500 - step, 10_200, 10_000 - step), 10_000),
                    Direction::Down => ((9_800, 10_000 + step, 10_800, 10_500 + step), 10_000),
                };
                let (left, top, right, bottom) = area;
                Glyph {
                    text: Letters::One(letter),
                    area: Area { left, top, right, bottom },
                    baseline,
                    look: Look { size: 1_000, is_bold: false },
                    direction,
                    confidence: None,
                }
            })
            .collect();
        Page { width: 60_000, height: 80_000, glyphs, ..Page::default() }
    }

    #[test]
    fn a_page_is_turned_until_it_can_be_read() {
        for direction in [Direction::Right, Direction::Left, Direction::Up, Direction::Down] {
            let turned = turned(page(direction));
            let made = crate::words::words(&turned.glyphs, Direction::Right);
            assert_eq!(made.len(), 1, "{direction:?}");
            assert_eq!(made[0].text, "uno", "{direction:?}");
            let lies = matches!(direction, Direction::Up | Direction::Down);
            assert_eq!(turned.width > turned.height, lies, "{direction:?}");
            // The baseline lies inside the letters.
            assert!((made[0].area.top..=made[0].area.bottom).contains(&made[0].baseline), "{direction:?}");
        }
    }
}
