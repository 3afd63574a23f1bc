// SPDX-License-Identifier: AGPL-3.0-or-later
//! Generated pages are what making them again would give, and rendered documents are of the texts they are made from.

use super::{Fault, House};
use crate::{docs, fixtures};
use anyhow::Result;

/// Every page of `cargo xtask docs` is up to date.
pub fn pages_are_up_to_date(_: &House) -> Result<Vec<Fault>> {
    let fault =
        |page: docs::Page| Fault::error(page.path.as_str(), "is out of date: run `cargo xtask docs` and commit it");
    Ok(docs::stale()?.into_iter().map(fault).collect())
}

/// What was rendered from the demonstration documents is of the texts as they are.
pub fn rendered_is_of_the_texts(_: &House) -> Result<Vec<Fault>> {
    let fault = |stale: fixtures::Stale| {
        Fault::error(stale.path, format!("{}: run `cargo xtask fixtures` and commit what it makes", stale.reason))
    };
    Ok(fixtures::stale()?.into_iter().map(fault).collect())
}
