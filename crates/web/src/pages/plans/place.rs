// SPDX-License-Identifier: AGPL-3.0-or-later
//! Where a value stands in its file, as people say it.

use crate::render::Label;
use ambito_app::plans::Place;
use ambito_domain::planning::LineNo;
use std::collections::BTreeMap;

/// The places of a page's lines; for plain text a line is its own place.
pub struct Places<'a>(BTreeMap<LineNo, &'a Place>);

impl<'a> Places<'a> {
    /// The places that were loaded.
    pub fn new(places: &'a [Place]) -> Self {
        Self(places.iter().map(|place| (place.line, place)).collect())
    }

    /// The words of a line's place.
    pub fn of(&self, line: LineNo) -> Label {
        let file_line = |line: u32| Label::key("page-line").with("line", line.to_string());
        let Some(Place { line: _, at_line, sheet, page, row }) = self.0.get(&line) else { return file_line(line) };
        match (sheet, page, row) {
            (Some(sheet), ..) => {
                Label::key("plans-place-sheet").with("sheet", sheet.as_str()).with("line", at_line.to_string())
            }
            (_, Some(page), _) => {
                Label::key("place-page-line").with("page", page.to_string()).with("line", at_line.to_string())
            }
            (_, _, Some((table, row))) => {
                Label::key("place-row").with("table", table.to_string()).with("name", row.to_string())
            }
            // A paragraph is told as a line: both are counted from the beginning of the file.
            _ => file_line(*at_line),
        }
    }
}
