// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words of the notes of a reading.

use ambito_domain::planning::{Note, NoteCode};
use ambito_i18n::Catalogue;

/// What a note says, in the language of the catalogue.
#[must_use]
pub fn message(note: &Note, catalogue: &Catalogue) -> String {
    // A reader of files names its limits by key; what a document names stays as it is printed.
    let limit = match note.code {
        NoteCode::LimitReached => catalogue.find_text(&format!("limit-{}", note.subject), &[]),
        _ => None,
    };
    let subject = limit.as_deref().unwrap_or(&note.subject);
    catalogue.text(&format!("note-{}", note.code.word()), &[("subject", subject.into())])
}
