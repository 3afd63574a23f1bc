// SPDX-License-Identifier: AGPL-3.0-or-later
//! The limits and measures of laying out pages, with their units.

/// A point, in the hundredths that all measures are in.
pub const POINT: i32 = 100;
/// The most glyphs that one page may have; the rest is left out, and told.
pub const PAGE_GLYPHS_MAX: usize = 200_000;
/// The most drawn lines that one page may have.
pub const PAGE_RULES_MAX: usize = 20_000;
/// The most pages that one document may have.
pub const PAGES_MAX: usize = 20_000;
/// The most columns that a table may have.
pub const TABLE_COLUMNS_MAX: usize = 100;
/// The most rows of cells that a drawn table may have on one page.
pub const TABLE_ROWS_MAX: usize = 2_000;
/// How often a page is divided into columns inside columns.
pub const NESTING_MAX: usize = 6;
