// SPDX-License-Identifier: AGPL-3.0-or-later
//! What all shapes are made with: lists that are converted while they are written, places, ids, printed values.

use ambito_documents::blocks::{Place, Places};
use ambito_domain::planning::{LineNo, NodeId};
use ambito_i18n::Catalogue;
use serde::{Serialize, Serializer};
use std::fmt;

/// What a conversion needs beside the record.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) places: &'a Places,
    pub(super) catalogue: &'a Catalogue,
}

impl<'a> Context<'a> {
    /// The line as the file has it, and its sheet.
    pub(super) fn place(&self, line: LineNo) -> (u32, Option<&'a str>) {
        let Place { sheet, line, .. } = self.places.of(line);
        (line, sheet)
    }
}

/// A shape of the contract, made from a record of the draft and its index in its list.
pub(super) trait Shape<'a>: Serialize + Sized {
    /// The record.
    type Source: 'a;

    fn of(index: usize, source: &'a Self::Source, context: Context<'a>) -> Self;
}

/// A list whose shapes are made one by one while it is written.
pub(super) struct List<'a, S: Shape<'a>> {
    items: &'a [S::Source],
    context: Context<'a>,
}

impl<'a, S: Shape<'a>> List<'a, S> {
    pub(super) fn new(items: &'a [S::Source], context: Context<'a>) -> Self {
        Self { items, context }
    }
}

impl<'a, S: Shape<'a>> Serialize for List<'a, S> {
    fn serialize<Z: Serializer>(&self, serializer: Z) -> Result<Z::Ok, Z::Error> {
        serializer.collect_seq(self.items.iter().enumerate().map(|(index, item)| S::of(index, item, self.context)))
    }
}

/// The id of a node: `n1` for the first.
#[derive(Clone, Copy)]
pub(super) struct Id(pub(super) NodeId);

impl Serialize for Id {
    fn serialize<Z: Serializer>(&self, serializer: Z) -> Result<Z::Ok, Z::Error> {
        serializer.collect_str(&format_args!("n{}", u64::from(self.0.0) + 1))
    }
}

/// Ids of several nodes.
pub(super) struct Ids<'a>(pub(super) &'a [NodeId]);

impl Serialize for Ids<'_> {
    fn serialize<Z: Serializer>(&self, serializer: Z) -> Result<Z::Ok, Z::Error> {
        serializer.collect_seq(self.0.iter().map(|id| Id(*id)))
    }
}

/// A value whose `Display` is its pinned notation: amounts, shares, numbers, dates.
#[derive(Clone, Copy)]
pub(super) struct Printed<T>(pub(super) T);

impl<T: fmt::Display> Serialize for Printed<T> {
    fn serialize<Z: Serializer>(&self, serializer: Z) -> Result<Z::Ok, Z::Error> {
        serializer.collect_str(&self.0)
    }
}
