// SPDX-License-Identifier: AGPL-3.0-or-later
//! Several programs on one file, by turns, so that what disturbs the machine disturbs them all; the median counts.

use super::memory;
use crate::{clock, shell};
use anyhow::{Context, Result, bail};
use std::fs::File;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;
use wait4::Wait4;

/// How often each program has its turn.
const TURNS: usize = 5;
/// A program that took this long altogether has no more turns.
const ENOUGH: Duration = Duration::from_secs(20);

/// A program to measure.
pub struct Runner {
    /// Its name, for the table.
    pub name: &'static str,
    /// How it is started.
    pub command: Command,
    /// Where its standard output goes; dropped where there is no file.
    pub output: Option<PathBuf>,
}

/// What one turn took.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Turn {
    /// Wall time.
    pub time: Duration,
    /// Time of processors, of its children too.
    pub processor: Duration,
    /// The sum of the peaks of its processes, in bytes.
    pub peak_bytes: u64,
}

/// The medians of each program, in order.
///
/// # Errors
/// Where one cannot be started or does not exit with 0.
pub fn measure(runners: &mut [Runner]) -> Result<Vec<Turn>> {
    let mut turns: Vec<Vec<Turn>> = vec![Vec::new(); runners.len()];
    for _ in 0..TURNS {
        for (runner, turns) in runners.iter_mut().zip(&mut turns) {
            if turns.iter().map(|turn| turn.time).sum::<Duration>() < ENOUGH {
                turns.push(once(runner)?);
            }
        }
    }
    Ok(turns.iter().map(|turns| median(turns)).collect())
}

fn once(runner: &mut Runner) -> Result<Turn> {
    let name = shell::describe(&runner.command);
    let output = match &runner.output {
        Some(path) => File::create(path).with_context(|| format!("{} cannot be written", path.display()))?.into(),
        None => Stdio::null(),
    };
    runner.command.stdin(Stdio::null()).stdout(output).stderr(Stdio::null());
    let start = clock::now();
    let child = runner.command.spawn().with_context(|| format!("`{name}` cannot be started"))?;
    let (process, ended) = (child.id(), AtomicBool::new(false));
    let (used, time, watched) = thread::scope(|scope| {
        let watching = scope.spawn(|| memory::watch(process, &ended));
        let used = child.wait4();
        let time = start.elapsed();
        ended.store(true, Ordering::Relaxed);
        (used, time, watching.join().unwrap_or(0))
    });
    let used = used.with_context(|| format!("`{name}` was lost"))?;
    if !used.status.success() {
        bail!("`{name}` failed ({})", used.status);
    }
    let processor = used.rusage.utime + used.rusage.stime;
    Ok(Turn { time, processor, peak_bytes: watched.max(used.rusage.maxrss) })
}

/// The middle of each measure, the lower one of two.
fn median(turns: &[Turn]) -> Turn {
    fn middle<T: Ord + Copy + Default>(values: impl Iterator<Item = T>) -> T {
        let mut values: Vec<T> = values.collect();
        values.sort_unstable();
        values.get(values.len().saturating_sub(1) / 2).copied().unwrap_or_default()
    }
    Turn {
        time: middle(turns.iter().map(|turn| turn.time)),
        processor: middle(turns.iter().map(|turn| turn.processor)),
        peak_bytes: middle(turns.iter().map(|turn| turn.peak_bytes)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_counts() {
        let turn = |seconds: u64, peak_bytes: u64| {
            let time = Duration::from_secs(seconds);
            Turn { time, processor: time, peak_bytes }
        };
        assert_eq!(median(&[turn(9, 1), turn(2, 2), turn(3, 7)]), turn(3, 2));
        assert_eq!(median(&[turn(4, 4), turn(1, 1)]), turn(1, 1));
        assert_eq!(median(&[]), turn(0, 0));
    }

    #[test]
    fn measures_programs_by_turns_and_refuses_one_that_fails() {
        let runner = |program: &str| Runner { name: "x", command: Command::new(program), output: None };
        let turns = measure(&mut [runner("true"), runner("true")]).unwrap();
        assert!(turns.len() == 2 && turns.iter().all(|turn| turn.peak_bytes > 0), "{turns:?}");
        assert!(measure(&mut [runner("true"), runner("false")]).is_err());
    }
}
