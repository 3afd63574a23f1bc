// SPDX-License-Identifier: AGPL-3.0-or-later
//! Any glyphs, rules and areas on any pages: no panic, every span inside the text, every line on a page.

#![no_main]

use ambito_documents::blocks::{Area, Places};
use ambito_pages::lay_out;
use ambito_pages::page::{Direction, Glyph, Letters, Look, Page, Rule};
use libfuzzer_sys::fuzz_target;

/// Eight bytes are one thing on the page: what it is, how large, where.
fuzz_target!(|data: &[u8]| {
    let mut pages = vec![Page { width: 59_500, height: 84_200, ..Page::default() }];
    for &[what, size, x0, x1, y0, y1, width, letter] in data.as_chunks::<8>().0 {
        let (x, y) = (i32::from(i16::from_le_bytes([x0, x1])) * 2, i32::from(i16::from_le_bytes([y0, y1])) * 3);
        let (size, width) = (i32::from(size) * 10, i32::from(width) * 20);
        let Some(page) = pages.last_mut() else { return };
        match what % 16 {
            0 => pages.push(Page { width: x, height: y, ..Page::default() }),
            1 => page.fills.push(Area { left: x, top: y, right: x + width, bottom: y + size }),
            2 => page.rules.push(Rule { is_level: true, at: y, from: x, to: x + width }),
            3 => page.rules.push(Rule { is_level: false, at: x, from: y, to: y + width }),
            _ => page.glyphs.push(Glyph {
                text: if letter == 0 { Letters::Unknown } else { Letters::One(char::from(letter)) },
                area: Area { left: x, top: y - size, right: x + width, bottom: y },
                baseline: y,
                look: Look { size, is_bold: what & 16 != 0 },
                direction: match what >> 5 {
                    0 => Direction::Down,
                    1 => Direction::Left,
                    2 => Direction::Up,
                    _ => Direction::Right,
                },
                confidence: None,
            }),
        }
    }
    let count = pages.len();
    let blocks = lay_out(pages, &[]);
    let Places::Pages(places) = &blocks.places else { panic!("pages have places") };
    assert_eq!(places.lines.len(), blocks.lines.len());
    assert!(places.lines.iter().all(|line| (1..=count).contains(&(line.page as usize))));
    assert!(blocks.lines.iter().all(|line| blocks.text.get(line.span.range()).is_some()));
    assert!(blocks.cells.iter().all(|cell| blocks.text.get(cell.range()).is_some()));
});
