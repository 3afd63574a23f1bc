// SPDX-License-Identifier: AGPL-3.0-or-later
//! The limits of a reading, with their units. What lies beyond is told, never lost in silence.

/// The longest text of one document, in bytes (1 GiB).
pub const TEXT_BYTES_MAX: usize = 1 << 30;
/// The most cells of one row; the rest of the row is unread.
pub const ROW_CELLS_MAX: usize = 4_096;
/// The most nested tables or lists in a web page; deeper ones are read as text.
pub const NESTING_MAX: usize = 64;
/// The longest line that can be a heading, in bytes.
pub const HEADING_BYTES_MAX: usize = 600;
/// The longest label of a field, in bytes.
pub const LABEL_BYTES_MAX: usize = 200;
/// A line longer than this is no title, in bytes.
pub const TITLE_BYTES_MAX: usize = 300;
