// SPDX-License-Identifier: AGPL-3.0-or-later
//! The lists beside a review: lines that were not read, what people put right, nodes.

use super::address::{document_of, record_anchor, review, review_line};
use super::cards::{At, Settled, Unread, node_name, shown};
use super::{lists_taken, words};
use crate::list::{Address, Cell, Column, List};
use crate::render::{Content, Label, Page};
use crate::server::{Answer, Context, Failure};
use ambito_app::Error;
use ambito_app::plans::lists::ListKey;
use ambito_app::reviews::{ListedCorrection, ReviewFilter, ShownUnread, UnreadAsked};
use ambito_documents::corrections::anchor_parts;
use ambito_domain::office::DocumentId;
use ambito_domain::planning::LineNo;
use ambito_domain::review::{Act, Placement, RecordKey, ValueKind};
use axum::extract::Path;
use axum::response::{IntoResponse as _, Redirect};
use serde::Serialize;

/// How many nodes a search gives at most.
const NODES_MAX: usize = 50;

/// Lines that were not read.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct UnreadLines {
    base: String,
    /// The list as it is shown, for what leads back to it.
    here: String,
    csrf: String,
    reading: i64,
    /// Filters, files, the way on; the rows are cards, because something is done with each.
    list: List,
    cards_shown: Vec<Unread>,
    is_empty: bool,
}

impl Content for UnreadLines {
    const TEMPLATE: &'static str = "reviews/unread.html";

    fn samples() -> Vec<Self> {
        let unread = super::samples::cards().into_iter().filter_map(|card| match card {
            super::cards::Card::Unread { card } => {
                let at = At { href: "/reviews/1?line=501#l501".to_owned(), ..card.at.clone() };
                Some(Unread { at, ..*card })
            }
            _ => None,
        });
        let address = Address::parse("/reviews/1/unread?words=spese&state=left&after=7");
        let list = unread_list(&address);
        let full = Self {
            base: "/reviews/1".to_owned(),
            here: "unread?state=left".to_owned(),
            csrf: "token".to_owned(),
            reading: 2,
            cards_shown: unread.collect(),
            list: list.clone().with_rows(&address, Vec::new(), 2, Some("9")),
            is_empty: false,
        };
        let none = Self { cards_shown: Vec::new(), list, ..full.clone() };
        vec![Self { is_empty: true, ..none.clone() }, none, full]
    }
}

/// What people put right.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Corrections {
    base: String,
    list: List,
    is_empty: bool,
}

impl Row {
    /// What the page and the file begin with: where, what, before, now, who, when.
    pub(super) fn shared_cells(self) -> [Cell; SHARED_COLUMNS] {
        [
            Cell::link(self.href, self.place),
            Cell::words(self.what),
            Cell::words(self.old),
            Cell::words(self.new),
            Cell::said(Some(self.by)),
            Cell::Moment { at: self.at },
        ]
    }
}

impl Content for Corrections {
    const TEMPLATE: &'static str = "reviews/corrections.html";

    fn samples() -> Vec<Self> {
        let row = Row {
            id: "1".to_owned(),
            href: "/reviews/1?line=3#l3".to_owned(),
            place: Label::key("page-line").with("line", "3"),
            what: Label::key("corrections-removed"),
            old: Label::said("400.000,00"),
            new: Label::said("430.000,00"),
            by: "Ada Fabbri".to_owned(),
            at: super::samples::AT,
            placement: words::placement(Some(Placement::Lost)),
            badge: "warning",
            withdrawn: None,
        };
        let gone = Row { withdrawn: Some(("Bea Conti".to_owned(), super::samples::AT)), ..row.clone() };
        let address = Address::parse("/reviews/1/corrections?words=430&state=lost&sort=-at");
        let rows = [row, gone].map(|row| correction_cells(row, ("/reviews/1", "corrections"), "token", 2)).into();
        let list = corrections_list(&address, &page_columns());
        let full = list.clone().with_rows(&address, rows, 2, Some("9"));
        let base = "/reviews/1".to_owned();
        vec![
            Self { base: base.clone(), list: full, is_empty: false },
            Self { base: base.clone(), list: list.clone(), is_empty: false },
            Self { base, list, is_empty: true },
        ]
    }
}

#[derive(Clone, Debug)]
pub(super) struct Row {
    id: String,
    href: String,
    place: Label,
    what: Label,
    old: Label,
    new: Label,
    by: String,
    at: i64,
    pub(super) placement: Label,
    badge: &'static str,
    pub(super) withdrawn: Option<(String, i64)>,
}

/// Nodes of a reading.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Nodes {
    base: String,
    searched: String,
    nodes: Vec<Found>,
    is_cut: bool,
}

#[derive(Clone, Debug, Serialize)]
struct Found {
    href: String,
    name: Label,
    line: LineNo,
}

impl Content for Nodes {
    const TEMPLATE: &'static str = "reviews/nodes.html";

    fn samples() -> Vec<Self> {
        let node = Found { href: "/reviews/1?line=3".to_owned(), name: Label::said("Azione 1"), line: 3 };
        let full =
            Self { base: "/reviews/1".to_owned(), searched: "azione".to_owned(), nodes: vec![node], is_cut: true };
        vec![Self { nodes: Vec::new(), ..full.clone() }, full]
    }
}

/// The document of a list, in short, and the page around it.
pub(crate) async fn around(
    context: &Context,
    document: DocumentId,
    title: &'static str,
) -> Result<(i64, Page), Failure> {
    let filter = ReviewFilter { document: Some(document), ..ReviewFilter::default() };
    let found = context.server.app.list_reviews(&context.viewer, &filter, None).await?;
    let one = found.reviews.into_iter().next().ok_or(Error::Absent("document"))?;
    let page = context.page(Label::key(title)).under("/reviews", Label::key("reviews-title"));
    Ok((one.reading, page.under(review(document), Label::said(one.name))))
}

/// The lines that were not read, without rows.
pub(super) fn unread_list(address: &Address) -> List {
    let states = [("left", "unread-state-left"), ("settled", "unread-state-settled")];
    let states = states.map(|(word, key)| (word.to_owned(), Label::key(key))).into();
    List::new("unread", Label::key("review-unread-title"), lists_taken::UNREAD, address)
        .filtered_by(address, "words", Label::key("list-words"), Vec::new())
        .filtered_by(address, "state", Label::key("reviews-state"), states)
}

/// Which of them an address asks for.
pub(super) fn unread_asked(address: &Address) -> UnreadAsked {
    let settled = match address.value("state") {
        "settled" => Some(true),
        "left" => Some(false),
        _ => None,
    };
    UnreadAsked { words: address.value("words").to_owned(), settled }
}

/// Shows the lines that were not read.
pub(crate) async fn unread(context: Context, Path(id): Path<String>) -> Answer {
    let document = document_of(&id)?;
    let address = Address::of(&context);
    let (reading, page) = around(&context, document, "review-unread-title").await?;
    if let Some(whole) = address.whole() {
        return lists_taken::unread(&context, document, &page, (&address, whole)).await;
    }
    let (asked, after) = (unread_asked(&address), context.query("after").parse().ok());
    let found = match context.server.app.list_review_unread(&context.viewer, document, &asked, after).await {
        // It was not read at all: its own page says why.
        Err(Error::Absent("reading")) => return Ok(Redirect::to(&review(document)).into_response()),
        found => found?,
    };
    let may = super::cards::May { edit: true, teach: context.server.app.may_teach(&context.viewer).await? };
    let cards_shown =
        super::cards::one_a_line(&found.unread).iter().map(|unread| line(document, unread, may)).collect();
    let next = found.next.map(|line| line.to_string());
    let list = unread_list(&address).with_rows(&address, Vec::new(), found.count, next.as_deref());
    let is_empty = found.count == 0 && asked == UnreadAsked::default();
    let (base, csrf) = (review(document), context.csrf());
    let content = UnreadLines { here: address.below(&base), base, csrf, reading, list, cards_shown, is_empty };
    context.show(&page, &content)
}

fn line(document: DocumentId, unread: &ShownUnread, may: super::cards::May) -> Unread {
    let number = unread.line;
    let at =
        At { href: review_line(document, number), label: Label::key("page-line").with("line", number.to_string()) };
    let settled = unread.settled.as_ref().map(|(correction, node)| Settled {
        corrected: super::cards::corrected(ValueKind::Text, correction),
        node: node.as_ref().map(node_name),
        reason: correction.new.clone(),
    });
    super::cards::unread_card(document, unread, at, settled, Vec::new(), may)
}

/// The columns of the page of corrections: those of its file up to what became of each, and the way to undo it.
fn page_columns() -> Vec<Column> {
    let shared = lists_taken::CORRECTIONS.iter().take(SHARED_COLUMNS + 1).copied();
    shared.chain([Column::plain("corrections-undo")]).collect()
}

/// How many columns the page and the file begin with alike.
const SHARED_COLUMNS: usize = 6;

/// What the corrections may be narrowed to.
const STATES: [(&str, &str); 4] = [
    ("standing", "corrections-state-standing"),
    ("superseded", "corrections-state-superseded"),
    ("lost", "corrections-state-lost"),
    ("withdrawn", "corrections-state-withdrawn"),
];

/// The corrections, without rows.
pub(super) fn corrections_list(address: &Address, columns: &[Column]) -> List {
    let states = STATES.map(|(word, key)| (word.to_owned(), Label::key(key))).into();
    List::new("corrections", Label::key("corrections-title"), columns, address)
        .filtered_by(address, "words", Label::key("list-words"), Vec::new())
        .filtered_by(address, "state", Label::key("reviews-state"), states)
}

/// Shows what people put right.
pub(crate) async fn corrections(context: Context, Path(id): Path<String>) -> Answer {
    let document = document_of(&id)?;
    let address = Address::of(&context);
    let (reading, page) = around(&context, document, "corrections-title").await?;
    if let Some(whole) = address.whole() {
        return lists_taken::corrections(&context, document, (reading, &page), (&address, whole)).await;
    }
    let asked = address.asked();
    let found = context.server.app.list_corrections(&context.viewer, document, &asked, address.key().as_ref()).await?;
    let (base, csrf) = (review(document), context.csrf());
    let rows = rows(document, reading, found.corrections);
    let here = address.below(&base);
    let rows = rows.map(|row| correction_cells(row, (&base, &here), &csrf, reading)).collect();
    let next = found.next.as_ref().map(ListKey::text);
    let list = corrections_list(&address, &page_columns()).with_rows(&address, rows, found.count, next);
    let is_empty = found.count == 0 && asked.filters.is_empty();
    context.show(&page, &Corrections { base, list, is_empty })
}

fn correction_cells(row: Row, (base, list): (&str, &str), csrf: &str, reading: i64) -> Vec<Cell> {
    let undo = || Cell::Act {
        words: Label::key("corrections-undo"),
        action: format!("{base}/corrections/{}/withdraw", row.id),
        fields: vec![("csrf", csrf.to_owned()), ("version", reading.to_string()), ("list", list.to_owned())],
    };
    let (state, undo) = match &row.withdrawn {
        Some((by, _)) => (Cell::words(Label::key("corrections-withdrawn").with("name", by.as_str())), Cell::Nothing),
        None => (Cell::State { words: row.placement.clone(), kind: row.badge }, undo()),
    };
    row.shared_cells().into_iter().chain([state, undo]).collect()
}

/// Corrections as rows; one that a newer one of them replaced says so.
pub(super) fn rows(document: DocumentId, reading: i64, found: Vec<ListedCorrection>) -> impl Iterator<Item = Row> {
    found.into_iter().map(move |one| {
        let is_superseded = one.is_superseded;
        let row = row(document, reading, one);
        if is_superseded { Row { placement: Label::key("corrections-superseded"), ..row } } else { row }
    })
}

fn row(document: DocumentId, reading: i64, one: ListedCorrection) -> Row {
    let ListedCorrection { correction, by, withdrawn_by, is_superseded: _ } = one;
    let said = |text: &str| shown(ValueKind::Text, text);
    let (what, old, new) = match &correction.act {
        Act::Set { record, field, old, new } if field == "node" => {
            (words::record_kind(record.kind), node_said(old), node_said(new))
        }
        Act::Set { field, old, new, .. } => (words::field(field, ""), said(old), said(new)),
        Act::Remove { old, .. } => (Label::key("corrections-removed"), said(old), Label::key("corrections-nothing")),
        Act::Assign { node, .. } => {
            (Label::key("corrections-assigned"), said(anchor_parts(&correction.anchor).0), node_said(&node.to_string()))
        }
        Act::SetAside { reason, .. } => {
            (Label::key("review-aside"), said(anchor_parts(&correction.anchor).0), said(reason))
        }
    };
    let placed = correction.placed.filter(|placed| placed.reading == reading && placed.line > 0);
    let line = placed.map_or(correction.act.line(), |placed| placed.line);
    let placement = correction.placed.filter(|placed| placed.reading == reading).map(|placed| placed.placement);
    Row {
        id: correction.id.to_string(),
        href: if line == 0 { review(document) } else { review_line(document, line) },
        place: if line == 0 {
            words::record_kind(RecordKey::DOCUMENT.kind)
        } else {
            Label::key("page-line").with("line", line.to_string())
        },
        what,
        old,
        new,
        by,
        at: correction.made.as_microsecond(),
        placement: words::placement(placement),
        badge: if placement == Some(Placement::Lost) { "warning" } else { "ordinary" },
        withdrawn: correction.withdrawn.map(|gone| (withdrawn_by, gone.at.as_microsecond())),
    }
}

/// A node by its key, as one can say it without looking it up: by the line it begins on.
fn node_said(key: &str) -> Label {
    match key.parse::<RecordKey>() {
        Ok(key) => Label::key("corrections-node").with("line", key.line.to_string()),
        Err(()) => Label::key("review-choose-none"),
    }
}

/// Shows the nodes with some words.
pub(crate) async fn nodes(context: Context, Path(id): Path<String>) -> Answer {
    let document = document_of(&id)?;
    let (_, page) = around(&context, document, "review-nodes-title").await?;
    let searched = context.query("text");
    let found = context.server.app.list_review_nodes(&context.viewer, document, searched.trim()).await?;
    let base = review(document);
    let is_cut = found.len() >= NODES_MAX;
    let href = |key: RecordKey| format!("{base}?line={}#{}", key.line, record_anchor(key));
    let nodes = found.iter().map(|node| Found { href: href(node.key), name: node_name(node), line: node.key.line });
    let content = Nodes { nodes: nodes.collect(), base: base.clone(), searched, is_cut };
    context.show(&page, &content)
}
