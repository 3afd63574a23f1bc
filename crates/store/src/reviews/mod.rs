// SPDX-License-Identifier: AGPL-3.0-or-later
//! Documents under review: what came in together, the readings in pieces, what people put right, what was found.
//!
//! Invariants: what is in a document is asked for with a [`DocumentKey`], which is given only for a document in sight;
//! a reading that is done is never changed. Deliberately absent: applying corrections, wording findings.

mod acceptances;
mod chunks;
mod corrections;
mod documents;
mod errands;
mod findings;
mod glance;
mod listing;
pub mod lists;
mod nodes;
mod readings;
mod steps;
mod tallies;
mod uploads;
mod words;

pub use acceptances::{insert_acceptance, list_acceptances, withdraw_acceptance};
pub use chunks::{Chunk, ChunkAt, delete_chunks, find_chunk, find_last_chunk, insert_chunks, list_chunks};
pub use corrections::{
    find_correction, find_corrections, insert_correction, list_corrections, place_correction, withdraw_correction,
};
pub use documents::{
    DocumentKey, FilingState, ListedReview, ReviewFilter, find_document_key, find_known, list_reviews, lock_document,
};
pub use errands::{find_errand, insert_errand, save_errand};
pub use findings::{Checking, StoredFinding, find_finding, insert_checking, replace_findings};
pub use glance::{
    FoundHere, Glance, Pane, count_unread_left, find_glance, find_pane, list_corrections_by, list_found_here,
};
pub use listing::{FindingFilter, FindingKey, FindingOrder, FindingSort, FindingState, ListedFinding, list_findings};
pub use nodes::{
    Only, StoredNode, UnreadFilter, count_unread, find_nodes, insert_nodes, insert_unread, list_unread, search_nodes,
};
pub use readings::{
    begin_reading, end_reading, fail_reading, find_reading, insert_reading, list_readings, list_unchecked,
    recover_readings, take_waiting, to_checking,
};
pub use steps::{
    ErrandStep, ErrandsOf, ListedErrand, Reachable, find_errand_document, find_open_errand, insert_step, list_errands,
    list_reachable, list_steps,
};
pub use tallies::{DayChecking, Tally, TallyBy, count_findings, list_checkings_by_day, tally_findings};
pub use uploads::{
    Upload, UploadItem, find_upload, insert_item, insert_upload, list_item_readings, list_items, list_uploads,
};
pub use words::{find_word, insert_word, list_words, remove_word};
