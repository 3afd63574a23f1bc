// SPDX-License-Identifier: AGPL-3.0-or-later
//! From the blocks of a published document to a plan draft.

pub mod blocks;
pub mod limits;
