// SPDX-License-Identifier: AGPL-3.0-or-later
//! The use cases that pages call, until the engine behind them is there.

use super::{
    CorrectionList, Document, ListedWord, Meaning, NewFile, NodeChoice, ReadingChanges, ReviewFilter, ReviewList,
    ReviewPage, UnreadList, UploadPage, Window,
};
use crate::plans::Outcome;
use crate::{App, Error, Result, Viewer};
use ambito_domain::office::{BodyId, DocumentId, PlanId, Right};
use ambito_domain::planning::LineNo;
use ambito_domain::review::{AcceptanceId, Act, CorrectionId, UploadId, WordId};
use ambito_i18n::Language;

macro_rules! absent {
    ($($(#[$doc:meta])* fn $name:ident($($arg:ident: $kind:ty),*) -> $gives:ty;)*) => {
        impl App {$(
            $(#[$doc])*
            ///
            /// # Errors
            /// [`Error::Absent`]: there is nothing behind it yet.
            pub async fn $name(&self, viewer: &Viewer $(, $arg: $kind)*) -> Result<$gives> {
                viewer.sight(Right::FilePlans)?;
                $(let _ = $arg;)*
                Err(Error::Absent("review"))
            }
        )*}
    };
}

absent! {
    /// Takes files in.
    fn upload(body: BodyId, files: Vec<NewFile>) -> UploadId;
    /// Files that came in together.
    fn get_upload(id: UploadId) -> UploadPage;
    /// Documents under review.
    fn list_reviews(filter: &ReviewFilter, after: Option<DocumentId>) -> ReviewList;
    /// A document under review, through a window.
    fn get_review(document: DocumentId, reading: Option<i64>, window: Window, language: Language) -> ReviewPage;
    /// Nodes of the last reading with these words.
    fn list_review_nodes(document: DocumentId, text: &str) -> Vec<NodeChoice>;
    /// Lines that were not read.
    fn list_review_unread(document: DocumentId, after: Option<LineNo>) -> UnreadList;
    /// What people put right.
    fn list_corrections(document: DocumentId, after: Option<CorrectionId>) -> CorrectionList;
    /// Puts something right; `expected` is the value that the person saw.
    fn correct(document: DocumentId, reading: i64, act: Act, expected: Option<&str>) -> CorrectionId;
    /// Takes a correction back.
    fn withdraw_correction(document: DocumentId, id: CorrectionId) -> ();
    /// Decides to live with a finding.
    fn accept_finding(document: DocumentId, fingerprint: &str, reason: &str) -> AcceptanceId;
    /// Takes that decision back.
    fn withdraw_acceptance(document: DocumentId, id: AcceptanceId) -> ();
    /// What a word may mean.
    fn list_meanings() -> Vec<Meaning>;
    /// The words of the area.
    fn list_words() -> Vec<ListedWord>;
    /// Adds a word.
    fn add_word(word: &str, meaning: &str) -> WordId;
    /// Takes a word away.
    fn remove_word(id: WordId) -> ();
    /// Asks for another reading.
    fn reread(document: DocumentId) -> i64;
    /// What the last reading changed.
    fn compare_readings(document: DocumentId) -> ReadingChanges;
    /// Files a reading as it was corrected.
    fn file_review(document: DocumentId, reading: i64) -> Outcome;
    /// The source of a filed plan.
    fn get_source(plan: PlanId, version: Option<i64>, window: Window, language: Language) -> ReviewPage;
    /// The file of a document.
    fn get_file(document: DocumentId) -> (Document, Vec<u8>);
}
