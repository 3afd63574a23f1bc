// SPDX-License-Identifier: AGPL-3.0-or-later
//! HTML tables inside a text: from a line that begins with `<table` to the end of the line of its `</table>`.

use std::ops::Range;

use memchr::{memchr, memchr_iter};

use crate::builder::Builder;
use crate::form::opens_table;
use crate::html;

/// Finds where tables end. Looks at each byte of the text once at most: behind a table that never ends, none does.
#[derive(Debug)]
pub struct Finder<'t> {
    text: &'t str,
    ends: bool,
}

impl<'t> Finder<'t> {
    /// Nothing looked at yet.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        Self { text, ends: true }
    }

    /// The bytes of the table that opens at `start`, to the end of its last line (without the line end).
    pub fn table_at(&mut self, start: usize) -> Option<Range<usize>> {
        if !self.ends {
            return None;
        }
        let bytes = self.text.as_bytes().get(start..)?;
        let mut depth = 0_usize;
        for at in memchr_iter(b'<', bytes) {
            let Some(tag) = bytes.get(at..) else { break };
            if self.text.get(start + at..).is_some_and(opens_table) {
                depth += 1;
            } else if tag.get(..7).is_some_and(|tag| tag.eq_ignore_ascii_case(b"</table")) {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    let line_end = memchr(b'\n', tag).map_or(bytes.len(), |end| at + end);
                    return Some(start..start + line_end);
                }
            }
        }
        self.ends = false;
        None
    }
}

/// Reads the table that stands from this line of the file on; gives the line behind it.
pub fn read(builder: &mut Builder<'_>, table: Range<usize>, place: u32) -> u32 {
    let source = builder.source.get(table).unwrap_or("");
    html::read_into(builder, source, place);
    place + u32::try_from(memchr_iter(b'\n', source.as_bytes()).count()).unwrap_or(0) + 1
}
