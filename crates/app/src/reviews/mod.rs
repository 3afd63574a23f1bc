// SPDX-License-Identifier: AGPL-3.0-or-later
//! Documents under review: files that come in, their readings, what people put right, filing.
//!
//! Invariants: a document and a reading are never changed; what was put right is kept and found again in later
//! readings; reading and checking happen in the worker, never in a request; who may file a body's plans may review its
//! documents, and nobody else. Deliberately absent: opening files, which the [`Reader`] of the binary does.

mod bring;
mod chunk;
mod filing;
mod keep;
mod listed;
mod lists;
mod mending;
mod page;
mod reader;
mod said;
mod show;
mod sound;
mod upload;
mod words;
mod worker;

pub use ambito_store::plans::Document;
pub(crate) use chunk::unpack;
pub(crate) use keep::{CORRECTIONS_MAX, aside, pack};
pub use listed::{
    ChangedRecord, CorrectionList, FilingState, ListedCorrection, ListedReview, ListedWord, Meaning, ReadingChanges,
    ReviewFilter, ReviewList, ReviewRows, Trial, UnreadAsked, UnreadList,
};
pub use mending::{Mended, Typed};
pub use page::{
    NodeChoice, ReviewPage, ShownAcceptance, ShownCorrection, ShownErrand, ShownFinding, ShownMark, ShownRecord,
    ShownRelated, ShownUnread, ShownValue, SourceWindow, Window,
};
pub use reader::Reader;
pub(crate) use said::shown as shown_finding;
pub use upload::{FileState, NewFile, UploadPage, UploadedFile};
pub(crate) use worker::Bell;
