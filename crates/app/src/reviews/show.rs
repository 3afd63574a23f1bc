// SPDX-License-Identifier: AGPL-3.0-or-later
//! The page of a review: one window of the source, what was read there, what people put right and what was found there.
//!
//! Invariants: one piece of the reading is loaded, whatever the size of the document; who may file a body's plans sees its
//! documents; the source of a filed plan shows the lines that name people only to who may see them, and that they were
//! shown is on record.

use super::keep::{self, piece};
use super::{
    NodeChoice, ReviewPage, ShownAcceptance, ShownCorrection, ShownErrand, ShownFinding, ShownRecord, ShownUnread,
    ShownValue, SourceWindow, Window, said,
};
use crate::{App, Change, Error, Result, Viewer};
use ambito_base::Timestamp;
use ambito_documents::blocks::{Blocks, Format, LineKind, Span};
use ambito_domain::audit::Kind;
use ambito_domain::office::{DocumentId, PlanId, Right, StaffId};
use ambito_domain::planning::{LineNo, NodeId};
use ambito_domain::review::{
    Act, Correction, ErrandState, Placement, ReadRecord, Reading, ReadingState, RecordKey, RecordKind, ValueKind,
};
use ambito_i18n::Language;
use ambito_store::reviews::{self, ChunkAt, DocumentKey, StoredNode};
use ambito_store::{Tx, bodies, plans, staff};
use std::collections::{BTreeSet, HashMap};

/// The most findings that one window shows.
const FINDINGS_MAX: u32 = 500;
/// The most decisions and errands of one document that are looked at.
const DECISIONS_MAX: u32 = 5_000;

/// Where a correction stands in a reading that is shown.
#[derive(Clone, Copy)]
pub(super) struct Spot {
    /// The line.
    pub(super) line: LineNo,
    /// The record, for those that speak of one.
    pub(super) record: Option<RecordKey>,
    /// What became of it there, where the checks have looked.
    pub(super) placement: Option<Placement>,
}

/// Where a correction stands in a reading; nothing where it is not known yet, or is lost there.
pub(super) fn spot(correction: &Correction, reading: i64) -> Option<Spot> {
    match correction.placed {
        Some(placed) if placed.reading == reading => {
            Some(Spot { line: placed.line, record: placed.record, placement: Some(placed.placement) })
                .filter(|_| placed.placement != Placement::Lost)
        }
        _ if correction.reading == reading => {
            let record = match &correction.act {
                Act::Set { record, .. } | Act::Remove { record, .. } => Some(*record),
                Act::Assign { .. } | Act::SetAside { .. } => None,
            };
            Some(Spot { line: correction.act.line(), record, placement: None })
        }
        _ => None,
    }
}

/// Who looks at a source, and how.
struct Look<'a> {
    key: DocumentKey,
    number: Option<i64>,
    window: Window,
    language: Language,
    /// Whether what was found and what is to do is shown as well.
    with_work: bool,
    /// Whether lines that name people are left out.
    without_people: bool,
    /// Only what was put right until then.
    until: Option<Timestamp>,
    viewer: &'a Viewer,
}

impl App {
    /// A document under review, through a window; the last reading that is there where no number is named.
    ///
    /// # Errors
    /// [`Error::Denied`], [`Error::Absent`], or what the database says.
    pub async fn get_review(
        &self,
        viewer: &Viewer,
        document: DocumentId,
        reading: Option<i64>,
        window: Window,
        language: Language,
    ) -> Result<ReviewPage> {
        let sight = viewer.sight(Right::FilePlans)?;
        let mut tx = self.db.read().await?;
        let key = reviews::find_document_key(&mut tx, &sight, document).await?.ok_or(Error::Absent("document"))?;
        let (with_work, without_people) = (true, false);
        let look = Look { key, number: reading, window, language, with_work, without_people, until: None, viewer };
        let page = self.look(&mut tx, &look).await?;
        drop(tx);
        self.record_shown(viewer, &page).await?;
        Ok(page)
    }

    /// The source of a filed plan, as it was read and put right when it was filed; to be looked at only.
    ///
    /// # Errors
    /// [`Error::Denied`], [`Error::Absent`] where it is not in sight or no reading was kept, or what the database says.
    pub async fn get_source(
        &self,
        viewer: &Viewer,
        plan: PlanId,
        version: Option<i64>,
        window: Window,
        language: Language,
    ) -> Result<ReviewPage> {
        let sight = viewer.sight(Right::ReadPlans)?;
        let mut tx = self.db.read().await?;
        let origin = plans::find_origin(&mut tx, &sight, plan, version).await?.ok_or(Error::Absent("plan"))?;
        let number = origin.reading.ok_or(Error::Absent("source"))?;
        let key = reviews::find_document_key(&mut tx, &sight, origin.document).await?;
        let key = key.ok_or(Error::Absent("source"))?;
        let people = viewer.sight(Right::ReadPlanPeople).is_ok_and(|sight| sight.covers(key.body()));
        let look = Look {
            key,
            number: Some(number),
            window,
            language,
            with_work: false,
            without_people: !people,
            until: Some(origin.filed),
            viewer,
        };
        let mut page = self.look(&mut tx, &look).await?;
        page.filed = Some((plan, origin.number));
        drop(tx);
        self.record_shown(viewer, &page).await?;
        Ok(page)
    }

    async fn look(&self, tx: &mut Tx, look: &Look<'_>) -> Result<ReviewPage> {
        let Look { key, window, language, with_work, viewer, .. } = *look;
        let document = self.document_of(tx, &key).await?;
        let body = bodies::find(tx, &ambito_domain::office::keeper(key.area()), key.body()).await?;
        let readings = reviews::list_readings(tx, &key).await?;
        let reading = shown_reading(&readings, look.number).ok_or(Error::Absent("reading"))?.clone();
        let mut corrections = keep::corrections(tx, &key).await?;
        if let Some(until) = look.until {
            corrections.retain(|one| one.made <= until && one.withdrawn.is_none_or(|withdrawn| withdrawn.at > until));
        }
        let last_change = corrections.iter().map(|one| one.withdrawn.map_or(one.made, |withdrawn| withdrawn.at)).max();
        if look.until.is_none() {
            corrections.retain(|one| one.withdrawn.is_none());
        }
        let mut page = ReviewPage {
            document,
            body: body.map(|body| body.name).unwrap_or_default(),
            window: SourceWindow {
                first_line: 1,
                last_line: 0,
                lines: 0,
                first_page: None,
                last_page: None,
                pages: None,
            },
            blocks: Blocks::new(Format::Text, String::new()),
            records: Vec::new(),
            unread: Vec::new(),
            findings: Vec::new(),
            open: None,
            accepted: 0,
            corrections: [
                u32::try_from(corrections.len()).unwrap_or(u32::MAX),
                u32::try_from(corrections.iter().filter(|one| is_lost(one)).count()).unwrap_or(u32::MAX),
            ],
            unread_left: 0,
            is_working: readings.last().is_some_and(|last| !last.state.is_over()),
            filed: None,
            next_finding: None,
            next_unread: None,
            reading,
            readings,
        };
        if page.reading.state != ReadingState::Done {
            return Ok(page);
        }
        let number = page.reading.number;
        let at = match window {
            Window::Start => ChunkAt::Line(1),
            Window::Line(line) => ChunkAt::Line(line),
            Window::Page(number) => ChunkAt::Page(number),
        };
        let (chunk, part, piece) = piece(tx, &key, number, at).await?;
        let (lines, pages) = reviews::find_extent(tx, &key, number).await?;
        page.window = SourceWindow {
            first_line: chunk.first_line,
            last_line: chunk.last_line.min(lines),
            lines,
            first_page: chunk.first_page,
            last_page: chunk.last_page,
            pages,
        };
        page.blocks = part.blocks;
        let inside = |line: LineNo| chunk.first_line <= line && line <= chunk.last_line;
        let here: Vec<(&Correction, Spot)> = corrections
            .iter()
            .filter_map(|one| spot(one, number).map(|spot| (one, spot)))
            .filter(|(_, spot)| inside(spot.line) || (spot.line == 0 && chunk.number == 0))
            .collect();
        let mut people: BTreeSet<StaffId> = here.iter().map(|(one, _)| one.made_by).collect();
        let named: BTreeSet<LineNo> =
            here.iter().filter_map(|(one, _)| node_named(&one.act)).map(|key| key.line).collect();
        let ids = piece.named_nodes();
        let named: Vec<LineNo> = named.into_iter().collect();
        let nodes = Nodes(reviews::find_nodes(tx, &key, number, &ids, &named).await?);
        let (mut acceptances, mut errands) = (Vec::new(), Vec::new());
        if with_work {
            let found =
                reviews::list_findings_between(tx, &key, chunk.first_line, chunk.last_line, FINDINGS_MAX).await?;
            page.findings = found.into_iter().map(|stored| said::shown(stored, language)).collect::<Result<_>>()?;
            let last = reviews::list_checkings(tx, &key).await?.into_iter().last();
            if let Some(last) = last {
                let (open, accepted) = reviews::count_open(tx, &key).await?;
                (page.open, page.accepted) = (Some(open), accepted);
                page.is_working |= last_change.is_some_and(|change| change >= last.checked);
            } else {
                page.is_working = true;
            }
            page.next_finding = reviews::next_open_line(tx, &key, chunk.last_line).await?;
            let (left, next) = reviews::next_unread_line(tx, &key, number, chunk.last_line).await?;
            (page.unread_left, page.next_unread) = (left, next);
            acceptances = reviews::list_acceptances(tx, &key, DECISIONS_MAX).await?;
            acceptances.retain(|one| one.withdrawn.is_none());
            errands = reviews::list_errands_of(tx, &key, DECISIONS_MAX).await?;
            errands.retain(|one| one.state != ErrandState::Closed);
            let shown = |fingerprint: &str| page.findings.iter().any(|found| found.fingerprint == fingerprint);
            people.extend(acceptances.iter().filter(|one| shown(&one.fingerprint)).map(|one| one.accepted_by));
            people.extend(errands.iter().filter(|one| shown(&one.fingerprint)).map(|one| one.to));
            page.filed = reviews::find_filed(tx, &key).await?;
        }
        let people: Vec<StaffId> = people.into_iter().collect();
        let names: HashMap<StaffId, String> =
            staff::list_names(tx, viewer.area(), &people).await?.into_iter().collect();
        let name = |id: StaffId| names.get(&id).cloned().unwrap_or_default();
        for finding in &mut page.findings {
            dress(finding, &acceptances, &errands, &name);
        }
        let records = piece.records(&|id| nodes.of(id).map(key_of));
        page.unread = piece
            .unread()
            .map(|line| {
                let settled = here.iter().rev().find(|(one, spot)| is_settling(&one.act) && spot.line == line.line);
                let settled = settled.map(|(one, spot)| {
                    let node = node_named(&one.act).and_then(|key| nodes.named(key));
                    (shown_correction(one, *spot, &name), node)
                });
                ShownUnread { line: line.line, text: line.text.clone(), settled }
            })
            .collect();
        if look.without_people {
            hide_people(&mut page, &records, chunk.first_line);
        }
        page.records = records
            .into_iter()
            .filter(|record| !look.without_people || record.key.kind != RecordKind::Effort)
            .map(|record| shown_record(record, &here, &nodes, &name, look.without_people))
            .collect();
        Ok(page)
    }

    /// Puts on record that names of people were given.
    async fn record_shown(&self, viewer: &Viewer, page: &ReviewPage) -> Result<()> {
        let people = page.records.iter().filter(|record| record.key.kind == RecordKind::Effort).count();
        if people == 0 {
            return Ok(());
        }
        let said = format!("reading={} line={} people={people}", page.reading.number, page.window.first_line);
        let change = Change::new(Kind::Reading, "review.people").on(page.document.id.0).saying(said);
        self.record_reading(viewer, change).await
    }
}

/// The reading that is shown: the one that is asked for, else the last that is there, else the last.
pub(super) fn shown_reading(readings: &[Reading], number: Option<i64>) -> Option<&Reading> {
    match number {
        Some(number) => readings.iter().find(|reading| reading.number == number),
        None => readings.iter().rfind(|reading| reading.state == ReadingState::Done).or_else(|| readings.last()),
    }
}

fn is_lost(correction: &Correction) -> bool {
    correction.placed.is_some_and(|placed| placed.placement == Placement::Lost)
}

pub(super) const fn is_settling(act: &Act) -> bool {
    matches!(act, Act::Assign { .. } | Act::SetAside { .. })
}

/// The node that an act names.
pub(super) fn node_named(act: &Act) -> Option<RecordKey> {
    match act {
        Act::Assign { node, .. } => Some(*node),
        Act::Set { field, new, .. } if field == "node" => new.parse().ok(),
        Act::Set { .. } | Act::Remove { .. } | Act::SetAside { .. } => None,
    }
}

/// The nodes that a window names.
pub(super) struct Nodes(pub(super) Vec<StoredNode>);

impl Nodes {
    pub(super) fn of(&self, id: NodeId) -> Option<&StoredNode> {
        self.0.iter().find(|node| node.id == id)
    }

    pub(super) fn named(&self, key: RecordKey) -> Option<NodeChoice> {
        self.0.iter().find(|node| key_of(node) == key).map(choice)
    }
}

pub(super) fn key_of(node: &StoredNode) -> RecordKey {
    RecordKey { kind: RecordKind::Node, line: node.line, ordinal: node.ordinal }
}

pub(super) fn choice(node: &StoredNode) -> NodeChoice {
    let (level, code, title) = (node.level.clone(), node.code.clone(), node.title.clone());
    NodeChoice { key: key_of(node), level, code, title }
}

pub(super) fn shown_correction(
    correction: &Correction,
    spot: Spot,
    name: &dyn Fn(StaffId) -> String,
) -> ShownCorrection {
    let (old, new) = match &correction.act {
        Act::Set { old, new, .. } => (old.clone(), new.clone()),
        Act::Remove { old, .. } => (old.clone(), String::new()),
        Act::Assign { node, .. } => (String::new(), node.to_string()),
        Act::SetAside { reason, .. } => (String::new(), reason.clone()),
    };
    let Correction { id, made, made_by, .. } = *correction;
    ShownCorrection { id, by: name(made_by), made, old, new, placement: spot.placement }
}

fn shown_record(
    record: ReadRecord,
    here: &[(&Correction, Spot)],
    nodes: &Nodes,
    name: &dyn Fn(StaffId) -> String,
    without_people: bool,
) -> ShownRecord {
    let ReadRecord { key, node, values } = record;
    let own = || here.iter().rev().filter(|(_, spot)| spot.record == Some(key));
    let removed = own().find(|(one, _)| matches!(one.act, Act::Remove { .. }));
    let removed = removed.map(|(one, spot)| shown_correction(one, *spot, name));
    let mut node = node.and_then(|id| nodes.of(id)).map(choice);
    let values = values
        .into_iter()
        .filter(|value| !(without_people && value.field == "owner"))
        .map(|value| {
            let set = own().find(|(one, _)| matches!(&one.act, Act::Set { field, .. } if *field == value.field));
            let text = match set.map(|(one, _)| &one.act) {
                Some(Act::Set { new, .. }) => new.clone(),
                _ => value.text,
            };
            if set.is_some() && value.kind == ValueKind::Node {
                node = text.parse().ok().and_then(|key| nodes.named(key));
            }
            let correction = set.map(|(one, spot)| shown_correction(one, *spot, name));
            ShownValue { field: value.field, part: value.part, kind: value.kind, text, correction }
        })
        .collect();
    ShownRecord { key, node, values, removed }
}

/// What became of a finding.
fn dress(
    finding: &mut ShownFinding,
    acceptances: &[ambito_domain::review::Acceptance],
    errands: &[ambito_domain::review::Errand],
    name: &dyn Fn(StaffId) -> String,
) {
    let accepted = acceptances.iter().rev().find(|one| one.fingerprint == finding.fingerprint);
    finding.accepted = accepted.map(|one| ShownAcceptance {
        id: one.id,
        by: name(one.accepted_by),
        accepted: one.accepted,
        reason: one.reason.clone(),
    });
    let errand = errands.iter().find(|one| one.fingerprint == finding.fingerprint);
    finding.errand = errand.map(|one| ShownErrand { id: one.id, to: name(one.to), due: one.due, state: one.state });
}

/// Leaves out the text of lines that name people.
fn hide_people(page: &mut ReviewPage, records: &[ReadRecord], first_line: LineNo) {
    let efforts = records.iter().filter(|record| record.key.kind == RecordKind::Effort);
    for line in efforts.map(|record| record.key.line) {
        let at = (line - first_line.min(line)) as usize;
        if let Some(line) = page.blocks.lines.get_mut(at) {
            line.kind = LineKind::Blank;
            let from = line.cells_from as usize;
            let count = line.cells_count as usize;
            let mut spans = vec![line.span];
            spans.extend_from_slice(page.blocks.cells.get(from..from + count).unwrap_or_default());
            line.cells_count = 0;
            line.span = Span::default();
            for span in spans {
                blank(&mut page.blocks.text, span);
            }
        }
    }
}

/// Writes spaces over a stretch of a text, which keeps its length.
fn blank(text: &mut String, span: Span) {
    let range = span.range();
    if text.get(range.clone()).is_some() {
        text.replace_range(range.clone(), &" ".repeat(range.len()));
    }
}
