// SPDX-License-Identifier: AGPL-3.0-or-later
//! The lists beside a review: lines that were not read, what people put right, nodes.

use super::address::{document_of, record_anchor, review, review_line};
use super::cards::{At, Settled, Unread, node_name, shown};
use super::{lists_taken, words};
use crate::list::{Address, Whole};
use crate::render::{Content, Label, Page};
use crate::server::{Answer, Context, Failure};
use ambito_app::Error;
use ambito_app::reviews::{ListedCorrection, ReviewFilter, ShownUnread};
use ambito_domain::office::DocumentId;
use ambito_domain::planning::LineNo;
use ambito_domain::review::{Act, Placement, RecordKey, ValueKind};
use axum::extract::Path;
use serde::Serialize;
use std::collections::BTreeSet;

/// How many nodes a search gives at most.
const NODES_MAX: usize = 50;

/// Lines that were not read.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct UnreadLines {
    base: String,
    csrf: String,
    reading: i64,
    cards_shown: Vec<Unread>,
    first: String,
    next: String,
    files: [String; 2],
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
        let full = Self {
            base: "/reviews/1".to_owned(),
            csrf: "token".to_owned(),
            reading: 2,
            cards_shown: unread.collect(),
            first: "/reviews/1/unread".to_owned(),
            next: "/reviews/1/unread?after=9".to_owned(),
            files: lists_taken::files("/reviews/1", "unread"),
        };
        vec![Self { cards_shown: Vec::new(), ..full.clone() }, full]
    }
}

/// What people put right.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Corrections {
    base: String,
    csrf: String,
    reading: i64,
    rows: Vec<Row>,
    first: String,
    next: String,
    files: [String; 2],
}

#[derive(Clone, Debug, Serialize)]
pub(super) struct Row {
    id: String,
    pub(super) href: String,
    pub(super) place: Label,
    pub(super) what: Label,
    pub(super) old: Label,
    pub(super) new: Label,
    pub(super) by: String,
    pub(super) at: i64,
    pub(super) placement: Label,
    badge: &'static str,
    pub(super) withdrawn: Option<(String, i64)>,
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
        let full = Self {
            base: "/reviews/1".to_owned(),
            csrf: "token".to_owned(),
            reading: 2,
            rows: vec![row, gone],
            first: String::new(),
            next: "/reviews/1/corrections?after=9".to_owned(),
            files: lists_taken::files("/reviews/1", "corrections"),
        };
        vec![Self { rows: Vec::new(), ..full.clone() }, full]
    }
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

fn further(base: &str, list: &str, after: &str, next: Option<String>) -> (String, String) {
    let first = if after.is_empty() { String::new() } else { format!("{base}/{list}") };
    (first, next.map(|next| format!("{base}/{list}?after={next}")).unwrap_or_default())
}

/// Shows the lines that were not read.
pub(crate) async fn unread(context: Context, Path(id): Path<String>) -> Answer {
    let document = document_of(&id)?;
    if let Some(Whole::File(format)) = Address::of(&context).whole() {
        return lists_taken::unread(&context, document, format).await;
    }
    let (reading, page) = around(&context, document, "review-unread-title").await?;
    let after = context.query("after");
    let found = context.server.app.list_review_unread(&context.viewer, document, after.parse().ok()).await?;
    let may = super::cards::May { edit: true, teach: context.server.app.may_teach(&context.viewer).await? };
    let base = review(document);
    let (first, next) = further(&base, "unread", &after, found.next.map(|line| line.to_string()));
    let cards_shown =
        super::cards::one_a_line(&found.unread).iter().map(|unread| line(document, unread, may)).collect();
    let files = lists_taken::files(&base, "unread");
    let content = UnreadLines { csrf: context.csrf(), reading, cards_shown, first, next, files, base };
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

/// Shows what people put right.
pub(crate) async fn corrections(context: Context, Path(id): Path<String>) -> Answer {
    let document = document_of(&id)?;
    if let Some(Whole::File(format)) = Address::of(&context).whole() {
        return lists_taken::corrections(&context, document, format).await;
    }
    let (reading, page) = around(&context, document, "corrections-title").await?;
    let after = context.query("after");
    let found = context.server.app.list_corrections(&context.viewer, document, after.parse().ok()).await?;
    let base = review(document);
    let (first, next) = further(&base, "corrections", &after, found.next.map(|id| id.to_string()));
    let (rows, files) = (rows(document, reading, found.corrections), lists_taken::files(&base, "corrections"));
    let content = Corrections { csrf: context.csrf(), reading, rows, first, next, files, base };
    context.show(&page, &content)
}

/// Corrections as rows, in their order; one that a newer one of them replaced says so.
pub(super) fn rows(document: DocumentId, reading: i64, found: Vec<ListedCorrection>) -> Vec<Row> {
    let mut newer = BTreeSet::new();
    let superseded: Vec<bool> = found.iter().rev().map(|one| is_superseded(one, &mut newer)).collect();
    let all = found.into_iter().zip(superseded.into_iter().rev());
    all.map(|(one, is_superseded)| {
        let row = row(document, reading, one);
        if is_superseded { Row { placement: Label::key("corrections-superseded"), ..row } } else { row }
    })
    .collect()
}

/// Whether a newer correction that stands says something else of the same value; called from the newest on.
fn is_superseded(one: &ListedCorrection, newer: &mut BTreeSet<(RecordKey, String)>) -> bool {
    match &one.correction.act {
        Act::Set { record, field, .. } if one.correction.withdrawn.is_none() => !newer.insert((*record, field.clone())),
        _ => false,
    }
}

fn row(document: DocumentId, reading: i64, one: ListedCorrection) -> Row {
    let ListedCorrection { correction, by, withdrawn_by } = one;
    let said = |text: &str| shown(ValueKind::Text, text);
    let (what, old, new) = match &correction.act {
        Act::Set { record, field, old, new } if field == "node" => {
            (words::record_kind(record.kind), node_said(old), node_said(new))
        }
        Act::Set { field, old, new, .. } => (words::field(field, ""), said(old), said(new)),
        Act::Remove { old, .. } => (Label::key("corrections-removed"), said(old), Label::key("corrections-nothing")),
        Act::Assign { node, .. } => {
            (Label::key("corrections-assigned"), said(&correction.anchor), node_said(&node.to_string()))
        }
        Act::SetAside { reason, .. } => (Label::key("review-aside"), said(&correction.anchor), said(reason)),
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
