// SPDX-License-Identifier: AGPL-3.0-or-later
//! Single values: what one cell or one turn of phrase says, without knowing where it stands.

pub(crate) mod amounts;
mod per;
pub(crate) mod references;
pub(crate) mod targets;
pub(crate) mod words;
