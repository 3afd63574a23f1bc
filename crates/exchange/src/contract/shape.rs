// SPDX-License-Identifier: AGPL-3.0-or-later
//! What all shapes are made with: lists that are converted while they are written, places, ids, printed values.

use crate::place::{self, Located, Sought};
use ambito_base::Area;
use ambito_documents::blocks::Blocks;
use ambito_domain::planning::{LineNo, NodeId};
use ambito_findings::{TableCell, Where};
use ambito_i18n::Catalogue;
use serde::ser::Error as _;
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;

/// What a conversion needs beside the record.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) blocks: &'a Blocks,
    pub(super) catalogue: &'a Catalogue,
}

impl<'a> Context<'a> {
    /// Where the file has a line.
    pub(super) fn place(&self, line: LineNo) -> PlaceShape<'a> {
        PlaceShape::of(place::of_line(&self.blocks.places, line))
    }

    /// Where the file has the value of a record: the only cell of the line that holds it, else the line.
    pub(super) fn value(&self, line: LineNo, sought: Option<Sought<'_>>) -> PlaceShape<'a> {
        PlaceShape::of(place::of_value(self.blocks, line, sought))
    }
}

/// A line as the file has it, with what makes its number clear: the only keys of the contract that may be absent.
#[derive(Serialize)]
pub(super) struct PlaceShape<'a> {
    line: u32,
    #[serde(flatten)]
    at: WhereShape<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    confidence: Option<u8>,
}

impl<'a> PlaceShape<'a> {
    fn of(located: Located<'a>) -> Self {
        let Located { line, sheet, page, area, confidence, cell } = located;
        let at = WhereShape {
            sheet: sheet.map(Cow::Borrowed),
            page,
            area: area.map(Points),
            cell: cell.map(TableCell::address),
        };
        Self { line, at, confidence }
    }
}

/// What stands beside the number of a line where the format has it: sheet, page and box, cell.
#[derive(Serialize)]
pub(crate) struct WhereShape<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) sheet: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) page: Option<u32>,
    #[serde(rename = "box", skip_serializing_if = "Option::is_none")]
    pub(crate) area: Option<Points>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) cell: Option<String>,
}

impl<'a> WhereShape<'a> {
    /// The same of a finding.
    pub(crate) fn of(at: &'a Where) -> Self {
        Self { sheet: at.sheet().map(Cow::Borrowed), page: at.page(), area: at.area().map(Points), cell: at.cell() }
    }
}

/// A box on a page: left, top, right, bottom in points from the top left corner, at most two decimals each.
#[derive(Clone, Copy)]
pub(crate) struct Points(pub(crate) Area);

impl Serialize for Points {
    fn serialize<Z: Serializer>(&self, serializer: Z) -> Result<Z::Ok, Z::Error> {
        let Area { left, top, right, bottom } = self.0;
        // Written as text: a number of JSON needs no floating point on our side.
        let text = format!("[{},{},{},{}]", points(left), points(top), points(right), points(bottom));
        RawValue::from_string(text).map_err(Z::Error::custom)?.serialize(serializer)
    }
}

/// Hundredths of a point as points: `72`, `72.5`, `-0.25`.
fn points(hundredths: i32) -> String {
    let sign = if hundredths < 0 { "-" } else { "" };
    let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    match (rest, rest % 10) {
        (0, _) => format!("{sign}{whole}"),
        (_, 0) => format!("{sign}{whole}.{}", rest / 10),
        _ => format!("{sign}{whole}.{rest:02}"),
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

#[cfg(test)]
mod tests {
    use super::{Points, points};
    use ambito_base::Area;

    #[test]
    fn points_have_no_needless_digits() {
        let check = |hundredths: i32, expected: &str| assert_eq!(points(hundredths), expected);
        check(0, "0");
        check(59_528, "595.28");
        check(7_200, "72");
        check(7_250, "72.5");
        check(7_205, "72.05");
        check(-25, "-0.25");
        check(i32::MIN, "-21474836.48");
    }

    #[test]
    fn a_box_is_a_list_of_numbers() {
        let area = Area { left: 7_200, top: 10_050, right: 30_001, bottom: 11_200 };
        assert_eq!(serde_json::to_string(&Points(area)).expect("JSON"), "[72,100.5,300.01,112]");
        assert_eq!(serde_json::json!(Points(area))[1], 100.5);
    }
}
