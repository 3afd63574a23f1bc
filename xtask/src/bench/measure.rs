// SPDX-License-Identifier: AGPL-3.0-or-later
//! One measure: a program run several times, its best wall time and its highest resident memory.

use crate::{clock, shell};
use anyhow::{Context, Result, bail};
use std::process::{Command, Stdio};
use std::time::Duration;
use wait4::Wait4;

/// How often a program is run; the best run counts.
pub const RUNS: usize = 5;

/// What a program took.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Wall time of the best run.
    pub time: Duration,
    /// Peak resident memory, the highest of all runs, in bytes.
    pub peak_bytes: u64,
}

/// Runs a program [`RUNS`] times, its output dropped.
///
/// # Errors
/// Where it cannot be started or does not exit with 0.
pub fn best_of_runs(command: &mut Command) -> Result<Measure> {
    let mut best = Measure { time: Duration::MAX, peak_bytes: 0 };
    for _ in 0..RUNS {
        let Measure { time, peak_bytes } = once(command)?;
        best = Measure { time: best.time.min(time), peak_bytes: best.peak_bytes.max(peak_bytes) };
    }
    Ok(best)
}

/// Runs a program once, its output dropped.
///
/// # Errors
/// Where it cannot be started or does not exit with 0.
pub fn once(command: &mut Command) -> Result<Measure> {
    let name = shell::describe(command);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let start = clock::now();
    let child = command.spawn().with_context(|| format!("`{name}` cannot be started"))?;
    let used = child.wait4().with_context(|| format!("`{name}` was lost"))?;
    let time = start.elapsed();
    if !used.status.success() {
        bail!("`{name}` failed ({})", used.status);
    }
    Ok(Measure { time, peak_bytes: used.rusage.maxrss })
}

/// Bytes in a time as `63.4` MB/s, a MB being a million bytes.
pub fn megabytes_per_second(bytes: u64, time: Duration) -> String {
    tenths(u128::from(bytes) * 10, time.as_micros())
}

/// A time as milliseconds, `38.5`.
pub fn milliseconds(time: Duration) -> String {
    tenths(time.as_micros() * 10, 1_000)
}

/// How many times one time is another, `8.25`.
pub fn ratio(time: Duration, other: Duration) -> String {
    let hundredths = time.as_micros() * 100 / other.as_micros().max(1);
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// Peak memory beyond the input, in bytes for each byte of input, `5.1`.
pub fn memory_per_byte(peak_bytes: u64, input_bytes: u64) -> String {
    tenths(u128::from(peak_bytes.saturating_sub(input_bytes)) * 10, u128::from(input_bytes))
}

fn tenths(ten_times: u128, by: u128) -> String {
    let tenths = ten_times / by.max(1);
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_exact_tenths() {
        let second = Duration::from_secs(1);
        assert_eq!(megabytes_per_second(63_450_000, second), "63.4");
        assert_eq!(milliseconds(Duration::from_micros(38_560)), "38.5");
        assert_eq!(ratio(second, 16 * second), "0.06");
        assert_eq!(memory_per_byte(61, 10), "5.1");
        assert_eq!(memory_per_byte(1, 10), "0.0");
    }

    #[test]
    fn measures_a_program_and_refuses_one_that_fails() {
        assert!(best_of_runs(&mut Command::new("true")).unwrap().peak_bytes > 0);
        assert!(best_of_runs(&mut Command::new("false")).is_err());
    }
}
