// SPDX-License-Identifier: AGPL-3.0-or-later
//! The shape of nodes.

use super::shape::{Context, Id, Ids, List, Printed, Shape};
use ambito_base::{Cents, Share};
use ambito_domain::planning::{self, NodeId};
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct Node<'a> {
    id: Id,
    parent: Option<Id>,
    also_under: Ids<'a>,
    level: Option<&'a str>,
    code: Option<&'a str>,
    title: Option<&'a str>,
    inferred_title: Option<&'a str>,
    kind: Option<&'a str>,
    text: &'a str,
    fields: List<'a, Field<'a>>,
    in_body: bool,
    summary: Option<Summary<'a>>,
    owner: Option<&'a str>,
    index: List<'a, IndexEntry<'a>>,
    line: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<&'a str>,
}

impl<'a> Shape<'a> for Node<'a> {
    type Source = planning::Node;

    fn of(index_in_draft: usize, source: &'a planning::Node, context: Context<'a>) -> Self {
        let planning::Node {
            parent,
            also_under,
            level,
            code,
            title,
            inferred_title,
            kind,
            text,
            fields,
            in_body,
            summary,
            owner,
            index,
            line,
        } = source;
        let (line, sheet) = context.place(*line);
        Self {
            id: Id(NodeId(u32::try_from(index_in_draft).unwrap_or(u32::MAX))),
            parent: parent.map(Id),
            also_under: Ids(also_under),
            level: level.as_deref(),
            code: code.as_deref(),
            title: title.as_deref(),
            inferred_title: inferred_title.as_deref(),
            kind: kind.as_deref(),
            text,
            fields: List::new(fields, context),
            in_body: *in_body,
            summary: summary.as_ref().map(|summary| Summary::of(0, summary, context)),
            owner: owner.as_deref(),
            index: List::new(index, context),
            line,
            sheet,
        }
    }
}

#[derive(Serialize)]
struct Field<'a> {
    label: &'a str,
    value: &'a str,
    line: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<&'a str>,
}

impl<'a> Shape<'a> for Field<'a> {
    type Source = planning::Field;

    fn of(_: usize, source: &'a planning::Field, context: Context<'a>) -> Self {
        let planning::Field { label, value, line } = source;
        let (line, sheet) = context.place(*line);
        Self { label, value, line, sheet }
    }
}

#[derive(Serialize)]
struct Summary<'a> {
    amount: Option<Printed<Cents>>,
    share: Option<Printed<Share>>,
    line: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<&'a str>,
}

impl<'a> Shape<'a> for Summary<'a> {
    type Source = planning::Summary;

    fn of(_: usize, source: &'a planning::Summary, context: Context<'a>) -> Self {
        let planning::Summary { amount, share, line } = source;
        let (line, sheet) = context.place(*line);
        Self { amount: amount.map(Printed), share: share.map(Printed), line, sheet }
    }
}

#[derive(Serialize)]
struct IndexEntry<'a> {
    title: &'a str,
    reference: Option<&'a str>,
    line: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<&'a str>,
}

impl<'a> Shape<'a> for IndexEntry<'a> {
    type Source = planning::IndexEntry;

    fn of(_: usize, source: &'a planning::IndexEntry, context: Context<'a>) -> Self {
        let planning::IndexEntry { title, reference, line } = source;
        let (line, sheet) = context.place(*line);
        Self { title, reference: reference.as_deref(), line, sheet }
    }
}
