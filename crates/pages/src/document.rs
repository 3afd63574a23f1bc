// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the pages of one document have in common: the size of most of its letters, how far its lines reach, the words
//! that stand whole in it.

use ambito_documents::blocks::{Margin, PageSize};
use rustc_hash::FxHashMap;

use crate::join::Lexicon;
use crate::limits::POINT;
use crate::margins::set_aside;
use crate::prepared::Prepared;

/// What the pages of one document have in common.
#[derive(Debug, Default)]
pub struct Context {
    /// The size of most letters, in hundredths of a point.
    pub body_size: i32,
    /// Whether most letters are bold.
    pub is_body_bold: bool,
    /// Words that stand whole.
    pub lexicon: Lexicon,
    /// For each size of page, how far its lines reach to the left and to the right.
    bounds: FxHashMap<(i32, i32), (i32, i32)>,
    /// What was set aside as headers and footers.
    pub margins: Vec<Margin>,
}

/// The size of most letters, and whether they are bold.
fn most_letters(pages: &[Prepared]) -> (i32, bool) {
    let mut letters: FxHashMap<(i32, bool), usize> = FxHashMap::default();
    for word in pages.iter().flat_map(|page| &page.words) {
        *letters.entry((word.look.size / 25 * 25, word.look.is_bold)).or_default() += word.text.len();
    }
    letters.into_iter().max_by_key(|&(look, count)| (count, look)).map_or((1_000, false), |(look, _)| look)
}

impl Context {
    /// Looks at all pages, and takes headers and footers off them.
    #[must_use]
    pub fn of(pages: &mut [Prepared]) -> Self {
        let mut context = Self::default();
        (context.body_size, _) = most_letters(pages);
        context.margins = set_aside(pages, context.body_size);
        (context.body_size, context.is_body_bold) = most_letters(pages);
        for page in pages.iter() {
            for line in page.lines() {
                context.lexicon.learn(&line);
            }
        }
        context.measure(pages);
        context
    }

    /// How far the lines of pages of this size reach.
    #[must_use]
    pub fn bounds(&self, size: PageSize) -> (i32, i32) {
        self.bounds.get(&(size.width, size.height)).copied().unwrap_or((0, size.width))
    }

    fn measure(&mut self, pages: &[Prepared]) {
        let mut edges: FxHashMap<(i32, i32), (Vec<i32>, Vec<i32>)> = FxHashMap::default();
        for page in pages {
            let (lefts, rights) = edges.entry((page.size.width, page.size.height)).or_default();
            for line in crate::lines::lines(page.words.clone()) {
                lefts.push(line.area.left);
                rights.push(line.area.right);
            }
        }
        for (size, (mut lefts, mut rights)) in edges {
            lefts.sort_unstable();
            rights.sort_unstable();
            // A few lines may stick out.
            let left = lefts.get(lefts.len() / 50).copied().unwrap_or(0);
            let right = rights.get(rights.len().saturating_sub(1 + rights.len() / 50)).copied().unwrap_or(size.0);
            self.bounds.insert(size, (left, right.max(left + 50 * POINT)));
        }
    }
}
