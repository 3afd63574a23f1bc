// SPDX-License-Identifier: AGPL-3.0-or-later
//! `STR`: structure.

pub(crate) mod activity_number_differs;
pub(crate) mod cells_shifted;
pub(crate) mod code_of_another;
pub(crate) mod cut_by_page;
pub(crate) mod description_missing;
pub(crate) mod duplicate_code;
pub(crate) mod heading_lost;
pub(crate) mod index_number_differs;
pub(crate) mod index_order;
pub(crate) mod indicator_number_missing;
pub(crate) mod listed_elsewhere;
mod listing;
mod misnumbered;
pub(crate) mod nearer_to_another;
pub(crate) mod not_in_index;
pub(crate) mod nothing_below;
pub(crate) mod number_missing;
pub(crate) mod number_of_another_centre;
mod numbers;
pub(crate) mod one_title_for_several;
pub(crate) mod only_in_index;
mod order;
pub(crate) mod orphan_table;
pub(crate) mod out_of_order;
pub(crate) mod phase_elsewhere;
pub(crate) mod phase_number;
mod renamed;
pub(crate) mod same_content;
pub(crate) mod step_twice;
pub(crate) mod subtotal_missing;
pub(crate) mod title_split;
pub(crate) mod titles_differ;
pub(crate) mod two_contents;
pub(crate) mod under_two_parents;
