// SPDX-License-Identifier: AGPL-3.0-or-later
//! The lists beside a review as files and on paper: every line that was not read with what became of it, every correction.

use super::address::review_line;
use super::cards::{node_name, one_a_line};
use super::lists::{Row, corrections_list, rows, unread_asked, unread_list};
use crate::list::{Address, Cell, Column, Fetch, File, Of, Whole, take};
use crate::render::{Label, Page};
use crate::server::{Answer, Context};
use ambito_app::plans::lists::{Asked, ListKey};
use ambito_app::reviews::{ReviewRows, ShownUnread, UnreadAsked};
use ambito_app::{App, Error, Viewer};
use ambito_domain::office::DocumentId;
use ambito_domain::planning::LineNo;

pub(super) const UNREAD: &[Column] = &[
    Column::plain("corrections-where"),
    Column::plain("column-text"),
    Column::plain("reviews-state"),
    Column::plain("corrections-node-or-reason"),
    Column::plain("corrections-by"),
    Column { holds: crate::list::Holds::Days, ..Column::plain("corrections-when") },
];

pub(super) const CORRECTIONS: &[Column] = &[
    Column::words("corrections-where", "line"),
    Column::plain("compare-page-what"),
    Column::words("corrections-old", "old"),
    Column::words("corrections-new", "new"),
    Column::words("corrections-by", "by"),
    Column::days("corrections-when", "at"),
    Column::plain("corrections-place"),
    Column::plain("corrections-withdrawn-by"),
    Column { holds: crate::list::Holds::Days, ..Column::plain("corrections-withdrawn-when") },
];

/// The lines that were not read.
pub(super) async fn unread(
    context: &Context,
    document: DocumentId,
    page: &Page,
    (address, whole): (&Address, Whole),
) -> Answer {
    let (app, viewer, asked) = (context.server.app.clone(), context.viewer.clone(), unread_asked(address));
    let count = app.list_review_unread(&viewer, document, &asked, None).await?.count;
    let title = ("review-unread-title", UNREAD);
    let file = begin(context, document, ReviewRows::Unread, title, whole).await?;
    let fetching = Unread { app, viewer, document, asked, after: None, is_over: false };
    take(context, page, (address, whole), (unread_list(address), file, count), fetching).await
}

/// What people put right.
pub(super) async fn corrections(
    context: &Context,
    document: DocumentId,
    (reading, page): (i64, &Page),
    (address, whole): (&Address, Whole),
) -> Answer {
    let (app, viewer, asked) = (context.server.app.clone(), context.viewer.clone(), address.asked());
    let count = app.next_corrections(&viewer, document, &asked, None).await?.count;
    let file = begin(context, document, ReviewRows::Corrections, ("corrections-title", CORRECTIONS), whole).await?;
    let fetching = Corrections { app, viewer, document, reading, asked, after: None, is_over: false };
    let list = corrections_list(address, CORRECTIONS);
    take(context, page, (address, whole), (list, file, count), fetching).await
}

async fn begin(
    context: &Context,
    document: DocumentId,
    list: ReviewRows,
    (title, columns): (&'static str, &[Column]),
    whole: Whole,
) -> Result<File, Error> {
    let name = context.server.app.begin_review_export(&context.viewer, document, list, whole.taken()).await?;
    let of = Some(Of { title: name, version: None });
    Ok(File { of, title: Label::key(title), columns: columns.to_vec(), sums: Vec::new() })
}

/// Lines on their way into a file.
struct Unread {
    app: App,
    viewer: Viewer,
    document: DocumentId,
    asked: UnreadAsked,
    after: Option<LineNo>,
    is_over: bool,
}

impl Fetch for Unread {
    async fn next(&mut self) -> Result<Option<Vec<Vec<Cell>>>, Error> {
        if self.is_over {
            return Ok(None);
        }
        let found = self.app.list_review_unread(&self.viewer, self.document, &self.asked, self.after).await?;
        (self.after, self.is_over) = (found.next, found.next.is_none());
        Ok(Some(one_a_line(&found.unread).iter().map(|line| unread_cells(self.document, line)).collect()))
    }
}

fn unread_cells(document: DocumentId, unread: &ShownUnread) -> Vec<Cell> {
    let place = Label::key("page-line").with("line", unread.line.to_string());
    let mut cells = vec![Cell::link(review_line(document, unread.line), place), Cell::said(Some(unread.text.clone()))];
    match &unread.settled {
        Some((correction, node)) => cells.extend([
            Cell::words(Label::key(if node.is_some() { "corrections-assigned" } else { "review-aside" })),
            node.as_ref().map_or_else(|| Cell::said(Some(correction.new.clone())), |node| Cell::words(node_name(node))),
            Cell::said(Some(correction.by.clone())),
            Cell::Moment { at: correction.made.as_microsecond() },
        ]),
        None => cells.extend([Cell::words(Label::key("review-unread")), Cell::Nothing, Cell::Nothing, Cell::Nothing]),
    }
    cells
}

/// Corrections on their way into a file.
struct Corrections {
    app: App,
    viewer: Viewer,
    document: DocumentId,
    reading: i64,
    asked: Asked,
    after: Option<ListKey>,
    is_over: bool,
}

impl Fetch for Corrections {
    async fn next(&mut self) -> Result<Option<Vec<Vec<Cell>>>, Error> {
        if self.is_over {
            return Ok(None);
        }
        let after = self.after.as_ref();
        let found = self.app.next_corrections(&self.viewer, self.document, &self.asked, after).await?;
        self.is_over = found.next.is_none();
        self.after = found.next;
        Ok(Some(rows(self.document, self.reading, found.corrections).map(correction_cells).collect()))
    }
}

fn correction_cells(mut row: Row) -> Vec<Cell> {
    let (by, at) = row.withdrawn.take().unzip();
    let placement = if by.is_some() { Cell::Nothing } else { Cell::words(row.placement.clone()) };
    let withdrawn = at.map_or(Cell::Nothing, |at| Cell::Moment { at });
    row.shared_cells().into_iter().chain([placement, Cell::said(by), withdrawn]).collect()
}
