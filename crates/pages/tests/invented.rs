// SPDX-License-Identifier: AGPL-3.0-or-later
//! Invented pages, mad ones too: laying them out does not panic, keeps what blocks promise, and loses no word.

use ambito_documents::blocks::{Area, Blocks, Places};
use ambito_pages::lay_out;
use ambito_pages::page::{Direction, Glyph, Letters, Look, Page, Rule};
use proptest::prelude::*;

const WIDTH: i32 = 59_500;
const HEIGHT: i32 = 84_200;

/// A word at a place: one glyph for each of its letters.
fn word(text: &str, left: i32, baseline: i32, look: Look, direction: Direction) -> Vec<Glyph> {
    let step = look.size / 2;
    let letters = text.chars().zip(0..);
    letters
        .map(|(letter, index)| {
            let left = left + index * step;
            let area =
                Area { left, top: baseline - look.size * 3 / 4, right: left + step, bottom: baseline + look.size / 4 };
            Glyph { text: Letters::One(letter), area, baseline, look, direction, confidence: None }
        })
        .collect()
}

fn words() -> impl Strategy<Value = Vec<(String, i32, i32, i32, bool)>> {
    let one = ("[a-zA-Z0-9.,]{1,8}", 0..50_000_i32, 1_000..84_000_i32, 400..2_000_i32, any::<bool>());
    prop::collection::vec(one, 0..60)
}

fn rules() -> impl Strategy<Value = Vec<Rule>> {
    let one = (any::<bool>(), 0..HEIGHT, 0..WIDTH, 0..WIDTH);
    let rule = |(is_level, at, a, b): (bool, i32, i32, i32)| Rule { is_level, at, from: a.min(b), to: a.max(b) };
    prop::collection::vec(one.prop_map(rule), 0..40)
}

/// Whether blocks keep what they promise.
fn assert_sound(blocks: &Blocks) {
    let Places::Pages(pages) = &blocks.places else { panic!("no pages") };
    assert_eq!(pages.lines.len(), blocks.lines.len());
    assert_eq!(pages.cells.len(), blocks.cells.len());
    assert!(blocks.cells.iter().all(|cell| blocks.text.get(cell.range()).is_some()));
    for line in &blocks.lines {
        assert!(blocks.text.get(line.span.range()).is_some());
        assert_eq!(blocks.cells(line).len(), line.cells_count as usize);
    }
    assert!(pages.lines.iter().all(|line| (1..=pages.sizes.len()).contains(&(line.page as usize))));
}

/// How often each letter and figure stands in a text.
fn count(text: impl Iterator<Item = char>) -> Vec<(char, usize)> {
    let mut all: Vec<char> = text.filter(|letter| letter.is_alphanumeric()).collect();
    all.sort_unstable();
    all.chunk_by(|a, b| a == b).map(|same| (same[0], same.len())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_word_is_lost(rows in prop::collection::vec(prop::collection::vec("[a-z]{2,7}", 1..5), 1..30), rules in rules()) {
        let look = Look { size: 1_000, is_bold: false };
        let mut page = Page { width: WIDTH, height: HEIGHT, rules, ..Page::default() };
        for (row, top) in rows.iter().zip(0..) {
            for (text, column) in row.iter().zip(0..) {
                page.glyphs.extend(word(text, 4_000 + column * 12_000, 5_000 + top * 1_500, look, Direction::Right));
            }
        }
        let blocks = lay_out(vec![page], &[]);
        assert_sound(&blocks);
        let Places::Pages(pages) = &blocks.places else { panic!("no pages") };
        let margins = pages.margins.iter().flat_map(|margin| margin.text.chars());
        let lines = blocks.lines.iter().flat_map(|line| {
            let cells = blocks.cells(line);
            let whole = std::iter::once(line.span).filter(|_| cells.is_empty());
            whole.chain(cells.iter().copied()).flat_map(|span| blocks.str(span).chars()).collect::<Vec<_>>()
        });
        prop_assert_eq!(count(lines.chain(margins)), count(rows.iter().flatten().flat_map(|text| text.chars())));
    }

    #[test]
    fn mad_pages_keep_the_promises(
        pages in prop::collection::vec((words(), rules()), 1..4),
        fill in (any::<i16>(), any::<i16>(), any::<i16>(), any::<i16>()),
        size in (-10_i32..90_000, -10_i32..90_000),
    ) {
        let directions = [Direction::Right, Direction::Down, Direction::Left, Direction::Up];
        let pages = pages
            .into_iter()
            .map(|(words, rules)| {
                let glyphs = words.iter().enumerate().flat_map(|(index, (text, left, baseline, size, is_bold))| {
                    let look = Look { size: *size, is_bold: *is_bold };
                    // Most stand upright, as on most pages.
                    let direction = if index % 5 == 0 { directions[index / 5 % 4] } else { Direction::Right };
                    word(text, *left, *baseline, look, direction)
                });
                let (left, top, right, bottom) = fill;
                let fills = vec![Area { left: left.into(), top: top.into(), right: right.into(), bottom: bottom.into() }];
                Page { width: size.0, height: size.1, glyphs: glyphs.collect(), rules, fills, ..Page::default() }
            })
            .collect();
        assert_sound(&lay_out(pages, &[]));
    }
}
