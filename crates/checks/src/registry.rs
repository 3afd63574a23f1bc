// SPDX-License-Identifier: AGPL-3.0-or-later
//! Every check, one line each, in the order of the manual.

use crate::Check;

/// The checks.
pub const CHECKS: &[Check] = &[
    crate::sum::row_total::CHECK,
    crate::sum::a_plus_b::CHECK,
    crate::sum::column_total::CHECK,
    crate::sum::subtotal::CHECK,
    crate::sum::grand_total::CHECK,
    crate::sum::share::CHECK,
    crate::sum::share_of_other::CHECK,
    crate::sum::summary_and_detail::CHECK,
    crate::sum::chapter_twice::CHECK,
    crate::sum::sources::CHECK,
    crate::sum::total_with_other::CHECK,
    crate::structure::duplicate_code::CHECK,
    crate::structure::number_missing::CHECK,
    crate::structure::indicator_number_missing::CHECK,
    crate::structure::out_of_order::CHECK,
    crate::structure::index_order::CHECK,
    crate::structure::titles_differ::CHECK,
    crate::structure::two_contents::CHECK,
    crate::structure::same_content::CHECK,
    crate::structure::under_two_parents::CHECK,
    crate::structure::listed_elsewhere::CHECK,
    crate::structure::code_of_another::CHECK,
    crate::structure::number_of_another_centre::CHECK,
    crate::structure::only_in_index::CHECK,
    crate::structure::not_in_index::CHECK,
    crate::structure::heading_lost::CHECK,
    crate::structure::orphan_table::CHECK,
    crate::structure::index_number_differs::CHECK,
    crate::structure::title_split::CHECK,
    crate::structure::cut_by_page::CHECK,
    crate::structure::phase_elsewhere::CHECK,
    crate::structure::cells_shifted::CHECK,
    crate::structure::nothing_below::CHECK,
    crate::structure::description_missing::CHECK,
    crate::structure::subtotal_missing::CHECK,
    crate::structure::activity_number_differs::CHECK,
    crate::structure::one_title_for_several::CHECK,
    crate::structure::step_twice::CHECK,
    crate::structure::nearer_to_another::CHECK,
    crate::structure::phase_number::CHECK,
    crate::funds::earmarked::CHECK,
    crate::funds::cited_chapter::CHECK,
    crate::funds::without_cover::CHECK,
    crate::funds::unanswered::CHECK,
];

/// The check of a code, upper or lower case.
#[must_use]
pub fn find(code: &str) -> Option<&'static Check> {
    CHECKS.iter().find(|check| check.code.eq_ignore_ascii_case(code))
}
