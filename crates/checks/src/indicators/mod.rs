// SPDX-License-Identifier: AGPL-3.0-or-later
//! `IND`: indicators.

pub(crate) mod far_above_target;
pub(crate) mod measure_without_number;
pub(crate) mod measured_twice;
pub(crate) mod mostly_hundred;
pub(crate) mod no_baseline;
pub(crate) mod no_owner;
pub(crate) mod no_target;
pub(crate) mod note_lists_it;
mod outcome;
mod places;
pub(crate) mod prefix_against_kind;
pub(crate) mod quantity_in_title;
pub(crate) mod share_so_low;
mod stems;
pub(crate) mod target_missed;
pub(crate) mod target_to_define;
pub(crate) mod title_says_nothing;
pub(crate) mod two_owners;
pub(crate) mod two_targets;
