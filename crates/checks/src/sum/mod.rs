// SPDX-License-Identifier: AGPL-3.0-or-later
//! `SUM`: arithmetic.

// Tables.
pub(crate) mod a_plus_b;
mod allocation_columns;
pub(crate) mod beyond_programme;
mod blocks_of;
pub(crate) mod chapter_twice;
pub(crate) mod column_total;
pub(crate) mod columns;
pub(crate) mod grand_total;
mod ladder;
mod number_tables;
pub(crate) mod row_total;
pub(crate) mod share;
pub(crate) mod share_missing;
pub(crate) mod share_of_other;
mod shares;
pub(crate) mod sources;
pub(crate) mod subtotal;
pub(crate) mod summary_and_detail;
pub(crate) mod total_cell_empty;
pub(crate) mod total_with_other;

// Figures told in prose, and of several documents.
pub(crate) mod age_ranges;
pub(crate) mod chapter_elsewhere;
mod enumeration;
mod figures;
pub(crate) mod indicator_sum;
pub(crate) mod parts_in_prose;
pub(crate) mod product_differs;
pub(crate) mod prose_and_table;
pub(crate) mod prose_total;
pub(crate) mod quota_differs;
mod rows;
pub(crate) mod share_without_unit;
pub(crate) mod told;
pub(crate) mod told_elsewhere;
pub(crate) mod told_twice;
pub(crate) mod two_forms;
pub(crate) mod yearly_times_years;
