// SPDX-License-Identifier: AGPL-3.0-or-later
//! Where a value stands in its file, as people say it.

use super::source_href;
use crate::render::Label;
use ambito_app::plans::Place;
use ambito_domain::office::PlanId;
use ambito_domain::planning::LineNo;
use serde::Serialize;
use std::collections::BTreeMap;

/// The formats whose files have paragraphs instead of lines.
const OF_PARAGRAPHS: [&str; 2] = ["docx", "odt"];

/// The places of a page's lines; for plain text a line is its own place.
pub struct Places<'a> {
    places: BTreeMap<LineNo, &'a Place>,
    has_paragraphs: bool,
    source: Option<(PlanId, i64)>,
}

/// A place, with the way to it in the source; without, where there is none.
#[derive(Clone, Debug, Serialize)]
pub struct Spot {
    href: String,
    words: Label,
}

impl<'a> Places<'a> {
    /// The places that were loaded, in a file of a format.
    pub fn new(places: &'a [Place], format: &str) -> Self {
        let places = places.iter().map(|place| (place.line, place)).collect();
        Self { places, has_paragraphs: OF_PARAGRAPHS.contains(&format), source: None }
    }

    /// The same, each leading to its line in the source of a version.
    pub fn leading_to(self, plan: PlanId, version: i64) -> Self {
        Self { source: Some((plan, version)), ..self }
    }

    /// The place of a line, and the way to it.
    pub fn spot(&self, line: LineNo) -> Spot {
        let href = self.source.map_or_else(String::new, |(plan, version)| source_href(plan, version, line));
        Spot { href, words: self.of(line) }
    }

    /// The words of a line's place.
    pub fn of(&self, line: LineNo) -> Label {
        let file_line = |line: u32| Label::key("page-line").with("line", line.to_string());
        let Some(Place { line: _, at_line, sheet, page, row }) = self.places.get(&line) else { return file_line(line) };
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
            _ if self.has_paragraphs => Label::key("place-paragraph").with("paragraph", at_line.to_string()),
            _ => file_line(*at_line),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_told_in_the_words_of_its_format() {
        let place =
            |sheet: Option<&str>, page, row| Place { line: 7, at_line: 3, sheet: sheet.map(Into::into), page, row };
        let check = |place: Place, format: &str, expected: Label| {
            assert_eq!(Places::new(&[place], format).of(7), expected);
        };
        let line = |key| Label::key(key).with("line", "3");
        check(place(None, None, None), "html", line("page-line"));
        check(place(None, None, None), "docx", Label::key("place-paragraph").with("paragraph", "3"));
        check(place(None, None, Some((2, 5))), "docx", Label::key("place-row").with("table", "2").with("name", "5"));
        check(place(None, Some(9), None), "pdf", line("place-page-line").with("page", "9"));
        check(place(Some("Spese"), None, None), "xlsx", line("plans-place-sheet").with("sheet", "Spese"));
        assert_eq!(Places::new(&[], "text").of(8), Label::key("page-line").with("line", "8"));
    }
}
