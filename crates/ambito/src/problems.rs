// SPDX-License-Identifier: AGPL-3.0-or-later
//! What went wrong with a file, worded for the user: its name, what is the matter, what to do.

use crate::global::Global;
use crate::refusal::Refusal;
use ambito_documents::vocabulary::VocabularyError;
use ambito_exchange::Reading;
use ambito_exchange::checks::acceptance::AcceptedError;
use ambito_exchange::workbook::WorkbookError;
use ambito_findings::{Finding, Severity};
use ambito_i18n::{Arg, percent};
use ambito_intake::IntakeError;
use std::io;
use std::path::PathBuf;

/// The exit code where something could not be read or done.
pub const EXIT_PROBLEM: u8 = 2;
/// One megabyte, in bytes.
const BYTES_PER_MEGABYTE: u64 = 1 << 20;
/// How many of the documents that were passed over are named.
const PASSED_OVER_NAMED_MAX: usize = 5;

/// Why an input could not be read.
#[must_use]
pub fn input(error: &IntakeError, global: &Global) -> Finding {
    let say =
        |code, message: &str, hint: &str| error_finding(code, global.text(message, &[])).hint(global.text(hint, &[]));
    let finding = match error {
        IntakeError::NotFound { .. } => say("FIL001", "problem-not-found", "problem-not-found-hint"),
        IntakeError::Unreadable { reason, .. } => unreadable("FIL002", *reason, global),
        IntakeError::Empty { .. } => say("FIL003", "problem-empty", "problem-empty-hint"),
        IntakeError::Binary { .. } => say("FIL004", "problem-binary", "problem-binary-hint"),
        IntakeError::NotText { .. } => say("FIL005", "problem-not-text", "problem-not-text-hint"),
        IntakeError::NoDecoder { .. } => say("FIL006", "problem-no-decoder", "problem-no-decoder-hint"),
        IntakeError::DecoderFailed { .. } => say("FIL015", "problem-decoder-failed", "problem-decoder-failed-hint"),
        IntakeError::TooMuch { .. } => say("FIL016", "problem-too-much", "problem-too-much-hint"),
        IntakeError::Pictures { .. } => say("FIL017", "problem-pictures", "problem-pictures-hint"),
        IntakeError::NoRecogniser { .. } => say("FIL018", "problem-no-recogniser", "problem-no-recogniser-hint"),
        IntakeError::OldWord { .. } => say("FIL007", "problem-old-word", "problem-old-word-hint"),
        IntakeError::Locked { .. } => say("FIL014", "problem-locked", "problem-locked-hint"),
        IntakeError::TooLarge { limit_bytes, .. } => {
            let limit = Arg::Count(limit_bytes / BYTES_PER_MEGABYTE);
            error_finding("FIL008", global.text("problem-too-large", &[("limit", limit)]))
                .hint(global.text("problem-too-large-hint", &[]))
        }
        IntakeError::Damaged { .. } => say("FIL009", "problem-damaged", "problem-damaged-hint"),
        IntakeError::Vanished { .. } => say("FIL010", "problem-vanished", "problem-vanished-hint"),
    };
    finding.in_document(error.path().display().to_string())
}

/// The same for who reads it on a page of the office, where there are no commands.
#[must_use]
pub fn input_on_pages(error: &IntakeError, global: &Global) -> Finding {
    let finding = input(error, global);
    let key = match error {
        IntakeError::Pictures { .. } => "problem-pictures-hint-pages",
        IntakeError::NoRecogniser { .. } => "problem-no-recogniser-hint-pages",
        IntakeError::NoDecoder { .. } => "problem-no-decoder-hint-pages",
        _ => return finding,
    };
    Finding { hints: vec![global.text(key, &[])], ..finding }
}

/// A file that the system does not let us read.
fn unreadable(code: &'static str, reason: io::ErrorKind, global: &Global) -> Finding {
    let message = match reason {
        io::ErrorKind::PermissionDenied => global.text("problem-no-permission", &[]),
        other => global.text("problem-unreadable", &[("reason", (&other.to_string()).into())]),
    };
    error_finding(code, message).hint(global.text("problem-unreadable-hint", &[]))
}

/// Under which share of lines understood a document gets a warning, in hundredths of a percent.
const LITTLE_HUNDREDTHS: u32 = 5_000;

/// Says that a document was read, but that its words are not known.
pub fn warn_of_little(reading: &Reading, global: &Global) {
    let understood = reading.draft.coverage.share_hundredths();
    if understood < LITTLE_HUNDREDTHS {
        let share = percent(i64::from(understood), global.language());
        global.tell(&little_understood(&reading.path, &share, global));
    }
}

/// A document that was read, but of which little was understood.
fn little_understood(path: &str, share: &str, global: &Global) -> Finding {
    let message = global.text("little-understood", &[("share", share.into())]);
    Finding::new("FIL011", Severity::Warning, message)
        .in_document(path)
        .hint(global.text("little-understood-hint", &[]))
}

/// A copy of a database that the system does not let us read.
#[must_use]
pub fn copy_unreadable(path: &str, reason: io::ErrorKind, global: &Global) -> Finding {
    let finding = match reason {
        io::ErrorKind::NotFound => error_finding("COP012", global.text("problem-not-found", &[]))
            .hint(global.text("problem-not-found-hint", &[])),
        reason => unreadable("COP012", reason, global),
    };
    finding.in_document(path)
}

/// Folders in which there is nothing to read.
#[must_use]
pub fn nothing_to_read(global: &Global) -> Finding {
    error_finding("FIL012", global.text("nothing-to-read", &[])).hint(global.text("nothing-to-read-hint", &[]))
}

/// Documents in folders that cannot be read yet.
#[must_use]
pub fn passed_over(paths: &[PathBuf], global: &Global) -> Finding {
    let mut names: Vec<String> =
        paths.iter().take(PASSED_OVER_NAMED_MAX).map(|path| path.display().to_string()).collect();
    if paths.len() > names.len() {
        names.push("…".to_owned());
    }
    let count = Arg::Count(paths.len() as u64);
    let message = global.text("passed-over", &[("count", count), ("names", (&names.join(", ")).into())]);
    Finding::new("FIL013", Severity::Warning, message).hint(global.text("passed-over-hint", &[]))
}

/// A vocabulary that cannot be read.
#[must_use]
pub fn vocabulary_unreadable(path: &str, error: &io::Error, global: &Global) -> Finding {
    let message = match error.kind() {
        io::ErrorKind::NotFound => global.text("problem-not-found", &[]),
        io::ErrorKind::InvalidData => global.text("vocabulary-not-utf8", &[]),
        reason => return unreadable("VOC001", reason, global).in_document(path),
    };
    error_finding("VOC001", message).in_document(path).hint(global.text("vocabulary-unreadable-hint", &[]))
}

/// A vocabulary that says something wrong, with the line quoted.
#[must_use]
pub fn vocabulary_refused(path: &str, text: &str, error: &VocabularyError, global: &Global) -> Finding {
    let VocabularyError { line, message } = error;
    let quoted = text.lines().nth(line.saturating_sub(1)).unwrap_or("");
    error_finding("VOC002", global.text("vocabulary-refused", &[("reason", message.into())]))
        .in_document(path)
        .on_line(*line, quoted)
        .hint(global.text("vocabulary-refused-hint", &[]))
}

/// A workbook that is wanted on the terminal.
#[must_use]
pub fn workbook_needs_file(global: &Global) -> Finding {
    error_finding("USC003", global.text("workbook-needs-file", &[])).hint(global.text("workbook-needs-file-hint", &[]))
}

/// A workbook that cannot be made is told with what to do; the rest is as the system says it.
#[must_use]
pub fn workbook(error: WorkbookError, global: &Global) -> anyhow::Error {
    match error {
        WorkbookError::TooLarge => {
            let finding = error_finding("USC004", global.text("workbook-too-large", &[]));
            Refusal(vec![finding.hint(global.text("workbook-too-large-hint", &[]))]).into()
        }
        WorkbookError::Format(error) => error.into(),
    }
}

/// A code that no check has.
#[must_use]
pub fn unknown_code(code: &str, global: &Global) -> Finding {
    error_finding("USC006", global.text("code-unknown", &[("code", code.into())]))
        .hint(global.text("code-unknown-hint", &[]))
}

/// A file of accepted findings that cannot be read.
#[must_use]
pub fn accepted_unreadable(path: &str, error: &io::Error, global: &Global) -> Finding {
    let message = match error.kind() {
        io::ErrorKind::NotFound => global.text("problem-not-found", &[]),
        io::ErrorKind::InvalidData => global.text("accepted-not-utf8", &[]),
        io::ErrorKind::IsADirectory => global.text("accepted-is-folder", &[]),
        reason => return unreadable("ACC001", reason, global).in_document(path),
    };
    error_finding("ACC001", message).in_document(path).hint(global.text("accepted-unreadable-hint", &[]))
}

/// A file of accepted findings that says something wrong, with the line quoted.
#[must_use]
pub fn accepted_wrong(path: &str, text: &str, error: &AcceptedError, global: &Global) -> Finding {
    let AcceptedError { line } = error;
    let quoted = text.lines().nth(line.saturating_sub(1)).unwrap_or("");
    error_finding("ACC002", global.text("accepted-wrong", &[]))
        .in_document(path)
        .on_line(*line, quoted)
        .hint(global.text("accepted-wrong-hint", &[]))
}

/// A file of accepted findings that cannot be written.
#[must_use]
pub fn accepted_unwritable(path: &str, global: &Global) -> Finding {
    error_finding("ACC003", global.text("accepted-unwritable", &[]))
        .in_document(path)
        .hint(global.text("accepted-unwritable-hint", &[]))
}

/// An error that nobody foresaw, with all that is known of it.
#[must_use]
pub fn unexpected(error: &anyhow::Error, global: &Global) -> Finding {
    let reason = format!("{error:#}");
    error_finding("SIS001", global.text("unexpected", &[("reason", (&reason).into())]))
}

/// A finding that is an error.
#[must_use]
pub fn error_finding(code: &'static str, message: String) -> Finding {
    Finding::new(code, Severity::Error, message)
}
