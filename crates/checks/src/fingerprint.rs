// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a finding is known by as long as the lines that it speaks of stay the same.

use crate::{Defect, Subject};
use sha2::{Digest as _, Sha256};

/// How many hexadecimal digits of the digest are kept.
const DIGITS: usize = 16;

/// A digest of the code and of the texts of the lines a defect speaks of, wherever in the document they stand.
///
/// Lines that are inserted elsewhere do not change it; a change in a quoted line, or of the set of lines, does.
#[must_use]
pub fn fingerprint(defect: &Defect, subjects: &[Subject<'_>]) -> String {
    let mut digest = Sha256::new();
    digest.update(defect.check.code);
    let lines = std::iter::once((defect.document, defect.place.line))
        .chain(defect.related.iter().map(|related| (related.document, related.line)));
    for (document, line) in lines {
        if let Some(subject) = subjects.get(document) {
            digest.update([0]);
            for word in subject.line(line).split_whitespace() {
                digest.update(word);
                digest.update(b" ");
            }
        }
    }
    // Two defects of one check on one line differ in the place they mark.
    if let Some(subject) = subjects.get(defect.document) {
        let start = subject.line_start(defect.place.line);
        digest.update(i64::from(defect.place.start).saturating_sub(i64::from(start)).to_be_bytes());
    }
    let mut out = String::with_capacity(DIGITS);
    for byte in digest.finalize().iter().take(DIGITS / 2) {
        out.push_str(&format!("{byte:02x}"));
    }
    out
}
