// SPDX-License-Identifier: AGPL-3.0-or-later
//! From what is drawn on pages to blocks: glyphs become words, lines, columns, paragraphs and tables in reading order,
//! each with its place. Knows nothing of the file that the pages come from, and nothing of what the words mean.
//!
//! ```text
//! Page ─▶ Prepared (words, drawn nets) ─▶ Context (all pages: headers and footers, body size, bounds)
//!                                      ─▶ elements of each page ─▶ joined over page breaks ─▶ Blocks
//! ```
//!
//! Invariants: every word of a page is in the blocks, in its margins, or told; all measures are whole hundredths
//! of a point, so that the same pages give the same blocks everywhere; no page panics, and time grows with what is
//! drawn on it.
//!
//! Absent on purpose: no threads and no decoder. The first and third step look at one page only, so whoever calls may
//! do them for several pages at once.

mod answer;
mod breaks;
mod columns;
mod document;
mod emit;
mod grid;
mod headings;
mod join;
pub mod limits;
mod lines;
mod margins;
pub mod page;
mod prepared;
mod prose;
mod region;
mod rows;
mod table;
mod turn;
mod words;
mod zone;

use ambito_documents::blocks::{Blocks, PageSize, Pages};

pub use answer::Answer;
pub use document::Context;
pub use prepared::{Letters, Prepared};
pub use region::{Element, elements};

use headings::Headings;
use page::{Bookmark, Page};

/// Lays out pages, one after the other.
#[must_use]
pub fn lay_out(pages: Vec<Page>, bookmarks: &[Bookmark]) -> Blocks {
    let mut pages: Vec<Prepared> = pages.into_iter().map(Prepared::of).collect();
    let context = Context::of(&mut pages);
    let laid = pages.iter().zip(1..).map(|(page, number)| elements(page, number, &context)).collect();
    let sizes = pages.iter().map(|page| page.size).collect();
    put_together(laid, sizes, context, bookmarks)
}

/// Puts the elements of all pages together.
#[must_use]
pub fn put_together(
    pages: Vec<Vec<Element>>,
    sizes: Vec<PageSize>,
    mut context: Context,
    bookmarks: &[Bookmark],
) -> Blocks {
    let mut all: Vec<Element> = Vec::new();
    for page in pages {
        breaks::join_page(&mut all, page, &context);
    }
    let headings = Headings::of(&all, bookmarks, &context);
    let margins = std::mem::take(&mut context.margins);
    emit::blocks(all, Pages { sizes, margins, ..Pages::default() }, &headings)
}
