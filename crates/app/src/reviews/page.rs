// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the page of a review shows: a window of the source, what was read there, what was found there.

use ambito_base::{Date, Timestamp};
use ambito_documents::blocks::Blocks;
use ambito_domain::planning::LineNo;
use ambito_domain::review::{
    AcceptanceId, CorrectionId, ErrandId, ErrandState, Placement, Reading, RecordKey, ValueKind,
};
use ambito_findings::Severity;
use ambito_store::plans::Document;

/// Which part of a document is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// Where it begins.
    Start,
    /// The part with this line of the blocks.
    Line(LineNo),
    /// The part with this page.
    Page(u32),
}

/// A document under review, through one window.
#[derive(Clone, Debug)]
pub struct ReviewPage {
    /// The document.
    pub document: Document,
    /// The name of its body.
    pub body: String,
    /// The reading that is shown.
    pub reading: Reading,
    /// Every reading of the document, the first first.
    pub readings: Vec<Reading>,
    /// Which part is shown.
    pub window: SourceWindow,
    /// The lines of that part: its first line is `window.first_line`.
    pub blocks: Blocks,
    /// What starts there, in the order of the lines.
    pub records: Vec<ShownRecord>,
    /// What was not read there, with what became of it.
    pub unread: Vec<ShownUnread>,
    /// What was found there, in the order of the lines.
    pub findings: Vec<ShownFinding>,
    /// Open findings of the whole document: errors, warnings, notes; absent until it was checked.
    pub open: Option<[u32; 3]>,
    /// How many findings of the whole document are accepted.
    pub accepted: u32,
    /// How many corrections stand, how many of them have lost their place.
    pub corrections: [u32; 2],
    /// How many lines nobody has looked after yet.
    pub unread_left: u32,
    /// Whether the worker still has something to do with it.
    pub is_working: bool,
    /// The plan and the version that it was filed as, the last time.
    pub filed: Option<(ambito_domain::office::PlanId, i64)>,
    /// The first line with an open finding after this window.
    pub next_finding: Option<LineNo>,
    /// The first line that nobody has looked after, after this window.
    pub next_unread: Option<LineNo>,
}

/// A part of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceWindow {
    /// Its first line, 1-based.
    pub first_line: LineNo,
    /// Its last line.
    pub last_line: LineNo,
    /// How many lines the whole has.
    pub lines: LineNo,
    /// Its first page, for formats with pages.
    pub first_page: Option<u32>,
    /// Its last page.
    pub last_page: Option<u32>,
    /// How many pages the whole has.
    pub pages: Option<u32>,
}

impl SourceWindow {
    /// Nothing is shown.
    pub(super) const NOTHING: Self =
        Self { first_line: 1, last_line: 0, lines: 0, first_page: None, last_page: None, pages: None };
}

/// A record as it was read and as it was corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownRecord {
    /// Which.
    pub key: RecordKey,
    /// The node it hangs from, and what that is called.
    pub node: Option<NodeChoice>,
    /// Its values.
    pub values: Vec<ShownValue>,
    /// The correction that took it away.
    pub removed: Option<ShownCorrection>,
}

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownValue {
    /// The field.
    pub field: String,
    /// The words of the part it is of, as the document prints them.
    pub part: String,
    /// What it is.
    pub kind: ValueKind,
    /// What it says now, as people type it.
    pub text: String,
    /// What was read, before anybody put it right.
    pub read: String,
    /// The correction that made it so.
    pub correction: Option<ShownCorrection>,
}

/// A correction with the names of people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownCorrection {
    /// Which.
    pub id: CorrectionId,
    /// Who made it.
    pub by: String,
    /// When.
    pub made: Timestamp,
    /// What was read.
    pub old: String,
    /// What it was put to: a value, a node's key, a reason.
    pub new: String,
    /// What became of it in this reading.
    pub placement: Option<Placement>,
}

/// A node to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NodeChoice {
    /// Which.
    pub key: RecordKey,
    /// Its level, code and title, as far as it has them.
    pub level: Option<String>,
    /// The code.
    pub code: Option<String>,
    /// The title.
    pub title: Option<String>,
}

/// A line that was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownUnread {
    /// The line.
    pub line: LineNo,
    /// Its text.
    pub text: String,
    /// What somebody made of it: assigned to a node (then which), or set aside.
    pub settled: Option<(ShownCorrection, Option<NodeChoice>)>,
}

/// A finding, in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownFinding {
    /// What it is known by.
    pub fingerprint: String,
    /// Its code.
    pub code: String,
    /// How bad it is.
    pub severity: Severity,
    /// Its first line of the blocks; absent where it is of the whole document.
    pub line: Option<LineNo>,
    /// Its last line.
    pub end_line: Option<LineNo>,
    /// What is wrong.
    pub message: String,
    /// The line, quoted.
    pub quote: Option<String>,
    /// Where on the quoted line, in characters from 1, with a few words.
    pub marks: Vec<ShownMark>,
    /// Other places.
    pub related: Vec<ShownRelated>,
    /// What should stand there.
    pub expected: Option<String>,
    /// What stands there.
    pub found: Option<String>,
    /// What follows from it and what to do.
    pub hints: Vec<String>,
    /// Who lives with it, and why.
    pub accepted: Option<ShownAcceptance>,
    /// Whom it was handed to.
    pub errand: Option<ShownErrand>,
}

/// A mark on the quoted line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownMark {
    /// The first column.
    pub column: u32,
    /// The first column after it.
    pub end_column: u32,
    /// A few words.
    pub label: String,
}

/// Another place that a finding speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownRelated {
    /// The line of the blocks.
    pub line: LineNo,
    /// What stands there.
    pub label: String,
}

/// Who lives with a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownAcceptance {
    /// Which decision.
    pub id: AcceptanceId,
    /// Who.
    pub by: String,
    /// When.
    pub accepted: Timestamp,
    /// Why.
    pub reason: String,
}

/// Whom a finding was handed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownErrand {
    /// Which.
    pub id: ErrandId,
    /// To whom.
    pub to: String,
    /// Until when.
    pub due: Date,
    /// How far it is.
    pub state: ErrandState,
}
