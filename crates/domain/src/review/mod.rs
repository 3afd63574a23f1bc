// SPDX-License-Identifier: AGPL-3.0-or-later
//! A document under review: its file, its readings, what people put right, what the checks found and what became of it.
//!
//! Invariants: a document and a reading are never changed; what people put right stands beside them, in order, with who,
//! when and the old value, and is found again in a later reading by the text of its line. Deliberately absent: applying
//! corrections, which needs the readers of values (`documents`); the worded finding (`findings`).

mod correction;
mod doubt;
mod finding;
mod reading;
mod record;
mod value;
mod word;

pub use correction::{Act, Correction, Placement, Placing, Withdrawn};
pub use doubt::{Doubt, DoubtKind, doubts};
pub use finding::{Acceptance, Errand, ErrandState};
pub use reading::{Reading, ReadingFault, ReadingState};
pub use record::{RecordKey, RecordKind};
pub use value::{ReadRecord, ReadValue, ValueKind};
pub use word::{AreaWord, WordMeaning};

ambito_base::id_types! {
    /// Files that came in together.
    UploadId,
    /// A correction.
    CorrectionId,
    /// A decision to live with a finding.
    AcceptanceId,
    /// A finding handed to a person.
    ErrandId,
    /// A word of an area's vocabulary.
    WordId,
}
