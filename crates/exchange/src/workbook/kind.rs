// SPDX-License-Identifier: AGPL-3.0-or-later
//! The sheets of the workbook, in their order, with their fixed columns.

use super::WorkbookError;
use super::sheet::{Holds, Sheet};
use ambito_documents::blocks::Places;
use ambito_i18n::Catalogue;

/// What the first columns of all sheets say, beside the line.
#[derive(Clone, Copy, Debug)]
pub(super) struct PlaceColumns {
    /// The document, where there are several.
    pub(super) document: bool,
    /// The page.
    pub(super) page: bool,
    /// The cell of a table in a word-processor file.
    pub(super) cell: bool,
}

impl PlaceColumns {
    /// The columns for readings: where there are several, those that one of them may need (empty ones are hidden).
    pub(super) fn of(several: bool, places: &Places) -> Self {
        Self {
            document: several,
            page: several || matches!(places, Places::Pages(_)),
            cell: several || matches!(places, Places::Paragraphs(_)),
        }
    }

    /// Those of the four that there are: document, line, page, cell.
    pub(super) fn chosen<T>(self, [document, line, page, cell]: [T; 4]) -> impl Iterator<Item = T> {
        let Self { document: with_document, page: with_page, cell: with_cell } = self;
        let all = [(with_document, document), (true, line), (with_page, page), (with_cell, cell)];
        all.into_iter().filter_map(|(is_wanted, column)| is_wanted.then_some(column))
    }
}

/// A kind of record, and its sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Tree,
    Fields,
    Indicators,
    Phases,
    Budget,
    People,
    Allocations,
    Resources,
    Timetables,
    Totals,
    Amounts,
    Tables,
    Notes,
    Unread,
}

impl Kind {
    /// The empty sheet of this kind.
    pub(super) fn sheet(self, place: PlaceColumns, catalogue: &Catalogue) -> Result<Sheet, WorkbookError> {
        let words = |key: &str| (catalogue.text(key, &[]), Holds::Words);
        let prose = |key: &str| (catalogue.text(key, &[]), Holds::Prose);
        let sums = |key: &str| (catalogue.text(key, &[]), Holds::Sums);
        let (name, own) = match self {
            Self::Tree => (
                "sheet-tree",
                vec![
                    words("column-level"),
                    prose("column-title"),
                    words("column-kind"),
                    words("column-owner"),
                    words("column-summary-amount"),
                    words("column-summary-share"),
                    words("column-in-body"),
                    words("column-also-under"),
                    words("column-index"),
                    prose("column-text"),
                ],
            ),
            Self::Fields => ("sheet-fields", vec![prose("column-label"), prose("column-answer")]),
            Self::Indicators => (
                "sheet-indicators",
                vec![
                    words("column-code"),
                    prose("column-indicator"),
                    words("column-group"),
                    words("column-baseline"),
                    words("column-target"),
                    words("column-comparison"),
                    words("column-value"),
                    words("column-upper"),
                    words("column-unit"),
                    words("column-due"),
                    words("column-deadline"),
                    words("column-measured"),
                    words("column-measured-value"),
                    words("column-measured-date"),
                    words("column-final"),
                    words("column-owner"),
                    prose("column-note"),
                    prose("column-extra"),
                ],
            ),
            Self::Phases => (
                "sheet-phases",
                vec![
                    words("column-order"),
                    prose("column-phase"),
                    words("column-state"),
                    words("column-from"),
                    words("column-to"),
                    prose("column-note"),
                ],
            ),
            Self::Budget => (
                "sheet-budget",
                vec![
                    words("column-direction"),
                    words("column-budget-kind"),
                    words("column-chapter"),
                    words("column-article"),
                    prose("column-title"),
                    sums("column-revenue"),
                    sums("column-expense"),
                    words("column-amount-unknown"),
                    words("column-references"),
                ],
            ),
            Self::People => {
                ("sheet-people", vec![words("column-person"), words("column-relation"), words("column-effort")])
            }
            Self::Allocations => (
                "sheet-allocations",
                vec![
                    words("column-source"),
                    sums("column-total"),
                    sums("column-before"),
                    sums("column-change"),
                    sums("column-after"),
                    words("column-owner"),
                ],
            ),
            Self::Resources => {
                ("sheet-resources", vec![prose("column-activity"), words("column-resource-kind"), sums("column-cost")])
            }
            Self::Timetables => {
                ("sheet-timetables", vec![prose("column-table"), words("column-code"), prose("column-activity")])
            }
            Self::Totals => (
                "sheet-totals",
                vec![prose("column-label"), words("column-heading"), words("column-amount"), words("column-share")],
            ),
            Self::Amounts => (
                "sheet-amounts",
                vec![
                    prose("column-told-of"),
                    words("column-raw"),
                    words("column-amount"),
                    words("column-approximate"),
                    words("column-per"),
                ],
            ),
            Self::Tables => ("sheet-tables", vec![prose("column-table")]),
            Self::Notes => ("sheet-notes", vec![prose("column-message"), words("column-code")]),
            Self::Unread => ("sheet-unread", vec![prose("column-text")]),
        };
        let place =
            place.chosen([words("column-document"), words("column-line"), words("column-page"), words("column-cell")]);
        let first = place.chain([words("column-path"), words("column-node-code")]);
        Sheet::new(catalogue.text(name, &[]), first.chain(own))
    }
}
