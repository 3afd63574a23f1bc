// SPDX-License-Identifier: AGPL-3.0-or-later
//! `FUN`: earmarked money.

pub(crate) mod cited_chapter;
pub(crate) mod earmarked;
pub(crate) mod links;
pub(crate) mod resources_without_amount;
pub(crate) mod unanswered;
pub(crate) mod without_cover;
