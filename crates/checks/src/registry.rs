// SPDX-License-Identifier: AGPL-3.0-or-later
//! Every check, one line each, in the order of the manual.

use crate::Check;

/// The checks.
pub const CHECKS: &[Check] = &[crate::sum::a_plus_b::CHECK];

/// The check of a code, upper or lower case.
#[must_use]
pub fn find(code: &str) -> Option<&'static Check> {
    CHECKS.iter().find(|check| check.code.eq_ignore_ascii_case(code))
}
