// SPDX-License-Identifier: AGPL-3.0-or-later
//! The limits of reading files, with their units; those of the blocks are in `ambito_documents::limits`.

pub use ambito_documents::limits::{HEADING_BYTES_MAX, NESTING_MAX, ROW_CELLS_MAX, TEXT_BYTES_MAX};

/// The largest file, in bytes.
pub const FILE_BYTES_MAX: u64 = TEXT_BYTES_MAX as u64;
/// The most bytes that a workbook or a word-processor file may unpack to (512 MiB).
pub const UNPACKED_BYTES_MAX: u64 = 512 << 20;
/// The most parts of the archive of a workbook or a word-processor file.
pub const ARCHIVE_PARTS_MAX: usize = 20_000;
/// The deepest folder under a given one, in levels.
pub const FOLDER_DEPTH_MAX: usize = 32;
/// How much of a file is looked at to tell what it is, in bytes.
pub const SNIFF_BYTES: usize = 64 << 10;
/// How many lines are looked at to tell what separates the values.
pub const SNIFF_LINES: usize = 50;
/// The most lines that a quoted value of a CSV file goes over; beyond it the quote is taken as a character.
pub const QUOTED_LINES_MAX: usize = 200;
/// The longest quoted value of a CSV file, in bytes.
pub const QUOTED_BYTES_MAX: usize = 64 << 10;
/// The most empty cells that a document's spans, repeats and gaps may make (they cost the file nothing).
pub const EMPTY_CELLS_MAX: usize = 16 << 20;
/// The most columns that one cell of a web page covers.
pub const SPAN_COLUMNS_MAX: usize = 1_000;
/// The most rows that one cell of a web page covers.
pub const SPAN_ROWS_MAX: usize = 1_000;
/// The most blank rows in a row that a sheet keeps.
pub const BLANK_ROWS_MAX: u32 = 2;
/// The most cells that the repeats of filled cells and rows of a sheet may make; beyond it each is given once.
pub const REPEATED_CELLS_MAX: usize = 1 << 20;
/// The widest line that columns made of spaces are looked for in, in characters.
pub const COLUMNS_WIDTH_MAX: usize = 600;
/// The most columns that a table made of spaces may have.
pub const COLUMNS_MAX: usize = 40;
/// The most lines that one table made of spaces may have.
pub const COLUMNS_LINES_MAX: usize = 20_000;
/// How much of the list of an archive's parts is looked at, in bytes.
pub const MANIFEST_BYTES_MAX: u64 = 8 << 20;
/// The deepest element of an XML part, in levels.
pub const ELEMENT_DEPTH_MAX: usize = 4_096;
/// The longest attribute that is looked at, in bytes: names, identifiers, numbers.
pub const ATTRIBUTE_BYTES_MAX: usize = 1_024;
/// The most styles of a word-processor file.
pub const STYLES_MAX: usize = 1 << 16;
/// The longest chain of styles that are based on one another.
pub const STYLE_CHAIN_MAX: usize = 32;
/// The longest pattern of a list's numbers, in bytes.
pub const NUMBER_PATTERN_BYTES_MAX: usize = 64;
/// The most bytes that the repeated cells and rows of a word-processor file's tables may make.
pub const REPEATED_BYTES_MAX: usize = 16 << 20;
