// SPDX-License-Identifier: AGPL-3.0-or-later
//! How cells look, and the one place where a value becomes a floating number.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

/// The forms of cells.
#[derive(Debug)]
pub(super) struct Formats {
    pub(super) header: Format,
    pub(super) text: Format,
    pub(super) long: Format,
    pub(super) strong: Format,
    pub(super) amount: Format,
    pub(super) share: Format,
    pub(super) date: Format,
    pub(super) number: Format,
    pub(super) total: Format,
    pub(super) total_label: Format,
    pub(super) title: Format,
}

impl Formats {
    pub(super) fn new() -> Self {
        let top = Format::new().set_align(FormatAlign::Top);
        let amount = top.clone().set_num_format("#,##0.00");
        Self {
            header: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Top)
                .set_border_bottom(FormatBorder::Thin)
                .set_background_color("E8EEF4"),
            long: top.clone().set_text_wrap(),
            strong: top.clone().set_bold(),
            share: top.clone().set_num_format("0.00%"),
            date: top.clone().set_num_format("dd/mm/yyyy"),
            number: top.clone().set_num_format("#,##0.##########"),
            total: amount.clone().set_bold().set_border_top(FormatBorder::Thin),
            total_label: top.clone().set_bold().set_border_top(FormatBorder::Thin),
            title: Format::new().set_bold().set_font_size(14),
            amount,
            text: top,
        }
    }

    /// The form of a node's name at a depth of the tree.
    pub(super) fn indented(&self, depth: u8) -> Format {
        self.long.clone().set_indent(depth)
    }
}

/// The number of a cell from its pinned notation (`-1234.56`): the nearest one that the file format can hold, exact
/// to the cent up to 90 thousand billion euro.
#[expect(clippy::disallowed_types, reason = "a workbook's file format has no other number")]
pub(crate) fn cell_number(printed: &str) -> Option<f64> {
    printed.parse().ok()
}
