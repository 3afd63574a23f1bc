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
    crate::sum::told_twice::CHECK,
    crate::sum::indicator_sum::CHECK,
    crate::sum::prose_total::CHECK,
    crate::sum::yearly_times_years::CHECK,
    crate::sum::product_differs::CHECK,
    crate::sum::quota_differs::CHECK,
    crate::sum::prose_and_table::CHECK,
    crate::sum::parts_in_prose::CHECK,
    crate::sum::chapter_elsewhere::CHECK,
    crate::sum::two_forms::CHECK,
    crate::sum::told_elsewhere::CHECK,
    crate::sum::share_without_unit::CHECK,
    crate::sum::age_ranges::CHECK,
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
