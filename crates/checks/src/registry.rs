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
    crate::time::end_before_start::CHECK,
    crate::time::outside_the_period::CHECK,
    crate::time::already_past::CHECK,
    crate::time::phases_out_of_order::CHECK,
    crate::time::months_differ::CHECK,
    crate::time::two_periods::CHECK,
    crate::time::years_of_the_term::CHECK,
    crate::time::deadline_before_monitoring::CHECK,
    crate::time::measured_early::CHECK,
    crate::time::date_without_year::CHECK,
    crate::time::starts_before_award::CHECK,
    crate::time::as_long_as_the_plan::CHECK,
    crate::indicators::no_target::CHECK,
    crate::indicators::target_to_define::CHECK,
    crate::indicators::title_says_nothing::CHECK,
    crate::indicators::quantity_in_title::CHECK,
    crate::indicators::target_missed::CHECK,
    crate::indicators::far_above_target::CHECK,
    crate::indicators::measured_twice::CHECK,
    crate::indicators::prefix_against_kind::CHECK,
    crate::indicators::no_baseline::CHECK,
    crate::indicators::no_owner::CHECK,
    crate::indicators::two_owners::CHECK,
    crate::indicators::mostly_hundred::CHECK,
    crate::indicators::note_lists_it::CHECK,
    crate::indicators::measure_without_number::CHECK,
    crate::people::over_hundred::CHECK,
    crate::people::two_relations::CHECK,
    crate::people::group_as_person::CHECK,
    crate::people::shares_fall_short::CHECK,
    crate::people::twice_in_node::CHECK,
    crate::people::only_managers::CHECK,
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
