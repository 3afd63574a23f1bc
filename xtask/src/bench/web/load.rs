// SPDX-License-Identifier: AGPL-3.0-or-later
//! The load: `wrk` with 64 connections on one page, and what it measured.

use crate::{house, shell};
use anyhow::{Context, Result, bail};
use std::time::Duration;

/// How many connections ask at once.
pub const CONNECTIONS: u32 = 64;

/// One address, with the session that may see it.
#[derive(Clone, Debug)]
pub struct Target {
    /// The address.
    pub url: String,
    /// The cookie of the session; empty where none is needed.
    pub cookie: String,
}

/// What one turn gave.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Turn {
    /// Requests answered in a hundred seconds: whole numbers are compared.
    pub per_hundred_seconds: u64,
    /// The time in which half of the answers came.
    pub median: Duration,
    /// The time in which 99 of 100 came.
    pub p99: Duration,
}

/// Asks for a page as often as it is answered, for some seconds.
///
/// # Errors
/// Where an answer is no page.
pub fn run(target: &Target, seconds: u32) -> Result<Turn> {
    let mut wrk = shell::command("wrk");
    wrk.args(["--threads", "1", "--connections", &CONNECTIONS.to_string(), "--duration", &format!("{seconds}s")]);
    wrk.args(["--latency", "--timeout", "30s", "--script"]).arg(house::root().join("xtask/src/bench/web/load.lua"));
    let said = shell::capture(wrk.arg(&target.url).arg("--").arg(&target.cookie))?;
    parsed(&said).with_context(|| format!("`wrk` on {} said:\n{said}", target.url))
}

fn parsed(said: &str) -> Result<Turn> {
    let mut turn = Turn::default();
    for line in said.lines().map(str::trim) {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words.as_slice() {
            ["Requests/sec:", count] => {
                let (whole, part) = count.split_once('.').unwrap_or((count, "00"));
                turn.per_hundred_seconds = format!("{whole}{part:0<2.2}").parse()?;
            }
            ["50%", time] => turn.median = duration(time)?,
            ["99%", time] => turn.p99 = duration(time)?,
            ["Non-2xx", ..] | ["Socket", "errors:", ..] => bail!("not every answer was a page: {line}"),
            _ => {}
        }
    }
    if turn.per_hundred_seconds == 0 || turn.p99.is_zero() {
        bail!("no measure");
    }
    Ok(turn)
}

/// A time as `wrk` writes it: `950.00us`, `12.34ms`, `1.02s`.
fn duration(text: &str) -> Result<Duration> {
    let split = text.find(|sign: char| sign.is_ascii_alphabetic()).context("a time has a unit")?;
    let (number, unit) = text.split_at(split);
    let (whole, part) = number.split_once('.').unwrap_or((number, "0"));
    let hundredths: u64 = format!("{whole}{part:0<2.2}").parse()?;
    let nanos = match unit {
        "us" => 10_u64.pow(3),
        "ms" => 10_u64.pow(6),
        "s" => 10_u64.pow(9),
        other => bail!("the unit {other}"),
    };
    Ok(Duration::from_nanos(hundredths * nanos / 100))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_wrk_says() {
        let said = "  Latency Distribution\n     50%    3.51ms\n     99%   12.3ms\n  100 requests in 1.00s, 1MB read\nRequests/sec:  17834.5\n";
        let turn = parsed(said).unwrap();
        assert_eq!(turn.per_hundred_seconds, 1_783_450);
        assert_eq!((turn.median, turn.p99), (Duration::from_micros(3_510), Duration::from_micros(12_300)));
        assert!(parsed(&format!("{said}  Non-2xx or 3xx responses: 7\n")).is_err());
        assert_eq!(duration("1.02s").unwrap(), Duration::from_millis(1_020));
        assert_eq!(duration("950.00us").unwrap(), Duration::from_micros(950));
    }
}
