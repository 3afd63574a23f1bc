// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the rooms ask of the outside: the time and chance. Both are parameters, so that a test gets the same twice.
//!
//! Invariant: nothing in the house looks at a clock or draws a number but through these two. The binary brings the
//! real ones.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use uuid::{Builder, Uuid};

/// Tells the time.
pub trait Clock: Send + Sync {
    /// This moment, UTC.
    fn now(&self) -> Timestamp;
}

/// Draws bytes that nobody can foresee.
pub trait Random: Send + Sync {
    /// Fills the bytes.
    fn fill(&self, bytes: &mut [u8]);
}

/// The hour that clocks in Italy show at a moment: UTC+1, in summer UTC+2 (Directive 2000/84/EC).
///
/// The rule is written here, so that no database of time zones is needed.
#[must_use]
pub fn italian_time(moment: Timestamp) -> DateTime {
    TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").unwrap_or(TimeZone::UTC).to_datetime(moment)
}

/// The moment at which a day begins in Italy.
#[must_use]
pub fn italian_midnight(day: Date) -> Timestamp {
    let begins = day.at(0, 0, 0, 0);
    let zone = TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").unwrap_or(TimeZone::UTC);
    // Summer time never begins or ends at midnight; only the ends of the calendar have no moment.
    zone.to_ambiguous_timestamp(begins).compatible().unwrap_or(Timestamp::MAX)
}

/// Makes an identifier that sorts by its time: UUID version 7 (RFC 9562, 5.7).
#[must_use]
pub fn new_id(clock: &dyn Clock, random: &dyn Random) -> Uuid {
    let mut chance = [0_u8; 10];
    random.fill(&mut chance);
    let milliseconds = u64::try_from(clock.now().as_millisecond()).unwrap_or_default();
    Builder::from_unix_timestamp_millis(milliseconds, &chance).into_uuid()
}

/// Declares identifiers: one type a thing, so that a body's cannot be given where a plan's is wanted.
///
/// Each is written as 32 lower-case hexadecimal digits and read from them, with or without hyphens.
#[macro_export]
macro_rules! id_types {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub $crate::Uuid);

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(&self.0.simple(), f)
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = ();

            fn from_str(text: &str) -> Result<Self, ()> {
                text.parse().map(Self).map_err(|_| ())
            }
        }
    )*};
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Fixed;

    impl Clock for Fixed {
        fn now(&self) -> Timestamp {
            Timestamp::UNIX_EPOCH
        }
    }

    impl Random for Fixed {
        fn fill(&self, bytes: &mut [u8]) {
            bytes.fill(7);
        }
    }

    #[test]
    fn italy_has_a_summer_time() {
        let shown = |text: &str| italian_time(text.parse().expect("a moment")).to_string();
        assert_eq!(shown("2027-01-10T23:30:00Z"), "2027-01-11T00:30:00");
        assert_eq!(shown("2027-07-10T23:30:00Z"), "2027-07-11T01:30:00");
        assert_eq!(shown("2027-03-28T00:59:59Z"), "2027-03-28T01:59:59");
        assert_eq!(shown("2027-03-28T01:00:00Z"), "2027-03-28T03:00:00");
    }

    #[test]
    fn days_begin_by_italian_clocks() {
        let begins = |text: &str| italian_midnight(text.parse().expect("a day")).to_string();
        assert_eq!(begins("2027-01-10"), "2027-01-09T23:00:00Z");
        assert_eq!(begins("2027-03-28"), "2027-03-27T23:00:00Z");
        assert_eq!(begins("2027-03-29"), "2027-03-28T22:00:00Z");
    }

    #[test]
    fn ids_depend_on_clock_and_chance_only() {
        assert_eq!(new_id(&Fixed, &Fixed), new_id(&Fixed, &Fixed));
        assert_eq!(new_id(&Fixed, &Fixed).get_version_num(), 7);
    }
}
