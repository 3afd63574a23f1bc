// SPDX-License-Identifier: AGPL-3.0-or-later
//! `SUM`: arithmetic.

pub(crate) mod a_plus_b;
mod allocation_columns;
mod blocks_of;
pub(crate) mod chapter_twice;
pub(crate) mod column_total;
mod columns;
pub(crate) mod grand_total;
mod ladder;
mod number_tables;
pub(crate) mod row_total;
pub(crate) mod share;
pub(crate) mod share_of_other;
mod shares;
pub(crate) mod sources;
pub(crate) mod subtotal;
pub(crate) mod summary_and_detail;
pub(crate) mod total_with_other;
