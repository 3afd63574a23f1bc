// SPDX-License-Identifier: AGPL-3.0-or-later
//! Filing a document that was read.

use crate::reviews::{CORRECTIONS_MAX, aside, pack};
use crate::{App, Change, Error, Result, Viewer};
use ambito_documents::blocks::{Place as ReadPlace, Places};
use ambito_domain::audit::{Digest, Kind};
use ambito_domain::office::{BodyId, DocumentId, PlanId, Right, Sight};
use ambito_domain::planning::{LineNo, PlanDraft};
use ambito_exchange::{Reading, Source};
use ambito_store::Tx;
use ambito_store::plans::{self, Counts, Filing, NewDocument, Place, Plan, VersionKey};
use ambito_store::reviews::{self, DocumentKey};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeSet;
use std::sync::Arc;

/// A document that was read, to be filed for a body.
#[derive(Clone, Debug)]
pub struct Import<'a> {
    /// The body.
    pub body: BodyId,
    /// The file's name, without folders.
    pub name: &'a str,
    /// The file's bytes.
    pub content: &'a [u8],
    /// What was read, with the digest of the bytes that it was read from: the file may have changed since.
    pub source: Arc<Source>,
}

/// A version as it stands in the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filed {
    /// The plan.
    pub plan: PlanId,
    /// What the plan is called.
    pub title: String,
    /// The number of the version.
    pub number: i64,
    /// How much is in it.
    pub counts: Counts,
}

/// What became of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is a plan that was not here.
    NewPlan(Filed),
    /// It is another version of a plan that was here: same body, family and period.
    NewVersion(Filed),
    /// The body has this very file already; nothing was filed.
    Already(Filed),
}

impl App {
    /// Files a document for a body, as a plan or as another version of one; a file that the body has is not filed twice.
    /// The reading is kept with it, so that every value has its place in the source.
    ///
    /// # Errors
    /// [`Error::Denied`], [`Error::Absent`] where there is no such body in sight, [`Error::Invalid`] where nothing of a plan was read, or the bytes are not
    /// those that were read, or people put something right in the document (it is filed from its review), or what the database
    /// says: then nothing was filed.
    pub async fn import_plan(&self, viewer: &Viewer, import: &Import<'_>) -> Result<Outcome> {
        let Import { body, name, content, ref source } = *import;
        let Reading { sha256: read, format, places, draft, .. } = &source.reading;
        let sight = viewer.sight(Right::FilePlans)?;
        if !sight.covers(body) {
            return Err(Error::Absent("body"));
        }
        let sha256: Digest = Sha256::digest(content).into();
        if hexadecimal(&sha256) != *read {
            return Err(Error::invalid("content", "import-changed"));
        }
        refuse_nothing(draft)?;
        let mut tx = self.db.write().await?;
        if !plans::lock_body(&mut tx, viewer.area(), body).await? {
            return Err(Error::Absent("body"));
        }
        if let Some((key, _)) = plans::find_by_digest(&mut tx, &sight, body, &sha256).await? {
            return already(&mut tx, &sight, key).await;
        }
        // Somebody may have brought the file for a review that is not at its end.
        let key = match reviews::find_known(&mut tx, &sight, body, &sha256).await? {
            Some(key) => {
                let corrections = reviews::list_corrections(&mut tx, &key, None, CORRECTIONS_MAX).await?;
                if corrections.iter().any(|one| one.withdrawn.is_none()) {
                    return Err(Error::invalid("document", "import-corrected"));
                }
                key
            }
            None => {
                let id = DocumentId(self.new_id());
                let (added, added_by, format) = (self.now(), viewer.staff, format.word());
                let new = NewDocument { id, body, name, sha256: &sha256, format, content, added, added_by };
                plans::insert_document(&mut tx, viewer.area(), &new).await?;
                reviews::find_document_key(&mut tx, &sight, id).await?.ok_or(Error::Absent("document"))?
            }
        };
        let number = self.begin_keeping(&mut tx, &key, viewer.staff).await?;
        let filing = Drafted { key, name, draft, places, reading: number, corrections: 0, plan: None };
        // The database writes the version while the pieces of the reading are packed.
        let source = Arc::clone(source);
        let packing = aside(move || pack(&source));
        let (chunks, outcome) = tokio::try_join!(packing, self.file_draft(&mut tx, viewer, &sight, &filing))?;
        self.end_keeping(&mut tx, &key, number, &chunks, draft).await?;
        self.record_filing(&mut tx, viewer, &outcome).await?;
        tx.commit().await?;
        self.ask_for_work();
        Ok(outcome)
    }

    /// Files what a document says as a version of the plan it belongs to, in the transaction of the use case, which then
    /// puts it on record.
    pub(crate) async fn file_draft(
        &self,
        tx: &mut Tx,
        viewer: &Viewer,
        sight: &Sight,
        drafted: &Drafted<'_>,
    ) -> Result<Outcome> {
        let Drafted { key: document, name, draft, places, reading, corrections, plan } = *drafted;
        let body = document.body();
        let same = match (plan, draft.family) {
            (Some(plan), _) => plans::find_plan(tx, sight, plan).await?,
            (None, Some(family)) if draft.period.from.is_some() || draft.period.to.is_some() => {
                plans::find_same(tx, sight, body, family, draft.period).await?
            }
            _ => None,
        };
        let (at, title, is_new) = (self.now(), title_of(draft, name), same.is_none());
        let key: VersionKey = match same {
            Some(plan) => plans::advance_plan(tx, viewer.area(), plan.id, &title, at).await?,
            None => {
                let (id, family, period) = (PlanId(self.new_id()), draft.family, draft.period);
                let title = title.clone();
                let plan = Plan { id, body, title, family, period, latest: 1, filed: at, version: 1 };
                plans::insert_plan(tx, viewer.area(), &plan).await?
            }
        };
        let places = places_of(draft, places);
        let reading = Some(reading);
        let (document, by) = (document.id(), viewer.staff);
        let filing = Filing { document, at, by, reading, corrections, draft, places: &places };
        plans::insert_version(tx, key, &filing).await?;
        let counts = Counts::of(draft);
        let filed = Filed { plan: key.plan(), title, number: key.number(), counts };
        Ok(if is_new { Outcome::NewPlan(filed) } else { Outcome::NewVersion(filed) })
    }

    /// Puts on record what was filed, at the end of the transaction: until it commits nobody else of the area writes.
    pub(crate) async fn record_filing(&self, tx: &mut Tx, viewer: &Viewer, outcome: &Outcome) -> Result<()> {
        let (Outcome::NewPlan(filed) | Outcome::NewVersion(filed) | Outcome::Already(filed)) = outcome;
        let said = format!("version={} nodes={}", filed.number, filed.counts.nodes);
        self.record(tx, viewer, Change::new(Kind::Write, "plan.import").on(filed.plan.0).saying(said)).await
    }
}

/// What is filed, and where it comes from.
#[derive(Clone, Copy)]
pub(crate) struct Drafted<'a> {
    /// The file.
    pub(crate) key: DocumentKey,
    /// Its name.
    pub(crate) name: &'a str,
    /// What it says.
    pub(crate) draft: &'a PlanDraft,
    /// Where its lines stand.
    pub(crate) places: &'a Places,
    /// The reading.
    pub(crate) reading: i64,
    /// How many corrections stand in it.
    pub(crate) corrections: u32,
    /// The plan that the file was filed as before.
    pub(crate) plan: Option<PlanId>,
}

/// Where nothing of a plan was recognised nothing is filed: it would stand in the place of one.
pub(crate) fn refuse_nothing(draft: &PlanDraft) -> Result<()> {
    if draft.nodes.is_empty() { Err(Error::invalid("draft", "import-nothing")) } else { Ok(()) }
}

/// The version that was filed before.
pub(crate) async fn already(tx: &mut Tx, sight: &Sight, key: VersionKey) -> Result<Outcome> {
    let plan = plans::find_plan(tx, sight, key.plan()).await?.ok_or(Error::Absent("plan"))?;
    let version = plans::find_version(tx, sight, plan.id, Some(key.number())).await?;
    let counts = version.ok_or(Error::Absent("plan"))?.counts;
    Ok(Outcome::Already(Filed { plan: plan.id, title: plan.title, number: key.number(), counts }))
}

pub(crate) fn hexadecimal(digest: &Digest) -> String {
    digest.iter().flat_map(|byte| [byte >> 4, byte & 15]).filter_map(|four| char::from_digit(four.into(), 16)).collect()
}

/// What a plan is called: its title, else the name of its file.
fn title_of(draft: &PlanDraft, name: &str) -> String {
    let printed = draft.title.as_deref().map(str::trim).filter(|title| !title.is_empty());
    printed.unwrap_or_else(|| name.rsplit_once('.').map_or(name, |(stem, _)| stem)).to_owned()
}

/// Where the lines stand that the records name; nothing where they are the lines of the file.
fn places_of(draft: &PlanDraft, places: &Places) -> Vec<Place> {
    if *places == Places::Lines {
        return Vec::new();
    }
    let place = |line: LineNo| {
        let ReadPlace { sheet, line: at_line, page, area: _, confidence: _, row } = places.of(line);
        Place { line, at_line, sheet: sheet.map(str::to_owned), page, row }
    };
    lines_of(draft).into_iter().map(place).collect()
}

/// Every line that a record names, once.
fn lines_of(draft: &PlanDraft) -> BTreeSet<LineNo> {
    let mut lines = BTreeSet::new();
    for node in &draft.nodes {
        lines.insert(node.line);
        lines.extend(node.summary.map(|summary| summary.line));
        lines.extend(node.fields.iter().map(|field| field.line));
        lines.extend(node.index.iter().map(|entry| entry.line));
    }
    lines.extend(draft.indicators.iter().map(|record| record.line));
    lines.extend(draft.phases.iter().map(|record| record.line));
    lines.extend(draft.budget_lines.iter().map(|record| record.line));
    lines.extend(draft.efforts.iter().map(|record| record.line));
    lines.extend(draft.allocations.iter().map(|record| record.line));
    lines.extend(draft.resources.iter().map(|record| record.line));
    for timetable in &draft.timetables {
        lines.insert(timetable.line);
        lines.extend(timetable.rows.iter().map(|row| row.line));
    }
    lines.extend(draft.totals.iter().map(|record| record.line));
    lines.extend(draft.amounts.iter().map(|record| record.line));
    for table in &draft.tables {
        lines.insert(table.line);
        lines.extend(&table.row_lines);
    }
    lines.extend(draft.notes.iter().map(|record| record.line));
    lines.extend(draft.unread.iter().map(|record| record.line));
    lines
}
