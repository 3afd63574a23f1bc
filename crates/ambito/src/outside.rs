// SPDX-License-Identifier: AGPL-3.0-or-later
//! The real time and real chance, which the rooms below ask for as parameters.

use ambito_base::{Clock, Random, Timestamp};
use std::time::SystemTime;

/// The clock of the system.
#[derive(Clone, Copy, Debug)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the binary is where the clock is looked at")]
    fn now(&self) -> Timestamp {
        Timestamp::try_from(SystemTime::now()).unwrap_or_default()
    }
}

/// The chance of the system.
#[derive(Clone, Copy, Debug)]
pub struct SystemRandom;

impl Random for SystemRandom {
    fn fill(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("a system without chance cannot keep secrets: it is better to stop");
    }
}
