// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words of the notes of a reading.

use ambito_domain::planning::Note;
use ambito_i18n::Catalogue;

/// What a note says, in the language of the catalogue.
#[must_use]
pub fn message(note: &Note, catalogue: &Catalogue) -> String {
    catalogue.text(&format!("note-{}", note.code.word()), &[("subject", note.subject.as_str().into())])
}
