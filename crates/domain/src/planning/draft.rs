// SPDX-License-Identifier: AGPL-3.0-or-later
//! The whole of what one document says.

use super::{
    Allocation, Amount, BudgetLine, Effort, Indicator, LineNo, Node, NodeId, Phase, Resource, Table, Timetable, Total,
};
use ambito_base::{Date, Period};
use serde::{Deserialize, Serialize};

/// The families of documents that Ambito reads, told by content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Family {
    /// Piano degli obiettivi.
    ObjectivesPlan,
    /// Piano esecutivo di gestione.
    Peg,
    /// A programme that shares funds over objectives and actions.
    FundProgramme,
    /// A fund shared over targeted programmes, told in prose.
    TargetedProgrammes,
    /// Piano di zona.
    ZonePlan,
}

impl Family {
    /// Every family.
    pub const ALL: [Self; 5] =
        [Self::ObjectivesPlan, Self::Peg, Self::FundProgramme, Self::TargetedProgrammes, Self::ZonePlan];

    /// The pinned word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::ObjectivesPlan => "objectives_plan",
            Self::Peg => "peg",
            Self::FundProgramme => "fund_programme",
            Self::TargetedProgrammes => "targeted_programmes",
            Self::ZonePlan => "zone_plan",
        }
    }

    /// The family of a pinned word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|family| family.word() == word)
    }
}

/// A line of text kept with its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextLine {
    /// Where it stands.
    pub line: LineNo,
    /// The text.
    pub text: String,
}

/// How much of a document was understood, in non-blank lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Coverage {
    /// Non-blank lines.
    pub lines: u32,
    /// Lines that gave a value or are headings, header rows, labels, separators, empty fields.
    pub read: u32,
    /// Lines of prose kept as text of a node or a field.
    pub text: u32,
    /// Lines listed in `unread`.
    pub unread: u32,
}

impl Coverage {
    /// (read + text) / lines in hundredths of a percent, rounded down; 10.000 where there is no line.
    #[must_use]
    pub fn share_hundredths(&self) -> u32 {
        if self.lines == 0 {
            return 10_000;
        }
        u32::try_from(u64::from(self.read + self.text) * 10_000 / u64::from(self.lines)).unwrap_or(10_000)
    }
}

/// What the source lost or the reading healed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Note {
    /// Which kind.
    pub code: NoteCode,
    /// The thing it speaks of, as printed.
    pub subject: String,
    /// The node.
    pub node: Option<NodeId>,
    /// Where.
    pub line: LineNo,
}

/// The kinds of notes; their words are in the message catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum NoteCode {
    /// A sheet whose heading is missing; the index implies the title.
    HeadingLost,
    /// A table whose sheet is missing; it hangs from the node its codes name.
    OrphanTable,
    /// A row that a page break cut in two was joined.
    RowJoined,
    /// A sheet's row that a page break cut was joined.
    FieldJoined,
    /// A title that a page break cut was joined.
    TitleJoined,
    /// A timetable that lost its marks.
    MarksLost,
    /// A mark that stands beyond the headings of its timetable.
    MarkBeyondColumns,
    /// A cross reference that was cut.
    ReferenceCut,
    /// A heading row whose cells had run together was divided again.
    HeaderDivided,
    /// A node that only an index or a summary names.
    NotInBody,
    /// An index that gives a node another number than its sheet.
    IndexNumberDiffers,
    /// A title in the index that differs from the body's.
    IndexTitleDiffers,
    /// Words that a column had broken were joined.
    WordsJoined,
    /// A limit of the reading was reached; the rest is unread.
    LimitReached,
    /// Letters that look like others were read as those.
    LookAlikes,
    /// Tracked changes that nobody has accepted or refused yet were read as accepted.
    ChangesTracked,
    /// Pages are pictures, without text.
    PagesWithoutText,
    /// The text of pages was recognised from pictures.
    PagesRecognised,
    /// The fonts of pages hide their letters.
    PagesIllegible,
    /// Letters that the fonts hide were found by other means.
    LettersMended,
    /// Pages could not be decoded.
    PagesUndecoded,
    /// A figure was recognised, and not surely.
    FigureDoubtful,
    /// Files are attached that were not read.
    FilesAttached,
}

impl NoteCode {
    /// Every kind.
    pub const ALL: [Self; 23] = [
        Self::HeadingLost,
        Self::OrphanTable,
        Self::RowJoined,
        Self::FieldJoined,
        Self::TitleJoined,
        Self::MarksLost,
        Self::MarkBeyondColumns,
        Self::ReferenceCut,
        Self::HeaderDivided,
        Self::NotInBody,
        Self::IndexNumberDiffers,
        Self::IndexTitleDiffers,
        Self::WordsJoined,
        Self::LimitReached,
        Self::LookAlikes,
        Self::ChangesTracked,
        Self::PagesWithoutText,
        Self::PagesRecognised,
        Self::PagesIllegible,
        Self::LettersMended,
        Self::PagesUndecoded,
        Self::FigureDoubtful,
        Self::FilesAttached,
    ];

    /// The stable code, also the key of its message.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::HeadingLost => "heading-lost",
            Self::OrphanTable => "orphan-table",
            Self::RowJoined => "row-joined",
            Self::FieldJoined => "field-joined",
            Self::TitleJoined => "title-joined",
            Self::MarksLost => "marks-lost",
            Self::MarkBeyondColumns => "mark-beyond-columns",
            Self::ReferenceCut => "reference-cut",
            Self::HeaderDivided => "header-divided",
            Self::NotInBody => "not-in-body",
            Self::IndexNumberDiffers => "index-number-differs",
            Self::IndexTitleDiffers => "index-title-differs",
            Self::WordsJoined => "words-joined",
            Self::LimitReached => "limit-reached",
            Self::LookAlikes => "look-alikes",
            Self::ChangesTracked => "changes-tracked",
            Self::PagesWithoutText => "pages-without-text",
            Self::PagesRecognised => "pages-recognised",
            Self::PagesIllegible => "pages-illegible",
            Self::LettersMended => "letters-mended",
            Self::PagesUndecoded => "pages-undecoded",
            Self::FigureDoubtful => "figure-doubtful",
            Self::FilesAttached => "files-attached",
        }
    }
}

/// What one document says, as read: the values, the lines they came from, and the lines that were not understood.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PlanDraft {
    /// The family, where the content tells it.
    pub family: Option<Family>,
    /// The title as printed.
    pub title: Option<String>,
    /// The body that published it.
    pub body: Option<String>,
    /// First and last day in force.
    pub period: Period,
    /// The date of the document.
    pub issued: Option<Date>,
    /// The act that approved or published it, as printed.
    pub act: Option<String>,
    /// The version as printed.
    pub version: Option<String>,
    /// The status as printed.
    pub status: Option<String>,
    /// The tree.
    pub nodes: Vec<Node>,
    /// Indicators.
    pub indicators: Vec<Indicator>,
    /// Phases.
    pub phases: Vec<Phase>,
    /// Budget lines.
    pub budget_lines: Vec<BudgetLine>,
    /// People.
    pub efforts: Vec<Effort>,
    /// Allocations of funds.
    pub allocations: Vec<Allocation>,
    /// Costs by source.
    pub resources: Vec<Resource>,
    /// Timetables.
    pub timetables: Vec<Timetable>,
    /// Printed totals.
    pub totals: Vec<Total>,
    /// Money in prose.
    pub amounts: Vec<Amount>,
    /// Other tables.
    pub tables: Vec<Table>,
    /// What was lost or healed.
    pub notes: Vec<Note>,
    /// Lines that were not understood.
    pub unread: Vec<TextLine>,
    /// How much was understood.
    pub coverage: Coverage,
}

impl PlanDraft {
    /// The node of an id.
    #[must_use]
    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.index()]
    }
}
