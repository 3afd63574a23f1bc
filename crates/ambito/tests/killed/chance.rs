// SPDX-License-Identifier: AGPL-3.0-or-later
//! The moments of the kills: by chance, and the same again for the same seed.

use std::hash::{BuildHasher as _, Hasher as _, RandomState};

/// Where this is set, the moments are those of that seed.
const SEED_VARIABLE: &str = "AMBITO_KILL_SEED";

/// A sequence of numbers (SplitMix64).
pub struct Chance(u64);

impl Chance {
    /// A new one, or the one that the environment names; its seed is printed.
    pub fn from_environment() -> Self {
        let named = std::env::var(SEED_VARIABLE).ok().and_then(|seed| seed.parse().ok());
        let seed = named.unwrap_or_else(|| RandomState::new().build_hasher().finish());
        println!("{SEED_VARIABLE}={seed}");
        Self(seed)
    }

    /// The next number below a limit.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % limit
    }
}
