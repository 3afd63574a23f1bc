// SPDX-License-Identifier: AGPL-3.0-or-later
//! How often one address may ask.

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use std::num::NonZeroU32;

/// Requests a second, kept up.
const REQUESTS_PER_SECOND: NonZeroU32 = NonZeroU32::new(50).expect("it is not zero");
/// Requests at once.
const REQUESTS_BURST: NonZeroU32 = NonZeroU32::new(400).expect("it is not zero");
/// Attempts to sign in a minute, kept up; a person's own failures have a delay of their own.
const ATTEMPTS_PER_MINUTE: NonZeroU32 = NonZeroU32::new(20).expect("it is not zero");
/// Attempts to sign in at once: an office behind one address starts its day together.
const ATTEMPTS_BURST: NonZeroU32 = NonZeroU32::new(60).expect("it is not zero");
/// How many addresses are remembered before those that are quiet are forgotten.
const ADDRESSES_MOST: usize = 10_000;

/// What each address has asked.
pub struct Limits {
    requests: DefaultKeyedRateLimiter<String>,
    attempts: DefaultKeyedRateLimiter<String>,
}

impl Limits {
    pub fn new() -> Self {
        Self {
            requests: RateLimiter::keyed(Quota::per_second(REQUESTS_PER_SECOND).allow_burst(REQUESTS_BURST)),
            attempts: RateLimiter::keyed(Quota::per_minute(ATTEMPTS_PER_MINUTE).allow_burst(ATTEMPTS_BURST)),
        }
    }

    /// Whether an address may ask now.
    pub fn may_ask(&self, address: &str) -> bool {
        may(&self.requests, address)
    }

    /// Whether an address may try to sign in now.
    pub fn may_try(&self, address: &str) -> bool {
        may(&self.attempts, address)
    }
}

fn may(limiter: &DefaultKeyedRateLimiter<String>, address: &str) -> bool {
    if limiter.len() > ADDRESSES_MOST {
        limiter.retain_recent();
    }
    limiter.check_key(&address.to_owned()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_does_not_use_up_the_other() {
        let limits = Limits::new();
        let tried = (0..100).filter(|_| limits.may_try("10.0.0.1")).count();
        assert!((60..100).contains(&tried), "{tried}");
        assert!(limits.may_try("10.0.0.2"));
    }
}
