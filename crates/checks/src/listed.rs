// SPDX-License-Identifier: AGPL-3.0-or-later
//! Defects of many places that are told once, and titles cut for a sentence.

use crate::{Defect, Place, Report, Words};

/// How many other places a defect names; its message says how many there are.
pub(crate) const PLACES_MAX: usize = 500;

/// How many characters of a title a message repeats.
const TITLE_CHARS_MAX: usize = 90;

/// Reports one defect at the first of several places and names the others; the label says what stands there.
pub(crate) fn tell_once<'r>(
    report: &'r mut Report,
    places: &[(Place, &'static str)],
    message: Words,
) -> Option<&'r mut Defect> {
    let (first, rest) = places.split_first()?;
    let defect = report.find(first.0, message);
    for (place, label) in rest.iter().take(PLACES_MAX) {
        defect.see(place.line, Words::new(label));
    }
    Some(defect)
}

/// A title that fits in a sentence.
pub(crate) fn short(title: &str) -> String {
    let title = title.trim();
    match title.char_indices().nth(TITLE_CHARS_MAX) {
        None => title.to_owned(),
        Some((end, _)) => {
            let cut = title.get(..end).unwrap_or(title);
            let at = cut.rfind(' ').unwrap_or(cut.len());
            format!("{}…", cut.get(..at).unwrap_or(cut).trim_end_matches([',', ';', ':', ' ']))
        }
    }
}
