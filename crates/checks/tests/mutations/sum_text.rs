// SPDX-License-Identifier: AGPL-3.0-or-later
//! Mutations for the checks of this family.

use crate::support::{Case, prove};

pub const CASES: &[Case] = &[];

#[test]
fn found() {
    prove(CASES);
}
