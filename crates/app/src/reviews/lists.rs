// SPDX-License-Identifier: AGPL-3.0-or-later
//! The lists beside the page of a review: documents, nodes to choose, lines that were not read, corrections, and what a
//! second reading changed.

use super::keep::{self, aside};
use super::show::{Nodes, choice, is_settling, node_named, shown_correction, shown_reading, spot};
use super::{
    ChangedRecord, CorrectionList, ListedCorrection, NodeChoice, ReadingChanges, ReviewFilter, ReviewList, ReviewRows,
    ShownUnread, UnreadAsked, UnreadList,
};
use crate::plans::lists::{Asked, Export, Given, ListKey, ListPage, Within, page_of};
use crate::{App, Change, Error, Result, Taken, Viewer};
use ambito_documents::corrections::{Lines as _, records, short};
use ambito_domain::audit::Kind;
use ambito_domain::office::{DocumentId, Right, StaffId};
use ambito_domain::planning::LineNo;
use ambito_domain::review::{Act, CorrectionId, ReadingState, RecordKey, RecordKind, ValueKind};
use ambito_exchange::Source;
use ambito_store::lists::Scope;
use ambito_store::reviews::{self, DocumentKey, Only, UnreadFilter};
use ambito_store::{Tx, staff};
use std::collections::{BTreeMap, HashMap};

/// How many documents one page lists.
const REVIEWS_PAGE: u32 = 50;
/// How many nodes are offered at once.
const NODES_PAGE: u32 = 50;
/// How many lines that were not read one page lists.
const UNREAD_PAGE: u32 = 200;
/// How many differences between readings are listed.
const CHANGES_MAX: usize = 500;

impl App {
    /// Documents under review, the last first.
    ///
    /// # Errors
    /// [`Error::Denied`], or what the database says.
    pub async fn list_reviews(
        &self,
        viewer: &Viewer,
        filter: &ReviewFilter,
        after: Option<DocumentId>,
    ) -> Result<ReviewList> {
        let sight = viewer.sight(Right::FilePlans)?;
        let mut tx = self.db.read().await?;
        let mut listed = reviews::list_reviews(&mut tx, &sight, filter, after, REVIEWS_PAGE + 1).await?;
        let has_more = listed.len() > REVIEWS_PAGE as usize;
        listed.truncate(REVIEWS_PAGE as usize);
        let next = listed.last().filter(|_| has_more).map(|last| last.document);
        Ok(ReviewList { reviews: listed, next })
    }

    /// A page of the documents in sight, as somebody wants it.
    ///
    /// # Errors
    /// [`Error::Denied`], or what the database says.
    pub async fn list_reviews_as(&self, viewer: &Viewer, asked: &Asked, after: Option<&ListKey>) -> Result<ListPage> {
        let sight = viewer.sight(Right::FilePlans)?;
        let mut tx = self.db.read().await?;
        page_of(&mut tx, Scope::Sight(&sight), &reviews::lists::REVIEWS, asked, after).await
    }

    /// Begins to take away the list of documents in sight.
    ///
    /// # Errors
    /// [`Error::Denied`], or what the database says.
    pub async fn begin_reviews_export(&self, viewer: &Viewer, asked: &Asked, way: Taken) -> Result<Export> {
        let sight = viewer.sight(Right::FilePlans)?;
        self.begin_export(viewer, &reviews::lists::REVIEWS, Within::Sight(sight), asked, way).await
    }

    /// Nodes of the last reading that have these words.
    ///
    /// # Errors
    /// [`Error::Denied`], [`Error::Absent`], or what the database says.
    pub async fn list_review_nodes(
        &self,
        viewer: &Viewer,
        document: DocumentId,
        text: &str,
    ) -> Result<Vec<NodeChoice>> {
        let mut tx = self.db.read().await?;
        let (key, number) = latest(&mut tx, viewer, document).await?;
        let found = reviews::search_nodes(&mut tx, &key, number, text, None, NODES_PAGE).await?;
        Ok(found.iter().map(choice).collect())
    }

    /// Lines of the last reading that were not read, with what became of each.
    ///
    /// # Errors
    /// [`Error::Denied`], [`Error::Absent`], or what the database says.
    pub async fn list_review_unread(
        &self,
        viewer: &Viewer,
        document: DocumentId,
        asked: &UnreadAsked,
        after: Option<LineNo>,
    ) -> Result<UnreadList> {
        let mut tx = self.db.read().await?;
        let (key, number) = latest(&mut tx, viewer, document).await?;
        let mut corrections = keep::corrections(&mut tx, &key).await?;
        corrections.retain(|one| one.withdrawn.is_none() && is_settling(&one.act));
        let settled: HashMap<LineNo, _> =
            corrections.iter().filter_map(|one| spot(one, number).map(|spot| (spot.line, (one, spot)))).collect();
        let those: Vec<LineNo> = settled.keys().copied().collect();
        let only = asked.settled.map(|wanted| if wanted { Only::These(&those) } else { Only::Others(&those) });
        let filter = UnreadFilter { words: &asked.words, only };
        let count = reviews::count_unread(&mut tx, &key, number, filter).await?;
        let from = after.map_or(1, |line| line.saturating_add(1));
        let mut lines = reviews::list_unread(&mut tx, &key, number, filter, from, UNREAD_PAGE + 1).await?;
        let next = if lines.len() > UNREAD_PAGE as usize {
            // A line with several parts stays on one page.
            let cut = lines.last().map_or(0, |last| last.line);
            if lines.iter().any(|line| line.line < cut) {
                lines.retain(|line| line.line < cut);
            }
            lines.last().map(|last| last.line)
        } else {
            None
        };
        let here = || lines.iter().filter_map(|line| settled.get(&line.line));
        let named: Vec<LineNo> = here().filter_map(|(one, _)| node_named(&one.act)).map(|key| key.line).collect();
        let people: Vec<StaffId> = here().map(|(one, _)| one.made_by).collect();
        let nodes = Nodes(reviews::find_nodes(&mut tx, &key, number, &[], &named).await?);
        let names = names(&mut tx, viewer, people).await?;
        let name = |id: StaffId| names.get(&id).cloned().unwrap_or_default();
        let unread = lines
            .iter()
            .map(|line| {
                let settled = settled.get(&line.line).map(|(one, spot)| {
                    let node = node_named(&one.act).and_then(|key| nodes.named(key));
                    (shown_correction(one, *spot, &name), node)
                });
                ShownUnread { line: line.line, text: line.text.clone(), settled }
            })
            .collect();
        Ok(UnreadList { unread, next, count })
    }

    /// What people put right in a document, as somebody wants it, what was taken back too. That people are named in it is
    /// put on record.
    ///
    /// # Errors
    /// [`Error::Denied`], [`Error::Absent`], or what the database says.
    pub async fn list_corrections(
        &self,
        viewer: &Viewer,
        document: DocumentId,
        asked: &Asked,
        after: Option<&ListKey>,
    ) -> Result<CorrectionList> {
        let found = self.next_corrections(viewer, document, asked, after).await?;
        let of_person = |one: &&ListedCorrection| match &one.correction.act {
            Act::Set { record, .. } | Act::Remove { record, .. } => record.kind == RecordKind::Effort,
            Act::Assign { .. } | Act::SetAside { .. } => false,
        };
        let people = found.corrections.iter().filter(of_person).count();
        self.record_people(viewer, document, people, "list=document-corrections").await?;
        Ok(found)
    }

    /// The same of a list that is being taken away, which is on record.
    ///
    /// # Errors
    /// [`Error::Denied`], [`Error::Absent`], or what the database says.
    pub async fn next_corrections(
        &self,
        viewer: &Viewer,
        document: DocumentId,
        asked: &Asked,
        after: Option<&ListKey>,
    ) -> Result<CorrectionList> {
        let sight = viewer.sight(Right::FilePlans)?;
        let mut tx = self.db.read().await?;
        let key = reviews::find_document_key(&mut tx, &sight, document).await?.ok_or(Error::Absent("document"))?;
        let mut asked = asked.clone();
        asked.filters.push(("document".to_owned(), document.to_string()));
        let page = page_of(&mut tx, Scope::Sight(&sight), &reviews::lists::CORRECTIONS, &asked, after).await?;
        let place = |column: &str| page.columns.iter().position(|key| *key == column).unwrap_or_default();
        let (id, superseded) = (place("id"), place("superseded"));
        let listed: Vec<(CorrectionId, bool)> = page
            .rows
            .iter()
            .filter_map(|row| match (row.cells.get(id), row.cells.get(superseded)) {
                (Some(Given::Id(id)), Some(flag)) => Some((CorrectionId(*id), *flag == Given::Flag(true))),
                _ => None,
            })
            .collect();
        let ids: Vec<CorrectionId> = listed.iter().map(|(id, _)| *id).collect();
        let found = reviews::find_corrections(&mut tx, &key, &ids).await?;
        let people = found.iter().flat_map(|one| [Some(one.made_by), one.withdrawn.map(|withdrawn| withdrawn.by)]);
        let people: Vec<StaffId> = people.flatten().collect();
        let names = names(&mut tx, viewer, people).await?;
        let name = |id: StaffId| names.get(&id).cloned().unwrap_or_default();
        let mut found: HashMap<CorrectionId, _> = found.into_iter().map(|one| (one.id, one)).collect();
        let corrections = listed.into_iter().filter_map(|(id, is_superseded)| {
            let correction = found.remove(&id)?;
            Some(ListedCorrection {
                by: name(correction.made_by),
                withdrawn_by: correction.withdrawn.map(|withdrawn| name(withdrawn.by)).unwrap_or_default(),
                correction,
                is_superseded,
            })
        });
        Ok(CorrectionList { corrections: corrections.collect(), next: page.next, count: page.whole.rows })
    }

    /// Puts on record that somebody takes a list of a document away; what the document is called.
    ///
    /// # Errors
    /// [`Error::Denied`], [`Error::Absent`], or what the database says.
    pub async fn begin_review_export(
        &self,
        viewer: &Viewer,
        document: DocumentId,
        list: ReviewRows,
        way: Taken,
    ) -> Result<String> {
        let sight = viewer.sight(Right::FilePlans)?;
        let mut tx = self.db.write().await?;
        let glance = reviews::find_glance(&mut tx, &sight, document).await?.ok_or(Error::Absent("document"))?;
        let said = format!("list={}", list.word());
        let change = Change::new(Kind::Export, way.act()).on(document.0).saying(said);
        self.record(&mut tx, viewer, change).await?;
        tx.commit().await?;
        Ok(glance.document.name)
    }

    /// What the last reading says otherwise than the one before.
    ///
    /// # Errors
    /// [`Error::Denied`], [`Error::Absent`] where there is one reading only, or what the database says.
    pub async fn compare_readings(&self, viewer: &Viewer, document: DocumentId) -> Result<ReadingChanges> {
        let sight = viewer.sight(Right::FilePlans)?;
        let mut tx = self.db.read().await?;
        let key = reviews::find_document_key(&mut tx, &sight, document).await?.ok_or(Error::Absent("document"))?;
        let mut readings = reviews::list_readings(&mut tx, &key).await?;
        let corrections = keep::corrections(&mut tx, &key).await?;
        readings.retain(|reading| reading.state == ReadingState::Done);
        let [.., first, second] = readings.as_slice() else { return Err(Error::Absent("reading")) };
        let (before, after) = (first.number, second.number);
        let unread = reviews::count_unread_left(&mut tx, &key, [before, after]).await?;
        drop(tx);
        let old = self.load_reading(&key, before).await?;
        let new = self.load_reading(&key, after).await?;
        let changed = aside(move || Ok(changes(&old, &new))).await?;
        let has_more = changed.len() > CHANGES_MAX;
        let changed: Vec<ChangedRecord> = changed.into_iter().take(CHANGES_MAX).collect();
        self.record_people(viewer, document, people_in(&changed), &format!("reading={after}")).await?;
        let standing = corrections.iter().filter(|one| one.withdrawn.is_none());
        let placed = standing.filter_map(|one| one.placed.map(|placed| placed.placement)).collect();
        Ok(ReadingChanges { before, after, changed, has_more, unread, placed })
    }
}

/// A document in sight, and the reading of it that is shown; absent where none came to its end.
pub(super) async fn latest(tx: &mut Tx, viewer: &Viewer, document: DocumentId) -> Result<(DocumentKey, i64)> {
    let sight = viewer.sight(Right::FilePlans)?;
    let key = reviews::find_document_key(tx, &sight, document).await?.ok_or(Error::Absent("document"))?;
    let readings = reviews::list_readings(tx, &key).await?;
    let reading = shown_reading(&readings, None).filter(|reading| reading.state == ReadingState::Done);
    Ok((key, reading.ok_or(Error::Absent("reading"))?.number))
}

async fn names(tx: &mut Tx, viewer: &Viewer, mut people: Vec<StaffId>) -> Result<HashMap<StaffId, String>> {
    people.sort_unstable();
    people.dedup();
    Ok(staff::list_names(tx, viewer.area(), &people).await?.into_iter().collect())
}

/// How many of these records are about people.
pub(super) fn people_in(changed: &[ChangedRecord]) -> usize {
    changed.iter().filter(|one| one.kind == RecordKind::Effort).count()
}

/// The records of two readings that differ, in the order of their lines.
pub(super) fn changes(old: &Source, new: &Source) -> Vec<ChangedRecord> {
    let sides = [old, new].map(|source| {
        let all = records(&source.reading.draft).into_iter().map(|record| {
            let text = source.blocks.text(record.key.line).to_owned();
            // Nodes are named by their lines, which may have moved.
            let values = record.values.iter().filter(|value| value.kind != ValueKind::Node);
            let values: Vec<(String, String)> = values.map(|value| (value.field.clone(), value.text.clone())).collect();
            (record.key, (text, short(&record), values))
        });
        all.collect::<BTreeMap<RecordKey, _>>()
    });
    let [old, new] = &sides;
    let mut changed: Vec<(LineNo, RecordKind, ChangedRecord)> = Vec::new();
    let mut tell = |key: &RecordKey, old: &str, new: &str| {
        let (kind, line) = (key.kind, key.line);
        changed.push((line, kind, ChangedRecord { kind, line, old: old.to_owned(), new: new.to_owned() }));
    };
    for (key, (_, said, values)) in old {
        match new.get(key) {
            None => tell(key, said, ""),
            Some((_, now, new_values)) if new_values != values => tell(key, said, now),
            Some(_) => {}
        }
    }
    for (key, (_, said, _)) in new {
        if !old.contains_key(key) {
            tell(key, "", said);
        }
    }
    changed.sort_by_key(|(line, kind, _)| (*line, *kind));
    changed.into_iter().map(|(_, _, one)| one).collect()
}
