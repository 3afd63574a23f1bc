// SPDX-License-Identifier: AGPL-3.0-or-later
//! The page of a review: one window of the source, what was read there, what people put right and what was found there.
//!
//! Invariants: one piece of the reading is loaded, whatever the size of the document; who may file a body's plans sees its
//! documents; the source of a filed plan shows the lines that name people only to who may see them, and that they were
//! shown is on record.

use super::chunk::unpack;
use super::keep::CORRECTIONS_MAX;
use super::{
    NodeChoice, ReviewPage, ShownAcceptance, ShownCorrection, ShownErrand, ShownFinding, ShownRecord, ShownUnread,
    ShownValue, SourceWindow, Window, said,
};
use crate::{App, Change, Error, Result, Viewer};
use ambito_base::{Timestamp, parse_date};
use ambito_documents::blocks::{Blocks, Format, LineKind, Span};
use ambito_domain::audit::Kind;
use ambito_domain::office::{DocumentId, PlanId, Right, StaffId};
use ambito_domain::planning::{Family, LineNo, NodeId};
use ambito_domain::review::{
    Act, Correction, Placement, ReadRecord, Reading, ReadingState, RecordKey, RecordKind, ValueKind,
};
use ambito_i18n::Language;
use ambito_store::reviews::{self, ChunkAt, FoundHere, Glance, Pane, StoredNode};
use ambito_store::{Tx, plans};
use std::collections::BTreeSet;

/// The most findings that one window shows.
const FINDINGS_MAX: u32 = 500;

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
struct Look {
    glance: Glance,
    number: Option<i64>,
    window: Window,
    language: Language,
    /// Whether what was found and what is to do is shown as well.
    with_work: bool,
    /// Whether lines that name people are left out.
    without_people: bool,
    /// Only what was put right until then.
    until: Option<Timestamp>,
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
        let glance = reviews::find_glance(&mut tx, &sight, document).await?.ok_or(Error::Absent("document"))?;
        let (with_work, without_people) = (true, false);
        let look = Look { glance, number: reading, window, language, with_work, without_people, until: None };
        let page = look_through(&mut tx, look).await?;
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
        let glance = reviews::find_glance(&mut tx, &sight, origin.document).await?;
        let glance = glance.ok_or(Error::Absent("source"))?;
        let people = viewer.sight(Right::ReadPlanPeople).is_ok_and(|sight| sight.covers(glance.key.body()));
        let look = Look {
            glance,
            number: Some(number),
            window,
            language,
            with_work: false,
            without_people: !people,
            until: Some(origin.filed),
        };
        let mut page = look_through(&mut tx, look).await?;
        page.filed = Some((plan, origin.number));
        drop(tx);
        self.record_shown(viewer, &page).await?;
        Ok(page)
    }

    /// Puts on record that names of people were given.
    async fn record_shown(&self, viewer: &Viewer, page: &ReviewPage) -> Result<()> {
        let people = page.records.iter().filter(|record| record.key.kind == RecordKind::Effort).count();
        let said = format!("reading={} line={}", page.reading.number, page.window.first_line);
        self.record_people(viewer, page.document.id, people, &said).await
    }

    /// Puts on record that so many people of a document are about to be named, and in what.
    pub(super) async fn record_people(
        &self,
        viewer: &Viewer,
        document: DocumentId,
        people: usize,
        what: &str,
    ) -> Result<()> {
        if people == 0 {
            return Ok(());
        }
        let said = format!("{what} people={people}");
        self.record_reading(viewer, Change::new(Kind::Reading, "review.people").on(document.0).saying(said)).await
    }
}

/// One window of a document, as somebody looks at it.
async fn look_through(tx: &mut Tx, look: Look) -> Result<ReviewPage> {
    let Look { glance, number, window, language, with_work, without_people, until } = look;
    let Glance { key, document, body, filed, checked, open, accepted } = glance;
    let readings = reviews::list_readings(tx, &key).await?;
    let reading = shown_reading(&readings, number).ok_or(Error::Absent("reading"))?.clone();
    let mut corrections = reviews::list_corrections_by(tx, &key, None, CORRECTIONS_MAX).await?;
    if let Some(until) = until {
        corrections.retain(|(one, _)| one.made <= until && one.withdrawn.is_none_or(|withdrawn| withdrawn.at > until));
    }
    let changed = |one: &Correction| one.withdrawn.map_or(one.made, |withdrawn| withdrawn.at);
    let last_change = corrections.iter().map(|(one, _)| changed(one)).max();
    if until.is_none() {
        corrections.retain(|(one, _)| one.withdrawn.is_none());
    }
    let mut page = ReviewPage {
        document,
        body,
        window: SourceWindow::NOTHING,
        blocks: Blocks::new(Format::Text, String::new()),
        records: Vec::new(),
        unread: Vec::new(),
        findings: Vec::new(),
        open: None,
        accepted: 0,
        corrections: [
            u32::try_from(corrections.len()).unwrap_or(u32::MAX),
            u32::try_from(corrections.iter().filter(|(one, _)| is_lost(one)).count()).unwrap_or(u32::MAX),
        ],
        unread_left: 0,
        is_working: readings.last().is_some_and(|last| !last.state.is_over()),
        filed: None,
        next_finding: None,
        next_unread: None,
        reading,
        readings,
    };
    for (one, _) in corrections.iter().filter(|(one, _)| one.withdrawn.is_none()) {
        put_right(&mut page.reading, &one.act);
    }
    if page.reading.state != ReadingState::Done {
        return Ok(page);
    }
    let number = page.reading.number;
    let at = match window {
        Window::Start => ChunkAt::Line(1),
        Window::Line(line) => ChunkAt::Line(line),
        Window::Page(number) => ChunkAt::Page(number),
    };
    let pane = reviews::find_pane(tx, &key, number, at).await?.ok_or(Error::Absent("reading"))?;
    let Pane { chunk, lines, pages, next_finding, next_unread, unread_left } = pane;
    let (part, piece) = unpack(&chunk)?;
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
    let here: Vec<Here<'_>> = corrections
        .iter()
        .filter_map(|(one, by)| spot(one, number).map(|spot| Here { correction: one, by, spot }))
        .filter(|Here { spot, .. }| inside(spot.line) || (spot.line == 0 && chunk.number == 0))
        .collect();
    let named: BTreeSet<LineNo> =
        here.iter().filter_map(|one| node_named(&one.correction.act)).map(|key| key.line).collect();
    let ids = piece.named_nodes();
    let named: Vec<LineNo> = named.into_iter().collect();
    let nodes = Nodes(reviews::find_nodes(tx, &key, number, &ids, &named).await?);
    if with_work {
        let found = reviews::list_found_here(tx, &key, chunk.first_line, chunk.last_line, FINDINGS_MAX).await?;
        page.findings = found.into_iter().map(|found| dressed(found, language)).collect::<Result<_>>()?;
        match checked {
            Some(checked) => {
                (page.open, page.accepted) = (Some(open), accepted);
                page.is_working |= last_change.is_some_and(|change| change >= checked);
            }
            None => page.is_working = true,
        }
        (page.next_finding, page.next_unread, page.unread_left) = (next_finding, next_unread, unread_left);
        page.filed = filed;
    }
    let records = piece.records(&|id| nodes.of(id).map(key_of));
    page.unread = piece
        .unread()
        .map(|line| {
            let is_of = |one: &&Here<'_>| is_settling(&one.correction.act) && one.spot.line == line.line;
            let settled = here.iter().rev().find(is_of).map(|one| {
                let node = node_named(&one.correction.act).and_then(|key| nodes.named(key));
                (one.shown(), node)
            });
            ShownUnread { line: line.line, text: line.text.clone(), settled }
        })
        .collect();
    if without_people {
        hide_people(&mut page, &records, chunk.first_line);
    }
    page.records = records
        .into_iter()
        .filter(|record| !without_people || record.key.kind != RecordKind::Effort)
        .map(|record| shown_record(record, &here, &nodes, without_people))
        .collect();
    Ok(page)
}

/// What was put right of the document itself, in what is said of the reading in short.
fn put_right(reading: &mut Reading, act: &Act) {
    let Act::Set { record, field, new, .. } = act else { return };
    match (record.kind, field.as_str()) {
        (RecordKind::Document, "title") => reading.title = Some(new.clone()).filter(|title| !title.is_empty()),
        (RecordKind::Document, "from") => reading.period.from = parse_date(new, None),
        (RecordKind::Document, "to") => reading.period.to = parse_date(new, None),
        (RecordKind::Document, "family") => reading.family = Family::from_word(new),
        _ => {}
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

/// A correction that stands in a window, with the name of who made it.
struct Here<'a> {
    correction: &'a Correction,
    by: &'a str,
    spot: Spot,
}

impl Here<'_> {
    fn shown(&self) -> ShownCorrection {
        shown_correction(self.correction, self.spot, &|_| self.by.to_owned())
    }
}

fn shown_record(record: ReadRecord, here: &[Here<'_>], nodes: &Nodes, without_people: bool) -> ShownRecord {
    let ReadRecord { key, node, values } = record;
    let own = || here.iter().rev().filter(|one| one.spot.record == Some(key));
    let removed = own().find(|one| matches!(one.correction.act, Act::Remove { .. })).map(Here::shown);
    let mut node = node.and_then(|id| nodes.of(id)).map(choice);
    let values = values
        .into_iter()
        .filter(|value| !(without_people && value.field == "owner"))
        .map(|value| {
            let set = own().find(|one| matches!(&one.correction.act, Act::Set { field, .. } if *field == value.field));
            let read = value.text;
            let text = match set.map(|one| &one.correction.act) {
                Some(Act::Set { new, .. }) => new.clone(),
                _ => read.clone(),
            };
            if set.is_some() && value.kind == ValueKind::Node {
                node = text.parse().ok().and_then(|key| nodes.named(key));
            }
            let correction = set.map(Here::shown);
            ShownValue { field: value.field, part: value.part, kind: value.kind, text, read, correction }
        })
        .collect();
    ShownRecord { key, node, values, removed }
}

/// A finding in a language, with what became of it.
fn dressed(found: FoundHere, language: Language) -> Result<ShownFinding> {
    let FoundHere { finding, accepted, handed } = found;
    let mut shown = said::shown(finding, language)?;
    shown.accepted = accepted.map(|(id, by, accepted, reason)| ShownAcceptance { id, by, accepted, reason });
    shown.errand = handed.map(|(id, to, due, state)| ShownErrand { id, to, due, state });
    Ok(shown)
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
