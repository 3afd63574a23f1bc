// SPDX-License-Identifier: AGPL-3.0-or-later
//! `STR`: structure.

pub(crate) mod code_of_another;
pub(crate) mod duplicate_code;
pub(crate) mod index_order;
pub(crate) mod indicator_number_missing;
pub(crate) mod listed_elsewhere;
mod listing;
pub(crate) mod number_missing;
mod numbers;
mod order;
pub(crate) mod out_of_order;
pub(crate) mod same_content;
pub(crate) mod titles_differ;
pub(crate) mod two_contents;
pub(crate) mod under_two_parents;
