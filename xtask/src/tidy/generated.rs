// SPDX-License-Identifier: AGPL-3.0-or-later
//! Generated pages are what making them again would give.

use super::{Fault, House};
use crate::docs;
use anyhow::Result;

/// Every page of `cargo xtask docs` is up to date.
pub fn pages_are_up_to_date(_: &House) -> Result<Vec<Fault>> {
    let fault =
        |page: docs::Page| Fault::error(page.path.as_str(), "is out of date: run `cargo xtask docs` and commit it");
    Ok(docs::stale()?.into_iter().map(fault).collect())
}
