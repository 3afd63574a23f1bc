// SPDX-License-Identifier: AGPL-3.0-or-later
//! Every check, one line each, in the order of the manual.

use crate::Check;

/// The checks.
pub const CHECKS: &[Check] = &[
    crate::sum::a_plus_b::CHECK,
    crate::structure::field_missing::CHECK,
    crate::structure::template_words::CHECK,
    crate::structure::other_fields_answer::CHECK,
    crate::structure::same_answer::CHECK,
    crate::structure::description_copied::CHECK,
    crate::structure::empty_answer::CHECK,
    crate::structure::answers_disagree::CHECK,
    crate::structure::neither_yes_nor_no::CHECK,
    crate::structure::label_in_several_ways::CHECK,
    crate::structure::to_be_defined::CHECK,
    crate::structure::shifted_cells::CHECK,
    crate::structure::total_without_label::CHECK,
    crate::structure::left_to_row_above::CHECK,
    crate::structure::totals_row_missing::CHECK,
    crate::structure::under_another_column::CHECK,
    crate::structure::other_columns::CHECK,
    crate::structure::no_marks::CHECK,
    crate::structure::mark_beyond::CHECK,
    crate::structure::timetable_names::CHECK,
    crate::structure::orphan_caption::CHECK,
    crate::structure::row_split::CHECK,
    crate::structure::row_without_amounts::CHECK,
    crate::structure::other_notation::CHECK,
    crate::structure::header_run_together::CHECK,
    crate::structure::row_twice::CHECK,
    crate::structure::text_cut::CHECK,
    crate::structure::unpaired::CHECK,
    crate::structure::reference_cut::CHECK,
    crate::structure::split_by_page::CHECK,
    crate::structure::words_broken::CHECK,
    crate::structure::said_twice::CHECK,
    crate::structure::text_copied::CHECK,
    crate::structure::markup_left::CHECK,
    crate::structure::name_in_several_ways::CHECK,
    crate::structure::chapter_title::CHECK,
    crate::structure::empty_or_zero::CHECK,
    crate::structure::yes_in_several_ways::CHECK,
    crate::structure::heading_forms::CHECK,
    crate::structure::title_repeats::CHECK,
    crate::structure::table_heading_missing::CHECK,
];

/// The check of a code, upper or lower case.
#[must_use]
pub fn find(code: &str) -> Option<&'static Check> {
    CHECKS.iter().find(|check| check.code.eq_ignore_ascii_case(code))
}
