// SPDX-License-Identifier: AGPL-3.0-or-later
//! The findings of all documents in sight: sorted and filtered as a whole, page by page from a key on.
//!
//! Invariants: a sort is of the whole list; a page goes on from what the last row was sorted by, its document and its place
//! in it, so that nothing is left out or told twice while the list stays as it is; what users bring is bound.

use crate::cells::Cells;
use crate::rows::word;
use crate::select::Select;
use crate::{Result, Tx};
use ambito_base::{Date, Uuid, fold};
use ambito_domain::office::{BodyId, DocumentId, PlanId, Sight};
use ambito_domain::planning::LineNo;
use ambito_domain::review::{ErrandId, UploadId};

/// How many words of a search are looked for at most.
const WORDS_MAX: usize = 8;

/// What became of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FindingState {
    /// Nobody has looked after it.
    Open,
    /// It is with a person.
    Given,
    /// It came back from a person.
    Returned,
    /// Somebody lives with it.
    Accepted,
}

impl FindingState {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::Open, Self::Given, Self::Returned, Self::Accepted];

    /// The stable word, also the end of its messages' keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Given => "given",
            Self::Returned => "returned",
            Self::Accepted => "accepted",
        }
    }

    /// The state of a stable word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }
}

/// What a list of findings is sorted by; within it by document and place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FindingSort {
    /// How bad it is.
    #[default]
    Severity,
    /// The code of the check.
    Code,
    /// The name of the document.
    Document,
    /// The name of the body.
    Body,
    /// What became of it.
    State,
}

impl FindingSort {
    /// Every sort.
    pub const ALL: [Self; 5] = [Self::Severity, Self::Code, Self::Document, Self::Body, Self::State];

    /// The stable word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Severity => "severity",
            Self::Code => "code",
            Self::Document => "document",
            Self::Body => "body",
            Self::State => "state",
        }
    }

    /// The sort of a stable word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.word() == word)
    }

    const fn sql(self) -> &'static str {
        match self {
            Self::Severity => "finding.severity",
            Self::Code => "finding.code",
            Self::Document => "document.name",
            Self::Body => "body.name",
            Self::State => STATE,
        }
    }

    const fn is_number(self) -> bool {
        matches!(self, Self::Severity)
    }
}

/// From small to large, or the other way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FindingOrder {
    /// From small to large.
    Rising,
    /// From large to small.
    #[default]
    Falling,
}

/// Which findings are asked for; what is absent leaves all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FindingFilter {
    /// Of documents of this body.
    pub body: Option<BodyId>,
    /// Of this document.
    pub document: Option<DocumentId>,
    /// Of the document that the latest version of this plan was filed from.
    pub plan: Option<PlanId>,
    /// Of documents that came in together.
    pub upload: Option<UploadId>,
    /// Whose code begins so: a family or one check.
    pub code: Option<String>,
    /// As bad as this: 2 an error, 1 a warning, 0 a note.
    pub severity: Option<u32>,
    /// Of which this became.
    pub state: Option<FindingState>,
    /// Whose message or code has these words, in either language.
    pub words: String,
}

/// Where a page of findings ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingKey {
    /// What the last row was sorted by.
    pub value: String,
    /// Its document.
    pub document: DocumentId,
    /// Its place among the findings of that document.
    pub id: u32,
}

/// A finding of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedFinding {
    /// Where it stands in the list.
    pub key: FindingKey,
    /// The name of the document's file.
    pub document_name: String,
    /// The word of its format.
    pub format: String,
    /// The body whose document it is.
    pub body: BodyId,
    /// What that is called.
    pub body_name: String,
    /// What the finding is known by.
    pub fingerprint: String,
    /// Its code.
    pub code: String,
    /// How bad it is: 2 an error, 1 a warning, 0 a note.
    pub severity: u32,
    /// Its first line of the blocks.
    pub line: Option<LineNo>,
    /// What is wrong, in Italian.
    pub message_it: String,
    /// In English.
    pub message_en: String,
    /// What became of it.
    pub state: FindingState,
    /// The errand that it is with, and the person who has it, and until when.
    pub errand: Option<(ErrandId, String, Date)>,
    /// The plan and version that the document was filed as, the last time.
    pub filed: Option<(PlanId, i64)>,
}

/// What became of a finding, as a word.
pub(super) const STATE: &str = "CASE WHEN EXISTS (SELECT 1 FROM acceptance WHERE acceptance.area = finding.area \
    AND acceptance.document = finding.document AND acceptance.fingerprint = finding.fingerprint \
    AND acceptance.withdrawn_at IS NULL) THEN 'accepted' \
    WHEN EXISTS (SELECT 1 FROM errand WHERE errand.area = finding.area AND errand.document = finding.document \
    AND errand.fingerprint = finding.fingerprint AND errand.state = 'given') THEN 'given' \
    WHEN EXISTS (SELECT 1 FROM errand WHERE errand.area = finding.area AND errand.document = finding.document \
    AND errand.fingerprint = finding.fingerprint AND errand.state = 'returned') THEN 'returned' ELSE 'open' END";

/// Findings with their documents and bodies, and what they were filed as.
pub(super) const FROM: &str = "FROM finding \
    JOIN document ON document.area = finding.area AND document.id = finding.document \
    JOIN body ON body.area = document.area AND body.id = document.body \
    LEFT JOIN plan_version AS filed ON filed.area = document.area AND filed.document = document.id \
     AND filed.filed_at = (SELECT MAX(filed_at) FROM plan_version AS last WHERE last.area = document.area \
     AND last.document = document.id) \
    WHERE finding.area = $1";

/// A question about the findings in sight that a filter leaves; `what` goes on to [`FROM`], and is of this program.
pub(super) fn filtered<'a>(what: &str, sight: &Sight, filter: &'a FindingFilter) -> Select<'a> {
    let FindingFilter { body, document, plan, upload, code, severity, state, words } = filter;
    let mut select = Select::new(format!("SELECT {what}")).with(sight.area().0).in_sight("document.body", sight);
    if let Some(body) = body {
        select = select.and(" AND document.body = ").bind(body.0);
    }
    if let Some(document) = document {
        select = select.and(" AND finding.document = ").bind(document.0);
    }
    if let Some(plan) = plan {
        let latest = " AND EXISTS (SELECT 1 FROM plan JOIN plan_version ON plan_version.area = plan.area \
                      AND plan_version.plan = plan.id AND plan_version.version = plan.latest \
                      WHERE plan.area = document.area AND plan_version.document = document.id AND plan.id = ";
        select = select.and(latest).bind(plan.0).and(")");
    }
    if let Some(upload) = upload {
        let item = " AND EXISTS (SELECT 1 FROM upload_item WHERE upload_item.area = document.area \
                    AND upload_item.document = document.id AND upload_item.upload = ";
        select = select.and(item).bind(upload.0).and(")");
    }
    if let Some(code) = code {
        // Codes are capital letters and digits; anything else finds nothing.
        let plain: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
        select = select.and(" AND finding.code LIKE ").bind(format!("{}%", plain.to_ascii_uppercase()));
    }
    if let Some(severity) = severity {
        select = select.and(" AND finding.severity = ").bind(*severity);
    }
    if let Some(state) = state {
        select = select.and(&format!(" AND {STATE} = ")).bind(state.word());
    }
    for word in fold(words).split_whitespace().take(WORDS_MAX) {
        // The comparison form has letters, digits and spaces only: no sign that LIKE would take for another.
        select = select.and(" AND finding.folded LIKE ").bind(format!("%{word}%"));
    }
    select
}

/// The findings in sight that a filter leaves, in this order, after a key, at most so many.
///
/// # Errors
/// What the database says.
pub async fn list_findings(
    tx: &mut Tx,
    sight: &Sight,
    filter: &FindingFilter,
    (sort, order): (FindingSort, FindingOrder),
    after: Option<&FindingKey>,
    most: u32,
) -> Result<Vec<ListedFinding>> {
    let by = sort.sql();
    let what = format!(
        "finding.document, finding.id, document.name, document.format, document.body, body.name, finding.fingerprint, \
         finding.code, finding.severity, finding.line, finding.message_it, finding.message_en, {STATE}, \
         errand.id, staff.name, errand.due, filed.plan, filed.version, {by} {}",
        FROM.replace(
            "WHERE finding.area = $1",
            "LEFT JOIN errand ON errand.area = finding.area AND errand.document = finding.document \
             AND errand.fingerprint = finding.fingerprint AND errand.state <> 'closed' \
             LEFT JOIN staff ON staff.area = errand.area AND staff.id = errand.to_staff WHERE finding.area = $1"
        )
    );
    let mut select = filtered(&what, sight, filter);
    let (further, way) = match order {
        FindingOrder::Rising => (">", "ASC"),
        FindingOrder::Falling => ("<", "DESC"),
    };
    if let Some(FindingKey { value, document, id }) = after {
        select = bound_with(select.and(&format!(" AND ({by} {further} ")), sort, value);
        select = bound_with(select.and(&format!(" OR ({by} = ")), sort, value);
        select = select.and(" AND (finding.document, finding.id) > (").bind(document.0).and(", ").bind(*id).and(")))");
    }
    let select = select.and(&format!(" ORDER BY {by} {way}, finding.document, finding.id LIMIT ")).bind(most);
    select.rows(tx, |cells| read(cells, sort)).await
}

/// What a row is sorted by, as the type of its column.
fn bound_with<'a>(select: Select<'a>, sort: FindingSort, value: &str) -> Select<'a> {
    if sort.is_number() { select.bind(value.parse().unwrap_or(0_i64)) } else { select.bind(value.to_owned()) }
}

fn read(cells: &mut Cells<'_>, sort: FindingSort) -> Result<ListedFinding> {
    let (document, id) = (DocumentId(cells.next()?), cells.next()?);
    let (document_name, format) = (cells.next()?, cells.next()?);
    let (body, body_name) = (BodyId(cells.next()?), cells.next()?);
    let (fingerprint, code, severity, line) = (cells.next()?, cells.next()?, cells.next()?, cells.next()?);
    let (message_it, message_en) = (cells.next()?, cells.next()?);
    let state = word(&cells.next::<String>()?, FindingState::from_word)?;
    let (errand, to): (Option<Uuid>, Option<String>) = (cells.next()?, cells.next()?);
    let due: Option<Date> = cells.next()?;
    let errand = errand.zip(to).zip(due).map(|((errand, to), due)| (ErrandId(errand), to, due));
    let (plan, version): (Option<Uuid>, Option<i64>) = (cells.next()?, cells.next()?);
    let value = if sort.is_number() { cells.next::<i64>()?.to_string() } else { cells.next()? };
    Ok(ListedFinding {
        key: FindingKey { value, document, id },
        document_name,
        format,
        body,
        body_name,
        fingerprint,
        code,
        severity,
        line,
        message_it,
        message_en,
        state,
        errand,
        filed: plan.map(PlanId).zip(version),
    })
}
