// SPDX-License-Identifier: AGPL-3.0-or-later
//! The addresses of reviews and the anchors on their pages, said in one place.

use ambito_app::Error;
use ambito_domain::office::DocumentId;
use ambito_domain::planning::LineNo;
use ambito_domain::review::RecordKey;

/// The anchor of a line of the source.
pub(crate) fn line_anchor(line: LineNo) -> String {
    format!("l{line}")
}

/// The anchor of the card of a record.
pub(crate) fn record_anchor(key: RecordKey) -> String {
    format!("r-{}-{}-{}", key.kind.word(), key.line, key.ordinal)
}

/// The anchor of the card of a finding.
pub(crate) fn finding_anchor(fingerprint: &str) -> String {
    format!("f-{fingerprint}")
}

/// The anchor of the card of a line that was not read.
pub(crate) fn unread_anchor(line: LineNo) -> String {
    format!("u{line}")
}

/// The page of a review.
pub(crate) fn review(document: DocumentId) -> String {
    format!("/reviews/{document}")
}

/// A line of a review.
pub(crate) fn review_line(document: DocumentId, line: LineNo) -> String {
    format!("/reviews/{document}?line={line}#{}", line_anchor(line))
}

/// The document that an address names.
pub(crate) fn document_of(text: &str) -> Result<DocumentId, Error> {
    text.parse().map_err(|()| Error::Absent("document"))
}

/// A word of an address as it may stand there.
pub(crate) fn query(pairs: &[(&str, &str)]) -> String {
    serde_urlencoded::to_string(pairs).unwrap_or_default()
}
