// SPDX-License-Identifier: AGPL-3.0-or-later
//! The shape of nodes.

use super::shape::{Context, Id, Ids, List, PlaceShape, Printed, Shape};
use crate::place::Sought;
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
    #[serde(flatten)]
    place: PlaceShape<'a>,
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
        let place = context.value(*line, title.as_deref().map(Sought::Text));
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
            place,
        }
    }
}

#[derive(Serialize)]
struct Field<'a> {
    label: &'a str,
    value: &'a str,
    #[serde(flatten)]
    place: PlaceShape<'a>,
}

impl<'a> Shape<'a> for Field<'a> {
    type Source = planning::Field;

    fn of(_: usize, source: &'a planning::Field, context: Context<'a>) -> Self {
        let planning::Field { label, value, line } = source;
        let place = context.value(*line, Some(Sought::Text(value)));
        Self { label, value, place }
    }
}

#[derive(Serialize)]
struct Summary<'a> {
    amount: Option<Printed<Cents>>,
    share: Option<Printed<Share>>,
    #[serde(flatten)]
    place: PlaceShape<'a>,
}

impl<'a> Shape<'a> for Summary<'a> {
    type Source = planning::Summary;

    fn of(_: usize, source: &'a planning::Summary, context: Context<'a>) -> Self {
        let planning::Summary { amount, share, line } = source;
        let place = context.value(*line, amount.map(Sought::Money).or(share.map(Sought::Share)));
        Self { amount: amount.map(Printed), share: share.map(Printed), place }
    }
}

#[derive(Serialize)]
struct IndexEntry<'a> {
    title: &'a str,
    reference: Option<&'a str>,
    #[serde(flatten)]
    place: PlaceShape<'a>,
}

impl<'a> Shape<'a> for IndexEntry<'a> {
    type Source = planning::IndexEntry;

    fn of(_: usize, source: &'a planning::IndexEntry, context: Context<'a>) -> Self {
        let planning::IndexEntry { title, reference, line } = source;
        let place = context.value(*line, Some(Sought::Text(title)));
        Self { title, reference: reference.as_deref(), place }
    }
}
