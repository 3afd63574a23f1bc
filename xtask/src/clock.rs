// SPDX-License-Identifier: AGPL-3.0-or-later
//! The only look at the clock in xtask.

use std::time::Instant;

/// The instant now, to measure how long a step took.
#[expect(clippy::disallowed_methods, reason = "a task measures real time; nothing it reads depends on it")]
pub fn now() -> Instant {
    Instant::now()
}
